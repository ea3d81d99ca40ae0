"""Who wrote the article, among the lines around its paragraphs.

In: the lines at the head and foot and above the headline, the site's domain, the paragraphs. Out: the writer, or None.
What single lines say is read by `byline.py`; here they are weighed: a cue before a name alone, a person before a
medium, the head before the foot. Whom the article is about did not write it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from communique.page.byline import is_desk, said_byline, signer, sole_byline, unedited, without_account
from communique.page.dates.calendar import find_dates
from communique.page.dates.dateline import LONGEST, is_clock, is_date_line
from communique.page.dates.words import is_agency
from communique.page.lines.features import look_at
from communique.page.lines.lines import Line
from communique.page.names import is_city, is_name, is_person
from communique.page.outlets import agency, behind_agency, is_outlet, is_press_office
from communique.page.own_names import FRAME, POSTED, SHOUTED, abbreviates, is_medium, is_own, is_site, label
from communique.page.ranks import without_rank
from communique.page.signatures import bare, initials
from communique.page.vocabulary import agencies, word_list
from communique.registry.matcher import fold

CAPTIONED = 6  # words above a name and an agency, and more, are the caption of their picture
OFFICE = 8  # words of the office below the name of who signed a statement
MENU = 5  # words, and no fewer, has a row of a site's sections
_LETTERS = re.compile(r"\(?(?!end\b|ii+\b)([a-z]{2,3})\)?$")  # the writer's initials right behind the text
_EDITORS = frozenset(("editor", "web editor", "online editor", "edited by", "editing by", "editado por", "edite par"))
_OTHERS = frozenset(("photographer", "photo", "photos", "photo by", "translator", "translated by", *_EDITORS))
_PRESS_OFFICER = re.compile(  # who writes a mission's releases
    r"(?:Information|Press|Media|Communications?|Public (?:Relations|Affairs)) (?:Attach[eé]|Secretary|Assistant)"
)
_CORRESPONDENT = re.compile(
    r"/ ?[A-Z][A-Za-z]+(?: News)?,? (?:(?:special )?corr(?:espondent|\.)?:? )([A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w'-]+)?) ?/"
)
# "(Gazette) by Lina Haddad", "GZT / By Lina Haddad"
_PARTS = re.compile(r" \| |\s?»\s|(?<=\))\s(?=by )|\s/\s(?=By )|,\s(?=by )")
_ISSUED = frozenset(("for immediate release", "immediate release", "for release"))
_FROM = re.compile(r"from:?\s", re.IGNORECASE)
_PLACE = re.compile(r"[A-ZÀ-Þ][a-zà-þ]{3,}")
_TWO_NAMES = re.compile(r"(?:[A-Z]\. ?)?[A-Z][a-z]{2,}/(?!End)(?:[A-Z]\. ?)?[A-Z][a-z]{2,}")
_CLOSING = re.compile(  # "… there. Lina Haddad/AGY", "… there.—Lina Haddad", "… there. (end) ab.cd"
    r"[.!?][\"”’]? ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}/[A-Z]{2,8})$"
    r"|[.!?][\"”’]? ?(?:—|–|--) ?([A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){1,3})$"
    r"|\((?:end|END)\) ?([a-z]{2,4}\.[a-z]{2,4}|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,2})$"
)


@dataclass(frozen=True, slots=True)
class Around:
    """The lines beside the paragraphs: below the headline, behind the last one, and above the headline upwards."""

    head: list[str]
    foot: list[str]
    above: list[str]


def writer(lines: Around, domain: str | None, body: str) -> str | None:
    """Who wrote the article.

    Args:
        lines: what stands around the paragraphs.
        domain: the site's domain, if it is known.
        body: the paragraphs; who stands in them wrote no line that has but a name.

    Returns:
        The writer's name or initials, or the medium in his place; None if no line says it.

    >>> writer(Around(["By Gazette News", "By Lina Haddad"], [], []), None, "")
    'Lina Haddad'
    """
    lines = Around(*([line.lstrip("•·* ") or line for line in some] for some in (lines.head, lines.foot, lines.above)))
    sections = {part.strip() for line in lines.above if "|" in line for part in line.split("|")}
    head = [line for line in lines.head if not (is_name(line) and (line in body or _is_section(line, lines.above)))]
    head = [line for line in head if line not in sections]
    found = (
        _with_cue([*_with_next(lines.head), *_with_next(lines.foot)])
        or next(filter(None, map(_author, lines.above[:2])), None)
        or _at_head(head, domain)
        or _signed_off(body)
        or _in_dateline(body)
        or _at_foot([line for line in lines.foot if line not in lines.above], domain, body)
        or _above(lines.above, domain)
    )
    return found and without_rank(found)


def _signed_off(body: str) -> str | None:
    """The writer whom the last paragraph names behind its end."""
    closing = _CLOSING.search(body[-80:])
    if closing is None or closing[2] is None:
        return closing and (closing[1] or closing[3])
    return closing[2] if is_name(closing[2]) else None


def _in_dateline(body: str) -> str | None:
    """The correspondent whom a dateline between strokes names: "Baku, 8 October / Trend corr. L.Ismayilzade/"."""
    sent = _CORRESPONDENT.search(body[:LONGEST])
    return sent[1] if sent and is_name(re.sub(r"\.(?=[A-Z])", ". ", sent[1])) else None


def _is_section(line: str, above: list[str]) -> bool:
    """Whether a name alone on a line stands among others in a row above the headline, which is a menu."""
    return any(line in row and len(row.split()) >= MENU for row in above)


def _with_cue(lines: list[str]) -> str | None:
    """The first writer named with a cue; a person before the medium named above him."""
    names = filter(None, map(_said, lines))
    first = next(names, None)
    return first if first is None or is_name(first) else next(filter(is_name, names), first)


def _with_next(lines: list[str]) -> Iterator[str]:
    """The lines; one that ends with "by" together with the next: "Information prepared by", "Media Division"."""
    for line, behind in zip_longest(lines, lines[1:], fillvalue=""):
        named = line.endswith(" by") and (is_name(behind) or is_desk(behind))
        yield f"{line} {behind}" if named else line


def _author(line: str) -> str | None:
    """The person whom a line right above the headline calls its author: "Author: Lina Haddad"."""
    name = said_byline(line) if line.startswith(("Author", "By ", "Written by")) else None
    return name if name and is_name(name) else None


def _said(line: str) -> str | None:
    """The writer whom a line names with a cue; who posts and is no person is the site."""
    parts = _PARTS.split(line)[1:]
    name = said_byline(line) or next(filter(None, map(said_byline, parts)), None)
    if name is None or is_name(name):
        return name
    told = fold(line)
    posted = told.lstrip(FRAME).startswith(POSTED) and "author" not in told
    # "Published: 04:21 pm | By Harbour News Service", "Published on 12.3.2021 at 13h05 by Gazette News"
    apart = any(map(said_byline, parts)) or (find_dates(line) and (agency(name) or is_outlet(name)))
    return None if posted and not apart else name


def _at_head(head: list[str], domain: str | None) -> str | None:
    """The writer alone on a line at the head, or the medium alone there."""
    dated = any(map(is_date_line, head))
    sources = [line for line in head if is_medium(line, domain) or (is_agency(line) and not find_dates(line))]
    for above, line, below in zip(["", *head], head, [*head[1:], ""], strict=False):
        if is_credit(below) and is_name(line):
            continue  # who is seen on the picture
        if (is_credit(line) and len(above.split()) >= CAPTIONED) or fold(above.rstrip(": ")) in _OTHERS:
            continue
        if "©" in line or fold(above) in _ISSUED:
            continue  # whose picture it is, who issues what follows
        first, _, _ = line.partition("|")
        first = first.strip()
        look = look_at(Line(line))
        if look.values.get("caption", 0.0) > 1:
            continue  # "Amina Yusuf / L. Haddad / GNA", who is seen and who took the picture
        plain = not is_date_line(line) and not look.furniture
        if source := _source(line, domain):
            return source
        named, comma, medium = line.partition(", ")
        if comma and (is_name(named) or _reporter(named)) and (is_medium(medium, domain) or is_site(medium, domain)):
            return named
        name = _without_medium(sole_byline(line), domain)
        if name and not is_site(name, domain) and not any(map(_tells, name.split()[1:])):
            return name
        if (is_name(first) and not (first != line and is_own(first, domain))) or (
            initials(first) and not is_city(first) and plain and (dated or "|" in line) and not is_site(first, domain)
        ):
            return first
    if len(sources) == 1 and is_medium(sources[0], domain):
        return agency(sources[0]) or sources[0].removeprefix("Source: ").strip(FRAME)
    return None


def _without_medium(name: str | None, domain: str | None) -> str | None:
    """The writer without the medium that a stroke parts from him: "Lina Haddad | The Gazette"."""
    parts = name.split(" | ") if name else []
    persons = [part for part in parts if not (is_own(part, domain) or is_outlet(part))]
    return " | ".join(persons) if persons else name


def _source(line: str, domain: str | None) -> str | None:
    """The medium that a line names beside a city or the day: "Aden - Gazette", "India | PTI | Updated: May 5, 2021"."""
    place, _, medium = line.partition(" - ")
    if medium and is_city(place) and (agency(medium) or is_own(medium, domain) or is_name(medium)):
        return medium  # also "Riyadh - Lina Haddad"
    site, _, word = line.rpartition(" ")
    if word.lower() == "report" and is_own(site, domain):
        return line  # "Gazette report"
    sender, bar, day = line.partition(" | ")
    if bar and agency(sender) and is_date_line(day) and "|" not in day:
        return sender  # "ANI | Updated: Oct 18, 2023 22:19 IST"
    if shared := _shared(line, domain):
        return shared
    several = line.split(", ")
    if (
        len(several) > 1
        and any(map(agency, several))
        and all(agency(part) or is_site(part, domain) for part in several)
    ):
        return line  # "Gazette.lt, BNS"
    parts = line.split(" | ")[1:] if find_dates(line) else []
    named = [part for part in parts[1:] if is_name(part)]  # "March 12, 2021 | News | Lina Haddad"
    return next((part for part in parts if fold(part) in agencies()), named[0] if len(named) == 1 else None)


def _shared(line: str, domain: str | None) -> str | None:
    """A medium that wrote with others: "The Gazette and agencies"."""
    first, joined, others = line.partition(" and ")
    own = joined and others == "agencies" and (agency(first) or is_outlet(first) or is_site(first, domain))
    return line if own else None


def _reporter(line: str) -> str | None:
    """The reporter of the paper's own, whom no name tells: "Our Staff Reporter"."""
    return line if is_desk(line) and fold(line.split()[-1]) in word_list("writers") else None


def _tells(word: str) -> bool:
    """Whether a word is a verb of headlines in the past tense: "Welcomed", not "Mohamed"."""
    finite = word_list("finite")
    return word.endswith("ed") and (f"{word[:-1]}s".lower() in finite or f"{word[:-2]}s".lower() in finite)


def _at_foot(foot: list[str], domain: str | None, body: str) -> str | None:
    """The writer who signed behind the last paragraph."""
    if foot and (letters := _LETTERS.match(foot[0])):
        return letters[1]
    if len(foot) > 1 and all(is_person(line) and not ("/" in line or is_outlet(line)) for line in foot[:2]):
        return None  # links to what else the site has
    for i, line in enumerate(foot[:2]):
        if i and (seen := look_at(Line(foot[0]))).furniture and not seen.values.get("end"):
            break  # links to what else the site has
        if is_date_line(line) and "/" not in bare(line):
            continue  # "MAP 12 March 2021"
        name = bare(line) if is_name(bare(line)) or _is_pair(line, domain) else initials(line) or agency(line)
        sent = agency(line.rpartition(", ")[2])  # "Lina Haddad, UzA"
        if name is None and (sent or unedited(line) != line or without_account(line) != line):
            name = sole_byline(line)
        name = name or signer(line) or _shared(line, domain) or _behind_medium(line)
        name = name or ((_placed(line) or _reporter(line)) if i == 0 else None)
        if name and name == agency(line) and i + 1 < len(foot) and (signed := initials(foot[i + 1])):
            name = signed  # "--IANS" and "rn/rtp" below
        if name and is_name(name) and without_account(line) == line and any(map(_is_caption, foot[i + 1 : i + 2])):
            continue  # who is seen on the picture
        if name == line and is_name(name) and any(map(_PRESS_OFFICER.fullmatch, foot[i + 1 : i + 2])):
            return name
        if name == line and is_name(name) and any(map(_is_office, foot[i + 1 : i + 2])):
            return None  # who signed the statement, or whom the press may ask
        if name and name == line and not agency(name) and (is_city(name.title()) or _is_place_in(name, body)):
            return None  # "DHAKA", where a statement was given out
        if name and line[0] == "(" and abbreviates(name, domain):
            continue
        if name and _is_said(name, body) and not (is_name(name) or agency(line) or "/" in name):
            continue  # the body that the article is about
        site, stroke, person = line.partition("/")
        if stroke and is_site(site, domain) and is_name(person):
            return person
        if name and name == agency(line) and any(map(editor, foot[i + 1 : i + 2])):
            return name  # "GNA" above "Edited by Lina Haddad"
        if name and name == agency(line) == line and name in body[:LONGEST]:
            continue  # the source, which the dateline names
        if not (i or name) and line.isupper() and fold(line) == label(domain):
            return line  # "GAZETTE" at gazette.example, right behind the text
        if name and is_site(name, domain):
            name = line if "/" in line and not is_site(line, domain) else None  # "JVC/The Gazette" at gazette.example
        if name:
            return name
    return None


def _is_caption(line: str) -> bool:
    return bool(look_at(Line(line)).values.get("caption"))


def _behind_medium(line: str) -> str | None:
    """The person behind the medium that the text is from: "HARBOUR HERALD – Lina Haddad"."""
    name = behind_agency(line)
    return name if is_name(name) else None


def _placed(line: str) -> str | None:
    """The writer with a place behind his name, be it known or not, right behind the text: "Lina Haddad, Wangdue"."""
    name, comma, place = line.partition(", ")
    told = word_list("titles") | word_list("ranks") | word_list("organized")
    alone = comma and _PLACE.fullmatch(place) and fold(place) not in told
    return name if alone and is_name(name) else None


def _is_said(name: str, body: str) -> bool:
    """Whether words stand in the article, and not only as letters of other words."""
    return name in body and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", body) is not None


def _is_place_in(name: str, body: str) -> bool:
    """Whether the article says that something took place in what could be a name: "in Katima Mulilo"."""
    return any(f" {before} {name}" in body for before in ("in", "at", "near"))


def _is_pair(line: str, domain: str | None) -> bool:
    """Whether a line is the given names of who wrote and who edited: "Lina/Omar"."""
    parts = line.split("/")
    return bool(_TWO_NAMES.fullmatch(line)) and not any(agency(part) or is_site(part, domain) for part in parts)


def _is_office(line: str) -> bool:
    words = fold(line.replace(",", " ")).split()
    office = not word_list("titles").isdisjoint(words) or is_press_office(line)
    return len(words) <= OFFICE and office and not is_name(line)


def _above(above: list[str], domain: str | None) -> str | None:
    """The writer on the lines above the headline, the nearest first."""
    if len(above) > 1 and is_own(above[0], domain) and is_date_line(above[1]) and not is_clock(above[1]):
        return above[0]
    if len(above) > 1 and is_name(above[0]) and is_date_line(above[1]) and not is_own(above[0], domain):
        return above[0]
    if len(above) > 1 and is_date_line(above[0]) and agency(above[1]) == above[1] and not is_site(above[1], domain):
        return above[1]  # "UNB" above the day
    behind = next((line for line in above if not is_date_line(line)), "")
    if behind and behind != above[0] and fold(behind.split()[-1]) in word_list("writers") and sole_byline(behind):
        return behind  # "Staff Correspondent" above the day, that above the headline
    if above and (reporter := _reporter(above[0])):
        return reporter
    sources = (line[cue.end() :] for line in above if (cue := _FROM.match(line)) and is_outlet(line[cue.end() :]))
    return next(filter(None, [*map(said_byline, above), *map(dated_byline, above), *sources]), None)


def dated_byline(line: str) -> str | None:
    """The writer whom a line on the headline names beside the day, city or address: "Lina Haddad 27th May 2021".

    >>> dated_byline("Lina Haddad 27th May 2021"), dated_byline("Lina Haddad")
    ('Lina Haddad', None)
    """
    if signed := signer(line):
        return signed
    _, comma, city = line.partition(", ")
    told = any(match.year for match in find_dates(line)) or (comma and is_city(city))
    name = sole_byline(line) if told else None
    return name if name and is_name(name) else None


def editor(text: str) -> str | None:
    """The editor whom a line names, who stands for the writer where no line names him.

    >>> editor("Editor: Lina Haddad"), editor("Editor's picks")
    ('Lina Haddad', None)
    """
    text = text[1:-1] if text[:1] + text[-1:] == "()" else text
    cue, colon, name = text.partition(":")
    if not colon:
        cue, name = " ".join(text.split()[:2]), " ".join(text.split()[2:])  # "Edited by Lina Haddad"
    named = name.strip()
    told = re.sub(r"\.(?=[A-Z])", ". ", named)  # "Omar T.Saleh"
    return named if fold(cue.strip()) in _EDITORS and named and is_name(told) else None


def is_credit(text: str) -> bool:
    """Whether a line could say who took a picture: a name, a stroke and an agency, in either order.

    >>> is_credit("Lina Haddad/Reuters"), is_credit("Lina Haddad / Omar Saleh")
    (True, False)
    """
    parts = [part.strip() for part in text.split("/")]
    media = any(agency(part) or SHOUTED.fullmatch(part) for part in parts)
    return len(parts) == 2 and media and any(map(is_person, parts))


def signs(line: str) -> bool:
    """Whether a line at the foot names nothing but who wrote or edited the article.

    >>> signs("(END) AB/CD"), signs("Ministers meet")
    (True, False)
    """
    named = initials(line) or agency(line) or said_byline(line)
    return bool(named) or is_name(bare(line)) or unedited(line) != line
