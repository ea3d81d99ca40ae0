"""An office and its holder told in sentences one behind the other: "X announced it. The Minister of Trade added".

In: the mentions of a text. Out: the same, who has no office with the one that the sentence behind ("Kim Lee called on
the dean. The Ambassador of Korea asked") or in front ("She met the Minister for Ports. Kim Lee asked for help") tells.
Nothing is paired that another holds, and of several names the subject's comes first, at a reception the guest's.
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.offices.alike import matches
from communique.extract.offices.heads import abstract_noun, words
from communique.extract.offices.phrases import Office
from communique.extract.people.alike import same_name
from communique.extract.people.mentions import Mention
from communique.extract.people.names import Name
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_BACK = 2  # sentences from a name to its office
_FRONTED = 6  # words of "For his part, the" before "Ambassador"
_STYLES = frozenset(["patriarch", "judge", "legislator", "prince", "expert", "professor"])
_RECEIVING = frozenset(["received", "receives", "welcomed", "welcomes", "hosted", "hosts", "greeted", "summoned"])
_LONE = frozenset(["military", "legislature", "judiciary", "diplomat", "head_of_state", "head_of_government"])
_REIGNING = frozenset(["head_of_state", "royal"])
_QUOTES = frozenset(["”", '"', "’", "'"])
_OPENING_QUOTES = frozenset(["“", "‘", "«"])
_DASHES = frozenset(["-", "–", "—"])
_BEFORE = frozenset(["his", "her", "excellency", "the", "honourable", "honorable", "hon", "right", "most", "eminence"])
_FRONTS = frozenset(
    ["speaking", "in", "for", "on", "at", "later", "meanwhile", "during", "afterwards", "also", "here", "there"]
)
_NO_SUBJECT = frozenset(["'s", "of", "and", "or", "to", "(", "/"])
_FURTHER = frozenset(["also", "too", "likewise"])
_ABOUT = frozenset(["on", "about", "of", "named", "late", "after", "over", "like", "than"])
_THERE = frozenset(["present", "there", "hand", "attendance", "among"])
_NEW = frozenset(["a", "an", "no", "any", "another", "new", "next", "former"])
_OPENING = 5  # words behind a name


def told_apart(reading: Reading, mentions: Sequence[Mention], home: str | None) -> list[Mention]:
    """The mentions, those without an office with the one that a sentence near by tells of them.

    Args:
        reading: the text.
        mentions: who and which offices are mentioned, in order.
        home: the country of officials of whom no other is told.
    """
    result = list(mentions)
    free = {n: m.name for n, m in enumerate(result) if m.name and is_free(reading, m, m.name, result)}
    for mention in mentions if free else ():
        if mention.name or (mention.office and (mention.office.head.plural or is_held(mention.office, result, home))):
            continue
        at = _named_before(reading, result, free, mention)
        at = _named_behind(reading, result, free, mention) if at is None else at
        if at is not None:
            text = free[at].text
            result[at] = _paired(result[at], mention)
            free = {n: name for n, name in free.items() if not same_name(name.text, text)}
    return result


def like_a_person(reading: Reading, name: Name) -> bool:
    """Whether a name without a style is told as a person's: not "(Lapis Lazuli)", not "the Golden Jubilee of"."""
    lower, i = reading.tokens.lower, name.i
    thing = lower[i - 1] in {"the", "in", "at", "near"} or (lower[i - 1] == "(" and lower[name.j : name.j + 1] == [")"])
    if of_a_field(reading, name):
        return False  # "Cooperation in Combating Transnational Crime"
    return len(name.text.split()) > 1 and not (i and thing)


def of_a_field(reading: Reading, name: Name) -> bool:
    """Whether a word of the name is one of fields or bodies, which no person is called."""
    known = words("portfolio", "body", "ministry", "facility")
    return any(word in known or abstract_noun(word) for word in reading.tokens.lower[name.i : name.j])


def is_free(reading: Reading, mention: Mention, name: Name, mentions: Sequence[Mention]) -> bool:
    """Whether no office of somebody named in full is told anywhere, a style like "Archbishop" left out."""
    place = not reading.taken.keys().isdisjoint(range(name.i, name.j))  # "Santiago de Cuba"
    spelt = not any(word.isupper() and word.isalpha() and len(word) > 1 for word in name.text.split())  # no "FAO Hub"
    person = name.styled or (like_a_person(reading, name) and not place)
    full = name.j - name.i > 1 and spelt and person
    if not full or _told(mention):
        return False
    tokens, j = reading.tokens, name.j
    if name.before == 0 and tokens.lower[j : j + 1] and tokens.lower[j] in _DASHES:
        return False  # "Punta Arenas – A vessel"
    if tokens.lower[name.before - 1] in _ABOUT | _OPENING_QUOTES and name.before:
        return False  # "a show on Nelson Mandela", "under “Green Path”"
    titled = tokens.lower[j : j + 1] == [","] and any(tokens.cap[j + 1 : j + 2]) and "," in tokens.lower[j + 2 : j + 5]
    if titled and mention.office is None:
        return False  # "Kim Lee, Marines Commander, spoke"
    return not any(_told(other) and same_name(other.name.text, name.text) for other in mentions if other.name)


def _told(mention: Mention) -> bool:
    """Whether a mention tells what somebody is."""
    office = mention.office
    if mention.counterpart_of is not None or office is None:
        return mention.counterpart_of is not None
    if office.head.use == "anaphor":
        return False  # "Head of the delegation"
    style = office.head.use in {"title", "abbr"} or office.head.cls in _STYLES
    return not style or (" " in office.role and office.head.level != "military")


def is_held(office: Office, mentions: Sequence[Mention], home: str | None) -> bool:
    """Whether somebody named may hold the office."""
    if office.role.lower() == "head of state":
        return any(m.name and m.office and m.office.head.level in _REIGNING for m in mentions)
    vague = office.head.use == "anaphor" or (office.head.use == "weak" and not is_specific(office))
    if vague or office.former or "'s " in office.role:
        return True  # it says too little, or is the adviser of whom it names
    for mention in mentions:
        known = mention.office
        if mention.name is None or known is None:
            continue
        theirs = known.countries or ((mention.country,) if mention.country else ())
        shared = not set(office.countries).isdisjoint(theirs)
        if shared and (office.head.use == "weak" or known.head.level == office.head.level in _LONE):
            return True  # the "Hungarian defence chief" is the Commander of its armed forces
        if office.organization and known.organization == office.organization:
            return True
        away = office.countries and home not in office.countries and known.head.level != "diplomat"
        second = "deputy" in known.role.lower() and "deputy" not in office.role.lower()
        if second and office.head.level in {"local", "regional"}:
            continue  # the second deputy mayor is not the mayor
        elsewhere = not shared if theirs and office.countries else away
        if matches(known, office) and not elsewhere and not (office.organization and known.organization):
            return True
    return False


def _named_before(reading: Reading, mentions: list[Mention], free: dict[int, Name], said: Mention) -> int | None:
    """Of whom an office that opens a sentence speaks: who is named without one in the sentence in front."""
    office, sentence = said.office, reading.tokens.sentence
    if office is None or not _is_subject(reading, office) or _joins(reading, office, free):
        return None
    for back in range(1, _BACK + 1):
        at = sentence[office.i] - back
        likely = [n for n, name in free.items() if sentence[name.i] == at and of_one_side(mentions[n], said)]
        if len(likely) > 1 and office.countries:
            likely = [n for n in likely if mentions[n].country in office.countries] or likely
        if likely:
            if not office.countries and _speaks_first(reading, mentions, free[likely[0]]):
                return None
            lower = reading.tokens.lower[free[likely[0]].j : free[likely[-1]].i]
            guest = office.head.level == "diplomat" and not _RECEIVING.isdisjoint(lower)
            return likely[-1] if guest else likely[0]
        if not is_specific(office) and any(m.name and sentence[m.i] == at for m in mentions):
            return None  # "the minister" is who was named last
    return None


def _speaks_first(reading: Reading, mentions: Sequence[Mention], name: Name) -> bool:
    """Whether somebody of one name alone opens the sentence: "Lula met Kim Lee. The President said"."""
    lower, begin = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[name.i]][0]
    first = (m.name for m in mentions if m.name and m.name.before == begin and m.name.i < name.i and m.office is None)
    return any(lower[one.j] in word_class("encounter") for one in first)


def _is_subject(reading: Reading, office: Office) -> bool:
    """Whether "the Minister" is what a sentence speaks of: it opens it, follows "In turn," or what he says."""
    lower, i = reading.tokens.lower, office.i
    begin = reading.tokens.bounds[reading.tokens.sentence[i]][0]
    front = lower[begin:i]
    if lower[office.j : office.j + 1] == [] or lower[office.j] in _NO_SUBJECT:
        return False
    if "the" not in front[-1:]:
        return i == begin and bool(office.countries)  # "Norway's ambassador thanked"
    if _BEFORE.issuperset(front) or front == ["according", "to", "the"] or (front[1:] and front[-2] in _QUOTES):
        return True
    return len(front) <= _FRONTED and front[0] in _FRONTS and _plain(reading, begin, i)


def _joins(reading: Reading, office: Office, free: dict[int, Name]) -> bool:
    """Whether the holder is somebody else: "The Defence Attaché was also present", "The envoy abroad, Kim Lee"."""
    j = office.j
    if any(name.before - j in range(_OPENING) for name in free.values()):
        return True
    behind = reading.tokens.lower[j : j + _OPENING]
    return behind[:1] in (["attended"], ["joined"]) or (
        behind[:1] in (["was"], ["is"]) and not _THERE.isdisjoint(behind)
    )


def _plain(reading: Reading, begin: int, end: int) -> bool:
    """Whether words in front of a subject name nobody, but for a place."""
    return not any(reading.tokens.cap[k] and k not in reading.taken for k in range(begin + 1, end))


def _named_behind(reading: Reading, mentions: list[Mention], free: dict[int, Name], said: Mention) -> int | None:
    """Who opens the next sentence without an office, where this one tells of one office whose holder it leaves out."""
    tokens, office = reading.tokens, said.office
    at = tokens.sentence[said.i]
    if at + 1 >= len(tokens.bounds) or (office and (not is_specific(office) or tokens.lower[office.i - 1] in _NEW)):
        return None
    if sum(m.name is None and tokens.sentence[m.i] == at for m in mentions) > 1:
        return None
    begin = tokens.bounds[at + 1][0]
    n = next((n for n, name in free.items() if opens_sentence(reading, begin, min(name.before, mentions[n].i))), None)
    if n is None or not of_one_side(mentions[n], said):
        return None
    behind = tokens.lower[free[n].j : free[n].j + _OPENING]
    further = behind[:1] in (["attended"], ["joined"]) or not _FURTHER.isdisjoint(behind)
    return n if not further and behind[:2] not in ([",", "a"], [",", "an"]) else None


def opens_sentence(reading: Reading, begin: int, k: int) -> bool:
    """Whether the word `k` is the subject of the sentence from `begin` on: "In it, the Hon Kim Lee told"."""
    lower = reading.tokens.lower
    while k > begin and lower[k - 1] in _BEFORE:
        k -= 1
    if k - 1 > begin and lower[begin] in _OPENING_QUOTES | _QUOTES and lower[k - 1] in _QUOTES:
        return True  # "“We agree,” Kim Lee said"
    fronted = 0 <= k - 1 - begin <= _FRONTED and lower[k - 1] == "," and lower[begin] in _FRONTS
    return k == begin or (fronted and _plain(reading, begin, k))


def is_specific(office: Office) -> bool:
    return bool(office.countries or office.organization or " " in office.role)


def of_one_side(mention: Mention, said: Mention) -> bool:
    """Whether a name and an office may be of one country."""
    mine, theirs = _countries(mention), _countries(said)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _countries(mention: Mention) -> frozenset[str]:
    return frozenset(mention.office.countries if mention.office else ()) | frozenset(filter(None, [mention.country]))


def _paired(mention: Mention, said: Mention) -> Mention:
    """The name with the office, or as the counterpart whom the other mention tells of."""
    if said.office is None:
        return replace(mention, office=None, country=said.country, counterpart_of=said.counterpart_of)
    return replace(mention, office=said.office)
