"""Who wrote the article, among the lines around its paragraphs.

In: the lines at the head and foot and above the headline, the site's domain, the paragraphs. Out: the writer, or None.
What single lines say is read by `byline.py`; here they are weighed: a cue before a name alone, a person before a
medium, the head before the foot. Whom the article is about did not write it.
"""

import re
from dataclasses import dataclass

from communique.page.byline import is_desk, said_byline, signer, sole_byline, unedited, without_account
from communique.page.dates.calendar import find_dates
from communique.page.dates.dateline import LONGEST, is_clock, is_date_line
from communique.page.dates.words import is_agency
from communique.page.lines.features import look_at
from communique.page.lines.lines import Line
from communique.page.names import buttons, is_city, is_name, is_person
from communique.page.outlets import agency, is_outlet, is_press_office
from communique.page.ranks import without_rank
from communique.page.signatures import bare, initials
from communique.page.vocabulary import agencies, word_list
from communique.registry.matcher import fold
from communique.registry.publishers import names_of

CAPTIONED = 6  # words above a name and an agency, and more, are the caption of their picture
WHOLE = 6  # letters of a site's name, and no fewer, with which a longer name may begin
OFFICE = 8  # words of the office below the name of who signed a statement
MENU = 5  # words, and no fewer, has a row of a site's sections
NAMED = 4  # words of a medium's name
_SHOUTED = re.compile(r"[A-Z]{3,6}")
_LETTERS = re.compile(r"\(?(?!end\b|ii+\b)([a-z]{2,3})\)?$")  # the writer's initials right behind the text
_EDITORS = frozenset(("editor", "web editor", "online editor", "edited by", "editing by", "editado por", "edite par"))
_OTHERS = frozenset(("photographer", "photo", "photos", "photo by", "translator", "translated by", *_EDITORS))
_FRAME = " ()[],-–—"
_POSTED = ("posted", "post by", "published", "added")
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
        _with_cue([*lines.head, *lines.foot])
        or _at_head(head, domain)
        or _signed_off(body)
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


def _is_section(line: str, above: list[str]) -> bool:
    """Whether a name alone on a line stands among others in a row above the headline, which is a menu."""
    return any(line in row and len(row.split()) >= MENU for row in above)


def _with_cue(lines: list[str]) -> str | None:
    """The first writer named with a cue; a person before the medium named above him."""
    names = filter(None, map(_said, lines))
    first = next(names, None)
    return first if first is None or is_name(first) else next(filter(is_name, names), first)


def _said(line: str) -> str | None:
    """The writer whom a line names with a cue; who posts and is no person is the site."""
    # "(Gazette) by Lina Haddad", "GZT / By Lina Haddad"
    parts = re.split(r" \| |\s?»\s|(?<=\))\s(?=by )|\s/\s(?=By )", line)[1:]
    name = said_byline(line) or next(filter(None, map(said_byline, parts)), None)
    if name is None or is_name(name):
        return name
    told = fold(line)
    posted = told.lstrip(_FRAME).startswith(_POSTED) and "author" not in told
    # "Published: 04:21 pm | By Harbour News Service", "Published on 12.3.2021 at 13h05 by Gazette News"
    apart = any(map(said_byline, parts)) or (find_dates(line) and (agency(name) or is_outlet(name)))
    return None if posted and not apart else name


def _at_head(head: list[str], domain: str | None) -> str | None:
    """The writer alone on a line at the head, or the medium alone there."""
    dated = any(map(is_date_line, head))
    sources = [line for line in head if _is_medium(line, domain) or (is_agency(line) and not find_dates(line))]
    for above, line in zip(["", *head], head, strict=False):
        if (is_credit(line) and len(above.split()) >= CAPTIONED) or fold(above.rstrip(": ")) in _OTHERS:
            continue
        first, _, _ = line.partition("|")
        first = first.strip()
        look = look_at(Line(line))
        if look.values.get("caption", 0.0) > 1:
            continue  # "Amina Yusuf / L. Haddad / GNA", who is seen and who took the picture
        plain = not is_date_line(line) and not look.furniture
        if source := _source(line, domain):
            return source
        named, comma, medium = line.partition(", ")
        if comma and is_name(named) and _is_medium(medium, domain):
            return named
        name = _without_medium(sole_byline(line), domain)
        if name and not is_site(name, domain) and not any(map(_tells, name.split()[1:])):
            return name
        if (is_name(first) and not (first != line and _is_own(first, domain))) or (
            initials(first) and not is_city(first) and plain and (dated or "|" in line) and not is_site(first, domain)
        ):
            return first
    if len(sources) == 1 and _is_medium(sources[0], domain):
        return agency(sources[0]) or sources[0].removeprefix("Source: ").strip(_FRAME)
    return None


def _without_medium(name: str | None, domain: str | None) -> str | None:
    """The writer without the medium that a stroke parts from him: "Lina Haddad | The Gazette"."""
    parts = name.split(" | ") if name else []
    persons = [part for part in parts if not (_is_own(part, domain) or is_outlet(part))]
    return " | ".join(persons) if persons else name


def _source(line: str, domain: str | None) -> str | None:
    """The medium that a line names beside a city or the day: "Aden - Gazette", "India | PTI | Updated: May 5, 2021"."""
    place, _, medium = line.partition(" - ")
    if is_city(place) and (agency(medium) or (medium and _is_own(medium, domain))):
        return medium
    site, _, word = line.rpartition(" ")
    if word.lower() == "report" and _is_own(site, domain):
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
    if len(foot) > 1 and all(is_name(line) and "/" not in line for line in foot[:2]):
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
        name = name or signer(line) or _shared(line, domain)
        name = name or ((_placed(line) or _reporter(line)) if i == 0 else None)
        if name and name == agency(line) and i + 1 < len(foot) and (signed := initials(foot[i + 1])):
            name = signed  # "--IANS" and "rn/rtp" below
        pictured = any(look_at(Line(below)).values.get("caption") for below in foot[i + 1 : i + 2])
        if name and is_name(name) and pictured and without_account(line) == line:
            continue  # who is seen on the picture
        if name == line and is_name(name) and any(map(_is_office, foot[i + 1 : i + 2])):
            return None  # who signed the statement, or whom the press may ask
        if name and name == line and not agency(name) and (is_city(name.title()) or _is_place_in(name, body)):
            return None  # "DHAKA", where a statement was given out
        if name and line[0] == "(" and _abbreviates(name, domain):
            continue
        if name and name in body and not (is_name(name) or agency(line) or "/" in name):
            continue  # the body that the article is about
        site, stroke, person = line.partition("/")
        if stroke and is_site(site, domain) and is_name(person):
            return person
        if name and name == agency(line) and any(map(editor, foot[i + 1 : i + 2])):
            return name  # "GNA" above "Edited by Lina Haddad"
        if name and name == agency(line) == line and name in body[:LONGEST]:
            continue  # the source, which the dateline names
        if not (i or name) and line.isupper() and fold(line) == _label(domain):
            return line  # "GAZETTE" at gazette.example, right behind the text
        if name and is_site(name, domain):
            name = line if "/" in line and not is_site(line, domain) else None  # "JVC/The Gazette" at gazette.example
        if name:
            return name
    return None


def _placed(line: str) -> str | None:
    """The writer with a place behind his name, be it known or not, right behind the text: "Lina Haddad, Wangdue"."""
    name, comma, place = line.partition(", ")
    told = word_list("titles") | word_list("ranks") | word_list("organized")
    alone = comma and _PLACE.fullmatch(place) and fold(place) not in told
    return name if alone and is_name(name) else None


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
    if len(above) > 1 and _is_own(above[0], domain) and is_date_line(above[1]) and not is_clock(above[1]):
        return above[0]
    if len(above) > 1 and is_name(above[0]) and is_date_line(above[1]) and not _is_own(above[0], domain):
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
    return len(parts) == 2 and any(map(agency, parts)) and any(map(is_person, parts))


def signs(line: str) -> bool:
    """Whether a line at the foot names nothing but who wrote or edited the article.

    >>> signs("(END) AB/CD"), signs("Ministers meet")
    (True, False)
    """
    named = initials(line) or agency(line) or said_byline(line)
    return bool(named) or is_name(bare(line)) or unedited(line) != line


def _is_medium(line: str, domain: str | None) -> bool:
    """Whether a line is the name of an agency, of a medium or of the site itself."""
    name = line.strip(_FRAME)
    if agency(line) or "." in name or name.endswith("Agency"):
        return agency(line) is not None  # an agency's full name tells the source
    if fold(name) in buttons():
        return False  # "Google News"
    own = _is_own(name, domain)
    words = name.split() or [""]
    large = (
        all(word[:1].isupper() or word in word_list("name_particles") for word in words)
        and fold(words[0]) not in _POSTED
    )
    named = 1 < len(words) <= NAMED and large and "- " not in name
    return (
        (own and (named or bool(_SHOUTED.fullmatch(name)))) or (named and is_outlet(name)) or fold(name) in agencies()
    )


def is_site(name: str, domain: str | None) -> bool:
    """Whether a name is the publisher's own name.

    >>> is_site("UzA", "uza.uz")
    True
    """
    letters = "".join(filter(str.isalpha, name)).lower()
    site, whole = _label(domain), str(domain).replace(".", "").replace("-", "")
    return bool(domain) and (letters in (site, whole) or (len(letters) > 2 and letters in site))


def _label(domain: str | None) -> str:
    """The first part of a domain, without hyphens, which is mostly the name of the site."""
    return str(domain).split(".")[0].replace("-", "")


def _is_own(name: str, domain: str | None) -> bool:
    """Whether a name is the publisher's or begins with it: "Gazette English" at gazette.example."""
    letters = "".join(filter(str.isalpha, name.removeprefix("The "))).lower()
    site = _label(domain)
    own = letters == site or is_site(name, domain) or (len(site) >= WHOLE and letters.startswith(site))
    return own or fold(name) in names_of(domain)


def _abbreviates(name: str, domain: str | None) -> bool:
    """Whether initials are those of the site: "(ST)" at saharatimes.com."""
    site = iter(str(domain).split(".")[0].removeprefix("the"))
    return name.isupper() and all(letter in site for letter in name.lower())
