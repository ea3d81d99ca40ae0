"""Whose officials of a body are that is not named with them: of the one that publishes, or of the one that acts.

In: the reading of a page and its persons, who know their offices. Out: the same persons, with their organisations:
"the Registrar, X" on the page of a court, "X, Special Representative of the Secretary-General", "the Bank, represented
by X".
"""

from itertools import pairwise

from communique.extract.countries.local import governs_locally
from communique.extract.offices.antecedents import earlier_body
from communique.extract.offices.heads import skip_the, words
from communique.extract.offices.phrases import Office
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.registry.organizations import find_organizations

UNION = "European Union"
_UN = "United Nations"
_UNIONS = {
    UNION: UNION,
    "European Commission": UNION,
    "African Union": "African Union",
    "African Union Commission": "African Union",
    "Economic Community of West African States": "Economic Community of West African States",
    "Eurasian Economic Commission": "Eurasian Economic Commission",
}
_OF_UNION = frozenset(["commissioner", "executive vice president", "executive vice-president", "high representative"])
_DOUBLE_HATTED = frozenset(
    [
        "hr/vp",
        "highrepresentative/vice-president",
        "highrepresentative/vicepresident",
        "highrepresentativeandvice-president",
    ]
)
_OF_HOUSES = frozenset(["international", "agency", "spokesperson", "senior_official"])
_COURTS, _PARLIAMENTS = frozenset(["court", "tribunal"]), frozenset(["assembly", "parliament"])
_OF_COURTS = frozenset(["judiciary", *_OF_HOUSES])
_ITSELF = frozenset(["secretariat", "organization", "organisation", "bank", "court", "fund", "mission", "council"])
_SERVICES = frozenset(["service", "services", "commission", "council"])  # with what others are headed
_OF_STATES = frozenset(
    [
        "minister",
        "ministers",
        "cabinet",
        "government",
        "prisons",
        "police",
        "customs",
        "immigration",
        "taxes",
        "revenue",
        "gendarmerie",
        "borders",
    ]
)
_ENVOYS = frozenset(["special representative", "envoy"])
_OPENING, _FROM = 4, frozenset(["on", "from", "for"])  # words of "On the Spanish", and with which they begin
_SIDE_OF = (["the", "side", "of"], ["the", "part", "of"])
_SPEAKING = (["speaking", "for"], ["on", "behalf", "of"], ["representing"], ["signing", "for"])
_CAME = frozenset(["came", "come", "attended", "spoke", "joined", "travelled", "participated"])
_SIDES = (["side"], ["part"], ["end"])
_PARTED = 10  # words between a body and who represents it


def assign_bodies(reading: Reading, title: Reading, persons: list[Person], house: str | None) -> None:
    """Says whose officials of a body that is not named are.

    Args:
        reading: the body.
        title: the headline.
        persons: changed in place.
        house: the international organisation whose site it is, if it is one's.
    """
    untold = [p for p in persons if p.offices and p.country is None]
    bare = [p for p in untold if p.organization is None and not any(o.own or governs_locally(o) for o in p.offices)]
    acting = _acting(reading, title) if any(map(_is_officer, bare)) else None
    for person in untold:
        own = person.organization or ""
        if house and (own.lower() in _ITSELF or own == _letters(house)):
            person.organization = house  # "the Head of the Secretariat", "CAF President"
    for person in bare:
        if body := _stood_for(reading, person) or _side_of_body(reading, person):
            person.organization = body
        elif house and all(_is_of_house(house, o) for o in person.offices) and not across(reading, person):
            person.organization = house
        elif acting and _is_officer(person):
            person.organization = acting
        elif any(map(_is_envoy, person.offices)):
            person.organization = _UN
        elif union := _union(reading, title, person):
            person.organization = union
        elif len(person.offices) == 1:
            person.organization = _called_after(person.offices[0])


def across(reading: Reading, person: Person) -> str | None:
    """The country of "On the Spanish side were X and Y", "From Chad came X": told at the begin of the sentence."""
    tokens = reading.tokens
    begin = tokens.bounds[tokens.sentence[person.first]][0]
    geo = next((reading.geo[k] for k in range(begin + 1, begin + _OPENING) if k in reading.geo), None)
    if geo is None or geo.i > person.first or tokens.lower[begin] not in _FROM:
        return None
    if tokens.lower[begin] == "from" and geo.form != "demonym":
        k = geo.j + (tokens.lower[geo.j : geo.j + 1] == ["had"])
        return geo.alpha3 if k < person.first and tokens.lower[k] in _CAME else None
    return geo.alpha3 if tokens.lower[geo.j : geo.j + 1] == ["side"] and geo.form == "demonym" else None


def _is_of_house(house: str, office: Office) -> bool:
    """Whether an office may be one of the house: of a court also a judge's, of the UN also an envoy's."""
    said, own = set(office.role.lower().split()), set(house.lower().split())
    if "of" in said and (said & _OF_STATES or ("the" in said and said & (word_class("official") | _SERVICES))):
        return False  # "director of the correctional service"
    if own & _COURTS and not office.countries and office.head.level in _OF_COURTS:
        return True
    if _is_envoy(office) or (house.startswith(_UN) and office.head.cls in _ENVOYS and office.head.body != "state"):
        return True
    if own & _PARLIAMENTS and office.head.cls == "secretary" and not office.countries:
        return True  # "the Clerk, X"
    return office.head.body != "state" and office.head.level in _OF_HOUSES


def _letters(house: str) -> str:
    """The letters by which the Confederation of African Football is called on its own page."""
    return "".join(word[0] for word in house.split() if word[0].isupper())


def _is_envoy(office: Office) -> bool:
    """ "(Deputy) Special Representative of the Secretary-General (for Libya)": the United Nations'."""
    return office.head.cls in _ENVOYS and "of the secretary-general" in office.role.lower()


def _stood_for(reading: Reading, person: Person) -> str | None:
    """ "Afreximbank, represented by X, Director": the body in front."""
    tokens, i = reading.tokens, person.mentions[0].i
    if tokens.lower[max(0, i - 2) : i] != ["represented", "by"]:
        return None
    begin = max(tokens.bounds[tokens.sentence[i]][0], i - _PARTED)
    near = next((g for g in range(i - 2, begin, -1) if g in reading.body_to), None)
    return reading.body_to[near].organization.name if near else None


def _side_of_body(reading: Reading, person: Person) -> str | None:
    """ "From the Fund's side Director X and Mission Chief Y …", "for the Bank, the paper was signed by its President":
    the body, not a state's, with whose side the clause opens."""
    lower, begin = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[person.first]][0]
    begin = max((k + 1 for k in range(begin, person.first) if lower[k] == ";"), default=begin)
    spoken = next((len(words) for words in _SPEAKING if lower[begin : begin + len(words)] == words), 0)
    if lower[begin] not in _FROM and not spoken:
        return None
    front = 4 if lower[begin + 1 : begin + 4] in _SIDE_OF else spoken or 1
    k = skip_the(lower, begin + front)
    known = reading.body.get(k)
    name = known.organization.name if known else _noun_meant(reading, k)
    behind = known.j if known else k + 1
    side = (
        front == len(_SIDE_OF[0]) + 1
        or lower[behind : behind + 2] == ["'s", "side"]
        or lower[behind : behind + 1] in _SIDES
    )
    side = side or (spoken > 0 and lower[behind : behind + 1] == [","])  # "Speaking for UNODC, Representative X"
    signed = lower[begin] == "for" and "by" in lower[behind : person.first]
    return name if name and (side or signed) and not _changes_side(lower[behind : person.first]) else None


def _noun_meant(reading: Reading, k: int) -> str | None:
    """The body named before for which "the Bank" stands at the word `k`."""
    noun = reading.tokens.lower[k] if k < len(reading.tokens) else ""
    return earlier_body(reading, k - 1, noun) if noun in words("body") and k - 1 > 0 else None


def _changes_side(between: list[str]) -> bool:
    """Whether somebody of another side may stand in between: "for the Bank by X and for the ministry by Y"."""
    again = any(pair in ((",", "for"), ("and", "for")) for pair in pairwise(between))
    return again or not {"with", "met", "received"}.isdisjoint(between)


def _is_officer(person: Person) -> bool:
    """Whether the office is one of international bodies alone, with nothing more told: "the Secretary General, X"."""
    heads = (o.head.level == "international" and o.head.body == "body" for o in person.offices)
    told = any(o.countries or o.posting or o.role.lower() != o.head.singular for o in person.offices)
    return all(heads) and not told


def _called_after(office: Office) -> str | None:
    """The body of "Commonwealth Secretary-General", whose name the registry has with an article."""
    called, _, head = office.role.rpartition(" ")
    officer = office.head.level == "international" and office.head.singular == head.lower()
    found = find_organizations(f"The {called}") if officer and called[:1].isupper() else []
    whole = found and found[0].start == 0 and found[0].end == len(called) + len("The ")
    return found[0].value.name if whole else None


def _union(reading: Reading, title: Reading, person: Person) -> str | None:
    """ "hailed the European Union after talks with Commissioner X": an office of a Union named with it.

    The "High Representative/Vice-President" is nobody else's.
    """
    if any(office.role.lower().replace(" ", "") in _DOUBLE_HATTED for office in person.offices):
        return UNION
    if any(not _is_of_union(office) for office in person.offices):
        return None
    number = reading.tokens.sentence[person.first]
    near = (body for body in reading.body.values() if reading.tokens.sentence[body.i] == number)
    named = {_UNIONS.get(body.organization.name) for body in (*title.body.values(), *near)} - {None}
    return named.pop() if len(named) == 1 else None


def _is_of_union(office: Office) -> bool:
    """ "Commissioner", "Commissioner for Health", "Commissioner for Trade X"."""
    role = office.role.lower()
    return not office.countries and (role in _OF_UNION or role.startswith("commissioner for "))


def _acting(reading: Reading, title: Reading) -> str | None:
    """The only international body that headline and lead name."""
    lead = reading.tokens.bounds[:2][-1][1] if reading.tokens.bounds else 0
    found = [*title.body.values(), *(body for body in reading.body.values() if body.i < lead)]
    named = {body.organization.name for body in found if body.organization.country is None}
    return named.pop() if len(named) == 1 else None
