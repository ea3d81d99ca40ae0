"""Whether two spellings are one name: transliteration, order, initials, dropped parts.

In: names as articles print them. Out: a `Likeness`. A name is a list of parts; a part is compared as it sounds, by a
key in which the spellings that romanizations leave open (k/q/ch, j/zh, i/e/y, double letters) fall together, and by
`registry/name_variants.csv` where no rule of spelling helps.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from communique.agreement import decomposed
from communique.registry import rows, settings, split_list
from communique.registry.matcher import fold


class Likeness(IntEnum):
    """How far two names agree; the order is that of the evidence they give."""

    NONE = 0
    PART = 1  # one is a single part of the other: "Khatib", "Iyad Al-Khatib"
    SHORT = 2  # one leaves parts out or gives initials: "Maria Espin", "María Fernanda Espín Garcés"
    LONG = 3  # likewise, but three parts or more agree
    SOUND = 4  # every part sounds alike: "Eyad al-Khateeb", "Iyad Al-Khatib"
    SAME = 5  # the same letters but for marks, hyphens, articles and order


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name: `text` without marks, `sound` its key, `bones` the key's consonants.

    `common`: so many bear it that it tells nobody; `title`: it may be a title, which another spelling leaves out.
    """

    text: str
    sound: str
    bones: str
    initial: bool = False
    common: bool = False
    title: bool = False


_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a", "ŋ": "n"}
)
_SILENT = re.compile(r"['’‘ʼʿʾ`´ʻʹ]")
_HYPHENS = re.compile(r"[-‐‑‒–—_/]")
_ARTICLE = re.compile(
    r"^(?:al|el|ul|an|as|ash|ad|ar|at|az|adh|ath|us|ur|ud|en|es|ed|er|et|ez|ech|ach)[-‐‑ ](?=\w)|^(?:al|el|ul)$"
)
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tch|tsch|dzh|dj|zh|j|g(?=[ei])", "j"),
        (r"kh|gh(?!t)", "h"),
        (r"sch|sh", "s"),
        (r"ch|ck|cq|q|k|c|g", "k"),
        (r"ph", "f"),
        (r"th|dh|d", "t"),
        (r"ts|tz|z", "s"),
        (r"b", "p"),
        (r"x", "ks"),
        (r"[aeo]w(?![aeiouy])|[ou]+|oe", "u"),
        (r"[vw]", "v"),
        (r"[eiy]+|a[iy]|e[aiy]", "i"),
        (r"a+", "a"),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_BONES = str.maketrans("", "", "aiu")
_UNWRITTEN = re.compile(r"[^\w\-‐‑‒–—/]")  # what is no part of a word


@lru_cache(maxsize=1 << 16)
def _sound(text: str) -> str:
    """The key of a part: what is spelt one way here and another way there falls together.

    >>> _sound("khateeb") == _sound("khatib"), _sound("zhumangarin") == _sound("jumangarin")
    (True, True)
    """
    text = _DOUBLED.sub(r"\1", text)
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    text = _DOUBLED.sub(r"\1", text)
    return text[:-1] if len(text) > 2 and text.endswith("h") else text


@cache
def _variants() -> dict[str, list[tuple[str, frozenset[str], bool]]]:
    """For each form: the name it stands for, the countries where it does (none: everywhere), whether it is common."""
    found: dict[str, list[tuple[str, frozenset[str], bool]]] = {}
    for row in rows("name_variants"):
        value = (row["name"], frozenset(split_list(row["countries"])), row["common"] == "yes")
        for form in split_list(row["forms"]):
            found.setdefault(form, []).append(value)
    return found


@cache
def common_families() -> frozenset[str]:
    """Family names so frequent that with another common name they tell nobody apart."""
    return frozenset(settings("names")["families"])


@cache
def joining() -> frozenset[str]:
    """Words between names that one spelling has and another leaves out."""
    return frozenset(settings("names")["joining"])


@cache
def literal_countries() -> frozenset[str]:
    """Countries whose names differ by single vowels, so that a likeness in sound says little."""
    return frozenset(settings("names")["literal"])


@cache
def _titles() -> frozenset[str]:
    """Titles of one word that may stand before a name: "haji", "u"."""
    return frozenset(fold(row["term"]) for row in rows("honorifics") if " " not in row["term"])


@cache
def _letters(country: str) -> dict[int, str]:
    """Letters that the country's own spelling has for others: "Xoliqov", "Cabdi"."""
    return str.maketrans(settings("names")["letters"].get(country, {}))


@lru_cache(maxsize=1 << 16)
def _part(text: str, initial: bool, country: str) -> Part:
    title = not initial and text in _titles()
    for name, countries, common in _variants().get(text, ()):
        if not countries or country in countries:
            return Part(text, f"={name}", f"={name}", False, common, title)
    sound = _sound(text)
    bones = ("a" if sound[:1] in "aiu" else "") + sound.translate(_BONES)
    return Part(text, sound, bones, initial, text in common_families(), title)


@lru_cache(maxsize=1 << 14)
def parts(name: str, country: str = "") -> tuple[Part, ...]:
    """The parts of a name, without articles and the words for "son of".

    Args:
        name: without titles.
        country: alpha-3 of the country that its bearer represents; some forms are a name's only there.

    >>> [part.text for part in parts("Mishaal bin Mohammad Ali Al-Ansari")]
    ['mishaal', 'mohammad', 'ali', 'ansari']
    """
    plain = _SILENT.sub("", name)
    if not plain.isascii():
        plain = decomposed(plain)
    plain = plain.casefold().translate(_LETTERS).translate(_letters(country))
    words: list[tuple[str, bool]] = []
    for word in plain.replace(".", ". ").split():
        initial = word.endswith(".") or (len(word) == 1 and not (word in _titles() and not words))
        rest = _ARTICLE.sub("", _UNWRITTEN.sub("", word))
        words += [(piece, initial) for piece in _HYPHENS.split(rest) if piece]
    kept = [one for one in words if one[0] not in joining()] or words
    return tuple(_part(text, initial, country) for text, initial in _servants(kept))


def _servants(words: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Names that mean "servant of" in one part, however they are cut up: "Abd al-Rahman", "Abdulrahman"."""
    joined: list[tuple[str, bool]] = []
    at = 0
    while at < len(words):
        text, initial = words[at]
        if text in _variants() or not text.startswith("abd"):
            joined.append((text, initial))
        else:
            rest = re.sub(r"^[aeiou]+(?:l(?!l)|l?(?=l))?", "", text[3:])
            if not rest and at + 1 < len(words):
                at += 1
                rest = words[at][0]
            joined.append((f"abd{rest}" if rest else text, False))
        at += 1
    return joined


def spelt_alike(one: Part, two: Part, literal: bool) -> bool:
    """Whether two parts, both in full, are one name in two spellings."""
    if one.text == two.text or (one.sound == two.sound and one.sound.startswith("=")):
        return True
    if literal or one.sound.startswith("=") or two.sound.startswith("="):
        return False
    if one.sound == two.sound:
        return True
    if min(len(one.text), len(two.text)) < 4:
        return False
    likeness = ratio(one.sound, two.sound)
    return (likeness >= 60 and one.bones == two.bones) or (likeness >= 88 and min(len(one.sound), len(two.sound)) >= 5)


def _shortened(one: Part, two: Part) -> bool:
    """Whether one is an initial of the other."""
    if one.initial and two.initial:
        return one.text[0] == two.text[0]
    short, full = (one, two) if one.initial else (two, one)
    return short.initial and full.text.startswith(short.text)


def compare(one: tuple[Part, ...], two: tuple[Part, ...], literal: bool = False) -> Likeness:
    """How far two names agree.

    Args:
        one, two: as `parts` gives them.
        literal: letters count, not sounds (as for Chinese or Korean names).

    >>> compare(parts("Eyad al-Khateeb"), parts("Iyad Al-Khatib"))
    <Likeness.SOUND: 4>
    >>> compare(parts("SOBASHIMA Hidenobu"), parts("Hidenobu Sobashima"))
    <Likeness.SAME: 5>
    >>> compare(parts("Mohammad Ali Al-Ansari"), parts("Mishaal bin Mohammad Ali Al-Ansari"))
    <Likeness.NONE: 0>
    """
    likeness = _compare(one, two, literal)
    if likeness <= Likeness.PART and one and two and (one[0].title or two[0].title):
        return max(likeness, min(_compare(bare(one), bare(two), literal), Likeness.SOUND))
    return likeness


def bare(name: tuple[Part, ...]) -> tuple[Part, ...]:
    """A name without what may be a title before it: "Haji Gul Rahim"."""
    while len(name) > 1 and name[0].title:
        name = name[1:]
    return name


def turned(name: tuple[Part, ...]) -> str:
    """The letters of a name from the part on with which they are first in order: a key of "Baek Seung-hoon" and
    "Seunghoon Baek".
    """
    return min(("".join(p.text for p in name[k:] + name[:k]) for k in range(len(name))), default="")


def _compare(one: tuple[Part, ...], two: tuple[Part, ...], literal: bool) -> Likeness:
    if len(one) > len(two):
        one, two = two, one
    if not one:
        return Likeness.NONE
    if sorted(p.text for p in one) == sorted(p.text for p in two):
        return Likeness.SAME
    if sum(len(p.text) for p in one) == sum(len(p.text) for p in two) and turned(one) == turned(two):
        return Likeness.SAME
    if len(one) == 1:
        return Likeness.PART if not one[0].initial and _names_all(one[0], two, literal) else Likeness.NONE
    if len(one) == len(two) and _all_alike(one, two, literal):
        return Likeness.SOUND
    return _in_order(one, two, literal)


def _names_all(one: Part, two: tuple[Part, ...], literal: bool) -> bool:
    """Whether a single part is the first or last of a name, under which its bearer may go."""
    ends = (two[0], two[-1]) if len(two) > 1 else two
    return any(not end.initial and spelt_alike(one, end, literal) for end in ends)


def _all_alike(one: tuple[Part, ...], two: tuple[Part, ...], literal: bool) -> bool:
    left = list(two)
    for part in one:
        match = next((p for p in left if not part.initial and not p.initial and spelt_alike(part, p, literal)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _in_order(one: tuple[Part, ...], two: tuple[Part, ...], literal: bool) -> Likeness:
    """The parts of the shorter, in order, among those of the longer; the first of both must agree."""
    full = place = 0
    for n, part in enumerate(one):
        for at in range(place, len(two) if n else 1):
            other = two[at]
            whole = not part.initial and not other.initial
            if spelt_alike(part, other, literal) if whole else _shortened(part, other):
                full, place = full + whole, at + 1
                break
        else:
            return Likeness.NONE
    if not full or one[-1].initial:
        return Likeness.NONE
    if full >= 3:
        return Likeness.LONG
    return Likeness.SHORT


def telling(name: tuple[Part, ...]) -> bool:
    """Whether a name, by itself, is likely to be one person's in a country: two parts, not both common."""
    full = [part for part in name if not part.initial]
    return len(full) >= 2 and not all(part.common for part in full)
