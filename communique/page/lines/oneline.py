"""A page that lost its line breaks: everything on one line.

In: the lines of a page. Out: more lines, cut where a sentence ends, where a dateline or a date stands between them, and
before the headings of furniture; the headline ends where a word begins a sentence. A best effort: what stood between
paragraphs is lost, so the sentences of the body are one paragraph.
"""

import re
from itertools import islice, pairwise

from communique.page.lines.closing import find_closing
from communique.page.lines.lines import Line
from communique.page.lines.opening import Opening, find_opening
from communique.page.lines.traces import (
    furniture,
    isolated_dates,
    menu_edges,
    sentence_ends,
    signatures,
    site_end,
    starters,
)
from communique.page.names import is_city, is_name

LONG = 60  # words of a line that can be a whole page
MOST = 7  # words of the writer's name and his city, and of what follows
CITY_WORDS = 3
NAMED = 60  # characters of who gave a picture
_HOURS = ("am", "pm")
_INSIDE = re.compile(r"(?:^| )([a-z]+) $")
LEAST = 4  # words of a line that can be a headline
_TRAIL = re.compile(r" (?:[|»›>]|>>|/|::) ")  # "Home » World » "
# behind the last sentence, and part of it: "(GNA)", "– AGY"
_SIGNED = re.compile(
    r" (?:\((?:[A-Z][A-Za-z]{1,11}|end)\)|=[A-Z][a-z]+=|[-–—]{1,2} ?(?!Ends?\b)[A-Z][A-Za-z]{1,11}\b|ENDS?\b)(?= |$)"
)
# and the letters of who wrote and edited it, which are none: "AB/CD", "ab/cd/ef"
_LETTERS = re.compile(
    r" (?:[-–—]{1,3} ?Ends?(?:/[A-Z]{1,4})?|[A-Z]{1,5}(?:/[A-Z]{1,5}){1,3}|[a-z]{2,4}(?:/[a-z]{2,4}){1,3}"
    r"|(?<=\) )[a-z]{2,4}\.[a-z]{2,4})(?= |$)"
)
_CREDIT = re.compile(
    r" \((?:[A-Z][\w.]{1,9} )?(?:[Pp]hotos?|PHOTO|Image|Picture|Credit)\b[^()]{0,80}\)"
)  # behind a caption
# "PHOTOGRAPH courtesy of PCG The training …"
_COURTESY = re.compile(
    r" (?:PHOTO(?:GRAPH)?S?|Photo(?:graph)?s?|Images?|Pictures?):? (?:courtesy|COURTESY)(?: of| OF|:)"
)
_ADVERT = re.compile(
    r" (?:(?i:advertisements?)|Supported by|Sponsored|Article continues (?:after|below)(?: (?:this )?advertisement)?"
    r"|(?:Print|Email|Share|Facebook|Twitter|WhatsApp|Tweet)(?: (?:Print|Email|Share|Facebook|Twitter|WhatsApp))*)(?= )"
)  # between two sentences
_STROKES = "|»›>/ "


def cut(lines: list[Line], url: str | None = None) -> list[Line]:
    """The parts of a page on one line, as lines; other pages as they are.

    Args:
        lines: the lines of a page.
        url: its address, in which the words of the headline stand often.

    >>> text = "Ministers talk trade in Baku The ministers met on Monday. They spoke of trade. " + "It went on. " * 30
    >>> [line.text for line in cut([Line(text.strip())])][:2]
    ['Ministers talk trade in Baku', 'The ministers met on Monday.']
    """
    longest = max(lines, key=lambda line: len(line.text), default=None)
    words = sum(len(line.text.split()) for line in lines) if len(lines) <= 3 else 0
    if (
        longest is None
        or not words
        or len(longest.text.split()) < max(LONG, 0.8 * words)
        or _is_paragraph(lines, longest)
    ):
        return lines
    return [part for line in lines for part in (_cut(line.text, url) if line is longest else [line])]


def _is_paragraph(lines: list[Line], longest: Line) -> bool:
    """Whether the long line is an article's only paragraph: a headline stands above it."""
    above = lines[: lines.index(longest)]
    return any(len(line.text.split()) >= LEAST and line.text[-1] not in ".!?" for line in above)


def _cut(text: str, url: str | None) -> list[Line]:
    """The parts of a text: the headline, what stands around it, and the sentences behind."""
    opening = find_opening(text, url) or Opening(0, 0, 0)
    opening = opening._replace(body=_behind_city(text, opening))
    cuts = _head_cuts(text[: opening.start], url) | {opening.start, opening.end, opening.body}
    cuts |= {opening.end + place for place in _head_cuts(text[opening.end : opening.body], None)}
    cuts |= {opening.body + place for place in _body_cuts(text[opening.body :])}
    closing = find_closing(text[opening.body :], url)
    end = opening.body + closing if closing else None
    parts = []
    for start, stop in pairwise(sorted(cuts | {0, len(text)} | ({end} if end else set()))):
        side = "" if end is None or start < opening.body else "within" if start < end else "beyond"
        if part := text[start:stop].strip().strip(_STROKES):
            parts.append(Line(part, run_on=start > opening.body, side=side))
    return parts


def _behind_city(text: str, opening: Opening) -> int:
    """Where the text begins, a city with its full stop right before it included: "8:05 pm Jakarta. The ministers"."""
    before = text[opening.end : opening.body].rstrip()
    words = before[:-1].split()[-CITY_WORDS:] if before[-1:] == "." else []
    cities = (" ".join(words[i:]) for i in range(len(words)))
    city = next((city for city in cities if city[:1].isupper() and is_city(city)), None)
    if city is None:
        return opening.body
    start = before.rindex(city)
    inside = _INSIDE.search(before[:start])  # "talks in Jakarta."
    return opening.body if inside and inside[1] not in _HOURS else opening.end + start


def _signed(text: str) -> int:
    """Where the writer's name ends that opens a text without a cue, a sentence or his city behind it; 0 if none does.

    >>> _signed("Lina Haddad in Accra Ghana and Togo agreed."), _signed("Lina Haddad The two"), _signed("Ama Addo said")
    (20, 11, 0)
    """
    words = list(islice(re.finditer(r"\S+", text), MOST))
    for count in (3, 2, 1):
        if len(words) <= count or not is_name(text[: words[count - 1].end()]):
            continue
        if words[count][0] in starters() or (count == 1 and words[count][0][0].isupper()):  # "D.Otgonbayar Rescuers …"
            return words[count - 1].end()
        for last in (count + 2, count + 1) if words[count][0] == "in" else ():
            goes_on = last + 1 < len(words) and words[last + 1][0][0].isupper()
            if goes_on and is_city(text[words[count + 1].start() : words[last].end()]):
                return words[last].end()
    return 0


def _body_cuts(text: str) -> set[int]:
    """Where the text is cut: behind its sentences, with an agency's name behind the last one, and around furniture."""
    cuts = {start for start, _ in furniture(text)} | {_signed(text)}
    for end in sentence_ends(text):
        signed = _SIGNED.match(text, end)
        at = signed.end() if signed else end
        behind = (_CREDIT.match(text, at), _LETTERS.match(text, at))
        cuts |= {at} | {found.end() for found in behind if found}
        if (advert := _ADVERT.match(text, at)) and text[advert.end() : advert.end() + 20].split(maxsplit=1)[
            0
        ] in starters():
            cuts.add(advert.end())
        if courtesy := _COURTESY.match(text, at):
            named = re.finditer(r" [A-Z]\S*", text[courtesy.end() : courtesy.end() + NAMED])
            ends = (courtesy.end() + word.end() for word in named)
            cuts |= set(islice((k for k in ends if text[k + 1 : k + 20].partition(" ")[0] in starters()), 1))
    return cuts


def _head_cuts(text: str, url: str | None) -> set[int]:
    """Where what stands before or behind a headline is cut."""
    spans = [*signatures(text), *furniture(text)]
    cuts = {start for start, _ in spans} | {end for _, end in signatures(text)}
    cuts |= isolated_dates(text) | menu_edges(text) | set(sentence_ends(text)) | {site_end(text, url)}
    return cuts | {match.end() for match in _TRAIL.finditer(text)}


def first_sentence(text: str) -> str:
    """What stands for the headline of a page without one: the first sentence of `text`, which stays in the body too.

    >>> first_sentence("The ministers met in Baku. They spoke of trade.")
    'The ministers met in Baku'
    >>> first_sentence("The Governor received Dr. Lina Haddad on Monday. They spoke of trade.")
    'The Governor received Dr. Lina Haddad on Monday'
    """
    paragraph = text.partition("\n\n")[0]
    end = next(sentence_ends(paragraph), len(paragraph))
    return paragraph[:end].removesuffix(".")
