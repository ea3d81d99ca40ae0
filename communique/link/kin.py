"""Whether two people whom two reports of one event name for one country may be one: there, less evidence suffices.

In: names and offices as two articles give them, which agree in parties, days and kind. Out: yes or no. Elsewhere a name
must agree as `names.compare` asks; here one part of it or a likeness of the whole does, if the office is the same.
"""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from communique.link.corpus import Form
from communique.link.names import Likeness, Part, compare, literal_countries, spelt_alike
from communique.link.offices import office, same_office
from communique.link.people import body_name, name_of

_ALIKE = 75  # per cent of letters, in the order that fits best, by which two spellings may be one name
_LONG = 4  # letters of a part that tells somebody


def any_akin(ones: Iterable[Form], others: Iterable[Form]) -> bool:
    """Whether one of some may be one of others."""
    return any(akin(one, other) for one in ones for other in others)


@lru_cache(maxsize=1 << 14)
def akin(one: Form, other: Form) -> bool:
    """Whether two may be one.

    >>> minister = Form("person", "Hristo Grozdanov", "Transport Minister", "BGR", None)
    >>> akin(minister, Form("person", "Christo Grosdanoff", "Minister", "BGR", None))
    True
    >>> akin(minister, Form("person", "Boris Grozdanov", "Health Minister", "BGR", None))
    False
    """
    literal = (one.country or "") in literal_countries()
    name, named = name_of(one), name_of(other)
    if not name or not named:
        return False
    likeness = compare(name, named, literal)
    if likeness >= Likeness.SHORT:
        return True
    silent = not (one.role and other.role)
    if not silent and not same_office(one.role, other.role):
        fellows = body_name(one.organization) == body_name(other.organization) != ""
        return likeness == Likeness.PART and fellows
    if likeness == Likeness.PART or 1 in (len(name), len(named)):
        return likeness == Likeness.PART or (not silent and _share_part(name, named, literal))
    firm = _is_firm(one.role) and _is_firm(other.role) if not silent else _heard(name[0])[:1] == _heard(named[0])[:1]
    return (firm and _share_part(name, named, literal)) or _sounds_alike(name, named)


def _is_firm(role: str | None) -> bool:
    """Whether a role says more than "minister"."""
    said = office(role)
    return bool(said.fields) or "minister" not in said.classes


def _share_part(one: tuple[Part, ...], other: tuple[Part, ...], literal: bool) -> bool:
    """Whether two names have a part in common that not many bear."""
    return any(
        spelt_alike(a, b, literal)
        for a in one
        for b in other
        if min(len(a.text), len(b.text)) >= _LONG and not (a.common or b.common or a.initial or b.initial)
    )


def _sounds_alike(one: tuple[Part, ...], other: tuple[Part, ...]) -> bool:
    """Whether two names are near in sound as wholes, from whichever part: "Ryu Hae-seong", "Haesung Ryoo"."""
    whole = "".join(_heard(part) for part in other)
    turned = (one[k:] + one[:k] for k in range(len(one)))
    return any(ratio("".join(map(_heard, parts_)), whole) >= _ALIKE for parts_ in turned)


def _heard(part: Part) -> str:
    return part.sound.lstrip("=")
