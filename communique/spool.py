"""A place on disk where article rows wait to be sorted, compared and linked, so that memory does not grow.

In: rows and rejects in any order. Out: the same in the order of any key. Stands on SQLite's external sort; the
file lives in the directory of a run and goes with it.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Any

from communique.link.tables import Mention, mentions
from communique.model import Reason, Reject

Row = dict[str, Any]

_SCHEMA = """
CREATE TABLE pages (n INTEGER PRIMARY KEY, article_id TEXT, event_id TEXT, fetched TEXT, sha TEXT, day TEXT,
                    file TEXT, place TEXT, position TEXT, body TEXT, row TEXT);
CREATE TABLE mentions (n INTEGER, actor_id TEXT, day TEXT, name TEXT, role TEXT, type TEXT, country TEXT,
                       organization TEXT);
CREATE TABLE rejects (file TEXT, position TEXT, reason TEXT, detail TEXT, source_id TEXT, url TEXT, place TEXT);
"""
_DATES = ("published", "event_date")
# Which of several captures of one page stays: the latest, then one that does not depend on the order of files.
_PREFERENCE = "fetched DESC, length(body) DESC, sha, row, file, place"


class Spool:
    """Rows of one run in a file that must not exist yet.

    Args:
        path: where to put the file.
    """

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path)
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16384;" + _SCHEMA)
        self._n = 0

    def add(self, row: Row, *, fetched: str | None, file: str, position: str) -> None:
        """Keep an article row (without `duplicate_of`) and where it came from."""
        self._n += 1
        slim = {k: v for k, v in row.items() if k != "body"}
        for column in _DATES:
            slim[column] = slim[column].isoformat() if slim[column] else None
        self._db.execute(
            "INSERT INTO pages VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (
                self._n,
                row["article_id"],
                row["event_id"],
                fetched or "",
                row["body_sha256"],
                slim["published"] or slim["event_date"] or "9999",
                file,
                natural(position),
                position,
                row["body"],
                json.dumps(slim, ensure_ascii=False, sort_keys=True),
            ),
        )
        self._db.executemany(
            "INSERT INTO mentions VALUES (?,?,?,?,?,?,?,?)",
            ((self._n, m[0], m[1].isoformat() if m[1] else None, *m[2:]) for m in mentions(row)),
        )

    def reject(self, reject: Reject) -> None:
        """Keep a reject."""
        self._db.execute("INSERT INTO rejects VALUES (?,?,?,?,?,?,?)", (*astuple(reject), natural(reject.position)))

    def settle(self) -> None:
        """Keep one capture of each page, reject the others, and find the copies; call it once, after all adds."""
        self._db.executescript(f"""
            CREATE INDEX by_article ON pages (article_id);
            CREATE TABLE losers AS SELECT n, stays FROM (
                SELECT n, first_value(n) OVER best AS stays FROM pages
                WHERE article_id IN (SELECT article_id FROM pages GROUP BY article_id HAVING count(*) > 1)
                WINDOW best AS (PARTITION BY article_id ORDER BY {_PREFERENCE})
            ) WHERE n <> stays;
        """)
        self._db.execute(
            """
            INSERT INTO rejects
            SELECT p.file, p.position, ?, 'the same page as ' || trim(s.file || ' ' || s.position) || ', which is kept',
                   p.row ->> 'source_id', p.row ->> 'url', p.place
            FROM losers l JOIN pages p ON p.n = l.n JOIN pages s ON s.n = l.stays
            """,
            (Reason.REPEAT.value,),
        )
        self._db.executescript("""
            DELETE FROM mentions WHERE n IN (SELECT n FROM losers);
            DELETE FROM pages WHERE n IN (SELECT n FROM losers);
            CREATE INDEX by_event ON pages (event_id, article_id);
            CREATE INDEX by_sha ON pages (sha, day, article_id);
            CREATE INDEX by_actor ON mentions (actor_id);
        """)

    def articles(self) -> Iterator[Row]:
        """Article rows, complete, by `article_id`."""
        query = """SELECT row, body, nullif((SELECT c.article_id FROM pages c WHERE c.sha = p.sha
                   ORDER BY c.day, c.article_id LIMIT 1), p.article_id) FROM pages p ORDER BY article_id"""
        for row, body, duplicate_of in self._db.execute(query):
            yield {**_parse(row), "body": body, "duplicate_of": duplicate_of}

    def by_event(self) -> Iterator[Row]:
        """Article rows without bodies, by `event_id`, then `article_id`."""
        for (row,) in self._db.execute("SELECT row FROM pages ORDER BY event_id, article_id"):
            yield _parse(row)

    def by_actor(self) -> Iterator[Mention]:
        """Mentions of actors, by `actor_id`."""
        query = "SELECT actor_id, day, name, role, type, country, organization FROM mentions ORDER BY actor_id"
        for actor_id, day, *rest in self._db.execute(query):
            yield Mention(actor_id, date.fromisoformat(day) if day else None, *rest)

    def rejects(self) -> Iterator[Row]:
        """Rejects as they are written, by file and position."""
        columns = ("file", "position", "reason", "detail", "source_id", "url")
        order = "file, place, reason, detail, source_id, url"
        for values in self._db.execute(f"SELECT {', '.join(columns)} FROM rejects ORDER BY {order}"):
            yield dict(zip(columns, values, strict=True))

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def natural(position: str) -> str:
    """`position` so that "line 9" sorts before "line 10".

    >>> natural("line 9") < natural("line 10")
    True
    """
    return re.sub(r"\d+", lambda m: m[0].zfill(12), position)


def _parse(text: str) -> Row:
    row: Row = json.loads(text)
    for column in _DATES:
        row[column] = date.fromisoformat(row[column]) if row[column] else None
    return row


def write_rejects(rejects: Iterable[Row], path: Path) -> None:
    """Write rejects as JSON Lines."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(reject, ensure_ascii=False) + "\n" for reject in rejects)
