"""Who wrote the article, as a line at its head or foot says.

In: a line. Out: the writer's name, initials or agency without the words around it, or None. The cue words in many
languages are data (`registry/chrome.toml`, `bylines`).
"""

import re
from functools import cache
from itertools import takewhile

from communique.page.dates.calendar import find_dates
from communique.page.names import PAIR, are_names, buttons, common_words, is_city, is_name, is_person, plain_words
from communique.page.outlets import agency, are_outlets, behind_agency, is_outlet, is_own_report
from communique.page.ranks import before_office, without_rank, without_unit
from communique.page.vocabulary import word_list
from communique.registry import settings
from communique.registry.countries import find_countries
from communique.registry.matcher import fold

_LONGEST = 160  # characters of a line that names its writer
_TAIL = re.compile(
    r"\s*(?:[|•·»;(–—]|\s[-/]\s|\.\s+(?:PHOTOS?|PIC|FILE)\b|,(?=\s)|\s(?:on|at|for|in|published|posted|updated|last)(?:\s|:|$)|\d|@|https?:|\bwww\.|\s(?:Follow|Share)\b(?!\s[a-z])).*$",
    re.IGNORECASE,
)
_AGENCIES = re.compile(r"[A-Z]{2,12}(?:\s?/\s?[A-Z]{2,12}){1,2}")  # "TIMES / AGENCIES"
_ACCOUNT = re.compile(r"By ([a-z][\w.-]{3,20})")  # "By linah"
# two writers, one with an initial behind the name given: "Yuni A., Kenzu"
_INITIALLED = re.compile(r"[A-Z][a-z]+ [A-Z]\.?, [A-Z][a-z]+(?: [A-Z]\.?)?|[A-Z][a-z]+, [A-Z][a-z]+ [A-Z]\.?")
# an address or an account behind the name, or the site: "Lina Haddad/example.org"
_ADDRESS = r"(?:\s?[,/|–-]\s?|\s)[(<]?(?:\S*@\S+|\[email\s?protected\][)>]?)$"
_ADDRESSED = re.compile(_ADDRESS)
_LEADS = frozenset(("le", "el", "em", "am", "il", "den", "op", "dne", "dnia", "pada"))  # to the day
_GLUED = re.compile(r"(?<=[a-z]):(?=[A-ZÀ-Þ])")
_LABEL = re.compile(r"\s+[^\W\d_]{3,}:(?:\s|\d).*$")  # what else the line tells: "Lina Haddad Email: …"
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?$", re.IGNORECASE)
_SIDES = frozenset(["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"])
_SERVICE = re.compile(r"(.{5,50}?)\s?/\s?[A-Z]{2,8}")  # "Lina Haddad/BGIS"
_HANDLE = re.compile(_ADDRESS + r"|\s?/\s?[\w-]+\.(?:com|net|org|info|[a-z]{2})(?:\.[a-z]{2})?$")
_HANDLE_MARKS = ("@", "/", "[email")  # one of them is in each
_PREPOSITIONS = frozenset({"from", "av", "af", "par", "por", "von", "oleh"})  # before a name, and before much else
_SAID = re.compile(r" (?:by|par|por) ", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?:original (?:version|text|article) in|translated from) \w+ (?=by )", re.IGNORECASE)
_TWICE = re.compile(r"(.{5,40}) \1")  # "Staff Writer Staff Writer"
_BEHIND_NAME = re.compile(r"(.{5,50}?) (?:of|with|via|from|and agencies|for)\b", re.IGNORECASE)
# how old the page was, or how long it takes to read
_RELAYED = re.compile(r"\([A-Z]{4,}\s[-–]\s[^()]{2,40}\)\s")  # "(MENAFN - The Gazette) Lina Haddad"
_AND_STAFF = re.compile(r" and (?:[A-Z]{2,5}|The [A-Z]\w+) (?:Staff|staff)$")  # "Lina Haddad and HPG Staff"
_AGE = re.compile(
    r"[\s|·•,–-]+\d+\s?(?:sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\b.*$", re.IGNORECASE
)
_PLACED = re.compile(
    r"^(.{5,50}?)(?:\s+(?:[-–—|/·•]|(?:recently )?in|IN|from)\s+"
    r"(?:[A-ZÀ-Þ][\w'’.-]+\s?){1,3}(?:,\s(?:[A-ZÀ-Þ][\w'’.-]+\s?){1,2})?|,\s+[A-ZÀ-Þ]{3,20}"
    r"|\s?\((?:[A-Z]{2,8}|The [A-Z][\w’' ]{3,30})\))(?:Share:?)?$"
)  # "Lina Haddad - Brasília", "Lina Haddad, ACCRA", "Lina Haddad (The Gazette)"
_COUNTED = re.compile(r"\s\d[\d,.]*\s(?:comments?|views?|shares?|likes?|reads?)$", re.IGNORECASE)
_BEHIND_STROKE = re.compile(r"^(.+?)(?:\s?[-–—]\s|—)([A-ZÀ-Þ].+)$")  # "Lina Haddad- Accra"
# what stands between the writer and the date: "Lina Haddad · March 12, 2021", "LINA HADDAD - Friday, 12 March 2021"
_BEFORE_DATE = re.compile(
    r"[\s,|·•–—-]*(?:(?:\b\d{1,2}:\d\d\b|\b(?:published|posted|updated|on|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)[\s:,|·•–—-]*)*$",
    re.IGNORECASE,
)
_BEHIND_DATE = re.compile(
    r"^[\s,|·•/–—-]*(?:(?:at\s)?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,4})(?:[+-]\d{1,2})?)?[\s,|·•/–—-]+)?",
    re.IGNORECASE,
)  # "10:15 AM NPT By: "
_EDITED = re.compile(r"(?:[,;|]?\s[(]?(?:edited|editing) by\b|(?<=\w)\seditor\s?:).*$", re.IGNORECASE)
_DESK = re.compile(
    r"(?:\S+ ){0,3}(?:news (?:service|agency|desk|team|network|staff)|web desk|desk|reporters?|correspondents?"
    r"|bureau(?: reports?)?"
    r"|newsroom|staff|staff writers?|(?:staff|agency) reports?"
    r"|(?:press|communications?|media|information|news|web|editorial|public (?:affairs|relations|diplomacy)|pr)"
    r" (?:office|service|unit|section|department|division|cell|wing|centre|center|secretariat|board)(?:, \S+)?)$"
    r"|agencies$"
)
_OUR_OWN = re.compile(
    r"(?:our|an?) (?:\S+ ){0,3}(?:correspondents?|reporters?|staff|bureau|desk|writers?)"
)  # "our diplomatic correspondent"
_MIXED = re.compile(r"[a-z]{2,12}[A-Z]")  # "teleSUR", "defenceWeb"
# "AGERPRES (EN - author: Lina Haddad, editor: Omar Saleh)"
_INSIDE = re.compile(r"(?:\(|^)(?:[^():]{0,20}[-–—,] )?(?:author|reporter|writer)\s?: ([A-ZÀ-Þ][^,;:()]{4,40})[,;)]")
_REPORTS = re.compile(
    r"[*•]?\s?(.{5,40}?) (?:reports|reported|reporting|contributed to this (?:\w+ )?)(?: from| in|from|$)"
)
_AUTHOR = re.compile(
    r"(?:\b(?:author|reporter|writer)\s?:\s?)([a-z]{2,3})$", re.IGNORECASE
)  # "Source: Gazette Author:lh"
_SHOUTED_BEHIND = re.compile(r"^(.*[a-zà-þ]\S*)((?:\s[A-Z]{3,})+)$")  # "Lina Haddad THE GAZETTE"
_ACRONYM_BEHIND = re.compile(
    r"^((?:[A-ZÀ-Þ][\w.'’-]*[a-zà-þ]\s){1,2}[A-ZÀ-Þ][\w.'’-]*[a-zà-þ])\s[A-Z]{3,4}$"
)  # "Lina Haddad TDT"

LONGEST = 400  # characters of a line that could name the writer
NAMED_REPORT = 2  # words of a paper's own report
DESK = 5  # words of a desk's name


@cache
def cues() -> dict[str, None]:
    """The words that lead to a writer, folded: "by", "author"."""
    return {fold(cue): None for cue in settings("chrome")["bylines"]}


@cache
def _first_cues() -> frozenset[str]:
    return frozenset(cue.split()[0] for cue in cues()) | word_list("writers")


def _cue_length(text: str) -> int:
    """Where the name begins behind "By", "Author:", "Article written by"; 0 without a cue."""
    words = text.split(maxsplit=5)
    if not words or fold(words[0]).rstrip(":：|-–៖") not in _first_cues():
        return 0
    for count in range(min(4, len(words) - 1), 0, -1):
        cue = " ".join(words[:count])
        bare = fold(cue.rstrip(":：|-–៖ "))
        # a bare noun needs its colon: "Report: A. Khan", not "Report on trade"
        marked = cue[-1] in ":：|៖" or words[count][0] in ":：|៖"
        named = (bare in word_list("writers") or bare in _PREPOSITIONS or " " in bare) and _opens_with_name(
            " ".join(words[count:])
        )
        if bare in cues() and (named if bare == "from" else marked or bare.endswith(("by", "door")) or named):
            rest = text.split(maxsplit=count)[count]
            return len(text) - len(rest.lstrip(" :：|-–៖"))
    return 0


def _opens_with_name(text: str) -> bool:
    """Whether a name is all that stands before the place or the office: "Lina Haddad in Accra"."""
    name = _without_article(_TAIL.sub("", without_rank(text)))
    return is_name(name.title() if name.isupper() else name)


def said_byline(text: str) -> str | None:
    """The writer that a line names with a cue: "By Trend", "Author: X", "Article written by X for site".

    >>> said_byline("Article written by Lina Haddad for news.example")
    'Lina Haddad'
    >>> said_byline("By the end of the year trade will have doubled.") is None
    True
    """
    # "(Reporting by Lina Haddad in Accra; editing by Omar Saleh)", "- Post by Lina Haddad", "Author:Lina Haddad"
    text = _LANGUAGE.sub("", text) if "by " in text else text
    text = unedited(text.removeprefix("(*)").lstrip("([-–—•| "))
    text = _GLUED.sub(": ", text, count=1) if ":" in text else text
    text = text[:-1] if text[-1:] in (")", "]") and not {"(", "["} & set(text) else text
    if whole := _whole_form(text):
        return whole
    start = _cue_length(text)
    if len(text.partition(" | ")[0]) > _LONGEST:
        return None
    if not start:
        return _behind_date(text) if _SAID.search(text) or ": " in text else None
    name = _cut_to_name(text[start:].strip())
    words = name.split()
    if not words or text[-1] in "?!" or len(words) > 8 or _is_no_name(name):
        return None
    small = sum(map(str.islower, words))
    sentence = text.endswith(".") and len(text.split()) > 6 and ":" not in text[: start + 1]
    dated = is_name(name) and find_dates(text)  # "By Lina Haddad Updated May 5, 2021, local time."
    plain = small <= len(words) // 2 or _OUR_OWN.fullmatch(fold(name))
    return name if plain and (dated or not sentence) else None


def _whole_form(text: str) -> str | None:
    """The writer in lines of a form of their own: accounts, "X reports from", "Author X", a name inside."""
    if (account := _ACCOUNT.fullmatch(text)) and not (account[1] in buttons() or names_nobody(account[1])):
        return account[1]
    if ("report" in text or "contributed" in text) and (reports := _REPORTS.match(text)) and is_name(reports[1]):
        return reports[1]
    if ":" not in text:
        return None
    if author := _AUTHOR.search(text):
        return author[1]
    inside = _INSIDE.search(text)
    return inside[1] if inside and is_name(inside[1]) else None


def _behind_date(text: str) -> str | None:
    """The writer in "Posted on March 12, 2021 by Lina Haddad", "March 12, 2021 10:15 AM Author: Lina Haddad"."""
    dates = find_dates(text)
    behind = _BEHIND_DATE.sub("", text[dates[-1].end :] + " ").strip(" ,|·•–—-") if dates else ""
    said = behind.lower().startswith(("by ", "par ", "por ")) or ":" in behind[: _cue_length(behind)]
    return said_byline(behind) if said else None


def _cut_to_name(rest: str) -> str:
    """The name behind a cue, without the date, the office, the account and the place that follow it."""
    said = _LABEL.sub("", rest.partition(" | ")[0])
    rest = unranked = without_rank(said)
    if dates := find_dates(rest):
        rest = _without_article(rest[: dates[0].start])
    rest = rest.rstrip(" –—|-")
    before, dash, behind = rest.rpartition(" – ")
    rest = before if dash and agency(behind.rstrip(": ")) else rest  # "By Lina Haddad, Omar Saleh – Trend:"
    rest = without_office(_HANDLE.sub("", rest))
    several = PAIR.search(rest) and are_names(rest) and word_list("organized").isdisjoint(plain_words(rest))
    name = (
        rest
        if several or _AGENCIES.fullmatch(rest) or _INITIALLED.fullmatch(rest.strip())
        else _without_article(_TAIL.sub("", rest))
    )
    name = name.strip(" .,;:|–—-").rstrip("([ ")
    name = _behind_outlet(name)
    for pattern in (_BEHIND_NAME, _SHOUTED_BEHIND, _SERVICE):
        further = pattern.match(name)
        name = further[1] if further and is_name(further[1]) else name
    placed = _BEHIND_STROKE.match(name)
    name = placed[1] if placed and is_name(placed[1]) and is_city(placed[2]) else name
    return name if several or unranked == said or is_name(name) else without_unit(name)


def _behind_outlet(name: str) -> str:
    """A writer's name without the medium's in front of it: "Diplomacy Journal Lee Sun-bok"."""
    words = name.split()
    parts = ((" ".join(words[:n]), " ".join(words[n:])) for n in range(2, len(words) - 1))
    return next((rest for medium, rest in parts if is_outlet(medium) and is_name(rest)), name)


def _without_article(text: str) -> str:
    """What stands before a day without the words that lead to it: "Lina Haddad le mardi", "Lina Haddad em"."""
    words = text.split()
    while len(words) > 2 and (fold(words[-1]) in word_list("weekdays") or words[-1] in _LEADS or _DAY.match(words[-1])):
        words.pop()
    return " ".join(words)


def _is_no_name(name: str) -> bool:
    """Whether what stands behind a cue is a title, a button, a word for nobody, or begins with a small letter."""
    titles = word_list("titles").issuperset(map(fold, name.split()))
    button = " " not in name and fold(name) in buttons()
    large = _begins_large(name.lstrip("'‘’ʻ")) or _MIXED.match(name) or _OUR_OWN.fullmatch(fold(name))
    return titles or button or names_nobody(name) or not large


def _begins_large(name: str) -> bool:
    """Whether a name begins with a capital, or with a letter of a script that has none."""
    first = name[:1]
    return first.isupper() or (first.isalpha() and not first.islower())


def names_nobody(name: str) -> bool:
    """Whether a name is that of an account: "admin", "Super User", and no office: "Chief Editor"."""
    words = fold(name).split()
    office = len(words) > 1 and words[0] in word_list("ranks") and words[-1] in word_list("writers")
    return word_list("nobody").issuperset(words) and not office


def without_office(text: str) -> str:
    """A name without the writer's office behind it.

    >>> without_office("Lina Haddad, Senior Reporter"), without_office("Staff Writer Omar Saleh")
    ('Lina Haddad', 'Omar Saleh')
    >>> without_office("Xinhua writer Lina Haddad")
    'Lina Haddad'
    """
    words = text.split()
    offices = word_list("writers") | word_list("ranks")
    if len(words) > 3 and fold(words[1]).removesuffix("s") in word_list("writers") and agency(words[0]):
        return " ".join(words[2:])  # "Xinhua writers Lina Haddad, Omar Saleh"
    leading = list(takewhile(lambda word: fold(word) in offices, words))
    if leading and any(fold(word) in cues() for word in words[len(leading) :][:1]):
        return text  # "Staff Report"
    if len(words) > len(leading) and any(fold(word) in word_list("writers") for word in leading):
        words = words[len(leading) :]  # "Staff Writer Lina Haddad"
        text = " ".join(words)
    if not words or fold(words[-1]) not in word_list("writers") or _AND_STAFF.search(text):
        return text
    if "," in text:
        return text[: text.index(",")]
    shouted = list(takewhile(str.isupper, words))
    while words and (words[-1].islower() or fold(words[-1]) in offices | word_list("organized")):
        words.pop()
    kept = shouted if len(shouted) > 1 else words
    placed = not _SIDES.isdisjoint(map(fold, kept))  # "Northern Region Correspondent"
    placed |= (common_words() | word_list("titles")).issuperset(map(fold, kept))  # "Defence General Staff"
    return " ".join(kept) if len(kept) > 1 and not placed else text


def unedited(text: str) -> str:
    """A line without its editor: "Lina Haddad from Accra, edited by Omar Saleh"."""
    return _EDITED.sub("", text) if "dit" in text else text


def without_account(text: str) -> str:
    """A line without the address, account or site behind the writer: "Lina Haddad/example.org"."""
    if len(text) > LONGEST:
        return text
    return (_HANDLE.sub("", text) if any(mark in text for mark in _HANDLE_MARKS) else text).strip()


def signer(text: str) -> str | None:
    """The name in a line that has but an address or a city behind it.

    >>> signer("Lina Haddad, lina@gazette.example"), signer("Lina Haddad from Accra"), signer("Lina Haddad in talks")
    ('Lina Haddad', 'Lina Haddad', None)
    >>> signer("Lina Haddad (The Harbour Post)"), signer("Lina Haddad/Staff Reporter")
    ('Lina Haddad', 'Lina Haddad')
    """
    for place in (" in ", " from "):
        name, _, city = text.partition(place)
        if (
            city
            and is_city(city)
            and is_name(name)
            and not any(m.value.form == "demonym" for m in find_countries(name))
        ):
            return name  # but "Senior Eritrean Delegation in Juba"
    name, _, medium = text.partition(" (")
    if (
        medium[-1:] == ")"
        and (is_outlet(medium[:-1]) or (is_city(medium[:-1]) and not is_outlet(name)))
        and is_name(name)
    ):
        return name
    name, _, city = text.partition("/")
    if city and is_name(name.strip()) and (is_city(city.strip()) or _is_rank(city)):
        return name.strip()
    name, _, office = text.partition(", ")
    if office and fold(office.split(maxsplit=1)[0]) in word_list("writers") and is_name(name):
        return name  # "Lina Haddad, correspondent of the Gazette in Accra"
    name = _ADDRESSED.sub("", text).rstrip() if "@" in text or "[email" in text else text
    name = without_office(name) if name != text else name
    signed = name != text and is_person(name) and word_list("organized").isdisjoint(plain_words(name))
    return name if signed else None


def _is_rank(text: str) -> bool:
    """Whether a few words are nothing but a writer's office: "Staff Reporter"."""
    words = list(map(fold, text.split()))
    offices = word_list("writers")
    return not offices.isdisjoint(words) and (offices | word_list("ranks")).issuperset(words)


def is_desk(text: str) -> bool:
    """Whether a line is the name of a desk and nothing else.

    >>> is_desk("Our Staff Reporter"), is_desk("Harbour News Team"), is_desk("The reporters asked")
    (True, True, False)
    """
    large = text[:1].isupper() and 1 < len(text.split()) <= DESK and not _cue_length(text)
    return large and bool(_DESK.fullmatch(fold(text)) or _OUR_OWN.fullmatch(fold(text)))


def sole_byline(text: str) -> str | None:
    """The writer or desk that a line at the head names without a cue, with a place, an office or an account behind it.

    >>> sole_byline("Isadora Haddad - Brasília"), sole_byline("OMAR SALEH"), sole_byline("Himalayan News Service")
    ('Isadora Haddad', 'OMAR SALEH', 'Himalayan News Service')
    """
    text = _COUNTED.sub("", _AGE.sub("", unedited(text)))
    text = text[relayed.end() :] if (relayed := _RELAYED.match(text)) else text
    if name := signer(text):
        return name
    if are_outlets(text) or is_own_report(text):
        return text
    placed = _BEHIND_STROKE.match(text)
    if placed and is_name(placed[1]) and is_city(placed[2]):
        return placed[1]  # "Lina Haddad—Nairobi"
    name = behind_agency(text)
    if is_name(name):
        return name
    dates = find_dates(text)
    if dates:
        before = _BEFORE_DATE.sub("", text[: dates[0].start])
        text = before or _BEHIND_DATE.sub("", text[dates[-1].end :])
        if agency(before) and dates[0].year:
            return before  # "BNS 2021.05.18 11:45"
        if before and fold(before.split()[-1]) in word_list("premises"):
            return None  # "Rideau Hall, Tuesday, September 22, 2015"
        sent = before.split(" - ")
        if len(sent) > 1 and agency(sent[0]) and is_name(sent[1]):
            return sent[1]  # "CNA - Lina Haddad - Cyprus/NICOSIA 06/11/2019 13:40"
        if len(text.split()) == NAMED_REPORT and text.endswith((" Report", " report")) and before:
            return text  # "Recorder Report Published November 30, 2022"
    several = text.split(" | ")
    if len(several) > 1 and all(map(is_name, several)):
        return text
    if name := before_office(text):
        return name
    text = twice[1] if (twice := _TWICE.fullmatch(text)) else text
    before, _, city = text.rpartition(" ")
    if city.isupper() and " " in before and not before.endswith(",") and not before.isupper() and is_city(city):
        text = before  # "Redazione GAZETTE ROME"
    placed = _PLACED.match(text)
    name = without_office(without_account(placed[1] if placed else text))
    shouted = _ACRONYM_BEHIND.match(name)
    if shouted and is_name(shouted[1]):
        return shouted[1]
    before, comma, city = text.partition(", ")
    if comma and is_name(before) and is_outlet(city):
        return before
    if is_name(name) or (name.isupper() and is_name(name.title())):
        return name
    large = before.isupper() and is_name(before.title())
    team = before[:1].isupper() and " " in before and _DESK.match(fold(before))
    if comma and (is_name(before) or large or agency(before) or team) and is_city(city):
        return before
    desk = (placed[1] if placed and not _DESK.match(fold(text)) else text).removeprefix("By ")
    desk = desk.removeprefix("From ")
    if desk[:1].isupper() and _DESK.match(fold(desk)) and (len(desk.split()) > 1 or desk.endswith(("s", "room"))):
        return desk
    return None
