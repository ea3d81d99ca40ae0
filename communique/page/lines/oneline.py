"""A page that lost its line breaks: everything on one line.

In: the lines of a page. Out: more lines, cut where a sentence ends, where a dateline or a date stands between them, and
before the headings of furniture; the headline ends where a word begins a sentence. A best effort: what stood between
paragraphs is lost, so the sentences of the body are one paragraph.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise

from communique.page.byline import is_city, is_name
from communique.page.dates.calendar import find_dates
from communique.page.dates.dateline import is_agency, read_dateline
from communique.page.lines.lines import Line
from communique.page.vocabulary import word_list
from communique.registry import settings
from communique.registry.abbreviations import abbreviation
from communique.registry.matcher import Matcher, fold

LONG = 60  # words of a line that can be a whole page
HEADLINE = (4, 20)  # words
LONGEST = 9  # characters of an abbreviation and what stands before it
NAMING = 4  # words of an address that name a headline
SHARE = 0.7  # of them stand in it
SKIPPED = 3  # words of it in a row that an address leaves out
_MARKS = ",.:;\"“”'‘’"
LEAST = 4  # letters, and more has a first word that a sentence takes up again
REST = 4  # words that an address leaves out at its end
HEAD = 3000  # characters in which head matter can stand
APART = 20  # characters from one dateline to another, and no fewer
LONGEST_NAME = 6  # words of a site's name
ROW = 3  # words of a menu
LONGEST_DATELINE = 150  # characters
_MAY_BE_DATELINE = re.compile(r"(?:(?<= )|^)(?=[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,2}(?:, | ?[(\[]| ?[-–—]|: |/))")
_SIGNED = re.compile(  # "By Lina Haddad", "Published On: "
    r"(?:(?<= )|^)(?:(?:(?:Article |Written |Posted |Report )?[Bb]y|BY)\b:? "
    r"(?P<name>(?:[A-Z][\w.'’-]* ){1,2}[A-Z][\w'’-]+)"
    r"|(?:Published|Posted|Updated|Last [Uu]pdated?|Date)(?: [Oo]n)?\b ?:)"
)
_TRAIL = re.compile(r" (?:[|»›>]|>>|/|::) ")  # "Home » World » "
_STROKES = "|»›>/ "
_SMALL = re.compile(r"(?:^| )[a-z]{1,3}$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9)”\"’%][.!?]) (?=[\"“‘(]?[A-Z0-9])|(?<=[.!?][\"”’)]) (?=[\"“‘(]?[A-Z])|(?<=[a-z]\.) (?=[#©])"
)
_DATELINE = re.compile(
    r" (?=(?:[A-Z][\w'’-]+,? ){1,3}(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, ?\d{4})?,? ?)?\([A-Z][\w /-]{1,30}\) ?[-–—])"
)
_CLOCK = re.compile(r",? ?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: \(?[A-Z]{3}\b[^ ]*)?")


@cache
def _headings() -> Matcher[None]:
    """Headings of two words or more; a single word is as often a part of a sentence."""
    chrome = settings("chrome")
    return Matcher({phrase: None for kind in ("headings", "labels") for phrase in chrome[kind] if " " in phrase})


@cache
def _starters() -> frozenset[str]:
    return frozenset(map(str.capitalize, word_list("running") | word_list("starters")))


def _isolated_dates(text: str) -> set[int]:
    """Both ends of dates that stand in no sentence: a capital follows, and no small word stands before them."""
    cuts: set[int] = set()
    for match in find_dates(text[:HEAD]):
        before = text[: match.start].rstrip().rsplit(" ", 1)[-1].strip("(,")
        clock = _CLOCK.match(text, match.end)
        end = clock.end() if clock else match.end
        if (
            match.year
            and before not in {"on", "of", "since", "until", "to", "by", "from"}
            and (text[end : end + 2].strip()[:1].isupper() or clock)
        ):
            cuts |= {match.start, end}
    return cuts


@cache
def _menu() -> frozenset[str]:
    return frozenset(fold(word) for word in settings("chrome")["menu"] if " " not in word)


def _menu_edges(text: str) -> set[int]:
    """Both ends of a row of a menu's words, which begin with capitals; another word may stand between two of them."""
    edges: set[int] = set()
    row: list[re.Match[str]] = []
    apart = 0
    for word in [*re.finditer(r"\S+", text[:HEAD]), None]:
        capital = word is not None and not word[0][0].islower()
        known = word is not None and capital and fold(word[0].strip("|>»,")) in _menu()
        apart = 0 if known else apart + 1 + (word is not None and word[0] in _starters())
        if known and word is not None:
            row.append(word)
        elif apart > 1 or not capital:
            if len(row) >= ROW:
                edges |= {row[0].start(), row[-1].end()}
            row = []
    return edges


def _datelines(text: str) -> set[int]:
    """Where datelines begin: a city, and behind it a day, an agency or a dash."""
    found: list[int] = []
    for match in _MAY_BE_DATELINE.finditer(text[:HEAD]):
        place = match.start()
        inside = _SMALL.search(text[max(0, place - 6) : place].rstrip())  # "talks in Muscat, …"
        if not inside and (not found or place > found[-1] + APART):
            found += [place] if _is_dateline(text[place : place + LONGEST_DATELINE]) else []
    return set(found)


def _site_end(text: str, url: str | None) -> int:
    """Where the site's name ends that opens a page, as the address has it; 0 if none does."""
    host = (url or "").split("://", 1)[-1].partition("/")[0].lower().removeprefix("www.")
    label = host.partition(".")[0].replace("-", "")
    end, letters, initials = 0, "", ""
    for word in islice(re.finditer(r"\S+", text), LONGEST_NAME):
        letters += "".join(filter(str.isalnum, fold(word[0])))
        initials += fold(word[0])[:1]
        if len(label) > 1 and (letters in {label, "the" + label, host.replace(".", "")} or initials == label):
            end = word.end()
    return end


def _signatures(text: str) -> set[int]:
    """Both ends of what tells the writer or opens with a cue of the day."""
    edges: set[int] = set()
    for match in _SIGNED.finditer(text):
        name = match["name"]
        short = (
            name and len(name.split()) > 2 and is_name(name.rsplit(" ", 1)[0]) and name.rsplit(" ", 1)[1] in _starters()
        )
        end = match.start("name") + name.rindex(" ") if name and short else match.end() if name else match.start()
        edges |= {match.start(), end} if not name or is_name(text[match.start("name") : end]) else set()
    return edges


def _is_dateline(text: str) -> bool:
    dateline = read_dateline(text)
    if not dateline.lead:
        return False
    if dateline.place is None:
        agency = re.split(r"[ /(]", text, maxsplit=1)[0]
        return agency.isupper() and is_agency(agency)  # "NNA – "
    return text.startswith(dateline.place) and is_city(dateline.place)


def _headline_end(text: str) -> int:
    """Where a headline at the start of `text` ends and a sentence begins; 0 if it cannot be told."""
    low, high = HEADLINE
    words = list(re.finditer(r"\S+", text[:400]))
    first = fold(words[0][0].strip(_MARKS)) if words else ""
    return next(
        (
            word.start()
            for word in words[low:high]
            if word[0] in _starters()
            or (len(first) > LEAST and fold(word[0].strip(_MARKS)) == first and word[0][0].isupper())
        ),
        0,
    )


def _named(text: str, url: str | None) -> tuple[int, int] | None:
    """Where the headline stands that the page's address is made of: words of one of its parts, in order."""
    path = (url or "").split("://", 1)[-1].partition("/")[2][:400]
    slug = max(([word for word in re.split(r"[^a-z]+", part) if word] for part in fold(path).split("/")), key=len)
    words = [(fold(word[0]), word.start(), word.end()) for word in _WORD.finditer(text[:HEAD])]
    best, span = 0, None
    for i, (word, start, _) in enumerate(words) if len(slug) >= NAMING else ():
        if word not in slug[:2]:
            continue
        at, found, end, missed = slug.index(word) + 1, 1, 0, 0
        for other, _, stop in words[i + 1 : i + 1 + 2 * len(slug)]:
            ahead = next((k for k in range(at, min(at + 2, len(slug))) if slug[k] == other), None)
            missed = 0 if ahead is not None else missed + 1
            if missed > SKIPPED:
                break
            if ahead is not None:
                at, found, end = ahead + 1, found + 1, stop
        if found > best and found >= SHARE * len(slug):
            best, span = found, (start, end)
    return (span[0], _complete(text, *span)) if span else None


def _complete(text: str, start: int, end: int) -> int:
    """The end of a headline of which the address leaves the last words out: small ones, and what belongs to them."""
    for word in islice(re.finditer(r" (\S+)", text[end : end + 60]), REST):
        small = text[start:end].rsplit(" ", 1)[-1] in word_list("running")
        if not (small or word[1][0].islower()) or text[end - 1] in ".!?":
            break
        end += len(word[0])
    return end


def cut(lines: list[Line], url: str | None = None) -> list[Line]:
    """The parts of a page on one line, as lines; other pages as they are.

    Args:
        lines: the lines of a page.
        url: its address, in which the words of the headline stand often.

    >>> text = "Ministers talk trade in Baku The ministers met on Monday. They spoke of trade. " + "It went on. " * 30
    >>> [line.text for line in cut([Line(text.strip())])][:2]
    ['Ministers talk trade in Baku', 'The ministers met on Monday.']
    """
    longest = max(lines, key=lambda line: len(line.text), default=None)
    words = sum(len(line.text.split()) for line in lines) if len(lines) <= 3 else 0
    if (
        longest is None
        or not words
        or len(longest.text.split()) < max(LONG, 0.8 * words)
        or _is_paragraph(lines, longest)
    ):
        return lines
    return [part for line in lines for part in (_cut(line.text, url) if line is longest else [line])]


def _is_paragraph(lines: list[Line], longest: Line) -> bool:
    """Whether the long line is an article's only paragraph: a headline stands above it."""
    above = lines[: lines.index(longest)]
    return any(HEADLINE[0] <= len(line.text.split()) and line.text[-1] not in ".!?" for line in above)


def _sentence_ends(text: str) -> Iterator[int]:
    """The places behind full stops that end a sentence."""
    ends = (match.start() for match in _SENTENCE_END.finditer(text))
    return (end for end in ends if not abbreviation().search(text[max(0, end - LONGEST) : end - 1]))


def _cut(text: str, url: str | None) -> list[Line]:
    cuts = set(_sentence_ends(text)) | _isolated_dates(text)
    cuts |= {match.start() for match in _DATELINE.finditer(text[:HEAD])}
    head = text[: next(iter(_sentence_ends(text)), HEAD)]
    cuts |= _menu_edges(head) | _signatures(head) | {_site_end(head, url)}
    opens = _datelines(text)
    cuts |= opens | {match.end() for match in _TRAIL.finditer(head)}
    for found in _headings().find(text):
        if text[found.start].isupper() and text[found.start - 1 : found.start] in {"", " "}:
            cuts.add(found.start)
    first = min((end for end in cuts if end > 0), default=len(text))
    if named := _named(text, url):
        start, end = named
        cuts = {place for place in cuts if not start < place < end} | {start, end}
    elif text[:first].rstrip()[-1:] in ".!?":
        cuts.add(_headline_end(text[:first]))
    elif first < len(head):
        last = max(cut for cut in cuts if cut < len(head))
        end = _headline_end(text[last : len(head)]) if last not in opens else 0
        cuts |= {last + end} if end else set()
    places = sorted(cuts | {0, len(text)})
    parts = [text[start:end].strip().strip(_STROKES) for start, end in pairwise(places)]
    return [Line(part, run_on=i > 0) for i, part in enumerate(parts) if part]


def first_sentence(text: str) -> str:
    """What stands for the headline of a page without one: the first sentence of `text`, which stays in the body too.

    >>> first_sentence("The ministers met in Baku. They spoke of trade.")
    'The ministers met in Baku'
    >>> first_sentence("The Governor received Dr. Lina Haddad on Monday. They spoke of trade.")
    'The Governor received Dr. Lina Haddad on Monday'
    """
    paragraph = text.partition("\n\n")[0]
    end = next(_sentence_ends(paragraph), len(paragraph))
    return paragraph[:end].removesuffix(".")
