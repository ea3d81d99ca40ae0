"""The names of portfolios, ministries and bodies inside an office: "Foreign Affairs, African Cooperation and …".

In: a `Reading` and a word. Out: where the name that starts there ends, and whether it is a body ("Kuwait Ports
Authority"). The difficulty is to stop before the holder's name, which is written in capitals as well.
"""

from communique.extract.offices.antecedents import is_surname, own_body
from communique.extract.offices.heads import CALENDAR, STYLES, abstract_noun, head_at, leads_office, skip_the, words
from communique.extract.offices.party import of_party
from communique.extract.words.reading import Reading
from communique.registry import rows

_RANKS = frozenset([
    "general", "major", "admiral", "colonel", "marshal", "lieutenant", "brigadier", "captain", "gen", "lt",
    "vice", "rear",
])  # fmt: skip
REGIONS = frozenset(row["word"] for row in rows("portfolios") if row["portfolio"] == "regions")
_ORGANS = frozenset(  # "Presidential Administration", "Political Bureau": of a state or its ruling party
    (
        ("presidential", "administration"),
        ("government", "administration"),
        ("cabinet", "secretariat"),
        ("presidential", "secretariat"),
        ("government", "secretariat"),
        ("parliamentary", "secretariat"),
        ("political", "bureau"),
        ("legislative", "chamber"),
        ("audit", "chamber"),
        ("accounts", "chamber"),
        ("chamber", "advisors"),
        ("chamber", "advisers"),
        ("chamber", "councillors"),
        ("chamber", "deputies"),
        ("chamber", "representatives"),
        ("state", "commission"),
        ("civil", "service"),
        ("public", "service"),
        ("foreign", "service"),
        ("standing", "bureau"),
        ("presidium", "bureau"),
    )
)
_OF_PARTIES = frozenset(["office", "central", "commission"])  # "Office of the Central Commission for Foreign Affairs"
_LEVELS = frozenset(
    ["provincial", "municipal", "regional", "district", "national", "central", "local", "parliamentary"]
)
_TIERS = frozenset(["regional", "provincial", "district", "city", "oblast", "military", "municipal", "local"])
_DIVISIONS = frozenset(["sector", "department", "division", "section", "unit"])
_WITHIN_BODIES = frozenset(  # boards of a body: "Management Board", "Board of Directors"
    ["management", "executive", "supervisory", "governing", "advisory", "directors", "trustees", "governors", "members"]
)
_GENERAL = frozenset(["directorate", "secretariat", "inspectorate"])  # "Directorate General of Trade"
_PARTS = frozenset(["northern", "western", "eastern", "southern", "indigenous"])
_PEOPLES = frozenset(["people", "peoples"])
PANELS = frozenset(["committee", "commission", "council", "subcommittee", "board", "panel"])
_LATE_NOUNS = PANELS | {"court", "diwan"}  # "Royal Hashemite Court"


def name_run(reading: Reading, q: int, state: bool = False, greedy: bool = False) -> tuple[int, bool]:
    """The end of the name of a portfolio or body that starts at word `q`, and whether it is a body.

    The first word, and the first behind "of", "for" or "and", need no proof; further ones must be portfolio words
    or the nouns of bodies, so that the name of the holder that may follow stays outside. A word of a body further on
    among the same capitals draws in all before it, unless the office is one of state. `greedy` takes all capitals.
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    n, portfolio, bodies, ministry = len(tokens), words("portfolio"), words("body"), words("ministry")
    if q >= n or is_surname(reading, q):
        return q, False
    closing = None if state else body_noun(reading, q)
    if closing:
        organ = (lower[q], lower[closing - 1]) in _ORGANS or {*lower[q:closing]} >= _OF_PARTIES
        organ = organ or (lower[closing - 1] == "administration" and lower[closing - 2] in _TIERS)
        organ = organ or lower[closing - 2 : closing] == ["presidential", "administration"]
        organ = organ or (lower[q] in _DIVISIONS and lower[q + 1] in {"of", "for"})  # "Sector for Border Police"
        return closing, not organ
    if lower[q] in _LEVELS and not tokens.cap[q] and tokens.cap[q + 1 : q + 2] == [True]:
        q += 1  # "the provincial Party Committee"
    capital, expect, e, end, is_body = tokens.cap[q], True, q, q, False
    sentence = tokens.sentence[q]
    while e < n and tokens.sentence[e] == sentence:
        word = lower[e]
        if word == "chiefs" and lower[e - 1 : e + 3] == ["joint", "chiefs", "of", "staff"] and capital:
            e = end = e + 3  # "Joint Chiefs of Staff Committee"
            continue
        if capital and e + 1 < n and f"{word} {lower[e + 1]}" in words("fields") and any(tokens.cap[e + 1 : e + 3]):
            e, expect = e + 2, lower[e + 1] == "against"  # "Jal Shakti", "Fight against Corruption"
            end = end if expect else e
            continue
        if capital and word == "made" and lower[e + 1 : e + 2] == ["in"] and e + 2 in reading.geo:
            e = end = reading.geo[e + 2].j  # "Enterprises and Made in Italy"
            continue
        if e > q and capital and reading.taken.get(e) == "geo" and lower[e - 1] in _PARTS:
            e = end = e + 1  # "Resources and Northern Australia"
            continue
        ranked = word in _RANKS and tokens.cap[e] and e > q
        titled = ranked and lower[e + 1 : e + 2] and (lower[e + 1] not in portfolio or lower[e + 1] == "general")
        titled = titled and not (word == "general" and lower[e - 1] in _GENERAL)
        if (word in STYLES and e > q) or titled:
            break
        if word in {"his", "her"} and lower[e + 1 : e + 2] in (["majesty"], ["highness"], ["excellency"]) and e > q:
            return e + 2, False  # "Director of the Office of His Majesty"
        known = word in portfolio or word in ministry or word in bodies or (e > q and capital and abstract_noun(word))
        if e > q and reading.taken.get(e) == "geo" and tokens.cap[e] and lower[e + 1 : e + 2] == ["affairs"]:
            known = e in reading.geo and lower[e - 1] not in {"and", "&", ","}  # "for Overseas Vietnamese Affairs"
        if tokens.cap[e] == capital and (known or ((expect or greedy) and capital)) and word not in CALENDAR:
            inner = None if known else head_at(reading, e)
            if inner and not (inner.plural and expect and e > q) and lower[e - 2 : e] != ["house", "of"]:
                break
            if lower[e - 1] == "overseas" and word.endswith("s") and not known:
                end = e + 1  # "Overseas Cypriots"
                break
            if reading.taken.get(e) == "geo" and (e + 1 >= n or lower[e + 1] not in portfolio):
                break
            acronym = (
                len(word) > 2 and capital and not tokens.word[e][1:].islower() and "-" not in word and "." not in word
            )
            e += 1
            end, expect, is_body = e, False, not state and capital and (word in bodies or (acronym and e == q + 1))
        elif not end > q:
            break
        elif (
            capital
            and word in portfolio
            and e > q
            and lower[e + 1 : e + 2] in (["of"], [","])
            and lower[e - 1] in portfolio
        ):
            e += 1
            end = e  # "Foreign Affairs and International cooperation of Chad"
        elif capital and word == "people" and lower[e + 1 : e + 2] == ["'s"] and (noun := _owned_noun(reading, e + 1)):
            end = noun  # "Supreme People's Court"
            break
        elif capital and tokens.cap[e] and _joined_on(reading, e):
            e += 1  # "Civil Liberties and Immigration"
        elif (
            word == "and"
            and not capital
            and all(tokens.cap[e + 1 : e + 3])
            and portfolio.issuperset(lower[e + 1 : e + 3])
        ):
            end = name_run(reading, e + 1, state)[0]
            break  # "higher education and Scientific Research"
        elif word == "'" and capital and lower[e - 1].endswith("s") and e + 1 < n and tokens.cap[e + 1]:
            e += 1  # "Expatriates' Welfare"
            expect = True
        elif word == "'s" and capital and (noun := _owned_noun(reading, e)):
            end = noun
            break
        elif word == "'s" and capital and e + 1 < n and tokens.cap[e + 1] and lower[e + 1] in portfolio:
            e, expect = e + 1, False  # "Women's Affairs"
        elif (
            lower[e - 1] in _PEOPLES
            and word in {"'s", "'"}
            and lower[e + 1 : e + 2] in (["representatives"], ["deputies"])
        ):
            end = e + 2  # "House of People's Representatives"
            break
        elif (
            word in {"of", "for", "and", "&", ",", "/"}
            or (word == "on" and lower[e - 1] in PANELS)
            or (word == "in" and capital)
        ):
            if word in {",", "and"} and lower[e - 1] in REGIONS and (far := _regions_end(reading, e)):
                end = far
                break
            if word == "of" and of_party(reading, e + 1):
                break  # "Political Bureau of the Communist Party of China (CPC) Central Committee"
            step = e + 1 if word == "/" and tokens.cap[e + 1 : e + 2] == [True] else _link(reading, e, capital, word)
            if step is None:
                break
            e, expect = step, word not in {",", "and", "&"}
            if not expect and lower[e] not in portfolio:
                expect = True
        else:
            break
    end = end if state or not capital else _panel_end(reading, q, end)
    owned = lower[q] in {"national", "state"} and own_body(reading, q, end)
    panel = capital and lower[q : q + 2] == ["committee", "for"]  # a parliament's are "on" something
    owned = owned or (panel and "ministry" not in lower[q:end])
    owned = owned or (capital and end - q > 1 and "board" in lower[q:end] and _WITHIN_BODIES.isdisjoint(lower[q:end]))
    return end, is_body or (not state and owned)


def _panel_end(reading: Reading, q: int, end: int) -> int:
    """The end of "Presidential Transitional Council" at the word `q`, where its second word is unknown; else `end`."""
    tokens, k = reading.tokens, end
    while q < k < min(end + 3, len(tokens)) and tokens.cap[k] and k not in reading.taken and not head_at(reading, k):
        if tokens.lower[k] in _LATE_NOUNS and k > end:
            return k + 1
        k += 1
    return end


def _regions_end(reading: Reading, e: int) -> int | None:
    """The end of ", North Africa, Afghanistan and Pakistan" at the word `e`: parts of the world, a country at last."""
    tokens, k, joined = reading.tokens, e, False
    while k < len(tokens) and tokens.lower[k] in {",", "and"}:
        joined = tokens.lower[k] == "and" or tokens.lower[k + 1 : k + 2] == ["and"]
        k = skip_the(tokens.lower, k + 1 + (tokens.lower[k] == "," and joined))
        state = reading.geo.get(k)
        if state and state.form == "name":
            k = state.j
            if joined:
                return None if tokens.lower[k : k + 1] == ["'s"] else k
            continue
        while k < len(tokens) and tokens.cap[k] and tokens.lower[k] in REGIONS:
            k += 1
    return None


def _joined_on(reading: Reading, e: int) -> bool:
    """Whether the unknown capital at `e` is joined by "and" to a portfolio that is no office of its own."""
    tokens, lower = reading.tokens, reading.tokens.lower
    if (
        e in reading.taken
        or lower[e + 1 : e + 2] not in (["and"], ["&"])
        or e + 2 >= len(tokens)
        or head_at(reading, e)
    ):
        return False
    k = e + 2
    while k < len(tokens) and tokens.cap[k] and lower[k] in words("portfolio"):
        k += 1
    return k > e + 2 and not head_at(reading, k)


def body_noun(reading: Reading, q: int) -> int | None:
    """The end of "TH Milk Food Joint Stock Company": capitals up to a noun of bodies, None where there is none."""
    tokens, lower = reading.tokens, reading.tokens.lower
    e, last = q, None
    if words("body").isdisjoint(lower[q : q + 14]) or lower[q : q + 2] == ["exchange", "of"]:
        return None
    if tokens.cap[q] and lower[q] in words("body") and q + 2 < len(tokens) and lower[q + 1] in {"of", "for"}:
        e = q + 3 if lower[q + 2] == "the" and lower[q + 1] == "for" and q + 3 < len(tokens) else q + 2
        if tokens.cap[e] and lower[e] in words("portfolio"):
            return _plain_tail(reading, e)[0]  # "Authority for Roads and Bridges"
        if tokens.cap[e] and lower[q + 1] == "of":
            while tokens.cap[e + 1 : e + 2] == [True] and lower[e + 1] in words("portfolio"):
                e += 1  # "Forum of Slavic Cultures"
            return e + 1  # "University of Cádiz": one word
        e = q
    while e < len(tokens) and e < q + 12 and tokens.sentence[e] == tokens.sentence[q]:
        if tokens.cap[e] and lower[e] not in CALENDAR and (e == q or not head_at(reading, e)):
            e += 1
            police = lower[e - 1] == "force" and lower[e - 2] == "police"  # "Fiji Police Force"
            field = lower[e - 1] == "school" and lower[e : e + 1] == ["education"]  # "Department of School Education"
            if (lower[e - 1] in words("body") or police) and e - 1 > q and not field:
                last = e
        elif lower[e] in {"of", "for", "and", "&", "the"} and e > q and e + 1 < len(tokens):
            nxt = skip_the(lower, e + 1)
            if not (nxt < len(tokens) and tokens.cap[nxt]) or nxt in reading.geo:
                break
            if last == e and lower[e] in {"and", "&"} and lower[nxt] not in words("portfolio"):
                break
            if (
                last
                and nxt == e + 2
                and lower[e] in {"and", "&"}
                and lower[nxt] not in words("portfolio") - words("body")
            ):
                break  # "the Chamber of Commerce and the Chamber of Mines": two
            e = nxt
        else:
            break
    if last is None:
        return None
    if last + 1 < len(tokens) and lower[last] in {"of", "for"}:
        nxt = last + 1
        known = lower[nxt] in words("portfolio") or _portfolio_ahead(reading, nxt) or _acronym(tokens.word[nxt])
        if tokens.cap[nxt] and nxt not in reading.geo and known:
            tail, _ = _plain_tail(reading, nxt)
            return tail
    return last


def _owned_noun(reading: Reading, e: int) -> int | None:
    """The end of "'s Congress", "'s Hydrographic Service": capitals up to the noun of a body or ministry."""
    tokens, k = reading.tokens, e + 1
    while k < len(tokens) and k < e + 8 and (tokens.cap[k] or (tokens.lower[k] == "and" and k > e + 1)):
        if tokens.lower[k] in words("ministry") or tokens.lower[k] in words("body") or tokens.lower[k] == "party":
            return k + 1 + 2 * (tokens.lower[k + 1 : k + 3] == ["standing", "committee"] and tokens.cap[k + 1])
        k += 1
    return None


def _plain_tail(reading: Reading, q: int) -> tuple[int, bool]:
    """The portfolio words behind "Chamber of", "Authority for Roads and"."""
    tokens, lower, e, end = reading.tokens, reading.tokens.lower, q, q
    while e < len(tokens):
        word = tokens.word[e]
        if tokens.cap[e] and (lower[e] in words("portfolio") or _acronym(word) or (e > q and abstract_noun(lower[e]))):
            e += 1
            end = e
        elif tokens.cap[e] and _portfolio_ahead(reading, e):
            e += 1  # "Agency for Cold Climate Energy"
        elif lower[e] == "," and e > q and _list_goes_on(reading, e):
            e += 1  # "Institute of Sports, Physical Education and Recreation"
        elif lower[e] in {"and", "&", "in", "for", "/"} and e > q:
            e += 2 if e + 1 < len(tokens) and lower[e + 1] == "the" else 1
        else:
            break
    return end, True


def _list_goes_on(reading: Reading, comma: int) -> bool:
    """Whether behind a comma there are only fields up to an "and" with the last one."""
    tokens, portfolio = reading.tokens, words("portfolio")
    for k in range(comma + 1, min(comma + 9, len(tokens) - 1)):
        if tokens.lower[k] in {"and", "&"}:
            return k > comma + 1 and tokens.cap[k + 1] and tokens.lower[k + 1] in portfolio
        if tokens.lower[k] != "," and not (tokens.cap[k] and tokens.lower[k] in portfolio):
            return False
    return False


def _acronym(word: str) -> bool:
    return 2 < len(word) < 6 and word.isalpha() and word.isupper()


def _portfolio_ahead(reading: Reading, e: int) -> bool:
    """Whether the next capital is a word of portfolios that opens no office: the unknown one belongs to the name."""
    tokens = reading.tokens
    k = e + 1
    if k >= len(tokens) or not tokens.cap[k] or head_at(reading, k):
        return False
    return tokens.lower[k] in words("portfolio") or abstract_noun(tokens.lower[k])


def _link(reading: Reading, e: int, capital: bool, word: str) -> int | None:
    """The word behind the connector at `e` if the name goes on there."""
    tokens, lower = reading.tokens, reading.tokens.lower
    k = e + 1
    if word == "," and k < len(tokens) and lower[k] in {"and", "&"}:
        k += 1
    again = lower[k : k + 1] in (["of"], ["for"]) and words("portfolio").issuperset(lower[k + 1 : k + 2])
    if word in {"and", ","} and again:
        k += 1  # "National Security and of Territorial Surveillance", "for Trade and for Culture"
    if lower[k : k + 1] == ["the"] and (
        word in {"of", "for", "in", "on"}
        or REGIONS.intersection(lower[k + 1 : k + 2])
        or " ".join(lower[k + 1 : k + 3]) in words("fields")
        or lower[k + 1 : k + 3] == ["council", "of"]
        or (capital and lower[k + 1 : k + 2] == ["environment"])
    ):
        k += 1  # "Latin America and the Caribbean", "the Council of State and the Council of Ministers"
    elif lower[k : k + 1] == ["the"] and capital and lower[k - 1] in {"and", "&"} and not leads_office(reading, k + 1):
        k += words("portfolio").issuperset(lower[k + 1 : k + 2])  # "Water, Forests and the Environment"
    if k >= len(tokens) or tokens.cap[k] != capital or lower[k] in CALENDAR:
        return None
    seat = reading.geo[k].j if k in reading.geo else k
    if word == "in" and lower[seat : seat + 1] in (["government"], ["cabinet"]):
        return None
    if word == "of" and lower[k] in words("self", "forms") and lower[k + 1 : k + 2] == ["of"] and k + 2 in reading.geo:
        return None  # "Minister of Agriculture of the Republic of Chad"
    known = lower[k] in words("portfolio") or lower[k] in words("ministry")
    known = known or lower[k : k + 3] == ["new", "and", "renewable"] or " ".join(lower[k : k + 2]) in words("fields")
    known = known or lower[k : k + 2] == ["made", "in"]
    known = known or (word == "," and capital and _joined_on(reading, k))  # "Political Affairs, Peace and Security"
    known = known or (word in {"and", "&"} and capital and abstract_noun(lower[k]))
    if k in reading.body and lower[reading.body[k].j - 1] in {"cooperation", "affairs", "integration"}:
        return k  # "Foreign Affairs and East African Cooperation"
    if k in reading.body and reading.body[k].j < len(tokens) and lower[reading.body[k].j] in words("portfolio"):
        return k
    if word == "," and lower[k : k + 1] == ["government"] and lower[k + 1 : k + 2] == ["of"]:
        return None  # "Department of Commerce, Government of India"
    union = reading.body[k].j if k in reading.body and word == "," else k
    if (
        union > k
        and lower[union : union + 1] == ["and"]
        and words("portfolio").issuperset(lower[union + 1 : union + 2])
    ):
        return k  # "Foreign Affairs, European Union and Cooperation"
    field = known and k in reading.body and reading.body[k].j == k + 1  # "… and Francophonie"
    if (k in reading.body and not field) or (k in reading.geo and reading.geo[k].form != "demonym"):
        return None
    ahead = lower[k + 1] if k + 1 < len(tokens) else ""
    if word == "," and lower[k] in {"general", "major", "ambassador", "counsellor"}:
        return None
    if k in reading.geo:
        other = word in {",", "and", "&"} and leads_office(reading, reading.geo[k].j)
        return k if ahead in words("portfolio") and not other else None
    inner = head_at(reading, k)
    councils = inner and inner.plural and lower[e - 3 : e] == ["councils", "of", "state"]
    if inner and not councils and not (word == "of" and (inner.plural or lower[e - 1] == "house")):
        return None  # but "House of Representative"
    if councils:
        return k  # "the Councils of State and Ministers"
    if word in {"of", "for", "on"}:
        return k if capital or known else None
    if word == "in":
        return k if known or tokens.lower[k] in words("body") else None
    joined = word != "," or lower[k - 1] in {"and", "&"}  # "of the Coast Guard, and Defence Minister X"
    ends = leads_office(reading, k) if word == "," else k + 1 < len(tokens) and head_at(reading, k + 1)
    if known and joined and ends:
        return None  # "Minister of Fisheries, and Public Works Minister X"
    return k if known or (word != "," and ahead in words("portfolio") and tokens.cap[k + 1]) else None
