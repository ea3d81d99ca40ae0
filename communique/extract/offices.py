"""Offices in a text: "Deputy Foreign Minister of Russia", "Director-General of Kuwait Ports Authority".

In: a `Reading`. Out: `Office` spans with the role as the article gives it, its country and organisation. A small
grammar around the heads of registry/offices.csv: rank words and a portfolio before, complements ("of …", "for …",
"to …") behind, a nationality on either side; two offices of one holder ("Deputy Prime Minister and Minister of …")
are joined.
"""

from dataclasses import dataclass, field, replace
from functools import cache

from communique.extract.reading import Reading
from communique.registry import rows, settings
from communique.registry.matcher import fold


@dataclass(frozen=True, slots=True)
class Head:
    """A head of the registry; `plural` where the text has more than one holder."""

    cls: str
    level: str
    body: str
    use: str
    plural: bool = False
    singular: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An office on the words `i` up to `j`, nationality included; `core` is the first word of the office itself.

    `countries` are the states it is held for (several only of a plural), `own` says that the text calls it the
    speaker's country's, `posting` is where a diplomat serves, `portfolio` the folded words that tell offices apart.
    """

    i: int
    j: int
    core: int
    role: str
    head: Head
    countries: tuple[str, ...] = ()
    organization: str | None = None
    own: bool = False
    former: bool = False
    visiting: bool = False
    posting: str | None = None
    portfolio: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    parts: tuple["Office", ...] = ()


@dataclass(slots=True)
class _Part:
    """What one side of a head contributes, while it is being read."""

    at: int
    pieces: list[tuple[int, int]] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    organization: str | None = None
    own: bool = False
    former: bool = False
    posting: str | None = None
    inner: str | None = None
    region: str | None = None
    elsewhere: bool = False


@cache
def _heads() -> dict[str, list[tuple[tuple[str, ...], Head]]]:
    """The heads by first word, longest first, with their plurals."""
    table: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for row in rows("offices"):
        for term, plural in {row["term"]: False, **{p: True for p in _plurals(row["term"])}}.items():
            for form in {term.lower(), fold(term)}:
                words = tuple(form.replace("’", "'").split())
                head = Head(row["class"], row["level"], row["body"], row["use"], plural, row["term"])
                table.setdefault(words[0], []).append((words, head))
    for options in table.values():
        options.sort(key=lambda option: -len(option[0]))
    return table


def _plurals(term: str) -> list[str]:
    """The plural of the noun that carries the number: "secretaries of state", "prime ministers"."""
    words = term.split()
    at = next((n - 1 for n, word in enumerate(words) if n and word in {"of", "at", "in"}), len(words) - 1)
    if words[-1] in {"general", "d'affaires", "plenipotentiary"} and len(words) > 1:
        at = len(words) - 2
    noun = words[at]
    many = noun[:-3] + "men" if noun.endswith("man") else noun[:-1] + "ies" if noun.endswith("ry") else noun + "s"
    return [" ".join([*words[:at], many, *words[at + 1 :]])]


@cache
def words(kind: str) -> frozenset[str]:
    """One of the word classes of registry/office_words.toml, or "portfolio" for those of portfolios.csv."""
    if kind == "portfolio":
        return frozenset(row["word"] for row in rows("portfolios"))
    return frozenset(settings("office_words")[kind])


_CONNECTORS = {
    "of": ("of",), "for": ("for",), "to": ("to",), "at": ("at",), "in": ("in",), "on": ("on",), "with": ("with",),
}  # fmt: skip
_DIPLOMATIC = frozenset({"diplomat", "international", "senior_official", "spokesperson"})
_MINISTERIAL = frozenset({"head_of_state", "head_of_government", "deputy_head", "minister", "deputy_minister", "royal"})
_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "our"})
STYLES = frozenset(["he", "hrh", "hm", "hh", "hon", "mr", "ms", "dr"])
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


def find_offices(reading: Reading) -> list[Office]:
    """The offices of a text in order, without overlap."""
    heads, tokens = _heads(), reading.tokens
    found: list[Office] = []
    i, free, n = 0, 0, len(tokens)
    while i < n:
        lower = tokens.lower[i]
        former = lower.startswith(("ex-", "then-"))
        options = heads.get(lower.split("-", 1)[1] if former else lower)
        hit = options and reading.taken.get(i) != "body" and _match(tokens.lower, i, options, former)
        if not hit:
            i += 1
            continue
        length, head = hit
        office = _read(reading, i, i + length, head, free, former)
        if office is None:
            i += length
            continue
        found.append(office)
        i = free = office.j
    return _joined(reading, found)


def _match(
    lower: list[str], i: int, options: list[tuple[tuple[str, ...], Head]], former: bool
) -> tuple[int, Head] | None:
    for term, head in options:
        if former and len(term) > 1:
            continue
        if former or tuple(lower[i : i + len(term)]) == term:
            return len(term), head
    return None


def _head_at(reading: Reading, i: int) -> Head | None:
    """The head that starts at the word `i`."""
    options = _heads().get(reading.tokens.lower[i]) if i < len(reading.tokens) else None
    hit = _match(reading.tokens.lower, i, options, False) if options else None
    return hit[1] if hit else None


def _read(reading: Reading, i: int, j: int, head: Head, floor: int, former: bool) -> Office | None:
    """The office whose head stands on the words `i` up to `j`, or None where it is no office after all."""
    tokens = reading.tokens
    following = tokens.lower[j] if j < len(tokens) else ""
    behind = j + 1 if following == "'s" else j
    if behind < len(tokens) and tokens.lower[behind] in words("gathering") and (tokens.cap[behind] or behind > j):
        return None
    left = _before(reading, i, head, floor)
    right = _behind(reading, j, head, _held_before(reading, left.at, floor))
    if following == "'s":
        right = _Part(j)
    core = left.pieces[0][0] if left.pieces else i
    if head.use == "weak" and not (left.pieces or left.organization or right.pieces or right.organization):
        return None
    if head.cls == "official" and not (left.countries or left.organization or left.own) and not head.plural:
        return None
    if head.use == "name" and not (left.countries or left.own or right.countries or tokens.lower[left.at - 1] == "the"):
        return None
    if right.pieces and tokens.lower[right.pieces[0][1] - 1] in {"delegation", "side", "team"}:
        head = replace(head, use="anaphor")
    if head.use == "weak" and not right.pieces and not right.organization and not left.organization:
        if not tokens.cap[i] and not left.countries:
            return None
    spans = [(core, right.pieces[0][1] if right.pieces and right.pieces[0][0] == j else j)]
    spans += [piece for piece in right.pieces if piece[0] != j]
    role = " ".join(tokens.span(a, b) for a, b in spans)
    if head.plural:
        one = head.singular.title() if tokens.cap[j - 1] else head.singular
        role = " ".join(role.replace(tokens.span(i, j), one.replace(" Of ", " of "), 1).split())
    said = {tokens.lower[k] for a, b in spans for k in range(a, b)}
    return Office(
        left.at, right.at, core, role, head,
        countries=tuple(dict.fromkeys([*left.countries, *right.countries])) or ((right.inner,) if right.inner else ()),
        organization=right.organization or left.organization or left.region or right.region,
        own=left.own or right.own,
        former=former or left.former,
        visiting=right.elsewhere or "visiting" in tokens.lower[left.at : core + 1],
        posting=right.posting,
        classes=frozenset({head.cls}),
        portfolio=frozenset(fold(word) for word in said if word in words("portfolio")) - words("modifiers"),
    )  # fmt: skip


def _before(reading: Reading, i: int, head: Head, floor: int) -> _Part:
    """What stands before a head: rank, portfolio, nationality or body, the last two cut off from the role."""
    tokens, lower = reading.tokens, reading.tokens.lower
    part, k, keep = _Part(i), i, i
    portfolio = words("portfolio")
    while k > floor and tokens.sentence[k - 1] == tokens.sentence[i]:
        p = k - 1
        word = lower[p]
        if word == ")" and p - 2 > floor and lower[p - 2] == "(" and p - 2 in reading.body_to:
            k = p - 2
        if k in reading.geo_to:
            k = _nationality(reading, k, floor, head, part)
            break
        if k in reading.body_to:
            part.organization, k = reading.body_to[k].organization.name, reading.body_to[k].i
            break
        if word == "'s":
            k = _possessor(reading, p, floor, part, k)
            break
        if word in words("modifiers") or (word in portfolio and (tokens.cap[p] or not tokens.cap[i] or k < i)):
            k = keep = p
        elif word in words("silent") or word in words("former"):
            part.former = part.former or word in words("former")
            k = p
        elif word in {"and", "&", ","} and keep < i and lower[keep] in portfolio and p > floor:
            if not (lower[p - 1] in portfolio and tokens.cap[p - 1] == tokens.cap[keep] and p - 1 not in reading.taken):
                break
            if word == "," and not tokens.cap[keep]:
                break
            k = p
        elif tokens.cap[p] and 1 < len(word) < 7 and tokens.word[p].isupper() and word.isalpha() and word not in STYLES:
            meaning = reading.definitions.get(tokens.word[p], "")
            if set(meaning.lower().split()) & words("body") or head.level == "business":
                part.organization, k = meaning or tokens.word[p], p
            else:
                k = keep = p
            break
        elif tokens.cap[p] and head.level == "business" and k == i and p not in reading.taken and not tokens.first[p]:
            part.organization, k = tokens.word[p], p
            break
        else:
            break
    while k > floor and lower[k - 1] in words("silent") | words("former"):
        part.former = part.former or lower[k - 1] in words("former")
        k -= 1
    part.at = min(k, keep)
    part.pieces = [(keep, i)] if keep < i else []
    return part


def _nationality(reading: Reading, k: int, floor: int, head: Head, part: _Part) -> int:
    """Reads "Turkish", or before a plural "Indian, Iranian and Iraqi", leftwards from word `k`."""
    while k in reading.geo_to and reading.geo_to[k].i >= floor:
        geo = reading.geo_to[k]
        part.countries.insert(0, geo.alpha3)
        part.region = geo.region
        k = geo.i
        if not head.plural:
            break
        step = k - 1 if k > floor and reading.tokens.lower[k - 1] in {"and", ",", "&"} else k
        if step == k or step not in reading.geo_to:
            break
        k = step
    return k


def _possessor(reading: Reading, p: int, floor: int, part: _Part, k: int) -> int:
    """Reads "Japan's", "UNESCO's" or "the country's" whose ending is the word `p`; else leaves `k`."""
    lower = reading.tokens.lower
    if p in reading.geo_to and reading.geo_to[p].i >= floor:
        part.countries.insert(0, reading.geo_to[p].alpha3)
        part.region = reading.geo_to[p].region
        return reading.geo_to[p].i
    if p in reading.body_to:
        part.organization = reading.body_to[p].organization.name
        return reading.body_to[p].i
    if p > floor and lower[p - 1] in words("body") and not reading.tokens.cap[p - 1]:
        earlier = [body for body in reading.body.values() if body.j < p]
        if earlier:
            part.organization = max(earlier, key=lambda body: body.i).organization.name
            return p - 1
    if p > floor and lower[p - 1] in words("self"):
        part.own = True
        return p - 2 if p - 1 > floor and lower[p - 2] in _DETERMINERS else p - 1
    return k


def _held_before(reading: Reading, i: int, floor: int = -1) -> bool:
    """Whether the holder stands before the office ("Tom Alweendo, Minister of …"), so that none follows it.

    A name that stands right behind another office, which ends at the word `floor`, is that office's.
    """
    tokens, k = reading.tokens, i - 1
    if k > 0 and tokens.lower[k] in {"the", "a", "an", "also"}:
        k -= 1
    if k < 1:
        return False
    if tokens.lower[k] in {"is", "as"} and tokens.sentence[k] == tokens.sentence[i]:
        return True
    before = tokens.lower[k - 1]
    run = k - 1
    while run >= 0 and (tokens.cap[run] or tokens.lower[run] in {"bin", "al", "de", "van", "der", "von", "da"}):
        run -= 1
    if 0 < floor and run + 1 <= floor + (tokens.lower[floor] == ","):
        return False
    return (
        tokens.lower[k] in {",", "("}
        and tokens.cap[k - 1]
        and before not in CALENDAR
        and k - 1 not in reading.taken
        and not tokens.first[k - 1]
    )


def _behind(reading: Reading, j: int, head: Head, greedy: bool) -> _Part:
    """What stands behind a head: "of Namibia", "of Foreign Affairs", "for Legal Affairs", "to Syria", "of the WFP"."""
    tokens, part = reading.tokens, _Part(j)
    while True:
        at = _after_bracket(reading, part.at)
        step = _connector(reading, at, head, bool(part.pieces))
        if step is None:
            return part
        word, q = step
        start = link = q
        if q < len(tokens) and tokens.lower[q] in _DETERMINERS and q not in reading.geo:
            q += 1
            if q + 1 < len(tokens) and tokens.lower[q] in words("self") and tokens.lower[q + 1] == "'s":
                part.own, q, start = True, q + 2, q + 2
        end = _complement(reading, at, start, q, word, head, part, greedy)
        if end is None:
            return part
        if start > link and part.pieces and part.pieces[-1][0] == at:
            part.pieces[-1:] = [(at, link), (q, part.pieces[-1][1])]
        part.at = end


def _connector(reading: Reading, at: int, head: Head, further: bool) -> tuple[str, int] | None:
    """The preposition at word `at` that may lead a complement of this head, and the word behind it."""
    tokens = reading.tokens
    if at + 1 >= len(tokens):
        return None
    lower = tokens.lower
    for phrase, word in ((("in", "charge", "of"), "for"), (("responsible", "for"), "for"), (("delegate", "to"), "to")):
        if tuple(lower[at : at + len(phrase)]) == phrase:
            return word, at + len(phrase)
    word = lower[at]
    if word not in _CONNECTORS:
        return None
    if word == "to" and head.level not in _DIPLOMATIC:
        return None
    if word in {"at", "in", "on", "with"} and head.level in _MINISTERIAL and head.cls != "secretary":
        return None
    return word, at + 1


def _complement(
    reading: Reading, at: int, start: int, q: int, word: str, head: Head, part: _Part, greedy: bool
) -> int | None:
    """Reads one complement from word `q` into `part`; the word behind it, or None where there is none."""
    tokens = reading.tokens
    geo, body, state = reading.geo.get(q), reading.body.get(q), head.body == "state"
    k = q
    while k < len(tokens) and k < q + 4 and tokens.lower[k] in words("portfolio") | words("modifiers"):
        if tokens.lower[k] in words("ministry"):
            break
        k += 1
    inner = _head_at(reading, k)
    if inner and not inner.plural and inner.use != "weak" and k not in reading.taken:
        return None
    if geo and geo.j < len(tokens) and tokens.lower[geo.j] == "'s":
        end, _ = _run(reading, geo.j + 1)
        part.countries.append(geo.alpha3)
        if end > geo.j + 1:
            part.pieces += [(at, start), (geo.j + 1, end)]
            return end
        return geo.j
    led = _run(reading, geo.j, True, greedy)[0] if geo else q
    national = geo and led > geo.j and (state or not _run(reading, q, state)[1]) and tokens.cap[geo.j]
    if geo and geo.j < len(tokens) and tokens.lower[geo.j] in {"government", "cabinet", "parliament", "state"}:
        national, led = True, geo.j + 1
    if geo and national and (geo.form == "demonym" or tokens.lower[led - 1] in words("ministry")):
        part.countries.append(geo.alpha3)
        part.pieces += [(at, geo.i), (geo.j, led)]
        return led
    if geo and not _leads_run(reading, geo.j, geo.form):
        part.region = geo.region if word == "of" else None
        return _country(reading, at, geo.j, word, head, part, geo.alpha3, geo.form)
    if body and (word in {"to", "at"} or (body.j < len(tokens) and tokens.lower[body.j] == "'s")):
        end = body.j
        if word in {"to", "at"}:
            end = _further_posts(reading, end)
            while end < len(tokens) and tokens.cap[end] and tokens.lower[end] in words("ministry"):
                end += 1
                part.organization = body.organization.name
        else:
            part.organization = body.organization.name
            run, _ = _run(reading, body.j + 1)
            end = run if run > body.j + 1 else body.j
        part.pieces.append((at, end))
        return end
    if body:
        part.organization = body.organization.name
        return body.j
    end, is_body = _run(reading, q, state, greedy)
    if word in {"at", "in"} and end > q and tokens.lower[end - 1] in {"embassy", "consulate", "commission"}:
        return _embassy(reading, end, part)
    if head.level in {"regional", "local"}:
        end = _place(reading, q, end)
    if end == q or (word in {"in", "on", "at", "with"} and not _institution(reading, q, end)):
        return None
    if end == q + 1 and tokens.lower[q] in _REGIONS and end < len(tokens) and tokens.lower[end].isalpha():
        part.elsewhere = True  # "of the African island nation"
        return None
    if word == "for" and not tokens.cap[q] and tokens.lower[end - 1] != "affairs":
        return None
    if word == "to" and not tokens.cap[q]:
        return None
    if end < len(tokens) and tokens.cap[end] and greedy and _head_at(reading, end):
        end, is_body = end + 1, False
    if is_body or (head.level == "business" and tokens.cap[q] and tokens.lower[q] not in words("ministry")):
        part.organization = reading.definitions.get(tokens.span(q, end), tokens.span(q, end))
        inner = next((reading.geo[k] for k in range(q, end) if k in reading.geo), None)
        if inner:
            part.countries.append(inner.alpha3)
    else:
        part.pieces.append((at, end))
        capital = reading.geo.get(q)
        inner = next((reading.geo[k] for k in range(q + 1, end) if k in reading.geo), None)
        if capital and capital.form == "capital":
            part.countries.append(capital.alpha3)
        elif inner and inner.form == "demonym" and state:
            part.inner = inner.alpha3
    return end


_REGIONS = frozenset(row["word"] for row in rows("portfolios") if row["portfolio"] == "regions")


def _embassy(reading: Reading, end: int, part: _Part) -> int:
    """ "at the High Commission of Bangladesh in Colombo": no part of the role, but it tells the country."""
    lower = reading.tokens.lower
    k = _skip(lower, end + 1) if lower[end : end + 1] == ["of"] else end
    if k in reading.geo:
        part.countries.append(reading.geo[k].alpha3)
        end = reading.geo[k].j
    if lower[end : end + 1] == ["in"] and end + 1 in reading.geo:
        part.posting, end = reading.geo[end + 1].alpha3, reading.geo[end + 1].j
    return end


def _skip(lower: list[str], k: int) -> int:
    return k + 1 if k < len(lower) and lower[k] == "the" else k


def _place(reading: Reading, q: int, end: int) -> int:
    """The end of a place behind "Governor of": all capitals up to a comma, or up to "Province", "City" and the like."""
    tokens, e, noun = reading.tokens, q, end
    while e < len(tokens) and tokens.cap[e] and tokens.sentence[e] == tokens.sentence[q] and e < q + 6:
        e += 1
        if tokens.lower[e - 1] in words("ministry") and e - 1 > q:
            noun = e
    if noun > end:
        return noun
    return e if e < len(tokens) and tokens.lower[e] == "," else end


def _institution(reading: Reading, q: int, end: int) -> bool:
    return any(reading.tokens.lower[k] in words("ministry") | words("body") for k in range(q, end))


def _leads_run(reading: Reading, j: int, form: str) -> bool:
    """Whether the country before word `j` only begins a longer name ("Kuwait Ports Authority", "Moroccan Expatriates")."""
    end, is_body = _run(reading, j)
    if end == j:
        return False
    return is_body or form == "demonym"


def _country(
    reading: Reading, at: int, j: int, word: str, head: Head, part: _Part, alpha3: str, form: str
) -> int | None:
    """A complement that is a country: represented after "of", a posting (kept in the role) after "to", "in", "for"."""
    lower, n = reading.tokens.lower, len(reading.tokens)
    if word == "of":
        part.countries.append(alpha3)
        if form == "capital" and head.level in {"regional", "local"}:
            part.pieces.append((at, j))
        while head.plural and j + 1 < n and lower[j] in {",", "and"}:
            k = j + 1
            while k < n and lower[k] in {"and", "of", "the"}:
                k += 1
            if k not in reading.geo:
                break
            part.countries.append(reading.geo[k].alpha3)
            j = reading.geo[k].j
        return j
    if word in {"on", "with"} or (word == "in" and head.level not in _DIPLOMATIC and head.level != "agency"):
        return None
    part.posting = alpha3
    j = _further_posts(reading, j)
    part.pieces.append((at, j))
    return j


def _further_posts(reading: Reading, j: int) -> int:
    """Behind "to the AU": "and the UNECA", "and to Lebanon"."""
    lower, n = reading.tokens.lower, len(reading.tokens)
    while j + 1 < n and lower[j] in {"and", "&", ","}:
        k = j + 1
        while k < n and lower[k] in {"to", "the", "and"}:
            k += 1
        nxt = reading.geo.get(k) or reading.body.get(k)
        if nxt is None or (lower[j] == "," and k == j + 1):
            break
        if isinstance(nxt.i, int) and nxt.j < n and lower[nxt.j] == "'s":
            break
        j = nxt.j
    return j


def _run(reading: Reading, q: int, state: bool = False, greedy: bool = False) -> tuple[int, bool]:
    """The end of the name of a portfolio or body that starts at word `q`, and whether it is a body.

    The first word, and the first behind "of", "for" or "and", need no proof; further ones must be portfolio words
    or the nouns of bodies, so that the name of the holder that may follow stays outside. A word of a body further on
    among the same capitals draws in all before it, unless the office is one of state. `greedy` takes all capitals.
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    n, portfolio, bodies, ministry = len(tokens), words("portfolio"), words("body"), words("ministry")
    if q >= n:
        return q, False
    closing = None if state else body_noun(reading, q)
    if closing:
        return closing, True
    capital, expect, e, end, is_body = tokens.cap[q], True, q, q, False
    sentence = tokens.sentence[q]
    while e < n and tokens.sentence[e] == sentence:
        word = lower[e]
        known = word in portfolio or word in ministry or word in bodies
        if tokens.cap[e] == capital and (known or ((expect or greedy) and capital)) and word not in CALENDAR:
            inner = None if known else _head_at(reading, e)
            if inner and not (inner.plural and expect and e > q):
                break
            if reading.taken.get(e) == "geo" and (e + 1 >= n or lower[e + 1] not in portfolio):
                break
            acronym = len(word) > 2 and capital and not tokens.word[e][1:].islower() and "-" not in word
            e += 1
            end, expect, is_body = e, False, not state and capital and (word in bodies or (acronym and e == q + 1))
        elif not end > q:
            break
        elif word == "'s" and capital and (noun := _owned_noun(reading, e)):
            end = noun
            break
        elif word in {"of", "for", "and", "&", ","} or (word == "in" and capital):
            step = _link(reading, e, capital, word)
            if step is None:
                break
            e, expect = step, word not in {",", "and", "&"}
            if not expect and lower[e] not in portfolio:
                expect = True
        else:
            break
    return end, is_body


def body_noun(reading: Reading, q: int) -> int | None:
    """The end of "TH Milk Food Joint Stock Company": capitals up to a noun of bodies, None where there is none."""
    tokens, lower = reading.tokens, reading.tokens.lower
    e, last = q, None
    if tokens.cap[q] and lower[q] in words("body") and lower[q + 1 : q + 2] == ["of"] and q + 2 < len(tokens):
        e = q + 2  # "University of Cádiz": one word, and portfolio words behind it
        if tokens.cap[e] and lower[e] not in words("portfolio"):
            return e + 1
        e = q
    while e < len(tokens) and e < q + 12 and tokens.sentence[e] == tokens.sentence[q]:
        if tokens.cap[e] and lower[e] not in CALENDAR and (e == q or not _head_at(reading, e)):
            e += 1
            if lower[e - 1] in words("body") and e - 1 > q:
                last = e
        elif lower[e] in {"of", "for", "and", "&", "the"} and e > q and e + 1 < len(tokens):
            nxt = e + 2 if lower[e + 1] == "the" else e + 1
            if not (nxt < len(tokens) and tokens.cap[nxt]) or nxt in reading.geo:
                break
            if last == e and lower[e] in {"and", "&"} and lower[nxt] not in words("portfolio"):
                break
            e = nxt
        else:
            break
    if last is None:
        return None
    if last + 1 < len(tokens) and lower[last] in {"of", "for"}:
        nxt = last + 1
        if tokens.cap[nxt] and nxt not in reading.geo and lower[nxt] in words("portfolio"):
            tail, _ = _plain_tail(reading, nxt)
            return tail
    return last


def _owned_noun(reading: Reading, e: int) -> int | None:
    """The end of "'s Congress", "'s Hydrographic Service": capitals up to the noun of a body or ministry."""
    tokens, k = reading.tokens, e + 1
    while k < len(tokens) and k < e + 5 and tokens.cap[k]:
        if tokens.lower[k] in words("ministry") or tokens.lower[k] in words("body"):
            return k + 1
        k += 1
    return None


def _plain_tail(reading: Reading, q: int) -> tuple[int, bool]:
    """The portfolio words behind "Chamber of", "Authority for Roads and"."""
    tokens, lower, e, end = reading.tokens, reading.tokens.lower, q, q
    while e < len(tokens):
        if tokens.cap[e] and lower[e] in words("portfolio"):
            e += 1
            end = e
        elif lower[e] in {"and", "&", "in", "for"} and e > q:
            e += 2 if e + 1 < len(tokens) and lower[e + 1] == "the" else 1
        else:
            break
    return end, True


def _link(reading: Reading, e: int, capital: bool, word: str) -> int | None:
    """The word behind the connector at `e` if the name goes on there."""
    tokens, lower = reading.tokens, reading.tokens.lower
    k = e + 1
    if word == "," and k < len(tokens) and lower[k] in {"and", "&"}:
        k += 1
    if word in {"of", "for", "in"} and k < len(tokens) and lower[k] == "the":
        k += 1
    if k >= len(tokens) or tokens.cap[k] != capital or lower[k] in CALENDAR:
        return None
    known = lower[k] in words("portfolio") or lower[k] in words("ministry")
    if k in reading.body and reading.body[k].j < len(tokens) and lower[reading.body[k].j] in words("portfolio"):
        return k
    if k in reading.body or (k in reading.geo and reading.geo[k].form != "demonym"):
        return None
    ahead = lower[k + 1] if k + 1 < len(tokens) else ""
    if k in reading.geo:
        return k if ahead in words("portfolio") else None
    inner = _head_at(reading, k)
    if inner and not (inner.plural and word == "of"):
        return None
    if word in {"of", "for"}:
        return k if capital or known else None
    if word == "in":
        return k if known or tokens.lower[k] in words("body") else None
    if known and word != "," and k + 1 < len(tokens) and _head_at(reading, k + 1):
        return None
    return k if known or (word != "," and ahead in words("portfolio") and tokens.cap[k + 1]) else None


def _after_bracket(reading: Reading, at: int) -> int:
    """Skips "(WFP)" behind a name."""
    lower = reading.tokens.lower
    return at + 3 if at + 2 < len(lower) and lower[at] == "(" and lower[at + 2] == ")" else at


_STYLED = frozenset(["ambassador", "minister", "counsellor", "legislator", "patriarch", "mufti", "judge", "commander"])
_SERVING = frozenset(["adviser", "assistant", "spokesperson", "chief of staff", "envoy", "special envoy", "secretary", "member"])


def _joined(reading: Reading, offices: list[Office]) -> list[Office]:
    """Joins the offices of one holder: "Deputy Prime Minister and Minister of …", "Minister of State, Minister of …"."""
    tokens, result = reading.tokens, list[Office]()
    for office in offices:
        last = result[-1] if result else None
        if last and not last.head.plural and not office.head.plural:
            gap = tokens.lower[_after_bracket(reading, last.j) : office.i]
            same = not office.countries or not last.countries or office.countries == last.countries
            caps = tokens.cap[last.core] and tokens.cap[office.core]
            bare = office.core + 1 == office.j and tokens.cap[office.core]
            if gap == ["'s"] and last.head.use != "anaphor":
                result[-1] = _possessed(last, office)
                continue
            if not gap:
                result[-1] = replace(office, i=last.i, countries=office.countries or last.countries)
                continue
            if len(gap) == 2 and gap[0] in {"to", "of", "for"} and gap[1] == "the" and last.classes & _SERVING:
                role = f"{last.role} {gap[0]} the {office.role}"
                result[-1] = replace(
                    last, j=office.j, role=role, countries=last.countries or office.countries,
                    organization=last.organization or office.organization,
                )  # fmt: skip
                continue
            if gap == [","] and bare and office.head.cls in _STYLED:
                result[-1] = replace(last, j=office.j)  # "the Permanent Representative, Ambassador X": a style
                continue
            if last.head.use == "anaphor" or office.head.use == "anaphor":
                pass
            elif same and (
                gap in (["and"], ["&"], ["–"], ["-"], ["—"])
                or (gap == [","] and caps and not (_held_before(reading, last.i) and _name_follows(reading, office.j)))
            ):
                role = tokens.span(last.core, last.j)
                if last.countries or last.organization or last.role != role:
                    role = last.role
                glue = ", " if gap == [","] else f" {gap[-1]} "
                result[-1] = replace(
                    last, j=office.j, role=role + glue + office.role, countries=last.countries or office.countries,
                    organization=last.organization or office.organization, portfolio=last.portfolio | office.portfolio,
                    posting=last.posting or office.posting, own=last.own or office.own, classes=last.classes | office.classes,
                    parts=(*(last.parts or (last,)), office),
                )  # fmt: skip
                continue
        result.append(office)
    return result


def _possessed(owner: Office, office: Office) -> Office:
    """ "the UN Secretary-General's Special Representative": the owner's office is part of the role."""
    whose = f"{owner.organization} {owner.role}" if owner.organization else owner.role
    return replace(
        office, i=owner.i, role=f"{office.role} of the {whose}", countries=office.countries or owner.countries,
        organization=office.organization or owner.organization,
    )  # fmt: skip


def _name_follows(reading: Reading, j: int) -> bool:
    """Whether a capital that is no country or body stands right behind."""
    tokens = reading.tokens
    return j < len(tokens) and tokens.cap[j] and j not in reading.taken and tokens.lower[j] not in CALENDAR
