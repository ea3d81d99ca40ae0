"""The names of portfolios, ministries and bodies inside an office: "Foreign Affairs, African Cooperation and …".

In: a `Reading` and a word. Out: where the name that starts there ends, and whether it is a body ("Kuwait Ports
Authority"). The difficulty is to stop before the holder's name, which is written in capitals as well.
"""

from communique.extract.offices.antecedents import is_surname, own_body
from communique.extract.offices.heads import CALENDAR, PANELS, REGIONS, STYLES, abstract_noun, head_at, skip_the, words
from communique.extract.offices.links import LISTING, joined_on, link, regions_end
from communique.extract.offices.nouns import are_fields, body_noun, owned_noun
from communique.extract.offices.party import of_party
from communique.extract.words.reading import Reading
from communique.registry.matcher import fold
from communique.registry.officials import given_names

_RANKS = frozenset([
    "general", "major", "admiral", "colonel", "marshal", "lieutenant", "brigadier", "captain", "gen", "lt",
    "vice", "rear",
])  # fmt: skip
_JOINT = frozenset(["joint", "intergovernmental", "inter-governmental", "mixed", "standing", "permanent", "select"])
_ORGANS = frozenset(  # "Presidential Administration", "Political Bureau": of a state or its ruling party
    (
        ("presidential", "administration"),
        ("government", "administration"),
        ("cabinet", "secretariat"),
        ("presidential", "secretariat"),
        ("government", "secretariat"),
        ("parliamentary", "secretariat"),
        ("political", "bureau"),
        ("legislative", "chamber"),
        ("audit", "chamber"),
        ("accounts", "chamber"),
        ("chamber", "advisors"),
        ("chamber", "advisers"),
        ("chamber", "councillors"),
        ("chamber", "deputies"),
        ("chamber", "representatives"),
        ("state", "commission"),
        ("civil", "service"),
        ("public", "service"),
        ("foreign", "service"),
        ("standing", "bureau"),
        ("presidium", "bureau"),
    )
)
_OF_PARTIES = frozenset(["office", "central", "commission"])  # "Office of the Central Commission for Foreign Affairs"
_LEVELS = frozenset(
    ["provincial", "municipal", "regional", "district", "national", "central", "local", "parliamentary"]
)
_TIERS = frozenset(["regional", "provincial", "district", "city", "oblast", "military", "municipal", "local"])
_DIVISIONS = frozenset(["sector", "department", "division", "section", "unit"])
_WITHIN_BODIES = frozenset(  # boards of a body: "Management Board", "Board of Directors"
    ["management", "executive", "supervisory", "governing", "advisory", "directors", "trustees", "governors", "members"]
)
_GENERAL = frozenset(["directorate", "secretariat", "inspectorate"])  # "Directorate General of Trade"
_PARTS = frozenset(["northern", "western", "eastern", "southern", "indigenous"])
_PEOPLES = frozenset(["people", "peoples"])
_PAIRS = frozenset([("representative", "office"), ("task", "force"), ("task", "forces")])
_JOINTS = frozenset(["of", "for", "and", "&", ",", "/"])
_PARKS = frozenset([
    "national", "industrial", "technology", "tech", "science", "scientific", "business", "software", "memorial",
    "safari", "botanical", "food", "agricultural", "logistics", "it",
])  # fmt: skip
_LATE_NOUNS = PANELS | {"court", "diwan"}  # "Royal Hashemite Court"


def name_run(reading: Reading, q: int, state: bool = False, greedy: bool = False) -> tuple[int, bool]:
    """The end of the name of a portfolio or body that starts at word `q`, and whether it is a body.

    The first word, and the first behind "of", "for" or "and", need no proof; further ones must be portfolio words
    or the nouns of bodies, so that the name of the holder that may follow stays outside. A word of a body further on
    among the same capitals draws in all before it, unless the office is one of state. `greedy` takes all capitals.
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    if q >= len(tokens) or is_surname(reading, q):
        return q, False
    closing = None if state else body_noun(reading, q)
    if closing:
        closing -= not greedy and _ends_in_given_name(reading, q, closing)
        return closing, not _is_organ(lower, q, closing)
    if lower[q] in _LEVELS and not tokens.cap[q] and tokens.cap[q + 1 : q + 2] == [True]:
        q += 1  # "the provincial Party Committee"
    return _Run(reading, q, state, greedy).read()


def _is_organ(lower: list[str], q: int, end: int) -> bool:
    """Whether the name on the words `q` up to `end` is of a part of the state, a ruling party or a ministry."""
    noun = lower[end - 1]
    organ = (lower[q], noun) in _ORGANS or {*lower[q:end]} >= _OF_PARTIES
    organ = organ or (noun == "administration" and lower[end - 2] in _TIERS | {"presidential"})
    said = {*lower[q:end]}  # "Joint Commission for Trade": where the parties meet
    panel = not said.isdisjoint({"commission", "committee"}) and not said.isdisjoint(_JOINT)
    return organ or panel or (lower[q] in _DIVISIONS and lower[q + 1] in {"of", "for"})  # "Sector for Border Police"


def _ends_in_given_name(reading: Reading, q: int, e: int) -> bool:
    """Whether the last word is the holder's first: "Minister of Trade Park Joon-hyung", "of Education Urban Ek"."""
    tokens = reading.tokens
    if e - q < 2 or tokens.cap[e - 2 : e + 1] != [True, True, True] or tokens.lower[e - 2] in _PARKS:
        return False
    lone = not any(tokens.cap[e + 1 : e + 2]) and e not in reading.taken and head_at(reading, e) is None
    return lone and fold(tokens.lower[e - 1]) in given_names()


class _Run:
    """A name read word by word: `e` is the next word, `end` the one behind the name so far.

    `capital` says that the name is written in capitals, `expect` that the next word needs no proof.
    """

    def __init__(self, reading: Reading, q: int, state: bool, greedy: bool) -> None:
        self.reading, self.q, self.state, self.greedy = reading, q, state, greedy
        self.tokens, self.lower = reading.tokens, reading.tokens.lower
        self.capital, self.expect, self.is_body = self.tokens.cap[q], True, False
        self.e = self.end = q

    def read(self) -> tuple[int, bool]:
        """The end of the name, and whether it is a body."""
        sentence = self.tokens.sentence
        while self.e < len(self.tokens) and sentence[self.e] == sentence[self.q]:
            if self._at_majesty():
                return self.e + 2, False  # "Director of the Office of His Majesty"
            if not (self._took_phrase() or self._goes_on()):
                break
        q, lower = self.q, self.lower
        self.end -= self.capital and not self.greedy and _ends_in_given_name(self.reading, q, self.end)
        end = self.end if self.state or not self.capital else _panel_end(self.reading, q, self.end)
        owned = lower[q] in {"national", "state"} and own_body(self.reading, q, end)
        panel = self.capital and lower[q : q + 2] == ["committee", "for"]  # a parliament's are "on" something
        owned = owned or (panel and "ministry" not in lower[q:end])
        board = self.capital and end - q > 1 and "board" in lower[q:end] and _WITHIN_BODIES.isdisjoint(lower[q:end])
        return end, self.is_body or (not self.state and (owned or board))

    def _at_majesty(self) -> bool:
        e, lower = self.e, self.lower
        styled = lower[e + 1 : e + 2] in (["majesty"], ["highness"], ["excellency"])
        return styled and lower[e] in {"his", "her"} and e > self.q and not self._at_title()

    def _at_title(self) -> bool:
        """Whether the rank or style of a holder stands here: "Major General X" behind "Defence"."""
        e, word, ahead = self.e, self.lower[self.e], self.lower[self.e + 1 : self.e + 2]
        if e == self.q:
            return False
        titled = word in _RANKS and self.tokens.cap[e] and bool(ahead)
        titled = titled and (ahead[0] not in words("portfolio") or ahead[0] == "general")
        titled = titled and not (word == "general" and self.lower[e - 1] in _GENERAL)
        return word in STYLES or titled

    def _took_phrase(self) -> bool:
        """ "Joint Chiefs of Staff", "Jal Shakti", "Made in Italy", "Northern Australia": taken as they stand."""
        e, lower, cap, end = self.e, self.lower, self.tokens.cap, 0
        if not self.capital:
            return False
        if lower[e] == "chiefs" and lower[e - 1 : e + 3] == ["joint", "chiefs", "of", "staff"]:
            end = e + 3
        elif e + 1 < len(lower) and f"{lower[e]} {lower[e + 1]}" in words("fields") and any(cap[e + 1 : e + 3]):
            self.e, self.expect = e + 2, lower[e + 1] == "against"  # "Fight against Corruption"
            self.end = self.end if self.expect else self.e
            return True
        elif lower[e] == "made" and lower[e + 1 : e + 2] == ["in"] and e + 2 in self.reading.geo:
            end = self.reading.geo[e + 2].j
        elif e > self.q and self.reading.taken.get(e) == "geo" and lower[e - 1] in _PARTS:
            end = e + 1
        self.e, self.end = end or self.e, end or self.end
        return end > 0

    def _goes_on(self) -> bool:
        """Reads the next word; whether the name may go on behind it."""
        if self._at_title():
            return False
        e, word = self.e, self.lower[self.e]
        known = self._is_known(e, word)
        free = (self.expect or self.greedy) and self.capital
        if self.tokens.cap[e] == self.capital and (known or free) and word not in CALENDAR:
            return self._took_word(known)
        if self.end <= self.q:
            return False
        owned = self._possessed()
        return owned if owned is not None else self._joined()

    def _is_known(self, e: int, word: str) -> bool:
        """Whether a word is one of portfolios, ministries or bodies, or else can only be the name of a field."""
        if self._is_affair_abroad(e):
            return e in self.reading.geo and self.lower[e - 1] not in {"and", "&", ","}
        known = word in words("portfolio") or word in words("ministry") or word in words("body")
        known = known or (word, *self.lower[e + 1 : e + 2]) in _PAIRS
        return known or (e > self.q and self.capital and abstract_noun(word))

    def _is_affair_abroad(self, e: int) -> bool:
        """ "for Overseas Vietnamese Affairs"."""
        named = e > self.q and self.reading.taken.get(e) == "geo" and self.tokens.cap[e]
        return named and self.lower[e + 1 : e + 2] == ["affairs"]

    def _took_word(self, known: bool) -> bool:
        """Takes the next word into the name, unless it opens another office."""
        e, lower, written = self.e, self.lower, self.tokens.word[self.e]
        word = lower[e]
        inner = None if known else head_at(self.reading, e)
        if inner and not (inner.plural and self.expect and e > self.q) and lower[e - 2 : e] != ["house", "of"]:
            return False
        if lower[e - 1] == "overseas" and word.endswith("s") and not known:
            self.end = e + 1  # "Overseas Cypriots"
            return False
        if self.reading.taken.get(e) == "geo" and (e + 1 >= len(lower) or lower[e + 1] not in words("portfolio")):
            return False
        acronym = len(word) > 2 and self.capital and not written[1:].islower() and "-" not in word and "." not in word
        self.e = self.end = e + 1
        self.expect = False
        named = word in words("body") or (acronym and self.e == self.q + 1)
        self.is_body = not self.state and self.capital and named
        return True

    def _at_foreign_ministry(self, e: int) -> bool:
        """Whether a nationality opens the name of a ministry: "Department for Asia of the Lao Foreign Ministry"."""
        geo = self.reading.geo.get(e)
        if geo is None or geo.form != "demonym":
            return False
        k = geo.j
        while k < len(self.lower) and k < geo.j + 4 and self.lower[k] in words("portfolio"):
            k += 1
        return self.lower[k : k + 1] in (["ministry"], ["office"])

    def _possessed(self) -> bool | None:
        """ "Supreme People's Court", "Expatriates' Welfare", "Women's Affairs"; None if nothing is owned here."""
        e, lower, cap = self.e, self.lower, self.tokens.cap
        word, ahead = lower[e], lower[e + 1 : e + 2]
        again = self.capital and e > self.q and words("portfolio").issuperset(lower[e - 1 : e + 1])
        if again and ahead in (["of"], [","]):
            self.e = self.end = e + 1  # "Foreign Affairs and International cooperation of Chad"
            return True
        if self.capital and word == "people" and ahead == ["'s"] and (noun := owned_noun(self.reading, e + 1)):
            self.end = noun
            return False
        if self.capital and cap[e] and joined_on(self.reading, e):
            self.e += 1  # "Civil Liberties and Immigration"
            return True
        scientific = all(cap[e + 1 : e + 3]) and words("portfolio").issuperset(lower[e + 1 : e + 3])
        if word == "and" and not self.capital and scientific:
            self.end = name_run(self.reading, e + 1, self.state)[0]
            return False  # "higher education and Scientific Research"
        if word == "'" and self.capital and lower[e - 1].endswith("s") and cap[e + 1 : e + 2] == [True]:
            self.e, self.expect = e + 1, True
            return True
        if word == "'s" and self.capital and (noun := owned_noun(self.reading, e)):
            self.end = noun
            return False
        if word == "'s" and self.capital and cap[e + 1 : e + 2] == [True] and lower[e + 1] in words("portfolio"):
            self.e, self.expect = e + 1, False
            return True
        if lower[e - 1] in _PEOPLES and word in {"'s", "'"} and ahead in (["representatives"], ["deputies"]):
            self.end = e + 2  # "House of People's Representatives"
            return False
        return None

    def _joined(self) -> bool:
        """Goes on behind "of", "for", "and", a comma, where the name does."""
        e, lower, word = self.e, self.lower, self.lower[self.e]
        panel = word == "on" and lower[e - 1] in PANELS
        if not (word in _JOINTS or panel or (word == "in" and self.capital)):
            return False
        if word in {",", "and"} and lower[e - 1] in REGIONS and (far := regions_end(self.reading, e)):
            self.end = far
            return False
        if word == "of" and of_party(self.reading, e + 1):
            return False  # "Political Bureau of the Communist Party of China (CPC) Central Committee"
        if word in {"of", ","} and self.capital and not self.state and self._owned_by_body():
            return False  # "(Director of) Operations of the Immigration Service"
        slash = word == "/" and self.tokens.cap[e + 1 : e + 2] == [True]
        step = e + 1 if slash else link(self.reading, e, self.capital, word)
        if step is None or (word == "of" and self._at_foreign_ministry(step)):
            return False
        self.e = step
        self.expect = word not in LISTING or lower[step] not in words("portfolio")
        return True

    def _owned_by_body(self) -> bool:
        """Whether only fields are read so far, and the name of the body that has them stands behind."""
        behind = skip_the(self.lower, self.e + 1)
        fields = behind < len(self.lower) and are_fields(self.lower[self.q : self.e])
        return fields and body_noun(self.reading, behind) is not None


def _panel_end(reading: Reading, q: int, end: int) -> int:
    """The end of "Presidential Transitional Council" at the word `q`, where its second word is unknown; else `end`."""
    tokens, k = reading.tokens, end
    while q < k < min(end + 3, len(tokens)) and tokens.cap[k] and k not in reading.taken and not head_at(reading, k):
        if tokens.lower[k] in _LATE_NOUNS and k > end:
            return k + 1
        k += 1
    return end
