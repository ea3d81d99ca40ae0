"""Who stands for a body: somebody named whose office is in it, or who signs for its country.

In: a body's name and the persons of a page. Out: yes or no. A body for which somebody is there by name is no actor.
"""

from collections.abc import Iterator, Sequence

from communique.extract.offices.office import Office
from communique.extract.participation.deeds import ARMS
from communique.extract.people.bodies import Named
from communique.extract.people.names import parts
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading

_FEW = 2  # letters, which many names share
_SMALL = frozenset(["of", "the", "for", "and", "in", "on"])
_OF_MINISTRIES = frozenset(["minister", "deputy_minister", "senior_official"])
_SIGNATURES = frozenset(["signature", "signatures", "signed", "signatories", "signatory"])
_CONCLUDED = frozenset(["signed", "concluded", "inked", "sign", "initialled"])
_LOOKING_ON = frozenset(["presence", "witnessed", "attended", "attendance", "witness", "witnesses"])


def same_body(key: str, other: str) -> bool:
    """Whether two names are of one body: the Chamber of Commerce is told by "the Chamber", its end or letters."""
    shorter, longer = sorted((key, other), key=len)
    if " " not in shorter and len(shorter) > _FEW and shorter == _initials(longer):
        return True  # "NSSA" is the National Space Science Agency, though the text does not say so
    part = " " in shorter and (longer.endswith(f" {shorter}") or longer.startswith(f"{shorter} "))
    return key == other or (" " in other and key.startswith(other)) or part


def _initials(key: str) -> str:
    """The first letters of a name's words, those of small ones left out."""
    return "".join(word[0] for word in key.split() if word not in _SMALL)


def spoken_for(named: Named, persons: Sequence[Person]) -> bool:
    """Whether somebody by name stands for a ministry: an official of its country with its field, or with none."""
    theirs = [p for p in persons if p.name and (named.country in (None, p.country) or not p.country)]
    if named.name.split()[-1].lower() in ARMS:
        arm = named.name.split()[-1].lower()  # "Director General of the Coast Guard"
        return any(
            office.head.level == "military" or arm in office.role.lower().split()
            for p in theirs
            for office in p.offices
        )
    speakers = any("spokes" in office.role.lower() for p in theirs for office in p.offices)
    return named.ministry and (speakers or any(_may_serve(person, set(parts(named.name))) for person in theirs))


def signed_for(body: Reading, named: Named, persons: Sequence[Person]) -> bool:
    """ "concluded between the A and the B; X, Ambassador of Sweden, and Y signed it": whether somebody signs for it."""
    tokens, number = body.tokens, body.tokens.sentence[named.i]
    begin = tokens.bounds[number][0]
    end = tokens.bounds[number : number + 2][-1][1]
    before = tokens.lower[begin : named.i]
    signs = "between" in before or not _CONCLUDED.isdisjoint(tokens.lower[named.j : named.j + 5])
    if not (named.country and signs) or _SIGNATURES.isdisjoint(tokens.lower[begin:end]):
        return False
    theirs = (m for p in persons if p.name and p.country == named.country for m in p.mentions if m.name)
    return any(named.j <= m.i < end and _LOOKING_ON.isdisjoint(tokens.lower[named.j : end]) for m in theirs)


def headed(body: Reading, named: Named, persons: Sequence[Person]) -> bool:
    """Whether somebody's office is told with the body's noun alone: "Foundation chairman X", "the bank's head Y"."""
    lower = body.tokens.lower
    noun = lower[named.j - 1]
    return any(noun in lower[max(0, office.core - 2) : office.core] for office in _held(persons))


def headed_by_letters(body: Reading, named: Named, persons: Sequence[Person]) -> bool:
    """Whether an office is told with the letters behind the body's name: "the Halal Agency (BPJPH)", "BPJPH Head X"."""
    lower, j = body.tokens.lower, named.j
    if lower[j : j + 1] != ["("] or lower[j + 2 : j + 3] != [")"] or not body.tokens.word[j + 1].isupper():
        return False
    return any(lower[j + 1] in lower[max(0, office.i - 1) : office.j] for office in _held(persons))


def _held(persons: Sequence[Person]) -> Iterator[Office]:
    """The offices beside the names of people."""
    return (m.office for person in persons if person.name for m in person.mentions if m.office and m.name)


def _may_serve(person: Person, fields: set[str]) -> bool:
    """Whether somebody's office may be one of a ministry of these fields."""
    levels = {office.head.level for office in person.offices}
    envoy = "foreign" in fields and not levels.isdisjoint({"diplomat", "minister", "deputy_minister"})
    envoy |= "foreign" in fields and any("FM" in office.role.split() for office in person.offices)  # "Deputy PM and FM"
    return envoy or bool(fields & person.portfolio) or (not person.portfolio and bool(levels & _OF_MINISTRIES))
