"""Stable ids: the same page, event or actor has the same id on every machine and in every run.

In: plain values. Out: ids as `communique.schemas.ids` mints them. Ids stand on what a value is, never on where
it was found, in which order, or when.
"""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from communique.agreement import decomposed
from communique.model import Actor, Article
from communique.schemas.ids import make_id

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|ref_src|cmpid", re.I)
_PUNCTUATION = re.compile(r"[^\w\s-]")
_ARTICLE = re.compile(r"\b(?:al|el|an|as|ash|ad|ar|at|az)[- ](?=\w)")


def key(text: str | None) -> str:
    """`text` as it is compared: no marks, capitals or punctuation, single spaces.

    >>> key("Téte  António")
    'tete antonio'
    """
    if not text:
        return ""
    plain = text if text.isascii() else decomposed(text)
    return " ".join(_PUNCTUATION.sub(" ", plain.casefold()).split())


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


def profile(type: str, name: str | None, role: str | None, country: str | None, body: str | None, *more: str) -> str:
    """The id of a mention's participant as far as one article can tell: who has it is one actor without doubt.

    Args:
        type: "person" or "organization".
        name, role, country, body: as the article gives them; the office tells only one without a name.
        more: what else tells it from others, such as the year of a single family name.
    """
    plain = _ARTICLE.sub("", key(name)).replace("-", " ")
    office = key(role) if more or not plain else ""
    return make_id("p", type, plain, office, country or "", key(body), *more)


def actor_id(actor: Actor) -> str:
    """The `profile` of a participant."""
    return profile(actor.type, actor.name, actor.role, actor.country, actor.organization)


def event_id(first: str, attempt: int = 0) -> str:
    """The id of an event whose first report is the article `first`; `attempt` counts ids that are taken."""
    return make_id("e", first, *([str(attempt)] if attempt else []))
