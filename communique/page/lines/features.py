"""What can be seen of a line without knowing its place: the features by which headline, paragraph and furniture differ.

In: a line. Out: its `Look`. Nothing is decided here; the weights of the features are in `registry/splitting.toml`, the
words of furniture in `registry/chrome.toml`; features that compare lines are added in `context.py`.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate, islice, takewhile

from communique.page.byline import said_byline, signer
from communique.page.dates.calendar import find_dates
from communique.page.dates.dateline import is_date_line
from communique.page.lines.forms import counts_comments, is_holder, is_institution, is_kicked, is_photo, is_row
from communique.page.lines.lines import CLOSING, QUOTES, Line
from communique.page.lines.sitetalk import is_site_talk, names_itself, quotes_channel, site_words
from communique.page.lines.wording import STEM, WORD, Wording, wording
from communique.page.names import is_city, is_name
from communique.page.outlets import agency
from communique.page.vocabulary import furniture_phrases, word_list
from communique.registry import settings
from communique.registry.matcher import Matcher, fold

_STOP = re.compile(r"[.!?…؟۔।。።፡:！？：]")
# ends as a sentence does, an agency's signature or a note in brackets behind it included
_TERMINAL = re.compile(
    r"[:：][\"”’»')\]」』）]*$|[a-z](?:…\.?|\.{3,5})\s?/?(?!MORE|READ)[A-Z]{3,12}$|(?:[^.!?…][.!?؟۔।。።！？]|፡፡|[!?]{2})[\"”’»')\]」』）]*\s?(?:&?nbsp;)?\s?"
    r"(?:[-–—]{1,2}\s?[A-Za-z][A-Za-z/-]{1,19}(?: [A-Z][a-z]+|(?:\.[a-z]{2,4}){1,2})?(?:/[A-Z]{2,8})?\.?|[A-Z]{2,8}"
    r"|=[A-Z][a-z]+=|Enditem|Ends?|Source|-0-|/{1,2}\s?[A-Za-z.]{2,12}\s?/{1,2}|[*■]+|\(end\) [a-z.]{2,12}"
    r"|(?:\([^()]{2,60}\)\s?){1,3}|[A-Z]{1,3}/[A-Z]{1,3})?$"
)
_SEPARATORS = re.compile(r"[|•·»›♦■/>–;-](?:(?<=[|•·»›♦■])|(?<=\s[/>–-])(?=\s)|(?<=;)(?=\s))")
_GLUE = re.compile(r"[A-Z](?<=[a-zà-ÿ)][A-Z])[a-zà-ÿ]")  # begins with the rarer letter: a scan is quick
_CLOCK_GLUE = re.compile(r"[a-z]\d{1,2}:\d\d")
_DOTS_GLUE = re.compile(r"\.\.\.\s?[A-Z][a-z]")
_FEW = 8  # digits to a letter, from which on a line is the number of a picture and says nothing
_NAME_GLUE = re.compile(r"\b(?:Mc|Mac|[A-Z][a-z])[A-Z]")  # "McKay", "AlDosari"
_FAR_LETTER = re.compile(r"[^\x00-\u024f]")
_ADDRESS = ("http", "www.", "@", "#", ".com", ".org", ".net", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".pdf", ".JPG")
# a credit in brackets that ends a line
_CREDIT = re.compile(
    r"\((?:[A-Za-z]+ ){0,2}(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Pp]ic|[Cc]redit|[Ff]oto|PHOTO)\b[^()]*\)\W*$"
)
_SOURCED = re.compile(r"\w \(([A-Z]\w{1,14})\)$")  # "The ministers (Tanjug)"
_DURING = re.compile(r" during (?:a|his|her|its|their|the)\b")  # "The ministers during their talks"
# "A view of the ceremony", "The scene of the signing"
_VIEW = re.compile(r"(?:An?|The|General|Aerial) (?:[a-z]+ ){0,2}(?:views?|scenes?|glimpses?) (?:of|from|at) ")
_SIGNED = re.compile(r"(?:[-–—|]|^Photos?:?|^Foto:?) ?[A-ZÀ-Þ][\w.'’ -]{2,30}/ ?[A-ZÀ-Þ][\w.'’ -]{2,30}$")
_SEEN = re.compile(r"[A-ZÀ-Þ][^/]{5,60} / [A-Z]\. ?[^/]{3,30} / [A-Z]{2,8}")  # "Amina Yusuf / L. Haddad / GNA"
_TAKEN = re.compile(r"\([A-ZÀ-Þ][^()/]{1,40}[\w.] ?/ ?[A-ZÀ-Þ][^()]{1,60}\)$")  # "(Lina Haddad/ Gazette)", who took it
_OWN_SITE = re.compile(r"\s[-–—]{1,2}\s?[A-Za-z]+(?:\.[a-z]{2,4}){1,2}$")  # "… he said. – Gazette.com"
_POST = re.compile(r"(?:^|\W)(?:@\w{3,}.*#\w{3,}|#\w{3,}.*@\w{3,})")
_ACCOUNT = re.compile(r"(?<![\w.])@\w{3,}")
_POSTED = re.compile(
    r"[-–—] ?[^@().]{2,80} \(@\w{2,30}\)|\bpic\.(?:twitter|x)\.com/"
)  # "— Ministry of Trade (@trade) May 5"
_SHORTCODE = re.compile(
    r"\{\{[^{}]+\}\}|\[/?[a-z][a-z_-]+(?: [^\[\]]*)?\]"
)  # what the site's software left: "[restrict]"
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$")  # "Ministers meet in U.S."
_KICKER = re.compile(
    r"([A-Z][A-Z’'&-]{2,}(?: [A-Z’'&-]{2,}){0,4}) ?(?:…|\.{3,4}) ?[A-Z][a-z]"
)  # "NEIGHBOURS … The envoy"
_LETTERED = re.compile(r"\(c\) [a-z]")  # a point of a list, and no copyright
_END_MARK = re.compile(
    r"About (?:the |our )?[A-Z][^.!?]{2,80}:$|[#*_=~ -]{3,}$"
    r"|(?:Notes?|Background) (?:to|for) (?:the )?[Ee]ditors?\s?:?$"
    r"|-\s?30\s?-$|[-–—]{1,2}\s?[A-Z]{2,8}$|[-–—*/(]{0,3}\s?(?:ENDS?|Ends?)\s?[-–—*/).]{0,3}$"
)  # under press releases, and above what they say of the sender
_CONTINUES = re.compile(
    r"\bcontinue[sd]? (?:reading )?(?:below|after|under)\b|\bscroll(?:ing)? (?:down )?to (?:continue|read on)\b",
    re.IGNORECASE,
)
# a sentence that takes up who or what was named before: "He also met …", "The two sides agreed …"
_REFERS = re.compile(
    r"(?:He|She|It|They|Both|His|Her|Their|Its|The (?:two|three|four|latter|pair|sides|parties|talks|meeting|visit"
    r"|ceremony|event|delegations?|agreements?|documents?|memorand(?:um|a)|accords?|protocols?|projects?|programmes?"
    r"|(?:[Pp]rime )?[Mm]inisters?|[Aa]mbassador|[Pp]resident)) (?!\W)"
    r"|On the same (?:day|occasion)\b|Later (?:in|on|that) |During (?:the|his|her|their) (?:visit|stay|meeting|talks)\b"
)
_ATTRIBUTED = re.compile(  # "…, he said", "…, it said, …"
    r", (?:he|she|they|it) (?:said|added|noted|stressed|told|explained|concluded)\b(?:,|[^.]{0,40}\.$)"
)
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b|°|\b\d+\s(?:min|hour|day)s?\sago\b")

PHRASE = 7  # words of the longest phrase of furniture
WORDY, SMALL_WORDS = 10, 3.5  # words, and small ones among them, of a sentence that lost its full stop
CORE_WORDS = 14  # a line with fewer words is no sure paragraph
CUE = 12  # words of a line that says that the text goes on
QUOTED = frozenset('"“«')  # mark what somebody says
SHORTEST = 4  # words, and no more, are no sentence that goes on
LONGEST_TITLE = 12  # words of a line that ends with an abbreviation and no full stop
RUNNING, NAMED_RUNNING = 0.4, 0.25  # of `running`, and more of it in a sure paragraph, short or long
CAPTION = 25  # words; no longer line is looked through for a verb
MUCH = 2_000  # characters of a line in which a date is looked for
OWNER = 14  # and no more has the name of a site's owner
LONG = 30  # words beyond which a sentence is no headline, menu, byline or date line
REPORT = 45  # words; a longer sentence with a single phrase of furniture is none of the site
SHORT = 100  # characters; longer lines are hardly ever the same on two pages
_KINDS = {"headings": "heading", "pointers": "heading", "labels": "label", "lists": "label"}  # of the phrases
EXTRA = {"heading": 3, "label": 4}  # words that may follow a phrase of two or more words; one may follow a single word


@dataclass(slots=True)
class Look:
    """The features of one line: `stems` of its content words, `values` by name (absent: 0), `core`: a sure paragraph,
    `heading`: it opens a list of other articles, `run_on`: it goes on in the paragraph of the line before.
    """

    text: str
    words: int
    stems: frozenset[str]
    run_on: bool = False
    core: bool = False
    heading: bool = False
    values: dict[str, float] = field(default_factory=dict)

    @property
    def furniture(self) -> bool:
        """Whether words of a page's furniture stand in the line."""
        seen = self.values.get
        return bool(seen("heading") or seen("label") or seen("sentence") or seen("caption"))

    @property
    def headline(self) -> bool:
        """Whether the line could be a headline: some words, no full stop, nothing of furniture, date or byline."""
        seen = self.values
        # four capitalised words are a name as often as a headline
        plain = not (seen.get("terminal") or seen.get("date") or seen.get("byline") == 1 or self.furniture)
        return plain and 4 <= self.words <= 30


@cache
def _openings() -> dict[str, dict[tuple[str, ...], str]]:
    """The phrases of furniture that lines begin with, by their first word."""
    openings: dict[str, dict[tuple[str, ...], str]] = {}
    chrome = settings("chrome")
    for name, kind in _KINDS.items():
        for phrase in chrome[name]:
            if parts := tuple(WORD.findall(fold(phrase))):
                openings.setdefault(parts[0], {}).setdefault(parts, kind)
    return openings


@cache
def _lists() -> frozenset[tuple[str, ...]]:
    """The phrases behind which any number of words may stand."""
    phrases = [*settings("chrome")["lists"], *settings("chrome")["pointers"]]
    return frozenset(tuple(WORD.findall(fold(phrase))) for phrase in phrases)


@cache
def _adverts() -> frozenset[str]:
    """The words that label an advertisement."""
    return frozenset(word for phrase in settings("chrome")["adverts"] for word in WORD.findall(fold(phrase)))


@cache
def _furniture() -> frozenset[str]:
    """All words of buttons, headings and menus: "Close menu" is a button, "Close ties" a sub-heading."""
    phrases = (*furniture_phrases(), *settings("chrome")["menu"])
    known = frozenset(word for phrase in phrases for word in fold(phrase).split())
    return known | site_words("site_words") | site_words("page_words")


def _marks() -> dict[str, str]:
    """The phrases of furniture that count anywhere in a line."""
    chrome = settings("chrome")
    return dict.fromkeys(chrome["sentences"], "sentence") | dict.fromkeys(chrome["captions"], "caption")


_MARKS = Matcher(_marks)


def _folded(text: str) -> list[str]:
    return _as_compared(WORD.findall(text), text)


def _first_words(text: str) -> list[str]:
    """The words of a line as they are compared, in which a phrase of furniture can open it."""
    return _as_compared([match[0] for match in islice(WORD.finditer(text), PHRASE)], text)


def _as_compared(words: list[str], text: str) -> list[str]:
    return [word.lower() for word in words] if text.isascii() else [fold(word.lower()) for word in words]


def _opening(text: str, folded: list[str], words: int, columns: int, terminal: bool) -> tuple[str, int] | None:
    """The kind of furniture that a line begins with, and the words behind it; None if it does not look like any.

    `folded` are the first of its `words`, or all.

    A phrase counts where it is the whole line, stands before a colon, number or separator, or few words follow it.
    """
    if numbers := len(list(takewhile(str.isdigit, folded[:-1]))):  # "122 views", "0 comments"
        rest = text[sum(map(len, folded[:numbers])) :]
        return _opening(rest, folded[numbers:], words - numbers, columns, terminal)
    phrases = _openings().get(folded[0]) if folded else None
    if not phrases:
        return None
    count = next((n for n in range(min(PHRASE, len(folded)), 0, -1) if tuple(folded[:n]) in phrases), 0)
    if not count:
        return None
    kind = phrases[tuple(folded[:count])]
    extra = words - count
    if tuple(folded[:count]) in _lists() and (kind == "heading" or not terminal):
        return kind, extra
    behind = [match.end() for match, _ in zip(WORD.finditer(text), range(count), strict=False)][-1]
    rest = text[behind:].lstrip()
    marked = columns > 1 or (rest[:1].isdigit() and not terminal) or rest[:1] in set(":|»›>•→…#@")
    again = len(folded[0]) > STEM and text.lower().count(folded[0]) > 1  # "Advertisement Advertisement"
    few = not terminal and (again or extra <= (EXTRA[kind] if count > 1 else 1))
    few = few and not (count == words - 1 == 1 and rest.isalpha() and rest.islower() and rest not in _furniture())
    return (kind, extra) if marked or few or not rest.strip(" .!«»‹›<>→…-–—") else None


def _bids(folded: Sequence[str]) -> bool:
    """Whether a sentence opens with a heading that bids the reader do something: "Read more", "See also"."""
    phrases = _openings().get(folded[0], {}) if folded and folded[0] in site_words("bids") else {}
    return any(len(phrase) > 1 and tuple(folded[: len(phrase)]) == phrase for phrase in phrases)


def _see_furniture(look: Look, line: Line, said: Wording, marks: Sequence[str], terminal: bool) -> None:
    values, text, n = look.values, line.text, look.words
    if not terminal and n:
        values["menu"] = said.menu / n
        values["owner"] = float(1 < n <= OWNER and not said.finite and (is_institution(text) or is_holder(text)))
    if not terminal and text[0].isupper() and is_kicked(text, n):
        return
    counted = said.first.isdigit()
    first = _folded(text) if counted else _first_words(text) if said.first in _openings() else []
    quotes = text[0] in QUOTES and text[-1] in CLOSING  # "'No blackouts'"
    if first and not quotes and (found := _opening(text, first, n, line.columns, terminal and not text.endswith(":"))):
        kind, extra = found
        values[kind] = 1.0
        look.heading = kind == "heading" and extra <= EXTRA[kind]
        values["block"] = float(look.heading)
        values["pointer"] = float(kind == "heading" and not look.heading)
    if (
        text[0] in "©#@"
        or (text[:3].lower() == "(c)" and not _LETTERED.match(text))
        or (text[0] in "[{" and _SHORTCODE.fullmatch(text))
    ):
        values["label"] = 1.0
    if text[-1] != "." and counts_comments(text):  # a headline that asks may stand behind the count
        values["label"] = 1.0
    if (not terminal and is_photo(text)) or (
        n <= LONG and (kicker := _KICKER.match(text)) and not is_city(kicker[1].title())
    ):
        values["caption"] = 2.0
    for mark in marks[_LETTERED.match(text) is not None :]:
        values[mark] = min(2.0, values.get(mark, 0.0) + 1.0)
    if text[-1] in ").]" and "(" in text and (_CREDIT.search(text) or (not terminal and _TAKEN.search(text))):
        values["caption"] = 2.0
    if "/" in text and not terminal and (_SIGNED.search(text) or _SEEN.fullmatch(text)):
        values["caption"] = 2.0
    if (
        not (terminal or said.finite or "caption" in values)
        and n <= LONG
        and (_DURING.search(text) or _is_sourced(text) or _VIEW.match(text))
    ):
        values["caption"] = 1.0
    values["reader"] = min(1.0, 5 * said.reader / n) if said.reader and QUOTED.isdisjoint(text) else 0.0
    itself = terminal and n >= 4 and (is_site_talk(text, _folded(text)) if said.site_talk else names_itself(text))
    if itself:
        values["sentence"] = min(2.0, values.get("sentence", 0.0) + 1.0)
    elif terminal and n <= CORE_WORDS and _bids(first):
        values["sentence"] = min(2.0, values.get("sentence", 0.0) + 1.0)  # "Read more reports in our dossier."
    elif not terminal and 4 <= n <= LONG and said.site_talk and is_site_talk(text, _folded(text)):
        values["label"] = 1.0  # "Sign up for our newsletter"
    if terminal and n > CORE_WORDS and "sentence" in values and not values["reader"]:  # "on her Telegram channel"
        values["sentence"] = max(0.0, values["sentence"] - max(0 if itself else n // REPORT, quotes_channel(text)))


def _is_sourced(text: str) -> bool:
    """Whether an agency that took the picture stands in brackets at the end of a line."""
    source = _SOURCED.search(text) if text[-1] == ")" else None
    return source is not None and agency(source[1]) is not None


def _glued(text: str) -> int:
    """The places at which words hang together that were not written so: "MinistersMeet", "Baku11:30", "...Read"."""
    glue = len(_GLUE.findall(text))
    glue -= len(_NAME_GLUE.findall(text)) if glue else 0
    glue += len(_CLOCK_GLUE.findall(text)) if ":" in text else 0
    return glue + (len(_DOTS_GLUE.findall(text)) if "..." in text else 0)


def _see_signs(look: Look, line: Line, digits: bool, terminal: bool) -> None:
    """Separators, glued headlines, addresses, clocks, dates, names: what a paragraph's sentences have not."""
    values, text, n = look.values, line.text, look.words
    separators = len(_SEPARATORS.findall(text)) + 2 * (line.columns - 1)
    if separators > 1 or n < 12:
        values["separators"] = min(1.0, 3 * separators / max(n, 1))
    glue = _glued(text) if n > 4 else 0
    if glue > 1 or (glue and not terminal):
        values["glue"] = min(glue, 4) / 4
    plain = _OWN_SITE.sub("", text) if terminal and text[-1].islower() else text
    handles = any(map(plain.__contains__, _ADDRESS)) + ("#" in text and _POST.search(text) is not None)
    handles += "@" in text and len(_ACCOUNT.findall(text)) > 1 and '"' not in text
    handles += ("(@" in text or "pic." in text) and _POSTED.search(text) is not None
    values["handle"] = 4.0 if handles > 1 else float(handles)  # a post that was set into the page
    values["clock"] = float(digits and n < 25 and bool(_CLOCK.search(text)))
    few = digits and sum(map(str.isalpha, text)) * _FEW < sum(map(str.isdigit, text))
    values["empty"] = float(not n or few or not any(map(str.isalpha, text)))
    if digits and not (terminal and n >= CORE_WORDS):
        dates = find_dates(text[:MUCH])
        values["date"] = float(is_date_line(text, dates))
        values["dated"] = float(bool(dates) and not values["date"])
    if n <= 25:
        values["byline"] = 1.0 if said_byline(text) or signer(text) else 0.5 if is_name(text) else 0.0
        values["row"] = float(values["byline"] == 0.5 and is_row(text, line.columns))


def look_at(line: Line) -> Look:
    """The features of a line that do not depend on other lines."""
    return _look(line, [mark.value for mark in _MARKS.find(line.text)])


def look_at_all(lines: Sequence[Line]) -> list[Look]:
    """The features of each line of a page by itself; what `look_at` says of them, the page read at once."""
    starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
    marks: list[list[str]] = [[] for _ in lines]
    for mark in _MARKS.find("\n".join(line.text for line in lines)):
        marks[bisect_right(starts, mark.start) - 1].append(mark.value)
    return list(map(_look, lines, marks))


def _is_terminal(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    if text[-1] == "." and text[-2:-1].isalnum():
        return True
    tail = text[-90:]
    return bool(_STOP.search(tail) and _TERMINAL.search(tail))


def _is_abbreviated(text: str) -> bool:
    """Whether a line ends with an abbreviation: "Ministers meet in U.S.", "Iran and Oman discuss coop."."""
    last = text[:-1].rpartition(" ")[2].lower()
    return text[-1] == "." and (last in word_list("cut_short") or _ABBREVIATED.search(text) is not None)


def _look(line: Line, marks: Sequence[str]) -> Look:
    if len(line.text) > SHORT:
        return _read(line, marks)
    known = _known(line._replace(after_blank=False), tuple(marks))
    return Look(known.text, known.words, known.stems, known.run_on, known.core, known.heading, known.values.copy())


@lru_cache(maxsize=4096)  # furniture comes again on each page of a site
def _known(line: Line, marks: Sequence[str]) -> Look:
    return _read(line, marks)


def _read(line: Line, marks: Sequence[str]) -> Look:
    text = line.text
    said = wording(text)
    n = said.words
    look = Look(text, n, said.stems, line.run_on)
    values = look.values
    terminal = _is_terminal(text) and not (n <= LONGEST_TITLE and _is_abbreviated(text))
    if line.side:
        values[line.side] = 1.0
    values["terminal"] = 0.0 if not terminal else 0.5 if text[-1] in "?!" and n < 16 else 1.0
    values["open"] = float(n >= 8 and not terminal)
    values["wordy"] = float(n >= WORDY and not terminal and said.running >= SMALL_WORDS and said.finite > 0)
    values["bare"] = float(n >= 8 and not terminal and not said.finite)
    values["length"] = min(n, 30) / 30
    values["short"] = float(n <= 3)
    values["tiny"] = float(n <= 2)
    values["single"] = float(n == 1)
    values["medium"] = float(4 <= n <= 25)
    values["long"] = float(n > 30)
    values["running"] = min(1.0, 5 * said.running / max(n, 1))
    values["capitals"] = said.capitals / max(n - 1, 1)
    _see_furniture(look, line, said, marks, terminal)
    if not text.isascii():
        values["foreign"] = float(sum(map(str.isalpha, _FAR_LETTER.findall(text[:80]))) > 8)
    if n <= LONG or not terminal:
        _see_signs(look, line, said.digits, terminal)
    if terminal and n <= CAPTION and text[-1] in ".)":
        values["verbless"], values["verb"] = float(not said.finite), float(said.finite > 0)
        if n > SHORTEST and not look.furniture and (_REFERS.match(text) or (", " in text and _ATTRIBUTED.search(text))):
            values["refers"] = 1.0
    running = RUNNING if n <= LONG or not said.finite else NAMED_RUNNING  # long names leave few small words
    sentence = n >= CORE_WORDS and terminal and values["running"] > running
    if _END_MARK.match(text):
        look.heading, values["block"] = True, 1.0
        values["heading"] = max(values.get("heading", 0.0), float(text[-1] == ":"))
        values["end"] = float(any(map(str.isalnum, text)) or "#" in text)
    values["continues"] = float(n <= CUE and bool(_CONTINUES.search(text)))
    if n <= 2 and look.furniture and (words := set(_folded(text))) and words <= _adverts():
        values["pointer"] = 1.0
    look.core = sentence and not look.furniture and values.get("glue", 0.0) < 0.5
    values["core"] = float(look.core)
    return look
