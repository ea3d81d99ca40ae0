"""Who is named beside the country or the body that has sent him: "WHO's X", "for Tuvalu Y", "Z, a deputy from Fiji".

In: a `Reading` and the first word of a name. Out: whether its bearer represents what stands in front; the country.
"""

from communique.extract.offices.heads import skip_the
from communique.extract.participation.earlier import told_earlier
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Body, Geo, Reading
from communique.registry import settings

_JOINTS = frozenset([",", "and", ";"])
SEATED = frozenset(["of", "in", "from", "at", "to"])  # "who works out of Amman": not for whom
_GIVEN = word_class("giving") | {"given", "awarded"}
_ABOUT = frozenset(
    ["of", "about", "on", "against", "like", "unlike", "since", "until", "over", "from", "than", "named"]
)
_NEAR = frozenset(["near", "into", "through", "for", "outside", "around", "via", "off", "across", "towards", "between"])

_ENVOYS = frozenset([
    "deputy", "member", "lawmaker", "legislator", "parliamentarian", "delegate", "official", "diplomat", "judge",
    "prosecutor", "officer", "representative", "councillor", "senator",
])  # fmt: skip


def sent_by_owner(reading: Reading, i: int) -> bool:
    """ "WHO's X dropped vaccine", "thanked Bhutan's X": who is named behind a country or a body represents it."""
    lower = reading.tokens.lower
    owner = _owner(reading, i)
    side = reading.geo_to.get(i)
    if side and lower[side.i - 1] == "for" and lower[side.i - 2] in _JOINTS:
        return True  # "for Kiribati there was Minister X, for Tuvalu Y"
    if owner is None or lower[owner.i - 1] in _ABOUT or lower[i] in settings("name_words")["places"]:
        return False
    if _told_of(reading, i):
        return False
    given = lower[owner.i - 1] == "to" and not _GIVEN.isdisjoint(lower[max(0, owner.i - 4) : owner.i])
    place = isinstance(owner, Geo) and lower[owner.i - 1] in SEATED | _NEAR and not given
    return not place and not told_earlier(reading, i)


def _told_of(reading: Reading, i: int) -> bool:
    """Whether the name at `i` is a firm's, or is told of behind "that" or with a year, later than in the lead."""
    tokens = reading.tokens
    begin, end = tokens.bounds[tokens.sentence[i]]
    if tokens.lower[i + 1 : i + 2] and tokens.lower[i + 1] in settings("name_words")["firms"]:
        return True
    if tokens.sentence[i] - tokens.sentence[0] < 2:
        return False
    years = (word for word in tokens.word[begin:end] if len(word) == 4 and word.isdigit())
    return "that" in tokens.lower[begin:i] or any(word[:2] in {"19", "20"} for word in years)


def for_whom(reading: Reading, i: int) -> str | None:
    """The country of ", for Tuvalu X" in front of the word `i`."""
    side = reading.geo_to.get(i)
    return side.alpha3 if side and reading.tokens.lower[side.i - 1] == "for" else None


def _owner(reading: Reading, i: int) -> Geo | Body | None:
    """The country or the body whose possessive stands before the word `i`."""
    if reading.tokens.lower[i - 1 : i] != ["'s"]:
        return None
    return reading.geo_to.get(i - 1) or reading.body_to.get(i - 1)


def come_from(reading: Reading, j: int) -> str | None:
    """The country of "X, a deputy from Luxembourg,", whose name ends at the word `j`: told beyond doubt."""
    lower = reading.tokens.lower
    if lower[j : j + 1] != [","] or lower[j + 1 : j + 2] not in (["a"], ["an"]) or _ENVOYS.isdisjoint(lower[j : j + 5]):
        return None
    come = next((k for k in range(j + 3, min(j + 7, len(lower))) if lower[k] == "from"), None)
    geo = reading.geo.get(skip_the(lower, come + 1)) if come else None
    return geo.alpha3 if geo else None
