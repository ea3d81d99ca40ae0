"""Which name stands beside an office: "Japan's Foreign Minister, Taro Kono", "Park Jin, who has become minister".

In: a `Reading` and the names by their first word and by the word behind them. Out: the name behind one mark, or in
front of a few linking words; whose office it is in the end is decided in `people`.
"""

from communique.extract.offices.heads import CALENDAR, after_bracket, head_at, skip_the, words
from communique.extract.offices.phrases import Office
from communique.extract.people.lists import described
from communique.extract.people.names import Name
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_SENDING = frozenset(["accredited", "appointed", "elected"])
_WELCOMING = frozenset(
    ["welcoming", "receiving", "thanking", "congratulating", "addressing", "greeting", "meeting", "hosting"]
)
_SAYING = frozenset(["said", "says", "told", "added", "noted", "stressed", "recalled", "explained"])
_EXCELLENT = frozenset(["h.e", "h.e.", "hon", "honourable", "honorable", "dr", "excellency"])
_LEADING = frozenset(["leads", "heads", "led", "headed"])
_AS_WHOM = frozenset(["who", "whom", "whose", "sent", "accredited", "dispatched"])
LETTERS = frozenset(["credentials", "credence"])
_MADE = frozenset(["as", "made", "named", "appointed", "elected"])
_ACTS = frozenset(["was", "is", "has", "had", "came", "took", "went", "spoke"])
_ROLES = frozenset(["capacity", "quality", "function", "role"])
_HOLDING = frozenset(["holds", "has", "held", "had", "occupies", "fills", "assumed", "assumes", "occupied", "filled"])
_SUCCEEDING = frozenset(["succeeded", "succeeds", "replaced", "replaces", "relieved"])
_POSTS = frozenset(["office", "post", "position", "portfolio", "rank"])
_TITLES = _POSTS | {"title", "job", "function", "designation"}
_SUBORDINATE = frozenset(["as", "after", "when", "while", "before", "since", "following"])
_GLUE = word_class("linking") | {"hon'ble", "honourable", "honorable"}
_GLUE_FIRST = frozenset([",", "(", "who", "whose", "is", "as", "-", "–", "—"])
_SEATS = frozenset(
    ["office", "mission", "delegation", "branch", "bureau", "representation", "country", "regional", "programme"]
)
_HERE = frozenset(["country", "kingdom", "region", "territory", "capital", "city", "republic", "islands"])
_TAILS = frozenset(["for", "in", "on", "of", "from", "at", "abroad"])
_STOPS = frozenset([",", ".", ";", "(", "with", "by", "who", "and", "met", "said", "is", "was", "has", "had", "that"])
_TAIL = 9  # words
_SEATED = (["in"], ["to"], ["for"], ["at"])
_OF_PLACES = frozenset(["local", "regional", "head_of_state"])  # also the president of a regional council
_BRACKET, _CLAUSE = 7, 20  # words
_NEWLY = frozenset(["newly", "recently", "just", "freshly", "lately"])
_HOSTING = frozenset(["host", "hosting", "visiting", "guest", "neighbouring", "neighboring", "donor", "sending"])
_POSTED = frozenset([
    "resident", "non-resident", "based", "accredited", "charged", "responsible", "tasked", "heading", "leading",
    "representing", "overseeing", "coordinating", "hosting", "commanding", "running",
])  # fmt: skip


class Beside:
    """The names of a text by where they begin and end."""

    def __init__(self, reading: Reading, name_from: dict[int, Name], name_to: dict[int, Name]) -> None:
        self.reading, self.tokens = reading, reading.tokens
        self.name_from, self.name_to = name_from, name_to

    def behind(self, office: Office) -> int:
        """The word behind an office and the bracket that explains it."""
        lower, j = self.tokens.lower, office.j
        if lower[j : j + 1] == ["("]:  # "member of the Advisory Group (Ministry of Trade) Mr X"
            close = next((k for k in range(j + 1, min(j + 9, len(lower))) if lower[k] == ")"), None)
            held = self.name_from.get(j + 1)
            whole = held and held.j == close and (held.styled or held.j - held.i > 1)  # "of Peru (Mr X)"
            return close + 1 if close and not whole else j
        if lower[j : j + 2] == ["in", "the"] and lower[j + 2 : j + 3] and lower[j + 2] in _HERE:
            return j + 3  # "the head of Koica in the country, X"
        region = self.reading.geo.get(j + 1) if lower[j : j + 1] == [","] else None
        place = region and (region.region or (region.form == "name" and office.head.level in _OF_PLACES))
        if region and place and lower[region.j : region.j + 1] == [","] and region.j + 1 in self.name_from:
            return region.j  # "Chief Secretary, Punjab, X", "the mayor of Campinas, Brazil, X"
        return after_bracket(self.reading, self._seat(j) if office.organization else j)

    def _seat(self, j: int) -> int:
        """The word behind "(the director of the World Bank) office in Togo" at the word `j`; `j` itself without it."""
        lower, k = self.tokens.lower, j
        while lower[k : k + 1] and lower[k] in _SEATS and k - j < 2:
            k += 1
        place = self.reading.geo.get(skip_the(lower, k + 1)) if k > j and lower[k : k + 1] in _SEATED else None
        return place.j if place else k

    def name_after(self, office: Office) -> Name | None:
        """ "Japan's Foreign Minister, Taro Kono": the name behind one comma, colon or dash."""
        j = self.behind(office)
        begin = self.tokens.bounds[self.tokens.sentence[office.i]][0]
        if office.i - begin in (1, 2) and self.tokens.lower[begin] in _WELCOMING:
            return None  # "Welcoming the Ambassador, X said"
        if self.tokens.lower[j + 1 : j + 3] == ["held", "by"] and self.tokens.lower[j : j + 1] in (["is"], ["was"]):
            return self.name_from.get(j + 3)  # "The post of Minister of Trade is held by X"
        if called := self._called(j, office.i - begin < 2):
            return called
        if (
            self.tokens.lower[j : j + 1] and self.tokens.lower[j] in _POSTED
        ):  # "the Ambassador to Chad based in Abuja, X"
            j = next((k for k in range(j + 1, min(j + 10, len(self.tokens))) if self.tokens.lower[k] == ","), j)
        if j < len(self.tokens) and self.tokens.lower[j] in {",", ":", "–", "-", "—", "("}:
            if self.tokens.lower[j + 1 : j + 2] and self.tokens.lower[j + 1] in _POSTED:
                j = next((k for k in range(j + 1, min(j + 8, len(self.tokens))) if self.tokens.lower[k] == ","), j)
            name = (
                self.name_from.get(j + 1) or self._behind_style(j + 1) or described(self.reading, self.name_from, j + 1)
            )
            if name and self.tokens.sentence[name.i] == self.tokens.sentence[office.i]:
                clause = self.tokens.lower[begin] in _SUBORDINATE and "".join(
                    self.tokens.lower[name.j : name.j + 1]
                ).endswith("ed")
                opening = j + 1 == name.i and name.j - name.i == 1 and (clause or self.speaks(name.j))
                return None if opening else name
        return self._behind_tail(office, j)

    def _behind_tail(self, office: Office, j: int) -> Name | None:
        """The name of "The state secretary for Croats abroad, X, spoke": behind words that tell of what the office is.

        Nobody stands in them and no other office, and the name between commas is of two words or more.
        """
        lower = self.tokens.lower
        whose = lower[office.i - 1 : office.i] == ["the"] or office.countries or office.organization
        if not whose or " " not in office.role or lower[j : j + 1] == [] or lower[j] not in _TAILS:
            return None
        end = next((k for k in range(j + 1, min(j + _TAIL, len(lower))) if lower[k] in _STOPS), None)
        name = self.name_from.get(end + 1) if end and lower[end] == "," else None
        if (
            name is None
            or end is None
            or name.j - name.i < 2
            or lower[name.j : name.j + 1] not in ([","], ["."], ["("])
        ):
            return None
        plain = not any(k in self.name_from or head_at(self.reading, k) for k in range(j, end))
        return name if plain and self.tokens.sentence[name.i] == self.tokens.sentence[office.i] else None

    def _behind_style(self, k: int) -> Name | None:
        """The name of "H.E. Ambassador X" at the word `k`."""
        lower = self.tokens.lower
        if lower[k : k + 1] and lower[k] in _EXCELLENT:
            k += 1 + (lower[k + 1 : k + 2] == ["."])
        return self.name_from.get(k + 1) if lower[k : k + 1] in (["ambassador"], ["professor"]) else None

    def _called(self, j: int, opens: bool) -> Name | None:
        """The name in "The minister of Togo is X.", "the minister of Togo, who is X," behind the office's word `j`.

        Args:
            j: the word behind the office.
            opens: whether the office opens the sentence, so that it is what "is" says something of.
        """
        lower = self.tokens.lower
        k = j + 2 if lower[j : j + 2] == [",", "who"] else j
        name = self.name_from.get(k + 1) if (opens or k > j) and lower[k : k + 1] == ["is"] else None
        return name if name and lower[name.j : name.j + 1] in ([","], ["."], [";"], [")"], []) else None

    def meant_by_pronoun(self, k: int) -> Name | None:
        """ "A met with B. He heads the Union": who is named last in the sentence before that of the "He" before `k`."""
        tokens = self.tokens
        if k < 2 or tokens.lower[k - 1] not in {"he", "she"} or not tokens.first[k - 1]:
            return None
        begin, end = tokens.bounds[tokens.sentence[k - 2]]
        return next((self.name_to[j] for j in range(end, begin, -1) if j in self.name_to), None)

    def speaks(self, j: int) -> bool:
        return j < len(self.tokens) and self.tokens.lower[j] in {"said", "added", "told", "noted", "stressed"}

    def name_before(self, i: int) -> Name | None:
        """ "Park Jin, who has newly become foreign minister": the name in front of a few linking words."""
        lower, k, aside = self.tokens.lower, i, False
        while k > 0 and i - k < 8 and k not in self.name_to:
            if (ended := self._end_of_aside(k)) is not None:
                k, aside = ended
                break
            if (begin := self._linked_from(k)) is not None:
                k = begin
                continue
            accredited = lower[k - 1] in _SENDING and lower[k + 1 : k + 2] == ["'s"]
            linking = lower[k - 1] in _GLUE or lower[k - 1] in words("silent") or k in self.reading.geo_to
            if accredited or not linking:
                return None  # "X accredited Kazakhstan's Ambassador"
            k -= 1
        name = self.name_to.get(k)
        whose = lower[k] in {"of", "from"} and k + 1 in self.reading.body
        if name is None or k == i or not (lower[k] in _GLUE_FIRST or whose or aside):
            return None
        if lower[k] == "as" and lower[name.before - 1] in _SUCCEEDING:
            return None  # "Y, who succeeded X as Minister of Trade"
        if lower[k] in {"–", "-", "—"} and name.before == 0 and (name.j - name.i == 1 or name.text.isupper()):
            return None  # "NNA – Algerian Ambassador": the agency
        if self.tokens.sentence[name.i] != self.tokens.sentence[i - 1]:
            return None
        return name if whose or aside or lower[k] in {",", "("} or lower[k + 1 : k + 2] != ["to"] else None

    def _end_of_aside(self, k: int) -> tuple[int, bool] | None:
        """Where a name ends in front of an aside that closes at the word `k`, and whether the aside tells of him."""
        lower = self.tokens.lower
        if lower[k - 1] == "," and (retired := self._retired(k - 1)) in self.name_to:
            return retired, False
        if lower[k - 1] == "," and (spoken := self._aside(k - 1)):
            return spoken, True
        state = self.reading.geo_to.get(k) if lower[k : k + 1] in (["("], [","]) else None
        if state and state.form == "name" and state.i - 1 in self.name_to and lower[state.i - 1] in {"of", "from"}:
            return None if self._linked_from(k) is not None else (state.i - 1, True)  # "X of Togo (Minister of Trade)"
        return None

    def _linked_from(self, k: int) -> int | None:
        """The word from which what links a name to its office runs up to the word `k`: "X, the ministry's officer"."""
        lower = self.tokens.lower
        known = self.reading.body_to.get(k)
        if known and lower[known.i - 1 : known.i] in (["of"], ["from"]) and lower[k : k + 1] == [","]:
            return known.i - 1  # "Park of KOICA, the agency's country director"
        if lower[k - 1] == "'s":
            owner_known = lower[k - 2] in words("body", "ministry", "self")
            if not self.tokens.cap[k - 2] and (owner_known or lower[k - 3 : k - 2] == ["the"]):
                return k - 2  # "X, the project's coordinator"
            if lower[k - 3] == "," and k - 1 in self.name_to:
                return k - 2  # "X, Bah's adviser"
        state = self.reading.geo_to.get(k - 1) if lower[k - 1] == "'s" else None
        if state and state.form == "name" and lower[state.i - 1] == "," and state.i - 1 in self.name_to:
            return state.i  # "X, Japan's Okinawa governor,"
        if self._decorated(k) or (lower[k - 2] in _NEWLY and lower[k - 1].endswith("ed")):
            return k - 2  # "X, the newly arrived US Consul General"
        if lower[k - 2 : k] == ["at", "once"]:
            return k - 2
        if lower[k - 1] in {"is", "was"} and (titled := self._whose_title(k - 1)):
            return titled
        if lower[k - 1] in _HOSTING and lower[k : k + 1] and lower[k] in words("self"):
            return k - 1  # "X, the host country's Minister of Trade"
        if lower[k - 1] == "'s" and (owner := self.name_to.get(k - 1)) and lower[owner.before - 1] == ",":
            return owner.before  # "Tut Gatluak, Kiir's adviser for security affairs"
        if since := self._since(k):
            return since  # "X, since March Minister of Trade"
        return (self._post_of(k - 1) or None) if lower[k - 1] == "of" else None

    def _aside(self, comma: int) -> int | None:
        """The word behind the name in "X said, who is", "by X as well, a", "X leads it, a" before the word `comma`."""
        lower = self.tokens.lower
        behind = lower[comma + 1 : comma + 2]
        article = behind in (["a"], ["an"], ["the"])
        if lower[comma - 1] in _SAYING and behind == ["who"]:
            k = comma - 1
        elif (article and lower[comma - 2 : comma] == ["as", "well"]) or (
            article and lower[comma - 2] in _LEADING and lower[comma - 1] in {"it", "them"}
        ):
            k = comma - 2
        elif article and lower[comma - 1] in {"too", "himself", "herself"}:
            k = comma - 1
        else:
            return None
        return k if k in self.name_to else None

    def _post_of(self, of: int) -> int | None:
        """The word "who" of "who holds the post of", or "whose" of "whose office is that of", up to the word `of`."""
        lower = self.tokens.lower
        if lower[of - 2 : of] == ["is", "that"] and lower[of - 4] == "whose" and lower[of - 3] in _POSTS:
            return of - 4
        if lower[of - 1] in _POSTS | _ROLES and lower[of - 2] in {"his", "her", "the"} and lower[of - 3] == "in":
            return of - 3  # "X, in his capacity of Minister of Trade,"
        held = (
            lower[of - 1] in _POSTS | {"chair", "seat"} and lower[of - 2] in {"the", "a"} and lower[of - 3] in _HOLDING
        )
        return of - 3 if held else None

    def _whose_title(self, verb: int) -> int | None:
        """The comma before "whose (official) title at the ministry" in front of the word `verb`, which is "is"."""
        lower = self.tokens.lower
        for k in range(verb - 2, max(verb - _CLAUSE, 1), -1):
            if lower[k] == "whose":
                return k - 1 if not _TITLES.isdisjoint(lower[k + 1 : k + 3]) and lower[k - 1] == "," else None
            if lower[k] in {",", ".", ";"}:
                return None
        return None

    def as_which(self, office: Office) -> Name | None:
        """ "X, who leads the delegation as Minister of Trade": whom the clause that ends so is about."""
        lower, k = self.tokens.lower, office.i - 1
        k -= lower[k] in {"the", "its", "his", "her"}
        if k < 3 or lower[k] not in _MADE:
            return None
        if lower[k] == "as" and (letters := self._credentials(k)):
            return letters
        for q in range(k - 1, max(k - _CLAUSE, 1), -1):
            acting = lower[q].endswith("ing") and {"him", "her", "them"}.isdisjoint(lower[q:k])
            if (lower[q] in _AS_WHOM or acting) and lower[q - 1] == ",":
                return self.name_to.get(q - 1)
            if q in self.name_to and (lower[q] in _ACTS or lower[q].endswith("ed")):
                return self.name_to[q]  # "X was there for the first time as Minister of Trade"
            if q in self.name_to or lower[q] in {",", ";"}:
                return None
        return None

    def _credentials(self, k: int) -> Name | None:
        """ "X presented his credentials to Y as Ambassador": the name before the credentials; "as" is the word `k`."""
        begin = self.tokens.bounds[self.tokens.sentence[k]][0]
        at = next((q for q in range(k - 1, max(k - 12, begin), -1) if self.tokens.lower[q] in LETTERS), begin)
        return next((self.name_to[q] for q in range(at, begin, -1) if q in self.name_to), None)

    def _since(self, k: int) -> int | None:
        """The first word of "since 1 May 2020", "for three years", "until recently" before the word `k`."""
        lower = self.tokens.lower
        if lower[k - 2 : k] == ["until", "recently"]:
            return k - 2
        if lower[k - 1] in {"years", "months"}:
            return next((q for q in range(k - 2, max(k - 6, 1), -1) if lower[q] == "for"), None)
        for q in range(k - 1, max(k - 5, 1), -1):
            if lower[q] == "since":
                return q if q < k - 1 else None
            if lower[q] not in CALENDAR and not self.tokens.word[q].isdigit():
                return None
        return None

    def _decorated(self, k: int) -> bool:
        """Whether letters such as "MBS" stand between the commas in front of the word `k` and behind a name."""
        word = self.tokens.word
        return k > 1 and word[k - 2] == "," and k - 2 in self.name_to and len(word[k - 1]) > 1 and word[k - 1].isupper()

    def _retired(self, j: int) -> int:
        """Where the bracket that ends at the word `j` begins: "Major X (rtd), Minister", "Y (Green Party), who"."""
        acronym = self.tokens.word[j - 2].isupper() and self.tokens.lower[j - 2] not in {"mp", "rtd", "retd", "ret"}
        if self.tokens.lower[j - 1] != ")" or acronym:
            return j  # "The Social Security System (SSS), whose president"
        return next((k for k in range(j - 2, max(j - _BRACKET, 0), -1) if self.tokens.lower[k] == "("), j)
