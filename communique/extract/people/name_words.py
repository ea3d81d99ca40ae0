"""Which words may be of a personal name: "bin", "To Lam", "Israel Katz", "El- Sisi", "Ng Eng Hen".

In: a `Reading`, a word, how many words of the name stand before it, and the words that offices have taken. Out: whether
it belongs to the name. What names are made of is told in registry/name_words.toml and registry/honorifics.csv.
"""

from functools import cache

from communique.extract.offices.heads import CALENDAR, head_at, words
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.extract.words.tokens import OPENERS, Tokens
from communique.registry import rows, settings
from communique.registry.matcher import fold

_BEFORE_NAMES = frozenset(["u", "daw", "h.e", "h.e.", "counterpart"])
_RANKS = frozenset(["general", "admiral", "colonel", "marshal", "captain", "major", "commander", "commodore"])
_BEFORE_RANKS = frozenset(["deputy", "vice", "assistant", "acting"])
_TITLE_VERBS = frozenset(["met", "meets", "says", "visits", "visited", "receives", "received"])
_STYLED_BY = frozenset(["sheikh", "shaikh", "mr", "mrs", "ms", "dr", "prof", "hon", "honourable", "honorable", "eng"])
_FILIATIONS = frozenset(["a/l", "a/p", "s/o", "d/o"])  # Malay and Singaporean: "son of", "daughter of"
_TITLES = 12  # words
_VERBS_AS_NAMES = frozenset(["said", "than"])
_OPENING_NAME = 8  # words of a name that opens a sentence
_COMPOUNDED = ("-level", "-wide", "-led", "-based", "-funded", "-backed", "-hosted", "-sponsored", "-run", "-owned")
QUOTES = {"'": "'", "‘": "’", '"': '"', "“": "”", "`": "'"}


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of one kind in registry/name_words.toml."""
    return frozenset(settings("name_words")[kind])


@cache
def prefixes() -> tuple[str, ...]:
    return tuple(settings("name_words")["prefixes"])


@cache
def honorifics() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Honorifics by first word, longest first, with their kind."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("honorifics"):
        spaced = fold(row["term"]).split()
        initials = len(spaced) > 1 and all(len(word) == 2 and word[1] == "." for word in spaced)  # "H. E."
        said = tuple(spaced if initials else fold(row["term"]).replace(".", " ").split() if spaced[1:] else spaced)
        if row["kind"] != "name":
            table.setdefault(said[0], []).append((said, row["kind"]))
    for options in table.values():
        options.sort(key=lambda option: -len(option[0]))
    return table


@cache
def hyphened_rank(word: str) -> bool:
    """Whether each part of "colonel-major", "lt-general" is a rank."""
    ranks = (any(kind == "rank" for _, kind in honorifics().get(part, ())) for part in word.split("-"))
    return "-" in word and all(ranks)


def match_honorific(lower: list[str], k: int, said: tuple[str, ...]) -> int:
    for word in said:
        if k >= len(lower) or fold(lower[k]) != word:
            return 0
        k += 1
        while k < len(lower) and lower[k] in {".", "'"} and k:
            k += 1
    return k


def is_part(reading: Reading, e: int, count: int, office: set[int]) -> bool:
    """Whether the word `e` may be a word of a name of which `count` words are read."""
    tokens = reading.tokens
    lower = tokens.lower[e]
    if e in office:
        alone = e + 1 == len(tokens) or not (tokens.cap[e + 1] or tokens.lower[e + 1] in {"of", "for"})
        return count > 0 and tokens.cap[e] and lower in listed("surnames") and alone and e - 1 not in office
    if not tokens.cap[e]:
        return lower.startswith(prefixes()) and len(lower) > 4 and ("-" in lower or "'" in lower) and lower[-1] != "-"
    if e in reading.taken:
        return _taken_part(reading, e, count, office)
    if not count and (lower.endswith(_COMPOUNDED) or (lower in listed("folk") and e and tokens.cap[e - 1])):
        return False  # "the Director General-level talks", "Authority for Palestine Refugees Ana Rey"
    if count and lower in _TITLE_VERBS:
        return False  # "Minister X Met with Y"
    if (lower in CALENDAR and _is_date(reading, e, count, office)) or lower in listed("common"):
        surname = count == 1 and lower in listed("noun_surnames") and e - 2 in office
        return surname or (lower in listed("given") and (count > 0 or _announced(reading, e, office)))
    if (
        count == 0
        and _announced(reading, e, office)
        and (1 < len(lower) < 5 or len(tokens.word[e + 1]) == 1)
        and lower in OPENERS
        and lower not in {"the", "mr", "his", "her"}
    ):
        return True  # "President To Lam", "the President of Viet Nam, To Lam"
    if count == 0 and (head := head_at(reading, e)) and head.plural and tokens.cap[e + 1 : e + 2] == [True]:
        return False  # "Representatives Alan Low and Lori Tran"
    if count == 0 and lower in _BEFORE_RANKS and not honorifics().keys().isdisjoint(tokens.lower[e + 1 : e + 2]):
        return False  # "Deputy Marshal X"
    if count == 0 and lower in listed("inside_names") and _inside(reading, e, office):
        return True
    if count == 0 and tokens.first[e] and lower in listed("inside_names") and _office_behind(tokens, e, office):
        return True
    if count == 0 and lower in {"i", "ni"} and not listed("balinese").isdisjoint(tokens.lower[e + 1 : e + 2]):
        return tokens.cap[e + 1]
    gerund = tokens.first[e] and lower.endswith("ing") and len(lower) > 5 and "-" not in lower
    if count == 0 and (lower in OPENERS or gerund):
        return False
    if count and lower in word_class("function"):
        return _syllable(reading, e, count, office) or _small_surname(tokens, e)
    if count and any(match_honorific(tokens.lower, e, said) for said, _ in honorifics().get(fold(lower), ())):
        last = tokens.cap[e + 1 : e + 2] != [True] and tokens.lower[e + 1 : e + 2] != ["."]  # "Patricia Ing spoke"
        return lower in listed("surnames") or len(lower) > 5 or last or _inner_style(tokens, e)
    return not (lower in words("portfolio") and count == 0 and e + 1 < len(tokens) and tokens.cap[e + 1] is False)


def _inside(reading: Reading, e: int, office: set[int]) -> bool:
    """Whether the capital at `e` stands inside a sentence before a capital or a particle: "Oman (Said bin Hilal)"."""
    tokens = reading.tokens
    if tokens.first[e] or tokens.word[e].isupper() or (tokens.cap[e - 1] and e - 1 not in office):
        return False
    k = e + 1
    while k < len(tokens) and k < e + 3 and tokens.lower[k] in listed("particles"):
        k += 1
    return k < len(tokens) and (tokens.cap[k] or tokens.lower[k].startswith(prefixes())) and k not in office


def _office_behind(tokens: Tokens, e: int, office: set[int]) -> bool:
    """Whether a sentence opens with a name and an office: "An Rey, the Minister of Trade", "Said bin Ali, Minister"."""
    k, longest = e + 1, _OPENING_NAME if tokens.lower[e] in _VERBS_AS_NAMES else 2
    while k < min(e + longest, len(tokens)) and (tokens.cap[k] or tokens.lower[k] in listed("particles")):
        k += 1
    named = k > e + 1 and tokens.cap[k - 1] and office.isdisjoint(range(e + 1, k)) and tokens.lower[k : k + 1] == [","]
    return named and k + 1 + (tokens.lower[k + 1 : k + 2] == ["the"]) in office


def _announced(reading: Reading, e: int, office: set[int]) -> bool:
    """Whether a name is due at the word `e`: behind an office, with or without a comma, or behind "Mr"."""
    lower = reading.tokens.lower
    if reading.tokens.first[e] or e + 1 >= len(lower):
        return False
    if not (reading.tokens.cap[e + 1] or (lower[e + 1] in listed("particles") and lower[e] in _VERBS_AS_NAMES)):
        return False
    before = lower[e - 2 if lower[e - 1] == "." else e - 1]
    led = e - 1 in office or (lower[e - 1] == "," and e - 2 in office)
    return led or before in _STYLED_BY or before in _BEFORE_NAMES or before in _RANKS or before in listed("pilgrims")


def _syllable(reading: Reading, e: int, count: int, office: set[int]) -> bool:
    """Whether the function word at `e` is the middle syllable of a Korean or Vietnamese name: "Pang In Su"."""
    tokens = reading.tokens
    if count != 1 or len(tokens.word[e]) > 2 or tokens.cap[e + 1 : e + 2] != [True]:
        return False
    around = tokens.word[e - 1], tokens.word[e + 1]
    return max(map(len, around)) < 6 and e + 1 not in reading.taken and is_part(reading, e + 1, 2, office)


def _small_surname(tokens: Tokens, e: int) -> bool:
    """Whether the function word at `e` ends a name, as no other word has a capital there: "Kim In, Vice-President"."""
    word = tokens.word[e]
    plain = 1 < len(word) < 5 and word.istitle() and not tokens.first[e] and tokens.word[e - 1].istitle()
    return plain and not any(tokens.cap[e + 1 : e + 2])


def _inner_style(tokens: Tokens, e: int) -> bool:
    """Whether the honorific at `e` is of the name: of the pilgrim ("Ali Haji Ahmed"), of the father, "Ng Eng Hen"."""
    lower = tokens.lower
    return (
        lower[e] in listed("pilgrims")
        or (fold(lower[e]) in listed("inner") and tokens.cap[e + 1 : e + 2] == [True])
        or lower[e - 1] in {"bin", "binti", "bint", "ibni"}
        or lower[e - 1].endswith("marhum")  # "ibni Al-Marhum Sultan Haji Omar"
        or (tokens.cap[e + 1 : e + 2] == [True] and _fathers_title(lower, e))
    )


def _fathers_title(lower: list[str], e: int) -> bool:
    """Whether the word `e` is one of the father's titles: "bin Pehin Udana Khatib Dato Seri Setia Haji Umar"."""
    k = e - 1
    while k > 0 and (lower[k] in honorifics() or lower[k] in listed("chiefly")) and e - k < _TITLES:
        k -= 1
    return k < e - 1 and lower[k] in {"bin", "binti"}


def _is_date(reading: Reading, e: int, count: int, office: set[int]) -> bool:
    """Whether "Jan", "May" or "Sun" at the word `e` is of the calendar here, and not a name."""
    tokens = reading.tokens
    near = tokens.word[max(0, e - 1) : e] + tokens.word[e + 1 : e + 3]
    if any(word[0].isdigit() for word in near):
        return True
    if not count and _announced(reading, e, office) and e + 1 not in office | reading.taken.keys():
        return tokens.lower[e + 1] in CALENDAR  # "Minister January Makamba"
    if tokens.lower[e] not in word_class("calendar_names"):
        return True
    goes_on = e + 1 < len(tokens) and (tokens.cap[e + 1] or tokens.lower[e + 1] in listed("particles"))
    return not (count or goes_on)


def _taken_part(reading: Reading, e: int, count: int, office: set[int]) -> bool:
    """A country's name inside a person's: "Michael Jordan", and with a capital behind, "Israel Katz"."""
    geo = reading.geo.get(e)
    if geo is None and count == 1 and "-" in reading.tokens.word[e]:  # "Ambassador Ann Washington-Bell"
        double = all(map(str.istitle, reading.tokens.word[e].split("-"))) and len(reading.compounds.get(e, ())) == 1
        return double and _announced(reading, e - 1, office)
    if geo is None or geo.j != e + 1 or reading.tokens.word[e].isupper():
        return False
    tokens = reading.tokens
    inside = e + 1 < len(tokens) and tokens.cap[e + 1] and e + 1 not in reading.taken and e + 1 not in office
    if geo.form == "capital" and count == 1 and not inside:
        owner = tokens.lower[e + 1 : e + 2] == ["'s"]  # "Prime Minister Joseph Muscat met", "A, Irene Riga and C"
        named = tokens.word[e - 1].isupper() or tokens.lower[e - 1] in listed("before_cities")
        return _announced(reading, e - 1, office) or not (owner or named or tokens.first[e - 1])
    if geo.form == "capital" and count > 1 and tokens.lower[e] in listed("surnames"):
        return True  # "Edilson Lima Damião", "Nelson Cruz Lima"
    if geo.form == "capital":
        led = e - 1 in office or tokens.lower[e - 1] in _BEFORE_NAMES
        after = tokens.lower[e] in listed("named_after")
        led = led or (
            after and (_announced(reading, e, office) or (tokens.first[e] and _office_behind(tokens, e, office)))
        )
        return inside and (count > 0 or led)  # "Foreign Minister Sofia Petrova", "Ana Sofia Lopes"
    if count == 0:  # "Defence Minister Israel Katz": no preposition, a capital behind, the office complete in front
        following = e + 1 < len(tokens) and (tokens.cap[e + 1] or tokens.lower[e + 1].startswith(("al-", "el-")))
        p = e - 2 if reading.tokens.lower[e - 1] == "." else e - 1
        led = p in office or reading.tokens.lower[p] in _STYLED_BY
        led = led or (reading.tokens.lower[e] in listed("given") and _announced(reading, e, office))
        return led and following and e + 1 not in office and e + 1 not in reading.taken
    if geo.form == "demonym":  # "Volker Türk"
        return e + 1 >= len(tokens) or not (tokens.cap[e + 1] or e + 1 in office)
    return e + 1 >= len(tokens) or tokens.lower[e + 1] != "'s" or tokens.lower[e - 1] in {"al", "el"}


def leads_part(reading: Reading, e: int, office: set[int]) -> bool:
    """Whether the particle at `e` is followed by a word of the name, further particles allowed: "van 't Hof"."""
    lower, k, stop = reading.tokens.lower, contracted(reading, e) or e + 1, min(e + 4, len(reading.tokens))
    while k < stop:
        if reading.tokens.cap[k] or lower[k].startswith(prefixes()):
            return is_part(reading, k, 1, office)
        step = contracted(reading, k) or (k + 1 if lower[k] in listed("particles") else None)
        if step is None:
            return False
        k = step
    return False


def contracted(reading: Reading, e: int) -> int | None:
    """The word behind a particle of several signs at the word `e`: "Hilde 't Serstevens", "Kumar a/l Raman"."""
    lower, start, end = reading.tokens.lower, reading.tokens.start, reading.tokens.end
    if lower[e : e + 2] == ["'", "t"]:
        return e + 2 if start[e + 1] == end[e] and start[e] > end[e - 1] else None
    return e + 3 if "".join(lower[e : e + 3]) in _FILIATIONS and lower[e + 1] == "/" else None


def nickname(reading: Reading, e: int, office: set[int]) -> tuple[int, bool] | None:
    """Behind the quotation mark at `e`: the word after a nickname ("‘Prachanda’"), or after a stray mark."""
    tokens = reading.tokens
    close = {QUOTES[tokens.word[e]], "'", "’"}
    k = e + 1
    while k < len(tokens) and k < e + 4 and is_part(reading, k, 1, office):
        k += 1
    if k == e + 1:
        return None
    if k < len(tokens) and tokens.word[k] in close:
        return k + 1, True
    glottal = tokens.end[e - 1] < tokens.start[e] and tokens.end[e] == tokens.start[e + 1]  # "Siaosi 'Ofakivahafolau"
    return (e + 1, False) if tokens.word[e] in {"‘", "`"} or (glottal and tokens.word[e] in close) else None


def initial_before_particle(reading: Reading, e: int, office: set[int]) -> bool:
    """Whether the word `e` is the full stop of an initial, and a particle and a further capital follow."""
    lower = reading.tokens.lower
    stop = lower[e] == "." and len(lower[e - 1]) == 1 and reading.tokens.cap[e - 1]
    particle = lower[e + 1 : e + 2] and lower[e + 1] in listed("particles")
    return bool(stop and particle) and leads_part(reading, e + 1, office)


def abbreviated(reading: Reading, e: int) -> bool:
    """Whether the word `e` is the full stop of a name written short, "Bdr." for Bahadur, and a capital follows."""
    lower = reading.tokens.lower
    return lower[e] == "." and lower[e - 1] in word_class("short_names") and reading.tokens.cap[e + 1 : e + 2] == [True]


def dashed(reading: Reading, e: int) -> bool:
    """Whether the word `e` is a dash that stands for a hyphen, without space on either side."""
    tokens = reading.tokens
    if e + 1 >= len(tokens) or not tokens.cap[e + 1]:
        return False
    if tokens.word[e] == "-" and tokens.lower[e - 1] in {"al", "el"}:
        return tokens.end[e - 1] == tokens.start[e]  # "El- Sisi"
    if tokens.word[e] not in {"–", "—"}:
        return False
    return tokens.end[e - 1] == tokens.start[e] and tokens.end[e] == tokens.start[e + 1]


def glottal(reading: Reading, e: int) -> bool:
    """Whether the mark at `e` is the last letter of an Arabic name: no possessive of a plural, no closing quote."""
    tokens = reading.tokens
    if e + 1 >= len(tokens) or tokens.word[e] not in {"'", "’"}:
        return False
    glued = tokens.start[e] == tokens.end[e - 1] < tokens.start[e + 1] - 1
    return glued and not tokens.lower[e - 1].endswith("s")
