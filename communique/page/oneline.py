"""A page that lost its line breaks: everything on one line.

In: the lines of a page. Out: more lines, cut where a sentence ends, where a dateline or a date stands between them, and
before the headings of furniture; the headline ends where a word begins a sentence. A best effort: what stood between
paragraphs is lost, so the sentences of the body are one paragraph.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from communique.page.dates import find_dates
from communique.page.lines import Line
from communique.page.vocabulary import word_list
from communique.registry import settings
from communique.registry.abbreviations import abbreviation
from communique.registry.matcher import Matcher, fold

LONG = 60  # words of a line that can be a whole page
HEADLINE = (4, 20)  # words
LONGEST = 9  # characters of an abbreviation and what stands before it
NAMING = 4  # words of an address that name a headline
SHARE = 0.7  # of them stand in it
SKIPPED = 3  # words of it in a row that an address leaves out
HEAD = 3000  # characters in which head matter can stand
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9)”\"’%][.!?]) (?=[\"“‘(]?[A-Z0-9])|(?<=[.!?][\"”’)]) (?=[\"“‘(]?[A-Z])|(?<=[a-z]\.) (?=[#©])"
)
_DATELINE = re.compile(
    r" (?=(?:[A-Z][\w'’-]+,? ){1,3}(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, ?\d{4})?,? ?)?\([A-Z][\w /-]{1,30}\) ?[-–—])"
)
_CLOCK = re.compile(r",? ?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: \(?[A-Z]{3}\b[^ ]*)?")


@cache
def _headings() -> Matcher[None]:
    """Headings of two words or more; a single word is as often a part of a sentence."""
    chrome = settings("chrome")
    return Matcher({phrase: None for kind in ("headings", "labels") for phrase in chrome[kind] if " " in phrase})


@cache
def _starters() -> frozenset[str]:
    return frozenset(map(str.capitalize, word_list("running") | word_list("starters")))


def _isolated_dates(text: str) -> set[int]:
    """Both ends of dates that stand in no sentence: a capital follows, and no small word stands before them."""
    cuts: set[int] = set()
    for match in find_dates(text[:HEAD]):
        before = text[: match.start].rstrip().rsplit(" ", 1)[-1].strip("(,")
        clock = _CLOCK.match(text, match.end)
        end = clock.end() if clock else match.end
        if (
            match.year
            and before not in {"on", "of", "since", "until", "to", "by", "from"}
            and text[end : end + 2].strip()[:1].isupper()
        ):
            cuts |= {match.start, end}
    return cuts


def _headline_end(text: str) -> int:
    """Where a headline at the start of `text` ends and a sentence begins; 0 if it cannot be told."""
    low, high = HEADLINE
    words = list(re.finditer(r"\S+", text[:400]))
    return next((word.start() for word in words[low:high] if word[0] in _starters()), 0)


def _named(text: str, url: str | None) -> tuple[int, int] | None:
    """Where the headline stands that the page's address is made of: words of one of its parts, in order."""
    path = (url or "").split("://", 1)[-1].partition("/")[2][:400]
    slug = max(([word for word in re.split(r"[^a-z]+", part) if word] for part in fold(path).split("/")), key=len)
    words = [(fold(word[0]), word.start(), word.end()) for word in _WORD.finditer(text[:HEAD])]
    best, span = 0, None
    for i, (word, start, _) in enumerate(words) if len(slug) >= NAMING else ():
        if word not in slug[:2]:
            continue
        at, found, end, missed = slug.index(word) + 1, 1, 0, 0
        for other, _, stop in words[i + 1 : i + 1 + 2 * len(slug)]:
            ahead = next((k for k in range(at, min(at + 2, len(slug))) if slug[k] == other), None)
            missed = 0 if ahead is not None else missed + 1
            if missed > SKIPPED:
                break
            if ahead is not None:
                at, found, end = ahead + 1, found + 1, stop
        if found > best and found >= SHARE * len(slug):
            best, span = found, (start, end)
    return span


def cut(lines: list[Line], url: str | None = None) -> list[Line]:
    """The parts of a page on one line, as lines; other pages as they are.

    Args:
        lines: the lines of a page.
        url: its address, in which the words of the headline stand often.

    >>> text = "Ministers talk trade in Baku The ministers met on Monday. They spoke of trade. " + "It went on. " * 30
    >>> [line.text for line in cut([Line(text.strip())])][:2]
    ['Ministers talk trade in Baku', 'The ministers met on Monday.']
    """
    longest = max(lines, key=lambda line: len(line.text), default=None)
    words = sum(len(line.text.split()) for line in lines) if len(lines) <= 3 else 0
    if (
        longest is None
        or not words
        or len(longest.text.split()) < max(LONG, 0.8 * words)
        or _is_paragraph(lines, longest)
    ):
        return lines
    return [part for line in lines for part in (_cut(line.text, url) if line is longest else [line])]


def _is_paragraph(lines: list[Line], longest: Line) -> bool:
    """Whether the long line is an article's only paragraph: a headline stands above it."""
    above = lines[: lines.index(longest)]
    return any(HEADLINE[0] <= len(line.text.split()) and line.text[-1] not in ".!?" for line in above)


def _sentence_ends(text: str) -> Iterator[int]:
    """The places behind full stops that end a sentence."""
    ends = (match.start() for match in _SENTENCE_END.finditer(text))
    return (end for end in ends if not abbreviation().search(text[max(0, end - LONGEST) : end - 1]))


def _cut(text: str, url: str | None) -> list[Line]:
    cuts = set(_sentence_ends(text)) | _isolated_dates(text)
    cuts |= {match.start() for match in _DATELINE.finditer(text[:HEAD])}
    for found in _headings().find(text):
        if text[found.start].isupper() and text[found.start - 1 : found.start] in {"", " "}:
            cuts.add(found.start)
    first = min((end for end in cuts if end > 0), default=len(text))
    if named := _named(text, url):
        start, end = named
        cuts = {place for place in cuts if not start < place < end} | {start, end}
    elif text[:first].rstrip()[-1:] in ".!?":
        cuts.add(_headline_end(text[:first]))
    places = sorted(cuts | {0, len(text)})
    parts = [text[start:end].strip() for start, end in pairwise(places)]
    return [Line(part, run_on=i > 0) for i, part in enumerate(parts) if part]


def first_sentence(text: str) -> str:
    """What stands for the headline of a page without one: the first sentence of `text`, which stays in the body too.

    >>> first_sentence("The ministers met in Baku. They spoke of trade.")
    'The ministers met in Baku'
    >>> first_sentence("The Governor received Dr. Lina Haddad on Monday. They spoke of trade.")
    'The Governor received Dr. Lina Haddad on Monday'
    """
    paragraph = text.partition("\n\n")[0]
    end = next(_sentence_ends(paragraph), len(paragraph))
    return paragraph[:end].removesuffix(".")
