"""Of which country a participant is not, told by what he does: "thanked Kenya", "signed by X and Minister Y".

In: a `Table` and a person whose country is not told. Out: the country across the table from the person: that which he
thanks, that of whoever meets him, hands him something or signs beside him.
"""

from communique.extract.countries import encounters
from communique.extract.countries.beside import named_before
from communique.extract.countries.seats import SENT
from communique.extract.countries.table import Table
from communique.extract.people.mentions import Mention
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_THANKING = word_class("thanking")
_ADDRESSING = frozenset([
    "urged", "urges", "pressed", "presses", "asked", "asks", "warned", "warns", "accused", "accuses", "assured",
    "invited", "invites", "told", "tells", "reminded", "reminds", "requested", "requests",
])  # fmt: skip
_GIVING = word_class("giving") | {"sent", "sends", "addressed", "wrote", "dispatched"}
_SIGNING = frozenset(["signed", "inked", "initialled", "initialed", "sealed"])
_SIDES, _HEADED = frozenset(["delegations", "sides", "teams"]), frozenset(["led", "headed", "chaired", "represented"])
_MEETING = frozenset(["met", "meets", "received", "receives", "welcomed", "hosted", "greeted", "saw"])
_LINKS = {  # words in front of somebody who is met, with those that may stand before them
    "by": (["received"], ["welcomed"], ["hosted"], ["greeted"], ["met"]),
    "with": (["met"], ["meets"], ["meeting"], ["talks"], ["consultations"], ["discussions"], ["conferred"], ["spoke"]),
    "on": (["called"], ["calls"]),
    "upon": (["called"], ["calls"]),
}
_PRONOUNS = frozenset(["he", "she", "they"])
_CALLING = frozenset(["call", "calls", "called", "received", "receives", "receiving", "credentials"])
_OF = frozenset(["the", "to", "of", "for", "government", "people", "authorities", "leadership", "his", "her", "and"])
_WRITTEN = word_class("written")
_REACH = 7  # words between somebody and what he thanks, or between a verb of meeting and who is met


def across(table: Table, person: Person) -> str | None:
    """The country across the table.

    Whomever the page's own people meet at home may well be of it too: there an encounter tells nothing.
    """
    reading, persons, mention = table.reading, table.persons, person.mentions[0]
    home = table.home if table.at in (None, table.home) else None
    subject = _subject(reading, mention, persons)
    if subject is None and _is_written(reading, mention):
        subject = _sender(reading, mention, persons)
    theirs = subject.country if subject and subject is not person else None
    told = theirs if _met(reading, mention) or _given(reading, mention) else None
    apart = subject is not None and (theirs != home or _is_away(subject, persons) or _is_written(reading, mention))
    met = told if apart else None
    if met is None and (other := encounters.met(table, person)):
        met = other.country if other.country != home or _is_away(other, persons) else None
    beside = theirs if _signs_beside(reading, person, persons) else None
    return _thanked(reading, mention) or met or beside or _calling(reading, person, persons)


def is_received(reading: Reading, mention: Mention) -> bool:
    """Whether the mention is of a guest: "the Minister received X", "X was welcomed by the Minister"."""
    lower, i, j = reading.tokens.lower, mention.i, mention.j
    if "by" in lower[i - 2 : i]:
        return False
    end = reading.tokens.bounds[reading.tokens.sentence[i]][1]
    by = next((k for k in range(j + 2, min(j + _REACH, end)) if lower[k] == "by"), None)
    return _met(reading, mention) if by is None else lower[by - 1] in _MEETING and "," not in lower[j:by]


def _is_away(diplomat: Person, persons: list[Person]) -> bool:
    """Whether a diplomat is at the post: somebody of that country is on the page; a farewell at home has nobody."""
    posts = diplomat.posts if diplomat.classes <= SENT else set[str]()
    return any(person.country in posts for person in persons if person is not diplomat)


def _subject(reading: Reading, mention: Mention, persons: list[Person]) -> Person | None:
    """Who is named first in the sentence, or in the last one that names somebody where it has a pronoun instead."""
    tokens, number = reading.tokens, reading.tokens.sentence[mention.i]
    begin = tokens.bounds[number][0]
    places = [(m.i, p) for p in persons for m in p.mentions if m.i < mention.i]
    here = [place for place in places if place[0] >= begin]
    if here or not places or _PRONOUNS.isdisjoint(tokens.lower[begin : mention.i]):
        return min(here, key=lambda place: place[0])[1] if here else None
    return named_before(reading, persons, begin)[0][2]


def _calling(reading: Reading, person: Person, persons: list[Person]) -> str | None:
    """ "Minister X spoke of trade when the Ambassador of Kenya, Y, called on him": who is posted to his country."""
    number = reading.tokens.sentence[person.mentions[0].i]
    said = reading.tokens.lower[slice(*reading.tokens.bounds[number])]
    if person.classes <= SENT or _CALLING.isdisjoint(said):
        return None
    here = (p for p in persons if any(reading.tokens.sentence[m.i] == number for m in p.mentions))
    callers = {p.country for p in here if p.classes and p.classes <= SENT and p.country}
    return callers.pop() if len(callers) == 1 and not any(other.posts for other in persons) else None


def _thanked(reading: Reading, mention: Mention) -> str | None:
    """ "Minister X thanked the Government of Kenya", "X urged Kenya to": the country thanked or spoken to."""
    lower = reading.tokens.lower
    end = min(mention.j + _REACH, reading.tokens.bounds[reading.tokens.sentence[mention.i]][1])
    for k in range(mention.j, end):
        spoken_to = reading.geo.get(k + 1)
        if lower[k] in _ADDRESSING and spoken_to and spoken_to.form == "name":
            return spoken_to.alpha3
        if lower[k] in _THANKING:
            g = k + 1
            while g < end + 4 and g < len(lower) and g not in reading.geo and lower[g] in _OF:
                g += 1
            return reading.geo[g].alpha3 if g in reading.geo else None
        if lower[k] in {",", "and", "that"}:
            return None
    return None


def _met(reading: Reading, mention: Mention) -> bool:
    """Whether a verb of meeting stands right in front: "met Minister X", "was received by Prime Minister X"."""
    before = [w for w in reading.tokens.lower[max(0, mention.i - 4) : mention.i] if w != "the"]
    linked = _LINKS.get(before[-1]) if before else None
    return bool(before) and (before[-1] in _MEETING if linked is None else before[-2:-1] in linked)


def _given(reading: Reading, mention: Mention) -> bool:
    """ "conveyed the greetings of the King to Prime Minister X"."""
    lower, begin = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[mention.i]][0]
    to = mention.i - 1 - (lower[mention.i - 1] == "the")
    return to > begin and lower[to] == "to" and not _GIVING.isdisjoint(lower[begin:to])


def _sender(reading: Reading, mention: Mention, persons: list[Person]) -> Person | None:
    """ "A cable was sent to X by Y": who is named behind "by" in the sentence."""
    lower, end = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[mention.i]][1]
    by = ((m.i, p) for p in persons for m in p.mentions if mention.j <= m.i < end and lower[m.i - 1] == "by")
    return min(by, key=lambda place: place[0], default=(0, None))[1]


def _is_written(reading: Reading, mention: Mention) -> bool:
    """ "sent a cable of condolences to Prime Minister X": nobody writes to his own."""
    lower, begin = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[mention.i]][0]
    return _given(reading, mention) and not _WRITTEN.isdisjoint(lower[begin : mention.i])


def _signs_beside(reading: Reading, person: Person, persons: list[Person]) -> bool:
    """ "signed by X and Minister Y", "the delegations were led by X and Y": two alone sign or lead for two sides."""
    tokens, number = reading.tokens, reading.tokens.sentence[person.mentions[0].i]
    first, last = tokens.bounds[number]
    here = sorted({(m.i, m.j) for p in persons for m in p.mentions if first <= m.i < last})
    if len(here) != 2 or here[1][0] != person.mentions[0].i:
        return False
    said, between = tokens.lower[first : here[0][0]], [w for w in tokens.lower[here[0][1] : here[1][0]] if w != ","]
    led = not (_SIDES.isdisjoint(said) or _HEADED.isdisjoint(said)) or "co-chaired" in said
    return between == ["and"] and (led or not _SIGNING.isdisjoint(said))
