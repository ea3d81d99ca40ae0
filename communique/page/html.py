"""An HTML page in, its article out.

The main text is trafilatura's (Barbaresi, ACL 2021), narrowed to the element that holds nearly all of it; headline,
date and author come from what the page declares (`structured`), checked against what it prints; htmldate is the last
resort for the date.
"""

import copy
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element

from communique.model import Article, Page, Reason, Unusable
from communique.page.dateline import read_dateline
from communique.page.dates import date_in_url, parse_date
from communique.page.features import look_at
from communique.page.headline import choose, key
from communique.page.language import language
from communique.page.lines import Line, clean, collapse
from communique.page.publisher import publisher
from communique.page.structured import Declared, declared

SIZE_LIMIT = 10_000_000  # characters of markup
ELEMENT_LIMIT = 40_000  # elements left when scripts and styles are gone; trafilatura needs more than linear time
ATTRIBUTE_LIMIT = 5_000  # attributes of one element, which libxml2 compares with each other
CONTAINER_SHARE = 0.85  # of the text, which the element that holds the article must hold
SHORT_LINE = 80  # characters: longer lines are no labels
SITE_LINE = 200  # characters: longer lines are not what a site says about itself
PULLED = 30  # letters of a sentence that stands within a paragraph as well: a quotation set large

_NOT_READ = ("script", "style", "noscript", "template", "svg", "iframe", "object", "form", "button", "select", "dialog")
_EMBEDDED = ("twitter-tweet", "instagram-media", "tiktok-embed", "fb-post", "reddit-embed-bq")
_HIDDEN = '//*[@hidden or @aria-modal="true" or @role="dialog" or @role="alertdialog" or @role="search"]'
_BLOCKS = ("p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "td", "dd", "dt", "section", "pre")
_INLINE = (
    *("a", "b", "i", "em", "strong", "span", "u", "small", "sub", "sup", "font", "mark", "abbr", "cite", "q"),
    *("time", "code", "br", "wbr"),
)
_LABEL_ENDS = (":", "|", "»", ">", "→", "：", "｜", "–", "—", "-")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_OFFSET = re.compile(r"[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?$")


def split_html(page: Page) -> Article:
    """The article on an HTML page.

    Args:
        page: a page with `html`.
    Raises:
        Unusable: `too_large` beyond the bounds, `no_article` if there is no headline or no paragraph.

    >>> text = "The two ministers met on Monday and agreed to open a ferry line between the ports. " * 3
    >>> split_html(Page("a.html", html=f"<title>Ferry line agreed</title><h1>Ferry line agreed</h1><p>{text}")).title
    'Ferry line agreed'
    """
    tree = _parse(page.html or "")
    said = declared(tree)
    heading = _heading(tree, said)
    url = page.url or said.url
    published, source = _published(tree, said, heading, page.published, url)
    _remove_unread(tree)
    if sum(1 for _ in tree.iter()) > ELEMENT_LIMIT:
        raise Unusable(Reason.TOO_LARGE, f"more than {ELEMENT_LIMIT:,} elements")
    domain = publisher(url)
    names = [*said.site_names, *([domain] if domain else [])]
    printed = _readings(heading) if heading is not None else []
    title = choose(printed, said.headlines, said.titles, said.page_title, names, key(_visible(tree)))
    body = "\n\n".join(_paragraphs(tree, said, [title, *printed], url))
    if not title or not body:
        raise Unusable(Reason.NO_ARTICLE, "no headline" if body else "no paragraph")
    dateline = read_dateline(body)
    return Article(
        title=collapse(clean(title)),
        body=body,
        language=language(body),
        byline=", ".join(said.authors) or None,
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
    markup = _DECLARATION.sub("", clean(markup))
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


def _remove_unread(tree: _Element) -> None:
    """Take out what no reader sees as part of a text: code, forms, hidden elements, embedded posts."""
    etree.strip_elements(tree, *_NOT_READ, with_tail=False)
    embedded = [e for e in tree.iter("blockquote") if any(name in (e.get("class") or "") for name in _EMBEDDED)]
    pointers = [e for e in tree.iter("p", "li", "div", "h3", "h4") if _is_pointer(e)]
    for element in [*tree.xpath(_HIDDEN), *embedded, *pointers]:
        if element.tag not in ("html", "body", "main", "article"):
            _drop(element)


def _is_pointer(element: _Element) -> bool:
    """Whether a paragraph only points to other articles: nothing but links, or a label ("Read also:") before them."""
    links = [child for child in element.iter("a") if child.get("href")]
    if element.tag == "li" or not 0 < len(links) <= 5 or element.find(".//p") is not None:
        return False
    text = _flat(element)
    linked = sum(len(_flat(link)) for link in links)
    label = text[: len(text) - linked].rstrip()
    if element.tag == "div" and (
        len(text) > 200 or any(child.tag not in _INLINE for child in element.iter() if child is not element)
    ):
        return False
    return len(text) < 300 and (
        linked >= 0.9 * len(text) or (linked >= 0.5 * len(text) and label.endswith(_LABEL_ENDS))
    )


def _drop(element: _Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _visible(tree: _Element) -> str:
    body = tree.find("body")
    return " ".join(body.itertext())[:200_000] if body is not None else ""


# --- headline ---


def _heading(tree: _Element, said: Declared) -> _Element | None:
    """The first heading that the metadata agrees with; without such, the first outside header and footer."""
    from rapidfuzz import fuzz

    headings = [e for tag in ("h1", "h2") for e in list(tree.iter(tag))[:20] if key(_flat(e))]
    others = [key(form) for form in (*said.headlines, *said.titles, said.page_title) if key(form)]
    rated = [
        (max((fuzz.ratio(key(_flat(e)), o) for o in others), default=0) + 15 * (e.tag == "h1"), e) for e in headings
    ]
    agreeing = [(score, element) for score, element in rated if score > 55 and len(key(_flat(element))) > 7]
    if agreeing:
        return max(agreeing, key=lambda pair: pair[0])[1]
    first = [
        e for e in headings if e.tag == "h1" and not any(a.tag in ("footer", "nav", "aside") for a in e.iterancestors())
    ]
    return max(first, key=lambda e: min(len(_flat(e)), 40), default=None)


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
        text = "" if hidden or not isinstance(child.tag, str) else _flat(child)
        parts = (
            [*parts[:-1], f"{parts[-1]}{' ' * (child.tag == 'br')}{text}{child.tail or ''}"]
            if inline
            else [*parts, text, child.tail or ""]
        )
    return parts


def _flat(element: _Element) -> str:
    return collapse(" ".join(element.itertext()) if len(element) > 1 else "".join(element.itertext()))


# --- date ---


def _published(
    tree: _Element, said: Declared, heading: _Element | None, given: str | None, url: str | None
) -> tuple[date | None, str | None]:
    """The day of publication and where it comes from."""
    if found := parse_date(given):
        return found, "metadata"
    stamps = [value for value in said.published if parse_date(value)]
    times = _times(tree, heading)
    if stamps:
        return parse_date(_as_local(stamps[0], [*stamps[1:], *times])), "metadata"
    if times:
        return parse_date(times[0]), "metadata"
    if found := date_in_url(url):
        return found, "url"
    return _guessed_date(tree, url)


def _times(tree: _Element, heading: _Element | None) -> list[str]:
    """The values of `time` elements, those behind the heading first."""
    before: list[str] = []
    behind: list[str] = []
    seen = heading is None
    for element in tree.iter("time", "h1", "h2"):
        if element is heading:
            seen = True
        elif element.tag == "time" and len(behind) < 50:
            value = element.get("datetime") or _flat(element)
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


def _guessed_date(tree: _Element, url: str | None) -> tuple[date | None, str | None]:
    from htmldate import find_date

    try:
        found = find_date(copy.deepcopy(tree), original_date=True, extensive_search=False, url=url)
    except Exception:  # whatever third-party code makes of hostile markup, the page has an article still
        return None, None
    return (parse_date(found), "text") if found else (None, None)


# --- body ---


def _paragraphs(tree: _Element, said: Declared, titles: list[str], url: str | None) -> list[str]:
    """The article's paragraphs, furniture removed; the declared body if the page's text is a mere beginning of it."""
    lines = _main_text(tree, url)
    declared_lines = [collapse(line) for line in clean(said.body).split("\n") if line.strip()]
    if sum(map(len, lines)) < 0.5 * sum(map(len, declared_lines)):
        lines = declared_lines
    else:
        lines = _within_container(tree, lines)
    return _without_furniture(lines, titles, said.authors)


def _main_text(tree: _Element, url: str | None) -> list[str]:
    import trafilatura

    try:
        text = trafilatura.extract(copy.deepcopy(tree), url=url, include_comments=False, deduplicate=False)
    except Exception:  # hostile markup again
        text = None
    return [collapse(line) for line in clean(text or "").split("\n") if line.strip()]


def _within_container(tree: _Element, lines: list[str]) -> list[str]:
    """`lines` without those that stand only outside the smallest element with nearly all of the text."""
    wanted = {key(line): line for line in lines}
    places: dict[str, list[_Element]] = {}
    held: Counter[_Element] = Counter()
    for element in _text_blocks(tree):
        found = key("".join(element.itertext()))
        if found in wanted:
            places.setdefault(found, []).append(element)
            if len(places[found]) == 1:
                for ancestor in element.iterancestors():
                    held[ancestor] += len(found)
    total = sum(map(len, places))
    if len(places) < 4 or total < 0.5 * sum(map(len, wanted)):
        return lines
    enough = [element for element, size in held.items() if size >= CONTAINER_SHARE * total]
    container = max(enough, key=lambda element: sum(1 for _ in element.iterancestors()))
    outside = {found for found, elements in places.items() if not any(container in e.iterancestors() for e in elements)}
    return [line for line in lines if key(line) not in outside]


def _text_blocks(tree: _Element) -> Iterator[_Element]:
    """The elements that hold text directly, not through other blocks."""
    for element in tree.iter(*_BLOCKS):
        if all(child.tag in _INLINE for child in element):
            yield element


def _without_furniture(lines: list[str], titles: list[str], authors: tuple[str, ...]) -> list[str]:
    """`lines` without headline, author, repeated labels, pulled quotes, points before the text, and what sites say."""
    keys = [key(line) for line in lines]
    said = {key(title) for title in titles} | {key(author) for author in authors} | {key("".join(authors))}
    count = Counter(keys)
    text = "\n".join(keys)
    kept: list[str] = []
    for line, found in zip(lines, keys, strict=True):
        if not found or found in said or (line.startswith("- ") and not kept):
            continue
        if (len(line) <= SHORT_LINE and count[found] > 1) or _is_furniture(line):
            continue
        if len(found) > PULLED and text.count(found) > count[found]:
            continue
        kept.append(line.removeprefix("- "))
    return kept


def _is_furniture(line: str) -> bool:
    """Whether a line is a label, a date, a writer's name or another thing that no article says."""
    if len(line) > SITE_LINE:
        return False
    values = look_at(Line(line)).values
    names = ("heading", "label", "caption", "byline", "date") if len(line) <= SHORT_LINE else ()
    return any(values.get(name, 0) >= 1 for name in ("sentence", *names))
