"""A place on disk where article rows wait to be sorted, so that memory does not grow.

In: rows and rejects in any order. Out: the same in order, each page once. Stands on SQLite's external sort; the
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

from communique.model import Reason, Reject

Row = dict[str, Any]

_SCHEMA = """
CREATE TABLE pages (n INTEGER PRIMARY KEY, article_id TEXT, fetched TEXT, sha TEXT,
                    file TEXT, place TEXT, position TEXT, body TEXT, row TEXT);
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
        """Keep an article row and where it came from."""
        self._n += 1
        slim = {k: v for k, v in row.items() if k != "body"}
        for column in _DATES:
            slim[column] = slim[column].isoformat() if slim[column] else None
        self._db.execute(
            "INSERT INTO pages VALUES (?,?,?,?,?,?,?,?,?)",
            (
                self._n,
                row["article_id"],
                fetched or "",
                row["body_sha256"],
                file,
                natural(position),
                position,
                row["body"],
                json.dumps(slim, ensure_ascii=False, sort_keys=True),
            ),
        )

    def reject(self, reject: Reject) -> None:
        """Keep a reject."""
        self._db.execute("INSERT INTO rejects VALUES (?,?,?,?,?,?,?)", (*astuple(reject), natural(reject.position)))

    def settle(self) -> None:
        """Keep one capture of each page and reject the others; call it once, after all adds."""
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
        self._db.execute("DELETE FROM pages WHERE n IN (SELECT n FROM losers)")

    def articles(self) -> Iterator[Row]:
        """Article rows, complete, by `article_id`."""
        for row, body in self._db.execute("SELECT row, body FROM pages ORDER BY article_id"):
            yield {**_parse(row), "body": body}

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
