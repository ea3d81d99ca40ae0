"""What can be recognised within running text of a page that lost its line breaks.

In: a text. Out: places in it, in characters: where sentences end, datelines begin, and what dates with their clock, the
writer with a cue, a menu's row, phrases of furniture and the site's name cover.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from communique.page.dates.calendar import find_dates
from communique.page.dates.dateline import read_dateline
from communique.page.dates.words import is_agency
from communique.page.names import is_city, is_name
from communique.page.publisher import host_and_path
from communique.page.vocabulary import furniture_phrases, menu_words, word_list
from communique.registry import settings
from communique.registry.abbreviations import abbreviation
from communique.registry.matcher import Matcher, fold

HEAD = 3000  # characters in which head matter can stand
LONGEST = 9  # characters of an abbreviation and what stands before it
APART = 20  # characters from one dateline to another, and no fewer
LONGEST_NAME = 6  # words of a site's name
ROW = 3  # words of a menu
LONGEST_DATELINE = 150  # characters
_MAY_BE_DATELINE = re.compile(
    r"(?:(?<= )|^)(?=\([A-Z]{2,9}\) ?[-–—]|[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,2}(?:, | ?[(\[]| ?[-–—]|: |/))"
)
_SIGNED = re.compile(  # "By Lina Haddad", "Published On: "
    r"(?:(?<= )|^)(?:(?:(?:Article |Written |Posted |Report )?[Bb]y|BY)\b:? "
    r"(?P<name>(?:[A-Z][\w.'’-]* ){1,2}[A-Z][\w'’-]+)"
    r"|(?:Published|Posted|Updated|Last [Uu]pdated?|Date)(?: [Oo]n)?\b ?:)"
)
_SMALL = re.compile(r"(?:^| )[a-z]{1,3}$")
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9)”\"’%][.!?]) (?=[\"“‘(]?[A-Z0-9]|[-–—]{1,3} ?[A-Z]|[a-z]{2,4}(?:/[a-z]{2,4}){1,3}\b"
    r"|\((?:end|END|End|c)\)|[«»‹›←→]{1,2} |[a-z][\w.-]{1,30}@[a-z])"
    r"|(?<=[.!?][\"”’)]) (?=[\"“‘(]?[A-Z])|(?<=[a-z]\.) (?=[#©])"
)
_CLOCK = re.compile(r",? ?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: \(?[A-Z]{3}\b[^ ]*)?")


@cache
def headings() -> Matcher[None]:
    """Headings of two words or more; a single word is as often a part of a sentence."""
    return Matcher({phrase: None for phrase in furniture_phrases() if " " in phrase})


@cache
def buttons() -> frozenset[str]:
    """The single words of buttons and labels, as they are compared."""
    return frozenset(fold(phrase) for phrase in settings("chrome")["labels"] if " " not in phrase)


def furniture(text: str) -> list[tuple[int, int]]:
    """What the phrases of furniture cover that begin with a capital behind a space."""
    found = headings().find(text)
    return [(m.start, m.end) for m in found if text[m.start].isupper() and text[m.start - 1 : m.start] in {"", " "}]


@cache
def starters() -> frozenset[str]:
    """Words with which sentences begin, with their capital."""
    return frozenset(map(str.capitalize, word_list("running") | word_list("starters")))


def clock_at(text: str, place: int) -> int:
    """Where the time of day ends that stands behind a date; `place` if there is none."""
    clock = _CLOCK.match(text, place)
    return clock.end() if clock else place


def isolated_dates(text: str) -> set[int]:
    """Both ends of dates that stand in no sentence: a capital follows, and no small word stands before them."""
    cuts: set[int] = set()
    for match in find_dates(text[:HEAD]):
        before = text[: match.start].rstrip().rsplit(" ", 1)[-1].strip("(,")
        end = clock_at(text, match.end)
        if (
            match.year
            and before not in {"on", "of", "since", "until", "to", "by", "from"}
            and (text[end : end + 2].strip()[:1].isupper() or end > match.end)
        ):
            cuts |= {match.start, end}
    return cuts


def menu_edges(text: str) -> set[int]:
    """Both ends of a row of a menu's words, which begin with capitals; another word may stand between two of them."""
    edges: set[int] = set()
    row: list[re.Match[str]] = []
    apart = 0
    for word in [*re.finditer(r"\S+", text[:HEAD]), None]:
        capital = word is not None and not word[0][0].islower()
        known = word is not None and capital and fold(word[0].strip("|>»,")) in menu_words()
        apart = 0 if known else apart + 1 + (word is not None and word[0] in starters())
        if known and word is not None:
            row.append(word)
        elif apart > 1 or not capital:
            if len(row) >= ROW:
                edges |= {row[0].start(), row[-1].end()}
            row = []
    return edges


def datelines(text: str) -> list[tuple[int, int]]:
    """What datelines cover: a city, and behind it a day, an agency or a dash."""
    found: list[tuple[int, int]] = []
    for match in _MAY_BE_DATELINE.finditer(text[:HEAD]):
        place = match.start()
        inside = _SMALL.search(text[max(0, place - 6) : place].rstrip())  # "talks in Muscat, …"
        if not inside and (not found or place > found[-1][0] + APART):
            lead = _lead(text[place : place + LONGEST_DATELINE])
            found += [(place, place + lead)] if lead else []
    return found


def _lead(text: str) -> int:
    """The length of a dateline that opens with a city or an agency; 0 if none does."""
    dateline = read_dateline(text)
    if dateline.place is None:
        agency = re.split(r"[ /(]", text, maxsplit=1)[0]
        # "NNA – ", "(NNA) – "
        return dateline.lead if text[0] == "(" or (agency.isupper() and is_agency(agency)) else 0
    return dateline.lead if dateline.place in text[: dateline.lead] and is_city(dateline.place) else 0


def site_end(text: str, url: str | None) -> int:
    """Where the site's name ends that opens a page, as the address has it; 0 if none does."""
    host = host_and_path(url)[0].removeprefix("www.")
    label = host.partition(".")[0].replace("-", "")
    end, letters, initials = 0, "", ""
    for word in islice(re.finditer(r"\S+", text), LONGEST_NAME):
        letters += "".join(filter(str.isalnum, fold(word[0])))
        initials += fold(word[0])[:1]
        if len(label) > 1 and (letters in {label, "the" + label, host.replace(".", "")} or initials == label):
            end = word.end()
    return end


def signatures(text: str) -> list[tuple[int, int]]:
    """What tells the writer covers ("By Lina Haddad"), and places where a cue of the day stands."""
    found: list[tuple[int, int]] = []
    days = [day.start for day in find_dates(text[:HEAD])]
    for match in _SIGNED.finditer(text):
        name = match["name"]
        if name and (day := next((day for day in days if match.start("name") < day < match.end()), None)):
            name = text[match.start("name") : day].rstrip()  # "By Lina Haddad March 4, 2021"
        short = (
            name and len(name.split()) > 2 and is_name(name.rsplit(" ", 1)[0]) and name.rsplit(" ", 1)[1] in starters()
        )
        length = name.rindex(" ") if name and short else len(name or "")
        end = match.start("name") + length if name else match.start()
        if not name or is_name(text[match.start("name") : end]):
            found.append((match.start(), end))
    return found


def sentence_ends(text: str) -> Iterator[int]:
    """The places behind full stops that end a sentence."""
    ends = (match.start() for match in _SENTENCE_END.finditer(text))
    return (end for end in ends if not abbreviation().search(text[max(0, end - LONGEST) : end - 1]))
