"""The main text of a parsed HTML page as paragraphs, with the short lines around it.

What trafilatura extracts (Barbaresi, ACL 2021) is narrowed to the element that holds nearly all of it; lines that only
sites say, pointers to other articles and pulled quotations are left out.
"""

import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from communique.model import Reason, Unusable
from communique.page.headline import key
from communique.page.lines.features import look_at
from communique.page.lines.lines import LONGEST_PAGE, Line, clean, collapse
from communique.page.lines.sitetalk import bids

ELEMENT_LIMIT = 40_000  # elements when scripts and styles are gone; trafilatura needs more than linear time
STEP_LIMIT = 800_000  # steps down to each element and up again, a page of 20,000 being 20 deep
CONTAINER_SHARE = 0.85  # of the text, which the element that holds the article must hold
FRAME_SHARE = 0.3  # of the page's text: what holds more is a frame around it, not a part to take out
CELL_TEXT = 300  # characters: a table with a cell of more text is a layout, not data
SHORT_LINE = 80  # columns: longer lines are no labels
SITE_LINE = 200  # columns: longer lines are not what a site says about itself
POINT_LINE = 25  # columns: shorter points of a list are no more than labels
PULLED = 30  # letters of a sentence that stands within a paragraph as well: a quotation set large
BYLINE_LINES = 12  # short lines below the headline that are looked at
MANY_LINES = 2_000  # lines up to which such sentences are looked for

_NOT_READ = ("script", "style", "noscript", "template", "svg", "iframe", "object", "button", "select", "textarea")
_EMBEDDED = ("twitter-tweet", "instagram-media", "tiktok-embed", "fb-post", "reddit-embed-bq")
_HIDDEN = '//*[@hidden or @aria-modal="true" or @role="dialog" or @role="alertdialog" or @role="search"]'
_BLOCKS = ("p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "td", "dd", "dt", "section", "pre")
_INLINE = (
    *("a", "b", "i", "em", "strong", "span", "u", "small", "sub", "sup", "font", "mark", "abbr", "cite", "q"),
    *("time", "code", "br", "wbr"),
)
_STRAY = ("span", "b", "strong", "em", "i", "small", "font", "time", "a")  # lines of their own between blocks
_LABEL_ENDS = (":", "|", "»", ">", "→", "：", "｜", "–", "—", "-")
_CLOSING = "\"”“’'»«)]）」』】 "
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "：", "؟", "۔", "।", "።")


class MainText(NamedTuple):
    """The article's paragraphs, and the short lines that stood before (`head`) and behind (`foot`) them."""

    paragraphs: list[str]
    head: list[str]
    foot: list[str]


def remove_unread(tree: _Element) -> None:
    """Take out what is no part of a text (code, forms, hidden elements, embedded posts) and unwrap what only frames it.

    Old systems wrap a whole page in a form or a table for its layout, others hide it until a script has run: what
    holds much of the page's text is therefore kept, as a plain frame. A page of too many elements is `Unusable`.
    """
    etree.strip_elements(tree, *_NOT_READ, with_tail=False)
    _check_size(tree)
    whole = len(flat(tree))
    embedded = [e for e in tree.iter("blockquote") if any(name in (e.get("class") or "") for name in _EMBEDDED)]
    pointers = [e for e in tree.iter("p", "div", "h3", "h4") if _is_pointer(e)]
    for element in [*tree.xpath(_HIDDEN), *tree.iter("form"), *embedded, *pointers]:
        if element.tag in ("html", "body", "main", "article") or len(flat(element)) > FRAME_SHARE * whole:
            element.attrib.clear()
            element.tag = "div" if element.tag == "form" else element.tag
        elif element.getparent() is not None:
            element.drop_tree()
    for table in list(tree.iter("table")):
        if any(len(flat(cell)) > CELL_TEXT for cell in table.iter("td")):
            for part in [table, *table.iter("tbody", "tr", "td", "th")]:
                part.tag = "div"


def _check_size(tree: _Element) -> None:
    """Raise `Unusable` for a page of more elements, or more deeply nested ones, than can be read in seconds."""
    depth = elements = steps = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        steps += depth
        if elements > ELEMENT_LIMIT or steps > STEP_LIMIT:
            raise Unusable(Reason.TOO_LARGE, "too many elements, or too many within each other")


def flat(element: _Element) -> str:
    """The text of an element on one line."""
    return collapse(" ".join(element.itertext()) if len(element) > 1 else "".join(element.itertext()))


def _is_pointer(element: _Element) -> bool:
    """Whether a paragraph only points to other articles: nothing but links, or a label ("Read also:") before them."""
    links = [child for child in element.iter("a") if child.get("href")]
    if element.tag == "li" or not 0 < len(links) <= 5 or element.find(".//p") is not None:
        return False
    text = flat(element)
    linked = sum(len(flat(link)) for link in links)
    label = text[: len(text) - linked].rstrip()
    if element.tag == "div" and (
        len(text) > 200 or any(child.tag not in _INLINE for child in element.iter() if child is not element)
    ):
        return False
    return len(text) < 300 and (
        linked >= 0.9 * len(text) or (linked >= 0.5 * len(text) and label.endswith(_LABEL_ENDS))
    )


def main_text(
    tree: _Element, declared: str, titles: Sequence[str], authors: Sequence[str], url: str | None
) -> MainText:
    """The main text of a page.

    Args:
        tree: a page that `remove_unread` has gone over.
        declared: the body as the metadata has it, taken if the page's own text is a mere beginning of it.
        titles: forms of the headline, which are no paragraphs.
        authors: names of the writers, which are none either.
        url: the page's address.

    Raises:
        Unusable: too much text, which is told before its lines are looked at.
    """
    lines = _extracted(tree, url)
    declared_lines = [collapse(line) for line in clean(declared).split("\n") if line.strip()]
    if sum(map(len, lines)) < 0.5 * sum(map(len, declared_lines)):
        lines = declared_lines
    else:
        lines = _within_container(tree, lines)
    first = next((at for at, line in enumerate(lines) if not line.startswith("- ") and _is_paragraph(line)), len(lines))
    last = next((at for at in range(len(lines), first, -1) if _is_paragraph(lines[at - 1])), first)
    if (size := sum(map(len, lines[first:last]))) > LONGEST_PAGE:
        raise Unusable(Reason.TOO_LARGE, f"{size:,} characters of text")
    paragraphs = _without_furniture(lines[first:last], titles, authors)
    return MainText(paragraphs, lines[:first], lines[last:])


def lines_between(tree: _Element, heading: _Element | None, paragraph: str) -> list[str]:
    """The short lines between the headline and the first paragraph: there the date and the writer stand."""
    found: list[str] = []
    behind, end = False, key(paragraph)
    for element in text_blocks(tree, "h1", *_STRAY) if heading is not None else ():
        if element.tag in _STRAY and all(child.tag in _INLINE for child in next(element.iterancestors(), ())):
            continue  # a part of a line
        line = flat(element)
        if behind and (key(line) == end or len(found) == BYLINE_LINES):
            return found
        if behind and 0 < _width(line) <= SHORT_LINE:
            found.append(line)
        behind = behind or element is heading
    return []


def _is_paragraph(line: str) -> bool:
    """Whether an article can begin or end with a line: it is long, or ends as a sentence does."""
    return _width(line) > (POINT_LINE if line.startswith("- ") else SHORT_LINE) or _is_sentence(line)


def _is_sentence(line: str) -> bool:
    return line.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)


def _width(line: str) -> int:
    """The length of a line, a character of the scripts that write a syllable or word with one counted as three."""
    return len(line) + 2 * sum(char >= "\u2e80" for char in line) if not line.isascii() else len(line)


def _extracted(tree: _Element, url: str | None) -> list[str]:
    import trafilatura

    try:
        text = trafilatura.extract(copy.deepcopy(tree), url=url, include_comments=False, deduplicate=False)
    except Exception:  # hostile markup again
        text = None
    return [collapse(line) for line in clean(text or "").split("\n") if line.strip()]


def _within_container(tree: _Element, lines: list[str]) -> list[str]:
    """`lines` without those that stand only outside the smallest element that holds nearly all of the text."""
    wanted = {key(line): line for line in lines}
    places: dict[str, list[_Element]] = {}
    held: Counter[_Element] = Counter()
    for element in text_blocks(tree):
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
    company = Counter(places[found][0].getparent() for found in outside)
    keys = [key(line) for line in lines]
    first = next((at for at, found in enumerate(keys) if found in places and found not in outside), 0)
    # A paragraph on its own before the others is the article's first, in a frame of its own; several are the site's.
    alone = {
        found
        for line, found in zip(lines[:first], keys[:first], strict=True)
        if found in outside and company[places[found][0].getparent()] == 1 and _is_sentence(line)
    }
    return [line for line, found in zip(lines, keys, strict=True) if found not in outside or found in alone]


def text_blocks(tree: _Element, *more: str) -> Iterator[_Element]:
    """The elements, of the usual kinds and of those in `more`, that hold text directly, not through other blocks."""
    for element in tree.iter(*_BLOCKS, *more):
        if all(child.tag in _INLINE for child in element):
            yield element


def _without_furniture(lines: list[str], titles: Sequence[str], authors: Sequence[str]) -> list[str]:
    """`lines` without headline, author, repeated labels, pulled quotations, and what only sites say."""
    keys = [key(line) for line in lines]
    said = {key(title) for title in titles} | {key(author) for author in authors} | {key("".join(authors))}
    count = Counter(keys)
    text = "\n".join(keys)
    kept: list[str] = []
    for line, found in zip(lines, keys, strict=True):
        if not found or found in said:
            continue
        if (_width(line) <= SHORT_LINE and count[found] > 1) or _is_furniture(line):
            continue
        if len(found) > PULLED and len(lines) < MANY_LINES and text.count(found) > count[found]:
            continue
        kept.append(line.removeprefix("- "))
    return kept


def _is_furniture(line: str) -> bool:
    """Whether a line is a label, a date, a writer's name or another thing that no article says."""
    if _width(line) > SITE_LINE:
        return False
    if _width(line) <= SHORT_LINE and not _is_sentence(line) and bids(line):
        return True
    values = look_at(Line(line)).values
    names = ("heading", "label", "caption", "byline", "date") if _width(line) <= SHORT_LINE else ()
    return any(values.get(name, 0) >= 1 for name in ("sentence", *names))
