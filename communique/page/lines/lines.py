"""A page's text as lines: the units that are told apart as headline, paragraph or furniture.

In: the text of a page as it was scraped. Out: its lines, white space collapsed, with what was lost by that. Lines
broken at a fixed width are joined again; a page on a single line is cut by `oneline.py`.
"""

import re
from typing import NamedTuple

from communique.page.vocabulary import word_list

_NEWLINE = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# a day behind the word that it hangs on to: "Staff WriterMarch 12, 2021"
_GLUED_DAY = re.compile(
    r"(?<=[a-z])([A-Z][a-z]{2,8}\.? \d{1,2}, 20\d\d|20\d\d-\d\d-\d\d"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d{1,2} [A-Z][a-z]{2,8} 20\d\d)(?=(\d{0,4})\b)"
)
_SIGNED = re.compile(r"by(?: [A-Z][\w'’-]+){1,3}")  # a line of its own: "by Lina"
_POINT = re.compile(r"[a-z]{1,4}[).] ")
_STROKES = frozenset("|•·")
_TWICE = re.compile(r"^((?:\S+ ){1,3}?\S+) \1(?= [|•·])")  # a picture's name and the writer's
# what a crawler set before a page
_FIELD = re.compile(r"[\s\ufeff]*date:? ([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)[^\S\n]+(?=\S)", re.IGNORECASE)
_COLUMNS = re.compile(r"\S(?:[ \u00a0]{2,}|[^\S\n]*\t[^\S\n]*)(?=\S)")

LONGEST_PAGE = 1_000_000  # characters; no article is longer
SHORT = 100  # characters; a longer line is no writer's name with the day
MENU = 2000  # characters; no longer line has columns
WRAP_LINES = 4  # fewer lines say nothing about a width
WRAP_WIDTH = (45, 110)  # characters of a line that was broken to fit
BROKEN = 5  # words, and no fewer has a line that ends with a small word in the midst of a sentence
SENTENCE = 10  # words of a line that goes on with a small word
_ENDS = ".!?:…"
QUOTES = "\"“‘'«"  # with which a quotation opens
CLOSING = "\"”»'’"  # and ends


class Line(NamedTuple):
    """One line: its text, whether a blank line stands before it, its number of columns (parts set apart by gaps),
    whether it goes on in the paragraph of the line before, and on which side of the likely end of the text it stands
    ("within", "beyond", or "" where that is not known).
    """

    text: str
    after_blank: bool = False
    columns: int = 1
    run_on: bool = False
    side: str = ""


def clean(text: str) -> str:
    """`text` with "\\n" as its only line break and without characters that cannot be seen."""
    if not text.replace("\n", "").isprintable():
        text = _INVISIBLE.sub("", _NEWLINE.sub("\n", text))
    return text


def collapse(text: str) -> str:
    """`text` on one line, every run of white space one space.

    >>> collapse(" two\\u00a0 words\\n")
    'two words'
    """
    return " ".join(text.split())


def stated_day(text: str) -> tuple[str | None, str]:
    """The day that a crawler wrote before a page's text as a field of its own, and the text.

    >>> stated_day(" date 2022-10-25 MANAMA: The ministers met.")
    ('2022-10-25', 'MANAMA: The ministers met.')
    """
    field = _FIELD.match(text)
    return (field[1], text[field.end() :]) if field else (None, text)


def read_lines(text: str) -> list[Line]:
    """The lines of a page that are not blank, in order.

    >>> [line.text for line in read_lines("Headline\\r\\n\\r\\n A first   paragraph.\\n")]
    ['Headline', 'A first paragraph.']
    """
    lines: list[Line] = []
    blank = False
    for raw in clean(text).split("\n"):
        collapsed = collapse(raw)
        if len(collapsed) < SHORT and "20" in collapsed:
            collapsed = _once(_GLUED_DAY.sub(r" \1 ", collapsed, count=1).rstrip())
        if collapsed[:1] == "|" or collapsed[-1:] == "|":
            collapsed = collapsed.strip("| ")  # the edges of a table's row
        if collapsed:
            gaps = len(_COLUMNS.findall(raw.strip())) if len(collapsed) < min(len(raw), MENU) or "\t" in raw else 0
            lines.append(Line(collapsed, blank, 1 + gaps))
        blank = not collapsed
    if is_wrapped(lines):
        lines = _unwrap(lines)
    return _mended(lines) if any(line.text[0].islower() for line in lines) else lines


def _once(text: str) -> str:
    """A line without what its beginning says twice before a stroke or a dot."""
    return _TWICE.sub(r"\1", text) if not _STROKES.isdisjoint(text) else text


def is_wrapped(lines: list[Line]) -> bool:
    """Whether the lines were broken at a fixed width: most that go on do so in the middle of a sentence."""
    if len(lines) < WRAP_LINES:
        return False
    low, high = WRAP_WIDTH
    full = [i for i, line in enumerate(lines[:-1]) if low <= len(line.text) <= high and not lines[i + 1].after_blank]
    if len(full) < WRAP_LINES or any(len(line.text) > 2 * high for line in lines):
        return False
    open_ended = sum(lines[i].text[-1] not in ".?!:" for i in full)
    going_on = sum(_goes_on(lines[i + 1].text) for i in full)
    return open_ended >= 0.6 * len(full) and going_on >= 0.25 * len(full)


def _goes_on(text: str) -> bool:
    """Whether a line begins with a small letter, and not with that of a point: "a) to open a consulate"."""
    return text[0].islower() and not _POINT.match(text)


def _unwrap(lines: list[Line]) -> list[Line]:
    """Wrapped lines joined into paragraphs: a line goes on in the next unless a blank line or a short line ends it."""
    width = sorted(len(line.text) for line in lines)[int(0.8 * len(lines))]
    joined: list[Line] = []
    for i, line in enumerate(lines):
        previous = lines[i - 1].text if i else ""
        open_ended = bool(previous) and previous[-1] not in _ENDS
        goes_on = (
            i > 0
            and not line.after_blank
            and (_goes_on(line.text) or len(previous) + len(line.text.split()[0]) >= width)
        )
        if goes_on and (len(previous) >= 0.5 * width or (open_ended and _goes_on(line.text))):
            joined[-1] = joined[-1]._replace(text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def _mended(lines: list[Line]) -> list[Line]:
    """Lines with what was broken off a sentence joined to it: the line before ends with a small word ("on this"), or
    was broken off itself, and the line begins with a small letter.
    """
    mended: list[Line] = []
    broken = False
    for line in lines:
        before = mended[-1].text if mended else ""
        small = line.text[0].islower() and before and before[-1] not in _ENDS
        broken = bool(small and not _SIGNED.fullmatch(line.text)) and (broken or _is_broken_off(before, line.text))
        if broken:
            mended[-1] = mended[-1]._replace(text=f"{before} {line.text}")
        else:
            mended.append(line)
    return mended


def _is_broken_off(before: str, text: str) -> bool:
    """Whether a line ends in the midst of a sentence that `text` goes on with."""
    words = before.split()
    ends = len(words) >= BROKEN and words[-1] in word_list("running") and words[-2][-1] not in ";,"
    if len(words) >= SENTENCE and text[-1] == "." and text[:-1].isalpha():
        return True  # a last word
    begins = len(words) >= SENTENCE and text.split(maxsplit=1)[0] in word_list("running") and text[-1] in _ENDS
    return ends or begins
