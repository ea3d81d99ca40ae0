"""A page that lost its line breaks: everything on one line.

In: the lines of a page. Out: more lines, cut where a sentence ends, where a dateline or a date stands between them, and
before the headings of furniture; the headline ends where a word begins a sentence. A best effort: what stood between
paragraphs is lost, so the sentences of the body are one paragraph.
"""

import re
from functools import cache
from itertools import pairwise

from communique.page.dates import find_dates
from communique.page.lines import Line
from communique.page.vocabulary import word_list
from communique.registry import settings
from communique.registry.matcher import Matcher

LONG = 60  # words of a line that can be a whole page
HEADLINE = (4, 20)  # words
HEAD = 3000  # characters in which head matter can stand
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9)”\"’%][.!?]) (?=[\"“‘(]?[A-Z0-9])|(?<=[.!?][\"”’)]) (?=[\"“‘(]?[A-Z])|(?<=[a-z]\.) (?=[#©])"
)
_DATELINE = re.compile(
    r" (?=(?:[A-Z][\w'’-]+,? ){1,3}(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, ?\d{4})?,? ?)?\([A-Z][\w /-]{1,30}\) ?[-–—])"
)
# what stands before a full stop that ends no sentence: "Dr.", "St.", "H.E. Mr."
_ABBREVIATED = re.compile(
    r"(?:^|[\s.(])(?:Dr|Mr|Mrs|Ms|Messrs|St|Hon|Prof|Gen|Col|Lt|Maj|Capt|Sen|Rep|Gov|Rev|No|[A-Z])\.$"
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


def cut(lines: list[Line]) -> list[Line]:
    """The parts of a page on one line, as lines; other pages as they are.

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
    return [part for line in lines for part in (_cut(line.text) if line is longest else [line])]


def _is_paragraph(lines: list[Line], longest: Line) -> bool:
    """Whether the long line is an article's only paragraph: a headline stands above it."""
    above = lines[: lines.index(longest)]
    return any(HEADLINE[0] <= len(line.text.split()) and line.text[-1] not in ".!?" for line in above)


def _cut(text: str) -> list[Line]:
    cuts = {match.start() for match in _SENTENCE_END.finditer(text)} | _isolated_dates(text)
    cuts |= {match.start() for match in _DATELINE.finditer(text[:HEAD])}
    for found in _headings().find(text):
        if text[found.start].isupper() and text[found.start - 1 : found.start] in {"", " "}:
            cuts.add(found.start)
    first = min((end for end in cuts if end > 0), default=len(text))
    if text[:first].rstrip()[-1:] in ".!?":
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
    ends = (match.start() for match in _SENTENCE_END.finditer(paragraph))
    end = next((end for end in ends if not _ABBREVIATED.search(paragraph[max(0, end - 8) : end])), len(paragraph))
    return paragraph[:end].removesuffix(".")
