"""The stretches of a sentence that are said by the way: of something else, of former days, of what surrounds the talks.

In: a body and one of its sentences. Out: the stretches with the feature of a mention that lies in each.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.extract.words.sentences import Sentence
from communique.registry import settings
from communique.registry.matcher import Match

Stretch = tuple[int, int, str]

_QUOTES = '“”"'
_RELATIVE = re.compile(r"wh(?<!\wwh)(?:o|ose|ich|ere)\b[^,;]*")  # begins with letters: a scan is quick
_PERFECT = re.compile(
    r"(?<!to )(?<!may )(?<!will )(?<!would )\b(?:has|have|had)"
    r"(?: (?:[a-z]+ly|also|already|long|never|now|been|in the past|for years|over the years))* ([a-z]+)"
)
_FOR_WHAT = re.compile(r"(?<=[Tt]hank)[a-z]* [^.;]{1,60}? for |(?<=rateful )(?:to [^.;]{1,60}? )?for ")
_SINCE = re.compile(r"\b(?:[Ss]ince|[Ii]n|[Ff]rom) (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")
_RELATED = re.compile(r"\b(?:that|which)(?: [\w’'-]+){0,4} $")
_TURN = re.compile(
    r"[;:]|, (?:and|but|while|whereas|adding|with|which|who|where|so)\b"
    r"|\b(?:that|who|which|will|would|should|shall|may|to be)\b"
)


def by_the_way(body: str, part: Sentence, cues: Sequence[Match[frozenset[str]]]) -> list[Stretch]:
    """The stretches of a sentence, in which `cues` stand, that are said by the way.

    Relative clauses and quotations; in paragraphs behind the first what is done ("Norway has built a dam here"), which
    is no more talked about; circumstances ("given the changing climate").
    """
    found = [(m.start(), m.end(), "relative") for m in _RELATIVE.finditer(body, part.start, part.end)]
    found += _quoted(body, part)
    found += _circumstances(body, part, cues)
    if part.paragraph and body.find(" ha", part.start, part.end) >= 0:  # the cheap look first
        found += _done(body, part)
    return found


def _quoted(body: str, part: Sentence) -> list[Stretch]:
    """What stands in quotation marks, also where these opened in a sentence before."""
    begin = body.rfind("\n\n", 0, part.start) + 1
    text = body[begin : part.end]
    if "“" not in text and '"' not in text:
        return []
    marks = [i + begin for i, c in enumerate(text) if c in _QUOTES]
    pairs = zip(marks[::2], [*marks[1::2], part.end], strict=False)
    return [(a, b, "quoted") for a, b in pairs if b > part.start]


def _done(body: str, part: Sentence) -> Iterator[Stretch]:
    """What somebody has done: "has built a dam", "thanked them for the roads which they have built", and, with a year,
    "former": "since 1970 has committed"; not what is news: "has offered scholarships"."""
    perfects = list(_PERFECT.finditer(body, part.start, part.end))
    if not perfects:
        return
    thanks = _FOR_WHAT.search(body, part.start, part.end)
    old = _SINCE.search(body, part.start, part.end)
    last = part.start
    for match in perfects:
        if match.start() < last or (match[1] in _news() and not old):
            continue
        turn = _TURN.search(body, match.end(), part.end)
        start = match.start()
        if thanks and thanks.end() < start and _RELATED.search(body, max(part.start, start - 50), start):
            start = thanks.end()
        last = turn.start() if turn else part.end
        yield start, last, "former" if old else "done"


@cache
def _news() -> frozenset[str]:
    """The participles of what is new in a report, and words that are none."""
    return frozenset(settings("sector_context")["byways"]["news"].split())


def _circumstances(body: str, part: Sentence, cues: Sequence[Match[frozenset[str]]]) -> Iterator[Stretch]:
    """What surrounds the talks, up to the next comma: "once the talks on the budget begin", "despite the drought"."""
    last = part.start
    for cue in cues:
        if "circumstance" in cue.value and cue.start >= last and _opens(body, cue.start, part):
            comma = body.find(",", cue.end, part.end)
            last = comma if comma > 0 else part.end
            yield cue.start, last, "circumstance"


def _opens(body: str, start: int, part: Sentence) -> bool:
    """Whether the words at `start` tell a circumstance: ", given the drought", "as far as the drought permits", but not
    "a car given the mayor", "as far as trade is concerned"."""
    if body.startswith("as far as", start):
        return body.find(" concerned", start, min(start + 60, part.end)) < 0
    return start == part.start or body[start - 2] == "," or not body.startswith("given", start)
