"""What can be seen of a line without knowing its place: the features by which headline, paragraph and furniture differ.

In: the lines of a page and its URL. Out: one `Look` a line. Nothing is decided here; the weights of the features are
in `registry/splitting.toml`, the words of furniture in `registry/chrome.toml`.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from communique.page.byline import is_name, said_byline
from communique.page.dateline import is_date_line
from communique.page.dates import find_dates
from communique.page.lines import Line
from communique.registry import settings
from communique.registry.matcher import Matcher, fold

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# ends as a sentence does, an agency's signature or a note in brackets behind it included
_TERMINAL = re.compile(
    r"(?:[^.!?…][.!?]|[!?]{2}|:)[\"”’»')\]]*\s?(?:&?nbsp;)?\s?(?:[-–—]{1,2}\s?[A-Za-z]{2,12}\.?|[A-Z]{2,8}|\([^()]{2,60}\)|[A-Z]{1,3}/[A-Z]{1,3})?$"
)
_SEPARATORS = re.compile(r"\s[|•·»›>/♦■]\s|[|•·»›]|\s-\s|\s–\s|;\s")
_GLUE = re.compile(r"[a-zà-ÿ)](?<!\bMc)(?<!\bMac)(?<!\b[A-Z][a-z])[A-Z][a-zà-ÿ]|[a-z]\d{1,2}:\d\d|\.\.\.\s?[A-Z][a-z]")
_HANDLE = re.compile(r"(?:^|\s)[@#]\w|https?://|\bwww\.|\w@\w+\.\w|\w\.(?:com|org|net)\b")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b|°|\b\d+\s(?:min|hour|day)s?\sago\b")

MARKS = ("heading", "label", "sentence", "caption")
CORE_WORDS = 14  # a line with fewer words is no sure paragraph
STEM = 5  # letters of a word that are compared: "Croatia" and "Croatian" agree


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(settings("splitting")["words"][kind].split())


@dataclass(slots=True)
class Look:
    """The features of one line: `stems` of its content words, `values` by name (absent: 0), `core`: a sure paragraph,
    `heading`: it opens a list of other articles."""

    text: str
    words: int
    stems: frozenset[str]
    core: bool = False
    heading: bool = False
    values: dict[str, float] = field(default_factory=dict)

    @property
    def furniture(self) -> bool:
        """Whether words of a page's furniture stand in the line."""
        return any(self.values.get(mark, 0.0) > 0 for mark in MARKS)

    @property
    def headline(self) -> bool:
        """Whether the line could be a headline: some words without a full stop, nothing of furniture, date or byline."""
        seen = self.values
        plain = not (seen.get("terminal") or seen.get("date") or seen.get("byline") == 1 or self.furniture)
        return plain and 4 <= self.words <= 30


def stems_of(words: list[str]) -> frozenset[str]:
    """The beginnings of the content words: names, nouns and verbs of four letters or more, and acronyms."""
    stop = _words("stop") | _words("running")
    return frozenset(
        low[:STEM]
        for word in words
        if (low := word.lower()) not in stop and (len(low) > 3 or (word.isupper() and len(low) > 1))
    )


@cache
def _phrases(kind: str) -> dict[tuple[str, ...], None]:
    return {tuple(_WORD.findall(fold(phrase))) or (fold(phrase),): None for phrase in settings("chrome")[kind]}


@cache
def _first_words(kind: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases(kind))


@cache
def _marks() -> Matcher[str]:
    chrome = settings("chrome")
    terms = dict.fromkeys(chrome["sentences"], "sentence")
    return Matcher(terms | dict.fromkeys(chrome["captions"], "caption"))


@cache
def _menu() -> frozenset[str]:
    return frozenset(fold(word) for word in settings("chrome")["menu"])


def opening(kind: str, folded: list[str]) -> int:
    """How many words of the longest phrase of that kind a line begins with; 0 for none."""
    if not folded or folded[0] not in _first_words(kind):
        return 0
    phrases = _phrases(kind)
    return next((n for n in range(min(7, len(folded)), 0, -1) if tuple(folded[:n]) in phrases), 0)


def _after_words(text: str, count: int) -> str:
    """What follows the first `count` words of a line."""
    end = 0
    for i, match in enumerate(_WORD.finditer(text)):
        if i == count:
            break
        end = match.end()
    return text[end:]


def _furniture(look: Look, line: Line, folded: list[str]) -> None:
    values, text, n = look.values, line.text, len(folded)
    terminal = values.get("terminal", 0.0) > 0 and not text.endswith(":")
    for kind in ("heading", "label"):
        if count := opening(kind + "s", folded):
            rest = _after_words(text, count).lstrip()
            marked = (
                rest[:1] in {":", "|", "»", "›", ">", "•", "→", "…", "#", "@"} or rest[:1].isdigit() or line.columns > 1
            )
            if (
                not rest.strip(" .:!»›>→…-–—")
                or marked
                or (not terminal and n - count <= (3 if kind == "heading" else 4))
            ):
                values[kind] = 1.0
                look.heading |= kind == "heading" and (n - count <= 3)
    if text[:1] in {"©", "#", "@"} or text[:3].lower() == "(c)":
        values["label"] = 1.0
    for mark in _marks().find(text) if n < 120 else ():
        values[mark.value] = min(2.0, values.get(mark.value, 0.0) + 1.0)
    if not terminal and n:
        share = sum(word in _menu() for word in folded) / n
        values["menu"] = share if n > 1 or share else 0.0
    if n < 60:
        values["reader"] = (
            min(1.0, 5 * sum(word in _words("reader") for word in folded) / max(n, 1))
            if '"' not in text and "“" not in text
            else 0.0
        )


def look_at(line: Line) -> Look:
    """The features of a line that do not depend on other lines."""
    text = line.text
    words = _WORD.findall(text)
    n = len(words)
    lower = [word.lower() for word in words]
    look = Look(text, n, stems_of(words))
    values = look.values
    ending = _TERMINAL.search(text[-90:])
    if ending:
        values["terminal"] = 0.5 if text[-1] in "?!" and n < 16 else 1.0
    values["length"] = min(n, 30) / 30
    values["short"] = float(n <= 3)
    values["medium"] = float(4 <= n <= 25)
    values["long"] = float(n > 30)
    running = sum(word in _words("running") for word in lower)
    weak = sum(word in _words("weak") for word in lower)
    values["running"] = min(1.0, (running - 0.5 * weak) / max(n, 1) / 0.2)
    capital = sum(word[0].isupper() for word in words[1:])
    values["capitals"] = capital / max(n - 1, 1)
    separators = len(_SEPARATORS.findall(text)) + 2 * (line.columns - 1)
    values["separators"] = min(1.0, 3 * separators / max(n, 1)) if separators > 1 or n < 12 else 0.0
    glue = _GLUE.findall(text) if n > 4 else []
    values["glue"] = min(len(glue), 4) / 4 if len(glue) > 1 or (glue and not ending) else 0.0
    values["handle"] = float(bool(_HANDLE.search(text)))
    values["clock"] = float(bool(n < 25 and _CLOCK.search(text)))
    values["empty"] = float(n == 0 or not any(map(str.isalpha, text)))
    values["foreign"] = float(
        sum(not char.isascii() and char.isalpha() and ord(char) > 0x24F for char in text[:80]) > 8
    )
    folded = lower if text.isascii() else [fold(word) for word in words]
    _furniture(look, line, folded)
    if n <= 30:
        values["date"] = float(is_date_line(text))
        values["dated"] = float(not values["date"] and any(map(str.isdigit, text)) and any(find_dates(text)))
        values["byline"] = 1.0 if said_byline(text) else 0.5 if is_name(text) else 0.0
    look.core = (
        n >= CORE_WORDS
        and values.get("terminal", 0.0) > 0
        and values["running"] > 0.4
        and not look.furniture
        and values["glue"] < 0.5
    )
    return look


def clusters(looks: list[Look]) -> list[list[int]]:
    """The runs of sure paragraphs: places in the page, parted where a list's heading or more than two other lines stand."""
    runs: list[list[int]] = []
    parted, gap = True, 0
    for i, look in enumerate(looks):
        if look.core:
            if parted or gap > 2:
                runs.append([])
            runs[-1].append(i)
            parted, gap = False, 0
        else:
            gap += 1
            parted |= look.heading
    return runs


def main_cluster(looks: list[Look]) -> list[int]:
    """The first run of paragraphs that is not much shorter than the longest one; empty if the page has none.

    A page without a sure paragraph is taken to have the short sentences that it has.
    """
    if not any(look.core for look in looks):
        for look in looks:
            look.core = look.words >= SENTENCE_WORDS and look.values.get("terminal") == 1 and not look.furniture
    runs = clusters(looks)
    sizes = [sum(looks[i].words for i in run) for run in runs]
    return next((run for run, size in zip(runs, sizes, strict=True) if size >= min(ENOUGH, 0.35 * max(sizes))), [])


_SLUG_WORD = re.compile(r"[^\W\d_]{2,}")


ENOUGH = 45  # words that make an article, however long other texts on the page are
SUBHEAD_WORDS = 7
SENTENCE_WORDS = 7


def _subhead(look: Look) -> float:
    """1 for a few plain words without a full stop, which between two paragraphs are a sub-heading."""
    plain = not look.furniture and look.values.get("date", 0.0) == 0 and look.values["empty"] == 0
    return float(plain and look.words <= SUBHEAD_WORDS)


def add_context(looks: list[Look], url: str | None) -> list[int]:
    """Add the features that compare a line with the paragraphs: `near` (shares their words), `support` (the first
    paragraphs speak of it), `slug` (the URL does). Returns the places of the main run of paragraphs."""
    core = main_cluster(looks)
    counts = Counter(stem for i in core for stem in looks[i].stems)
    lead = frozenset(stem for i in core[:3] for stem in looks[i].stems)
    path = (url or "").split("://", 1)[-1].partition("/")[2][:300]
    slug = stems_of(_SLUG_WORD.findall(path))
    inside = frozenset(core)
    for i, look in enumerate(looks):
        if 0 < i < len(looks) - 1 and looks[i - 1].core and looks[i + 1].core:
            look.values["subhead"] = _subhead(look)
    for i, look in enumerate(looks):
        size = len(look.stems)
        if not size:
            continue
        own = 1 if i in inside else 0
        near = sum(counts[stem] > own or stem in slug for stem in look.stems) / size
        look.values["near"] = (near if len(core) > 1 or not own else 0.4) - 0.3
        look.values["support"] = len(look.stems & lead) / size
        look.values["slug"] = len(look.stems & slug) / min(size, max(len(slug), 3))
    return core
