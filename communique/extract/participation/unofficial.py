"""People without an office who act at the event: "On behalf of the farmers, Eka Gigauri thanked the guests".

In: a `Reading` and the bare names that belong to nobody with an office. Out: `Person`s of whom no country is told. A
stranger takes part who says or gives something to those there, or with whom somebody meets; of whom no such verb tells,
weak signs together decide (`strangers_likelihood.py`). A name that is only talked about, a journalist's or a place's,
has none of them beside it.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from communique.extract.countries.company import endings, listed_with
from communique.extract.countries.owned import body_beside
from communique.extract.offices.heads import head_at, skip_the, words
from communique.extract.participation.addressed import in_letters
from communique.extract.participation.alongside import IN_LISTS, behind_brackets, behind_list, paired
from communique.extract.participation.callings import noun_before, profession, title_before
from communique.extract.participation.clauses import Clauses
from communique.extract.participation.commentary import behind_a_life, outside
from communique.extract.participation.earlier import opens_earlier, turned_aside, up_to
from communique.extract.participation.governed import brought_in
from communique.extract.participation.hearsay import only_told
from communique.extract.participation.sent import SEATED, come_from, for_whom, sent_by_owner
from communique.extract.participation.strangers_likelihood import Around, takes_part
from communique.extract.people.alike import same_name
from communique.extract.people.mentions import Mention
from communique.extract.people.name_words import listed
from communique.extract.people.names import Name, behind_letters, parts
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.registry import settings
from communique.registry.officials import given_names

_VERBS = word_class("stranger_deeds")
_QUOTED = frozenset([",", "”", '"', "’", "'", "“"])
_SAID = frozenset(["said", "says", "explained", "added", "noted", "stressed", "recalled"])
_MEETINGS = (
    ["fell", "to"],  # "It fell to X to thank them"
    ["there", "with"],
    ["talks", "with"],
    ["met", "with"],
    ["meeting", "with"],
    ["meeting", "of"],
    ["meeting", "between"],
    ["talks", "between"],
    ["conversation", "between"],
    ["discussion", "between"],
    ["discussions", "between"],
    ["call", "between"],
    ["company", "of"],
    ["conversation", "with"],
)
_BY = (
    ["attended", "by"],
    ["received", "by"],
    ["welcomed", "by"],
    ["greeted", "by"],
    ["presence", "of"],
    ["joined", "by"],
)
_STYLED = (["excellency", ","], ["highness", ","], ["majesty", ","])
_ROLE = 5  # capitals of an office that nobody knows
_LIST = 30  # words of a list of names
_MET = word_class("met_names")
_BE = frozenset(["was", "were", "is", "are", "had", "with"])
_LEADS = (["at", "its", "head"], ["at", "their", "head"], ["in", "the", "chair"])
_HAD = (["had", "the", "chair"], ["had", "the", "floor"], ["had", "the", "word"], ["made", "the", "presentation"])
_IN_ATTENDANCE = (
    ["in", "attendance"],
    ["in", "tow"],
    ["at", "the"],  # "were at the meeting"
    ["on", "hand"],
    ["at", "hand"],
    ["among", "the"],
    ["on", "stage"],
    ["on", "board"],
    ["at", "his"],
    ["by", "his"],
    ["at", "her"],
    ["by", "her"],
)
_JOINED = frozenset(["and", ",", ";", "while"])
_WITHIN = frozenset(["row", "room", "hall", "audience", "chair", "stands", "gallery", "delegation", "party"])
_LISTED = frozenset([",", "and", ";", "as", "well", "his", "her", "wife", "husband", "spouse", "together", "with"])
_OPENERS = word_class("openers")
_RIVALS = frozenset(["opponent", "rival", "challenger", "predecessor", "competitor"])
_ASIDE = frozenset(
    [
        "the",
        "late",
        "in",
        "at",
        "of",
        "near",
        "from",
        "to",
        "on",
        "after",
        "before",
        "since",
        "by",
        "for",
        "called",
        "named",
        "succeeding",
        "succeeds",
        "replacing",
        "replaces",
        "follows",
        *_RIVALS,
    ]
)
_PRESS = frozenset(["reporter", "correspondent", "editor", "journalist", "newspaper", "columnist", "photo", "author"])
_WITH = frozenset(["accompanied", "together", "flanked", "along", "joined", "with", "assisted", "surrounded"])
_WHO = frozenset(["who", "whom", "whose"])
_DAYS = word_class("calendar")
_BEFORE_VERB = word_class("before_verb")
_THERE = frozenset(
    ["brought", "awaited", "helped", "seated", "present", "waiting", "there", "told", "informed", "quoted", "asked"]
)
_DONE_TO = tuple(
    [was, done] for was in ("was", "were") for done in word_class("brought_by") - word_class("done_to_things") | _THERE
)
_CLAUSE = 22  # words that a clause between a name and its verb may have


def acting_strangers(
    reading: Reading,
    strangers: list[Mention],
    persons: list[Person],
    home: str | None = None,
    title: Reading | None = None,
) -> Iterator[Person]:
    """Those among `strangers` who act or are met with, none of the `persons`.

    Args:
        reading: the body.
        strangers: bare names that belong to nobody with an office.
        persons: who takes part already.
        home: the page's own country, whose people those are that have an honorific of office or a rank.
        title: the headline.
    """
    known = [person.name for person in persons if person.name]
    known += [m.name.text for m in strangers if m.name and _of_the_press(reading, m)]
    there = {m.j: person for person in persons for m in person.mentions if m.name}
    clauses = Clauses(reading, persons)
    around = Around(reading, frozenset(title.tokens.lower if title else ()), frozenset(there))
    for mention in strangers:
        name = mention.name
        if name is None or any(same_name(other, name.text) for other in known) or not _personal(reading, mention):
            continue
        if name.before > 1 and reading.tokens.lower[name.before - 2] in _RIVALS:
            continue  # "and of his predecessor, X"
        listed = _in_list(reading, mention, there)
        begin, end = reading.tokens.bounds[reading.tokens.sentence[mention.i]]
        if (begin and opens_earlier(reading, begin, end)) or only_told(reading, mention, {}):
            continue  # "In 2019 X opened the mill", "the talks that he had with X"
        if turned_aside(reading, up_to(reading, mention.i)) or outside(reading, mention) or clauses.left_out(mention):
            continue
        if listed or _acts(reading, mention) or _met(reading, mention) or takes_part(around, name):
            known.append(name.text)
            theirs = [m for m in strangers if m.name and m.name.text == name.text]
            called = None if name.before - 1 in there else title_before(reading, name.before)
            role = profession(reading, mention) or called
            sure = mention.country or come_from(reading, name.j)
            theirs = [replace(m, country=sure) for m in theirs]
            country = sure or _told_in_clause(reading, name.j) or for_whom(reading, name.before)
            body = body_beside(reading, name)
            sent = body.organization.name if body else None
            person = Person(name.text, theirs, role=role, organization=sent, settled=True)
            addressed = reading.tokens.lower[name.before - 1] == "to"  # a letter goes abroad
            own = home if (name.styled and not role and not addressed) or called else None
            own = body.organization.country if body else own  # "JETRO's Mr X"
            person.country = country or (None if sent else listed_with(reading, person, endings(persons))) or own
            if listed and person.country is None and not sent:
                person.country = listed.country
            there[mention.j] = person
            yield person


def _told_in_clause(reading: Reading, j: int) -> str | None:
    """The country in the clause behind the word `j`: "X, in whose hands transport lies in the government of Chad,"."""
    lower = reading.tokens.lower
    end = min(j + _CLAUSE, reading.tokens.bounds[reading.tokens.sentence[j - 1]][1])
    if lower[j : j + 1] != [","] or _WHO.isdisjoint(lower[j + 1 : j + 3]):
        return None
    stop = next((k for k in range(j + 3, end) if lower[k] == ","), end)
    named = (reading.geo[k] for k in range(j, stop) if k in reading.geo)
    return next((geo.alpha3 for geo in named if geo.form != "capital" or lower[geo.i - 1] not in SEATED), None)


@cache
def _impersonal() -> frozenset[str]:
    """Words that stand in no person's name."""
    return words("portfolio", "body", "ministry", "facility") | _OPENERS


def _personal(reading: Reading, mention: Mention) -> bool:
    """Whether the name is a person's for sure: full or with a title, no word of a place, a body or a field in it."""
    name, tokens = mention.name, reading.tokens
    if name is None or not (name.j - name.i > 1 or name.styled or "." in name.text[1:-1]):
        return False  # "Ch.Khurelbaatar" is a full name
    inner = range(name.i, name.j)
    plain = not any(
        (tokens.lower[k] in _impersonal() and tokens.cap[k] and not (name.styled and tokens.lower[k] in _OPENERS))
        or (k in reading.taken and not (name.styled and k > name.i))
        for k in inner
        if not _surname(reading, name, k)
    )
    if tokens.lower[name.j : name.j + 1] == ["in"] and any(map(str.isdigit, tokens.word[name.j + 1 : name.j + 2])):
        return False  # "the town welcomed X in 1963"
    if not name.styled and tokens.lower[name.i] in listed("places"):
        return False  # "Villa Hayes"
    if tokens.lower[max(0, name.before - 2) : name.before] in _STYLED:
        return False  # "on behalf of the President, His Excellency, X"
    if any(head_at(reading, k) and tokens.lower[k] not in settings("name_words")["surnames"] for k in inner):
        return False  # "Flag Officer Commanding"
    if any(map(str.isdigit, name.text)) or (name.text.isupper() and not name.styled):
        return False  # "Suharso-990", "MEG II"
    shouted = any(tokens.word[k].isupper() and len(tokens.word[k]) > 3 and "." not in tokens.word[k] for k in inner)
    return plain and not shouted


def _surname(reading: Reading, name: Name, k: int) -> bool:
    """Whether the word `k` of a field, a people or a grammar ends a person's name: "Jason Waters", "Orhan Tatar"."""
    if k == name.i or k != name.j - 1 or not reading.tokens.cap[k]:
        return False
    lower, geo = reading.tokens.lower, reading.geo.get(k)
    field = lower[k] in words("portfolio") | _OPENERS and k not in reading.taken
    people = geo is not None and geo.form == "demonym" and geo.i == k
    return (field or people) and (name.styled or parts(name.text)[0] in given_names())


def _of_the_press(reading: Reading, mention: Mention) -> bool:
    """Whether the words around call somebody a reporter or an editor."""
    begin, end = reading.tokens.bounds[reading.tokens.sentence[mention.i]]
    near = reading.tokens.lower[max(begin, mention.i - 6) : min(end, mention.j + 6)]
    return not _PRESS.isdisjoint(near)


def _acts(reading: Reading, mention: Mention) -> bool:
    """Whether a verb of saying or giving follows the name, a clause between commas left out."""
    name, tokens = mention.name, reading.tokens
    if name is None:
        return False
    first = name.before - (tokens.lower[name.before - 1] == ",")
    if first and tokens.lower[first - 1] in (_ASIDE if first == name.before else _RIVALS):
        return False
    begin, end = tokens.bounds[tokens.sentence[name.i]]
    whom = skip_the(tokens.lower, name.j + 1)
    elided = tokens.lower[name.j : name.j + 1] == ["for"] and (whom > name.j + 1 or any(tokens.cap[whom : whom + 1]))
    if elided and tokens.lower[name.before - 1] in _JOINED and "for" in tokens.lower[begin : name.before]:
        return True  # "A signed for RwandAir and X for Brussels Airlines", "A spoke for the growers, X for the mills"
    if "between" in tokens.lower[max(begin, name.before - 8) : name.before]:
        return False  # "the summit between X and President Y held in 2018"
    first = noun_before(reading, name.before)
    before = tokens.lower[max(0, first - 2) : first]
    if before[-1:] and before[-1] in _SAID and before[0] in _QUOTED:
        return True
    k = _of_a_body(reading, behind_brackets(reading, behind_letters(reading, name.j)))
    if tokens.lower[k : k + 3] in _LEADS:
        return True
    k = behind_a_life(tokens.lower, k, end)
    if tokens.lower[k : k + 1] == [","] and not _WHO.isdisjoint(tokens.lower[k + 1 : k + 3]):
        return True  # only a person has a clause with "whose"
    opens = tokens.lower[k : k + 1] == [","] and name.before == begin
    if opens and (behind := behind_list(reading, k, end)) > k and _deed(reading, name, behind, end):
        return True  # "X, Y and Z attended"
    return any(_deed(reading, name, start, end) for start in _behind_asides(reading, name.before, k, end))


def _behind_asides(reading: Reading, i: int, k: int, end: int) -> list[int]:
    """Where the verb of the name at `i` may stand: at the word `k`, or behind a comma that closes an aside there."""
    lower = reading.tokens.lower
    if lower[k : k + 1] != [","]:
        return [k]
    commas = [c for c in range(k + 1, min(k + _CLAUSE, end)) if lower[c] == ","]
    company = lower[k + 1 : k + 2] and lower[k + 1] in _WITH
    behind = [c + 1 for c in commas[: 3 if company else 1]]
    # "the chief vet, X, signed", but "of X, said the mayor"
    between = lower[i - 1] == "," and _SAID.isdisjoint(lower[k + 1 : k + 2])
    return [k, *behind] if between or not behind else behind


def _deed(reading: Reading, name: Name, k: int, end: int) -> bool:
    """Whether the word `k`, or the one behind others of a pair, adverbs and days, tells what the person did."""
    tokens, pair = reading.tokens, k
    if tokens.lower[k : k + 3] in _HAD:
        return True
    k = paired(reading, k, end)
    if tokens.lower[k : k + 2] == [",", "who"]:
        return True  # "X and Y, who head the ministries, came"
    if k > pair and tokens.lower[k] == ",":
        k = next((c + 1 for c in range(k + 1, min(k + _CLAUSE, end)) if tokens.lower[c] == ","), k)
    k = _to_verb(reading, k, end)
    if tokens.lower[k + 1 : k + 3] in _IN_ATTENDANCE and tokens.lower[k] in _BE:
        return True
    if tokens.lower[k + 1 : k + 3] == ["in", "the"] and not _WITHIN.isdisjoint(tokens.lower[k + 3 : k + 5]):
        return True  # "was in the front row"
    if tokens.lower[k + 1 : k + 2] == ["the"] and tokens.lower[k] in _BE and head_at(reading, k + 2):
        return True  # "X was the head of the contingent"
    past = k < min(end, name.j + 4) and tokens.lower[k].endswith("ed") and not tokens.cap[k]
    if past and tokens.lower[k] not in word_class("undergone") | word_class("done_by_things"):
        return True
    return k < end and (tokens.lower[k] in _VERBS or tokens.lower[k : k + 2] in _DONE_TO)


def _of_a_body(reading: Reading, k: int) -> int:
    """The word behind "of the Forum Fisheries Agency" at the word `k`, which says for whom somebody is there."""
    tokens, e = reading.tokens, k
    if tokens.lower[e : e + 1] not in (["of"], ["from"], ["for"]):
        return k
    e = skip_the(tokens.lower, e + 1)
    if tokens.cap[e : e + 1] == [False] and tokens.lower[e] in words("body", "ministry"):
        return e + 1  # "X of the academy"
    while e < len(tokens) and (tokens.cap[e] or tokens.lower[e] in {"of", "for", "'s"}):
        e += 1
    return e


def _to_verb(reading: Reading, k: int, end: int) -> int:
    """Skips what stands between subject and verb: "also", "on Thursday", ", in turn,"."""
    lower = reading.tokens.lower
    while k < end:
        if lower[k] == "on" and k + 1 < end and lower[k + 1] in _DAYS:
            k += 2
        elif lower[k] in _BEFORE_VERB or (lower[k].endswith("ly") and not reading.tokens.cap[k]):
            k += 1
        else:
            break
    return k


def _listed(reading: Reading, i: int, mention: Mention) -> bool:
    """Whether names alone stand between "attended by" and the word `i`: "attended by Dr A, Dr B and"."""
    lower = reading.tokens.lower
    begin = reading.tokens.bounds[reading.tokens.sentence[mention.i]][0]
    for k in range(i, max(begin, i - _LIST) - 1, -1):
        if lower[max(0, k - 2) : k] in _BY:
            return True
        if k < i and not (reading.tokens.cap[k] or lower[k] in IN_LISTS):
            return False
    return False


def _in_list(reading: Reading, mention: Mention, there: dict[int, Person]) -> Person | None:
    """The participant behind whom the name goes on a list; `there` has them by the words where mentions end."""
    tokens = reading.tokens
    k = mention.name.before if mention.name else mention.i
    owner = reading.geo_to.get(k - 1) if tokens.lower[k - 1] == "'s" else None
    k = owner.i if owner else k  # "Hungary's X"
    if tokens.lower[k - 2] == ")" and tokens.lower[k - 1] in _LISTED:
        k = next((q for q in range(k - 3, max(0, k - 8), -1) if tokens.lower[q] == "("), k)  # "X (SA Navy) and Y"
        return there.get(k)
    begin = tokens.bounds[tokens.sentence[mention.i]][0]
    joint = next((q for q in range(k, max(begin, k - 4), -1) if tokens.lower[q - 1] not in _LISTED), k)
    if tokens.lower[k - 1] == "," and (other := _described(reading, k - 1, begin, there)):
        return other
    if joint == k:
        return None
    ends = joint
    while ends not in there and ends > begin and tokens.cap[ends - 1] and joint - ends < _ROLE:
        ends -= 1  # "X, Programme Leader Sustainable Development; and Y"
    return there.get(ends)


def _described(reading: Reading, k: int, begin: int, there: dict[int, Person]) -> Person | None:
    """The participant in front of "and the ship's surgeon, (X)", "and two growers, (Mr Y)" that ends at `k`."""
    lower = reading.tokens.lower
    for q in range(k - 1, max(begin, k - _ROLE - 3), -1):
        if q in there and lower[q] in _LISTED:
            return there[q]
        if lower[q] in _VERBS or lower[q] in _BE or lower[q] in _WHO or not (lower[q][0].isalpha() or lower[q] == "'s"):
            return there.get(q) if lower[q] == "," else None
    return None


def _met(reading: Reading, mention: Mention) -> bool:
    """Whether somebody meets with the person."""
    i, lower = mention.name.before if mention.name else mention.i, reading.tokens.lower
    if mention.name and lower[mention.name.j : mention.name.j + 1] == ["'s"]:
        return False  # "received X's guest"
    if mention.name and mention.name.styled and _listed(reading, i, mention):
        return True
    if mention.name and (brought_in(reading, i, mention.name.styled) or in_letters(reading, i)):
        return True
    return lower[max(0, i - 2) : i] in _MEETINGS or (i > 0 and lower[i - 1] in _MET) or sent_by_owner(reading, i)
