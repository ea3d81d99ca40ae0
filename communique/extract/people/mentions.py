"""Mentions of people: who holds which office, by the grammar around names and offices.

In: a `Reading`, its offices and names. Out: `Mention`s in order: a name with its office ("Foreign Minister X",
"X, who is Minister of …", "his Turkish counterpart X", "Australia's X"), a bare name, or an office without a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import compress

from communique.extract.offices.antecedents import fronted
from communique.extract.offices.heads import skip_the
from communique.extract.offices.phrases import Office
from communique.extract.people.beside import Beside
from communique.extract.people.charges import Charges, responsible
from communique.extract.people.entering import of_choosers, who_enters
from communique.extract.people.held import completed, lent, one_office, whole
from communique.extract.people.lists import (
    listed_countries,
    named_behind_countries,
    names_before,
    names_behind,
    nationals_behind,
)
from communique.extract.people.names import Name, behind_letters
from communique.extract.people.nationality import nationalities_before, nationality_after, possessor
from communique.extract.people.plurals import both, fields_apart, holders, respective
from communique.extract.people.rounds import told_of_all
from communique.extract.words.reading import Reading


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention on the words `i` up to `j`. `role` is the office's words unless a counterpart lends its own."""

    i: int
    j: int
    name: Name | None = None
    office: Office | None = None
    country: str | None = None
    counterpart_of: int | None = None
    above: bool = False  # the headline alone tells the office

    @property
    def role(self) -> str | None:
        return self.office.role if self.office else None

    @property
    def start(self) -> int:
        """The first word, that of "his Turkish counterpart" included."""
        return self.i if self.counterpart_of is None else min(self.i, self.counterpart_of)


COUNTERPARTS = frozenset(["counterpart", "colleague", "homologue", "peer", "equivalent"])
MANY_COUNTERPARTS = frozenset(["counterparts", "colleagues", "peers", "homologues", "equivalents"])
_THEIR = frozenset(["his", "her", "its", "their"])
# counterparts where a name stands behind: "his host, X"
_ACROSS = frozenset(["host", "guest", "visitor", "interlocutor"])
_COUNTERPART_WORDS = COUNTERPARTS | MANY_COUNTERPARTS | _ACROSS | {"opposite", "same"}
_HOLDING = frozenset(["holds", "has", "held", "had", "holding"])
_SAME = (["office"], ["post"], ["portfolio"], ["position"])
_FRONTS = frozenset(["in", "at", "during", "with", "after", "following", "before", "welcoming", "receiving"])
_DASHES = frozenset(["-", "–", "—"])
_LIST, _ALIKE = frozenset([",", "and"]), frozenset(["minister", "deputy_minister", "senior_official"])
_OPENING = frozenset(["talking", "speaking", "meeting", "conferring"])
_FRONTED = frozenset(["to", "with", "alongside", "beside", "addressing", "joining", "like", "together"])


def find_mentions(reading: Reading, offices: list[Office], names: list[Name]) -> list[Mention]:
    """Links offices with names; every name and every office is in exactly one mention."""
    linker = _Linker(reading, offices, names)
    linker.link_offices()
    linker.link_counterparts()
    linker.link_charges()
    linker.link_owned()
    linker.held.update(dict(told_of_all(reading, names, linker.loose, linker.held)))
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
        self.extra: dict[int, dict[str, object]] = {}
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
        """ "Prime Minister X and his deputy Y": whose deputy it is tells what Y is."""
        sentence = self.tokens.sentence
        for name in self.names:
            office = next(iter(self.held.get(name.i, ())), None)
            if not office or office.role.lower() != "deputy" or self.tokens.lower[office.i - 1] not in _THEIR:
                continue
            before = [n for n in self.names if n.j <= office.i and n.i in self.held]
            if before and sentence[before[-1].i] == sentence[office.i]:
                first = self.held[before[-1].i][0]
                if first.head.singular == "deputy" or (first.head.body != "state" and first.head.level != "diplomat"):
                    continue
                kept = replace(lent(first), i=office.i, j=office.j, core=office.core, countries=first.countries)
                self.held[name.i] = [replace(kept, role=f"{office.role} {kept.role}")]

    def _former_or_latter(self, office: Office) -> Name | None:
        """ "A met B. The former is Minister of …; the latter, Ambassador of …"."""
        lower, k = self.tokens.lower, office.i - 1
        while k > 0 and lower[k] in {",", "is", "was", "being", "as", "the", "a"}:
            k -= 1
        if k < 1 or lower[k] not in {"former", "latter"} or lower[k - 1] != "the" or k == office.i - 1:
            return None
        earlier = [name for name in self.names if name.j <= k and name.i not in self.held]
        pair = earlier[-1:] if lower[k] == "latter" else earlier[-2:-1]
        return pair[0] if pair else None

    def _holder(self, office: Office) -> Name | None:
        behind = self.beside.behind(office)
        direct = self.name_from.get(behind)
        if direct is None and self.beside.speaks(behind) and self.tokens.lower[office.i - 1] in {",", "the"}:
            return None  # "…, the Turkish foreign minister said"
        if direct and self.tokens.sentence[direct.i] == self.tokens.sentence[office.i]:
            return direct
        paired = self._former_or_latter(office)
        if paired:
            return paired
        before = self.beside.name_before(office.i)
        before = before if before and not fronted(self.reading, before.before, before.j, behind) else None
        if before and "as" in self.tokens.lower[before.j : office.i] and (after := self.beside.name_after(office)):
            return after  # "from Žilina, as the State Minister, X, settled"
        if before and before.i not in self.held:
            return before
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

    def _offices_behind(self, name: Name) -> bool:
        """Whether an office follows the name and a comma: "– Y, Minister of Health" is the next line of a list."""
        k = name.j + 1
        return self.tokens.lower[name.j : k] == [","] and any(office.i - k in (0, 1) for office in self.offices)

    def _who_enters(self, office: Office) -> Name | None:
        free = [name for name in self.names if name.i < office.i and name.i not in self.held]
        return who_enters(self.reading, self.name_to, free, office)

    def _he_is(self, office: Office) -> Name | None:
        """ "A met with B. He is the Minister of Trade"."""
        lower, k = self.tokens.lower, office.i
        k -= lower[k - 1] in {"the", "a", "an"}
        meant = self.beside.meant_by_pronoun(k - 1) if lower[k - 1] in {"is", "was"} else None
        return meant if meant and meant.i not in self.held and meant.j - meant.i > 1 else None

    def _as_which(self, office: Office) -> Name | None:
        name = self.beside.as_which(office)
        return name if name and name.i not in self.held and name.j - name.i > 1 else None

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
        told, everybody = holders(self.reading, self.beside, office)
        for name, own in told:
            self.held.setdefault(name.i, []).append(own)
        if not everybody:
            self.loose += [office] if told else fields_apart(office)

    def link_counterparts(self) -> None:
        """ "his Turkish counterpart Fidan", "Peter Kapala, his counterpart in the Zambian government"."""
        lower = self.tokens.lower
        for k in compress(range(len(lower)), map(_COUNTERPART_WORDS.__contains__, lower)):
            word = lower[k]
            pair = word == "opposite" and lower[k + 1 : k + 2] == ["number"]
            if word in MANY_COUNTERPARTS:
                people = names_behind(self.reading, self.name_from, k + 1)
                theirs = nationalities_before(self.reading, k)
                own = self._each_of(people, k)
                for n, name in enumerate(people):  # "his Greek and Cypriot counterparts X and Y"
                    country = theirs[n] if len(theirs) == len(people) else theirs[0] if len(theirs) == 1 else None
                    self.extra.setdefault(name.i, {"counterpart_of": own[n], "country": country})
                listed, end = listed_countries(self.reading, k + 1)
                behind = names_behind(self.reading, self.name_from, end) if len(listed) > 1 else []
                if not behind and lower[k - 1] in _THEIR and lower[k - 2] == ",":  # "X and Y, his peers from …"
                    behind = names_before(self.reading, self.name_to, k - 2)
                    behind = behind if len(behind) == len(listed) else []
                for name, country in zip(behind, listed, strict=False):  # "of Mali and Chad, X and Y"
                    self.extra.setdefault(name.i, {"counterpart_of": k, "country": country})
                for name, country in nationals_behind(self.reading, self.name_from, k + 1):
                    self.extra.setdefault(name.i, {"counterpart_of": k, "country": country})
                for name, country, _ in named_behind_countries(self.reading, self.name_from, k + 1):
                    self.extra.setdefault(name.i, {"counterpart_of": k, "country": country})
            elif word == "same":
                self._same_office(k)
            elif word in COUNTERPARTS or pair or (word in _ACROSS and self._is_his(k)):
                self._counterpart(k, k + 2 if pair else k + 1)

    def _is_his(self, k: int) -> bool:
        """ "his (host)", "her Ukrainian (guest)"."""
        geo = self.reading.geo_to.get(k)
        return self.tokens.lower[(geo.i if geo and geo.form == "demonym" else k) - 1] in {"his", "her"}

    def _each_of(self, people: list[Name], k: int) -> list[int]:
        """Whose counterpart each of the people is, where he is told: "Ministers A and B" met "theirs, C and D"."""
        sentence = self.tokens.sentence
        holders = [n for n in self.names if n.j <= k and n.i in self.held and sentence[n.i] == sentence[k]]
        alike = len(holders) == len(people) > 1
        return [max(n.j, *(o.j for o in self.held[n.i])) for n in holders] if alike else [k] * len(people)

    def _same_office(self, k: int) -> None:
        """ "X, who holds the same office in Togo": whose counterpart he is stands before."""
        lower = self.tokens.lower
        if lower[k - 1] != "the" or lower[k - 2] not in _HOLDING or lower[k + 1 : k + 2] not in _SAME:
            return
        g = skip_the(lower, k + 3) if lower[k + 2 : k + 3] in (["in"], ["for"], ["of"]) else k
        g += 2 if lower[g : g + 2] == ["government", "of"] else 0
        geo = self.reading.geo.get(skip_the(lower, g))
        name = self.beside.name_before(k - 2)
        if name and name.i not in self.held:
            self.extra.setdefault(name.i, {"counterpart_of": name.i, "country": geo.alpha3 if geo else None})

    def _counterpart(self, k: int, j: int) -> None:
        lower, reading = self.tokens.lower, self.reading
        i, country = k, None
        while i > 0 and lower[i - 1] in {"visiting", "new", "then", "late", "former", "junta", "military"}:
            i -= 1
        if i in reading.geo_to:
            country, i = reading.geo_to[i].alpha3, reading.geo_to[i].i
        elif lower[i - 1 : i] == ["'s"] and i - 1 in reading.geo_to:
            country, i = reading.geo_to[i - 1].alpha3, reading.geo_to[i - 1].i
        if not (i and lower[i - 1] in {"his", "her", "its", "their", "the"}) and country is None:
            return
        end, posted = j, False
        if j < len(lower) and lower[j] in {"in", "from", "of"}:
            g = skip_the(lower, j + 1)
            if g in reading.geo:
                if country is None:
                    country = reading.geo[g].alpha3
                end = reading.geo[g].j
                end += 1 if lower[end : end + 1] in (["government"], ["side"]) else 0
                posted = True
            elif comma := next((e for e in range(g, min(g + 12, len(lower))) if lower[e] == ","), None):
                end = comma if comma + 1 in self.name_from and self.tokens.cap[g] else end  # "at the Roads Board, X"
        elif lower[j : j + 1] == ["at"]:
            comma = next((e for e in range(j, min(j + 12, len(lower))) if lower[e] == ","), j)
            end = comma if comma + 1 in self.name_from else end
            owner = next((reading.geo[g].alpha3 for g in range(j, end) if g in reading.geo), None)
            country = country or owner  # "his opposite number at the Electricity Corporation of Malawi, X"
        name, office = self._counterpart_name(i, end, posted)
        if office and office.i > j:
            self._lend_back(i, office)
        if name is not None and office is None:
            self.extra[name.i] = {"country": country, "counterpart_of": i}
        elif name is not None:
            held = self.held.get(name.i, [])
            self.held[name.i] = [replace(o, countries=o.countries or ((country,) if country else ())) for o in held]
        elif country is not None:
            self.nameless.append(Mention(i, end, country=country, counterpart_of=i))

    def _lend_back(self, i: int, office: Office) -> None:
        """ "signed by X and (by) his Zambian counterpart, Minister Y": X has the office too."""
        lower, k = self.tokens.lower, i - (self.tokens.lower[i - 1] in _THEIR)
        k -= lower[k - 1] in {"by", "of", "with", "for"}
        name = self.name_to.get(k - 1) if lower[k - 1] == "and" else None
        if name and name.i not in self.held:
            self.held[name.i] = [replace(office, i=name.i, j=name.j, core=name.i, countries=())]

    def _counterpart_name(self, i: int, end: int, posted: bool) -> tuple[Name | None, Office | None]:
        lower = self.tokens.lower
        at = end + 1 if end < len(lower) and lower[end] == "," else end
        direct = self.name_from.get(at)
        if at == end + 1 and self._is_fronted(i, at):
            return None, None
        if direct:
            held = self.held.get(direct.i)
            return direct, held[0] if held else None
        rank = next((o for o in self.offices if o.i == at and o.role.lower() == "ambassador"), None)
        if rank and not posted and lower[end : end + 1] == [","] and (styled := self.name_from.get(rank.j)):
            self.held.pop(styled.i, None)
            return styled, None  # "his counterpart, Ambassador X": a rank kept from an earlier post
        begin = self.tokens.bounds[self.tokens.sentence[i]][0]
        if lower[begin] in _OPENING and self.tokens.first[begin] and i - begin < 5 and at == end + 1:
            return None, None  # "Talking with his Malian counterpart, Minister X said": X is the other
        start = i - 1 if i and lower[i - 1] in {"his", "her", "its", "their", "the"} else i
        before = self.name_to.get(start - 1) if start > 1 and lower[start - 1] == "," else None
        if before and before.i not in self.held and lower[begin] in _FRONTS:
            return before, None  # "In talks with X, his Greek counterpart, President Y said"
        for office in self.offices:  # "her opposite number in India, Ambassador Vetsop Namgyel"
            if office.i == at:
                name = self.name_from.get(self.beside.behind(office))
                return (name, office) if name else (None, None)
        return (before, None) if before and before.i not in self.held else (None, None)

    def _is_fronted(self, i: int, at: int) -> bool:
        """ "To his Thai counterpart, Minister X said": whether X, named at `at`, is not the counterpart told at `i`."""
        begin = self.tokens.bounds[self.tokens.sentence[i]][0]
        # "At a joint press conference with his Thai counterpart,"
        far = 8 if self.tokens.lower[begin] in _FRONTS else 4
        if i - begin > far or self.tokens.lower[begin] not in _FRONTED | _FRONTS or not self.tokens.first[begin]:
            return False
        office = next((office for office in self.offices if office.i == at), None)
        name = self.name_from.get(self.beside.behind(office) if office else at)
        return name is not None and self.tokens.lower[name.j : name.j + 1] not in ([","], ["("], ["."])

    def link_charges(self) -> None:
        """ "X, who is in charge of Transport in Turkey", "X, who heads the IOM": an office told by what it does."""
        charges = Charges(self.reading, self.beside)
        told = {i for i, offices in self.held.items() if any(o.role not in {"Minister", "minister"} for o in offices)}
        for name, office in charges.told(told):
            self.held[name.i] = [office]  # "Minister X, who is in charge of Transport"
        for name, field in charges.responsible():
            self.held[name.i] = [responsible(self.reading, self.held.get(name.i, []), field)]

    def link_owned(self) -> None:
        """ "Togo's Foreign Minister A, Mali's B and Chad's C": who stands behind a country in a list has the office."""
        lower, geo_to = self.tokens.lower, self.reading.geo_to
        for name in self.names:
            owner = geo_to.get(name.before - 1) if lower[name.before - 1] == "'s" else None
            if owner is None or name.i in self.held or name.i in self.extra or lower[owner.i - 1] not in _LIST:
                continue
            before = self.name_to.get(owner.i - 1 - (lower[owner.i - 2] == ","))
            office = next(iter(self.held.get(before.i, ())), None) if before else None
            if office and office.head.level in _ALIKE and (office.countries or office.own):
                alike = replace(lent(office), i=name.i, j=name.j, core=name.i, countries=(owner.alpha3,))
                self.held[name.i] = [alike]

    def mentions(self) -> Iterator[Mention]:
        """All mentions, unordered."""
        for name in self.names:
            offices = self.held.get(name.i, [])
            extra = self.extra.get(name.i, {})
            office = completed(self.reading, one_office(offices), name)
            i = min([name.before, *(o.i for o in offices)])
            j = max([name.j, *(o.j for o in offices)])
            country = (
                extra.get("country") or possessor(self.reading, i) or nationality_after(self.reading, name, office)
            )
            whose = extra.get("counterpart_of")
            yield Mention(
                i, j, name, office,
                country=country if isinstance(country, str) else None,
                counterpart_of=whose if isinstance(whose, int) else None,
            )  # fmt: skip
        for office in self.loose:
            yield Mention(office.i, office.j, None, office)
        yield from self.nameless
