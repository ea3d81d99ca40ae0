"""Personal names in a text, of every tradition: "Kh.Battulga", "Khalifa bin Ali al Harthy", "SOBASHIMA Hidenobu".

In: a `Reading` and the words that offices have taken. Out: `Name` spans, honorifics and ranks outside. A name is a
run of capitals, joined by particles, initials and nicknames; a run that belongs to a body, a place or the calendar is
none. Whether a name is a participant is decided elsewhere.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress

from communique.extract.offices.heads import CALENDAR, head_at, words
from communique.extract.offices.phrases import Office
from communique.extract.people.name_words import (
    QUOTES,
    abbreviated,
    contracted,
    dashed,
    glottal,
    honorifics,
    hyphened_rank,
    initial_before_particle,
    is_part,
    leads_part,
    listed,
    match_honorific,
    nickname,
)
from communique.extract.people.places import is_no_person, is_somewhere
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.registry.matcher import fold
from communique.registry.officials import served

MAX_WORDS = 9
_HONOURED = frozenset(["hon", "honourable", "honorable", "rt", "right", "most", "hon'ble"])
_RANK_ENDS = frozenset(["general", "admiral", "colonel", "commander", "lieutenant", "commodore", "marshal"])
RANKED = frozenset(["general", "admiral", "marshal", "colonel"])
OF_RANKS = RANKED | {"vice", "rear", "air", "chief", "major", "lieutenant", "brigadier"}
_NUMERALS = frozenset(["ii", "iii", "iv"])  # "Finance Minister II"
_GROUPS = frozenset(["front", "movement", "forces", "brigades"])  # "Uganda's Allied Democratic Front"
_ASIDES = frozenset(["ret", "retd", "rtd", "ret'd", "rtd'", "retired", "dr"])  # in brackets between a rank and the name
_SHEIKHS = frozenset(["sheikh", "shaikh", "sheikha", "shaikha", "shaykh", "sayyid", "sayyed"])
_GLOTTAL = dict.fromkeys(map(ord, "'’‘ʻʼ`´ʿʾ"))
_BRANCHES = frozenset(["navy", "army", "marine", "marines", "police", "medical", "engineer"])
_VOWELS = frozenset("aeiouy")
_JUNIORS = frozenset(["jr", "sr"])
_DOCTORS = frozenset(["dr", "prof"])
_PEERS = frozenset(["lord", "lady", "baroness", "baron", "viscount", "earl"])
_BISHOPS = frozenset(["metropolitan", "bishop", "archbishop"])
_LOCAL = frozenset(["local", "regional"])
_CALLED_AFTER = tuple([noun] for noun in ("airport", "university", "stadium", "street", "avenue", "square", "hospital"))


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
    said = re.sub(r"[\W_]", " ", fold(text).translate(_GLOTTAL)).split()
    skip = listed("particles")
    kept = tuple(word for word in said if word not in skip)
    kept = kept[1:] if len(kept) > 1 and kept[0] in _SHEIKHS else kept  # "Sheikh Khalifa"
    return kept or tuple(said)


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
        if tokens.first[i] and lower[i] in _professions() and cap[i + 1 : i + 2] == [True]:
            continue  # "Nurse Ann Lee thanked"
        if i in office or not (cap[i] or lower[i].startswith(("al-", "el-")) or honoured):
            continue
        ship = i if lower[i] in listed("ships") else max(i - 1, 0)
        if lower[ship] in listed("ships") and tokens.word[ship].isupper():
            free = next(k for k in range(ship + 1, n + 1) if k == n or not cap[k])
            continue  # "HMNZS Te Kaha"
        k, styles = _skip_honorifics(reading, i, office)
        i = _small_rank(reading, i, office)
        name = _name(reading, k, i, styles, office)
        if name is None or (tokens.first[i] and k == i and name.j == i + 1 and _also_small(tokens.word, i)):
            free = k + (name is not None)
            continue  # "Anti-semites will …", of whom the text writes "anti-semites" elsewhere
        found.append(name)
        free = behind_letters(reading, name.j)
    return _without_places(reading, _without_owners(reading, found, offices, office), office)


def _without_owners(reading: Reading, found: list[Name], offices: list[Office], office: set[int]) -> list[Name]:
    """The names without those of places whose officers follow: "Mae Sot mayor Ana Rey", "Mae Sot's mayor, Ana Rey"."""
    lower, starts = reading.tokens.lower, {o.i: o for o in offices if not o.head.plural}
    begin = {name.before for name in found}
    kept = list[Name]()
    for name in found:
        owned = lower[name.j : name.j + 1] == ["'s"]
        held = starts.get(name.j + owned)
        alone = held is None or name.styled or name.before - 1 in office or (owned and held.head.level not in _LOCAL)
        if alone or held is None or held.j + (owned and lower[held.j : held.j + 1] == [","]) not in begin:
            kept.append(name)
    return kept


def _without_places(reading: Reading, found: list[Name], office: set[int]) -> list[Name]:
    """The names without those that the text has for a place elsewhere: "the province of Son La", "Son La has received".

    One sense a discourse, after Gale, Church and Yarowsky (1992).
    """
    word = reading.tokens.word
    plain: dict[tuple[str, ...], str] = {}
    sizes: dict[str, set[int]] = {}
    for name in found:
        if not name.styled and name.before - 1 not in office:
            plain[tuple(word[name.i : name.j])] = name.text
            sizes.setdefault(word[name.i], set()).add(name.j - name.i)
    places = set[str]()
    for k in compress(range(len(word)), map(sizes.__contains__, word)):
        for size in sizes[word[k]]:
            text = plain.get(tuple(word[k : k + size]))
            if text is not None and is_somewhere(reading, k, k + size):
                places.add(text)
    places -= {name.text for name in found if name.styled or name.before - 1 in office}
    if not places:
        return found
    return [name for name in found if name.text not in places or reading.tokens.lower[name.j : name.j + 1] == ["'s"]]


@cache
def _professions() -> frozenset[str]:
    """What people are who hold no office, honorifics left out: "nurse"."""
    return word_class("professions") - honorifics().keys()


def _also_small(word: list[str], i: int) -> bool:
    """Whether the text has the word `i` without its capital as well."""
    small = word[i][0].lower() + word[i][1:]
    return not small.startswith(("al-", "el-")) and small in word


def _small_rank(reading: Reading, i: int, office: set[int]) -> int:
    """The first word of a rank in lower case before a name: "army commander lieutenant general X"."""
    lower, k = reading.tokens.lower, i
    while k and k - 1 not in office and lower[k - 1] in OF_RANKS and not reading.tokens.cap[k - 1]:
        k -= 1
    return k if i - k > 1 or (i - k == 1 and k - 1 in office and lower[k] in RANKED) else i


def behind_letters(reading: Reading, j: int) -> int:
    """The word behind the letters of a member of a house that follow a name at the word `j`: "X MP"."""
    tokens = reading.tokens
    while j < len(tokens) and tokens.lower[j] in listed("letters") and tokens.word[j].isupper():
        j += 1
    return j


def _skip_honorifics(reading: Reading, i: int, office: set[int]) -> tuple[int, list[str]]:
    """The word behind the honorifics at `i` ("H.E. Dr.", "Lt. Gen.") and their kinds."""
    lower, kinds = reading.tokens.lower, list[str]()
    honoured = lower[i] == "the" and lower[i + 1 : i + 2] and lower[i + 1] in _HONOURED
    k = i + 1 if honoured else i
    k += 2 if reading.tokens.word[k : k + 2] == ["H", "E"] else 0
    while k < len(lower) and k not in office:
        if kinds and lower[k] == "the" and lower[k + 1 : k + 2] and lower[k + 1] in _HONOURED:
            k += 1
        word = reading.tokens.word[k]
        initials = lower[k] in {"he", "hh", "hm"} and not word.isupper()  # "Vice Premier He Lifeng"
        initials = initials or lower[k - 1 : k + 1] == ["the", "chief"]  # "the Chief Reef Watch, X"
        small = kinds[-1:] == ["rank"] and lower[k] in _RANK_ENDS  # "Major general X"
        options = honorifics().get(fold(lower[k])) if (reading.tokens.cap[k] or small) and not initials else None
        hit = (k + 1, "rank") if "-" in word and reading.tokens.cap[k] and hyphened_rank(lower[k]) else None
        for said, kind in options or ():
            end = match_honorific(lower, k, said)
            if end:
                hit = (end, kind)
                break
        if hit is None and kinds and _chiefly(reading, i, k):
            hit = (k + 1, "title")  # "Pehin Orang Kaya Laila Diraja Dato Seri Setia X"
        if hit is None:
            break
        k, kind = hit
        kinds.append(kind)
        if k + 2 < len(lower) and lower[k] == "(" and (lower[k + 1] in _ASIDES or _branch(reading, k + 1, kind)):
            k = k + 4 if lower[k + 2] == "." else k + 3
        if k < len(lower) and lower[k] == ",":
            break
    return k, kinds


def _chiefly(reading: Reading, i: int, k: int) -> bool:
    """Whether the word `k` goes on the Malay titles that begin at `i`, and a name may still follow."""
    lower, cap = reading.tokens.lower, reading.tokens.cap
    led = not listed("nobles").isdisjoint(lower[i:k])
    named = cap[k : k + 2] == [True, True] and (any(cap[k + 2 : k + 3]) or lower[k + 2 : k + 3] in (["bin"], ["binti"]))
    return led and named and lower[k] in listed("chiefly")


def _branch(reading: Reading, k: int, kind: str) -> bool:
    """Whether the word `k` in brackets behind a rank is the branch of the forces: "Captain (GN) X"."""
    tokens = reading.tokens
    letters = tokens.word[k].isupper() and len(tokens.word[k]) < 5
    return kind == "rank" and (letters or tokens.lower[k] in _BRANCHES) and tokens.lower[k + 1] == ")"


def _name(reading: Reading, k: int, before: int, styles: list[str], office: set[int]) -> Name | None:
    """The name that starts at the word `k`, or None."""
    tokens, lower = reading.tokens, reading.tokens.lower
    n, j, count, e = len(tokens), k, 0, k
    if e < n and tokens.word[e] in QUOTES and e + 1 < n and tokens.cap[e + 1] and styles:
        e += 1
        k = e
    while e < n and (count < MAX_WORDS or _of_the_late(lower, k, e)) and tokens.sentence[e] == tokens.sentence[k]:
        if (
            e > k
            and tokens.start[e] - tokens.end[e - 1] > 1
            and "\n" in tokens.text[tokens.end[e - 1] : tokens.start[e]]
        ):
            break
        if count > 1 and behind_letters(reading, e) > e:
            break
        if count == 1 and not styles and (behind := _behind_doctor(reading, e)):
            k = e = behind  # "Seuseu Dr. Joseph Tau": a title of another kind in front
            count, styles = 0, ["title"]
        if is_part(reading, e, count, office) or (e not in office and _goes_on_known(reading, k, e, count)):
            count += 1
            e += 1
            j = e
        elif count > 1 and lower[e] in listed("filial"):
            e += 1
            j = e
        elif count and lower[e] in listed("particles") and leads_part(reading, e, office):
            e += 1
        elif count and (step := contracted(reading, e)) and leads_part(reading, e, office):
            e = step
        elif count > 1 and glottal(reading, e) and leads_part(reading, e, office):
            e += 1  # "Mohammed Shia’ Al Sudani"
        elif count and (initial_before_particle(reading, e, office) or abbreviated(reading, e)):
            e += 1  # "Albert F. del Rosario", "Chandra Bdr. Gurung"
        elif count and dashed(reading, e) and is_part(reading, e + 1, count, office):
            e += 1  # "Awa Keita–Diallo"
        elif count and tokens.word[e] in QUOTES:
            called = nickname(reading, e, office)
            if called is None:
                break
            e, closed = called
            if closed:
                j = e
        elif count and lower[e] == "," and e + 1 < n and lower[e + 1] in _JUNIORS:
            e += 2
            j = e
        else:
            break
    j += count > 1 and lower[j - 1] in _JUNIORS and lower[j : j + 1] == ["."]
    initial = count == 2 and len(lower[j - 1]) == 1 and tokens.cap[j - 1] and tokens.word[k].istitle()
    j += initial and lower[j : j + 2] == [".", ","]  # "Sodontogos E., the director"
    if not count or (styles == [] and count == 1 and (len(lower[k]) < 2 or lower[k] in _NUMERALS)):
        return None
    return _accepted(reading, k, j, before, styles, office)


def _behind_doctor(reading: Reading, e: int) -> int | None:
    """The word behind "Dr." at the word `e`, if a name goes on there."""
    lower = reading.tokens.lower
    k = e + 1 + (lower[e + 1 : e + 2] == ["."])
    cap = reading.tokens.cap
    return k if lower[e] in _DOCTORS and cap[e] and cap[k : k + 2] == [True, True] else None


def _of_the_late(lower: list[str], k: int, e: int) -> bool:
    """Whether the name on `k` up to `e` has the father's whole name in it: "X ibni Al-Marhum Sultan Haji Y"."""
    titled = "ibni" in lower[k:e] or ("bin" in lower[k:e] and lower[e - 1] in listed("chiefly") | honorifics().keys())
    return e - k < 2 * MAX_WORDS and titled


def _accepted(reading: Reading, k: int, j: int, before: int, styles: list[str], office: set[int]) -> Name | None:
    """The name on `k` up to `j`, unless its run of capitals goes on to a body, a place or an event named after it."""
    tokens, lower = reading.tokens, reading.tokens.lower
    if j == k + 1 and not styles and (head := head_at(reading, k)) and head.plural:
        return None  # "the Chiefs of Staff"
    if _is_address(tokens.text, tokens.end[j - 1]):
        return None  # "AzVision.az learned"
    if (
        not styles
        and before not in office
        and is_no_person(reading, before, j, office)
        and (not _is_known(reading, k, j) or lower[j : j + 1] in _CALLED_AFTER)
    ):
        return None  # "in Bergen, Norway's minister", "at Heydar Aliyev airport"
    if lower[j : j + 1] and lower[j] in {"party", "bloc", "movement", "faction", "coalition", "newspaper", "daily"}:
        return None
    e = j
    while e < len(tokens) and e < j + 8 and e not in office and (
        (tokens.cap[e] and lower[e] not in CALENDAR)
        or (lower[e] in {"of", "for", "and"} and e + 1 < len(tokens) and tokens.cap[e + 1] and e > j)
    ):  # fmt: skip
        if (
            lower[e] in _GROUPS
            or lower[e] in listed("events")
            or lower[e] in words("facility")
            or lower[e] in words("body")
            or lower[e] in words("ministry")
        ):
            return None
        e += 1
    noun = lower[j - 1] in words("facility", "body") and j - k > 1
    noun = noun and not (lower[j - 1] in listed("noun_surnames") and before - 1 - (lower[before - 1] == ",") in office)
    if noun and not (_office_behind(reading, j, office) or _is_known(reading, k, j)):
        return None
    if lower[j : j + 1] == [")"] and any(
        lower[b] == "(" and lower[b - 1] in {".", "”", '"'} for b in range(max(1, before - 3), before)
    ):
        return None  # "… the ministry said. (Ann Lee)": who wrote it
    if not styles and lower[j - 1] in listed("firm_ends") and before - 1 not in office:
        return None  # "Lotte Chemical"
    if not styles and all(word in words("portfolio") for word in lower[k:j]):
        return None  # "Public Health"
    if not styles and j - k > 1 and lower[j - 1] in listed("terrain") and before - 1 not in office:
        return None  # "the Lake Chad Basin"
    if " ".join(lower[k:j]) in listed("feasts"):
        return None
    if (
        j - k == 1
        and tokens.word[k].isupper()
        and not styles
        and ((before - 1) not in office or _VOWELS.isdisjoint(lower[k]))
    ):
        return None  # "the President of Solidarity Fund PL"
    if "style" in styles and j - k < 2 and styles[-1] == "style":
        k, styles = k - 1, styles[:-1]  # "Sheikh Hasina": the style is the first of two names
    seated = lower[before] in _PEERS or (j - k == 1 and not _BISHOPS.isdisjoint(lower[max(0, before - 2) : k]))
    if seated and lower[j : j + 1] == ["of"] and tokens.cap[j + 1 : j + 3] == [True, False]:
        j += 2  # "Lord Ahmad of Wimbledon", "Metropolitan Hilarion of Volokolamsk"
    if j - k > 1 and _known_as(reading, j):
        j += 3  # "Adan Mohamed Nur (Madobe)"
    text = tokens.span(k, j)
    whole = text.endswith((" Jr.", " Sr.")) or (text[-3:-2] == " " and lower[j - 1] == ".")
    return Name(k, j, before, text if whole else text.rstrip("."), bool(styles))


def _is_address(text: str, end: int) -> bool:
    """Whether a dot and small letters go on at the character `end`: "Day.Az", "AzVision.az"."""
    return text[end : end + 1] == "." and text[end + 1 : end + 3].isalpha() and text[end + 1].islower()


def _goes_on_known(reading: Reading, k: int, e: int, count: int) -> bool:
    """Whether the word `e` goes on, or opens, the name of an official: "Joshua Law", "Duma Boko"."""
    opens = not count and reading.tokens.lower[e] in listed("given")
    return bool(count or opens) and _is_known(reading, k, e + 1 + opens)


def _is_known(reading: Reading, k: int, j: int) -> bool:
    """Whether the capitals on the words `k` up to `j` are the name of an official, though they have a noun in them."""
    capitals = reading.tokens.cap[k:j]
    return len(capitals) == j - k and all(capitals) and bool(served(reading.tokens.span(k, j)))


def _known_as(reading: Reading, j: int) -> bool:
    """Whether the word in brackets at `j` is the name under which the text tells of somebody elsewhere."""
    tokens = reading.tokens
    if tokens.lower[j : j + 1] != ["("] or tokens.lower[j + 2 : j + 3] != [")"] or j + 1 in reading.taken:
        return False
    word, other = tokens.word[j + 1], tokens.lower[j + 1]
    plain = word.istitle() and len(word) > 3 and other not in words("portfolio", "party", "ministry", "body")
    return plain and tokens.word.count(word) > 1


def _office_behind(reading: Reading, j: int, office: set[int]) -> bool:
    """Whether an office stands behind a name and a comma: "Vu Duc Dam, the Deputy Prime Minister"."""
    behind = j + 1 + (reading.tokens.lower[j + 1 : j + 2] == ["the"])
    return reading.tokens.lower[j : j + 1] == [","] and behind in office
