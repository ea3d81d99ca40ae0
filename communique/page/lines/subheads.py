"""Sub-headings: a few plain words between two paragraphs.

In: the looks of a page's lines, and the words of the paragraphs. Out: the same looks, the sub-headings marked. Another
article's headline, a button or who is seen on a picture may stand there as well: they name whom the text has not, bid
the reader do something, or are an office with its holder.
"""

import re
from collections import Counter

from communique.page.dates.words import is_agency
from communique.page.lines.echoes import QUOTATION
from communique.page.lines.features import Look
from communique.page.lines.forms import is_holder
from communique.page.lines.lead import heads_summary, shows, verbs_of
from communique.page.lines.lines import CLOSING
from communique.page.lines.points import DASHES, mark_of
from communique.page.lines.sitetalk import is_offer
from communique.page.names import is_name
from communique.page.publisher import host_and_path
from communique.page.vocabulary import menu_words, word_list
from communique.registry.matcher import fold

_VALUE = re.compile(r":\s?\S|[@#|=]|\d:\d|\d$")  # "Region: Africa", "Total Views 1,204"
_ATTRIBUTE = re.compile(r"\b(?:an?|the|of|in|for|with|and) [a-z]+ed\b")  # "in a troubled region"
_TAGS = re.compile(r"[a-z][^,.]*(?:, [^,.]+){2,}")  # "ports, trade, summit"
_SEEN = re.compile(
    r"(?:The |Both |Some (?:of the )?|Members of the )?(?:two )?"
    r"(?:(?:participants|attendees|delegates|guests|officials) (?:of|from|in)"
    r"|(?:participants|attendees|delegates|guests|officials|dignitaries|ministers|ambassadors|presidents|leaders"
    r"|delegations?|representatives|sides)(?: and [a-z]+)?"
    r" (?:at|during|after|before|attending|listening|posing|seated))\b",
    re.IGNORECASE,
)
_STYLED = re.compile(r"(?:H\.? ?E|Mr|Mrs|Ms|Dr|Hon|Amb)\.? (?=[A-Z])")
# "Lina Haddad speaking to reporters"
_DOING = re.compile(r"(?:[A-Z][\w'’-]+ ){2,4}(?!according|following|during|including|regarding|concerning)[a-z]+ing\b")
_DOES = re.compile(
    r"\w (?:speak|address|deliver|pose|greet|shake|sign|hand|inspect|unveil|cut)(?:s|es)? (?:[a-z]|[A-Z])"
)
LONG_WORD = 4  # letters; a sub-heading has such a word
SUBHEAD_WORDS = 7  # and no more has a sub-heading
SECTION_WORDS = 3  # and no more have the news of a section
PHRASE_WORDS = 6  # and no more one that names nobody and has no verb
QUOTED_WORDS = 12  # and no more one that is a quotation
HELD, PROPER = 4, 0.75  # words of an office with its holder, and the share of capitals
ALIEN_WORDS = 4  # and no more has one that the paragraphs do not take up
KINSHIP = 0.25  # of a longer sub-heading's words the paragraphs have


def see_subheads(looks: list[Look], sentences: list[bool], spoken: set[str], url: str | None) -> None:
    """Mark the sub-headings, and take who is seen on a picture for a caption.

    Args:
        looks: the lines of a page.
        sentences: whether each is a sentence of an article.
        spoken: the words of the paragraphs.
        url: the page's address, which names the site.
    """
    times = Counter(look.text for look in looks)
    for i, look in enumerate(looks[:-1]):
        if not i or not sentences[i + 1]:
            continue
        quoted = looks[i - 1].text[-1] in CLOSING  # a name below a quotation tells who said it
        if _subhead(look, spoken, quoted) and not _names_site(look.text, url):
            above = next((k for k in range(i - 1, max(0, i - 3) - 1, -1) if _stays(looks[k])), None)
            alone = times[look.text] == 1  # unlike "Supported by"
            if above is not None and alone and (sentences[above] or mark_of(looks[above].text) in DASHES):
                look.values.update(subhead=1.0, menu=0.0)
        if (sentences[i - 1] and _is_person(look)) or _is_shown(look):
            look.values.update(caption=1.0, subhead=0.0)


def _stays(look: Look) -> bool:
    """Whether a line is no advert or caption, above which the text goes on."""
    return look.heading or not look.furniture


def _subhead(look: Look, spoken: set[str], quoted: bool) -> float:
    """1 for a few plain words without a full stop, which between two paragraphs are a sub-heading.

    More than a handful must take up the paragraphs' words, `spoken`: else it is another article's headline. A name is
    one only below a quotation (`quoted`).
    """
    if look.words > QUOTED_WORDS or _TAGS.fullmatch(look.text):
        return 0.0
    seen = look.values
    stranger = look.values.get("byline") == 1 or not quoted or not look.stems or not look.stems <= spoken
    unlike = ("date", "clock", "empty", *(("byline",) if stranger else ()))
    if look.furniture or seen["terminal"] == 1 or any(map(seen.get, unlike)) or _VALUE.search(look.text):
        return 0.0
    credit = "/" in look.text and is_name(look.text.partition("/")[0])  # "Ama Addo/Gazette"
    section = look.words <= SECTION_WORDS and look.text.lower().endswith(" news")  # "Pacific news"
    if credit or section or heads_summary(look):
        return 0.0
    quoted = bool(QUOTATION.fullmatch(look.text)) or (look.text[0] in "'‘" and look.text[-1] in "'’")
    named = is_agency(look.text) and seen["capitals"] == 1
    told = max(map(len, look.text.split())) >= LONG_WORD and not named and not is_offer(look.text)
    # "Part of a wider effort" names nobody and tells nothing
    phrase = not (seen["capitals"] or verbs_of(_ATTRIBUTE.sub("", look.text))) and seen["running"] > 0
    few = quoted or (look.words <= (PHRASE_WORDS if phrase else ALIEN_WORDS) and told)
    kin = few or len(look.stems & spoken) >= KINSHIP * max(len(look.stems), 1)
    taken_up = len(look.stems) > 1 and look.stems <= spoken
    brief = look.words <= (QUOTED_WORDS if quoted else SUBHEAD_WORDS)
    return float(kin and brief and (taken_up or seen.get("menu", 0.0) <= 0.5))


def _is_shown(look: Look) -> bool:
    """Whether a few words say who is seen on a picture: "Participants of the meeting", "H.E. Lina Haddad"."""
    if look.words > SUBHEAD_WORDS or look.values["terminal"] or look.furniture:
        return False
    does = look.text[0].isupper() and _DOES.search(look.text) is not None
    styled = _STYLED.match(look.text)
    if styled and is_name(look.text[styled.end() :]):
        return True
    return (does and shows(look.text)) or any(form.match(look.text) for form in (_SEEN, _DOING))


def _is_person(look: Look) -> bool:
    """Whether a line is an office and the name of who holds it, seen on a picture: "Foreign Minister Lina Haddad"."""
    if look.values.get("owner") and is_holder(look.text):
        return True  # "Minister Haddad", alone on a line
    short = HELD <= look.words <= SUBHEAD_WORDS and not look.values["terminal"]
    named = short and look.values["capitals"] >= PROPER and look.text[0].isupper() and ":" not in look.text
    return named and not word_list("titles").isdisjoint(fold(look.text).split())


def _names_site(text: str, url: str | None) -> bool:
    """Whether one of a few words is the name in the page's address: "Support HeraldOnline"."""
    host = host_and_path(url)[0].removeprefix("www.")
    label = host.partition(".")[0]
    return label in text.lower().split() and label not in menu_words()  # "news.example.org"
