"""The standfirst of an article: the clauses between headline and text that say what neither of them says.

In: the looks of a page's lines and the state of each. Out: the places of its standfirst. The idea: a caption names who
is seen and tells in the present tense what they do, an excerpt made by the site says the first paragraphs again, a
second headline the first; what tells news of its own was written as part of the article.
"""

import re

from communique.page.lines.features import Look
from communique.page.lines.lead import CREDITED, PICTURE, heads_summary, told, verbs_of
from communique.page.vocabulary import word_list

LEAST = 6  # words
OF_HEADLINE, OF_TEXT = 0.5, 0.9  # and more of its words have a second headline and an excerpt from these
FIRST = 8  # paragraphs that an excerpt may be from
_NONE = ("date", "label", "glue", "handle", "reader", "row", "clock", "repeated", "owner")  # marks of other lines
_PENDING = re.compile(r"\bto (?!the |an? |its |his |her |their )[a-z]{2,} (?!to\b)")  # "Officials to settle the row"
_SIDES = re.compile(r"\bfrom left\b|[(/](?:on the |from )?(?:left|right|centre|center|l|r)[)/]", re.IGNORECASE)
_CODE = re.compile(r"\d{6,}$|\.[a-z]+$")  # the number of a picture, a button that hangs on an excerpt: "…bookmark"
_PICTURED = (PICTURE, CREDITED, _SIDES, _CODE)


def standfirsts(looks: list[Look], states: list[str]) -> list[int]:
    """The places of the lines between headline and first paragraph that are the article's standfirst."""
    if "title" not in states or "body" not in states:
        return []
    title, first = states.index("title"), states.index("body")
    summed = next((i for i in range(title, first) if heads_summary(looks[i])), first)
    text = [look for look, state in zip(looks[first:], states[first:], strict=True) if state == "body"][:FIRST]
    return [
        i
        for i in range(title + 1, summed)
        if states[i] == "head"
        and _is_clause(looks[i])
        and _is_news(looks[i], looks[title], text)
        and not any(other.text.startswith(looks[i].text) for other in looks[i + 1 : first])
    ]


def _is_clause(look: Look) -> bool:
    """Whether a line tells something, and is neither a caption nor one of the site's own lines."""
    seen = look.values
    if look.words < LEAST or any(map(seen.get, _NONE)) or seen.get("byline") == 1 or seen.get("caption", 0.0) > 1:
        return False
    if (look.furniture and not seen.get("echo")) or look.text[-1] == ":" or look.text[0] in "([" or look.text.isupper():
        return False
    if _is_doubled(look.text) or any(sign.search(look.text) for sign in _PICTURED):
        return False
    verbs = verbs_of(look.text)
    return bool(verbs and not word_list("scenes").issuperset(verbs)) or _PENDING.search(look.text) is not None


def _is_doubled(text: str) -> bool:
    """Whether a line says the same twice, as what a picture shows and what is told of it do."""
    words = text.split()
    half = len(words) // 2
    return words[:half] == words[half:]


def _is_news(look: Look, title: Look, text: list[Look]) -> bool:
    """Whether a line is not what the URL names, and neither headline nor paragraphs have nearly all that it says."""
    if look.values.get("slug", 0.0) > title.values.get("slug", 0.0):
        return False
    return told(look, [title]) < OF_HEADLINE and told(look, text) < OF_TEXT
