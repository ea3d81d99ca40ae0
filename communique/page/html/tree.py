"""An HTML page in, its article out.

Headline, date and author come from what the page declares for machines (`structured`), checked against what it prints;
the paragraphs from `main_text`. htmldate (Barbaresi, JOSS 2020) is the last resort for the date.
"""

import copy
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element

from communique.model import Article, Page, Reason, Unusable
from communique.page.byline import said_byline, sole_byline
from communique.page.dates.calendar import parse_date
from communique.page.dates.dateline import Dateline, read_dateline
from communique.page.dates.order import numeric_order
from communique.page.dates.published import Clues, published_on
from communique.page.headline import choose, key
from communique.page.html.main_text import MainText, flat, lines_between, main_text, remove_unread
from communique.page.html.structured import Declared, declared
from communique.page.lines.features import look_at
from communique.page.lines.lines import Line, clean, collapse
from communique.page.lines.oneline import first_sentence
from communique.page.publisher import publisher
from communique.page.signatures import initials

SIZE_LIMIT = 10_000_000  # characters of markup
EPOCH = date(1970, 1, 1)  # what software writes for no date
RANKS = {"h1": 15, "h2": 0, "h3": -15}  # what a heading's rank adds to its likeness with the metadata, in per cent
FRAMES = ("footer", "nav", "aside")
LEAST_WORDS = 4  # and no fewer has a headline that only a lower heading prints
MOST_WORDS = 30  # and no more one that is none by its element, but by its name
LEAST_KEY = 12  # letters: shorter parts of a page's title are sections and sites
TIMES = 200  # time elements that are looked at
ATTRIBUTE_LIMIT = 5_000  # attributes of one element, which libxml2 compares with each other

# Characters that no XML library takes, which would cost the whole page; also as references.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCES = re.compile(r"&#(?:0*(?:[0-8]|1[1-24-9]|2\d|3[01])|[xX]0*(?:1?[0-8bcefBCEF]|1[0-9a-fA-F]));")
# Frames within frames and nothing between, of which libxml2 would lose what stands deeper than 256: taken for one.
_FRAMES = re.compile(r"(?:<div(?:\s[^<>]{0,500}+)?+>\s*+){30,}+", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# "lblTitle", "news-title": old systems print headlines in plain elements
_NAMED_TITLE = """//body//*[self::div or self::span or self::p or self::td or self::strong or self::b]
[contains(@id, "itle") or contains(@class, "itle") or contains(@id, "eadline") or contains(@class, "eadline")]"""
_OFFSET = re.compile(r"[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?$")


def split_html(page: Page) -> Article:
    """The article on an HTML page.

    Args:
        page: a page with `html`.
    Raises:
        Unusable: `too_large` beyond the bounds, `no_article` if there is no paragraph.

    >>> text = "The two ministers met on Monday and agreed to open a ferry line between the ports. " * 3
    >>> split_html(Page("a.html", html=f"<title>Ferry line agreed</title><h1>Ferry line agreed</h1><p>{text}")).title
    'Ferry line agreed'
    """
    tree = _parse(page.html or "")
    said = declared(tree)
    visible = key(_visible(tree))
    heading = _heading(tree, said)
    if heading is None:
        heading = _unnamed_heading(tree, said, visible)
    stamp = page.published or _stamp(tree, said, heading, page.fetched)
    remove_unread(tree)
    url = page.url or said.url
    domain = publisher(url)
    names = [*said.site_names, *([domain] if domain else [])]
    printed = _readings(heading) if heading is not None else []
    title = choose(printed, said.headlines, said.titles, said.page_title, names, visible)
    text = main_text(tree, said.body, [title, *printed], said.authors, url)
    body = "\n\n".join(text.paragraphs)
    if not body:
        raise Unusable(Reason.NO_ARTICLE, "no paragraph")
    text = text._replace(head=[*lines_between(tree, heading, text.paragraphs[0]), *text.head])
    dateline = read_dateline(body)
    published, source = _published(tree, text, stamp, dateline, url)
    return Article(
        title=collapse(clean(title)) or first_sentence(body[dateline.lead :]),
        body=body,
        byline=_writer(said.authors, [*text.head, *text.foot], names),
        dateline_place=dateline.place,
        lead=dateline.lead,
        published=published,
        published_source=source,
        url=url,
        publisher=domain,
    )


def _parse(markup: str) -> _Element:
    if len(markup) > SIZE_LIMIT:
        raise Unusable(Reason.TOO_LARGE, f"{len(markup):,} characters")
    markup = _REFERENCES.sub("", _CONTROL.sub("", markup))
    markup = _FRAMES.sub("<div>", _DECLARATION.sub("", markup))
    if any(len(tag) > 2 * ATTRIBUTE_LIMIT and _attributes(tag) > ATTRIBUTE_LIMIT for tag in markup.split("<")):
        raise Unusable(Reason.TOO_LARGE, f"an element with more than {ATTRIBUTE_LIMIT:,} attributes")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Unusable(Reason.NO_ARTICLE, f"not HTML: {error}") from None
    return tree


def _attributes(tag: str) -> int:
    """How many attributes there can be in what follows a "<"."""
    return 0 if tag.startswith("!") else len(_QUOTED.sub("", tag).partition(">")[0].split())


def _visible(tree: _Element) -> str:
    body = tree.find("body")
    return " ".join(body.itertext())[:200_000] if body is not None else ""


# --- headline ---


def _heading(tree: _Element, said: Declared) -> _Element | None:
    """The first heading that the metadata agrees with; without such, the first outside header and footer."""
    from rapidfuzz import fuzz

    headings = [e for tag in RANKS for e in list(tree.iter(tag))[:20] if key(flat(e))]
    others = [key(form) for form in (*said.headlines, *said.titles, said.page_title) if key(form)]
    rated = [(max((fuzz.ratio(key(flat(e)), o) for o in others), default=0) + RANKS[e.tag], e) for e in headings]
    agreeing = [(score, element) for score, element in rated if score > 55 and len(key(flat(element))) > 7]
    if agreeing:
        return max(agreeing, key=lambda pair: pair[0])[1]
    first = [e for e in headings if e.tag == "h1" and not any(a.tag in FRAMES for a in e.iterancestors())]
    return max(first, key=lambda e: min(len(flat(e)), 40), default=None)


def _unnamed_heading(tree: _Element, said: Declared, visible: str) -> _Element | None:
    """The first heading of some words below the first rank, on a page whose metadata know nothing of its headline."""
    parts = re.split(r"\s[|–—-]\s|::", said.page_title)
    if said.headlines or said.titles or any(len(key(part)) > LEAST_KEY and key(part) in visible for part in parts):
        return None
    headings = (e for e in list(tree.iter("h2", "h3"))[:20] if len(flat(e).split()) >= LEAST_WORDS)
    candidates = chain(headings, _named_titles(tree))
    return next((e for e in candidates if not any(a.tag in FRAMES for a in e.iterancestors())), None)


def _named_titles(tree: _Element) -> Iterator[_Element]:
    """Elements that are headlines by their names only; they are looked for when they are asked for."""
    yield from (e for e in tree.xpath(_NAMED_TITLE)[:20] if LEAST_WORDS <= len(flat(e).split()) <= MOST_WORDS)


def _readings(heading: _Element) -> list[str]:
    """The heading as a whole, then its parts from the longest on."""
    parts = [collapse(part) for part in _parts(heading)]
    whole = " ".join(part for part in parts if part)
    return list(dict.fromkeys(form for form in (whole, *sorted(parts, key=len, reverse=True)) if form))


def _parts(heading: _Element) -> list[str]:
    """The texts of a heading's child elements and between them."""
    parts = [heading.text or ""]
    for child in heading:
        hidden = child.get("aria-hidden") == "true"
        inline = child.tag in ("em", "i", "b", "br", "sup", "sub", "mark", "wbr", "q", "u")
        text = "" if hidden or not isinstance(child.tag, str) else flat(child)
        parts = (
            [*parts[:-1], f"{parts[-1]}{' ' * (child.tag == 'br')}{text}{child.tail or ''}"]
            if inline
            else [*parts, text, child.tail or ""]
        )
    return parts


# --- date ---


def _stamp(tree: _Element, said: Declared, heading: _Element | None, fetched: str | None) -> str | None:
    """The moment of publication that the metadata or a `time` element gives, in the publisher's own time zone."""
    latest = (parse_date(fetched) or date.max - timedelta(days=1)) + timedelta(days=1)
    times = _times(tree, heading)
    stamps = [value for value in (*said.published, *times) if (day := parse_date(value)) and EPOCH < day <= latest]
    return _as_local(stamps[0], stamps[1:]) if stamps else None


def _published(
    tree: _Element, text: MainText, stamp: str | None, dateline: Dateline, url: str | None
) -> tuple[date | None, str | None]:
    """The day of publication and where it comes from."""
    order = numeric_order("\n".join([*text.head, *text.foot]))
    body = "\n\n".join(text.paragraphs[:1])
    day, source = published_on(Clues(stamp, text.head, text.foot, dateline.date, body, url, order))
    if day:
        return day, source
    from htmldate import find_date

    try:
        found = parse_date(find_date(copy.deepcopy(tree), original_date=True, extensive_search=False, url=url))
    except Exception:  # whatever third-party code makes of hostile markup, the page has an article still
        found = None
    return found, "text" if found else None


def _times(tree: _Element, heading: _Element | None) -> list[str]:
    """The values of `time` elements, those behind the heading first."""
    before: list[str] = []
    behind: list[str] = []
    seen = heading is None
    for element in tree.iter("time", "h1", "h2"):
        if element is heading:
            seen = True
        elif element.tag == "time" and len(behind) + len(before) < TIMES:
            value = element.get("datetime") or flat(element)
            if parse_date(value):
                (behind if seen else before).append(value)
    return behind or before


def _as_local(stamp: str, others: list[str]) -> str:
    """`stamp`, or the same moment in the publisher's own time zone if it is given so elsewhere."""
    moment = _moment(stamp)
    if moment is None or moment.utcoffset():
        return stamp
    for other in others:
        local = _moment(other)
        if local and local.utcoffset() and abs(local - moment) <= timedelta(minutes=1):
            return other
    return stamp


def _moment(stamp: str) -> datetime | None:
    match = _OFFSET.search(stamp.strip())
    try:
        moment = datetime.fromisoformat(stamp.strip()) if match and match[1] else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


# --- byline ---


def _writer(authors: Sequence[str], lines: Sequence[str], names: Sequence[str]) -> str | None:
    """The declared authors; where these are the site itself, who a line names before or behind the text."""
    sites = {key(name.split(".")[0]) for name in names}
    persons = ", ".join(author for author in authors if key(author) not in sites)
    return persons or next(filter(None, map(_byline, lines)), None) or ", ".join(authors) or None


def _byline(line: str) -> str | None:
    """The writer that a line before or behind the text names."""
    if said := said_byline(line):
        return said
    return None if look_at(Line(line)).values.get("caption") else sole_byline(line) or initials(line)
