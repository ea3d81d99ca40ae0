"""Every place where a body names a sector's term, with what its sentence and paragraph say.

In: an article. Out: a `Mention` a term: what was talked about, what is background, what somebody quotes, and what
`chains.py` makes of the terms beside it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, pairwise, product

from communique.extract.fields.byways import by_the_way
from communique.extract.fields.chains import Cue, Mention, Placed, weighed
from communique.extract.offices.spans import in_offices, outside_people
from communique.extract.words.sentences import Sentence, sentences
from communique.model import Article
from communique.registry import settings
from communique.registry.matcher import Match, Matcher
from communique.registry.sector_terms import Term, find_terms, names_field

_READ = 30_000  # characters of a body; what follows in a longer one is no news report
_ITEM, _MARKED = 90, 110  # characters of an item in an enumeration of paragraphs, and of a marked one that goes on
_NUMBER = re.compile(r"(?:\(?\w{1,2}[.)]|[-–•*·])(?= |$)")  # what an item of an enumeration begins with
_TOLD_TO = re.compile(  # "told the public television", "before the local press"
    r"\b(?:told|tells?|telling|informed|interview(?:ed)? (?:with|by|to|on|for)|statements? to|remarks to"
    r"|declared (?:to|before)|sp(?:eaking|oke) (?:to|on|before)|before|sa(?:id|ying) on|quoted by|according to"
    r"|reported by|cited by|heard by) (?:the |a |an )?(?:(?!(?:that|about|of|in|on|how|and|for)\b)[\w-]+ ){0,2}$"
)
_REPORTS = re.compile(r" (?:has |have |had |also )?(?:report(?:s|ed)?|said|says?|speaks? of|wrote|quoted|aired)\b")
_WIDE = 60  # characters before a word of the press in which somebody speaks to it
_YEAR = re.compile(r"(?:(?<=\bin )|(?<=\bof )|(?<=\bsince )|(?<=\bfrom )|(?<=\bto ))(?:19|20)\d\d\b")


def _cues() -> dict[str, frozenset[str]]:
    """The cue phrases and the classes each belongs to."""
    classes: dict[str, set[str]] = defaultdict(set)
    for name, phrases in settings("sector_context")["cues"].items():
        for phrase in phrases.split("|"):
            classes[phrase.strip()].add(name)
    for name, families in settings("sector_context")["families"].items():
        for words in chain.from_iterable(product(*(part.split("|") for part in parts)) for parts in families):
            classes[" ".join(words)].add(name)
    return {phrase: frozenset(names) for phrase, names in classes.items()}


_CUES = Matcher(_cues, together=True)


def mentions(article: Article, names: Sequence[str] = ()) -> list[Mention]:
    """Every term of a sector in the body behind the dateline, in order, with its features."""
    body = article.body[:_READ]
    found = outside_people(body, find_terms(body), names)
    offices = in_offices(body, found)
    kept = [
        (match, office)
        for match, office in zip(found, offices, strict=True)
        if names_field(match.value, in_office=office)
        and match.start >= article.lead
        and not _in_surname(body, match.start)
        and not (match.value.code == "media" and not office and _is_source(body, match))
    ]
    if not kept:
        return []
    parts = sentences(body)
    starts = [part.start for part in parts]
    cues = _CUES.find(body)
    cue_starts = [cue.start for cue in cues]
    grouped: dict[int, list[Placed]] = defaultdict(list)
    for match, office in kept:
        grouped[bisect_right(starts, match.start) - 1].append((match, office))
    aside, items = _asides(parts, cues, starts), _items(body, parts)
    result: list[Mention] = []
    for index, group in grouped.items():
        part = parts[index]
        if index in items:
            result.extend(weighed(body, group, (), frozenset(("topic", "local", "list")), ()))
            continue
        inside = cues[bisect_left(cue_starts, part.start) : bisect_left(cue_starts, part.end)]
        classes = {name for cue in inside for name in cue.value}
        common: set[str] = {
            name for name in ("background", "trouble", "figures", "shared", "excluded") if name in classes
        }
        common |= {"topic"} if classes & {"talk", "topic", "field_of"} else set()
        common |= {"lead"} if part.paragraph == 0 else {"late"} if part.start > 0.8 * len(body) else set()
        common |= {"year"} if _names_year(body, part) else set()
        common |= {"aside"} if part.paragraph in aside else set()
        result.extend(weighed(body, group, inside, frozenset(common), by_the_way(body, part, inside)))
    return result


def _items(body: str, parts: Sequence[Sentence]) -> set[int]:
    """The short paragraphs behind one that ends with a colon: "Agreements were signed on:", "1. Health.", "Trade"."""
    found: set[int] = set()
    if ":\n" not in body:  # the cheap look first
        return found
    for index, (before, part) in enumerate(pairwise(parts), start=1):
        behind_number = index - 1 in found and _NUMBER.fullmatch(body, before.start, before.end)
        marked = behind_number or _NUMBER.match(body, part.start, part.end)
        longest = _MARKED if marked and body[part.end - 1] in ";," else _ITEM
        if (part.paragraph == before.paragraph and not behind_number) or part.end - part.start > longest:
            continue
        if body[part.end - 1] in '.!?”"' and not marked:
            continue
        if index - 1 in found or body[before.end - 1] == ":":
            found.add(index)
    return found


def _names_year(body: str, part: Sentence) -> bool:
    """Whether a sentence says "in 1994"; the cheap look first."""
    if body.find("19", part.start, part.end) < 0 and body.find("20", part.start, part.end) < 0:
        return False
    return _YEAR.search(body, part.start, part.end) is not None


def _is_source(body: str, match: Match[Term]) -> bool:
    """Whether the press is told or reports something: "told the public television", "the Chinese media speak of"."""
    told = _TOLD_TO.search(body, max(0, match.start - _WIDE), match.start)
    return told is not None or _REPORTS.match(body, match.end) is not None


def _in_surname(body: str, start: int) -> bool:
    """Whether a term is the second half of a double name: "Quartey-Mills"."""
    return start > 1 and body[start - 1] in "-‑" and body[start].isupper() and body[start - 2].islower()


def _asides(parts: Sequence[Sentence], cues: Sequence[Cue], starts: Sequence[int]) -> set[int]:
    """The paragraphs that open with words that lead over to another event."""
    heads = {part.paragraph: part.start for part in reversed(parts)}
    openings = {start: paragraph for paragraph, start in heads.items()}
    return {openings[cue.start] for cue in cues if "aside" in cue.value and cue.start in openings}
