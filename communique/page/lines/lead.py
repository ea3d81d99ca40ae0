"""What stands above an article, or beside it, and could pass for its first paragraph; and the paragraph that could not.

In: the looks of a page's lines and the places of its sure paragraphs. Out: the places without standfirsts, summaries
in points and captions, and with paragraphs that only look like captions or lost their full stop. The idea: what sums an
article up is said again by its paragraphs, what belongs to it is not.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from communique.page.dates.dateline import LONGEST, read_dateline
from communique.page.headline import key
from communique.page.lines.features import Look
from communique.page.lines.likeness import Stems, shared
from communique.page.lines.lines import QUOTES
from communique.page.lines.points import is_bullet, is_sentence, mark_of
from communique.page.lines.wording import PAST, WORD
from communique.page.vocabulary import word_list
from communique.registry import settings
from communique.remembered import Remembered

SAID_AGAIN = 0.6  # of a standfirst's words the next paragraphs have, where something parts it from them
SHOWN_AGAIN = 0.5  # of a caption's words, and of those of a short standfirst
POSED_AGAIN = 0.4  # of a caption's in the present tense, between paragraphs
DATELINED_AGAIN = 0.2  # of those of one right above the dateline, or above writer and day
HARDLY_AGAIN = 0.3  # of the words of one that is no sentence, and of a standfirst above the headline said again
TAIL = 6  # words behind the last full stop; fewer are a credit
NEXT = 3  # paragraphs
FAR = 8  # paragraphs that may say again what stands above without its full stop
APART = 2  # sure paragraphs above the main run
CUT = ("…", "...")  # behind a teaser
FRAGMENT = 8  # words, and no more, of a caption without any verb
SUMMED = 6  # words of the heading of a summary
HEADED = 4  # words of a line that could be a headline
LEAST = 18  # words of a paragraph without its full stop, or with the marks of a caption
_ENDS_PICTURE = re.compile(r" (?:photo|picture|image)\.$")
_CLAUSE = re.compile(
    r"\([^()]*\)|,? \b(?:which|who|whose|that)\b[^,.]*|\b(?:as|while|when|where) (?:he|she|they|the|it)\b[^,.]*"
)
PICTURE = re.compile(r"\b(?:photo|picture|pic|image|foto|credit|file|pictured|seen|poses?)s?\b", re.IGNORECASE)
_HAD_TAKEN = re.compile(
    r"\b(?:posed|took|taken)\b[^.;]{0,40}? (?:an?|the) (?:[a-z]+ ){0,2}(?:photo|picture)s?\b"
)  # a report
_SPEAKS = re.compile(r"\bspeaks? (?:at|during) (?:the|an?) ")
# a participle that tells what somebody is doing
_DOING = r"(?!according|including|following|regarding|concerning|during)[a-z]+ing"
_POSED = re.compile(r"\b(?:seated|flanked|pictured|being [a-z]+)\b")
# "Minister Haddad visiting the port", "their representatives with the Clerk"
_SCENE = re.compile(
    r"(?:(?!Talks|Meetings?|Discussions|Consultations|Negotiations|Cooperation|Co-operation|Relations|Ties|Trade|Work)"
    r"[A-Z][\w.'’-]+|representatives|officials|members|delegates|participants|delegations?|team|sides|[a-z]*ministers"
    r"|presidents|leaders|ambassadors|envoys?|minister),? "
    rf"(?:{_DOING}|with|during|seated|flanked|pictured|(?:after|before|at) the|in conversation)\b"
)

# a credit behind the full stop of a caption; at the end of the text it would be the agency's
CREDITED = re.compile(
    r"[.!?][\"”]? (?!ENDS?$)(?:[A-Z]{2,8}|\([A-Z]{2,5}\)"
    r"|\((?:The )?[A-Z][\w.'’-]*(?: (?:of|the|for|and|[A-Z][\w.'’-]*)){1,5}\)"
    r"|\([A-Z][\w.'’ -]{1,25}/[A-Z][\w.'’ -]{1,40}(?:/[a-z]{2,4})?\)|[—–|-] ?[A-Z][^.!?]{1,40})$"
)
# who is seen, and doing what: "The Amir receiving the envoy", "Minister Haddad and the envoy during their talks"
_SHOWN = re.compile(rf"(?:The )?[A-Z][^,;:.]{{2,120}}?,? (?:{_DOING} (?!of\b)|with |during |at |after |before )")
# "The President with his guest during their talks in Suva."
_ON_OCCASION = re.compile(
    r" (?:during|at|after|before|ahead of|following) (?:the|their|his|her|an?) (?:[a-z]+ ){0,2}"
    r"(?:talks|meetings?|visit|ceremony|signing|handover|reception|audience|conference|event|call|session)\b"
)


@cache
def _summaries() -> frozenset[str]:
    """The headings of an article's summary in points, as they are compared."""
    return frozenset(map(key, settings("chrome")["summaries"]))


def heads_summary(look: Look) -> bool:
    """Whether a line is the heading of an article's summary: "Key points"."""
    return look.words <= SUMMED and key(look.text) in _summaries()


def told(look: Look, others: Iterable[Look]) -> float:
    """The share of a line's words that other lines have."""
    return len(look.stems & frozenset().union(*(other.stems for other in others))) / max(len(look.stems), 1)


def _is_verb(word: str) -> bool:
    return word in word_list("finite") or word in word_list("scenes") or PAST.match(word) is not None


_VERBS = Remembered(_is_verb)


@lru_cache(maxsize=64)  # asked more than once of the first paragraphs
def verbs_of(text: str) -> tuple[str, ...]:
    """The finite verbs of a sentence's main clause."""
    return tuple(filter(_VERBS.__getitem__, WORD.findall(_POSED.sub("", _CLAUSE.sub("", text)))))


def shows(text: str) -> bool:
    """Whether a sentence describes a picture: its verbs are in the present tense, or it has none but participles.

    >>> shows("The minister presents a vase to the envoy."), shows("The minister presented a vase to the envoy.")
    (True, False)
    """
    verbs = verbs_of(text)
    return word_list("scenes").issuperset(verbs) if verbs else bool(_SCENE.search(text))


def reports(text: str) -> bool:
    """Whether a sentence tells in the past tense, as paragraphs do and headlines seldom.

    >>> reports("The minister presented a vase to the envoy."), reports("Envoy presented with a vase by minister")
    (True, True)
    """
    verbs = verbs_of(text)
    return bool(verbs) and not word_list("scenes").issuperset(verbs)


def _reports(look: Look) -> bool:
    """Whether a line with the marks of a caption is a sentence of a report: it tells in the past tense."""
    if look.words < LEAST or look.values.get("terminal") != 1 or PICTURE.search(_HAD_TAKEN.sub("", look.text)):
        return False
    return reports(look.text)


def clear_captions(looks: list[Look]) -> None:
    """Take lines for paragraphs that have "(left)" or "courtesy of" in them, but report what no other line says."""
    core = [look for look in looks if look.core] or list(filter(is_sentence, looks))
    for look in looks:
        seen = look.values
        marked = seen.get("caption") == 1 and not (seen.get("sentence") or seen.get("label"))
        if not marked:
            continue
        if _reports(look) and (not core or told(look, core) < SHOWN_AGAIN or _opens_report(look, core)):
            seen["caption"], look.core = 0.0, True
        elif look.words <= 2 * LEAST and (_ENDS_PICTURE.search(look.text) or shows(look.text)):
            seen["caption"] = 2.0


def see_pictures(looks: list[Look]) -> None:
    """Take sentences between paragraphs for captions that show what others tell: with no verb but a participle ("The
    Amir receiving the envoy."), or in the present tense before who took the picture ("He signs the book. GNA").
    """
    core = [look for look in looks if look.core]
    said = shared(core)
    first = next((i for i, look in enumerate(looks) if look.core), 0)
    headed = False
    last = max((i for i, look in enumerate(looks) if look.core or is_sentence(look)), default=0)
    parting = max((i for i, look in enumerate(looks[:first]) if _parts(look)), default=0)
    for look in looks[first + 1 : last + 1]:
        if _told_elsewhere(look, said) >= POSED_AGAIN and _is_posed(look):
            look.core, look.values["caption"] = False, 2.0
    for i, look in enumerate(looks[:last]):
        headed = headed or (i > 0 and _could_head(looks[i - 1]))
        if look.words > 2 * LEAST or look.values.get("terminal", 0.0) == 0.5 or look.text[0] in QUOTES:
            continue
        credit = CREDITED.search(look.text)
        if credit and word_list("scenes").issuperset(verbs_of(look.text[: credit.start() + 1])):
            look.core, look.values["caption"] = False, 2.0
        elif look.values.get("verbless") and _is_seen(look, said, i > first and is_sentence(looks[i - 1])):
            look.core, look.values["caption"] = False, 1.0
        elif i > first and look.values["wordy"] and shows(look.text) and _told_elsewhere(look, said) >= SHOWN_AGAIN:
            look.values.update(caption=1.0, wordy=0.0)  # "The envoy, seen with the crew, speaks at the airport"
        elif i < first and look.values["terminal"] and headed:
            parted = i < parting and told(look, core[:NEXT]) >= SAID_AGAIN
            parted = parted or (_opens_report(core[0], [look]) and told(look, core[:NEXT]) >= HARDLY_AGAIN)
            if parted or _is_shown(look, core):
                look.values.update(caption=max(1.0, look.values.get("caption", 0.0)), echo=float(parted))


def _is_posed(look: Look) -> bool:
    """Whether a sentence tells in the present tense what is done before a camera: "The minister cuts the ribbon."."""
    if look.values["terminal"] != 1 or look.values.get("refers") or look.text[-1] != ".":
        return False
    verbs = verbs_of(look.text)
    posed = _SPEAKS.search(look.text) is not None or not word_list("poses").isdisjoint(verbs)
    return posed and word_list("scenes").issuperset(verbs)


def _parts(look: Look) -> bool:
    """Whether a line parts a standfirst from the text: it names the writer or the day, or is a caption."""
    seen = look.values
    told = seen.get("dated") and not seen["terminal"]
    return bool(told or seen.get("caption") or any(seen.get(kind) == 1 for kind in ("byline", "date")))


def _is_shown(look: Look, core: list[Look]) -> bool:
    """Whether a sentence above the paragraphs is in the present tense, and they say it again: "PM receives envoy."."""
    return told(look, core[:FAR]) >= SHOWN_AGAIN and shows(look.text) and not _has_dateline(look)


def _is_seen(look: Look, said: Stems, inside: bool) -> bool:
    """Whether a sentence without a verb has neither past tense nor dateline, and the paragraphs say it again.

    `inside` the text a few words without a participle will do.
    """
    if any(map(PAST.match, WORD.findall(look.text))) or _has_dateline(look):
        return False
    if not (_SHOWN.match(look.text) or (inside and look.words <= FRAGMENT)):
        return False
    if inside and _ON_OCCASION.search(look.text):
        return True
    return _told_elsewhere(look, said) >= SHOWN_AGAIN


def _told_elsewhere(look: Look, said: Stems) -> float:
    """The share of a line's words that sure paragraphs have, itself left out."""
    return len(look.stems & (said.often if look.core else said.once)) / max(len(look.stems), 1)


def first_paragraphs(looks: list[Look], core: list[int]) -> list[int]:
    """The sure paragraphs without what only sums them up above the first, and with a first one without full stop.

    Args:
        looks: the lines of a page; those that are no paragraphs are marked as captions.
        core: the places of the main run of paragraphs.
    """
    main = frozenset(core)
    above = [i for i in range(core[0] if core else 0) if looks[i].core]
    core = [*above[-APART:], *core]  # other lines part a standfirst from the run of paragraphs
    core = _without(looks, [i for i in core[:NEXT] if _is_scene(looks, i, core)], core)
    while len(core) > 1 and _is_summary(looks, core):
        for look in looks[core[0] + 1 : core[1]]:
            look.values["below"] = 1.0  # no headline stands under a standfirst
        if may_head(looks, core[0]):
            looks[core[0]].values["core"] = 0.0
            looks[core[0]].core = False
            core = core[1:]
            break
        core = _without(looks, core[:1], core)
    core = _without_points(looks, core)
    return _with_open(looks, [i for i in core if i in main])


def may_head(looks: list[Look], i: int) -> bool:
    """Whether a sentence above the first paragraph is all that could be the headline."""
    return not any(map(_could_head, looks[:i]))


def _could_head(look: Look) -> bool:
    return look.words >= HEADED and not look.furniture


def _without(looks: list[Look], places: Iterable[int], core: list[int]) -> list[int]:
    for i in places:
        looks[i].core = False
        looks[i].values.update(caption=1.0, echo=1.0)
    return [i for i in core if looks[i].core]


def _without_points(looks: list[Look], core: list[int]) -> list[int]:
    """Without the points of a summary above the first paragraph that is none itself."""
    first = next((i for i in core if not mark_of(looks[i].text)), 0)
    points = [i for i in range(first) if is_bullet(looks[i].text)]
    headed = bool(points and points[0]) and heads_summary(looks[points[0] - 1])
    if len(points) < (1 if headed else 2) or points[-1] - points[0] >= len(points):
        return core
    above = looks[points[0] - 1] if points[0] else None
    if above is not None and above.text[-1] == ":" and above.words > LEAST // 2:
        return core
    return _without(looks, points, core)


def _is_scene(looks: list[Look], i: int, core: list[int]) -> bool:
    """Whether a line among the first paragraphs has no verb but a participle, and shows what others tell."""
    look = looks[i]
    others = [looks[k] for k in core if k > i][:NEXT]
    again = look.words <= 2 * LEAST and told(look, others) >= HARDLY_AGAIN
    return again and not verbs_of(look.text) and shows(look.text) and not _opens_report(look, others)


def _opens_report(look: Look, others: Iterable[Look]) -> bool:
    """Whether a line has the dateline of the report: none of the others opens with one."""
    return _has_dateline(look) and not any(map(_has_dateline, others))


def _has_dateline(look: Look) -> bool:
    return read_dateline(look.text[:LONGEST]).lead > 0


def _same_dateline(text: str, other: str) -> bool:
    """Whether two texts open with the same dateline, as a caption and the report below it do."""
    lead = read_dateline(text[:LONGEST]).lead
    return lead > 0 and other.startswith(text[:lead])


def _is_summary(looks: list[Look], core: list[int]) -> bool:
    """Whether the first paragraph is a standfirst or a caption: set apart from the next ones, which say it again."""
    first, second = looks[core[0]], looks[core[1]]
    if first.text[-1] == ":":
        return False
    if any(looks[i].text == first.text for i in core[1:FAR]):
        return True
    again = told(first, [looks[i] for i in core[1 : 1 + NEXT]])
    if again < DATELINED_AGAIN or _opens_report(first, [second]):
        return False
    if again >= SHOWN_AGAIN and _same_dateline(first.text, second.text):
        return True
    seen = [look.values for look in looks[core[0] + 1 : core[1]]]
    if any(s.get("repeated") for s in seen):
        return again >= HARDLY_AGAIN
    points = sum(is_bullet(look.text) for look in looks[core[0] + 1 : core[1]])
    parted = any(s.get("byline") or s.get("date") or s.get("caption") for s in seen) or points > 1
    headed = first.words <= 2 * LEAST and _opens_report(second, [first])
    signed = any(s.get("byline") for s in seen) and any(s.get("date") for s in seen)
    least = SHOWN_AGAIN if first.words <= 2 * LEAST else SAID_AGAIN
    if (parted or headed) and again >= (DATELINED_AGAIN if headed or signed else least):
        return True
    above = looks[core[0] - 1] if core[0] else first
    credited = bool(above.values.get("caption")) and above.words <= TAIL
    scene = re.split(r"(?<=[a-z)][.!?]) ", first.text, maxsplit=1)[0] if credited else first.text
    return again >= SHOWN_AGAIN and (first.words <= 2 * LEAST or credited) and shows(scene)


def _with_open(looks: list[Look], core: list[int]) -> list[int]:
    """With long lines above the first paragraph that lost their full stop, under a headline, and are not said again."""
    i = next((i for i in range((core or [0])[0] - 1, 0, -1) if not looks[i].furniture), 0)
    if not i:
        return core
    look, seen = looks[i], looks[i].values
    if look.words < LEAST or not seen.get("wordy") or look.text.endswith(CUT):
        return core
    headed = any(HEADED <= other.words < LEAST and not other.values["terminal"] for other in looks[:i])
    credited = len(re.split(r"[.!?] ", look.text)[-1].split()) < TAIL
    if not headed or credited or told(look, [looks[k] for k in core[:FAR]]) >= SAID_AGAIN:
        return core
    look.core, seen["broken"] = True, 1.0
    return _with_open(looks, [i, *core])
