"""Stable ids: the same page, event or actor has the same id on every machine and in every run.

In: plain values. Out: ids as `communique.schemas.ids` mints them. Ids stand on what a value is, never on where
it was found, in which order, or when.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

from communique.model import Actor, Article
from communique.schemas.ids import make_id

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ref_src|cmpid", re.I)
_ARTICLE = re.compile(r"\b(?:al|el|an|as|ash|ad|ar|at|az)[- ](?=\w)")


def key(text: str | None) -> str:
    """`text` as it is compared: no marks, capitals or punctuation, single spaces.

    >>> key("Téte  António")
    'tete antonio'
    """
    if not text:
        return ""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s-]", " ", plain.casefold()).split())


def canonical_url(url: str | None) -> str:
    """The address of a page without what does not tell pages apart: scheme, "www.", tracking, fragment.

    >>> canonical_url("https://WWW.Example.org/a/?utm_source=x&id=7#top")
    'example.org/a?id=7'
    """
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:  # an address that is none still tells pages apart as it stands
        return url.strip()
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(k)])
    route = f"#{parts.fragment}" if parts.fragment[:1] in ("/", "!") else ""  # pages of a script-driven site
    return host + port + parts.path.rstrip("/") + (f"?{query}" if query else "") + route


def article_id(article: Article) -> str:
    """The id of a page: its address and headline; without an address, its headline and text.

    A page fetched twice keeps its id although the chrome around it has changed, and so does one that was given
    once as HTML and once as text. The headline is in it because scrapers often note one address (a feed, a
    start page) for many articles.
    """
    return make_id("a", canonical_url(article.url) or key(article.body), key(article.title))


def actor_id(actor: Actor) -> str:
    """The id of a participant: name, country and organisation, or for one without a name the office."""
    name = _ARTICLE.sub("", key(actor.name)).replace("-", " ")
    return make_id("p", actor.type, name, "" if name else key(actor.role), actor.country or "", key(actor.organization))


def event_id(article: str, event_date: date | None, kind: str, countries: Sequence[str], actors: Sequence[str]) -> str:
    """The id of the reported event: day, kind, parties and participants.

    An article that names no day, or nobody, is an event of its own.

    Args:
        article: `article_id` of the article.
        event_date: the day of the event, None if the article names none.
        kind: its kind.
        countries: ISO 3166-1 alpha-3 codes of the parties.
        actors: `actor_id`s of the participants.
    """
    if event_date is None or not actors:
        return make_id("e", article)
    return make_id("e", event_date.isoformat(), kind, " ".join(sorted(countries)), " ".join(sorted(set(actors))))
