"""Other articles between or behind the paragraphs: headlines under a heading, and the teasers below them.

In: the looks of a page's lines and the places of its sure paragraphs. Out: the same looks, headlines and teasers
marked. What follows a headline and says it again is that headline's text and none of the article.
"""

from itertools import takewhile

from communique.page.lines.echoes import ECHOED
from communique.page.lines.features import Look
from communique.page.lines.lead import told
from communique.page.lines.points import is_sentence
from communique.page.lines.sitetalk import names_itself
from communique.page.lines.subheads import KINSHIP

TEASED_WORDS, ADDED = 5, 3  # and no fewer has another article's headline, and no more the sentence below adds
POINTED = 3  # headlines and no more below a heading within the text
TAKEN_UP = 0.16  # of the words of a sentence below several headlines
GOES_ON = 0.1  # of a paragraph's words the earlier ones have, where the article goes on behind a pointer
LIKELY = 0.4  # of a headline's words the paragraphs have
TOLD = 0.8  # of a headline's words a teaser has that only says it again
LONGEST = 20  # words of such a teaser
HINTED = 0.4  # of a headline's words, and more than the article has, the text below it has


def see_pointers(looks: list[Look]) -> None:
    """Take a heading with a few headlines below it, after which the article goes on, for a pointer and for no list."""
    for i in range(1, len(looks) - 2):
        heading = looks[i]
        opens = heading.heading or (heading.words == 1 and heading.values.get("label"))  # "More"
        if not opens or heading.values.get("end"):
            continue
        headlines = list(takewhile(lambda look: look.headline, looks[i + 1 : i + 2 + POINTED]))
        at = i + 1 + len(headlines)
        if not 0 < len(headlines) <= POINTED or at >= len(looks) or not is_sentence(looks[at]):
            continue
        if names_itself(looks[i - 1].text) or _alternates(looks[at:]):
            continue  # the writer is told about behind an article, and its list has teasers
        if _goes_on(looks, i, at, headlines):
            heading.heading = False
            heading.values.update(block=0.0, pointer=1.0)
            for headline in headlines:
                headline.values["caption"] = 1.0


def _alternates(looks: list[Look]) -> bool:
    """Whether a single sentence, a headline and again a single sentence follow, as in a list of other articles."""
    kinds = [(is_sentence(look), look.headline) for look in looks[:4]]
    return kinds[:3] == [(True, False), (False, True), (True, False)] and not any(kind[0] for kind in kinds[3:])


def see_lists(looks: list[Look]) -> None:
    """Take back the sub-headings below the heading of a list: they are headlines, each with its teaser."""
    for i, heading in enumerate(looks[:-4]):
        if heading.heading and looks[i + 1].headline and _alternates(looks[i + 2 :]):
            looks[i + 3].values["subhead"] = 0.0


def _goes_on(looks: list[Look], i: int, at: int, headlines: list[Look]) -> bool:
    """Whether the article goes on at a sentence behind a heading and the headlines below it."""
    before, behind, ahead = [look for look in looks[:i] if look.core], looks[at], looks[at : at + ECHOED]
    text = [look for look in ahead if is_sentence(look)]
    shared = max(told(look, before) for look in text)
    taken_up = told(behind, before) >= KINSHIP and not told(headlines[-1], [behind])
    # a single short sentence is a teaser's, and below several headlines so are a few
    more = bool(behind.values.get("refers")) or (behind.core and told(behind, before) >= TAKEN_UP)
    more = more or (len(headlines) == 1 and (behind.core or len(text) > 1 or taken_up))
    # of another article all would tell again its headline
    least = LIKELY if shared >= KINSHIP else 0.0
    other = any(told(headline, ahead) > max(told(headline, before), least) for headline in headlines)
    return more and shared >= GOES_ON and not other


def see_inserted(looks: list[Look]) -> None:
    """Take a headline between paragraphs, and the sentence below that says it again, for another article's teaser."""
    for i in range(1, len(looks) - 2):
        headline, teaser = looks[i : i + 2]
        if not (headline.headline and headline.words >= TEASED_WORDS and teaser.words <= LONGEST):
            continue
        again = told(headline, [teaser]) >= TOLD and len(teaser.stems) <= len(headline.stems) + ADDED
        if again and all(map(is_sentence, (looks[i - 1], teaser, looks[i + 2]))):
            teaser.core = False
            headline.values["caption"] = teaser.values["caption"] = 2.0


def see_teasers(looks: list[Look], core: list[int]) -> None:
    """Mark texts behind the paragraphs that stand below a headline and say it again, as the article does not."""
    last = core[-1] if core else len(looks)
    article = [looks[k] for k in core]
    for i in range(last + 2, len(looks)):
        look, headline, above = looks[i], looks[i - 1], looks[i - 2]
        if not (is_sentence(look) and headline.headline and not headline.values.get("subhead")) or is_sentence(above):
            continue
        again = told(headline, looks[i : i + ECHOED])
        if again < HINTED or again <= told(headline, article):
            continue
        listed = any(other.heading for other in looks[last + 1 : i])
        for other in takewhile(is_sentence, looks[i:]):
            if not listed and told(other, article) >= KINSHIP:
                break
            other.core = False
            other.values.update(stranger=1.0, refers=0.0)
