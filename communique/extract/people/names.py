"""Personal names in a text, of every tradition: "Kh.Battulga", "Khalifa bin Ali al Harthy", "SOBASHIMA Hidenobu".

In: a `Reading` and the words that offices have taken. Out: `Name` spans, honorifics and ranks outside. A name is a
run of capitals, joined by particles, initials and nicknames; a run that belongs to a body, a place or the calendar is
none. Whether a name is a participant is decided elsewhere.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from communique.extract.offices.heads import CALENDAR, words
from communique.extract.offices.phrases import Office
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.extract.words.tokens import OPENERS, Tokens
from communique.registry import rows, settings
from communique.registry.matcher import fold

MAX_WORDS = 9
_HONOURED = frozenset(["hon", "honourable", "honorable", "rt", "right", "most", "hon'ble"])
_PILGRIMS = frozenset(["haji", "hajji", "hajj", "hajah", "tun"])
_RANK_ENDS = frozenset(["general", "admiral", "colonel", "commander", "lieutenant", "commodore", "marshal"])
_RANKED = frozenset(["general", "admiral", "marshal", "colonel"])
_OF_RANKS = _RANKED | {"vice", "rear", "air", "chief", "major", "lieutenant", "brigadier"}
_STYLED_BY = frozenset(["sheikh", "shaikh", "mr", "mrs", "ms", "dr", "prof", "hon", "honourable", "honorable", "eng"])
_NUMERALS = frozenset(["ii", "iii", "iv"])  # "Finance Minister II"
_GROUPS = frozenset(["front", "movement", "forces", "brigades"])  # "Uganda's Allied Democratic Front"
_SHEIKHS = frozenset(["sheikh", "shaikh", "sheikha", "shaikha", "shaykh"])
_GLOTTAL = dict.fromkeys(map(ord, "'’‘ʻʼ`´ʿʾ"))
_BEFORE_NAMES = frozenset(["u", "daw", "h.e", "h.e.", "counterpart"])
_TITLE_VERBS = frozenset(["met", "meets", "says", "visits", "visited", "receives", "received"])
_SHIPS = frozenset(["hms", "uss", "ins", "pns", "bns", "kri", "roks", "hmas", "hmnzs", "hmcs", "slns", "gns", "nns"])
_JUNIORS = frozenset(["jr", "sr"])
_QUOTES = {"'": "'", "‘": "’", '"': '"', "“": "”", "`": "'"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the words `i` up to `j`; `before` is the first word of the honorifics in front (`i` without any)."""

    i: int
    j: int
    before: int
    text: str
    styled: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The folded words that count when names are compared, particles and initials' points left out."""
        return parts(self.text)


@lru_cache(maxsize=4096)
def parts(text: str) -> tuple[str, ...]:
    """The folded words of a name without particles and punctuation: "Omar Al-Omar" gives ("omar", "omar").

    >>> parts("Hamed Bin Seif al-Hammami")
    ('hamed', 'seif', 'hammami')
    """
    folded = "".join(c if c.isalnum() else " " for c in fold(text).translate(_GLOTTAL))
    said = folded.split()
    skip = _words("particles")
    kept = tuple(word for word in said if word not in skip)
    kept = kept[1:] if len(kept) > 1 and kept[0] in _SHEIKHS else kept  # "Sheikh Khalifa"
    return kept or tuple(said)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(settings("name_words")[kind])


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(settings("name_words")["prefixes"])


@cache
def _honorifics() -> dict[str, list[tuple[tuple[str, ...], str]]]:
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


def find_names(reading: Reading, offices: list[Office]) -> list[Name]:
    """The names of a text in order, offices' words left out."""
    tokens, found = reading.tokens, list[Name]()
    office = {k for o in offices for k in range(o.i, o.j)}
    n, free = len(tokens), 0
    cap, lower = tokens.cap, tokens.lower
    for i in tokens.opens:
        if i < free:
            continue
        honoured = lower[i] == "the" and i + 1 < n and lower[i + 1] in _HONOURED
        if tokens.word[i] in {"'", "‘", "’"} and i + 1 < n and cap[i + 1] and tokens.end[i] == tokens.start[i + 1]:
            name = _name(reading, i + 1, i, [], office)  # "'Mabatho Thamae"
            if name and tokens.lower[name.j : name.j + 1] not in (["'"], ["’"]):
                found.append(name)
                free = name.j
                continue
        if i in office or not (cap[i] or lower[i].startswith(("al-", "el-")) or honoured):
            continue
        k, styles = _skip_honorifics(reading, i, office)
        name = _name(reading, k, i, styles, office)
        if name is None:
            free = k
            continue
        found.append(name)
        free = behind_letters(reading, name.j)
    return found


def behind_letters(reading: Reading, j: int) -> int:
    """The word behind the letters of orders and degrees that follow a name at the word `j`: "X KCB ADC"."""
    while j < len(reading.tokens) and reading.tokens.lower[j] in _words("letters") and reading.tokens.word[j].isupper():
        j += 1
    return j


def _skip_honorifics(reading: Reading, i: int, office: set[int]) -> tuple[int, list[str]]:
    """The word behind the honorifics at `i` ("H.E. Dr.", "Lt. Gen.") and their kinds."""
    lower, kinds = reading.tokens.lower, list[str]()
    k = i + 1 if lower[i] == "the" and not reading.tokens.cap[i] else i
    while k < len(lower) and k not in office:
        if kinds and lower[k] == "the" and lower[k + 1 : k + 2] and lower[k + 1] in _HONOURED:
            k += 1
        word = reading.tokens.word[k]
        initials = lower[k] in {"he", "hh", "hm"} and not word.isupper()  # "Vice Premier He Lifeng"
        small = kinds[-1:] == ["rank"] and lower[k] in _RANK_ENDS  # "Major general X"
        options = _honorifics().get(fold(lower[k])) if (reading.tokens.cap[k] or small) and not initials else None
        hit = None
        for said, kind in options or ():
            end = _match_honorific(lower, k, said)
            if end:
                hit = (end, kind)
                break
        if hit is None:
            break
        k, kind = hit
        kinds.append(kind)
        if k + 2 < len(lower) and lower[k] == "(" and lower[k + 1] in {"ret", "retd", "rtd", "dr"}:
            k = k + 4 if lower[k + 2] == "." else k + 3
        if k < len(lower) and lower[k] == ",":
            break
    return k, kinds


def _match_honorific(lower: list[str], k: int, said: tuple[str, ...]) -> int:
    for word in said:
        if k >= len(lower) or fold(lower[k]) != word:
            return 0
        k += 1
        while k < len(lower) and lower[k] in {".", "'"} and k:
            k += 1
    return k


def _name(reading: Reading, k: int, before: int, styles: list[str], office: set[int]) -> Name | None:
    """The name that starts at the word `k`, or None."""
    tokens, lower = reading.tokens, reading.tokens.lower
    n, j, count, e = len(tokens), k, 0, k
    if e < n and tokens.word[e] in _QUOTES and e + 1 < n and tokens.cap[e + 1] and styles:
        e += 1
        k = e
    while e < n and count < MAX_WORDS and tokens.sentence[e] == tokens.sentence[k]:
        if (
            e > k
            and tokens.start[e] - tokens.end[e - 1] > 1
            and "\n" in tokens.text[tokens.end[e - 1] : tokens.start[e]]
        ):
            break
        if count > 1 and behind_letters(reading, e) > e:
            break
        if _is_part(reading, e, count, office):
            count += 1
            e += 1
            j = e
        elif count > 1 and lower[e] in _words("filial"):
            e += 1
            j = e
        elif count and lower[e] in _words("particles") and _leads_part(reading, e, office):
            e += 1
        elif count > 1 and _glottal(reading, e) and _leads_part(reading, e, office):
            e += 1  # "Mohammed Shia’ Al Sudani"
        elif count and _dashed(reading, e) and _is_part(reading, e + 1, count, office):
            e += 1  # "Awa Keita–Diallo"
        elif count and tokens.word[e] in _QUOTES:
            step = _nickname(reading, e, office)
            if step is None:
                break
            e, closed = step
            if closed:
                j = e
        elif count and lower[e] == "," and e + 1 < n and lower[e + 1] in _JUNIORS:
            e += 2
            j = e
        else:
            break
    if count > 1 and lower[j - 1] in _JUNIORS and lower[j : j + 1] == ["."] and j + 1 < n:
        j += lower[j + 1] == "," or (not tokens.cap[j + 1] and tokens.sentence[j + 1] == tokens.sentence[k])
    if not count or (styles == [] and count == 1 and (len(lower[k]) < 2 or lower[k] in _NUMERALS)):
        return None
    return _accepted(reading, k, j, before, styles, office)


def _accepted(reading: Reading, k: int, j: int, before: int, styles: list[str], office: set[int]) -> Name | None:
    """The name on `k` up to `j`, unless its run of capitals goes on to a body, a place or an event named after it."""
    tokens, lower = reading.tokens, reading.tokens.lower
    if lower[j : j + 1] and lower[j] in {"party", "bloc", "movement", "faction", "coalition", "newspaper", "daily"}:
        return None
    e = j
    while e < len(tokens) and e < j + 8 and e not in office and (
        (tokens.cap[e] and lower[e] not in CALENDAR)
        or (lower[e] in {"of", "for", "and"} and e + 1 < len(tokens) and tokens.cap[e + 1] and e > j)
    ):  # fmt: skip
        if (
            lower[e] in _GROUPS
            or lower[e] in words("facility")
            or lower[e] in words("body")
            or lower[e] in words("ministry")
        ):
            return None
        e += 1
    if lower[j - 1] in words("facility", "body") and j - k > 1:
        return None
    if lower[j : j + 1] == [")"] and any(
        lower[b] == "(" and lower[b - 1] in {".", "”", '"'} for b in range(max(1, before - 3), before)
    ):
        return None  # "… the ministry said. (Ann Lee)": who wrote it
    if lower[k] in _SHIPS and tokens.word[k].isupper() and not styles:
        return None
    if not styles and all(word in words("portfolio") for word in lower[k:j]):
        return None  # "Public Health"
    if j - k == 1 and tokens.word[k].isupper() and not styles and (before - 1) not in office:
        return None
    if "style" in styles and j - k < 2 and styles[-1] == "style":
        k, styles = k - 1, styles[:-1]  # "Sheikh Hasina": the style is the first of two names
    return Name(k, j, before, tokens.span(k, j).rstrip("."), bool(styles))


def _is_part(reading: Reading, e: int, count: int, office: set[int]) -> bool:
    """Whether the word `e` may be a word of a name of which `count` words are read."""
    tokens = reading.tokens
    lower = tokens.lower[e]
    if e in office:
        alone = e + 1 == len(tokens) or not (tokens.cap[e + 1] or tokens.lower[e + 1] in {"of", "for"})
        return count > 0 and lower in _words("surnames") and alone and e - 1 not in office
    if not tokens.cap[e]:
        return lower.startswith(_prefixes()) and len(lower) > 4 and ("-" in lower or "'" in lower) and lower[-1] != "-"
    if e in reading.taken:
        return _taken_part(reading, e, count, office)
    if count and lower in _TITLE_VERBS:
        return False  # "Minister X Met with Y"
    if (lower in CALENDAR and _is_date(reading, e, count, office)) or lower in _words("common"):
        return lower in _words("given") and (count > 0 or _announced(reading, e, office))
    if (
        count == 0
        and _announced(reading, e, office)
        and (1 < len(lower) < 5 or len(tokens.word[e + 1]) == 1)
        and lower in OPENERS
        and lower not in {"the", "mr", "his", "her"}
    ):
        return True  # "President To Lam", "the President of Viet Nam, To Lam"
    if count == 0 and (lower in OPENERS or (tokens.first[e] and lower.endswith("ing") and len(lower) > 5)):
        return False
    if count and lower in word_class("function"):
        return _syllable(reading, e, count, office)
    if count and any(_match_honorific(tokens.lower, e, said) for said, _ in _honorifics().get(fold(lower), ())):
        return lower in _words("surnames") or len(lower) > 5 or _inner_style(tokens, e)
    return not (lower in words("portfolio") and count == 0 and e + 1 < len(tokens) and tokens.cap[e + 1] is False)


def _announced(reading: Reading, e: int, office: set[int]) -> bool:
    """Whether a name is due at the word `e`: behind an office, with or without a comma, or behind "Mr"."""
    lower = reading.tokens.lower
    if reading.tokens.first[e] or e + 1 >= len(lower) or not reading.tokens.cap[e + 1]:
        return False
    before = lower[e - 2 if lower[e - 1] == "." else e - 1]
    led = e - 1 in office or (lower[e - 1] == "," and e - 2 in office)
    return led or before in _STYLED_BY or before in _BEFORE_NAMES


def _syllable(reading: Reading, e: int, count: int, office: set[int]) -> bool:
    """Whether the function word at `e` is the middle syllable of a Korean or Vietnamese name: "Pang In Su"."""
    tokens = reading.tokens
    if count != 1 or len(tokens.word[e]) > 2 or tokens.cap[e + 1 : e + 2] != [True]:
        return False
    around = tokens.word[e - 1], tokens.word[e + 1]
    return max(map(len, around)) < 6 and e + 1 not in reading.taken and _is_part(reading, e + 1, 2, office)


def _inner_style(tokens: Tokens, e: int) -> bool:
    """Whether the honorific at `e` is of the name: of the pilgrim ("Ali Haji Ahmed"), of the father, "Ng Eng Hen"."""
    lower = tokens.lower
    return (
        lower[e] in _PILGRIMS
        or (lower[e] in _words("inner") and tokens.cap[e + 1 : e + 2] == [True])
        or lower[e - 1] in {"bin", "binti", "bint"}
        or (lower[e - 2] in {"bin", "binti"} and lower[e - 1] in _honorifics())
    )


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
    return not (count or (e + 1 < len(tokens) and tokens.cap[e + 1]))


def _taken_part(reading: Reading, e: int, count: int, office: set[int]) -> bool:
    """A country's name inside a person's: "Michael Jordan", and with a capital behind, "Israel Katz"."""
    geo = reading.geo.get(e)
    if geo is None or geo.j != e + 1 or reading.tokens.word[e].isupper():
        return False
    tokens = reading.tokens
    inside = e + 1 < len(tokens) and tokens.cap[e + 1] and e + 1 not in reading.taken and e + 1 not in office
    if geo.form == "capital" and count == 1 and _announced(reading, e - 1, office) and not inside:
        return True  # "Prime Minister Joseph Muscat met"
    if geo.form == "capital" and count > 1 and tokens.lower[e] in _words("surnames"):
        return True  # "Edilson Lima Damião", "Nelson Cruz Lima"
    if geo.form == "capital":
        return inside and (count > 0 or e - 1 in office)  # "Foreign Minister Sofia Petrova", "Ana Sofia Lopes"
    if count == 0:  # "Defence Minister Israel Katz": no preposition, a capital behind, the office complete in front
        following = e + 1 < len(tokens) and (tokens.cap[e + 1] or tokens.lower[e + 1].startswith(("al-", "el-")))
        p = e - 2 if reading.tokens.lower[e - 1] == "." else e - 1
        led = p in office or reading.tokens.lower[p] in _STYLED_BY
        led = led or (reading.tokens.lower[e] in _words("given") and _announced(reading, e, office))
        return led and following and e + 1 not in office and e + 1 not in reading.taken
    if geo.form == "demonym":  # "Volker Türk"
        return e + 1 >= len(tokens) or not (tokens.cap[e + 1] or e + 1 in office)
    return e + 1 >= len(tokens) or tokens.lower[e + 1] != "'s" or tokens.lower[e - 1] in {"al", "el"}


def _leads_part(reading: Reading, e: int, office: set[int]) -> bool:
    """Whether the particle at `e` is followed by a word of the name, further particles allowed."""
    for k in range(e + 1, min(e + 4, len(reading.tokens))):
        if reading.tokens.cap[k]:
            return _is_part(reading, k, 1, office)
        if reading.tokens.lower[k] not in _words("particles"):
            return False
    return False


def _nickname(reading: Reading, e: int, office: set[int]) -> tuple[int, bool] | None:
    """Behind the quotation mark at `e`: the word after a nickname ("‘Prachanda’"), or after a stray mark."""
    tokens = reading.tokens
    close = {_QUOTES[tokens.word[e]], "'", "’"}
    k = e + 1
    while k < len(tokens) and k < e + 4 and _is_part(reading, k, 1, office):
        k += 1
    if k == e + 1:
        return None
    if k < len(tokens) and tokens.word[k] in close:
        return k + 1, True
    glottal = tokens.end[e - 1] < tokens.start[e] and tokens.end[e] == tokens.start[e + 1]  # "Siaosi 'Ofakivahafolau"
    return (e + 1, False) if tokens.word[e] in {"‘", "`"} or (glottal and tokens.word[e] in close) else None


def _dashed(reading: Reading, e: int) -> bool:
    """Whether the word `e` is a dash that stands for a hyphen, without space on either side."""
    tokens = reading.tokens
    if tokens.word[e] not in {"–", "—"} or e + 1 >= len(tokens) or not tokens.cap[e + 1]:
        return False
    return tokens.end[e - 1] == tokens.start[e] and tokens.end[e] == tokens.start[e + 1]


def _glottal(reading: Reading, e: int) -> bool:
    """Whether the mark at `e` is the last letter of an Arabic name: no possessive of a plural, no closing quote."""
    tokens = reading.tokens
    if e + 1 >= len(tokens) or tokens.word[e] not in {"'", "’"}:
        return False
    glued = tokens.start[e] == tokens.end[e - 1] < tokens.start[e + 1] - 1
    return glued and not tokens.lower[e - 1].endswith("s")


def rank_before(reading: Reading, name: Name) -> str | None:
    """The military rank in front of a name, "Major General X": the office of somebody who is given no other."""
    tokens, j = reading.tokens, name.before
    while j < name.i and tokens.lower[j] in _OF_RANKS:
        j += 1
    ranked = j - name.before > 1 and tokens.lower[j - 1] in _RANKED
    return tokens.span(name.before, j) if ranked else None
