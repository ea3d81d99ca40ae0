"""Who enters an office, told by the clause around it: "X took office as", "on his election as", "whom they chose as".

In: a `Reading`, an office, and the names in front of it that hold none. Out: the name, or None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.extract.offices.heads import skip_the
from communique.extract.offices.phrases import Office
from communique.extract.people.names import Name
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_ENTERED = word_class("entered")  # participles
_ENTRIES = word_class("entries")  # nouns
_SERVICE = frozenset(
    ["mandate", "term", "tenure", "mission", "assignment", "posting", "stint", "service", "tour", "duties"]
)
_LEAVING = frozenset([
    "end", "ending", "completion", "completing", "conclusion", "concluding", "expiry", "expiration", "termination",
    "close", "culmination", "finishing",
])  # fmt: skip
_SWORN = _ENTERED | {"in", "over", "charge", "office", "credentials", "credence"}
_CHOSE = frozenset(["elected", "re-elected", "reelected", "appointed", "named", "chose", "chosen", "made", "voted"])
_PATENTS = frozenset(["makes", "made", "accredits", "accrediting", "names", "appoints"])
_MAKING = _PATENTS | {"appointing", "naming", "making"}
_PASSIVE = frozenset(
    ["was", "were", "has", "have", "had", "been", "is", "unanimously", "also", "recently", "then", "duly"]
)
_ARTICLES = frozenset(["the", "a", "an", "their", "its", "his", "her", "our"])
_NEW = frozenset(["new", "next", "first", "future"])
_BEFORE_ENTRY = frozenset([
    "on", "upon", "for", "at", "after", "following", "of", "the", "occasion", "recent", "being", "having", "been",
    "his", "her", "their", "by", "end", "close", "completion", "conclusion", "expiry", "latter", "'s", "during",
])  # fmt: skip
_LEADING = frozenset(["agency", "party", "senior_official", "diplomat", "military"])  # of a delegation or mission
_STANDING_FOR = (["represents"], ["represented"], ["serves"], ["leads"])
_SINCE = frozenset([
    "now", "since", "yesterday", "today", "also", "still", "already", "been", "become", "as", "of", "again", "once",
    *word_class("calendar"),
])  # fmt: skip
_HIS = frozenset(["his", "her"])
_FAR = 8  # words


def who_enters(reading: Reading, name_to: Mapping[int, Name], free: Sequence[Name], office: Office) -> Name | None:
    """The one of the `free` names in front of the office whose it is by the clause that ends with it."""
    lower, k = reading.tokens.lower, office.i
    begin = reading.tokens.bounds[reading.tokens.sentence[k]][0]
    k -= lower[k - 1] in _NEW
    k -= lower[k - 1] in _ARTICLES
    if k - begin < 3:
        return None
    mine = [name for name in free if name.i >= begin]
    found = (
        _leaving(lower, name_to, mine, k)
        or _appointing(lower, mine, k)
        or _sworn(lower, name_to, k)
        or _entry(lower, name_to, mine, k)
        or _whom(lower, name_to, k)
        or _elected(lower, name_to, office.i)
        or _elected_too(lower, name_to, begin, k)
        or _is(lower, mine, begin, k)
        or _is_now(reading, mine, begin, office)
        or (_led(lower, mine, begin, k) if office.head.level in _LEADING else None)
    )
    return found if found in mine and (found.j - found.i > 1 or found.styled or found.i == begin) else None


def of_choosers(reading: Reading, name: Name, office: Office) -> Office:
    """The office with the country of those who chose its holder: "X, whom the Finns elected as their President"."""
    lower = reading.tokens.lower
    if lower[name.j : name.j + 2] == [",", "who"] and lower[name.j + 2 : name.j + 3] in _STANDING_FOR:
        return _of_represented(reading, skip_the(lower, name.j + 3), office)
    told = lower[name.j : name.j + 2] == [",", "whom"] and not office.countries
    geo = next((reading.geo[k] for k in range(name.j, office.i) if k in reading.geo), None) if told else None
    return replace(office, countries=(geo.alpha3,)) if geo else office


def _of_represented(reading: Reading, q: int, office: Office) -> Office:
    """The office with whom its holder represents, at the word `q`: "X, who represents UNDP in Chad as Director"."""
    body, geo = reading.body.get(q), reading.geo.get(q)
    if body and q < office.i and not office.organization:
        return replace(office, organization=body.organization.name)
    mine = geo and geo.form == "name" and q < office.i and not office.countries
    return replace(office, countries=(geo.alpha3,)) if geo and mine else office


def _appointing(lower: list[str], mine: Sequence[Name], k: int) -> Name | None:
    """ "He thanked the King for appointing him minister", "gave X the letter that makes him", "accrediting her as"."""
    q = next((q for q in range(k - 1, k - _FAR, -1) if lower[q] == "him" or lower[q] == "her"), 0)
    told = lower[q - 1] in _MAKING and (q == k - 1 or lower[k - 1] == "as")
    return (mine[-1] if lower[q - 1] in _PATENTS else mine[0]) if told and mine else None


def _sworn(lower: list[str], name_to: Mapping[int, Name], k: int) -> Name | None:
    """ "the ceremony at which X took office as President", "X was accredited as ambassador"."""
    if lower[k - 1] != "as" or _SWORN.isdisjoint(lower[max(0, k - 4) : k - 1]):
        return None
    return next((name_to[q] for q in range(k - 2, k - 6, -1) if q in name_to), None)


def _entry(lower: list[str], name_to: Mapping[int, Name], mine: Sequence[Name], k: int) -> Name | None:
    """ "congratulated X on his election as", "X received congratulations on being reelected as", "on becoming"."""
    q = k - 2 if lower[k - 1] == "as" else k - 1
    if lower[q] not in (_ENTRIES | _ENTERED | {"last", "first", "final"} if lower[k - 1] == "as" else {"becoming"}):
        return None
    if lower[q] in {"last", "first", "final"} and lower[q - 1] not in _HIS:
        return None
    first = q
    while q > 0 and lower[q - 1] in _BEFORE_ENTRY and first - q < _FAR:
        q -= 1
    if q in name_to and q < first:
        return name_to[q]
    told = not _HIS.isdisjoint(lower[q:first]) or lower[first - 1 : first] == ["being"]
    whole = [name for name in mine if name.styled or name.j - name.i > 1]
    if "latter" in lower[q:first]:  # "A met B at the end of the latter's mandate as"
        return whole[-1] if whole else None
    return whole[0] if told and len(whole) == 1 else None


def _leaving(lower: list[str], name_to: Mapping[int, Name], mine: Sequence[Name], k: int) -> Name | None:
    """ "met X, at the end of the latter's mission as", "received X on the completion of her four-year term as"."""
    if lower[k - 1] != "as" or lower[k - 2] not in _SERVICE:
        return None
    end = next((q for q in range(k - 3, max(0, k - _FAR), -1) if lower[q] in _LEAVING), None)
    if end is None:
        return None
    while end > 0 and lower[end - 1] in _BEFORE_ENTRY | {",", "with", "marking", "near"}:
        end -= 1
    whole = [name for name in mine if name.styled or name.j - name.i > 1]
    return name_to.get(end) or name_to.get(end + 1) or (whole[-1] if len(whole) == 1 else None)


def _whom(lower: list[str], name_to: Mapping[int, Name], k: int) -> Name | None:
    """ "X, whom the Finns elected (as) their President"."""
    k -= lower[k - 1] == "as"
    if lower[k - 1] not in _CHOSE:
        return None
    who = next((q for q in range(k - 2, max(0, k - _FAR), -1) if lower[q] == "whom"), None)
    return name_to.get(who - 1) if who and lower[who - 1] == "," else None


def _elected(lower: list[str], name_to: Mapping[int, Name], k: int) -> Name | None:
    """ "X was elected President (of the group)", "X has been unanimously re-elected chairman"."""
    verb = k if lower[k] in _CHOSE else k - 1
    q = verb
    while q > 0 and lower[q - 1] in _PASSIVE:
        q -= 1
    return name_to.get(q) if q < verb and lower[verb] in _CHOSE else None


def _elected_too(lower: list[str], name_to: Mapping[int, Name], begin: int, k: int) -> Name | None:
    """ "X was elected President, and Y the Secretary": the name in front of the office, if others are chosen before."""
    name = name_to.get(k)
    listed = name is not None and lower[name.before - 1] in {",", "and"}
    return name if name and listed and not _CHOSE.isdisjoint(lower[begin : name.before]) else None


def _led(lower: list[str], mine: Sequence[Name], begin: int, k: int) -> Name | None:
    """ "Brig Gen X was the head of the contingent"."""
    name = mine[0] if mine and mine[0].before == begin else None
    return name if name and name.j == k - 1 and lower[k - 1] in {"is", "was"} else None


def _is_now(reading: Reading, mine: Sequence[Name], begin: int, office: Office) -> Name | None:
    """ "X is now formally India's High Commissioner here", "X has since Monday been the ambassador"."""
    lower, name = reading.tokens.lower, mine[0] if mine and mine[0].before == begin else None
    if name is None or lower[name.j] not in {"is", "has", "was"}:
        return None
    k = office.i - (lower[office.i - 1] in _NEW)
    owner = reading.geo_to.get(k - 1) if lower[k - 1] == "'s" else None
    k = owner.i if owner else k
    k -= lower[k - 1] in _ARTICLES
    between = lower[name.j + 1 : k]
    return name if all(word in _SINCE or word.endswith("ly") for word in between) and 0 < len(between) < _FAR else None


def _is(lower: list[str], mine: Sequence[Name], begin: int, k: int) -> Name | None:
    """ "X, who lives in Split, is the honorary consul", "X, hours after he was sworn in as"."""
    before = lower[max(0, k - 4) : k - 1] if lower[k - 1] == "as" else []
    new = "charge" in before
    if _SWORN.isdisjoint(before) and not (lower[k - 1] in {"is", "was"} and lower[k - 2] == ","):
        return None
    name = mine[0] if mine and mine[0].before == begin else None
    return name if name and (new or lower[name.j] == ",") else None
