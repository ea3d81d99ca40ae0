"""Sentences in which a site speaks of itself or to its reader, told by their vocabulary and not by fixed phrases.

In: a line. Out: how much of it is site talk. Reports and sites' own sentences (offers, rules for comments, notes on
rights, on cookies, on the writer) differ in register (Biber, "Variation across Speech and Writing", 1988): the latter
address the reader, bid him do something, and speak of pages, articles and accounts.
"""

import re
from functools import cache

from communique.registry import settings
from communique.registry.matcher import fold

DENSE = 0.15  # of the words, where some speak of a site for certain or to the reader
CROWDED = 0.28  # of the words, where none does
LONGEST_CUE = 25  # characters in which a note on where the article was printed begins
FEW = 6  # words; shorter lines are measured as if they had as many
YOU = frozenset({"you", "your", "yours", "you're", "you've", "you'll"})
WE = frozenset({"we", "our", "us", "we're", "we've", "we'll"})
_SENTENCE = re.compile(r"(?:^|[.!?] )([A-Z][a-z]+)")
# "Lina Haddad is a senior reporter who covers trade."
_WRITER = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,6}(?:"
    r"(?:has|have) (?:covered|reported on|written (?:about|for|on|extensively|widely)|been reporting)\b"
    r"|covers [^.]{3,60} for [Tt]he [A-Z]"
    r"|(?:is|was|works as) (?:an?|the|our) [^.,]{0,60}?\b(?:[Jj]ournalists?|[Rr]eporters?|[Cc]orrespondents?"
    r"|[Ww]riters?|[Ee]ditors?|[Cc]olumnist|[Cc]ontributor|intern|blogger)\b)"
)
_TOLD_ON = re.compile(
    r"\b(?:said|says|wrote|writes|posted|announced|reported|published|stated) (?:so |this |it )?(?:on|via|in) "
    r"(?:its|his|her|their) (?:official )?[A-Z]"
)  # "…, the operator said on its Telegram channel"
# "This story has not been edited by our staff."
_ITSELF = re.compile(
    r"(?:^|[.!?] )\W{0,3}(?:This|These|All|The above|A version of this) (?:news |web |archive |press )?"
    r"(?:articles?|story|stories|posts?|item|content|contents|site|website|page|pages|material|materials|advertisement|photo|image)"
    r"(?: and [a-z]+)?(?: (?:published |posted )?(?:from|by|of|on) [^.]{2,60}?)?"
    r" (?:is|are|was|were|has|have|may|might|can|comes|contains|appears|first|does|uses|on)\b"
)
# "The writer can be reached at desk@gazette.example", and no "contact point that can be reached at all hours"
_REACHED = re.compile(r"\b(?:can|may) be (?:reached|contacted) (?:at|on|via|by)\b[^.]{0,40}(?:@|\d{3}|\[email)")
# "Published in The Gazette, May 10th, 2019."
_PRINTED = re.compile(
    r"(?:(?:First|Originally) )?[Pp]ublished (?:in|by|on|with) "
    r"(?:[A-Z][\w.'’&-]*,? |\d[\w./-]*,? |(?:of|the|on|in|and|print|edition|dated),? ){1,14}[A-Z\d][\w.-]*\.$"
)
# "This is a provisional translation.", "Correction: An earlier version of this article named another day."
_NOTE_ON_TEXT = re.compile(
    r"\ban? (?:earlier|original|initial|previous|prior) version of (?:this|the)"
    r" (?:article|story|report|post|piece|headline)\b"
    r"|\b(?:provisional|unofficial|courtesy) translations?\b"
    r"|\b(?:this|is|of) (?:an? )?(?:machine|automatic|computer|AI)[ -](?:generated )?translation\b"
    r"|\btranslated (?:automatically|by (?:AI|a machine|Google|DeepL)"
    r"|(?:with|using) (?:the help of |help from )?(?:AI|artificial|software|Google|DeepL|an? (?:tool|machine)))\b"
    r"|^\W*(?:corrections?|clarifications?|erratum|editor['’]s note)\s?[:–—-].{0,200}?"
    r"\b(?:version|article|story|headline|mis[a-z]{4,}|incorrect(?:ly)?|wrong(?:ly)?|erroneous(?:ly)?|amended|corrected)\b",
    re.IGNORECASE,
)
# "The Gazette cannot vouch for the accuracy of what its readers send."
_DISCLAIMED = re.compile(
    r"\bcannot vouch for the (?:accuracy|content|information)"
    r"|\b(?:is|are) not (?:responsible|liable) for (?:the|any) (?:content|accuracy|views|opinions|errors)"
    r"|\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) the (?:official )?(?:views|opinions?|policy|position) of"
    r"|\bfull (?:text|version) of (?:the|this) (?:news item|article|story|report) is available\b"
)
_ON_TEXT = ("translat", "version of th", "correction", "clarification", "erratum", "editor")  # the cheap look first
_ON_TRUST = ("cannot vouch", " not ", " is available")
_SELF = ("This ", "These ", "All ", "The above ", "A version ")
_MEDIUM = re.compile(
    r"(?:[A-Z][\w.'’-]* ){1,5}(?:\([A-Z]{2,8}\) )?(?:is (?:an?|the|our)|provides|publishes|offers) [^.]{0,60}?"
    r"\b(?:(?:wire|news) (?:agency|service|portal|website|platform|and information)"
    r"|newspaper|daily|broadcaster|comprehensive news)\b"
)


def names_itself(text: str) -> bool:
    """Whether a line is a sentence about the page, its writer or the site."""
    itself = any(map(text.__contains__, _SELF)) and _ITSELF.search(text)  # the cheap look first
    medium = _MEDIUM.match(text) and not _REPORTED.search(text)
    reached = " be " in text and _REACHED.search(text)
    printed = "ublished " in text[:LONGEST_CUE] and _PRINTED.match(text)
    noted = any(map(text.lower().__contains__, _ON_TEXT)) and _NOTE_ON_TEXT.search(text)
    disclaimed = any(map(text.__contains__, _ON_TRUST)) and _DISCLAIMED.search(text)
    return bool(itself or medium or reached or printed or noted or disclaimed or _WRITER.match(text))


_REPORTED = re.compile(r"\b(?:said|signed|agreed|met|told|added|will)\b")


@cache
def site_words(kind: str) -> frozenset[str]:
    """The words of a class in `registry/chrome.toml`: "site_words", "page_words", "report_words" or "bids"."""
    return frozenset(settings("chrome")[kind].split())


def is_site_talk(text: str, words: list[str]) -> bool:
    """Whether a line is a sentence of the site and none of the report.

    Args:
        text: the line.
        words: its words, in lower case and without accents.

    >>> line = "Never miss a story with our app for Android."
    >>> is_site_talk(line, line[:-1].lower().split())
    True
    >>> line = "The two agencies will exchange articles and train journalists."
    >>> is_site_talk(line, line[:-1].lower().split())
    False
    """
    told = set(words)
    site, page = len(told & site_words("site_words")), len(told & site_words("page_words"))
    if not site and page < 2 and told.isdisjoint(YOU):
        return names_itself(text)
    quoted = any(mark in text for mark in '"“«')
    you = 0 if quoted else min(2, len(told & YOU))
    ours = 0 if quoted else min(2, len(told & WE))
    bids = sum(fold(word) in site_words("bids") for word in _SENTENCE.findall(text))
    spoken = you + bids + (ours if site or page > 1 else 0)
    evidence = 2 * site + page + 1.5 * spoken - len(told & site_words("report_words"))
    share = evidence / max(len(words), FEW)
    sure = site + spoken > 0 and site + page > 0
    return (sure and evidence > 2 and share >= DENSE) or (page > 2 and share >= CROWDED) or names_itself(text)


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def bids(text: str) -> bool:
    """Whether a few words bid the reader take what is the site's.

    >>> bids("Get our Trade Weekly"), bids("Get ready for rain")
    (True, False)
    """
    words = fold(" ".join(_WORD.findall(text))).split()
    return bool(words) and words[0] in site_words("bids") and not (YOU | WE).isdisjoint(words)


def is_offer(text: str) -> bool:
    """Whether a few words are a button or a heading of the site and no sub-heading: "Exclusive deals for subscribers".

    >>> is_offer("Stories you may have missed"), is_offer("Corridors and calendars")
    (True, False)
    """
    told = set(fold(" ".join(_WORD.findall(text))).split())
    if bids(text):
        return True
    page = len(told & site_words("page_words")) + len(told & YOU)
    return not told.isdisjoint(site_words("site_words")) or page > 1 or (page > 0 and len(told) < 4)


def quotes_channel(text: str) -> bool:
    """Whether a report says where something was announced: "…, the operator said on its Telegram channel."."""
    return _TOLD_ON.search(text) is not None
