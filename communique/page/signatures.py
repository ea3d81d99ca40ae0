"""Signatures at the head or foot of an article: a name between an agency's marks, or nothing but initials.

In: a line. Out: the name, or the initials of who wrote the article.
"""

import re

from communique.page.byline import cues
from communique.page.names import buttons, is_city, is_name
from communique.page.outlets import agency
from communique.registry.matcher import fold

# what may stand around a name at the foot: "(END) AB/CD", "//Petra// AB", "-0- PANA AB/CD 13Feb2019", "WAM/Lina Haddad"
_NOTE = re.compile(
    r"^(?:[-–—]{0,3}\s?(?:Ends?|ENDS?)/"
    r"|[-–—]{0,2}0[-–—]{1,2}\s*|[=*_~]{2,}\s*|[(\[][A-Za-z /-]{2,20}[)\]]\s*|//[A-Za-z -]{2,20}//\s*"
    r"|[A-Z]{2,8}\s(?=[A-Z]{1,4}/[A-Z]|[a-z]{2,4}[./][a-z]{2,4}$)|[A-Z]{2,8}/(?=[A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]+)?\s(?:[a-z]{1,3}\s){0,2}[A-ZÀ-Þ][a-zà-ÿ])){1,3}"
)
_STAMP = re.compile(r"\s\d{1,2}\s?[A-Za-z]{3,9}\s?\d{4}$|(?<=[A-Z])\s\d{6,10}$|/\d{1,2}:\d\d/?$|/ ?\(\d{2,4}\)$")
_STAMPED = re.compile(r"([A-Za-z][a-z]{1,3})$")  # "ab/15:33/", "Ab/ (147)"
_INITIALS = re.compile(
    r"^\(?((?:[A-Z]\.){1,3}[A-Z]|[a-z]{1,4}\.[a-z]{1,4}|(?:[A-Z][a-z]?\.\s?){2,4}|[A-Z]{2,4}-[A-Z]{1,3}|[A-Z]{2,5})\)?$"
)
# "MP/IRN", "R.J./H.S.", "belga/jvd/sc", "AB / Gazette", "T/RM7/P1", in brackets or not
_STROKES = re.compile(r"\(?([^\W\d_][\w.-]{0,15}(?:\s?//?\s?[^\W\d_][\w.]{0,20}){1,4})\)?")
_SIGN = 4  # letters, and no more, has one that signs
_FRAMED = re.compile(
    r"^(?:\((.+)\)|\[(.+)\]|/\s?(.+?)\s?/|[*_](.+)[*_]|[–—-]{1,2}\s?(.+)|(.+?)\s[–—-]\s[A-Z]{2,8})$"
)  # "(Lina Haddad)", "—Lina Haddad"
_FRAMES = "([/*_–—-"
_NOTED = re.compile(r"(?<=[a-z]) \([A-Za-z]{2,8}(?:, [A-Za-z]{2,8})*\)$|(?<=[A-Z])/20\d\d$")  # "ab/cd (dpa, AFP)"
_CREDIT = re.compile(r"\s(?:[-–|]\s)?(?:Bild|Fotos?|Photos?|Pictures?)\s?:.*$")  # "ab/cd - Photo: Lina Haddad"
_SLASHED = re.compile(r"^/\s?([A-Za-z.]{2,7}(?:/[A-Za-z.]{1,7})?)(?:\s?/)?$")  # "/AB/", "/abcd"


def bare(text: str) -> str:
    """A foot line without the agency's marks and the day around the name.

    >>> bare("-0- PANA AI/IN 13Feb2019"), bare("WAM/Lina Haddad"), bare("(Lina Haddad)")
    ('AI/IN', 'Lina Haddad', 'Lina Haddad')
    """
    framed = _FRAMED.match(text) if text[:1] in _FRAMES or text[-1:].isupper() else None
    inside = next(filter(None, framed.groups())) if framed else ""
    sent, _, name = inside.partition(" ")
    inside = name if agency(sent) and is_name(name) else inside  # "/ GNA L. Haddad /"
    if is_name(inside):
        return inside
    plain = _NOTE.sub("", text)
    return _STAMP.sub("", plain) if _may_be_stamped(plain) else plain


def _may_be_stamped(text: str) -> bool:
    """Whether a line ends as a day, an hour or a note does: the cheap look first."""
    return text[-1:].isdecimal() or text[-1:] in ("/", ")")


def initials(text: str) -> str | None:
    """The writer's or agency's initials, if a line is nothing else: "MP/IRN", "R.J./H.S.", "mf/df", "(END) URN".

    >>> initials("(END) RMB/MVB"), initials("S. R."), initials("Read more")
    ('RMB/MVB', 'S. R.', None)
    """
    text = _CREDIT.sub("", text) if ":" in text else text
    text = _NOTED.sub("", text) if _may_be_stamped(text) else text
    name, unmarked = bare(text), text.lstrip("–—- ")
    if slashed := _SLASHED.match(text):
        return slashed[1]
    found = _INITIALS.match(name or text) or (_STAMPED.match(name) if name != text else None)
    found = found or _INITIALS.match(unmarked)
    if found is None:
        return _between_strokes(name) or _between_strokes(unmarked)
    framed = name != text and len(name) > 1  # "//Petra// AA" is no button
    return found[1] if (framed or fold(found[1]) not in buttons()) and fold(found[1]) not in cues() else None


def _between_strokes(text: str) -> str | None:
    """The signs that strokes part from each other, if one of them at least is of a few letters and none a place."""
    found = _STROKES.fullmatch(text)
    parts = re.split(r"\s?/+\s?", found[1]) if found else []
    short = [part for part in parts if len(part.replace(".", "")) <= _SIGN and (part.islower() or part.isupper())]
    placed = any(len(part) > _SIGN and (is_city(part.title()) or fold(part) in buttons()) for part in parts)
    return found[1] if found and short and not placed else None
