"""Which side a participant is on, told by the words around: "from Denmark came …", "the Cuban delegation, led by …".

In: a `Reading` and one mention. Out: the country of the side, or None. Looks at the sentence of the mention and, for
delegations, a little before it.
"""

from collections.abc import Iterator

from communique.extract.countries.behalf import HEADED, SIDES, belongs, represents, signed_for, stands_for
from communique.extract.countries.owned import OF, WINDOW, body_of_team, body_told, of_group, owner_before
from communique.extract.offices.boards import own_board
from communique.extract.offices.heads import skip_the, words
from communique.extract.offices.runs import name_run
from communique.extract.people.mentions import Mention
from communique.extract.people.persons import Person
from communique.extract.words.classes import padded, word_class
from communique.extract.words.reading import Reading

_LEADS = padded([
    "led by", "headed by", "head of", "leader of", "heading", "chaired by", "represented by", "under", "composed of",
    "included", "includes", "including", "comprised", "comprises", "comprising", "head was", "made up of", "one by",
    "side by", "side was", "members of", "make up", "makes up", "entourage includes", "whose head", "head stood",
    "team from", "team of", "with at helm", "leading", "as its leader", "as its head", "its leader was",
])  # fmt: skip
_LEADS_BEHIND = padded(["at its head", "at the head", "as its head", "as its leader"])
_MAKE_UP = padded(["members of", "make up", "makes up"])
_QUOTED = frozenset(['"', "”", "“", "said", "says"])
_DEALING = word_class("encounter") - {"spoke", "spoken", "talked", "sat", "presented"} | {"paid", "held", "toured"}
_GUESTS = padded(word_class("guests"))
_OPENED = frozenset([",", "was", "by", "there", "it"])
LEADING = frozenset(["leading", "leads", "led", "heading", "heads", "headed"])
_FROM = frozenset(["from", "on", "for", "of", "by", "at"])
_CLAUSES = frozenset([";", ",", "and", "while", "whereas"])  # in front of "from the Lao side"
_OF_ONE = (["of"], ["for"], ["from"])
_TOPICAL = frozenset(["on", "in", "about", "over", "concerning"])  # "on the settlement of Kashmir, X told his guest"
_INNER = frozenset(
    ["and", "of", "for", "the", "al", "bin", "by", "de", "van", "von", "da", "dos", "in", "to", "also", "a", "an"]
)
_SENDING = frozenset(["sent", "delegated", "dispatched", "despatched", "deputed"])
_CONTRAST = frozenset(["while", "whereas", "whilst"])  # "the Swiss side included X, while Director Y assisted"
_LEAGUE = frozenset(["parliamentary", "inter-parliamentary", "interparliamentary", "friendship"])
_AHEAD = 7  # words behind a leader in which his group is named
_MEMBERS = 12  # lines below one that names a delegation
_SHORT, _LATE = 10, 8  # words of a sentence that only says who is next, and words in front of the name in the next


def side_of(reading: Reading, mention: Mention, foreign: str | None) -> str | None:
    """The country on whose side the mention stands.

    Args:
        reading: the body.
        mention: a mention of somebody whose country is not told beside the office.
        foreign: the other party than the page's own country, if there is exactly one; "the guests" are its people.
    """
    return (
        _introduced(reading, mention)
        or represents(reading, mention)
        or signed_for(reading, mention)
        or _in_government(reading, mention)
        or _represented(reading, mention)
        or _led(reading, mention, foreign)
        or _opened(reading, mention)
        or _seated(reading, mention)
        or _headed(reading, mention)
        or _spoken_of(reading, mention)
    )


def _headed(reading: Reading, mention: Mention) -> str | None:
    """ "The Kazakh delegation:" above a line for each member: whose group the line that ends in a colon names."""
    tokens, number = reading.tokens, reading.tokens.sentence[mention.i]
    if tokens.bounds[number][0] not in range(mention.i - 2, mention.i + 1):
        return None
    for above in range(number - 1, max(-1, number - _MEMBERS), -1):
        first, last = tokens.bounds[above]
        if tokens.lower[last - 1] == ":":
            groups = (reading.geo[k] for k in range(first, last) if k in reading.geo)
            return next((geo.alpha3 for geo in groups if of_group(reading, geo)), None)
        if not tokens.cap[first] or last - first > WINDOW:
            return None
    return None


def _spoken_of(reading: Reading, mention: Mention) -> str | None:
    """ "Less enthusiasm came from Naypyitaw. Its Permanent Secretary, X, …": the end of a short sentence before."""
    tokens, number = reading.tokens, reading.tokens.sentence[mention.i]
    begin = tokens.bounds[number][0]
    if number == 0 or mention.name is None or mention.i - begin > _LATE:
        return None
    first, last = tokens.bounds[number - 1]
    named = [geo for geo in reading.geo.values() if first <= geo.i < last]
    short = last - first <= _SHORT and len(named) == 1 and named[0].j >= last - 1
    told = short and tokens.lower[named[0].i - 1] in {"to", "from", "by", "with"}
    return (
        named[0].alpha3 if told and not any(tokens.lower[k] in {",", "said"} for k in range(begin, mention.i)) else None
    )


def _opened(reading: Reading, mention: Mention) -> str | None:
    """ "From the Turkmen side the session was also attended by X", "Present at the Turkmen side were X and Y"."""
    tokens = reading.tokens
    begin, end = tokens.bounds[tokens.sentence[mention.i]]
    for lead in (["on", "the", "side", "of"], ["from", "the", "side", "of"], ["on", "the", "part", "of"]):
        side = reading.geo.get(skip_the(tokens.lower, begin + 4))
        if tokens.lower[begin : begin + 4] == lead and side and side.form == "name":
            return side.alpha3  # "On the side of South Sudan, the undersecretary, X, said"
    side = reading.geo.get(skip_the(tokens.lower, begin + 1))
    if tokens.lower[begin : begin + 1] == ["representing"] and side and side.form == "name":
        return side.alpha3  # "Representing Chad were X and Y"
    by = reading.geo.get(skip_the(tokens.lower, mention.j + 1))
    if tokens.lower[begin : begin + 1] == ["by"] and by and "represented" in tokens.lower[by.j : by.j + 3]:
        return by.alpha3  # "By X, Minister of Trade, Chad was represented"
    if signatory := stands_for(reading, mention, begin):
        return signatory
    begin += 2 if tokens.lower[begin : begin + 1] == ["also"] else tokens.lower[begin : begin + 1] == ["present"]
    for k in range(mention.i - 1, begin - 1, -1):  # "From the Thai side A and B attended; from the Lao side, C and D"
        if tokens.lower[k] not in _FROM or not (k == begin or tokens.lower[k - 1] in _CLAUSES):
            continue
        geo = reading.geo.get(skip_the(tokens.lower, k + 1))
        if geo and geo.form == "demonym" and geo.j < end and tokens.lower[geo.j] in SIDES:
            return geo.alpha3
    return None


def _seated(reading: Reading, mention: Mention) -> str | None:
    """ "X sat on the Thai side of the table, Minister Y on the Lao side"."""
    lower, j = reading.tokens.lower, mention.j
    for k in range(j, min(j + 3, len(lower) - 3)):
        geo = reading.geo.get(k + 2) if lower[k : k + 2] == ["on", "the"] else None
        if geo:
            return geo.alpha3 if geo.form == "demonym" and lower[geo.j : geo.j + 1] == ["side"] else None
        if lower[k] in {",", ";", "."}:
            return None
    return None


def _represented(reading: Reading, mention: Mention) -> str | None:
    """ "…, the Dutch side being represented as well by X", "Mali was represented by X": who is named right before."""
    tokens, i = reading.tokens, mention.i
    i -= tokens.lower[i - 1] == "the"
    if tokens.lower[i - 1] not in {"by", "was", "were", "stood", "sat", "came"}:
        return None
    for g in range(i - 1, max(tokens.bounds[tokens.sentence[i]][0], i - 10), -1):
        geo = reading.geo_to.get(g)
        if geo and geo.form == "demonym" and tokens.lower[g] in SIDES:
            return geo.alpha3
        if geo and geo.j == g and geo.form == "name" and "represented" in tokens.lower[g : min(g + 4, i)]:
            return geo.alpha3
        if geo and g == i - 1 and geo.form == "name" and tokens.lower[geo.i - 1] in {"and", ",", "while"}:
            begin = tokens.bounds[tokens.sentence[i]][0]
            # "Mali was represented by X, Chad by"
            return geo.alpha3 if "represented" in tokens.lower[begin:g] else None
        if tokens.cap[g] and not geo:
            return None
    return None


def _introduced(reading: Reading, mention: Mention) -> str | None:
    """ "From Denmark came State Secretary X", "on the part of Romania, X", "for Iran, X"."""
    tokens, geo = reading.tokens, reading.geo
    for_whom = tokens.lower[mention.j : mention.j + 3]
    if mention.name is None or for_whom[:1] == ["for"] or for_whom == ["on", "behalf", "of"]:
        return None  # "X signed on behalf of Mauritius, as did Y for Seychelles"
    if mention.country:
        listed = tokens.lower[mention.i - 1] in ({",", "and", "are", "were", ":"} if mention.name.styled else {","})
        return mention.country if listed and mention.office is None else None
    if tokens.lower[mention.i - 1] in _SENDING and (sender := _sender(reading, mention.i)):
        return sender
    for g in range(mention.i - 1, max(-1, mention.i - 6), -1):
        if tokens.sentence[g] != tokens.sentence[mention.i]:
            break
        if g in geo and geo[g].j <= mention.i:
            k = g - 1 if g and tokens.lower[g - 1] == "the" else g
            if tokens.lower[mention.i - 1] == "by" and geo[g].j == mention.i - 1 and geo[g].form != "capital":
                return geo[g].alpha3  # "Tuvalu (was represented) by X"
            said = tokens.lower[max(0, k - 4) : k]
            if said[-1:] == [";"] and geo[g].j == mention.i - 1 and tokens.lower[geo[g].j] == ",":
                return geo[g].alpha3  # "…; Belize, Dr. X, Director of …"
            spoke = tokens.lower[mention.j : mention.j + 1] in (["said"], ["says"], ["added"], ["stressed"], ["noted"])
            parted = geo[g].j == mention.i - 1 and tokens.lower[geo[g].j] == "," and not spoke
            parted = parted and not (mention.office and mention.office.i < mention.name.i)
            topic = said[-1:] == ["of"] and not _TOPICAL.isdisjoint(tokens.lower[max(0, k - 5) : k])
            if said[-1:] in _OF_ONE and parted and not topic:
                return geo[g].alpha3  # "the delegate of Kampala, X"
            if geo[g].form == "demonym" and tokens.lower[geo[g].j] in {"one", "side"} and said[-1:] == ["on"]:
                return geo[g].alpha3  # "on the Icelandic one, X"
            if not (_QUOTED | _DEALING).isdisjoint(tokens.lower[geo[g].j : mention.i]):
                return None  # "ordered from Finland," said X; "guests from Finland called on X"
            if said[-1:] == ["from"] or said[-3:] == ["the", "part", "of"] or said[-2:] == ["behalf", "of"]:
                return geo[g].alpha3
            opened = len(said) < 2 or said[-2] in {",", ";", ":", "and", "."} or tokens.first[k - 1]
            behind = geo[g].j + (tokens.lower[geo[g].j] in SIDES)  # "for the Angolan part, by X"
            near = geo[g].j in {mention.i, mention.name.before} or tokens.lower[behind] in _OPENED
            return geo[g].alpha3 if said[-1:] == ["for"] and opened and near else None
    return None


def _sender(reading: Reading, i: int) -> str | None:
    """ "Bulgaria, at whose coast the cable ends, had sent X": the country that opens the clause before the word `i`."""
    tokens = reading.tokens
    for g in range(i - 1, max(-1, i - WINDOW), -1):
        if tokens.sentence[g] != tokens.sentence[i] or tokens.lower[g] == ";":
            break
        geo = reading.geo.get(g)
        opens = tokens.first[g] or tokens.lower[g - 1] in {"the", "and", "while", ","} or (geo and geo.j > i - 3)
        if geo and geo.form != "demonym" and opens and tokens.lower[g - 1] not in {"to", "in", "from"}:
            return geo.alpha3
    return None


def _in_government(reading: Reading, mention: Mention) -> str | None:
    """ "Minister of Agriculture in the caretaker government of the sisterly Lebanese Republic"."""
    lower, j = reading.tokens.lower, mention.j
    if lower[j : j + 1] != ["in"]:
        return None
    near = range(j, min(j + 9, len(lower)))
    if not any(lower[k] in {"government", "cabinet"} for k in near):
        return None
    return next((reading.geo[k].alpha3 for k in near if k in reading.geo), None)


def _led(reading: Reading, mention: Mention, foreign: str | None) -> str | None:
    """ "A delegation from the Kingdom of Eswatini, led by X", "at the head of the Cuban delegation was X"."""
    tokens, i = reading.tokens, mention.i
    begin = max(0, i - 9)
    while begin < i and tokens.sentence[begin] != tokens.sentence[i]:
        begin += 1
    begin = max(begin, _behind_another(reading, begin, i))
    begin = max((k for k in range(begin, i) if tokens.lower[k] in _CONTRAST), default=begin)
    begin = max((k for k in range(begin + 1, i) if tokens.lower[k] in _DEALING), default=begin)  # "X, leading it, met"
    leads_on = _leads_on(tokens.lower[mention.j : mention.j + 4])
    said = " " + " ".join(tokens.lower[begin:i]) + " "
    end = tokens.bounds[tokens.sentence[i]][1]
    after = " " + " ".join(tokens.lower[mention.j : min(mention.j + 4, end)]) + " "
    if not (any(map(said.__contains__, _LEADS)) or any(map(after.__contains__, _LEADS_BEHIND)) or leads_on):
        return None
    if " the hosts " in after + " ".join(tokens.lower[mention.j + 4 : mention.j + 7]) + " ":
        return None
    if leads_on:
        ahead = (reading.geo[k] for k in range(mention.j, min(mention.j + _AHEAD, end)) if k in reading.geo)
        if own := next((geo.alpha3 for geo in ahead if of_group(reading, geo)), None):
            return own  # "X led the delegation of Chad"
    its = " its delegation " in said or " its team " in said
    here = any(map(said.__contains__, _MAKE_UP))  # whose delegation must be said with it
    for g in range(i - 1, max(-1, i - WINDOW), -1):
        if here and tokens.sentence[g] != tokens.sentence[i]:
            return None
        pair = reading.compounds.get(g)
        if pair and not here and not _LEAGUE.isdisjoint(tokens.lower[g + 1 : g + 3]):
            return pair[0]  # "the Singapore-Mongolia parliamentary group led by X"
        geo = reading.geo_to.get(g + 1)
        if its and geo and geo.form == "name" and g < begin:
            return geo.alpha3
        if geo and of_group(reading, geo):
            return geo.alpha3
        body = reading.body_to.get(g + 1)
        if body and body.organization.country and set(tokens.lower[max(0, body.i - 3) : body.i]) & OF:
            return body.organization.country  # "a delegation from the Kuwait Fund, led by X"
    if foreign and any(map(said.__contains__, _GUESTS)):
        return foreign
    return None


def _leads_on(behind: list[str]) -> bool:
    """ "(X) leads the delegation", "(X), who is leading a delegation"."""
    behind = behind[1:] if behind[:2] == [",", "who"] else behind[:2]
    return any(word in LEADING for word in behind)


def _behind_another(reading: Reading, begin: int, i: int) -> int:
    """The word behind the last "led by" before `i` whose leader is named and acts: "led by X met Minister Y"."""
    tokens = reading.tokens
    for k in range(i - 1, begin, -1):
        if tokens.lower[k] == "by" and tokens.lower[k - 1] in HEADED:
            named = next((e for e in range(k + 1, i) if tokens.cap[e]), i)
            plain = (tokens.word[e].isalpha() and not tokens.cap[e] for e in range(named, i))
            return (
                k + 1
                if any(p and w not in _INNER for p, w in zip(plain, tokens.lower[named:i], strict=True))
                else begin
            )
    return begin


def sided(reading: Reading, strangers: list[Mention]) -> Iterator[Person]:
    """People without an office whom the text puts on a side: "Mr Maina Talia for Tuvalu", "a team led by X"."""
    seen: set[str] = set()
    for mention in strangers:
        name = mention.name
        full = name is not None and (name.j - name.i > 1 or name.styled or "." in name.text)  # "B.Bat-Erdene"
        if name is None or name.text in seen or not full:
            continue
        lower = reading.tokens.lower
        leads = lower[max(0, name.before - 2) : name.before] in (["headed", "by"], ["led", "by"])
        leads = leads or (lower[name.before - 1] == "was" and "leading" in lower[max(0, name.before - 9) : name.before])
        side = _introduced(reading, mention) or represents(reading, mention)
        signed = not {"signed", "inked", "initialled"}.isdisjoint(lower[max(0, name.before - 12) : name.before])
        signed = signed or lower[mention.j : mention.j + 3] == ["on", "behalf", "of"]
        side = side or (signed_for(reading, mention) if name.styled or signed else None)
        side = side or (_led(reading, mention, None) if leads else None)
        elided = lower[name.before - 1] == "by" and lower[name.before - 2] in SIDES
        side = side or (_represented(reading, mention) if elided else None)  # "and the Malian side by X"
        side = side or _stand_in(reading, mention) or _called_by_nation(reading, mention) or _seated(reading, mention)
        side = side or stands_for(reading, mention, reading.tokens.bounds[reading.tokens.sentence[mention.i]][0])
        team = body_of_team(reading, mention) if leads else None
        side = None if team and team[1] is None else side  # "an IMF mission led by X"
        body = team[0] if team and side == team[1] else _body_stood_for(reading, mention)
        stands_in = lower[max(0, name.before - 2) : name.before] == ["represented", "by"]
        side = None if body and not team else side
        agency = None if body or side else reading.body.get(belongs(reading, mention))
        for_whom = lower[mention.j : mention.j + 1] == ["for"] and skip_the(lower, mention.j + 1)
        at = belongs(reading, mention) or owner_before(reading, name.before)
        ours = None if agency or body or side else _national_body(reading, at) or body_told(reading, for_whom or 0)
        if ours:
            body, side = ours
        if agency and agency.organization.country and agency.organization.kind != "business":
            body, side = agency.organization.name, agency.organization.country
        if side or body or stands_in:
            seen.add(name.text)
            theirs = [m for m in strangers if m.name and m.name.text == name.text]
            yield Person(name.text, theirs, country=side, organization=body, settled=body is not None and side is None)


def _national_body(reading: Reading, k: int) -> tuple[str | None, str] | None:
    """The body and the country of "X of (the) Dutch Tax and Customs Administration"; a ministry is no body."""
    geo = reading.geo.get(k)
    if geo is None or geo.form != "demonym" or reading.tokens.cap[geo.j : geo.j + 1] != [True]:
        return body_told(reading, k)
    end, own = name_run(reading, geo.j)
    if own or own_board(reading, geo.j, end):
        return reading.tokens.span(k, end), geo.alpha3
    last = reading.tokens.lower[end - 1] if end > geo.j + 1 else ""
    if last in words("ministry") or reading.tokens.lower[geo.j] == "ministry":
        return None, geo.alpha3
    return (reading.tokens.span(k, end), geo.alpha3) if last in words("body") else None


def _stand_in(reading: Reading, mention: Mention) -> str | None:
    """ "Saudi Minister X was represented by Y": the country of the office in front, where it is told."""
    tokens, i = reading.tokens, mention.i
    if tokens.lower[max(0, i - 2) : i] != ["represented", "by"]:
        return None
    begin = tokens.bounds[tokens.sentence[i]][0]
    return next((reading.geo[g].alpha3 for g in range(i - 1, begin - 1, -1) if g in reading.geo), None)


def _called_by_nation(reading: Reading, mention: Mention) -> str | None:
    """ "The two ministers agreed: X, the Iranian, and Y, the Pakistani, …"."""
    lower, j = reading.tokens.lower, mention.j
    geo = reading.geo.get(j + 2) if lower[j : j + 2] == [",", "the"] else None
    return geo.alpha3 if geo and geo.form == "demonym" and lower[geo.j : geo.j + 1] in ([","], ["."]) else None


def _body_stood_for(reading: Reading, mention: Mention) -> str | None:
    """ "UNDP in the Maldives, represented by X": the body in front."""
    tokens, i = reading.tokens, mention.i
    for k in range(mention.j, min(mention.j + 4, len(tokens) - 3)):  # "X signed on behalf of WHO"
        if tokens.lower[k : k + 3] == ["on", "behalf", "of"] and tokens.sentence[k] == tokens.sentence[i]:
            body = reading.body.get(skip_the(tokens.lower, k + 3))
            return body.organization.name if body else None
    if tokens.lower[max(0, i - 2) : i] != ["represented", "by"]:
        return None
    begin = max(tokens.bounds[tokens.sentence[i]][0], i - 10)
    near = next((g for g in range(i - 2, begin, -1) if g in reading.body_to), None)
    return reading.body_to[near].organization.name if near else None
