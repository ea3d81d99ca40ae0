"""The place that a byline or date line names.

In: a line at the head of an article. Out: the place, or None.
"""

import re

from communique.page.dates.calendar import DateMatch, find_dates
from communique.page.dates.dateline import CLOCK, name_fields
from communique.page.dates.words import capitals, country_names, cue_words, is_agency, is_menu
from communique.page.names import is_city, is_name
from communique.page.vocabulary import agencies
from communique.registry.matcher import fold

_CUE = re.compile(r"From:?\s(?=[A-Z][\w.-]+ [A-Z][^|]{1,40}, [A-Z])")
_NOTE = re.compile(r"\([^()]{1,60}\)")


def _behind(line: str, dates: list[DateMatch]) -> str | None:
    """The capital behind an agency or the day: "Press Trust of India Accra", "Published on 10/04/2019 Accra"."""
    if dates:
        named = CLOCK.sub("", line[dates[-1].end :]).strip(" -–,|").removesuffix(" city")
    else:
        words = line.split()
        count = next((n for n in range(1, min(len(words), 6)) if fold(" ".join(words[:n])) in agencies()), 0)
        named = " ".join(words[count:]) if count else ""
    return named if named and fold(named) in capitals() - country_names() else None


def place_beside(line: str) -> str | None:
    """The place that a byline or date line names: "PTI | Chennai | Updated: 24-09-2021", "11:40 | Lima, Nov. 21, 2022".

    A place behind an agency or a writer, or in capitals before the date, need not be known; others must be capitals.
    """
    line = _CUE.sub("", line)
    first, bar, _ = line.partition("|")
    source = bar and (is_agency(first.strip()) or is_name(first.strip()))
    timed = bar and CLOCK.fullmatch(first.strip())  # "11:40 | Tumbes, Jul. 19"
    dates = find_dates(line)
    plain = _NOTE.sub("", line).replace(": ", ", ").replace(" ● ", ", ").replace(" • ", ", ")
    if fold(line) in country_names():
        return None  # a section of the site
    if city := _behind(line, dates):
        return city
    writer, _, city = line.partition(" in ")
    if city.isupper() and is_city(city) and is_name(writer):
        return city  # "Lina Haddad in ACCRA"
    for i, field in enumerate(name_fields(plain) or (name_fields(line[: dates[0].start]) if dates else None) or ()):
        if any(map(str.isdigit, field)) or "." in field or len(field) < 3 or fold(field) in cue_words():
            continue
        shouted = field.isupper() and dates and line[: dates[0].start].strip() == field and not is_menu(field)
        if (
            fold(field) in capitals()
            or (dates and (timed or (is_city(field) and not is_menu(field))))
            or (source and i == 1 and not is_menu(field))
            or (shouted and not is_agency(field))
        ):
            return field
    return None
