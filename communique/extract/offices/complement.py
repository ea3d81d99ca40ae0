"""One complement of an office: what follows a connector, "of the Agriculture Section of the European Union".

In: a `Complement`, the words behind a connector. Out: the word behind what was read, all that it tells noted in its
`Part`. What may stand there is told by readers, each of one kind of wording; the first that knows the words takes them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from communique.extract.offices.heads import Head, Part, head_at, words
from communique.extract.offices.nouns import body_noun
from communique.extract.words.reading import Body, Geo, Reading

NOTHING = -1  # of a reader: the words are known, and are no complement
_ROYAL = frozenset(["embassy", "armed", "army", "navy", "air", "marine", "government", "gendarmerie", "consulate"])
_STYLES_BEHIND = frozenset(["ambassador", "prince", "legislator", "commander", "counsellor"])
_OWNER = 4  # words of an office up to "'s"
_SEATS = ("administration", "office", "secretariat", "chancellery", "apparatus", "cabinet", "department")
_HONOURED = frozenset(["head_of_state", "royal"])  # after whom bodies are called


@dataclass(slots=True)
class Complement:
    """A complement while it is read.

    `at` is the first word of the connector `word`, `q` the first behind it and behind articles, `start` the one where
    its name begins. `geo` and `body` are the country and the organisation at `q`; `greedy` says that capitals end
    where no name of a holder can follow.
    """

    reading: Reading
    at: int
    start: int
    q: int
    word: str
    head: Head
    part: Part
    greedy: bool
    geo: Geo | None = field(init=False)
    body: Body | None = field(init=False)
    lower: list[str] = field(init=False)  # the words of the text in lower case

    def __post_init__(self) -> None:
        self.lower = self.reading.tokens.lower
        self._skip_style()
        self.geo, self.body = self.reading.geo.get(self.q), self.reading.body.get(self.q)

    @property
    def state(self) -> bool:
        """Whether the office is one of state."""
        return self.head.body == "state"

    def next_is(self, j: int, *options: str) -> bool:
        """Whether the word `j` is there and one of some."""
        return self.lower[j : j + 1] != [] and self.lower[j] in options

    def add(self, end: int) -> int:
        """Takes the words from the connector up to `end` into the role; returns `end`."""
        self.part.pieces.append((self.at, end))
        return end

    def _skip_style(self) -> None:
        """Passes over "the Royal Kingdom of", "the Royal (Bhutanese Embassy)", "the Republic of"."""
        reading, lower, q = self.reading, self.lower, self.q
        country = reading.geo.get(q + 1) if lower[q : q + 1] == ["royal"] else None
        plain = country and country.form == "name" and not any(reading.tokens.cap[country.j : country.j + 1])
        of_state = country is not None and country.form == "demonym" and self.next_is(country.j, *_ROYAL)
        if plain or of_state:
            self.q = self.start = q = q + 1
        if lower[q : q + 1] and lower[q] in words("self", "forms") and lower[q + 1 : q + 2] == ["of"]:
            # "Consul of the Republic of Malaysia", not "of the Union of Czech Architects"
            state = reading.geo.get(q + 2)
            self.q = self.start = q + 2 if state and state.form != "demonym" else q


Reader = Callable[[Complement], int | None]


def first_read(complement: Complement, readers: tuple[Reader, ...]) -> int | None:
    """What the first reader says that knows the words; None if none does."""
    return next((end for reader in readers if (end := reader(complement)) is not None), None)


def _seat_of(c: Complement, k: int) -> int | None:
    """The end of "(head of the) President's Administration", "(director of the) Chief Executive's Office"."""
    owned = next((e for e in range(k + 1, k + _OWNER) if c.next_is(e, "'s")), None)
    named = owned and c.word in {"of", "at", "in"} and c.next_is(owned + 1, *_SEATS)
    return owned + 2 if owned and named and c.reading.tokens.cap[owned + 1] else None


def of_another_office(c: Complement) -> int | None:
    """ "Minister of Foreign Affairs Ambassador X", "Minister of Trade Sultan bin X": what belongs to another office."""
    geo, k = c.geo, c.q
    if geo and c.word == "to" and c.head.level == "senior_official" and head_at(c.reading, geo.j):
        return NOTHING  # "Advisor to the UAE President"
    owned = geo is not None and c.next_is(geo.j, "'s")  # "adviser to Iran's parliament speaker"
    k = geo.j + owned if geo and (owned or geo.form == "demonym") else k
    while k < len(c.lower) and k < c.q + 5 and c.lower[k] in words("portfolio", "modifiers"):
        if c.lower[k] in words("ministry"):
            break
        k += 1
    inner = head_at(c.reading, k)
    if inner and (seat := _seat_of(c, k)):
        return c.add(seat)
    styled = k > c.q and inner and (inner.cls in _STYLES_BEHIND or inner.use == "name")
    if not inner or inner.plural or inner.use == "weak" or k in c.reading.taken or styled:
        return None
    named = None if c.state or k > c.q or inner.level not in _HONOURED else body_noun(c.reading, c.q)
    if named is None:
        return NOTHING
    c.part.organization = c.reading.meant(c.reading.tokens.span(c.q, named))
    return named  # "of the King Fahd Causeway Authority"
