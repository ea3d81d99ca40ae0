"""What stands before the head of an office: "Deputy Foreign", "Turkish", "UNESCO's", "Fisheries Organization (IFO)".

In: a `Reading` and the word of the head. Out: a `Part`: the pieces that belong to the role, and the countries, the
body that are cut off from it.
"""

from communique.extract.offices.antecedents import body_before, called_before, firm_to, long_name_to, named_body
from communique.extract.offices.areas import (
    FORCES,
    OF_FORCES,
    OF_PROVINCES,
    Place,
    area_before,
    force_before,
    ministry_before,
    opens_nothing,
    place_before,
    state_body_before,
)
from communique.extract.offices.boards import national_body_before
from communique.extract.offices.heads import DETERMINERS, PANELS, STYLES, Head, Part, words
from communique.extract.offices.owners import (
    DIVISIONS,
    SEATS,
    body_beside,
    branch_before,
    is_place,
    is_seat,
    last_entity,
    nationality,
    possessor,
    seat_owning,
)
from communique.extract.offices.plain_bodies import plain_body_before
from communique.extract.offices.prefix_words import (
    counted,
    fields_before,
    fields_to,
    firm_of_field,
    named_in,
    names,
    note_left,
    numbered_area,
    of_department,
    owned_field,
    rank_before,
    unknown_field,
)
from communique.extract.words.reading import ORGANS, Geo, Reading
from communique.registry.cities import city_country

_MINISTERS = frozenset(["minister", "deputy_minister"])
_OF_AREAS = ("regional", "district", "provincial", "county")
_OF_CHAMBERS = frozenset(["agency", "legislature", "international", "deputy_head"])
_VOICED = frozenset(["cabinet", "presidency", "army", "military", "parliament", "senate", "palace", "premiership"])
_SENT = frozenset(["delegation", "mission", "team", "group", "project", "programme", "program", "committee", "side"])
_OF_FIELDS = frozenset(["director", "officer", "adviser", "coordinator", "commissioner", "negotiator", "inspector"])
_OF_CROWNS = frozenset(["ambassador", "consul", "chargé d'affaires"])
_OF_DIVISIONS = frozenset(["secretary", "spokesperson"])
_NO_ACRONYMS = STYLES | DETERMINERS  # "THE Speaker", as a paper opens a story


def read_before(reading: Reading, i: int, head: Head, floor: int) -> Part:
    """What stands before a head: rank, portfolio, nationality or body, the last two cut off from the role.

    Args:
        reading: the text.
        i: the first word of the head.
        head: the head.
        floor: the word up to which something else was read.
    """
    return _of_named_body(reading, i, head, floor) or _Before(reading, i, head, floor).read()


def _of_named_body(reading: Reading, i: int, head: Head, floor: int) -> Part | None:
    """An office right behind the name of its body: "Rescue Service director", "JICA Samoa Office Representative"."""
    tokens, lower, part = reading.tokens, reading.tokens.lower, Part(i)
    if reading.taken.get(i) == "body":
        part.at = max(q for q in reading.body if q <= i)  # "United Nations High Commissioner for Refugees"
        part.organization = reading.body[part.at].organization.name
        return part
    if head.body != "state" and (national := national_body_before(reading, i, floor)):
        owner, first = national
        part.at, part.countries = owner.i, [owner.alpha3]
        part.organization = tokens.span(owner.i if owner.form == "name" and owner.j == first else first, i)
        return part
    if head.body != "state" and (start := body_before(reading, i, floor)) is not None:
        start -= start - 1 in reading.geo and reading.geo[start - 1].j > start  # "New Zealand Police superintendent"
        geo = reading.geo.get(start)
        part.countries, named = ([geo.alpha3], geo.j if geo.form == "demonym" else start) if geo else ([], start)
        part.organization = tokens.span(named, i).split(" (")[0]
        part.at = possessor(reading, start - 1, floor, part, start) if lower[start - 1] == "'s" else start
        return part
    if (start := firm_of_field(reading, i, head, floor)) is not None:
        part.at, part.organization = start, tokens.span(start, i)  # "SEDC Energy chief executive officer"
        return part
    if head.body != "state" and (start := called_before(reading, i, floor)) is not None:
        part.at, part.organization = start, tokens.span(start, i)  # "Lima Chamber of Commerce President"
        part.countries += [reading.geo[k].alpha3 for k in range(start, i) if k in reading.geo][:1]
        return part
    if (head.body != "state" or head.cls in OF_FORCES) and (whole := state_body_before(reading, i, floor)):
        start, geo = whole  # "Armed Forces of the Philippines (AFP) chief X"
        part.at, part.organization, part.countries = start, tokens.span(start, geo.j), [geo.alpha3]
        return part
    if (start := ministry_before(reading, i, floor)) is not None:
        part.at, part.pieces = start, [(start, i)]  # "Department of Foreign Affairs (DFA) Secretary X"
        return part
    if lower[i - 1] == "office" and i - 1 in reading.geo_to and (of := branch_before(reading, i - 1, floor, head)):
        part.organization, part.at = of.organization.name, of.i
        return part
    return None


class _Before:
    """The words before a head, read leftwards: those from `keep` on belong to the role, those from `k` on are known."""

    def __init__(self, reading: Reading, i: int, head: Head, floor: int) -> None:
        self.reading, self.i, self.head, self.floor = reading, i, head, floor
        self.tokens, self.lower = reading.tokens, reading.tokens.lower
        self.part = Part(i)
        self.k = self.keep = i
        self.place: list[tuple[int, int]] = []
        self._small = head.use == "abbr" or not self.tokens.cap[i]  # "fisheries PS"

    def read(self) -> Part:
        """Reads word by word as long as what stands there belongs to the office."""
        sentence = self.tokens.sentence
        while self.k > self.floor and sentence[self.k - 1] == sentence[self.i] and self._goes_on():
            pass
        return self._closed()

    def _goes_on(self) -> bool:
        """Reads what ends at the word `k`; whether more may stand before it."""
        p = self._past_bracket(self.k - 1)
        if (place := place_before(self.reading, self.k, self.floor, self.head)) and self.keep == self.k:
            return self._at_place(place)
        if self.k in self.reading.geo_to:
            return self._at_country()
        word = self.lower[p]
        known = self.reading.body_to.get(p) if word == "," and self.head.body != "state" else None
        if known and self.lower[known.i - 1 : known.i] in (["for"], ["from"]):
            self.part.organization = known.organization.name  # "For UNICEF, Representative X signed"
            return False
        if self.k in self.reading.body_to:
            return self._at_body()
        of_many = word in {"'", "’"} and self.lower[p - 1].endswith("s") and self.head.body != "state"
        if word == "'s" or (of_many and self._named_owner(p) is not None):
            return self._at_possessive(p)  # also "Varena Airlines' director"
        if word in {"its", "whose"} and (owner := last_entity(self.reading, p)):
            return self._at_pronoun(p, owner)
        if (kept := self._kept_noun(p, word)) is not None:
            self.k = self.keep = kept
            return True
        return self._at_word(p, word)

    def _past_bracket(self, p: int) -> int:
        """Passes over "(UNICEF)" in "UNICEF (UNICEF) Director", "(PCG)" in "Coast Guard (PCG) Commandant"."""
        if self.lower[p] != ")" or p - 2 <= self.floor or self.lower[p - 2] != "(":
            return p
        named = {p - 2} & (self.reading.body_to.keys() | self.reading.geo_to.keys())
        force = self.lower[p - 3] in FORCES
        division = self.head.cls in _OF_DIVISIONS and self.lower[p - 3] in DIVISIONS and self.tokens.cap[p - 3]
        if not (named or division or (force and self.head.cls in OF_FORCES)):
            return p
        self.k = p - 2
        if force or division:  # "Economic Relations Division (ERD) Secretary"
            self.keep = self.k
            return p - 3
        return p

    def _at_place(self, place: Place) -> bool:
        """ "Haut-Katanga Governor", "Roraima's Deputy Governor": where somebody governs is of the role."""
        self.part.countries += [place.alpha3] if place.alpha3 else []
        self.k = place.i
        if place.j == self.keep:
            self.keep = place.i
        else:
            self.place = [(place.i, place.j)]
        return True

    def _at_country(self) -> bool:
        """ "Turkish", "UNICEF Chad", "Lok Sabha"; "the agency's Banjul" is where its officer sits."""
        reading, part, geo = self.reading, self.part, self.reading.geo_to[self.k]
        if is_seat(reading, geo, self.head):
            self.k = self.keep = geo.i
            return True
        if is_place(reading, geo, self.head):
            return False
        beside = body_beside(reading, geo, self.head) or branch_before(reading, self.k, self.floor, self.head)
        if beside:
            part.organization, self.k = beside.organization.name, beside.i
            return False
        self.k = nationality(reading, self.k, self.floor, self.head, part)
        self.keep = geo.i if geo.form in ORGANS else self.keep  # "Lok Sabha Speaker"
        return False

    def _at_body(self) -> bool:
        """ "UNESCO Director"; "EU Affairs Minister" is what a minister cares for."""
        body = self.reading.body_to[self.k]
        if self.keep == self.k < self.i and self.head.level in _MINISTERS:
            self.k = self.keep = body.i
            return True
        self.part.organization, self.k = body.organization.name, body.i
        return False

    def _at_possessive(self, p: int) -> bool:
        """ "Japan's", "the Presidential Council's", "Izmir's", "Baykar's", "Her Majesty's"."""
        reading, part, k = self.reading, self.part, self.k
        if self.lower[p - 1] == "majesty" and self.head.level == "diplomat" and self.head.cls in _OF_CROWNS:
            part.countries.insert(0, "GBR")  # no other crown's are called so
            self.k = p - 2
            return False
        if self.head.body != "state" and (start := self._named_owner(p)) is not None:
            part.organization, self.k = self.tokens.span(start, p), start  # "the University of Dodoma's president"
            owner = reading.geo_to.get(start)
            geo = owner or next((reading.geo[w] for w in range(start, p) if w in reading.geo), None)
            part.countries += [geo.alpha3] if geo else []
            self.k = owner.i if owner else start
            return False
        self.k = possessor(reading, p, self.floor, part, k)
        if self.k != p + 1:
            return False
        if (kept := self._small_owner(p)) is not None:
            return kept
        if (seat := seat_owning(reading, p, self.floor)) is not None:
            self.k = seat
            ruled = self.head.level == "minister" and self.lower[p - 1] in {"council", "cabinet"}
            self.keep = self.keep if ruled else seat  # "the Leadership Council's foreign minister"
            if seat > self.floor and seat in reading.geo_to:
                self.k = nationality(reading, seat, self.floor, self.head, part)
            return False
        local = self.head.level == "local" and p - 1 >= self.floor
        if town := city_country(self.tokens.word[p - 1]) if local else None:
            part.countries.insert(0, town)
            self.k = p - 1
        elif self._owned_by_unknown(p):
            self.k = firm_to(reading, p, self.floor)
            part.organization = self.tokens.span(self.k, p)
        return False

    def _small_owner(self, p: int) -> bool | None:
        """ "the food safety agency's", "the delegation's", "the Cabinet's": a body cut off, a part of the role.

        Whether more may stand before it; None where the words are neither.
        """
        word, free = self.lower[p - 1], p - 1 > self.floor
        voiced = self.head.level == "spokesperson" and word in _VOICED
        if free and (voiced or (word in _SENT and self.head.use == "weak" and not self.tokens.cap[p - 1])):
            self.k = self.keep = p - 1
            return True
        named = plain_body_before(self.reading, p - 1, self.floor) if free and self.head.body != "state" else None
        if named is None:
            return None
        self.part.organization, self.k = self.tokens.span(named, p), named
        return True

    def _named_owner(self, p: int) -> int | None:
        """The first word of the body in "the Authority for Manpower's director", where no registry has it."""
        start = None if p in self.reading.body_to else long_name_to(self.reading, p, self.floor)
        if start is None or not words("ministry").isdisjoint(self.lower[start:p]):
            return None
        geo = self.reading.geo.get(start)
        return geo.j if geo and geo.form == "demonym" and geo.j < p else start

    def _owned_by_unknown(self, p: int) -> bool:
        """ "Baykar's general manager": whether a name that no registry has owns the office."""
        letters = self.head.body == "either" and self._is_acronym(p - 1, self.lower[p - 1])
        own = self.head.body == "body" or (letters and len(self.lower[p - 1]) > 2)  # "UPEC's president"
        named = own and (p - 1 > self.floor or self.floor == 0) and self.tokens.cap[p - 1]
        return named and p - 1 not in self.reading.taken and self.lower[p - 1] not in words("ministry")

    def _at_pronoun(self, p: int, owner: str | Geo) -> bool:
        """ "its director", "whose president"."""
        if isinstance(owner, str):
            self.part.organization = owner if self.head.body != "state" else None
        elif self.head.body == "state" or self.lower[owner.j] in words("body"):
            self.part.countries.insert(0, owner.alpha3)  # also of "the Mongolian agency … its director"
        self.k = p
        return False

    def _kept_noun(self, p: int, word: str) -> int | None:
        """The first word of a noun of the office that ends at `p`: "Coast Guard", "Embassy", "Cross River"."""
        head, cap, bare = self.head, self.tokens.cap, self.k == self.i
        if self.k == self.keep and word in FORCES and cap[p] and head.cls in OF_FORCES:
            return force_before(self.reading, p, self.floor)  # "Coast Guard Commandant"
        if word in SEATS and (cap[p] or not cap[self.i]) and self.keep == self.k > self.floor + 1:
            return p  # "Foreign Ministry spokesperson", "Embassy Counsellor"
        if word in DIVISIONS and cap[p] and head.cls in _OF_DIVISIONS and self.keep == self.k > self.floor + 1:
            return p  # "Finance Division Secretary"
        small = not cap[self.i] or self.tokens.word[self.i].isupper()
        if small and head.body != "state" and self.keep == self.k:
            plain = plain_body_before(self.reading, p, self.floor)
            if plain is not None:
                return plain  # "the Kenyan space agency chief"
        if not bare:
            return None
        if word in words("chamber") and cap[p] and (head.level in _OF_CHAMBERS or head.cls == "president"):
            return p - 1 if p > self.floor and self.lower[p - 1] in {"national", "federal", "people's"} else p
        panel = word in PANELS and fields_before(self.reading, p, self.floor)  # "Foreign Affairs Committee chair"
        member = word in words("party") and head.cls == "legislator"  # "Liberal MP"
        if panel or member:
            return p
        if word in words("area") and cap[p] and head.level in OF_PROVINCES:
            return area_before(self.reading, p, self.floor, self.part)  # "Cross River State Governor"
        return p if word == "party" and head.cls in {"head", "leader"} and not cap[self.i] else None

    def _at_word(self, p: int, word: str) -> bool:
        """A word of ranks, of portfolios or of none, an acronym, a firm."""
        portfolio, cap, bare = words("portfolio"), self.tokens.cap, self.k == self.i
        small = self._small or p in self.reading.geo_to  # "the Iranian energy Minister"
        if bare and counted(self.tokens, p, self.head):
            self.k = p  # "Kazakhstan's first Ambassador", "the fifth President": said of the holder
        elif word == "under" and not cap[p] and self.lower[p + 1] != "secretary":
            return False  # "a team under Foreign Minister X"
        elif word in words("modifiers") or (word in portfolio and (cap[p] or small or not bare)):
            self.k = self.keep = p
        elif bare and numbered_area(self.tokens, p):
            self.k = self.keep = p - 1  # "Region Nine Chairman"
        elif word in words("silent") or word in words("former"):
            note_left(self.reading, p, self.part)
            self.k = p
        elif word in {"and", "&", ","} and self._joins_fields(p):
            listed = fields_to(self.reading, p, self.floor) if word == "," and not cap[self.keep] else None
            if listed is None and (not self._is_like(p) or (word == "," and not cap[self.keep])):
                return False
            self.k = p if listed is None else listed
            self.keep = self.keep if listed is None else listed
        elif self._is_acronym(p, word):
            self._at_acronym(p, word)
            return False
        elif bare and self._is_firm(p):
            self.part.organization, self.k = self.tokens.word[p], p
            return False
        elif self._is_field(p):
            self.k = self.keep = p
        else:
            return False
        return True

    def _joins_fields(self, p: int) -> bool:
        return self.keep < self.i and self.lower[self.keep] in words("portfolio") and p > self.floor

    def _is_like(self, p: int) -> bool:
        """Whether before the joint `p` another field stands, written as the one behind it."""
        alike = self.lower[p - 1] in words("portfolio") and self.tokens.cap[p - 1] == self.tokens.cap[self.keep]
        alike = alike and not (self.lower[p] == "," and self._is_surname(p - 1))
        return alike and p - 1 not in self.reading.taken

    def _is_surname(self, p: int) -> bool:
        """ "Kelly Craft, Foreign Minister": whether a word that no office has stands before the field, in capitals."""
        named = p > self.tokens.bounds[self.tokens.sentence[p]][0] and self.tokens.cap[p] and self.tokens.cap[p - 1]
        return named and p - 1 not in self.reading.taken and self.lower[p - 1] not in words("portfolio", "modifiers")

    def _is_acronym(self, p: int, word: str) -> bool:
        written = self.tokens.word[p]
        short = self.tokens.cap[p] and 1 < len(word) < 7
        return short and written.isupper() and word.isalpha() and word not in _NO_ACRONYMS

    def _at_acronym(self, p: int, word: str) -> None:
        """ "LCCI President", "the RDF Army Chief of Staff": a body, or a part of the role."""
        head, part = self.head, self.part
        meaning = self.reading.definitions.get(self.tokens.word[p], "")
        agency = len(word) > 2 and self.k == self.i and word not in words("portfolio")
        agency = agency and (head.body == "body" or head.cls == "president")
        if agency or set(meaning.lower().split()) & words("body") or head.level == "business":
            part.organization, self.k = meaning or self.tokens.word[p], p
            return
        self.k = self.keep = p
        part.countries += named_in(meaning)
        if self.k in self.reading.geo_to and not part.countries:
            self.k = nationality(self.reading, self.k, self.floor, head, part)

    def _is_firm(self, p: int) -> bool:
        business = self.tokens.cap[p] and self.head.level == "business"
        return business and p not in self.reading.taken and names(self.tokens, p)

    def _is_field(self, p: int) -> bool:
        """ "Kagera Regional Commissioner", "Jal Shakti Minister"."""
        regional = self.k == self.i and self.head.singular.startswith(_OF_AREAS) and self.tokens.cap[p]
        area = regional and opens_nothing(self.reading, p)
        free = self.tokens.cap[p] and p not in self.reading.taken
        department = free and of_department(self.reading, p, self.i)
        owned = free and self.head.cls in _OF_FIELDS and owned_field(self.reading, p, self.floor)
        return area or department or owned or unknown_field(self.reading, p, self.i, self.head)

    def _closed(self) -> Part:
        """The part, with what opens it: "Itamaraty chief", "former", "First Deputy" before the nationality."""
        part, i = self.part, self.i
        if self.head.cls == "head" and self.k == self.keep == i > self.floor and named_body(self.reading, i):
            part.organization, self.k = self.tokens.word[i - 1], i - 1  # "Itamaraty chief Mauro Vieira"
        while self.k > self.floor and self.lower[self.k - 1] in words("silent", "former"):
            self.k -= 1
            note_left(self.reading, self.k, part)
        part.pieces = [*self.place, *([(self.keep, i)] if self.keep < i or self.place else [])]
        if part.countries and (rank := rank_before(self.reading, self.k, self.floor)) < self.k:
            part.pieces = [(rank, self.k), (self.keep, i)]
            self.k = rank
        part.at = min(self.k, self.keep)
        return part
