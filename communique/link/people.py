"""Who is who: mentions that are one person or body without doubt, and whether two such units are.

In: `Unit`s, told by name, country and body. Out: under which keys a unit is looked for, and for two how well they
agree. A unit is the least that is ever moved: all mentions with one name for one country are one actor.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.link.corpus import NO_DAY, Form
from communique.link.ids import key
from communique.link.names import Likeness, Part, bare, compare, literal_countries, parts, telling, turned
from communique.link.offices import same_office
from communique.registry.organizations import find_organizations

YEAR = 365
FAR = 5 * YEAR  # a shortened name is not looked for farther away than this
LONE = 400  # nor a single family name


@dataclass(slots=True)
class Unit:
    """Mentions that are one actor without doubt.

    `roles` are the offices given, `first` and `last` the days between which it is named (`NO_DAY`: no date).
    """

    id: str
    form: Form
    name: tuple[Part, ...]
    body: str
    roles: tuple[str, ...] = ()
    first: int = NO_DAY
    last: int = NO_DAY

    @property
    def lone(self) -> bool:
        """Whether there is but one part of a name, which somebody else may have."""
        return len(self.name) == 1

    @property
    def nameless(self) -> bool:
        """Whether it is an office whose holder is not named."""
        return self.form.type == "person" and not self.name


def name_of(form: Form) -> tuple[Part, ...]:
    """The parts of a person's name; none of a body, or where nobody is named."""
    return parts(form.name, form.country or "") if form.type == "person" and form.name else ()


@lru_cache(maxsize=1 << 15)
def body_name(name: str | None) -> str:
    """What a body is compared by: the words of its name in the registry, or else of the one given, in order.

    >>> body_name("WFP") == body_name("the World Food Programme")
    True
    """
    if not name:
        return ""
    found = find_organizations(name)
    if len(found) == 1:
        rest = key(name[: found[0].start] + " " + name[found[0].end :]).split()
        if not set(rest) - {"the", "s"}:
            name = found[0].value.name
    words = key(name).replace("-", " ").split()
    return " ".join(sorted(set(words) - {"the", "of", "for", "and", "s"})) or key(name)


def block_keys(unit: Unit) -> list[tuple[str, ...]]:
    """What a unit shares with each other that it may be one with; the likelier, the more of them."""
    country = unit.form.country or ""
    if unit.form.type == "organization":
        return [("body", unit.body)]
    if not unit.name:
        return [("office", country, unit.body)]
    if unit.lone:
        return [("lone", country, unit.name[0].bones)] if not unit.name[0].common else []
    return sorted({key for name in {unit.name, bare(unit.name)} if len(name) > 1 for key in _of_name(name, country)})


def _of_name(name: tuple[Part, ...], country: str) -> Iterator[tuple[str, ...]]:
    first, last = name[0], name[-1]
    yield "letters", country, "".join(sorted(part.text for part in name))
    yield "joined", country, turned(name)
    yield "all", country, *sorted(part.bones for part in name)
    yield "family", country, first.sound.lstrip("=")[:1], last.bones
    yield "given", country, first.bones, last.sound.lstrip("=")[:1]
    for part in name[1:]:
        yield "two", country, first.bones, part.bones


def needs(unit: Unit) -> list[tuple[str, ...]]:
    """Under which keys a unit looks for the person that it leaves in doubt: a single name, or no country."""
    if unit.lone:
        return block_keys(unit)
    return [_anywhere(unit)] if unit.name and unit.form.country is None else []


def offers(unit: Unit) -> list[tuple[str, ...]]:
    """Under which keys a person told by full name and country is found by a unit in doubt."""
    if unit.lone or not unit.name or unit.form.country is None:
        return []
    ends = [part for part in (unit.name[0], unit.name[-1]) if not part.common]
    return sorted({_anywhere(unit), *(("lone", unit.form.country, part.bones) for part in ends)})


def _anywhere(unit: Unit) -> tuple[str, ...]:
    return ("anywhere", *sorted(part.bones for part in unit.name))


class Judge:
    """Whether two units are one; what it finds is kept, as groups ask again and again."""

    def __init__(self, made: Sequence[Unit]) -> None:
        self._units = made
        self._known: dict[tuple[int, int], Likeness] = {}

    def likeness(self, one: int, two: int) -> Likeness:
        """How far the names of two persons agree."""
        pair = (one, two) if one < two else (two, one)
        if pair not in self._known:
            a, b = self._units[one], self._units[two]
            self._known[pair] = compare(a.name, b.name, (a.form.country or "") in literal_countries())
        return self._known[pair]

    def contradict(self, one: int, two: int) -> bool:
        """Whether two units can in no case be one: two full names, none the other's spelling."""
        a, b = self._units[one], self._units[two]
        return len(a.name) > 1 and len(b.name) > 1 and self.likeness(one, two) == Likeness.NONE

    def score(self, one: int, two: int) -> int:
        """How sure it is that two units are one: 0 if it is not, else the more the surer; hundreds are the likeness."""
        a, b = self._units[one], self._units[two]
        if a.form.type != b.form.type:
            return 0
        if a.form.type == "organization":
            return 100 * Likeness.SAME if a.body == b.body and _one_country(a, b) else 0
        if not a.name or not b.name:
            return 0
        likeness = self.likeness(one, two)
        if a.form.country != b.form.country:
            return self._without_country(a, b, likeness)
        if likeness == Likeness.NONE or not self._holds(a, b, likeness):
            return 0
        return 100 * likeness + max(0, 50 - _gap(a, b) // 30) + 10 * (a.body == b.body)

    def _without_country(self, a: Unit, b: Unit, likeness: Likeness) -> int:
        """How sure it is that two units are one of which one is told without a country: not surer than a short name."""
        if (a.form.country is None) == (b.form.country is None) or likeness < Likeness.SOUND:
            return 0
        office = any(same_office(one, two) for one in a.roles for two in b.roles)
        gap = _gap(a, b)
        if not (office and telling(a.name) and telling(b.name) and gap < LONE and a.body == b.body):
            return 0
        return 100 * Likeness.SHORT + max(0, 50 - gap // 30)

    def shortened(self, one: int, two: int) -> int:
        """The like for two units named side by side in an article: one can be a single name for the other, no more."""
        a, b = self._units[one], self._units[two]
        if a.lone == b.lone or a.form.type != b.form.type or self.likeness(one, two) != Likeness.PART:
            return 0
        short = a if a.lone else b
        office = any(same_office(role, other) for role in a.roles for other in b.roles)
        return 100 * Likeness.PART if office or not short.roles else 0

    def _holds(self, a: Unit, b: Unit, likeness: Likeness) -> bool:
        """Whether offices, bodies and time bear out what the names suggest."""
        office = any(same_office(one, two) for one in a.roles for two in b.roles)
        silent = not a.roles or not b.roles
        told = telling(a.name) and telling(b.name)
        same_body = a.body == b.body
        gap = _gap(a, b)
        if likeness == Likeness.SAME:
            return office or (told and (same_body or a.form.country is not None)) or (silent and same_body)
        if likeness == Likeness.SOUND:
            return office or len(a.name) > 2 or (silent and told)
        if likeness == Likeness.LONG:
            return office or gap < FAR
        if likeness == Likeness.SHORT:
            return (office and gap < FAR) or (silent and told and gap < LONE)
        return office and gap < LONE and same_body


def _one_country(a: Unit, b: Unit) -> bool:
    """Whether two mentions of a body can be of one country; a body of the registry has its own."""
    one, two = a.form.country, b.form.country
    return one == two or (bool(find_organizations(a.form.name or "")) and (one is None or two is None))


def _gap(a: Unit, b: Unit) -> int:
    """Days between the times in which two units are named; 0 if they overlap or one has no date."""
    if NO_DAY in (a.first, b.first):
        return 0
    return max(0, a.first - b.last, b.first - a.last)
