"""Agencies and media where a writer's name could stand.

In: a line or a part of it. Out: the agency that it names, or whether it names media. The agencies' names come from the
registry of publishers.
"""

import re

from communique.page.vocabulary import agencies, menu_words, word_list
from communique.registry.matcher import fold

_OUTLET = re.compile(r"[A-Z]{2,8}(?: [A-Z][a-z]+)?")  # "GNA", "GBC Radio"
# "FE REPORT", "TBS Report", and no report of an organisation
_OWN_REPORT = re.compile(r"(?!UN |EU |US |UK |IMF |WHO |AU )[A-Z]{2,5} (?:REPORT|Report)")
_DESK_WORDS = 9  # and no more has the name of a press office
_TOLD = r"(?:Media|Press|Communications?|Information|Public (?:Relations|Affairs|Diplomacy)|PR)"
_OFFICE = (
    r"(?:Department|Dept\.?|Office|Service|Unit|Section|Desk|Wing|Cell|Division|Directorate|Bureau|Team"
    r"|Cent(?:re|er)|Branch)"
)
_PRESS_OFFICE = re.compile(
    r"(?!By |From )(?:[A-Z][\w.'’-]*,? |(?:of|for|the|and|&|to) ){0,5}"
    rf"(?:{_TOLD}(?: (?:and|&) [A-Z][a-z]+(?: [A-Z][a-z]+)?)? {_OFFICE}"
    rf"|{_OFFICE} (?:of|for) (?:the )?(?:[A-Z][a-z]+ ){{0,2}}{_TOLD})"
    r"(?:(?:,| of| at| in|,? [-–—/]) (?:the )?[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|of|for|the|and)){0,5})?"
)
_AGENCY_MARKS = re.compile(r"^(?:[-–—/]{1,2}\s?|\()|\)$")


def agency(text: str) -> str | None:
    """The news agency that a line names alone, in brackets or behind dashes: "(XINHUA)", "-- BERNAMA".

    >>> agency("-- BERNAMA"), agency("(Xinhua)"), agency("Reuters"), agency("(Agencies)")
    ('BERNAMA', 'Xinhua', 'Reuters', None)
    """
    if text.count(" ") > 1:
        return None  # a name of several words stands among the site's links as often
    name = _AGENCY_MARKS.sub("", text)
    return name if " " not in name and fold(name) in agencies() else None


def are_outlets(text: str) -> bool:
    """Whether a line lists nothing but agencies and outlets: "GNA, GBC Radio"."""
    parts = text.split(", ")
    return len(parts) in (2, 3) and all(map(_OUTLET.fullmatch, parts)) and any(map(agency, parts))


def is_outlet(text: str) -> bool:
    """Whether a few words name a medium: "Island Radio", "Xinhua"."""
    words = text.split()
    if all(fold(word) in menu_words() for word in words):
        return False  # "Local News"
    labelled = ":" in text.removeprefix("Source:")  # "Category: News"
    named = len(words) <= 4 and not labelled and all(word[0].isupper() for word in words)
    return named and (agency(text) is not None or fold(words[-1]) in word_list("agency"))


def is_own_report(text: str) -> bool:
    """Whether a line gives a paper's own report for its writer: "FE REPORT"."""
    return _OWN_REPORT.fullmatch(text) is not None


def behind_agency(text: str) -> str:
    """What stands behind an agency's name, "" if none is named.

    >>> behind_agency("WAM/Lina Haddad/Omar Saleh"), behind_agency("Bishkek - 24.kg news agency, Lina Haddad")
    ('Lina Haddad/Omar Saleh', 'Lina Haddad')
    """
    source, _, name = text.partition(" - ")
    if name and agency(source.lstrip().partition(" ")[0]):
        return name  # "BOPA Maseru - Lina Haddad"
    source, dash, name = text.partition(" – ")
    if dash and source.isupper() and is_outlet(source):
        return name  # "HARBOUR HERALD – Lina Haddad"
    source, stroke, names = text.partition("/")
    if stroke and agency(source):
        return names
    source, _, name = text.rpartition(", ")
    return name if source.endswith(" news agency") else ""


def is_press_office(text: str) -> bool:
    """Whether a line is nothing but the name of an office that speaks to the press: "LCCI Media Department".

    >>> is_press_office("Office of External Communications"), is_press_office("Press Office opens in Accra")
    (True, False)
    """
    return len(text.split()) <= _DESK_WORDS and _PRESS_OFFICE.fullmatch(text) is not None
