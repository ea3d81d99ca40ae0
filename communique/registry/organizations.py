"""International organisations and national agencies that act abroad.

In: a text. Out: every mention of one, by name, acronym or other form, with what the registry says of it. One
Aho-Corasick scan, the longest form at each place; acronyms count in their own capitals only. The registry has each
form in one spelling, British and American ones and those of "UN" are made from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from communique.registry import rows, split_list
from communique.registry.matcher import Match, Matcher, fold


@dataclass(frozen=True, slots=True)
class Organization:
    """One body: `kind` as in the head of organizations.csv; `country` is the alpha-3 of the state it belongs to.

    `country` is None for international bodies; `acronym` is "" where none is in use.
    """

    name: str
    acronym: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    word: bool = False


@cache
def organizations() -> dict[str, Organization]:
    """All organisations by name, in the order of the file.

    >>> organizations()["World Food Programme"].acronym
    'WFP'
    """
    return {row["name"]: _organization(row) for row in rows("organizations")}


def _organization(row: dict[str, str]) -> Organization:
    country, word = row["country"] or None, row["word"] == "yes"
    return Organization(row["name"], row["acronym"], split_list(row["aliases"]), row["kind"], country, word)


def find_organizations(text: str) -> list[Match[Organization]]:
    """The organisations named in `text`, in order, without overlap.

    Args:
        text: any text; names may also stand wholly in upper case.

    Returns:
        Matches with the `Organization`; offsets count characters of `text`.

    >>> [(m.start, m.end, m.value.name) for m in find_organizations("He met the WFP envoy.")]
    [(11, 14, 'World Food Programme')]
    """
    found = _MATCHER.find(text)
    return [m for m in found if not (m.value.word and _shouted(text, m.start, m.end, m.value.acronym))]


_CAPITALS_BEFORE, _CAPITALS_AFTER = re.compile(r"\b[A-Z]{3,}\W{1,3}\Z"), re.compile(r"\W{1,3}[A-Z]{3,}\b")


def _shouted(text: str, start: int, end: int, acronym: str) -> bool:
    """Whether what was found is an English word in an upper-case line ("THE MAN WHO CAME"), not an acronym."""
    if text[start:end] != acronym:
        return False
    return bool(_CAPITALS_BEFORE.search(text[max(0, start - 24) : start]) or _CAPITALS_AFTER.match(text, end))


_SPELLINGS = tuple(  # words that are spelt in two ways, and words that stand for each other
    (re.compile(rf"\b(?:{one}|{other})(s?)(?!\w)"), (rf"{one}\1", rf"{other}\1"))
    for one, other in (
        *((f"{o}rgani{z}ation", f"{o}rgani{s}ation") for o, z, s in ("Ozs", "ozs")),
        *((f"{p}rogramme", f"{p}rogram") for p in "Pp"),
        *((f"{c}entre", f"{c}enter") for c in "Cc"),
        *((f"{a}abour", f"{a}abor") for a in "Ll"),
        *((f"{d}efence", f"{d}efense") for d in "Dd"),
        *((f"{c}o-operation", f"{c}ooperation") for c in "Cc"),
        ("Civilization", "Civilisation"),
        ("Stabilization", "Stabilisation"),
        ("Standardization", "Standardisation"),
        ("Harmonization", "Harmonisation"),
        ("Harbour", "Harbor"),
        ("Viet Nam", "Vietnam"),
        ("Türkiye", "Turkey"),
    )
)
_RESPELT = re.compile("|".join(both.pattern for both, _ in _SPELLINGS))
_UNIONS = tuple(  # what a name begins with
    (re.compile(rf"(?:{'|'.join(map(re.escape, forms))}) (?=\w)"), forms)
    for forms in (
        ("United Nations", "UN", "U.N.", "UN's", "U.N.'s", "United Nations'"),
        ("European Union", "EU", "E.U.", "EU's", "European Union's"),
        ("African Union", "AU", "AU's", "African Union's"),
        ("United States", "US", "U.S."),
        ("UK", "U.K."),
    )
)


_SMALL = 3  # letters of a word that stays small in a title: "of", "for"


def spellings(term: str) -> list[str]:
    """A form of a name in all its spellings, the given one among them.

    >>> spellings("UK Defence Centre")[:3]
    ['UK Defence Centre', 'UK Defense Centre', 'UK Defence Center']
    """
    begins, rest = [""], term
    for pattern, forms in _UNIONS:
        if begin := pattern.match(term):
            begins, rest = [f"{form} " for form in forms], term[begin.end() :]
    written = [rest]
    for both, forms in _SPELLINGS if _RESPELT.search(rest) else ():
        if both.search(rest):
            written = [both.sub(form, said) for said, form in product(written, forms)]
    written = [form for said in written for form in _listed(said)]
    if len(begins) > 1 and rest.islower():  # "UN refugee agency", also a title
        written += [" ".join(w.capitalize() if len(w) > _SMALL else w for w in said.split()) for said in written]
    return [begin + said for begin, said in product(begins, written)]


def _listed(name: str) -> list[str]:
    """ "Education, Science and Culture" with all commas, with one more and with none, "and" also as a sign."""
    signs = [name, name.replace(" and ", " & ")] if " and " in name else [name.replace(" & ", " and "), name]
    if ", " not in name:
        return list(dict.fromkeys(signs))
    return list(
        dict.fromkeys([*signs, signs[0].replace(" and ", ", and "), *(said.replace(", ", " ") for said in signs)])
    )


_SHORT_TITLED = frozenset([
    "JICA", "UEFA", "OSCE", "OECD", "ICRC", "IFRC", "EBRD", "AIIB", "NASA", "ISRO", "JAXA", "AFAD", "UNDP",
    "UNEP", "IAEA", "ICAO", "IFAD", "PAHO", "WIPO", "CSTO", "APEC", "IGAD", "SADC", "DFID", "CPLP",
])  # fmt: skip
_NAMES = frozenset([  # of people or of cars, or words
    "IRENA", "JETRO", "CARDI", "ALIMA", "CACCI", "FELDA", "GRECO", "MARRI", "ACTED", "CITES", "SALIC", "CICAD", "TALCO",
    "BELAZ", "ARADO", "ALIPH",
])  # fmt: skip
_LONG = 5  # letters of an acronym that papers write as a name: "Koica", "Usaid"


def _titled(body: Organization) -> Iterator[str]:
    """The acronym as a name, as many papers have it: "Jica", "Unido"; not where that is a word or somebody's name."""
    said = body.acronym or body.name
    named = said.isalpha() and said.isupper() and not body.word and said not in _NAMES
    if named and (len(said) >= _LONG or said in _SHORT_TITLED):
        yield said.capitalize()


def _terms() -> dict[str, Organization]:
    """Every name, alias and acronym in its spellings."""
    terms: dict[str, Organization] = {}
    for body in organizations().values():
        for form in (body.name, *body.aliases, body.acronym, *_titled(body)):
            for term in spellings(form):
                terms.setdefault(fold(term, lower=False), body)
    return terms


_MATCHER = Matcher(_terms, case=True, shouted=True, together=True)
