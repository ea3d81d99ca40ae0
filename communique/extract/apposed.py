"""The body or ministry between commas behind an office: "the Executive Secretary, Investment Commission (IC)".

In: a `Reading` and what was read behind the head of an office. Out: the same `Part`, the ministry joined to the role,
the body as its organisation. It is the convention of much of Africa's and South Asia's press: office, body, holder.
"""

from communique.extract.heads import Head, Part, after_bracket, honorific_words, words
from communique.extract.reading import Reading
from communique.extract.runs import body_noun, name_run

_LEVELS = frozenset(
    ["senior_official", "agency", "business", "international", "minister", "deputy_minister", "diplomat", "military"]
)
_MISSIONS = frozenset(["embassy", "consulate", "mission"])
_ENDS = frozenset([",", ";", ".", ":", ")", "-", "–"])
_MINISTRIES = frozenset(["ministry", "department", "office", "directorate", "division", "cabinet", "treasury"])


def apposed(reading: Reading, part: Part, head: Head) -> None:
    """Reads ", Federal Ministry of Health" or ", Bank of Ghana (BoG)" behind an office into `part`."""
    tokens = reading.tokens
    comma = after_bracket(reading, part.at)
    marked = tokens.lower[comma : comma + 1] == [","]  # or none: "Director General Ministry of Trade"
    if head.plural or part.organization or head.level not in _LEVELS:
        return
    if not marked and (part.pieces or tokens.lower[comma : comma + 1] not in (["ministry"], ["department"])):
        return
    q = comma + marked + (tokens.lower[comma + 1 : comma + 2] == ["the"])
    if q + 1 >= len(tokens) or not tokens.cap[q] or tokens.sentence[q] != tokens.sentence[comma]:
        return
    ministry = _ministry(reading, q)
    if ministry and _closed(reading, ministry):
        part.countries += [reading.geo[k].alpha3 for k in range(q, ministry) if k in reading.geo][:1]
        first = part.pieces[-1][0] if part.pieces else part.at
        part.pieces[-1:] = [(first, ministry)]
        part.at = ministry
        return
    known = reading.body.get(q)
    end = known.j if known else body_noun(reading, q) if head.body != "state" else None
    if not end or not _closed(reading, end) or (end - q == 1 and not known):
        return
    part.organization = known.organization.name if known else tokens.span(q, end)
    if q in reading.geo and not known:
        part.countries.append(reading.geo[q].alpha3)
    part.at = end


def _ministry(reading: Reading, q: int) -> int | None:
    """The end of the ministry, department or embassy whose name starts at word `q`."""
    tokens = reading.tokens
    k = q
    while k < min(q + 3, len(tokens)) and tokens.cap[k] and tokens.lower[k] not in _MINISTRIES | _MISSIONS:
        k += 1
    if k >= min(q + 3, len(tokens)) or not tokens.cap[k] or tokens.lower[k + 1 : k + 2] not in (["of"], ["for"]):
        return None
    start = k + 3 if tokens.lower[k + 2 : k + 3] == ["the"] else k + 2
    geo = reading.geo.get(start)
    if tokens.lower[k] in _MISSIONS:
        return geo.j if geo else None
    end, _ = name_run(reading, start, True)
    return end if end > start else None


def _closed(reading: Reading, end: int) -> bool:
    """Whether the name ends at word `end`: a mark, a title or the end of the sentence is behind."""
    tokens = reading.tokens
    at = after_bracket(reading, end)
    if at >= len(tokens) or tokens.lower[at] in _ENDS or tokens.lower[at] in {"and", "in"}:
        return True
    return tokens.cap[at] and tokens.lower[at] in honorific_words() and tokens.lower[at] not in words("portfolio")
