"""The terms of one sentence in their chains: what commas and "and" join shares what is beside it.

In: the terms of a sentence, its cue phrases and what is known of it. Out: a `Mention` a term with its features (a field
named, an enumeration, an office's title, a term that serves another field) and its weight.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from communique.registry import settings
from communique.registry.matcher import Match
from communique.registry.sector_terms import Term

_CHAIN = re.compile(r"[\s/&-]*|[^.]{0,32}?(?:,|;|&|\band\b|\bor\b|\bas well as\b|\balong with\b)[^.]{0,32}")
_JOINT = re.compile(r"\s*(?:,|(?:,\s*)?(?:and|or|as well as)\b|&|/)\s*(?:(?:the|on|in)\s)?")
_TROUBLED = frozenset(("humanitarian", "migration", "security"))  # fields whose subject are troubles
_LONG, _SURE = 5, 3  # fields in an enumeration that nothing needs to announce, and how many of them are sure
_RECENT = 400  # characters before "the industry" in which a field may have named it
_REACH = 100  # characters behind ordinary words of talks within which they tell what it is about
_OPENING = frozenset(("general", "goods"))  # phrases that tell what all behind them is: "with basic services such as"
_MANY = 2  # such words in a sentence that is about talks from end to end
_FORCES = frozenset(("defence", "security"))  # fields that train their own people
_HELP = frozenset(("education", "science"))  # what one side gives the other in any field
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]*(?: (?:of|and|for|on|in|the|&))? $")
_NAME_BEHIND = re.compile(r" (?:(?:of|and|for|the|&) )?[A-Z]")
_SENTENCE_BEFORE = re.compile(r"[.!?:\n“\"]\W*$")
_MEANS = re.compile(
    r"[^.;]{0,60}? (?:in|of|for) (?:this|that|the same|the said) (?:sector|field|area|domain|sphere|regard)\b"
)
_SPECIFYING = re.compile(
    r"(?: [\w-]+){0,2}(?:,? (?:namely|such as|including|(?:especially |particularly |mainly |notably )?(?:in|of|for)))"
    r"(?: the)?(?: (?:fields?|areas?|sectors?|spheres?|domains?) of)?(?: [\w-]+)? "
)
# "the oil and gas industry … support the further development of the industry": the one named before
_THE_ONE = re.compile(r"\b(?:the|this|that) $")
_INDUSTRY = re.compile(r"\b(?!the\b|this\b|and\b|of\b)[a-z]+ industry\b")
_COMPANY = re.compile(r"\s*(?:(?!to\s)[\w'’.-]+\s+){0,4}")
_OWNED = re.compile(r" |['’]s? |s['’] ")  # between a modifier and its head: "athletes' training"
_NEAR = re.compile(r"\s*(?:[^\W\d_][\w'’-]*\s+){0,2}")


Placed = tuple[Match[Term], bool]  # a term found, and whether it lies in the name of an office or a body
Cue = Match[frozenset[str]]  # a phrase and the classes that it belongs to


class Mention(NamedTuple):
    """A term in the body: where, of which sector, what speaks for or against it, and what it is worth."""

    start: int
    end: int
    code: str
    features: frozenset[str]
    weight: float


def weighed(
    body: str,
    group: Sequence[Placed],
    cues: Sequence[Cue],
    common: frozenset[str],
    stretches: Sequence[tuple[int, int, str]],
) -> list[Mention]:
    """The mentions of one sentence; those that commas and "and" join share what is beside them."""
    result: list[Mention] = []
    openings = [(cue.end, cue.value & _OPENING) for cue in cues if cue.value & _OPENING]
    for chain in _chains(body, group):
        shared = _shared(body, chain, cues, common)
        beside = chain if shared >= {"list", "local"} else group  # what an enumeration names stands for itself
        for placed in chain:
            match, office = placed
            features = _features(body, placed, chain, beside, shared)
            if is_specified(body, match, group):
                if match.value.strength != "broad":
                    continue
                features.add("specified")
            if not office:
                features |= {name for start, end, name in stretches if start <= match.start < end}
                features |= {
                    name for end, names in openings if chain[0][0].start < end <= match.start for name in names
                }
            if match.value.code in _TROUBLED:
                features.discard("trouble")
            if features >= {"list", "local"} and features & {
                "strong",
                "broad",
                "paired",
            }:  # "he recalled cooperation in health, ports and mining"
                features.discard("background")
            known = frozenset(features)
            result.append(Mention(match.start, match.end, match.value.code, known, _worth(known)))
    return result


def _chains(body: str, group: Sequence[Placed]) -> list[list[Placed]]:
    """The terms of a sentence, those together that commas and "and" join."""
    chains: list[list[Placed]] = []
    for item in group:
        last = chains[-1][-1] if chains else None
        if last and last[1] == item[1] and _CHAIN.fullmatch(body, last[0].end, item[0].start):
            chains[-1].append(item)
        else:
            chains.append([item])
    return chains


def _shared(body: str, chain: Sequence[Placed], cues: Sequence[Cue], common: frozenset[str]) -> set[str]:
    """What holds for all terms of a chain: what the sentence and the words beside say, and whether it enumerates."""
    start = chain[0][0].start
    shared = common | _named(body, start, [match.end for match, _ in chain], cues)
    codes = len({match.value.code for match, _ in chain})
    if cues and codes < 3 and "topic" in shared and not _led_to(start, cues):
        shared = shared - {"topic"} | {"remote"}
    named = shared & {"topic", "remote", "local"}  # an enumeration of ills or of goods names no field
    sure = len({match.value.code for match, _ in chain if match.value.strength in ("strong", "broad")})
    long = codes > _LONG or (codes == _LONG and sure >= _SURE)
    return {*shared, *(("list",) if (named and codes >= 3) or long else ()), *(("long",) if long else ())}


def _features(
    body: str, placed: Placed, chain: Sequence[Placed], beside: Sequence[Placed], shared: set[str]
) -> set[str]:
    """What speaks for or against a term by the chain in which it stands and the words that touch it."""
    match, office = placed
    features = {"office"} | (shared & {"shared"}) if office else shared - {"shared"} | {match.value.strength}
    if match.value.strength not in ("weak", "shade") or any(_touch(body, match, other) for other, _ in chain):
        features.discard("announced")
    if not office and _is_joined(body, match, chain):
        features.add("paired")
    if match.value.code in _HELP and not office and _MEANS.match(body, match.end):
        features.add("means")
    if match.value.code == "industry" and not office and _points_back(body, match):
        features.add("means")
    if match.value.strength == "shade" and is_shaded(body, match, chain, beside):
        features.add("shaded")
    if not office and not features & {"local", "list"} and _in_name(body, match):
        features.add("proper")
    return features


@lru_cache(maxsize=4096)  # few combinations make up most mentions
def _worth(features: frozenset[str]) -> float:
    """What a mention with these features is worth."""
    weights = settings("sector_context")["weights"]
    return round(sum(weights[feature] for feature in features), 3)  # the order of a set is not to matter


def _led_to(start: int, cues: Sequence[Cue]) -> bool:
    """Whether a sentence tells of what stands at `start`: it is one of talks, or words of help lead there."""
    if any("talk" in cue.value for cue in cues):
        return True
    told = [cue.end for cue in cues if cue.value & {"topic", "field_of"}]
    return len(told) >= _MANY or any(end <= start <= end + _REACH for end in told)


def _points_back(body: str, match: Match[Term]) -> bool:
    """Whether "the industry" is that of another field, named before."""
    if body[match.start : match.end] != "industry" or not _THE_ONE.search(body, max(0, match.start - 5), match.start):
        return False
    return _INDUSTRY.search(body, max(0, match.start - _RECENT), match.start) is not None


def _in_name(body: str, match: Match[Term]) -> bool:
    """Whether a term is part of a name in capitals that no sentence begins with: "the Trade Expo", "Windsor Forest"."""
    if not body[match.start].isupper() or not body[match.start + 1 : match.start + 2].islower():
        return False
    before = body[max(0, match.start - 30) : match.start]
    if _SENTENCE_BEFORE.search(before):
        return False
    return _NAME_BEFORE.search(before) is not None or _NAME_BEHIND.match(body, match.end) is not None


def is_shaded(
    body: str,
    shade: Match[Term],
    chain: Sequence[Placed],
    group: Sequence[Placed],
) -> bool:
    """Whether a term that goes with many fields stands beside one: "training of doctors", but not "trade and ports".

    Two such terms of one field hold their own: "training of students".
    """
    own = {body[m.start : m.end].lower() for m, office in group if not office and m.value.code == shade.value.code}
    if len(own) > 1:
        return False
    for other, office in group:
        if office or other.value.code == shade.value.code or other.value.strength in ("shade", "weak"):
            continue
        if shade.value.code == "education" and other.value.code in _FORCES:
            return True
        between = body[min(other.end, shade.end) : max(other.start, shade.start)]
        if not between.strip() or (other, office) not in chain:
            return True
    return False


def enumerated(text: str, one: Match[Term], other: Match[Term]) -> bool:
    """Whether commas and "and" join two terms: "infrastructure, mining", but not "training of doctors"."""
    return _CHAIN.fullmatch(text, min(one.end, other.end), max(one.start, other.start)) is not None


@cache
def _joined_words() -> frozenset[str]:
    """The ordinary words that name a field beside the name of another."""
    return frozenset(settings("sector_context")["joined"]["words"].split("|"))


@cache
def _plain_words() -> frozenset[str]:
    """The ordinary words that name a field where words of talks stand right before them: "discussed ports"."""
    return frozenset(settings("sector_context")["joined"]["plain"].split("|"))


def _is_joined(body: str, match: Match[Term], chain: Sequence[Placed]) -> bool:
    """Whether a comma or "and" joins an ordinary word to the name of another field: "trade and security"."""
    if match.value.strength not in ("weak", "shade") or body[match.start : match.end].lower() not in _joined_words():
        return False
    return any(
        other.value.strength in ("strong", "broad")
        and other.value.code != match.value.code
        and _JOINT.fullmatch(body, min(match.end, other.end), max(match.start, other.start))
        for other, _ in chain
    )


def _touch(body: str, one: Match[Term], other: Match[Term]) -> bool:
    """Whether nothing but white space or a hyphen lies between two terms: "energy research"."""
    return one is not other and not body[min(one.end, other.end) : max(one.start, other.start)].strip(" -")


def is_specified(body: str, match: Match[Term], group: Sequence[Placed]) -> bool:
    """Whether another field specifies a term.

    One right before or behind a broad term ("port infrastructure", "infrastructure in transport"), or right before a
    head that goes with any field: "health statistics", "railway workers".
    """
    broad = match.value.strength == "broad"
    if not broad and body[match.start : match.end].lower() not in _head_words():
        return False
    for other, office in group:
        if office or other.value.code == match.value.code or other.value.strength in ("shade", "weak"):
            continue
        if _OWNED.fullmatch(body, other.end, match.start) or (broad and _touch(body, match, other)):
            return True
        if broad and other.start >= match.end and _SPECIFYING.fullmatch(body, match.end, other.start):
            return True
    return False


@cache
def _head_words() -> frozenset[str]:
    """The nouns that go with any field, whose name right before them says which: "transport statistics"."""
    return frozenset(settings("sector_context")["joined"]["heads"].split("|"))


def _named(body: str, start: int, ends: Sequence[int], cues: Sequence[Cue]) -> set[str]:
    """What the words before a chain, or behind its first or last term, say: that it names fields, people, goals."""
    found: set[str] = set()
    for cue in cues:
        before = cue.value & {"field_of", "announces"} and cue.end <= start <= cue.end + 30
        if before and _NEAR.fullmatch(body, cue.end, start):
            near = "announces" in cue.value and len(body[cue.end : start].split()) <= 1
            near = near or (cue.end + 1 == start and body[start : ends[0]].lower() in _plain_words())
            found |= {"local", "announced"} if near else {"local"}
        if cue.end <= start:
            found |= cue.value & _OPENING
        if "company" in cue.value and cue.end <= start and _COMPANY.fullmatch(body, cue.end, start):
            found.add("company")
        if "after" in cue.value and any(
            end <= cue.start <= end + 16 and _NEAR.fullmatch(body, end, cue.start) for end in (ends[0], ends[-1])
        ):
            found.add("local")
    return found
