"""The fields of cooperation that an article is about, with the characters that prove each.

In: an article. Out: its sectors in order of appearance. Every mention of a sector's terms is weighed by where it
stands (a field named, an enumeration, an office's title, background); what a code's mentions add up to decides.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise, product
from typing import NamedTuple

from communique.extract.offices.spans import in_offices, outside_people
from communique.extract.words.sentences import Sentence, sentences
from communique.model import Article, Sector
from communique.registry import settings
from communique.registry.matcher import Match, Matcher
from communique.registry.sector_terms import Term, find_terms

_READ = 30_000  # characters of a body; what follows in a longer one is no news report
_CHAIN = re.compile(r"[\s/&-]*|[^.]{0,32}?(?:,|;|&|\band\b|\bor\b|\bas well as\b|\balong with\b)[^.]{0,32}")
_TROUBLED = frozenset(("humanitarian", "migration", "security"))  # fields whose subject are troubles
_PLURAL_OFFICE = re.compile(r"\b(?:ministers|ministries|secretaries|chiefs)\b", re.IGNORECASE)
_LONG, _SURE = 5, 3  # fields in an enumeration that nothing needs to announce, and how many of them are sure
_ITEM = 90  # characters of an item in an enumeration of paragraphs
_REACH = 100  # characters behind ordinary words of talks within which they tell what it is about
_MANY = 2  # such words in a sentence that is about talks from end to end
_NUMBER = re.compile(r"(?:\(?\w{1,2}[.)]|[-–•*·])(?= |$)")  # what an item of an enumeration begins with
_NAME = 40  # characters within which two terms lie in the name of one office
_CARRIERS = frozenset(  # whose things bring relief or are brought as relief
    ("agriculture", "construction", "defence", "environment", "health", "industry", "transport", "water")
)
_HELP = frozenset(("education", "science"))  # what one side gives the other in any field
_QUOTES = '“”"'
_YEAR = re.compile(r"(?:(?<=\bin )|(?<=\bof )|(?<=\bsince )|(?<=\bfrom )|(?<=\bto ))(?:19|20)\d\d\b")
_RELATIVE = re.compile(r"wh(?<!\wwh)(?:o|ose|ich|ere)\b[^,;]*")  # begins with letters: a scan is quick
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
_COMPANY = re.compile(r"\s*(?:[\w'’.-]+\s+){0,4}")
_NEAR = re.compile(r"\s*(?:[^\W\d_][\w'’-]*\s+){0,2}")


Placed = tuple[Match[Term], bool]  # a term found, and whether it lies in the name of an office or a body


class Mention(NamedTuple):
    """A term in the body: where, of which sector, what speaks for or against it, and what it is worth."""

    start: int
    end: int
    code: str
    features: frozenset[str]
    weight: float


def _cues() -> dict[str, frozenset[str]]:
    """The cue phrases and the classes each belongs to."""
    classes: dict[str, set[str]] = defaultdict(set)
    for name, phrases in settings("sector_context")["cues"].items():
        for phrase in phrases.split("|"):
            classes[phrase.strip()].add(name)
    for name, (first, second) in settings("sector_context")["families"].items():
        for words in product(first.split("|"), second.split("|")):
            classes[" ".join(words)].add(name)
    return {phrase: frozenset(names) for phrase, names in classes.items()}


_CUES = Matcher(_cues, together=True)


def find(article: Article, names: Sequence[str] = ()) -> list[Sector]:
    """The sectors of `article`, in order of appearance.

    Args:
        article: the article; its body from `lead` on and its title are read.
        names: of its people; a word that is part of one is none of a field.

    Returns:
        one `Sector` a code; `start` and `end` give the term in the body, None where only the title has it.
    """
    headline = _headline(article.title, names)
    by_code: dict[str, list[Mention]] = defaultdict(list)
    relief = headline.get("humanitarian") == "strong"
    stated = {code for code, state in headline.items() if state == "strong"}
    if relief:
        headline = {code: "weak" if code in _CARRIERS and s != "strong" else s for code, s in headline.items()}
    for mention in mentions(article, names):
        if relief and mention.code in _CARRIERS - stated and not mention.features & {"announced", "office"}:
            mention = mention._replace(weight=mention.weight + _weight("carrier"))
        by_code[mention.code].append(mention)
    _settle(by_code, headline)
    places = {
        code: _evidence(by_code.get(code, []))
        for code in by_code.keys() | headline.keys()
        if _total(by_code.get(code, []), headline.get(code)) >= _weight("enough")
    }
    if len(places) > 1:
        places = {code: place for code, place in places.items() if not _serves_others(by_code.get(code, []))}
    order = sorted(places, key=lambda code: (places[code] is None, places[code] or (0, 0), code))
    primary = headline.keys() & places.keys() or (places.keys() if len(places) == 1 else set())
    return [Sector(code, code in primary, *(places[code] or (None, None))) for code in order]


def _settle(by_code: dict[str, list[Mention]], headline: dict[str, str]) -> None:
    """Give mentions of "a>b" to b where b counts, a does not without them, and no list names a; else to a."""
    for code in sorted(code for code in by_code.keys() | headline.keys() if ">" in code):
        first, second = code.split(">")
        totals = {c: _total(by_code.get(c, []), headline.get(c)) for c in (first, second)}
        listed = any("list" in mention.features for mention in by_code.get(code, []))
        owner = second if totals[second] >= _weight("enough") > totals[first] and not listed else first
        by_code[owner] = sorted(by_code.get(owner, []) + by_code.pop(code, []))
        if state := headline.pop(code, None):
            headline.setdefault(owner, state)


def _serves_others(found: Sequence[Mention]) -> bool:
    """Whether nothing but tools, such as a loan, speaks for a sector."""
    outside = [mention for mention in found if "office" not in mention.features]
    return bool(outside) and all("tool" in mention.features and "list" not in mention.features for mention in outside)


def _weight(name: str) -> float:
    return settings("sector_context")["weights"][name]


def _total(found: Sequence[Mention], headline: str | None) -> float:
    """What a code's mentions add up to: the best one in full, a part of each further one, and the headline's."""
    weights = sorted((m.weight for m in found if "office" not in m.features), reverse=True)
    offices = _apart([m for m in found if "office" in m.features])
    total = sum(weights[:1]) + _weight("more") * sum(w for w in weights[1:4] if w > 0)
    total += _weight("office") * min(len(offices), 2)
    if headline == "office" and any("shared" in m.features for m in offices):
        total += _weight("shared")
    return round(total + (_weight(f"headline_{headline}") if headline else 0.0), 3)


def _apart(found: Sequence[Mention]) -> list[Mention]:
    """The mentions, those left out that lie in the name of the same office as the one before them."""
    return [m for before, m in zip((None, *found), found, strict=False) if not before or m.start > before.end + _NAME]


def _evidence(found: Sequence[Mention]) -> tuple[int, int] | None:
    """The first good mention; one in an office's title only if there is no other."""
    outside = [m for m in found if "office" not in m.features]
    good = [m for m in outside if m.weight >= _weight("enough")] or outside or found
    return (good[0].start, good[0].end) if good else None


def _headline(title: str, names: Sequence[str] = ()) -> dict[str, str]:
    """The codes that the headline states, and how: as a field, by an ordinary word, in offices, in one office."""
    found = outside_people(title, find_terms(title), names)
    codes: dict[str, str] = {}
    ranks = ("office", "tool", "shade", "weak", "thing", "offices", "broad", "strong")
    judged = list(zip(found, in_offices(title, found, title=True), strict=True))
    for match, office in judged:
        listed = [item for item in judged if match.value.strength == "shade" and _enumerated(title, match, item[0])]
        if match.value.code and not (match.value.strength == "shade" and _is_shaded(title, match, listed, judged)):
            state = "office" if office else match.value.strength
            state = "offices" if office and _PLURAL_OFFICE.search(title) else state
            codes[match.value.code] = max(state, codes.get(match.value.code, state), key=ranks.index)
    return codes


def mentions(article: Article, names: Sequence[str] = ()) -> list[Mention]:
    """Every term of a sector in the body behind the dateline, in order, with its features."""
    body = article.body[:_READ]
    found = outside_people(body, find_terms(body), names)
    offices = in_offices(body, found)
    kept = [
        (match, office)
        for match, office in zip(found, offices, strict=True)
        if match.value.code and match.start >= article.lead and not _in_surname(body, match.start)
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
            result.extend(_weighed(body, group, (), frozenset(("topic", "local", "list")), ()))
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
        result.extend(_weighed(body, group, inside, frozenset(common), _by_the_way(body, part)))
    return result


def _items(body: str, parts: Sequence[Sentence]) -> set[int]:
    """The short paragraphs behind one that ends with a colon: "Agreements were signed on:", "1. Health.", "Trade"."""
    found: set[int] = set()
    if ":\n" not in body:  # the cheap look first
        return found
    for index, (before, part) in enumerate(pairwise(parts), start=1):
        behind_number = index - 1 in found and _NUMBER.fullmatch(body, before.start, before.end)
        if (part.paragraph == before.paragraph and not behind_number) or part.end - part.start > _ITEM:
            continue
        if body[part.end - 1] in '.!?”"' and not behind_number and not _NUMBER.match(body, part.start, part.end):
            continue
        if index - 1 in found or body[before.end - 1] == ":":
            found.add(index)
    return found


def _by_the_way(body: str, part: Sentence) -> list[tuple[int, int, str]]:
    """The stretches of a sentence that are said of something else: relative clauses and quotations."""
    found = [(m.start(), m.end(), "relative") for m in _RELATIVE.finditer(body, part.start, part.end)]
    begin = body.rfind("\n\n", 0, part.start) + 1
    text = body[begin : part.end]
    if "“" in text or '"' in text:
        marks = [i + begin for i, c in enumerate(text) if c in _QUOTES]
        found += [
            (a, b, "quoted") for a, b in zip(marks[::2], [*marks[1::2], part.end], strict=False) if b > part.start
        ]
    return found


def _names_year(body: str, part: Sentence) -> bool:
    """Whether a sentence says "in 1994"; the cheap look first."""
    if body.find("19", part.start, part.end) < 0 and body.find("20", part.start, part.end) < 0:
        return False
    return _YEAR.search(body, part.start, part.end) is not None


def _in_surname(body: str, start: int) -> bool:
    """Whether a term is the second half of a double name: "Quartey-Mills"."""
    return start > 1 and body[start - 1] in "-‑" and body[start].isupper() and body[start - 2].islower()


def _asides(parts: Sequence[Sentence], cues: Sequence[Match[frozenset[str]]], starts: Sequence[int]) -> set[int]:
    """The paragraphs that open with words that lead over to another event."""
    heads = {part.paragraph: part.start for part in reversed(parts)}
    openings = {start: paragraph for paragraph, start in heads.items()}
    return {openings[cue.start] for cue in cues if "aside" in cue.value and cue.start in openings}


def _weighed(
    body: str,
    group: Sequence[Placed],
    cues: Sequence[Match[frozenset[str]]],
    common: frozenset[str],
    stretches: Sequence[tuple[int, int, str]],
) -> list[Mention]:
    """The mentions of one sentence; those that commas and "and" join share what is beside them."""
    chains: list[list[Placed]] = []
    for item in group:
        last = chains[-1][-1] if chains else None
        if last and last[1] == item[1] and _CHAIN.fullmatch(body, last[0].end, item[0].start):
            chains[-1].append(item)
        else:
            chains.append([item])
    weights = settings("sector_context")["weights"]
    result: list[Mention] = []
    for chain in chains:
        shared = set(common)
        shared |= _named(body, chain[0][0].start, [match.end for match, _ in chain], cues)
        codes = len({match.value.code for match, _ in chain})
        if cues and codes < 3 and "topic" in shared and not _led_to(chain[0][0].start, cues):
            shared = shared - {"topic"} | {"remote"}
        named = shared & {"topic", "remote", "local"}  # an enumeration of ills or of goods names no field
        sure = len({match.value.code for match, _ in chain if match.value.strength in ("strong", "broad")})
        long = codes > _LONG or (codes == _LONG and sure >= _SURE)
        shared |= ({"list"} if (named and codes >= 3) or long else set()) | ({"long"} if long else set())
        for match, office in chain:
            features = {"office"} | (shared & {"shared"}) if office else shared - {"shared"} | {match.value.strength}
            if match.value.strength not in ("weak", "shade") or any(_touch(body, match, other) for other, _ in chain):
                features.discard("announced")
            if match.value.code in _HELP and not office and _MEANS.match(body, match.end):
                features.add("means")
            beside = chain if shared >= {"list", "local"} else group  # what an enumeration names stands for itself
            if match.value.strength == "shade" and _is_shaded(body, match, chain, beside):
                features.add("shaded")
            if match.value.strength == "broad" and _is_specified(body, match, group):
                features.add("specified")
            if not office and not features & {"local", "list"} and _in_name(body, match):
                features.add("proper")
            if not office:
                features |= {name for start, end, name in stretches if start <= match.start < end}
            if match.value.code in _TROUBLED:
                features.discard("trouble")
            weight = round(sum(weights[feature] for feature in features), 3)  # the order of a set is not to matter
            result.append(Mention(match.start, match.end, match.value.code, frozenset(features), weight))
    return result


def _led_to(start: int, cues: Sequence[Match[frozenset[str]]]) -> bool:
    """Whether a sentence tells of what stands at `start`: it is one of talks, or words of help lead there."""
    if any("talk" in cue.value for cue in cues):
        return True
    told = [cue.end for cue in cues if cue.value & {"topic", "field_of"}]
    return len(told) >= _MANY or any(end <= start <= end + _REACH for end in told)


def _in_name(body: str, match: Match[Term]) -> bool:
    """Whether a term is part of a name in capitals that no sentence begins with: "the Trade Expo", "Windsor Forest"."""
    if not body[match.start].isupper() or not body[match.start + 1 : match.start + 2].islower():
        return False
    before = body[max(0, match.start - 30) : match.start]
    if _SENTENCE_BEFORE.search(before):
        return False
    return _NAME_BEFORE.search(before) is not None or _NAME_BEHIND.match(body, match.end) is not None


def _is_shaded(
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
        between = body[min(other.end, shade.end) : max(other.start, shade.start)]
        if not between.strip() or (other, office) not in chain:
            return True
    return False


def _enumerated(text: str, one: Match[Term], other: Match[Term]) -> bool:
    """Whether commas and "and" join two terms: "infrastructure, mining", but not "training of doctors"."""
    return _CHAIN.fullmatch(text, min(one.end, other.end), max(one.start, other.start)) is not None


def _touch(body: str, one: Match[Term], other: Match[Term]) -> bool:
    """Whether nothing but white space or a hyphen lies between two terms: "energy research"."""
    return one is not other and not body[min(one.end, other.end) : max(one.start, other.start)].strip(" -")


def _is_specified(body: str, broad: Match[Term], group: Sequence[Placed]) -> bool:
    """Whether another field stands right before or behind: "port infrastructure", "infrastructure in transport"."""
    for other, office in group:
        if office or other.value.code == broad.value.code or other.value.strength in ("shade", "weak"):
            continue
        if _touch(body, broad, other):
            return True
        if other.start >= broad.end and _SPECIFYING.fullmatch(body, broad.end, other.start):
            return True
    return False


def _named(body: str, start: int, ends: Sequence[int], cues: Sequence[Match[frozenset[str]]]) -> set[str]:
    """What the words before a chain, or behind its first or last term, say: that it names fields, people, goals."""
    found: set[str] = set()
    for cue in cues:
        before = cue.value & {"field_of", "announces"} and cue.end <= start <= cue.end + 30
        if before and _NEAR.fullmatch(body, cue.end, start):
            near = "announces" in cue.value and len(body[cue.end : start].split()) <= 1
            found |= {"local", "announced"} if near else {"local"}
        if cue.end <= start:
            found |= cue.value & {"general", "goods"}
        if "company" in cue.value and cue.end <= start and _COMPANY.fullmatch(body, cue.end, start):
            found.add("company")
        if "after" in cue.value and any(
            end <= cue.start <= end + 16 and _NEAR.fullmatch(body, end, cue.start) for end in (ends[0], ends[-1])
        ):
            found.add("local")
    return found
