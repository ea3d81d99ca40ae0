"""For whom somebody acts: "signed for Guyana", "acted for the Supreme Court of Malawi", "headed that of Botswana".

In: a `Reading` and one mention. Out: the country whose part the person takes, or the body, as the verb and "for" tell.
"""

from dataclasses import replace

from communique.extract.countries.acronyms import is_acronym, written_out
from communique.extract.offices.heads import head_at, skip_the
from communique.extract.people.mentions import Mention
from communique.extract.people.persons import Person
from communique.extract.words.reading import Geo, Reading

SIDES = frozenset(["side", "part", "delegation", "team", "end", "party"])
HEADED = frozenset(["led", "headed", "chaired", "leads", "heads", "represented"])
_GAPPED = (["one"], ["side"], ["delegation"], ["team"])
_TEAMS = (["delegation"], ["side"], ["team"], ["mission"], ["group"], ["one"])
_LINKS = frozenset(["was", "is", "were", "by"])
_CLOSED: tuple[list[str], ...] = ([","], [";"], ["."], [")"], ["and"], [])
_BE = frozenset(["was", "is", "stood", "were"])
_SIGNING = frozenset(["signed", "spoke", "so", "initialled", "inked", "acted", "acting", "signing", "did", "sat"])
_BEHALF = (["to", "it", "for"], ["on", "behalf", "of"], ["on", "that", "of"])
_CLAUSE, _NEAR = 14, 6  # words of "For the Export-Import Bank of India,", and behind it in front of who stands for it
_REACH, _LONG = 8, 10  # words behind somebody in which "for" stands, and words of a body's name
_FAR = 24  # words between "for the Prosecutor's Office of Chad" and "by X"
_COURTS = frozenset(["court", "tribunal", "judiciary", "bank", "university", "agency", "authority", "council"])
_INNER = frozenset(["of", "for", "the", "'s"])


def represents(reading: Reading, mention: Mention) -> str | None:
    """ "X, who represents the United States at the Union", "Y was at the head of the Iranian one"."""
    lower, k = reading.tokens.lower, mention.j
    k += lower[k : k + 1] == [","]
    k += lower[k : k + 1] == ["who"]
    if lead := _leading(lower, k) or _leading(lower, behind_apposition(reading, mention.j, _CLAUSE)):
        return _team(reading, lead)
    gap = reading.geo.get(k + 1) if lower[k : k + 1] == ["the"] and k == mention.j else None
    if gap and gap.form == "demonym" and lower[gap.j : gap.j + 1] in _GAPPED:
        return gap.alpha3  # "X led the Timorese delegation and Y the Indonesian one"
    if lower[k : k + 1] not in (["represents"], ["represented"], ["representing"]):
        return None
    k = skip_the(lower, k + 1)
    geo = reading.geo.get(k)
    named = geo and geo.form == "name" and lower[geo.j : geo.j + 1] != ["'s"]
    return geo.alpha3 if geo and named else None


def _leading(lower: list[str], k: int) -> int:
    """The word behind "led", "was at the head of" that stands at the word `k`; 0 where something else does."""
    if k == 0 or k >= len(lower):
        return 0
    if lower[k] in HEADED:
        return k + 1
    k += lower[k] in _BE
    return k + 4 if lower[k : k + 4] == ["at", "the", "head", "of"] else 0


def behind_apposition(reading: Reading, j: int, most: int) -> int:
    """The word behind "X, Collector of Customs in Gwadar," whose name ends at the word `j`; 0 without an office.

    Args:
        reading: the text.
        j: the word behind the name.
        most: words between the commas, the first included.
    """
    lower, end = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[j - 1]][1]
    if lower[j : j + 1] != [","]:
        return 0
    return next((k + 1 for k in range(j + 1, min(j + most, end)) if lower[k] == ","), 0)


def _team(reading: Reading, k: int) -> str | None:
    """Whose "the American delegation", "the Iranian one", "that of Botswana" at the word `k` is."""
    lower = reading.tokens.lower
    if lower[k : k + 2] == ["that", "of"]:
        return reading.geo[k + 2].alpha3 if k + 2 in reading.geo else None
    geo = reading.geo.get(k + 1 if lower[k : k + 1] in (["a"], ["an"]) else skip_the(lower, k))
    return geo.alpha3 if geo and geo.form == "demonym" and lower[geo.j : geo.j + 1] in _TEAMS else None


def stands_for(reading: Reading, mention: Mention, begin: int) -> str | None:
    """ "For the Export-Import Bank of India (Exim), the signatory was X": the country in front of the comma."""
    lower, i = reading.tokens.lower, mention.i
    said = lower[begin : begin + 1] == ["for"] or lower[begin : begin + 3] == ["on", "behalf", "of"]
    comma = next((k for k in range(begin + 1, min(i, begin + _CLAUSE)) if lower[k] == ","), 0) if said else 0
    if not comma or i - comma > _NEAR or _LINKS.isdisjoint(lower[comma + 1 : i]):
        return _signed_by(reading, mention, begin)
    bodies = [reading.body[k].organization.country for k in range(begin, comma) if k in reading.body]
    named = [reading.geo[k].alpha3 for k in range(begin, comma) if k in reading.geo and reading.geo[k].form == "name"]
    return next(filter(None, [*named, *bodies]), None)


def _signed_by(reading: Reading, mention: Mention, begin: int) -> str | None:
    """ "For the Prosecutor's Office of Chad the text was signed by X, and for that of Mali by Y": the last named."""
    lower, i = reading.tokens.lower, mention.i - (reading.tokens.lower[mention.i - 1] == "the")
    if lower[i - 1] != "by":
        return None
    for k in range(i - 2, max(begin, i - _FAR) - 1, -1):
        if lower[k] in {"by", ";"}:
            return None
        if lower[k] == "for" and (k == begin or lower[k - 1] in {"and", ",", "while"}):
            k += 2 if lower[k + 1 : k + 3] == ["that", "of"] else 0
            owner = _owner(reading, skip_the(lower, k + 1))
            return owner.alpha3 if owner else None
    return None


def signed_for(reading: Reading, mention: Mention) -> str | None:
    """ "X signed for Guyana and Governor Y for Roraima"."""
    lower, j = reading.tokens.lower, mention.j
    for k in range(mention.name.j if mention.name else j, min(j + _REACH, len(lower) - 3)):
        side = reading.geo.get(skip_the(lower, k + 1)) if lower[k] == "on" else None
        if side and lower[side.j : side.j + 2] == ["'s", "behalf"]:
            return side.alpha3  # "X, who signed on Angola's behalf as Minister of Trade"
        if lower[k] == "and":
            break
    for k in range(j, min(j + _REACH, len(lower) - 3)):  # "X led that of Bhutan", "… put her name to it for Cuba"
        if lower[k] in HEADED and lower[k + 1 : k + 3] == ["that", "of"] and k + 3 in reading.geo:
            return reading.geo[k + 3].alpha3
        if lower[k : k + 3] in _BEHALF:
            owner = _owner(reading, skip_the(lower, k + 3))
            if owner and (owner.form != "demonym" or reading.tokens.cap[owner.j : owner.j + 1] == [True]):
                return owner.alpha3  # also "on behalf of the Spanish Ministry of Tourism"
    at = _for(reading, mention)
    owner = _owner(reading, at) if at else None
    if owner is None or (owner.form == "capital" and not _is_seat(lower, owner, mention.j)):
        return None
    giver = at and "from" in lower[max(0, at - 2) : at] and owner.form == "demonym" and head_at(reading, owner.j)
    return None if giver or _opens_next(lower, owner) else owner.alpha3  # not "by X, from the Thai Ambassador"


def _is_seat(lower: list[str], capital: Geo, j: int) -> bool:
    """ "signed, for Chisinau, X", "X for Brazzaville,": a capital that stands for its government, and is no goal."""
    i = capital.i
    closed = lower[j : j + 1] == ["for"] and j == i - 1 and lower[capital.j : capital.j + 1] in _CLOSED
    return closed or lower[i - 2] == "," or lower[i - 3] == ","


def take_part_of(reading: Reading, person: Person) -> None:
    """Has "Chief Justice X acted for the Supreme Court of Malawi" tell court and country, as the office does not.

    Of somebody without an office also "X of the Italian Space Agency".
    """
    if sent := _of_team(reading, person):
        person.country = sent
        return
    named = [mention for mention in person.mentions if mention.name]
    told = (mention.office for mention in named if mention.office)
    said = any(" of " in office.role or office.countries or office.posting for office in told)
    if said or person.organization or any(mention.country for mention in named):
        return
    places = (_for(reading, mention) or _behalf(reading, mention) for mention in named)
    if not person.offices:
        places = (belongs(reading, mention) for mention in named)
    for at in (place for place in places if place and place < len(reading.tokens)):  # a text may end with "of the"
        if body := reading.body.get(at):
            _stand_for(person, body.organization.name, body.organization.country)
            return
        letters = reading.tokens.word[at]
        if is_acronym(letters) and (meant := written_out(reading, letters)) and meant[1]:
            _stand_for(person, *meant)  # "Commissioner X from the LMPS directorate of training"
            return
        owner = _owner(reading, at)
        named_so = person.offices and owner and owner.form == "name" and owner.i > at
        if owner and named_so and not _opens_next(reading.tokens.lower, owner):
            court = not _COURTS.isdisjoint(reading.tokens.lower[at : owner.i])
            _stand_for(person, reading.tokens.span(at, owner.j) if court else None, owner.alpha3)
            return


def _of_team(reading: Reading, person: Person) -> str | None:
    """The country in "the chairman of the Estonian delegation, X", "a member of the Polish team, Y"."""
    if person.country or person.organization:
        return None
    inside = [reading.geo[k] for office in person.offices for k in range(office.i, office.j) if k in reading.geo]
    if len(inside) != 1 or inside[0].form != "demonym":
        return None  # "the Polish-Chilean group" is of two
    return inside[0].alpha3 if reading.tokens.lower[inside[0].j : inside[0].j + 1] in _TEAMS else None


def _stand_for(person: Person, body: str | None, country: str | None) -> None:
    """Has a person represent a body or a country, so that nothing weaker is asked."""
    person.organization, person.country, person.settled = body, country, country is None
    if country:
        person.offices = [replace(office, countries=(country,)) for office in person.offices]


def belongs(reading: Reading, mention: Mention) -> int:
    """The word behind "X of (the)", "X from (the)", "X, representing (the)"; 0 where there is none."""
    lower, j = reading.tokens.lower, mention.j
    j += lower[j : j + 2] in ([",", "of"], [",", "from"], [",", "representing"])
    return skip_the(lower, j + 1) if lower[j : j + 1] in (["of"], ["from"], ["representing"]) else 0


def _behalf(reading: Reading, mention: Mention) -> int:
    """The word behind "on behalf of", shortly behind the mention; 0 where there is none."""
    lower, j = reading.tokens.lower, mention.j
    said = (k for k in range(j, min(j + _REACH, len(lower) - 3)) if lower[k : k + 3] == ["on", "behalf", "of"])
    return next((skip_the(lower, k + 3) for k in said), 0)


def _for(reading: Reading, mention: Mention) -> int:
    """The word behind "for" right behind the mention or a verb of signing; 0 where there is none."""
    lower, j = reading.tokens.lower, mention.j
    for k in range(j, min(j + 5, len(lower) - 1)):
        if lower[k] in {".", ";"}:
            break
        if lower[k] in {"for", "from", "representing"} and (k == j or lower[k - 1] in _SIGNING or lower[k - 1] == ","):
            return skip_the(lower, k + 1)
    return 0


def _owner(reading: Reading, at: int) -> Geo | None:
    """The country at the word `at`, or that with which a body's name ends there: "Supreme Court of Malawi"."""
    tokens = reading.tokens
    for k in range(at, min(at + _LONG, len(tokens))):
        geo = reading.geo.get(k)
        if geo:
            return geo if k == at or (geo.form == "name" and tokens.lower[k - 1] in {"of", "the"}) else None
        joined = tokens.lower[k] == "and" and tokens.cap[k + 1 : k + 2] == [True] and head_at(reading, k + 1) is None
        if not (tokens.cap[k] or (k > at and tokens.lower[k] in _INNER) or joined):
            return None
    return None


def _opens_next(lower: list[str], geo: Geo) -> bool:
    """Whether "for the Angolan part, by", "for Angola by" tells of who comes next."""
    j = geo.j + (lower[geo.j : geo.j + 1] != [] and lower[geo.j] in SIDES)
    j += lower[j : j + 1] == [","]
    return lower[j : j + 1] == ["by"]
