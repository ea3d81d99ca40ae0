"""The points of a list within an article: short lines that are paragraphs because a sentence announces them.

In: the looks of a page's lines. Out: the same looks, the points marked. A list shows in a colon before it, in its
marks, in a number ("four areas:"), in words that announce it, and in the sentence behind it.
"""

import re
from collections import Counter
from itertools import pairwise

from communique.page.lines.features import Look
from communique.page.lines.forms import is_greeting, is_rate
from communique.page.lines.lines import CLOSING
from communique.page.names import is_city
from communique.page.vocabulary import word_list

_POINT = re.compile(
    r"(?:([•·▪●■►✓*–—-])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]) ?(?=\S)"
)  # "• Fish", "2. Fish", "b) fish"
_LETTERED = re.compile(r"\(?[a-h][).] ?[a-zA-Z]")  # "a) trade"
_QUOTED = re.compile(r"[–—-] ?[A-ZÀ-Þ][\w.’'-]+ (?:[^@]){8,}$")  # "– Lina Haddad, Minister of Water"
_ISSUER = re.compile(r"\([A-Z][\w ,&’'-]{8,60}\)")
_PAIR = re.compile(r"\w (?:--?|[–—]|:) ?\w")  # "Ghana – Ama Serwaa"
_TURN = re.compile(r"((?:[A-Z][^:.?!\"“]{1,80} )?[A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*(?: ?\([^():]{2,60}\))?): \S")
_GOES_ON = (";", ",", "; and", ", and", " or")
_WORD = re.compile(r"[a-z]+")
_NUMBERS = " two three four five six seven eight nine ten eleven twelve "
DASHES = frozenset("-–—")  # before who is quoted above
TASK_WORDS = 25  # and no more has a point that ends with a full stop
ITEMS = 12  # lines of a list in the text
PAIRS = 3  # points and no fewer, each in two parts, are a list that no word announces
POINT_WORDS = 7  # and no more has a point without a mark
COUNT_WORDS = 5  # before the colon in which the number of points stands
SENTENCE_WORDS = 5  # and no fewer has a sentence


def mark_of(text: str) -> str:
    """The sign before a point of a list: a bullet, or "1" for any number or letter with its stop."""
    found = _POINT.match(text)
    return "" if found is None else found[1] or "1"


def is_bullet(text: str) -> bool:
    """Whether a line begins with a bullet, not with a number or letter."""
    return mark_of(text) not in ("", "1")


def is_sentence(look: Look) -> bool:
    """Whether a line is a sentence of an article, however short."""
    seen = look.values
    told = look.words >= SENTENCE_WORDS and seen["terminal"] == 1 and seen["capitals"] < 0.9
    return told and not (look.furniture or seen.get("date"))


def see_items(looks: list[Look]) -> None:
    """Mark the lines of a list, behind a paragraph that ends with a colon up to the next sentence, and the line that
    names who is quoted above it; a rate of exchange below the text, and the form of address above it."""
    for look, below in reversed(list(pairwise(looks))):
        if look.text[-1] in ",!:" and (below.core or below.values.get("greeting")) and is_greeting(look.text):
            look.values.update(greeting=1.0, item=1.0)
    _see_turns(looks)
    for look in looks:
        if look.values.get("label") and _LETTERED.match(look.text):
            look.values["label"] = 0.0  # no button for the size of letters
    for i, look in enumerate(looks):
        if not i or (looks[i - 1].values.get("terminal") != 1 and not look.core) or look.furniture:
            continue
        if _ISSUER.fullmatch(look.text) and not word_list("institutions").isdisjoint(look.text[1:].lower().split()):
            look.values["item"] = 1.0  # "(Ministry of Trade)" behind a statement
        if is_rate(look.text):
            look.values["item"] = 1.0
        if _QUOTED.match(look.text) and (looks[i - 1].text[-1] in CLOSING or "," in look.text):
            look.values["item"] = 1.0
        if not look.text.endswith(":") or look.values.get("empty"):
            _see_points(looks, i)
            continue
        behind = range(i + 1, min(len(looks), i + 2 + ITEMS))
        sentence = next((k for k in behind if is_sentence(looks[k]) and not _is_task(looks[k])), None)
        counted = _counted(look.text, i + 1, len(looks))
        for end in filter(None, (_marked(looks, i + 1), sentence, counted, _closing(looks, i))):
            if not any(looks[k].furniture for k in range(i + 1, end)):
                for k in range(i, end):
                    _take(looks[k])
                break


def _is_task(look: Look) -> bool:
    """Whether a line says what is to be done, in a list: "Rehabilitate 117 kilometres of road."."""
    return bool(look.values.get("verbless")) and look.words <= TASK_WORDS


def _see_turns(looks: list[Look]) -> None:
    """Mark what is said in a transcript, behind the name of one who speaks twice there: "Haddad: Thank you."."""
    first = next((i for i, look in enumerate(looks) if look.core), len(looks))
    turns = [(look, found[1]) for look in looks[first:] if ": " in look.text and (found := _TURN.match(look.text))]
    counts = Counter(name.rsplit(" ", 1)[-1] for _, name in turns)
    for look, name in turns if len(turns) > 2 else ():
        if counts[name.rsplit(" ", 1)[-1]] > 1 and look.values["terminal"] and not (look.furniture or is_city(name)):
            look.values.update(item=1.0, byline=0.0)


def _see_points(looks: list[Look], i: int) -> None:
    """Mark points behind a sentence without a colon that announces them, or behind which the text goes on."""
    if i + 1 == len(looks) or not mark_of(looks[i + 1].text):
        return
    end = _marked(looks, i + 1)
    points = looks[i + 1 : end]
    if len(points) < 2 or any(look.furniture for look in points):
        return
    goes_on = end < len(looks) and looks[end].core and all(look.values["terminal"] for look in points)
    announced = _announces(looks[i].text)
    if goes_on or announced or any(look.text.endswith(_GOES_ON) for look in points):
        opens = announced and not looks[i].values["terminal"]  # "The programme includes"
        for look in looks[i if opens else i + 1 : end]:
            _take(look)


def _take(look: Look) -> None:
    """Count a line as a point, to which marks and a site's words are no hindrance."""
    look.values.update(item=1.0, menu=0.0, separators=0.0)


def _announces(text: str) -> bool:
    """Whether a sentence says that points follow: "It includes", "The talks dealt with four topics."."""
    words = _WORD.findall(text.lower())
    counted = any(
        f" {before} " in _NUMBERS and not {word, after}.isdisjoint(word_list("points"))
        for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False)
    )
    return counted or not set(words).isdisjoint(word_list("announcing"))


def _is_plain(look: Look) -> bool:
    seen = look.values
    return not (look.furniture or seen["terminal"] or seen.get("date") or seen.get("clock") or seen.get("handle"))


def _closing(looks: list[Look], i: int) -> int:
    """The place behind a list of a few words a line that ends the article, if the line before it announces one."""
    last = _WORD.findall(looks[i].text.lower())[-1:]
    announced = _announces(looks[i].text) or (bool(last) and last[0] in word_list("weak"))
    end = i + 1
    while end < len(looks) and looks[end].words <= POINT_WORDS and _is_plain(looks[end]):
        if not (announced or _PAIR.search(looks[end].text)):
            break
        end += 1
    return end if end > i + (2 if announced else PAIRS) else 0


def _marked(looks: list[Look], start: int) -> int:
    """The place behind the points that follow, each with the same mark before it or a semicolon behind; 0 for none."""
    end, going_on = start, True
    sign = mark_of(looks[start].text) if start < len(looks) else ""
    while end < len(looks) and (mark_of(looks[end].text) == sign if sign else going_on):
        going_on = looks[end].text.endswith(_GOES_ON)
        end += 1
    return end if sign or end > start + 1 else 0


def _counted(text: str, start: int, size: int) -> int | None:
    """The place behind as many lines as a sentence announces: "It identifies four areas:"."""
    words = _WORD.findall(text.lower())[-COUNT_WORDS:]
    counts = [count for word in words if (count := _NUMBERS.find(f" {word} ")) >= 0]
    end = start + 2 + _NUMBERS[: counts[-1]].count(" ") if counts else size + 1
    return end if end <= size else None
