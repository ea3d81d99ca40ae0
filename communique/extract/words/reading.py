"""One reading of a text: its words, with the countries and the organisations that the registries find in it.

In: a string. Out: `Reading`, which answers "does a country (or an organisation) start or end at this word?". The
registries are scanned once a text; everything behind works on word numbers.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cache, partial

from communique.extract.words.initials import INNER, with_initials
from communique.extract.words.tokens import Tokens, tokenize
from communique.registry import rows, settings
from communique.registry.cities import city_among
from communique.registry.countries import CountryTerm, countries, find_countries
from communique.registry.matcher import Match
from communique.registry.officials import served
from communique.registry.organizations import Organization, find_organizations, organizations

_DEFINITION = re.compile(r"\(\s?[\"'“‘]?([A-Z][A-Za-z&-]{1,11})[\"'”’]?\s?\)")


@dataclass(frozen=True, slots=True)
class Geo:
    """A country named by the words `i` up to `j`; form is "name", "demonym", "capital" or one of `ORGANS`."""

    i: int
    j: int
    alpha3: str
    form: str
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation named by the words `i` up to `j`."""

    i: int
    j: int
    organization: Organization


@dataclass(slots=True)
class Reading:
    """A text read once. `geo` and `body` are keyed by their first word, `geo_to` and `body_to` by the word behind.

    `taken` says of the words inside of either which it is, `definitions` has acronyms ("WFP") that the text explains,
    `compounds` the countries of words such as "Jordanian-Iraqi".
    """

    tokens: Tokens
    geo: dict[int, Geo] = field(default_factory=dict)
    geo_to: dict[int, Geo] = field(default_factory=dict)
    body: dict[int, Body] = field(default_factory=dict)
    body_to: dict[int, Body] = field(default_factory=dict)
    taken: dict[int, str] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    compounds: dict[int, list[str]] = field(default_factory=dict)

    def meant(self, said: str) -> str:
        """What an acronym that the text explains stands for; other words as they are."""
        return self.definitions.get(said, said)

    def defines_country(self, acronym: str) -> bool:
        """Whether the text defines the acronym as a country: "Federated States of Micronesia (FSM)"."""
        meaning = self.definitions[acronym]
        return any(geo.end == len(meaning) for geo in find_countries(meaning))


ORGANS = frozenset(["legislature", "ministry"])  # of a state, known by a name of their own
_LOCAL = frozenset(["regional", "city", "oblast", "municipal", "provincial", "district", "town"])
_POLITIES = frozenset(["republic", "kingdom", "state", "sultanate", "emirate", "principality", "commonwealth"])
_FORMS = frozenset(
    ["federal", "democratic", "islamic", "socialist", "cooperative", "co-operative", "united", "sovereign"]
)
_UN = frozenset(["un", "u.n.", "u.n", "nations"])
_WITH_OFFICES = frozenset(["un", "agency", "ngo", "bank", "redcross"])  # kinds of bodies with offices in countries
_SEATED = frozenset(["at", "in", "to"])  # "at UNESCO Peru's delegate" said
_QUALIFIED = frozenset(["bank", "university"])  # with which names of others end
_QUALIFIERS = frozenset([
    "export-import", "eximbank", "development", "commercial", "agricultural", "national", "industrial", "investment",
    "savings", "postal", "islamic", "construction", "housing", "cooperative", "infrastructure", "technical", "open",
    "medical", "pedagogical", "agrarian", "american", "women's", "technological", "exim", "credit", "trade", "state",
])  # fmt: skip
_BANKERS = frozenset(["governor", "chairman", "chairwoman"])  # who head central banks
_OFFICE = 3  # words of "'s deputy governor"
_SCHOOLS = frozenset(["university", "college", "school", "institute", "hospital", "academy"])


def read(text: str, begin: int = 0, context: str | None = None) -> Reading:
    """Reads `text` from the character `begin` on; `context` is the longer text of which it is a part."""
    reading = Reading(tokenize(text, begin))
    for found in find_organizations(text):
        if found.start >= begin:
            _note_body(reading, found)
    for body in [
        body for body in reading.body.values() if body.j - body.i == 1 and reading.tokens.word[body.i].isupper()
    ]:
        _stands_for_another(reading, body)
    explained = (_define(reading, match) for match in _DEFINITION.finditer(text, begin))
    _note_acronyms(reading, {acronym: body for acronym, body in explained if body})
    for place in find_countries(text, context=context):
        if place.start >= begin:
            _note_country(reading, place)
    for geo in list(reading.geo.values()):
        if _is_in_name(reading, geo):
            _forget(reading, geo)
    _leave_other_letters(reading, context)
    for j in [*reading.geo_to, *reading.body_to]:
        _possessive(reading.tokens, j)
    for geo in list(reading.geo.values()):
        if geo.form == "ministry":
            _of_another(reading, geo)
        elif geo.form == "legislature" and reading.tokens.lower[max(0, geo.i - 1)] in _LOCAL:
            _forget(reading, geo)  # "Sakhalin Regional Duma"
        elif geo.i in reading.geo:
            _abbreviated(reading, geo)
    for body in list(reading.body.values()):
        _office_abroad(reading, body)
    return reading


def _note_body(reading: Reading, found: Match[Organization]) -> None:
    """Notes an organisation that stands on whole words, and is no office or another body's name."""
    tokens, starts = reading.tokens, reading.tokens.start
    i, j = bisect_left(starts, found.start), bisect_left(starts, found.end)
    if i == j or starts[i] != found.start:
        return
    if "High Commissioner" in tokens.text[found.start : found.end] and tokens.cap[j : j + 1] == [True]:
        _held_by(reading, i, j)  # "the UN High Commissioner for Refugees X" is an office
        return
    acronym = j - i == 1 and tokens.word[i].isupper()
    if acronym and tokens.cap[j : j + 1] == [True] and tokens.lower[j] in _SCHOOLS:
        return  # "ADA University" is none of the agency called ADA
    if tokens.lower[j : j + 1] == ["alumni"] and tokens.cap[j]:
        return
    if i and tokens.lower[i] in _QUALIFIED and tokens.lower[i - 1] in _QUALIFIERS and tokens.cap[i - 1]:
        return  # "Export-Import Bank of Jamaica" is not the Bank of Jamaica
    reading.body[i] = reading.body_to[j] = Body(i, j, found.value)
    for k in range(i, j):
        reading.taken[k] = "body"


@cache
def _bodies() -> frozenset[str]:
    return frozenset(settings("office_words")["body"])


def _stands_for_another(reading: Reading, body: Body) -> None:
    """Reads "CBU" as no bank of Uzbekistan where the text writes out a "Caribbean Broadcasting Union"."""
    tokens, known = reading.tokens, body.organization
    at = None if known.name in tokens.text else with_initials(tokens, tokens.word[body.i])
    if at is None:
        return
    if other := reading.body.get(at[0]):
        reading.body[body.i] = reading.body_to[body.j] = replace(body, organization=other.organization)
        return
    said = tokens.lower[at[0] : at[1]]
    if _bodies().isdisjoint(said) or not set(known.name.lower().split()).isdisjoint(set(said) - INNER):
        return  # "World Health Organisation" is the WHO
    del reading.body[body.i], reading.body_to[body.j]
    reading.taken.pop(body.i, None)
    reading.definitions[tokens.word[body.i]] = tokens.span(*at)


def _note_acronyms(reading: Reading, explained: dict[str, Body]) -> None:
    """Notes the acronyms of organisations that the text explains where they stand alone: "Aecid's coordinator"."""
    for k, word in enumerate(reading.tokens.word) if explained else ():
        if word in explained and k not in reading.taken:
            reading.body[k] = reading.body_to[k + 1] = Body(k, k + 1, explained[word].organization)
            reading.taken[k] = "body"


def _note_country(reading: Reading, found: Match[CountryTerm]) -> None:
    """Notes a country that stands on whole words, or is one of "Jordanian-Iraqi"."""
    tokens, starts = reading.tokens, reading.tokens.start
    i, j = bisect_left(starts, found.start), bisect_left(starts, found.end)
    opens = i < len(starts) and starts[i] == found.start
    whole = i < j and opens and tokens.end[j - 1] == found.end
    if whole and tokens.word[i].istitle():
        reading.definitions.pop(tokens.word[i], None)  # "Berta Sandoval (Bolivia)": no acronym
    if whole and tokens.word[i] in reading.definitions and not reading.defines_country(tokens.word[i]):
        return
    if whole and reading.taken.get(i) != "body":
        first = _style_before(reading, i) if found.value.form == "name" else i
        reading.geo[first] = reading.geo_to[j] = _geo(first, j, found.value)
        for k in range(first, i):
            reading.taken[k] = "geo"
    if not whole:  # "the Sri Lanka-Saudi Arabia talks": the word that both have is "Lanka-Saudi"
        reading.compounds.setdefault(max(i, j - 1) if opens else i - 1, []).append(_geo(i, j, found.value).alpha3)
    if opens or i < j:
        for k in range(i, max(j, i + 1)):
            reading.taken.setdefault(k, "geo")


def _leave_other_letters(reading: Reading, context: str | None) -> None:
    """Leaves letters as plain words that stand for a central bank of a country which nobody names: "NBC", "CBU"."""
    banks = [b for b in reading.body.values() if b.organization.kind == "central bank" and b.j == b.i + 1]
    banks = [b for b in banks if reading.tokens.word[b.i] == b.organization.acronym]
    if not banks:
        return
    lower, said = reading.tokens.lower, context or reading.tokens.text
    named = named_countries(reading) | {place.value.alpha3 for place in find_countries(said)}
    governed = {  # "SBP's deputy governor X", "X, Governor, RBI"
        bank.organization.name
        for bank in banks
        if not _BANKERS.isdisjoint(lower[max(0, bank.i - _OFFICE) : bank.j + _OFFICE]) or bank.organization.name in said
    }
    for bank in banks:
        if bank.organization.country not in named and bank.organization.name not in governed:
            del reading.body[bank.i], reading.body_to[bank.j], reading.taken[bank.i]


def town_country(reading: Reading, name: str) -> str | None:
    """The country of a city; of several of the name that in a country which the text names."""
    return city_among(name, partial(named_countries, reading))


def named_countries(*readings: Reading) -> set[str]:
    """All countries that are named, also in "the Brazil-Suriname forum"."""
    alone = {geo.alpha3 for reading in readings for geo in reading.geo.values()}
    return alone.union(*(found for reading in readings for found in reading.compounds.values()))


def _office_abroad(reading: Reading, body: Body) -> None:
    """Reads "UNICEF Malawi's representative" as one of the body: the country is where its office is."""
    lower, geo = reading.tokens.lower, reading.geo.get(body.j)
    if geo is None or geo.form != "name" or lower[geo.j : geo.j + 1] != ["'s"]:
        return
    before = lower[body.i - 1 - (body.i > 1 and lower[body.i - 1] == "the")] if body.i else ""
    if body.organization.kind not in _WITH_OFFICES or before in _SEATED:
        return
    del reading.geo[geo.i], reading.geo_to[geo.j], reading.body_to[body.j]
    reading.body[body.i] = reading.body_to[geo.j] = replace(body, j=geo.j)
    reading.taken.update(dict.fromkeys(range(body.j, geo.j), "body"))


def _style_before(reading: Reading, i: int) -> int:
    """Where "(the) Republic of Romania" begins, where that is no name of the registry's."""
    tokens = reading.tokens
    k = i - 1 - (tokens.lower[i - 1] == "the")
    styled = k > 0 and tokens.lower[k] == "of" and tokens.lower[k - 1] in _POLITIES and tokens.cap[k - 1]
    of_state = styled and tokens.lower[k - 2 : k] == ["of", "state"]  # "Minister of State of Ireland"
    if not styled or of_state or k - 1 in reading.taken:
        return i
    k -= 1
    while k and tokens.lower[k - 1] in _FORMS and tokens.cap[k - 1] and k - 1 not in reading.taken:
        k -= 1  # "the Federal Republic of Ethiopia"
    return k


def _held_by(reading: Reading, i: int, j: int) -> None:
    """Leaves of "UN High Commissioner for Human Rights" only the body whose officer that is."""
    k = next(k for k in range(i, j) if reading.tokens.lower[k] == "high")
    j = k - (reading.tokens.lower[k - 1] in {"'s", "'"})
    if j > i and reading.tokens.lower[j - 1] in _UN:
        reading.body[i] = reading.body_to[j] = Body(i, j, organizations()["United Nations"])
        for word in range(i, j):
            reading.taken[word] = "body"


def _possessive(tokens: Tokens, j: int) -> None:
    """Reads the mark at the word `j` behind a name in -s as a possessive: "the Netherlands' envoy"."""
    behind = j + 1 < len(tokens) and tokens.word[j] in {"'", "’"} and tokens.lower[j - 1].endswith("s")
    if behind and tokens.start[j] == tokens.end[j - 1] and tokens.start[j + 1] > tokens.end[j]:
        tokens.lower[j] = "'s"


def _of_another(reading: Reading, organ: Geo) -> None:
    """Forgets whose the ministry is by its name, where it is told beside: "Irish Department of Foreign Affairs"."""
    lower, i, j = reading.tokens.lower, organ.i, organ.j
    before = reading.geo_to.get(i - (lower[i - 1 : i] == ["'s"]))
    behind = reading.geo.get(j + 1 + (lower[j + 1 : j + 2] == ["the"])) if lower[j : j + 1] == ["of"] else None
    if any(beside and beside.form not in ORGANS for beside in (before, behind)):
        _forget(reading, organ)


def _is_in_name(reading: Reading, geo: Geo) -> bool:
    """Whether what looks like a country is in the name of an official who is known: "Duma Boko", "Germán Cardoso"."""
    tokens, i, j = reading.tokens, geo.i, geo.j
    behind = tokens.cap[j : j + 1] == [True] and j not in reading.taken and tokens.start[j] - tokens.end[j - 1] == 1
    before = i > 0 and tokens.cap[i - 1] and i - 1 not in reading.taken and tokens.start[i] - tokens.end[i - 1] == 1
    return bool((behind and served(tokens.span(i, j + 1))) or (before and served(tokens.span(i - 1, j))))


def _forget(reading: Reading, geo: Geo) -> None:
    """Leaves what looked like a country as plain words."""
    del reading.geo[geo.i], reading.geo_to[geo.j]
    for word in range(geo.i, geo.j):
        reading.taken.pop(word, None)


def _abbreviated(reading: Reading, geo: Geo) -> None:
    """Reads "the Republic of Korea (South Korea)", "the United Kingdom's (UK)" as one name, the second a possessive."""
    tokens, owned = reading.tokens, reading.tokens.lower[geo.j : geo.j + 1] == ["'s"]
    k = geo.j + owned + 1
    short = reading.geo.get(k)
    if short is None or short.alpha3 != geo.alpha3 or short.form == "demonym" or geo.form == "demonym":
        return
    if tokens.lower[k - 1] != "(" or tokens.lower[short.j : short.j + 1] != [")"]:
        return
    end = short.j + (not owned)
    if owned:
        tokens.lower[short.j] = "'s"
    del reading.geo[k], reading.geo_to[short.j], reading.geo_to[geo.j]
    reading.geo[geo.i] = reading.geo_to[end] = replace(geo, j=end)
    reading.taken.update(dict.fromkeys(range(geo.j, end), "geo"))


def _geo(i: int, j: int, term: CountryTerm) -> Geo:
    """A territory stands for its state, and is the region that is represented."""
    sovereign = _sovereigns().get(term.alpha3)
    if sovereign is None:
        return Geo(i, j, term.alpha3, term.form, term.region)
    return Geo(i, j, sovereign, term.form, term.region or countries()[term.alpha3].name)


def sovereign(alpha3: str | None) -> str | None:
    """The state to which a territory belongs; a state is its own."""
    return _sovereigns().get(alpha3, alpha3) if alpha3 else None


@cache
def _sovereigns() -> dict[str, str]:
    return {row["alpha3"]: row["sovereign"] for row in rows("dependencies")}


def _define(reading: Reading, match: re.Match[str]) -> tuple[str, Body | None]:
    """Notes "World Food Programme (WFP)": the capitals before the bracket whose initials the acronym has.

    Returns the acronym, and the organisation before the bracket if it is noted as one.
    """
    tokens, acronym = reading.tokens, match.group(1)
    stop = bisect_left(tokens.start, match.start())
    first, wanted = stop, acronym[0].upper()
    for i in range(stop - 1, max(stop - 12, -1), -1):
        if not (tokens.cap[i] or tokens.lower[i] in {"of", "for", "and", "the", "on", "in", "&", "to"}):
            break
        if tokens.cap[i] and tokens.word[i][0].upper() == wanted:
            first = i
            if "".join(tokens.word[k][0] for k in range(i, stop) if tokens.cap[k]) == acronym:
                break  # "the Ministry of Interior and the International Association of Chiefs of Police (IACP)"
    capitals = sum(tokens.cap[first:stop])
    if stop - first > 1 and capitals >= max(2, sum(c.isupper() for c in acronym) - 2):
        reading.definitions[acronym] = tokens.span(first, stop)
        return acronym, reading.body_to.get(stop)
    return acronym, None
