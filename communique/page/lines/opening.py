"""Where headline and text begin on a page that lost its line breaks: the best of all ways to part its first words.

In: the text of a page on one line, and its address. Out: where the headline begins and ends, and where the text begins.
Such a page is furniture, a headline, head matter (date, byline, caption) and the text. Each word, each place where one
run could give way to the next and each headline has signs; a semi-Markov model (Sarawagi and Cohen, NIPS 2004) weighs
them. The weights (`registry/opening_weights.toml`) are fitted by `scripts/fit_opening.py`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import nlargest
from itertools import accumulate, chain, islice, repeat
from typing import NamedTuple

from communique.page.dates.calendar import find_dates
from communique.page.lines.lines import QUOTES
from communique.page.lines.traces import (
    buttons,
    clock_at,
    datelines,
    furniture,
    sentence_ends,
    signatures,
    site_end,
    starters,
)
from communique.page.lines.wording import PAST, STEM
from communique.page.names import is_city, place_words
from communique.page.publisher import host_and_path
from communique.page.vocabulary import menu_words, word_list
from communique.registry import settings
from communique.registry.matcher import fold

RUNS = ("before", "title", "head", "body")
STEPS = ("title", "head", "body", "text")  # where a run begins; "text" is the body right behind the headline
MOST_WORDS = 200  # in which a headline can end and the text can begin
LIKELY = 120  # headlines looked at
LONGEST = 28  # words of a headline
AHEAD = 90  # words behind a word among which the text takes it up
BACK = 40  # words before a word among which it was said
SENTENCE = 80  # words looked through for the end of a sentence
NAMED = 3  # words of an address, and no fewer, name a headline
LONG_WORD = 4  # letters of a word that is taken up
_TOKEN = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_EDGES = ".,:;!?()[]\"“”'‘’«»|*"
_MARK = re.compile(r"[|»›•·/>–—:+*~-]+|&gt;|>>")
_CUE = re.compile(
    r"(?:published|posted|updated|date|updated?|created|added|last|issued|released|writ(?:e|ten)|source|author|editor|from"
    r"|photo|image|category|topics?|tags?|filed|reporter|share|print|views?|comments?)[:|]*",
    re.IGNORECASE,
)
_BARS = frozenset("|»›>")
_OPENING = f"{QUOTES}(["
LATIN = 0x24F  # and no higher is the number of a Latin letter
# what a word is above all, in a place between two
_KINDS = (
    *("dateline", "mark", "bar", "address", "date", "signature", "by", "cue", "furniture", "row", "button", "starter"),
    *("office", "place", "shouted", "digit", "small", "particle", "lower", "bracket", "capital", "foreign"),
)


class Opening(NamedTuple):
    """Where headline and text begin, in characters: `end` is behind the headline; both are those of the text if the
    page has no headline.
    """

    start: int
    end: int
    body: int


class Signs(NamedTuple):
    """The signs of a page's words, of the places before them, of the sentences that begin there, and of headlines."""

    words: list[list[str]]
    steps: list[list[str]]
    sentences: list[list[str]]
    spans: list[tuple[int, int]]
    headlines: list[list[str]]


class Head:
    """The first words of a page, and the signs of each word, place and headline."""

    def __init__(self, text: str, url: str | None) -> None:
        tokens = list(islice(_TOKEN.finditer(text), MOST_WORDS + AHEAD + SENTENCE))
        self.starts = [token.start() for token in tokens]
        self.ends = [token.end() for token in tokens]
        self.raw = [token[0] for token in tokens]
        self.size = min(len(tokens), MOST_WORDS)
        self.bare = [fold(word.strip(_EDGES)) for word in self.raw]
        self.stems = ["" if len(word) < LONG_WORD else word[:STEM] for word in self.bare]
        self.text = text[: self.ends[-1]] if tokens else ""
        slug = _slug(url)
        self.slug, self.first = frozenset(slug), slug[0] if slug else ""
        self.said = " ".join(self.bare[: self.size])
        self.host = host_and_path(url)[0]
        self.stops = self._stops()
        self.marked = self._marked(url)
        self.words = [list(self._word(i)) for i in range(self.size)]

    def _stops(self) -> list[bool]:
        """Whether a sentence ends with a word."""
        ends = set(sentence_ends(self.text))
        return [end in ends for end in self.ends]

    def _marked(self, url: str | None) -> dict[str, set[int]]:
        """The words that a date, a signature, a phrase of furniture, a menu or the site's name covers."""
        head = self.text[: self.ends[self.size - 1]] if self.size else ""
        dates = [(match.start, clock_at(head, match.end)) for match in find_dates(head) if match.year]
        spans = {
            "date": dates,
            "signature": signatures(head),
            "furniture": furniture(head),
            "site": [(0, site_end(head, url))],
            "dateline": datelines(head),
        }
        marked = {
            kind: {i for a, b in found for i in range(self.size) if self.starts[i] < b and a < self.ends[i]}
            for kind, found in spans.items()
        }
        known = {i for i in range(self.size) if self.bare[i] in menu_words() and not self.raw[i][:1].islower()}
        marked["menu"] = known
        marked["row"] = {i for i in known if known & {i - 1, i + 1}}
        lines = {start for start, _ in spans["dateline"]}
        marked["opens"] = {i for i in range(self.size) if self.starts[i] in lines}
        return marked

    def _word(self, i: int) -> Iterator[str]:
        raw, bare, stem = self.raw[i], self.bare[i], self.stems[i]
        first = raw.lstrip(_OPENING)[:1]
        yield from (kind for kind, places in self.marked.items() if i in places)
        if _MARK.fullmatch(raw) or not bare:
            yield "mark"
            return
        if not _BARS.isdisjoint(raw):
            yield "bar"
        if "@" in raw or "www." in raw or "http" in raw or raw[0] == "#":
            yield "address"
        if raw[0] in "([":
            yield "bracket"
        if raw[-1] in ")]":
            yield "bracket closed"
        if bare == "by" and (first.isupper() or (i and (self.stops[i - 1] or raw[-1] == ":"))):
            yield "by"
        if first.isdigit():
            yield "digit"
        elif first.islower():
            yield "particle" if bare in word_list("name_particles") else "lower"
            if bare in word_list("running"):
                yield "small"
            if bare in word_list("finite") or PAST.match(bare):
                yield "verb"
        elif first.isupper():
            yield "capital"
            yield from self._name(raw, bare)
        if ord(first or "a") > LATIN:
            yield "foreign"
        if raw[0] in QUOTES:
            yield "quote"
        if raw[-1] in ":;":
            yield "colon"
        elif raw[-1] == ",":
            yield "comma"
        if self.stops[i]:
            yield "stop"
        if stem:
            if self.slug:
                yield "slug" if stem in self.slug else "not slug"
            yield "again" if stem in self.stems[i + 3 : i + AHEAD] else "once"
            if stem in self.stems[max(0, i - BACK) : i]:
                yield "said"

    def _name(self, raw: str, bare: str) -> Iterator[str]:
        """The signs of a word with a capital."""
        if len(bare) > 1 and raw.strip(_EDGES).isupper():
            yield "shouted"
        if bare.capitalize() in starters():
            yield "starter"
        if _CUE.fullmatch(raw):
            yield "cue"
        if bare in buttons():
            yield "button"
        if bare in word_list("titles"):
            yield "office"
        if bare in word_list("writers") or bare in word_list("organized"):
            yield "desk"
        if bare in place_words() or is_city(raw.strip(_EDGES)):
            yield "place"
        if len(bare) >= LONG_WORD and bare in self.host:
            yield "host"

    def step(self, i: int) -> Iterator[str]:
        """The signs of the place before a word, where a run may end and another begin."""
        behind = self.words[i - 1] if i else ["nothing"]
        yield from (f"from {sign}" for sign in behind)
        yield from (f"to {sign}" for sign in self.words[i])
        before, here = set(behind), set(self.words[i])
        ahead = set(self.words[i + 1]) if i + 1 < self.size else {"nothing"}
        kinds = [next((kind for kind in _KINDS if kind in signs), "other") for signs in (before, here, ahead)]
        yield " > ".join(kinds[:2])
        yield " > ".join(["", *kinds[1:]])
        for kind in ("dateline", "date", "signature", "furniture", "row", "slug", "site"):
            if kind in before and kind not in here:
                yield f"leaves {kind}"
            if kind in here and kind not in before:
                yield f"enters {kind}"
            if kind in here and kind in before:
                yield f"within {kind}"
        if any("by" in self.words[k] for k in range(max(0, i - 3), i)):
            yield "by near"

    def sentence(self, i: int) -> Iterator[str]:
        """The signs of the sentence that begins with a word."""
        end = next((k for k in range(i, min(i + SENTENCE, len(self.raw))) if self.stops[k]), None)
        if end is None:
            yield "no end"
            return
        size = end + 1 - i
        yield "short" if size < 6 else "brief" if size < 12 else "full"
        inside = self.words[i : end + 1]
        lower = sum("lower" in word for word in inside)
        yield f"lower {min(9, 10 * lower // size)}"
        seen = frozenset(chain.from_iterable(inside))
        if "verb" not in seen:
            yield "no verb"
        if any("mark" in word or "row" in word for word in inside[3:]):
            yield "marks inside"
        if "date" in seen and "furniture" in seen:
            yield "head matter inside"
        first = set(inside[0]) if inside else set()
        if "starter" in first:
            yield "starts"

    def headline(self, i: int, j: int) -> Iterator[str]:
        """The signs of the words from `i` up to `j` as a headline."""
        size = j - i
        yield f"words {size if size < 6 else 6 + (size - 6) // 3}"
        words = self.words[i:j]
        stems = [stem for stem in self.stems[i:j] if stem]
        count = max(1, len(stems))
        if len(self.slug) >= NAMED:
            if stems and stems[0] == self.first:
                yield "begins like the slug"
            found = len(self.slug & set(stems)) / len(self.slug)
            yield f"of slug {int(4 * found)}"
            yield f"in slug {int(4 * sum(stem in self.slug for stem in stems) / count)}"
        yield f"again {int(4 * sum('again' in word for word in words) / count)}"
        capitals = sum("capital" in word for word in words)
        lower = [word for word in words if "lower" in word and "small" not in word]
        yield "no lower" if not lower else f"lower {int(4 * len(lower) / size)}"
        if capitals < 2:
            yield "no capitals"
        seen = frozenset(chain.from_iterable(words))
        if "verb" in seen:
            yield "verb"
        if any("stop" in word for word in words[:-1]):
            yield "stop inside"
        yield from (f"{kind} inside" for kind in ("date", "row", "signature") if kind in seen)
        said = " ".join(self.bare[i:j])
        if size > 3 and self.said.count(said) > 1:
            yield "twice"
        if size > 7 and size % 2 == 0 and self.bare[i : i + size // 2] == self.bare[i + size // 2 : j]:
            yield "doubled"
        if not lower and size > 3:
            behind = self.words[j : j + 10]
            yield f"titled, {'lower' if sum('lower' in word for word in behind) > 4 else 'titled'} behind"

    def spans(self) -> list[tuple[int, int]]:
        """The headlines that could be: from one place where a run can begin to another."""
        places = [i for i in range(self.size) if "lower" not in self.words[i]]
        return [(i, j) for n, i in enumerate(places, 1) for j in places[n : n + LONGEST] if j <= i + LONGEST]

    def signs(self) -> Signs:
        """All signs of a page."""
        size, spans = range(self.size), self.spans()
        return Signs(
            [["any", *signs] for signs in self.words],
            [["any", *self.step(i)] for i in size],
            [["any", *self.sentence(i)] for i in size],
            spans,
            [["any", *self.headline(i, j)] for i, j in spans],
        )


@cache
def _weights() -> dict[str, dict[str, dict[str, float]]]:
    return settings("opening_weights")


def find_opening(text: str, url: str | None) -> Opening | None:
    """Where headline and text begin; None if no way to part the first words has both.

    >>> text = "Home | News Ministers talk trade in Baku 5 May 2021 BAKU (AGY) – The ministers met on Monday."
    >>> start, end, body = find_opening(text, None) or (0, 0, 0)
    >>> text[start:end], text[body : body + 4]
    ('Ministers talk trade in Baku', 'BAKU')
    """
    head = Head(text, url)
    best = _best(head)
    if best is None:
        return None
    i, j, k = best
    return Opening(head.starts[i], head.ends[j - 1], head.starts[k])


def _best(head: Head) -> tuple[int, int, int] | None:
    """The words with which the headline begins, behind which it ends, and with which the text begins."""
    size, weights = head.size, _weights()
    spans = head.spans()
    if not spans:
        return None
    words = [["any", *signs] for signs in head.words]
    before, title, inside, body = (
        list(accumulate((weigh(weights["word"][run], signs) for signs in words), initial=0.0)) for run in RUNS
    )
    places = sorted({k for span in spans for k in span})
    steps = {k: ["any", *head.step(k)] for k in places}
    to_title, to_head, to_body, on_body = ({k: weigh(weights["step"][s], steps[k]) for k in places} for s in STEPS)
    opens = {k: weigh(weights["sentence"]["body"], ["any", *head.sentence(k)]) for k in places}
    # the best place for the text, and its score, for each end of a headline
    tails: dict[int, tuple[float, int]] = {}
    late: tuple[float, int] = (float("-inf"), size)
    for k in reversed(places):
        rest = opens[k] + body[size] - body[k]
        tails[k] = max((on_body[k] + rest, k), (late[0] + to_head[k] - inside[k], late[1]))
        late = max(late, (to_body[k] + rest + inside[k], k))
    rough = ((before[i] + to_title[i] + title[j] - title[i] + tails[j][0], i, j) for i, j in spans)
    headline = weights["headline"]["title"]
    likely = nlargest(LIKELY, rough)  # only these are looked at as a whole
    return max((score + weigh(headline, ["any", *head.headline(i, j)]), (i, j, tails[j][1])) for score, i, j in likely)[
        1
    ]


def weigh(weights: dict[str, float], signs: Iterable[str]) -> float:
    """What signs weigh together."""
    return sum(map(weights.get, signs, repeat(0.0)))


def _slug(url: str | None) -> list[str]:
    """The beginnings of the words of that part of an address that has most of them."""
    path = host_and_path(url)[1][:400]
    parts = ([word for word in _LETTERS.findall(fold(part)) if len(word) >= LONG_WORD] for part in path.split("/"))
    return [word[:STEM] for word in max(parts, key=len, default=[])]
