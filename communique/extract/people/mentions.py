"""Mentions of people: who holds which office, by the grammar around names and offices.

In: a `Reading`, its offices and names. Out: `Mention`s in order: a name with its office ("Foreign Minister X",
"X, who is Minister of …", "his Turkish counterpart X", "Australia's X"), a bare name, or an office without a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.extract.offices.antecedents import fronted
from communique.extract.offices.heads import head_at, words
from communique.extract.offices.phrases import Office
from communique.extract.people.benches import of_groups
from communique.extract.people.beside import Beside
from communique.extract.people.charges import Charges, responsible
from communique.extract.people.counterparts import Counterpart, Counterparts
from communique.extract.people.entering import of_choosers, who_enters
from communique.extract.people.held import completed, gives_way, lent, one_office, whole
from communique.extract.people.names import Name, behind_letters
from communique.extract.people.nationality import nationality_after, possessor
from communique.extract.people.plurals import both, fields_apart, holders, respective
from communique.extract.people.rounds import told_of_all, told_of_both
from communique.extract.words.reading import Reading


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention on the words `i` up to `j`. `role` is the office's words unless a counterpart lends its own.

    Of a counterpart the body or the place is told in which he holds the office: "her colleague at the Roads Board".
    """

    i: int
    j: int
    name: Name | None = None
    office: Office | None = None
    country: str | None = None
    counterpart_of: int | None = None
    beside: int | None = None
    organization: str | None = None
    place: str | None = None
    above: bool = False  # the headline alone tells the office

    @property
    def role(self) -> str | None:
        return self.office.role if self.office else None

    @property
    def start(self) -> int:
        """The first word, that of "his Turkish counterpart" included."""
        return self.i if self.counterpart_of is None else min(self.i, self.counterpart_of)


_THEIR = frozenset(["his", "her", "its", "their"])
_WITH_DEPUTIES = frozenset(["diplomat", "local", "regional", "head_of_state", "head_of_government"])
_OF_SEVERAL = frozenset(
    ["the", "its", "their", "his", "her", "two", "three", "four", "five", "six", "seven", "several"]
)
_AIDES = frozenset(["adviser", "assistant", "secretary", "envoy", "special envoy", "representative"])
_EXCELLENT = frozenset(["excellency", "h.e", "h.e."])
_OWNED = 6  # words between "one of" and the office
_DASHES = frozenset(["-", "–", "—"])
_TELLING = frozenset(
    [",", "is", "was", "being", "as", "the", "a", "an", "who", "also", "currently", "his", "her", "himself", "herself"]
)
_LIST = frozenset([",", "and"])
_ALIKE = frozenset(["minister", "deputy_minister", "senior_official", "diplomat"])
# elsewhere another may speak for the country
_HEADS = frozenset(["head_of_state", "head_of_government", "legislature"])


def find_mentions(reading: Reading, offices: list[Office], names: list[Name]) -> list[Mention]:
    """Links offices with names; every name and every office is in exactly one mention."""
    linker = _Linker(reading, offices, names)
    linker.link_offices()
    linker.link_counterparts()
    linker.link_charges()
    linker.link_owned()
    linker.held.update(dict(told_of_all(reading, names, linker.loose, linker.held)))
    linker.held.update(dict(told_of_both(reading, names, linker.loose, linker.held, linker.extra)))
    return sorted(linker.mentions(), key=lambda mention: mention.i)


class _Linker:
    """The state of one linking: which office belongs to which name."""

    def __init__(self, reading: Reading, offices: list[Office], names: list[Name]) -> None:
        self.reading, self.offices, self.names = reading, offices, names
        self.tokens = reading.tokens
        self.name_from = {name.before: name for name in names} | {name.i: name for name in names}
        self.name_to = {behind_letters(reading, name.j): name for name in names} | {name.j: name for name in names}
        self.beside = Beside(reading, self.name_from, self.name_to)
        self.held: dict[int, list[Office]] = {}
        self.loose: list[Office] = []
        self.extra: dict[int, Counterpart] = {}
        self.nameless: list[Mention] = []

    def link_offices(self) -> None:
        """Gives each office its holder."""
        each = respective(self.reading, self.beside, self.offices)
        for office in self.offices:
            if office.head.plural:
                self._link_plural(office)
                continue
            if office.i in each:
                for one, own in each[office.i]:
                    self.held.setdefault(one.i, []).append(own)
                continue
            if pair := both(self.reading, self.beside, office):
                for one, own in pair:
                    self.held.setdefault(one.i, []).append(own)
                continue
            office = whole(self.reading, office, self.name_from)
            name = self._holder(office)
            if name is None:
                self.loose.append(office)
            else:
                self.held.setdefault(name.i, []).append(of_choosers(self.reading, name, office))
        self._second()

    def _second(self) -> None:
        """ "Prime Minister X and his deputy Y", "X's deputy, Y": whose deputy it is tells what Y is."""
        for name in self.names:
            office = next(iter(self.held.get(name.i, ())), None)
            first = self._served_by(office) if office and office.role.lower() == "deputy" else None
            if not office or not first or first.head.singular == "deputy":
                continue
            if first.head.body == "state" or first.head.level in _WITH_DEPUTIES:
                kept = replace(lent(first), i=office.i, j=office.j, core=office.core, countries=first.countries)
                self.held[name.i] = [replace(kept, role=f"{office.role} {kept.role}")]

    def _served_by(self, office: Office) -> Office | None:
        """The office of whom "his deputy", "Castro's deputy" serves: named in the sentence, or by his surname."""
        lower, sentence = self.tokens.lower, self.tokens.sentence
        before = [n for n in self.names if n.j <= office.i and n.i in self.held]
        if lower[office.i - 1] == "'s":
            surname = self.tokens.word[office.i - 2]
            before = [n for n in before if n.text.endswith(surname) and n.j < office.i - 1][-1:]
        elif lower[office.i - 1] not in _THEIR or not before or sentence[before[-1].i] != sentence[office.i]:
            return None
        return self.held[before[-1].i][0] if before else None

    def _adviser(self, office: Office, served: Name) -> Name | None:
        """ "X, adviser to House Speaker Y, has met": of the two names the one in front."""
        before, lower = self.name_to.get(office.i - 1), self.tokens.lower
        aide = " to " in office.role and office.head.cls in _AIDES and lower[office.i - 1] == ","
        free = before and before.i not in self.held and lower[served.j : served.j + 1] in ([","], ["."])
        serving = aide and any(head_at(self.reading, k) for k in range(office.core + 1, office.j))
        return before if free and serving else None

    def _former_or_latter(self, office: Office) -> Name | None:
        """ "A met B. The former is Minister of …; the latter, Ambassador of …"."""
        lower, k = self.tokens.lower, office.i - 1
        while k > 0 and lower[k] in _TELLING:
            k -= 1
        if k < 1 or lower[k] not in {"former", "latter"} or lower[k - 1] != "the" or k == office.i - 1:
            return None
        earlier = [name for name in self.names if name.j <= k and name.i not in self.held]
        earlier = [name for name in earlier if name.styled or name.j - name.i > 1] or earlier
        pair = earlier[-1:] if lower[k] == "latter" else earlier[-2:-1]
        return pair[0] if pair else None

    def _holder(self, office: Office) -> Name | None:
        behind = self.beside.behind(office)
        direct = self.name_from.get(behind)
        if direct is None and self.beside.speaks(behind) and self.tokens.lower[office.i - 1] in {",", "the", "'s"}:
            return None  # "…, the Turkish foreign minister said"
        if direct and self.tokens.sentence[direct.i] == self.tokens.sentence[office.i]:
            return self._adviser(office, direct) or direct
        paired = self._former_or_latter(office)
        if paired:
            return paired
        before = self.beside.name_before(office.i)
        before = before if before and not fronted(self.reading, before.before, before.j, behind) else None
        if before and "as" in self.tokens.lower[before.j : office.i] and (after := self.beside.name_after(office)):
            return after  # "from Žilina, as the State Minister, X, settled"
        if before and before.i not in self.held:
            return self._excellent(before, office) or before
        after = self.beside.name_after(office)
        if after and before and self.tokens.lower[behind] in _DASHES and not self._offices_behind(after):
            return after  # "X, Minister of Trade, and the Ambassador of Chad – Y"
        if after and not before and (adjacent := self._adjacent(office)) and adjacent.j - adjacent.i > 1:
            return adjacent  # "in his meeting with X Envoy of Algeria to Iran, the minister"
        if after and (not before or self._served_in_front(before)):
            return after
        if before and self._served_in_front(before) and self._of_another_country(before, office):
            return None  # "the minister of health of Haiti, X, the head of the Cuban ministry said"
        entering = self._who_enters(office) or self._he_is(office)
        if before and before.i in self.held and (named := self._as_which(office)):
            return named  # "X presented his credentials to President Y as Ambassador of Togo"
        return before or entering or self._as_which(office) or self._adjacent(office, after is None)

    def _excellent(self, before: Name, office: Office) -> Name | None:
        """ "Bishop A of Osh, the Ambassador of Chad, Her Excellency B, and C": who is styled so behind the office."""
        after = self.beside.name_after(office)
        if after is None or self._offices_behind(after) or not self.tokens.cap[office.core]:
            return None
        styles = [self.tokens.lower[name.before : name.i] for name in (before, after)]
        return after if _EXCELLENT.isdisjoint(styles[0]) and not _EXCELLENT.isdisjoint(styles[1]) else None

    def _offices_behind(self, name: Name) -> bool:
        """Whether an office follows the name and a comma: "– Y, Minister of Health" is the next line of a list."""
        k = name.j + 1
        apart = self.tokens.lower[name.j : k] == [","] and self.tokens.lower[k : k + 1] != ["and"]
        return apart and any(office.i - k in (0, 1) for office in self.offices)

    def _who_enters(self, office: Office) -> Name | None:
        free = [n for n in self.names if n.i < office.i and all(map(gives_way, self.held.get(n.i, ())))]
        return who_enters(self.reading, self.name_to, free, office)

    def _he_is(self, office: Office) -> Name | None:
        """ "A met with B. He is the Minister of Trade"."""
        lower, k = self.tokens.lower, office.i
        k -= lower[k - 1] in {"the", "a", "an"}
        meant = self.beside.meant_by_pronoun(k - 1) if lower[k - 1] in {"is", "was"} else None
        return meant if meant and meant.i not in self.held and meant.j - meant.i > 1 else None

    def _as_which(self, office: Office) -> Name | None:
        name = self.beside.as_which(office)
        free = name and all(map(gives_way, self.held.get(name.i, ())))
        return name if name and free and name.j - name.i > 1 else None

    def _adjacent(self, office: Office, alone: bool = False) -> Name | None:
        """ "Her Excellency X Ambassador of Togo to Ghana": the name right before an office that says what it is of."""
        name = self.name_to.get(office.i)
        if name is None and self.tokens.lower[office.i - 1] == "the" and office.countries:
            name = self.name_to.get(office.i - 1)  # "Mr. X the Foreign Minister of Iceland held talks"
            name = name if name and (name.styled or alone) and name.j - name.i > 1 else None
        if name is None or name.i in self.held or not self.tokens.cap[office.core]:
            return None
        said = " of " in office.role or " to " in office.role or office.countries or office.core + 1 < office.j
        return name if said and (name.styled or name.j - name.i > 1) else None

    def _of_another_country(self, name: Name, office: Office) -> bool:
        held = {alpha3 for other in self.held.get(name.i, ()) for alpha3 in other.countries}
        return bool(held and office.countries) and held.isdisjoint(office.countries)

    def _served_in_front(self, name: Name) -> bool:
        """ "the Minister, X, and the Director, Y": whether the name already has an office in front of it."""
        return any(office.j <= name.before and office.head.use != "point" for office in self.held.get(name.i, ()))

    def _link_plural(self, office: Office) -> None:
        """ "Presidents of X and Y, A and B"; without names the office waits in `loose` for "X's A"."""
        if name := self._one_of(office):
            one = replace(office, head=replace(office.head, plural=False))
            owned = self._owned_from(office.i)
            if owned < office.i and " of " not in one.role and self.tokens.lower[office.i - 2] in words("chamber"):
                one = replace(one, role=f"{one.role} of the {self.tokens.span(owned, office.i - 1)}")
            self.held.setdefault(name.i, []).append(one)
            return
        told, everybody = holders(self.reading, self.beside, office)
        for name, own in told:
            self.held.setdefault(name.i, []).append(own)
        if not everybody:
            self.loose += [office] if told else fields_apart(office)

    def _one_of(self, office: Office) -> Name | None:
        """ "X, one of the (three) deputy ministers of Togo", "one of the House's whips": the name before "one of"."""
        lower, k = self.tokens.lower, self._owned_from(office.i)
        while k > 2 and office.i - k < _OWNED and (lower[k - 1] in _OF_SEVERAL or self.tokens.word[k - 1].isdigit()):
            k -= 1
        name = self.beside.name_before(k - 2) if lower[max(0, k - 2) : k] == ["one", "of"] else None
        return name if name and lower[k - 3] == "," else None

    def _owned_from(self, i: int) -> int:
        """The first word of "Assembly's" in front of the word `i`, or the word itself."""
        lower, k = self.tokens.lower, i
        if lower[k - 1] != "'s":
            return i
        k -= 1
        while k > 1 and i - k < _OWNED and (self.tokens.cap[k - 1] or lower[k - 1] in words("chamber", "body")):
            k -= 1
        return k

    def link_counterparts(self) -> None:
        """ "his Turkish counterpart Fidan", "Peter Kapala, his counterpart in the Zambian government"."""
        counterparts = Counterparts(self.reading, self.beside, self.offices, self.names, self.held)
        counterparts.link()
        self.extra = counterparts.told
        self.nameless = [Mention(i, j, country=c, counterpart_of=i) for i, j, c in counterparts.nameless]

    def link_charges(self) -> None:
        """ "X, who is in charge of Transport in Turkey", "X, who heads the IOM": an office told by what it does."""
        ends = {office.j: name for name, office in self._linked()}
        charges = Charges(self.reading, self.beside, ends)
        told = {i for i, offices in self.held.items() if not all(map(gives_way, offices))}
        for name, office in charges.told(told):
            self.held.setdefault(name.i, []).append(office)  # "Minister X, who is in charge of Transport"
        for name, office in of_groups(self.reading, self.names, self.held):
            self.held[name.i] = [office]
        for name, field in charges.responsible():
            self.held[name.i] = [responsible(self.reading, self.held.get(name.i, []), field)]

    def _linked(self) -> Iterator[tuple[Name, Office]]:
        """Each name with each office that it has so far."""
        for i, offices in self.held.items():
            for office in offices if i in self.name_from else ():
                yield self.name_from[i], office

    def link_owned(self) -> None:
        """ "Togo's Foreign Minister A, Mali's B and Chad's C": who stands behind a country in a list has the office."""
        lower, geo_to = self.tokens.lower, self.reading.geo_to
        ends = {office.j: name for name, office in self._linked() if office.i >= name.j}
        for name in self.names:
            owner = geo_to.get(name.before - 1) if lower[name.before - 1] == "'s" else None
            if owner is None or name.i in self.held or name.i in self.extra or lower[owner.i - 1] not in _LIST:
                continue
            k = owner.i - 1 - (lower[owner.i - 2] == ",")
            before = self.name_to.get(k) or ends.get(k)  # "A, ambassador of Togo, and Mali's B"
            office = next(iter(self.held.get(before.i, ())), None) if before else None
            sent = office is not None and (office.head.level != "diplomat" or bool(office.countries))
            if office and self._has_each(office) and sent and (office.countries or office.own):
                alike = replace(lent(office), i=name.i, j=name.j, core=name.i, countries=(owner.alpha3,))
                self.held[name.i] = [alike]

    def _has_each(self, office: Office) -> bool:
        """Whether each country has somebody in such an office: a president where the text tells of "the presidents"."""
        said = any(other.head.plural and other.head.cls == office.head.cls for other in self.offices)
        return office.head.level in _ALIKE or (office.head.level in _HEADS and said)

    def mentions(self) -> Iterator[Mention]:
        """All mentions, unordered."""
        for name in self.names:
            offices = self.held.get(name.i, [])
            other = self.extra.get(name.i)
            office = completed(self.reading, one_office(offices), name)
            i = min([name.before, *(o.i for o in offices)])
            j = max([name.j, *(o.j for o in offices)])
            told = other.country if other else None
            country = told or possessor(self.reading, i) or nationality_after(self.reading, name, office)
            found = Mention(i, j, name, office, country)
            if other:
                found = replace(found, counterpart_of=other.at, organization=other.organization, place=other.place)
            yield found
        for office in self.loose:
            yield Mention(office.i, office.j, None, office)
        yield from self.nameless
