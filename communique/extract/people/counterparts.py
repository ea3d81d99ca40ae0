"""Counterparts: "his Turkish counterpart X", "Y, her opposite number at the Roads Board", "who holds the same office".

In: a `Reading`, the names beside its words, its offices and who holds which. Out: by names the country of a
counterpart and the word at which he is told to be one, and the counterparts without a name.
"""

from dataclasses import dataclass, replace
from itertools import compress

from communique.extract.offices.heads import skip_the, words
from communique.extract.offices.nouns import body_noun
from communique.extract.offices.phrases import Office
from communique.extract.offices.runs import name_run
from communique.extract.people.beside import Beside
from communique.extract.people.lists import (
    listed_countries,
    named_behind_countries,
    names_before,
    names_behind,
    nationals_behind,
)
from communique.extract.people.names import Name
from communique.extract.people.nationality import nationalities_before
from communique.extract.words.reading import Reading
from communique.registry.cities import city_country

COUNTERPARTS = frozenset(["counterpart", "colleague", "homologue", "peer", "equivalent"])
MANY_COUNTERPARTS = frozenset(["counterparts", "colleagues", "peers", "homologues", "equivalents"])
_THEIR = frozenset(["his", "her", "its", "their"])
# counterparts where a name stands behind: "his host, X"
_OWN = frozenset(["cabinet", "ministerial", "party", "parliamentary"])
_ACROSS = frozenset(["host", "guest", "visitor", "interlocutor"])
_ALIKE = frozenset(["same", "that", "similar", "corresponding"])
_COUNTERPART_WORDS = COUNTERPARTS | MANY_COUNTERPARTS | _ACROSS | _ALIKE | {"opposite"}
_HOLDING = frozenset([
    "holds", "has", "held", "had", "holding", "occupies", "occupying", "fills", "filling", "performs", "exercises",
    "carries", "discharges", "does", "heads", "leads", "manages", "runs",
])  # fmt: skip
_SAME = frozenset([
    "office", "post", "portfolio", "position", "job", "title", "rank", "function", "functions", "brief", "seat",
    "chair", "role", "duties", "charge", "responsibilities",
])  # fmt: skip
_JOINING = frozenset(["and", "&"])
_NEAR = 3  # sentences
_FRONTS = frozenset(["in", "at", "during", "with", "after", "following", "before", "welcoming", "receiving"])
_RANKS = frozenset(["ambassador", "senator", "mp"])
_OPENING = frozenset(["talking", "speaking", "meeting", "conferring"])
_FRONTED = frozenset(["to", "with", "alongside", "beside", "addressing", "joining", "like", "together"])


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What is told of a counterpart: at which word, of which country he is, and in which body or place he serves."""

    at: int
    country: str | None = None
    organization: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a counterpart serves, as far as the word `end` behind what tells it; `posted` if a country was told."""

    end: int
    country: str | None = None
    organization: str | None = None
    place: str | None = None
    posted: bool = False


class Counterparts:
    """The counterparts of a text. `told` and `nameless` are filled by `link`; who holds what in `held` may change."""

    def __init__(
        self, reading: Reading, beside: Beside, offices: list[Office], names: list[Name], held: dict[int, list[Office]]
    ) -> None:
        self.reading, self.tokens, self.beside = reading, reading.tokens, beside
        self.offices, self.names, self.held = offices, names, held
        self.told: dict[int, Counterpart] = {}
        self.nameless: list[tuple[int, int, str]] = []

    def link(self) -> None:
        """ "his Turkish counterpart Fidan", "Peter Kapala, his counterpart in the Zambian government"."""
        lower = self.tokens.lower
        for k in compress(range(len(lower)), map(_COUNTERPART_WORDS.__contains__, lower)):
            word = lower[k]
            pair = word == "opposite" and lower[k + 1 : k + 2] == ["number"]
            if word in MANY_COUNTERPARTS and lower[k - 1] in _OWN:
                continue  # "his cabinet colleagues X and Y"
            if word in MANY_COUNTERPARTS:
                people = names_behind(self.reading, self.beside.name_from, k + 1)
                theirs = nationalities_before(self.reading, k)
                own = self._each_of(people, k)
                for n, name in enumerate(people):  # "his Greek and Cypriot counterparts X and Y"
                    country = theirs[n] if len(theirs) == len(people) else theirs[0] if len(theirs) == 1 else None
                    self.told.setdefault(name.i, Counterpart(own[n], country))
                listed, end = listed_countries(self.reading, k + 1)
                behind = names_behind(self.reading, self.beside.name_from, end) if len(listed) > 1 else []
                if not behind and lower[k - 1] in _THEIR and lower[k - 2] == ",":  # "X and Y, his peers from …"
                    behind = names_before(self.reading, self.beside.name_to, k - 2)
                    behind = behind if len(behind) == len(listed) else []
                for name, country in zip(behind, listed, strict=False):  # "of Mali and Chad, X and Y"
                    self.told.setdefault(name.i, Counterpart(k, country))
                for name, country in nationals_behind(self.reading, self.beside.name_from, k + 1):
                    self.told.setdefault(name.i, Counterpart(k, country))
                for name, country, _ in named_behind_countries(self.reading, self.beside.name_from, k + 1):
                    self.told.setdefault(name.i, Counterpart(k, country))
            elif word in _ALIKE:
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
        """ "X, who holds the same office in Togo", "who has that post": whose counterpart he is stands before."""
        lower = self.tokens.lower
        first = k if lower[k] == "that" else k - 1
        if lower[first] not in {"that", "the", "a"} or lower[first - 1] not in _HOLDING:
            return
        if _SAME.isdisjoint(lower[k + 1 : k + 2]):
            return
        g = skip_the(lower, k + 3) if lower[k + 2 : k + 3] in (["in"], ["for"], ["of"]) else k
        g += 2 if lower[g : g + 2] == ["government", "of"] else 0
        g = skip_the(lower, g)
        geo, town = self.reading.geo.get(g), self.tokens.word[g] if self.tokens.cap[g : g + 1] == [True] else ""
        name = self.beside.name_before(first - 1)
        sentence = self.tokens.sentence
        near = any(n.i in self.held and n.j < k and sentence[k] - sentence[n.i] < _NEAR for n in self.names)
        if name and near and name.i not in self.held:
            self.told.setdefault(name.i, Counterpart(name.i, geo.alpha3 if geo else city_country(town)))

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
        seat = self._seat(j)
        end, country = seat.end, country or seat.country
        if self._is_body(end):
            return  # "its Belarusian counterpart, BelTA"
        name, office = self._counterpart_name(i, end, seat.posted)
        if office and office.i > j:
            self._lend_back(i, office)
        if name is not None and office is None:
            self.told[name.i] = Counterpart(i, country, seat.organization, seat.place)
        elif name is not None:
            held = self.held.get(name.i, [])
            self.held[name.i] = [replace(o, countries=o.countries or ((country,) if country else ())) for o in held]
        elif country is not None:
            self.nameless.append((i, end, country))

    def _is_body(self, end: int) -> bool:
        """Whether letters such as "VKIST" stand behind, or one word that the text itself says to be a body."""
        at = end + (self.tokens.lower[end : end + 1] == [","])
        if self.tokens.cap[at : at + 1] != [True] or self.tokens.cap[at + 1 : at + 2] == [True]:
            return False
        return at in self.reading.body or (self.tokens.word[at].isupper() and len(self.tokens.word[at]) > 2)

    def _seat(self, j: int) -> _Seat:
        """Where he serves whom the word `j` follows: "in Togo", "at the Roads Board, X", "of Ntem (Gabon), X"."""
        reading, lower = self.reading, self.tokens.lower
        if lower[j : j + 1] == [] or lower[j] not in {"in", "from", "of", "at", "for"}:
            return _Seat(j)
        g = skip_the(lower, j + 1)
        if field := self._field_end(g):
            return _Seat(field, place=f"of {self.tokens.span(g, field)}")
        if lower[j] == "for":
            return _Seat(j)
        if (geo := reading.geo.get(g)) and lower[j] != "at":
            return _Seat(geo.j + (lower[geo.j : geo.j + 1] in (["government"], ["side"])), geo.alpha3, posted=True)
        close = next((e for e in range(g, min(g + 12, len(lower))) if lower[e] == ","), j)
        named = close + 1 in self.beside.name_from and (lower[j] == "at" or self.tokens.cap[g])
        if self.tokens.cap[g : g + 1] != [True]:
            return _Seat(close if named else j)
        end = name_run(reading, g)[0] if (known := reading.body.get(g)) is None else known.j
        body = known.organization.name if known else self.tokens.span(g, end) if body_noun(reading, g) == end else None
        within = range(j, close if named else end)
        country = next((reading.geo[k].alpha3 for k in within if k in reading.geo), None)
        return _Seat(
            close if named else j, country or city_country(self.tokens.word[g]), body,
            None if body or lower[j] == "at" else f"of {self.tokens.span(j + 1, end)}",
        )  # fmt: skip

    def _field_end(self, g: int) -> int | None:
        """The end of "Justice and Public Security" at the word `g`: what a minister's colleague is minister of."""
        lower, end = self.tokens.lower, g
        known = words("portfolio") - words("body", "ministry")
        while g not in self.reading.taken and lower[end : end + 1] and (lower[end] in known or lower[end] in _JOINING):
            end += 1
        end -= end > g and lower[end - 1] in _JOINING
        named = end in self.beside.name_from or self.tokens.cap[end : end + 1] != [True]
        return end if end > g and named and body_noun(self.reading, g) is None else None

    def _lend_back(self, i: int, office: Office) -> None:
        """ "signed by X and (by) his Zambian counterpart, Minister Y": X has the office too."""
        lower, k = self.tokens.lower, i - (self.tokens.lower[i - 1] in _THEIR)
        k -= lower[k - 1] in {"by", "of", "with", "for"}
        name = self.beside.name_to.get(k - 1) if lower[k - 1] == "and" else None
        if name and name.i not in self.held:
            self.held[name.i] = [replace(office, i=name.i, j=name.j, core=name.i, countries=())]

    def _counterpart_name(self, i: int, end: int, posted: bool) -> tuple[Name | None, Office | None]:
        lower = self.tokens.lower
        at = end + 1 if end < len(lower) and lower[end] == "," else end
        direct = self.beside.name_from.get(at) or self._who_was(at)
        if at == end + 1 and self._is_fronted(i, at):
            return None, None
        if direct:
            held = self.held.get(direct.i)
            return direct, held[0] if held else None
        rank = next((o for o in self.offices if o.i == at and o.role.lower() in _RANKS), None)
        apart = rank and (lower[end : end + 1] == [","]) == (rank.head.cls == "ambassador")
        if rank and apart and not posted and (styled := self.beside.name_from.get(rank.j)):
            self.held.pop(styled.i, None)  # "his counterpart, Ambassador X": a rank kept from an earlier post
            return styled, None  # "his counterpart Senator X": who is a minister
        begin = self.tokens.bounds[self.tokens.sentence[i]][0]
        if lower[begin] in _OPENING and self.tokens.first[begin] and i - begin < 5 and at == end + 1:
            return None, None  # "Talking with his Malian counterpart, Minister X said": X is the other
        start = i - 1 if i and lower[i - 1] in {"his", "her", "its", "their", "the"} else i
        before = self.beside.name_to.get(start - 1) if start > 1 and lower[start - 1] == "," else None
        if before and before.i not in self.held and lower[begin] in _FRONTS:
            return before, None  # "In talks with X, his Greek counterpart, President Y said"
        for office in self.offices:  # "her opposite number in India, Ambassador Vetsop Namgyel"
            if office.i == at:
                name = self.beside.name_from.get(self.beside.behind(office))
                return (name, office) if name else (None, None)
        return (before, None) if before and before.i not in self.held else (None, None)

    def _who_was(self, at: int) -> Name | None:
        """ "his counterpart (on the occasion was X)": the name behind a few words and "was" at the word `at`."""
        lower = self.tokens.lower
        k = next((k for k in range(at, min(at + 6, len(lower))) if lower[k] in {"is", "was"}), None)
        plain = k is not None and not any(self.tokens.cap[at:k]) and {",", ".", "and"}.isdisjoint(lower[at:k])
        return self.beside.name_from.get(k + 1) if k is not None and plain else None

    def _is_fronted(self, i: int, at: int) -> bool:
        """ "To his Thai counterpart, Minister X said": whether X, named at `at`, is not the counterpart told at `i`."""
        begin = self.tokens.bounds[self.tokens.sentence[i]][0]
        # "At a joint press conference with his Thai counterpart,"
        far = 8 if self.tokens.lower[begin] in _FRONTS else 4
        if i - begin > far or self.tokens.lower[begin] not in _FRONTED | _FRONTS or not self.tokens.first[begin]:
            return False
        office = next((office for office in self.offices if office.i == at), None)
        name = self.beside.name_from.get(self.beside.behind(office) if office else at)
        return name is not None and self.tokens.lower[name.j : name.j + 1] not in ([","], ["("], ["."])
