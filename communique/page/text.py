"""The article on a page of plain text: headline, byline, date, paragraphs; what stands around them is left out.

In: a `Page` with text of any publisher. Out: an `Article`. Lines are looked at (`features.py`), the best sequence of
headline, paragraphs and furniture is chosen (`sequence.py`), and the lines beside the paragraphs are read for the
byline and the date.
"""

import re
from itertools import islice, takewhile

from communique.model import Article, Page, Reason, Unusable
from communique.page.byline import signer
from communique.page.dates.beside import place_beside
from communique.page.dates.calendar import Order
from communique.page.dates.dateline import LONGEST, Dateline, is_clock, is_date_line, read_dateline
from communique.page.dates.order import numeric_order
from communique.page.dates.published import Clues, is_signed_off, published_on
from communique.page.dates.words import is_menu
from communique.page.headline import strip_site
from communique.page.lines.context import ENOUGH, SHARE, add_context
from communique.page.lines.features import Look, look_at_all
from communique.page.lines.lines import LONGEST_PAGE, read_lines, stated_day
from communique.page.lines.oneline import cut, first_sentence
from communique.page.lines.second import second_start
from communique.page.lines.sequence import STATES, best_path, scores
from communique.page.lines.standfirst import standfirsts
from communique.page.names import is_city
from communique.page.outlets import agency
from communique.page.own_names import is_site
from communique.page.publisher import publisher
from communique.page.vocabulary import languages, word_list
from communique.page.writers import Around, dated_byline, signs, writer
from communique.registry.matcher import fold
from communique.registry.publishers import home_country

_BARS = frozenset("|»·–—-")  # what parts a headline from the site's name
MOST_LINES = 5_000  # what stands further down is no article
TEASERS = 4  # texts before the article that are looked past
ABOVE = 3  # lines on the headline that may tell the date
UPPER, UPPER_WORDS = 4, 7  # lines above the headline that could be it, and words of such a line
SURE = 6.0  # score of a line that is surely the headline
TWICE = 8  # lines between a headline and itself
_MONTH_FIRST = frozenset(("USA", "PHL", "FSM", "MHL", "PLW"))  # countries that write 12 March as "03/12"
TAKEN_UP = 0.5  # of the words of a headline that stands below the text
FIELD = 3  # words and no more has the name of a field above the text whose value got lost
SIGNED = 12  # words and no more have a writer, his medium and the day
EXCERPT = 60  # characters of a first paragraph with which an excerpt begins
LABEL = 8  # words and no more has a label with its colon
AUTHOR = 10  # lines behind it that may name the writer with his cue, tags or links above them
_AUTHOR = re.compile(r"(?:Author|Reporter|Writer|Journalist|Correspondent)\s?: ?[A-ZÀ-Þ]")
# what stands at the end of a press release, above its day: "-ENDS-", "Issued by: Embassy of Norway, Accra"
_GIVEN = r"(?:issued|released|distributed)"
_RELEASED = re.compile(rf"\W*(?:ends?|fin)\W*(?:$|\d)|{_GIVEN} by\b", re.IGNORECASE)
_DOTTED = re.compile(r"\b(\d\d)\.(\d\d)\.(20\d\d)\b")
_ISSUED = re.compile(rf"{_GIVEN} (?:by|on behalf of) ", re.IGNORECASE)
_ADDRESS = re.compile(r"\s(?:https?://)?www\.[\w.-]+(?:/\S*)?$")
_READ = re.compile(r"(?:reading time:? ?)?(?:\d{1,2} ?)?(?:min(?:ute)?s?)(?: read)?|shares?", re.IGNORECASE)
_COUNT = re.compile(r"\W*(?:(?:News|Story|Article|Report|Post)? ?(?:ID|Id|Code|No\.?|Number) ?:? ?)?[A-Z]?\d+")
FOOT = 4  # lines behind the last paragraph that may name the writer or the date


def label_lines(text: str, url: str | None = None) -> tuple[list[Look], list[str]]:
    """The lines of a page and the state of each ("before", "title", "head", "standfirst", "body", "insert", "after").

    Args:
        text: the page's text.
        url: its address; the words of its path speak for the headline.

    Returns:
        Looks and states of equal length; no states if there is no paragraph, no "title" if there is no headline.
    """
    looks = look_at_all(cut(read_lines(text), url)[:MOST_LINES])
    start, states = 0, list[str]()
    for _ in range(TEASERS):
        rest = looks[start:]
        path = best_path(rest) if add_context(rest, url) else []
        _take_headline(rest, path)
        if states and not _is_headed(rest, path):
            break  # what stands above was no teaser
        states = ["before"] * start + path if path else []
        end = second_start(rest, path)
        if end is None:
            break
        if not _is_teaser(rest, end):
            states[start + end :] = ["after"] * (len(rest) - end)
            break
        start += end
    _drop_ends(looks, states)
    for i in standfirsts(looks, states):
        states[i] = "standfirst"
    return looks, states


def _drop_ends(looks: list[Look], states: list[str]) -> None:
    """Leave out what no more belongs to the article at either end, where two lines of it or more are left."""
    if states.count("body") > 1:
        first = states.index("body")
        states[first] = "head" if _is_field(looks[first]) else "body"
    if states.count("body") > 1:
        first, last = states.index("body"), len(states) - 1 - states[::-1].index("body")
        states[last] = "after" if _is_loose_end(looks, first, last) else "body"


def _is_field(look: Look) -> bool:
    """Whether a line names a field of the page, or says who wrote it on which day, up to a colon: "Published on:"."""
    named = look.text[:-1].split() if look.text[-1] == ":" else []
    field = 0 < len(named) <= FIELD and fold(named[-1]) in word_list("fields")
    signed = 0 < len(named) <= SIGNED and named[-1].isdigit() and look.values.get("dated") == 1
    return field or signed


def _is_loose_end(looks: list[Look], first: int, last: int) -> bool:
    """Whether the last line is a few words with a colon whose furniture followed ("Share on:"), says who issued the
    text, or is an excerpt of it for who shares it."""
    look, again = looks[last], looks[last].text[:EXCERPT]
    if _ISSUED.match(look.text) or (len(again) == EXCERPT and looks[first].text.startswith(again)):
        return True
    below = looks[last + 1] if last + 1 < len(looks) else None
    return look.text[-1] == ":" and below is not None and (look.words <= LABEL or bool(below.values.get("handle")))


def _take_headline(looks: list[Look], states: list[str]) -> None:
    """Take the line that the URL names for the headline, where a long block of the site parts it from the text and a
    line that hardly looks like one was found behind that; or the upper of two lines that look like one."""
    if "title" not in states:
        return
    found = states.index("title")
    if _is_headed(looks, states):
        best, least = _upper(looks, found), _as_title(looks[found])
    else:
        named = [i for i in range(found) if looks[i].values.get("slugged")]
        best, least = max(named, key=lambda i: _as_title(looks[i]), default=found), SURE
    if best < found and _as_title(looks[best]) >= least:
        states[best : found + 1] = [
            "title",
            *("before" if look.furniture else "head" for look in looks[best + 1 : found + 1]),
        ]


def _upper(looks: list[Look], found: int) -> int:
    """The line near above the headline that looks like one as well: what stands between it and the text is a caption,
    a second headline or a source. A few words, or an institution's name, are those of the site."""
    near = [
        i
        for i in range(max(0, found - UPPER), found)
        if looks[i].headline
        and looks[i].words >= UPPER_WORDS
        and word_list("institutions").isdisjoint(fold(looks[i].text).split()[:UPPER])
        and looks[i].text.casefold() != looks[found].text.casefold()
    ]
    return max(near, key=lambda i: _as_title(looks[i]), default=found)


def _as_title(look: Look) -> float:
    return scores(look)[STATES.index("title")]


def _is_headed(looks: list[Look], states: list[str]) -> bool:
    """Whether the line that is taken for the headline looks like one."""
    title = states.index("title") if "title" in states else None
    return title is not None and _as_title(looks[title]) > 0


def _is_teaser(looks: list[Look], end: int) -> bool:
    """Whether what stands before `end` is a few words that lead to another article, and the page's own one follows."""
    first = sum(look.words for look in looks[:end] if look.core)
    return first < min(ENOUGH, SHARE * sum(look.words for look in looks[end:] if look.core))


def split_text(page: Page) -> Article:
    """The article on a page of plain text.

    Args:
        page: a page whose `text` is set.

    Returns:
        The article; its language is not told yet.

    Raises:
        Unusable: no text, too much of it, or no paragraph.
    """
    stated, text = stated_day(page.text or "")
    if len(text) > LONGEST_PAGE:
        raise Unusable(Reason.TOO_LARGE, f"{len(text)} characters")
    if not text.strip():
        raise Unusable(Reason.EMPTY)
    looks, states = label_lines(text, page.url)
    if "body" not in states:
        raise Unusable(Reason.NO_ARTICLE, "no paragraphs found")
    if "title" in states and _is_no_headline(looks[states.index("title")]):
        states[states.index("title")] = "before"  # "Lina Haddad in Accra" heads a page that lost its headline
    below = None if _is_headed(looks, states) else _headline_below(looks, states)
    if below:
        first = states.index("body")
        nearest = states.index("title") if "title" in states else max(0, first - ABOVE)
        states[nearest:first] = ["head"] * (first - nearest)
    standfirst, report = _joined(looks, states, "standfirst"), _joined(looks, states, "body")
    body = f"{standfirst}\n\n{report}" if standfirst else report
    head, foot = _around(looks, states)
    at = states.index("title" if "title" in states else "body")
    top = _first_copy(looks, at) if states[at] == "title" else at
    above = list(islice((look.text for look in reversed(looks[:top]) if not _is_passed(look.text)), ABOVE))
    domain = publisher(page.url)
    american = _is_month_first(domain)
    order = numeric_order(text, american=american)
    dateline = _dateline(report, order)
    lead = 0 if standfirst else dateline.lead
    beside = [*head, *(line for line in above if is_date_line(line) and not is_clock(line))]
    own = dateline.place if not _is_source(dateline.place, domain) else None
    place = own or next((place for line in beside if (place := place_beside(line))), None)
    further = [look.text for look, state in zip(looks, states, strict=True) if state == "after"]
    headline, sent = _unsigned(below or (looks[at].text if states[at] == "title" else ""))
    named = headline or None
    clues = Clues(page.published, head, foot, dateline.date, report, page.url, order, above, further, stated, named)
    day, source = published_on(_slashed(clues) if american else clues)
    return Article(
        title=_headline(named, domain) if named else first_sentence(report[dateline.lead :]),
        body=body,
        byline=writer(Around(sent + head, foot, above), domain, body),
        dateline_place=place,
        lead=lead,
        published=day,
        published_source=source,
        url=page.url,
        publisher=domain,
    )


def _slashed(clues: Clues) -> Clues:
    """The clues with "04.11.2019" written "04/11/2019": where the month stands first, it does so between full stops."""
    head, foot, above, below = (
        [_DOTTED.sub(r"\1/\2/\3", line) for line in lines]
        for lines in (clues.head, clues.foot, clues.above, clues.below)
    )
    return clues._replace(head=head, foot=foot, above=above, below=below)


def _is_passed(line: str) -> bool:
    """Whether a line between the day and the headline is a language, a count, or says how long the reading takes."""
    return fold(line) in languages() or any(form.fullmatch(line) for form in (_READ, _COUNT))


def _headline_below(looks: list[Look], states: list[str]) -> str | None:
    """The line behind the first paragraph that the URL names and the first paragraphs take up, on a page that has no
    headline above them."""
    places = [
        i
        for i in range(states.index("body") + 1, len(looks))
        if looks[i].headline and looks[i].values.get("slugged") and looks[i].values.get("support", 0.0) >= TAKEN_UP
    ]
    best = max(places, key=lambda i: looks[i].values["support"] + looks[i].values["slug"], default=None)
    return looks[best].text if best is not None and states[best] != "body" else None


def _headline(line: str, domain: str | None) -> str:
    """A headline without the site's name or an address behind it: "Ministers meet | The Gazette"."""
    line = _ADDRESS.sub("", line)
    bare = strip_site(line, [domain]) if domain and not _BARS.isdisjoint(line) else line
    return bare if line.startswith(bare) and line[len(bare) :].lstrip()[:1] in _BARS else line


def _unsigned(line: str) -> tuple[str, list[str]]:
    """A headline without the agency behind it, and the agency: "Ministers meet (Xinhua)"."""
    bare, bracket, sender = line.removesuffix(")").rpartition(" (")
    return (bare, [sender]) if bracket and line.endswith(")") and agency(sender) else (line, [])


def _is_no_headline(look: Look) -> bool:
    """Whether a line at the head of a page names the writer or the day."""
    return bool(signer(look.text) or look.values.get("date") or (", " in look.text and dated_byline(look.text)))


def _dateline(body: str, order: Order) -> Dateline:
    """The dateline of the first paragraph, or one with its day in the second, the report proper."""
    first = read_dateline(body, order)
    if first.place is None and first.lead == 0 and (behind := body.partition("\n\n")[2]):
        second = read_dateline(behind[:LONGEST], order)
        if second.place and second.date:
            return second._replace(lead=0)
    return first


def _joined(looks: list[Look], states: list[str], part: str) -> str:
    """The paragraphs that have the state of this part, parted by a blank line."""
    parts: list[str] = []
    for i, (look, state) in enumerate(zip(looks, states, strict=True)):
        if state == part:
            if parts:
                parts.append(" " if look.run_on and states[i - 1] == part else "\n\n")
            parts.append(look.text)
    return "".join(parts)


def _is_month_first(domain: str | None) -> bool:
    """Whether a publisher's country writes the month before the day in numbers (Unicode CLDR, short dates)."""
    return home_country(domain) in _MONTH_FIRST


def _around(looks: list[Look], states: list[str]) -> tuple[list[str], list[str]]:
    """The lines between headline and second paragraph, and those behind the last one up to a heading or headline."""
    first = states.index("body")
    last = len(states) - 1 - states[::-1].index("body")
    second = states.index("body", first + 1) if first < last else first
    title = states.index("title") if "title" in states else first
    above = _first_copy(looks, title)  # a headline that stands twice has the head matter between
    parted = any(1 in (look.values.get("byline"), look.values.get("date")) for look in looks[first + 1 : second])
    head = [look.text for look in looks[above + 1 : title]] + [
        look.text
        for look, state in zip(looks[:second], states[:second], strict=True)
        if (state == "head" and not look.values.get("row"))
        or (state == "insert" and parted and not look.values.get("caption"))
    ]
    foot: list[str] = []
    for look in looks[last + 1 : last + 1 + FOOT]:
        if look.values.get("row") or not any(map(str.isalnum, look.text)):
            continue  # tags, or a rule: "***"
        plain = look.headline and look.text[0] != "(" and not look.values.get("owner")
        if (look.heading or plain) and not (signs(look.text) or _RELEASED.match(look.text) or is_signed_off(look.text)):
            break
        foot.append(look.text)
    rest = takewhile(lambda look: not look.heading, looks[last + 1 : last + 1 + AUTHOR])
    return head, foot + [look.text for look in rest if _AUTHOR.match(look.text) and look.text not in foot]


def _first_copy(looks: list[Look], title: int) -> int:
    """The first of the lines that are the headline, of those near it."""
    same = looks[title].text.casefold()
    return next((i for i in range(max(0, title - TWICE), title) if looks[i].text.casefold() == same), title)


def _is_source(place: str | None, domain: str | None) -> bool:
    """Whether what stands in the place of a dateline is the site itself or one of its sections."""
    return bool(place) and not is_city(str(place)) and (is_site(str(place), domain) or is_menu(str(place)))
