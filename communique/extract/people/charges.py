"""Offices told by what somebody does: "X, who is in charge of Transport", "X and Y, who head the ministries of …".

In: a `Reading`, the names beside its words, and who holds an office already. Out: names with an office each. Who heads
a ministry, or has the portfolio of a field, is its minister; of whom only a charge is told, that is the office.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import compress

from communique.extract.offices.apposed import friendship_end
from communique.extract.offices.heads import Head, skip_the, words
from communique.extract.offices.phrases import Office
from communique.extract.offices.runs import name_run
from communique.extract.offices.verbs import of_verb, titles, titles_since
from communique.extract.people.beside import Beside
from communique.extract.people.lists import names_before
from communique.extract.people.names import Name
from communique.extract.words.reading import Body, Geo, Reading

_TOGETHER = frozenset(["head", "lead", "chair", "run", "direct"])  # "X and Y, who head …"
_AT_TOP = frozenset(["helm", "head", "top"])
_HOLDING = frozenset([
    "holds", "has", "held", "had", "holding", "carries", "carried", "bears", "keeps", "occupies", "manages", "runs",
    "holder",
])  # fmt: skip
_CARING = frozenset(["handles", "oversees", "supervises"])  # "who handles information in the government of Togo"
_HEAD = Head("head", "agency", "either", "")
_CHARGE = Head("minister", "minister", "state", "charge")
_REPRESENTING = frozenset(["represents", "represented"])
_CUES = titles().keys() | titles_since().keys() | _TOGETHER | _AT_TOP | _CARING | _REPRESENTING
_CUES |= {"portfolio", "charge", "command", "responsible"}
_ENVOY = Head("representative", "agency", "body", "")
_HAVING = frozenset(["has", "have", "long"])
_BEFORE_FIELDS = frozenset(["of", "for"])
_PLAINLY = frozenset(["heads", "leads", "commands", "chairs"])  # of which "X directs the ministry to" is none
_VAGUE = frozenset(["same", "similar", "identical", "equivalent", "corresponding", "a", "an", "no", "another"])
_COVERING = frozenset(["is", "are", "covers", "includes", "comprises"])
_GOVERNMENTS = frozenset(["government", "cabinet"])


@dataclass(frozen=True, slots=True)
class Field:
    """What somebody cares for: its words `i` up to `j`, the word behind all that tells it, and whose it is."""

    i: int
    j: int
    end: int
    countries: tuple[str, ...]


class Charges:
    """The clauses of a text that tell an office without naming one. `ends` has names by where their offices end."""

    def __init__(self, reading: Reading, beside: Beside, ends: Mapping[int, Name]) -> None:
        self.reading, self.tokens, self.beside, self.ends = reading, reading.tokens, beside, ends

    def told(self, held: Container[int]) -> Iterator[tuple[Name, Office]]:
        """The names that have an office so, but for those by whose first word one is `held` already."""
        lower = self.tokens.lower
        for k in compress(range(len(lower)), map(_CUES.__contains__, lower)):
            if not 0 < k < len(lower) - 1:
                continue
            for name, office in self._told_at(k):
                if name.i not in held:
                    yield name, office

    def responsible(self) -> Iterator[tuple[Name, Field]]:
        """ "Minister X, who is responsible in Togo for Energy": the names, and for what."""
        lower, geo = self.tokens.lower, self.reading.geo
        for k in [k for k, word in enumerate(lower[:-2]) if word == "responsible"] if "responsible" in lower else ():
            place = geo.get(skip_the(lower, k + 2)) if lower[k + 1] == "in" else None
            q = place.j if place else k + 1
            field = self._field(q + 1) if lower[q : q + 1] == ["for"] and lower[k - 1] in {"is", "was", ","} else None
            name = self.beside.name_before(k) if field else None
            if name and field:
                yield name, replace(field, countries=field.countries or ((place.alpha3,) if place else ()))

    def _told_at(self, k: int) -> Iterator[tuple[Name, Office]]:
        """The names and offices of the clause whose cue is the word `k`."""
        lower, word = self.tokens.lower, self.tokens.lower[k]
        if word == "portfolio":
            yield from self._portfolio(k)
        elif word == "charge":
            yield from self._in_charge(k)
        elif word in _CARING:
            name = self.beside.name_before(k) if lower[k - 1] == "who" else None
            if name and (field := self._field(k + 1)):
                yield name, self._minister(field)
        elif word == "command":
            ahead = lower[k - 1] == "in" and lower[k + 1] == "of"
            if (
                ahead
                and (name := self.beside.name_before(k - 1))
                and (office := of_verb(self.reading, k + 1, "commander"))
            ):
                yield name, office
        elif word in titles():
            if (name := self._leader(k)) and (office := self._heading(k + 1, titles()[word])):
                yield name, office
        elif word in titles_since() and lower[k - 1] in _HAVING:
            name = self._leader(k - 1 - (lower[k - 1] == "long"))
            if name and (office := self._heading(k + 1, titles_since()[word])):
                yield name, office
        elif word in _REPRESENTING and lower[k - 1] == "who":
            name, body = self._leader(k), self.reading.body.get(skip_the(lower, k + 1))
            if name and body:
                yield name, self._of_body(body)
        elif lower[k - 1] == "who" and word in _TOGETHER:
            yield from self._headed_together(k)
        elif word in _AT_TOP and lower[k + 1] == "of" and lower[max(0, k - 2) : k] == ["at", "the"]:
            top = self.beside.name_to.get(k - 3 if lower[k - 3] == "," else k - 2) or self.beside.name_before(k - 2)
            if top and (office := self._heading(k + 2, "" if word == "helm" else "head")):
                yield top, office

    def _of_body(self, body: Body) -> Office:
        """ "X, who represents UNICEF in Mongolia": what is told as of its representative there."""
        lower = self.tokens.lower
        seat = self.reading.geo.get(skip_the(lower, body.j + 1)) if lower[body.j : body.j + 1] == ["in"] else None
        role = f"representative {self.tokens.span(body.j, seat.j)}" if seat else "representative"
        return Office(body.i, seat.j if seat else body.j, body.i, role, _ENVOY, organization=body.organization.name)

    def _leader(self, k: int) -> Name | None:
        """Who leads by the verb `k`: "X, who heads", "He heads", "X heads", "X, the ex-president who heads"."""
        lower, beside = self.tokens.lower, self.beside
        if name := beside.name_before(k) or beside.meant_by_pronoun(k):
            return name
        if lower[k - 1] == "who":
            return self.ends.get(k - 1 - (lower[k - 2] == ","))
        subject = beside.name_to.get(k) if lower[k] in _PLAINLY else None
        return subject if subject and (subject.styled or subject.j - subject.i > 1) else None

    def _portfolio(self, k: int) -> Iterator[tuple[Name, Office]]:
        """ "holds the foreign affairs portfolio (of Togo)", "has the portfolio of energy in the Syrian government"."""
        lower = self.tokens.lower
        begin = self.tokens.bounds[self.tokens.sentence[k]][0]
        if lower[k - 3 : k] == ["to", "whom", "the"] and lower[k + 1] in _BEFORE_FIELDS:
            top, owned = self.beside.name_to.get(k - 4), self._field(k + 2)
            if top and owned:
                yield top, self._minister(owned)  # "X, to whom the portfolio of trade belongs"
            return
        if lower[k - 1] == "whose" and lower[k + 1] in _COVERING:
            top, owned = self.beside.name_before(k - 1), self._field(k + 2)
            if top and owned:
                yield top, self._minister(owned)  # "X, whose portfolio is trade"
            return
        verb = next((v for v in range(k - 1, max(begin, k - 8), -1) if lower[v] in _HOLDING), None)
        name = self.beside.name_before(verb) if verb else None
        if verb and not name and lower[verb] == "holder":
            name = self._named_behind(k + 1)
        if not name or verb is None:
            return
        field = self._field(k + 2) if lower[k + 1] in _BEFORE_FIELDS else None
        if field is None or not field.j > field.i:
            first = skip_the(lower, verb + 1 + (lower[verb + 1] == "of"))  # "holder of the health portfolio"
            if lower[first] in _VAGUE:
                return  # "who holds the same portfolio"
            field = Field(first, k, k + 1, self._whose(k + 1)[0])
            if (
                first == k
                and lower[k + 1] in _BEFORE_FIELDS
                and (end := name_run(self.reading, k + 2, True)[0]) > k + 2
            ):
                field = Field(k + 2, end, end, self._whose(end)[0])  # "holds the portfolio of Domestic Trade"
        yield name, self._minister(field)

    def _named_behind(self, k: int) -> Name | None:
        """ "(the holder of the health portfolio) of Togo, X": the name behind the comma, and the country before it."""
        end = self._whose(k)[1]
        comma = end if self.tokens.lower[end : end + 1] == [","] else None
        return self.beside.name_from.get(end if comma is None else comma + 1)

    def _in_charge(self, k: int) -> Iterator[tuple[Name, Office]]:
        """ "X, who is in charge of Transport in Turkey", "Y, in charge of the agency for refugees"."""
        lower = self.tokens.lower
        if lower[k - 1] != "in" or lower[k + 1] != "of" or not (name := self.beside.name_before(k - 1)):
            return
        if field := self._field(k + 2):
            yield name, self._minister(field)
        elif end := self._described(k + 2):
            role = f"in charge of {self.tokens.span(k + 2, end)}"
            yield name, Office(k - 1, end, k - 1, role, replace(_CHARGE, body="either"))

    def _described(self, q: int) -> int | None:
        """The end of "the agency for inter-Korean relations", up to the comma."""
        lower, k = self.tokens.lower, skip_the(self.tokens.lower, q)
        noun = lower[k : k + 1] and lower[k] in words("body", "ministry", "portfolio")
        end = next((e for e in range(k, min(k + 9, len(lower))) if lower[e] in {",", ".", ";"}), None)
        return end if noun and k >= q else None

    def _headed_together(self, k: int) -> Iterator[tuple[Name, Office]]:
        """ "X and Y, who head the foreign ministries of Togo and of Chad": one office, and a country each."""
        lower = self.tokens.lower
        people = names_before(self.reading, self.beside.name_to, k - 2 if lower[k - 2] == "," else k - 1)
        q = skip_the(lower, k + 1)
        noun = next((n for n in range(q, min(q + 5, len(lower))) if lower[n] in {"ministries", "departments"}), None)
        if len(people) < 2 or noun is None:
            return
        end = name_run(self.reading, q, True)[0] if noun == q else noun + 1
        span = self.tokens.span(q, end).replace("inistries", "inistry").replace("epartments", "epartment")
        office = Office(k, end, k, _of_ministry(span) or f"head of the {span}", _HEAD, portfolio=self._said(q, end))
        countries = self._listed(end)
        for n, name in enumerate(people):
            country = (countries[n],) if len(countries) == len(people) else ()
            yield name, replace(office, head=replace(_HEAD, level="minister", body="state"), countries=country)

    def _listed(self, k: int) -> list[str]:
        """The countries of "of Azerbaijan and of Georgia" at the word `k`."""
        lower, found = self.tokens.lower, list[str]()
        while k < len(lower) and lower[k] in {"of", "and", ",", "the", "in"}:
            if geo := self.reading.geo.get(k + 1):
                found.append(geo.alpha3)
                k = geo.j
            else:
                k += 1
        return found

    def _minister(self, field: Field) -> Office:
        title = "Minister" if self.tokens.cap[field.i] else "minister"
        role = f"{title} of {self.tokens.span(field.i, field.j)}"
        return Office(
            field.i - 1, field.end, field.i - 1, role, _CHARGE, field.countries,
            portfolio=self._said(field.i, field.j),
        )  # fmt: skip

    def _said(self, i: int, j: int) -> frozenset[str]:
        return words("portfolio").intersection(self.tokens.lower[i:j])

    def _field(self, k: int) -> Field | None:
        """The field that starts at the word `k`, if its first word is one of portfolios."""
        lower, i = self.tokens.lower, skip_the(self.tokens.lower, k)
        if i >= len(lower) or lower[i] not in words("portfolio") or lower[i] in words("body"):
            return None
        j = name_run(self.reading, i, True)[0]
        countries, end = self._whose(j)
        return Field(i, j, max(end, j), countries)

    def _whose(self, k: int) -> tuple[tuple[str, ...], int]:
        """The country of "in the Syrian government", "of Togo" at the word `k`, and the word behind it."""
        lower = self.tokens.lower
        if lower[k : k + 1] not in (["in"], ["of"], ["for"]):
            return (), k
        g = skip_the(lower, k + 1)
        if lower[g : g + 1] and lower[g] in _GOVERNMENTS and lower[g + 1 : g + 2] == ["of"]:
            g = skip_the(lower, g + 2)
        geo = self.reading.geo.get(g)
        if geo is None or (geo.form == "demonym" and not _GOVERNMENTS.intersection(lower[geo.j : geo.j + 1])):
            return (), k
        return (geo.alpha3,), geo.j + (geo.form == "demonym")

    def _heading(self, k: int, role: str) -> Office | None:
        """ "heads the World Food Programme", "at the helm of the Ports Authority", "heads Brazilian diplomacy"."""
        lower = self.tokens.lower
        q = skip_the(lower, k + (lower[k : k + 1] == ["over"]))
        geo = self.reading.geo.get(q)
        if group := friendship_end(self.reading, q):
            return Office(k, group, k, f"{role or 'head'} of the {self.tokens.span(q, group)}", _HEAD)
        if geo and (inner := self._ministry(geo)) and lower[inner[1] : inner[1] + 1] != ["'s"]:
            role = _of_ministry(self.tokens.span(*inner)) or f"{role or 'head'} of the {self.tokens.span(*inner)}"
            return Office(k, inner[1], k, role, replace(_HEAD, body="state"), (geo.alpha3,))
        if told := of_verb(self.reading, k - 1, role or "head"):
            return told if role else replace(told, role=told.role.removeprefix("head").strip())
        if geo and geo.form == "demonym" and geo.j < len(lower):
            role = f"head of {self.tokens.word[geo.j]}"
            return Office(k, geo.j + 1, k, role, _HEAD, countries=(geo.alpha3,))
        if role == "head" and (fields := self._fields(q)):
            whose = tuple(self.reading.geo[n].alpha3 for n in range(q, fields) if n in self.reading.geo)[:1]
            return Office(k, fields, k, f"head of {self.tokens.span(q, fields)}", _HEAD, whose)
        return None

    def _fields(self, q: int) -> int | None:
        """The end of "training and operations in the Army" at the word `q`: fields in lower case, and where."""
        tokens, known = self.tokens, words("portfolio") - words("body", "ministry")
        e = q
        while tokens.lower[e : e + 1] and (tokens.lower[e] in known or (e > q and tokens.lower[e] == "and")):
            e += 1
        if (
            e == q
            or any(tokens.cap[q:e])
            or tokens.lower[e - 1] == "and"
            or tokens.lower[e : e + 1] not in (["in"], ["at"])
        ):
            return None
        within = end = skip_the(tokens.lower, e + 1)
        while tokens.cap[end : end + 1] == [True] or (end > within and tokens.lower[end : end + 1] == ["'s"]):
            end += 1
        return end if end > within else None

    def _ministry(self, geo: Geo) -> tuple[int, int] | None:
        """The words of the ministry in "the Turkish Ministry of Health", "Poland's foreign ministry"."""
        lower = self.tokens.lower
        q = geo.j + (lower[geo.j : geo.j + 1] == ["'s"])
        end = name_run(self.reading, q, True)[0]
        end += lower[end : end + 1] == ["ministry"]
        return (q, end) if "ministry" in lower[q:end] else None


def _of_ministry(name: str) -> str | None:
    """The office of who heads a ministry that is called like the office: "foreign minister", "Minister of Trade".

    >>> _of_ministry("foreign ministries"), _of_ministry("Ministry of Trade"), _of_ministry("higher education ministry")
    ('foreign minister', 'Minister of Trade', None)
    """
    one = name.replace("inistries", "inistry")
    field, _, noun = one.lower().partition(" ")  # "trade ministry"
    known = one.startswith("Ministry of") or (noun == "ministry" and field in words("portfolio") | {"foreign"})
    return one.replace("inistry", "inister") if known else None


def responsible(reading: Reading, held: list[Office], field: Field) -> Office:
    """The office of "Minister X, who is responsible for Energy": the one held, if it tells no field, with this one."""
    said = f"responsible for {reading.tokens.span(field.i, field.j)}"
    bare = next((o for o in held if not (o.portfolio or o.organization)), None)
    if bare is None:
        return held[0] if held else Office(field.i, field.end, field.i, said, _CHARGE, field.countries)
    return replace(
        bare, role=f"{bare.role} {said}", countries=bare.countries or field.countries,
        portfolio=words("portfolio").intersection(reading.tokens.lower[field.i : field.j]),
    )  # fmt: skip
