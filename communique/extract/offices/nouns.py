"""The noun that tells a body by its name: "TH Milk Food Joint Stock Company", "Authority for Roads and Bridges".

In: a `Reading` and the first word of a name. Out: where the name of a body ends.
"""

from communique.extract.offices.heads import CALENDAR, abstract_noun, head_at, skip_the, words
from communique.extract.words.reading import Reading

_INNER = frozenset(["of", "for", "and", "&", "the"])
_LONGEST = 12  # words of a name
_BOARDS = frozenset(["board", "corps", "institution", "mission"])
_OWNED = 3  # words of an office behind "'s" up to its head
_MEMBERS = frozenset(["unions", "enterprise", "enterprises", "cooperatives", "banks", "universities", "chambers"])
_OF_NATIONS = frozenset(["bank", "university"])
_FIELDS = words("portfolio", "modifiers") - words("body", "ministry") | {"and", "&", ",", "government"}
_TRADES = ("ists", "ers", "ors", "ects", "cians", "ians", "yers", "ants", "ymen", "gents")
_OF_TRADES = frozenset(["union", "association", "federation", "society", "chamber", "guild", "institute", "league"])


def body_noun(reading: Reading, q: int) -> int | None:
    """The end of "TH Milk Food Joint Stock Company": capitals up to a noun of bodies, None where there is none."""
    lower = reading.tokens.lower
    if (end := _end_of_explained(reading, q)) is not None:
        return end
    if words("body").isdisjoint(lower[q : q + 14]) or lower[q : q + 2] == ["exchange", "of"]:
        return None
    if (opened := _opened_by_noun(reading, q)) is not None:
        return opened
    last = _last_noun(reading, q)
    if last is not None and (other := _joint_of_another(reading, q, last)):
        last = _last_noun(reading, q, other)
    return None if last is None else _with_nation(reading, _with_field(reading, last))


def _end_of_explained(reading: Reading, q: int) -> int | None:
    """ "National Medicines and Poisons Board (NMPB)": the bracket behind a name whose initials its letters are."""
    tokens = reading.tokens
    if not reading.definitions or not tokens.cap[q]:
        return None
    k = next((k for k in range(q + 2, min(q + _LONGEST, len(tokens) - 2)) if tokens.word[k] == "("), None)
    if k is None or reading.definitions.get(tokens.word[k + 1]) != tokens.span(q, k):
        return None
    return k if tokens.lower[k - 1] in _BOARDS and tokens.lower[q] not in _BOARDS else None


def _opened_by_noun(reading: Reading, q: int) -> int | None:
    """ "Authority for Roads and Bridges", "Forum of Slavic Cultures": where the noun stands first."""
    tokens, lower = reading.tokens, reading.tokens.lower
    if not tokens.cap[q] or lower[q] not in words("body") or q + 2 >= len(tokens) or lower[q + 1] not in {"of", "for"}:
        return None
    e = q + 3 if lower[q + 2] == "the" and lower[q + 1] == "for" and q + 3 < len(tokens) else q + 2
    if tokens.cap[e] and lower[e] in words("portfolio"):
        return _plain_tail(reading, e)
    if not tokens.cap[e] or lower[q + 1] != "of":
        return None
    if e in reading.geo:
        behind = reading.geo[e].j  # "University of New Delhi", "Federation of Czech Industries"
        fields = reading.geo[e].form == "demonym" and all(tokens.cap[behind : behind + 1])
        return _plain_tail(reading, behind) if fields and behind < len(tokens) else behind
    while tokens.cap[e + 1 : e + 2] == [True] and lower[e + 1] in words("portfolio"):
        e += 1
    return e + 1  # "University of Cádiz": one word


def _joint_of_another(reading: Reading, q: int, last: int) -> int | None:
    """The "and" between a holder and the body of whose officer another office is: "Secretary of Trade Ana Rey and
    National Museum director Lori Tran"."""
    lower = reading.tokens.lower
    owned = lower[last : last + 1] == ["'s"]
    if not any(head_at(reading, k) for k in range(last + owned, last + 1 + owned * _OWNED)):
        return None
    known = words("portfolio", "ministry", "body", "facility", "modifiers")
    joints = (k for k in range(last - 1, q, -1) if lower[k] == "and" and reading.tokens.cap[k - 1])
    return next((k for k in joints if lower[k - 1] not in known and k - 1 not in reading.taken), None)


def _last_noun(reading: Reading, q: int, stop: int | None = None) -> int | None:
    """The word behind the last noun of bodies among the capitals from the word `q` on, up to the word `stop`."""
    tokens, lower = reading.tokens, reading.tokens.lower
    e, last, stop = q, None, min(stop or len(tokens), q + _LONGEST, len(tokens))
    while e < stop and tokens.sentence[e] == tokens.sentence[q]:
        if tokens.cap[e] and lower[e] not in CALENDAR and (e == q or not head_at(reading, e)):
            e += 1
            last = e if e - 1 > q and _closes(lower, e - 1) else last
        elif lower[e] in _INNER and e > q and e + 1 < len(tokens):
            nxt = skip_the(lower, e + 1)
            known = nxt in reading.geo or nxt in reading.body
            if nxt >= len(tokens) or not tokens.cap[nxt] or known or _is_next_body(lower, e, nxt, last):
                break
            if last is None and lower[e] == "of" and are_fields(lower[q:e]):
                break  # "(Director of) Operations of the Immigration Service": of whose body they are
            e = nxt
        elif _owned_by_many(reading, q, e):
            e += 1
        else:
            break
    return last


def are_fields(said: list[str]) -> bool:
    """Whether words tell fields alone, no body: "Operations", "Trade and Investment"."""
    return _FIELDS.issuperset(said)


def _owned_by_many(reading: Reading, q: int, e: int) -> bool:
    """Whether the mark at the word `e` is that of "Employers' Federation", "Teachers' Union"."""
    tokens = reading.tokens
    mark = e > q and tokens.word[e] in {"'", "’"} and tokens.lower[e - 1].endswith("s") and e - 1 not in reading.taken
    return mark and tokens.cap[e + 1 : e + 2] == [True]


def _closes(lower: list[str], k: int) -> bool:
    """Whether the word `k` may be the last of a body's name: not in "Department of School Education"."""
    police = lower[k] == "force" and lower[k - 1] == "police"  # "Fiji Police Force"
    field = lower[k] == "school" and lower[k + 1 : k + 2] == ["education"]
    field = field or (lower[k] == "women" and lower[k - 1] in _INNER)  # "Ministry of Women and Children"
    return (lower[k] in words("body") or police) and not field


def _is_next_body(lower: list[str], e: int, nxt: int, last: int | None) -> bool:
    """ "the Chamber of Commerce and the Chamber of Mines": whether another body is joined by the word `e`."""
    if last is None or lower[e] not in {"and", "&"}:
        return nxt == e + 2 and lower[e] == "and" and "ministry" in lower[max(0, e - _LONGEST) : e]
    beside = last == e and (nxt == e + 2 or lower[nxt] not in words("portfolio"))
    return beside or (nxt == e + 2 and lower[nxt] not in words("portfolio") - words("body"))


def _with_field(reading: Reading, last: int) -> int:
    """The end of the name with "of Commerce and Industry" behind its noun."""
    tokens, lower = reading.tokens, reading.tokens.lower
    if last + 1 >= len(tokens) or lower[last] not in {"of", "for"}:
        return last
    nxt = last + 1
    if lower[last] == "of" and _is_trade(reading, nxt):
        return nxt + 1
    known = lower[nxt] in words("portfolio") or _portfolio_ahead(reading, nxt) or _acronym(tokens.word[nxt])
    return _plain_tail(reading, nxt) if tokens.cap[nxt] and nxt not in reading.geo and known else last


def _with_nation(reading: Reading, end: int) -> int:
    """The end of "Central Bank of the Gambia", "National University of Laos": what is called after its country."""
    lower = reading.tokens.lower
    geo = reading.geo.get(skip_the(lower, end + 1)) if lower[end : end + 1] == ["of"] else None
    return geo.j if geo and geo.form != "demonym" and lower[end - 1] in _OF_NATIONS else end


def _is_trade(reading: Reading, k: int) -> bool:
    """Whether the word `k` is who a union is of: "Union of Journalists", "Chamber of Architects"."""
    tokens = reading.tokens
    alone = tokens.cap[k] and tokens.cap[k + 1 : k + 2] != [True] and k not in reading.taken
    return alone and tokens.lower[k].endswith(_TRADES) and k > 1 and tokens.lower[k - 2] in _OF_TRADES


def owned_noun(reading: Reading, e: int) -> int | None:
    """The end of "'s Congress", "'s Hydrographic Service": capitals up to the noun of a body or ministry."""
    tokens, k = reading.tokens, e + 1
    while k < len(tokens) and k < e + 8 and (tokens.cap[k] or (tokens.lower[k] == "and" and k > e + 1)):
        if tokens.lower[k] in words("ministry") or tokens.lower[k] in words("body") or tokens.lower[k] == "party":
            return k + 1 + 2 * (tokens.lower[k + 1 : k + 3] == ["standing", "committee"] and tokens.cap[k + 1])
        k += 1
    return None


def _plain_tail(reading: Reading, q: int) -> int:
    """The end of the portfolio words behind "Chamber of", "Authority for Roads and"."""
    tokens, lower, e, end = reading.tokens, reading.tokens.lower, q, q
    while e < len(tokens):
        word = tokens.word[e]
        if tokens.cap[e] and (
            lower[e] in words("portfolio") | _MEMBERS or _acronym(word) or (e > q and abstract_noun(lower[e]))
        ):
            e += 1
            end = e
        elif e > q and tokens.cap[e] and lower[e].endswith(_TRADES) and lower[e - 1] in words("portfolio"):
            return e + 1  # "Association of Travel Agents"
        elif tokens.cap[e] and _portfolio_ahead(reading, e):
            e += 1  # "Agency for Cold Climate Energy"
        elif lower[e] == "," and e > q and _list_goes_on(reading, e):
            e += 1  # "Institute of Sports, Physical Education and Recreation"
        elif lower[e] in {"and", "&", "in", "for", "/"} and e > q:
            e += 2 if e + 1 < len(tokens) and lower[e + 1] == "the" else 1
        else:
            break
    return end


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
