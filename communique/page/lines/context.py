"""What a line shares with the paragraphs of its page: features that no line has by itself.

In: the looks of a page's lines and its URL. Out: the same looks with `near`, `support`, `slug` and `subhead`. The idea
is that of text cohesion (Halliday and Hasan, 1976): a headline and a paragraph take up the words of the article.
"""

import re
from itertools import pairwise

from communique.page.dates.dateline import is_clock, is_date_line, is_dateline, read_dateline
from communique.page.dates.words import is_agency
from communique.page.language import is_english
from communique.page.lines.comments import see_comments
from communique.page.lines.echoes import (
    ECHOED,
    FEW_WORDS,
    see_bids,
    see_echoes,
    see_pulled,
    see_repeated,
    see_writers,
    without_teaser,
)
from communique.page.lines.features import Look
from communique.page.lines.lead import (
    CREDITED,
    CUT,
    clear_captions,
    first_paragraphs,
    heads_summary,
    reports,
    see_pictures,
    told,
)
from communique.page.lines.letters import see_letters
from communique.page.lines.likeness import Words
from communique.page.lines.points import SENTENCE_WORDS, is_sentence, see_items
from communique.page.lines.senders import see_senders
from communique.page.lines.subheads import see_subheads
from communique.page.lines.teasers import see_inserted, see_lists, see_pointers, see_teasers
from communique.page.vocabulary import menu_words, word_list
from communique.registry.matcher import fold


def clusters(looks: list[Look]) -> list[list[int]]:
    """The runs of sure paragraphs: places in the page, parted by a list's heading or by other lines."""
    runs: list[list[int]] = []
    parted, gap = True, 0
    for i, look in enumerate(looks):
        if look.core:
            if parted or gap > GAP:
                runs.append([])
            runs[-1].append(i)
            parted, gap = False, 0
        else:
            gap += 1
            parted |= look.heading
    return runs


def main_cluster(looks: list[Look]) -> list[int]:
    """The first run of paragraphs that is not much shorter than the longest one; empty if the page has none.

    A page without a sure paragraph is taken to have the short sentences that it has, or else its long lines.
    """
    if not any(look.core for look in looks):
        for look in looks:
            look.core = is_sentence(look)
    if not any(look.core for look in looks):
        for look in looks:
            long = look.words >= LONG_LINE and look.values["running"] > 0.4
            look.core = (long or look.values["wordy"] == 1) and not look.furniture
            look.values["broken"] = float(look.core)
    runs = clusters(looks)
    sizes = [sum(looks[i].words for i in run) for run in runs]
    return next((run for run, size in zip(runs, sizes, strict=True) if size >= min(ENOUGH, SHARE * max(sizes))), [])


_LABELLED = re.compile(r"[A-Z][a-z]+(?: [a-z]+){1,3}: [A-Z]")
_FRAME = re.compile(r"\w ?[:|»›–-] $")  # what parts the site's name from a headline behind it
_SITED = re.compile(r"\s?(?:[|»›]|\s[-–—])\s\S")  # what parts a headline from the site's name
PART_WORDS = 2  # and no fewer has the beginning of a headline said again
STRONGER = 0.3  # of the weight of standing below, where more of the line's words come back than of the one above
LONG_LINE = 20  # words
FOREIGN_CORE_WORDS = 9  # of a sure paragraph in languages that write with fewer words than English
SAMPLED = 12  # sentences by which the language is told
LIKELY = 0.4  # of a headline's words the first paragraphs have
NEAR, FEW = 4, 2  # lines above, those of so few words looked past
RUNNING = 0.5  # of `running`, and more, has a sentence that was cut off
LONGER = 3  # words, and more, has the first sentence than the headline that it says again
TOLD = 0.8  # of the headline's words
NAMED = 0.4  # of the words begin with a capital in the name of a site
DATELINE_WORDS = 8
CLOCK_WORDS = 10  # of a line above the text with the time of day
MOST = 0.6  # of the words of all sure paragraphs the main run has
CRUMBS = tuple("/>»›|")  # between the parts of a site
GAP = 2  # other lines (captions, adverts) that may stand between paragraphs of one run
PLAIN_WORDS, RUNNING, NAMING = 8, 0.9, 0.3  # of a sentence, and the shares of its words in small and capital letters
SHARE = 0.35  # of the longest run's words make an earlier run the article, and so do
ENOUGH = 45  # words, however long other texts on the page are


def _see_above(looks: list[Look], core: list[int]) -> None:
    """Mark a dateline right above the first paragraph, and other lines there that are no sentence."""
    first = core[0] if core else 0
    # "By L. Haddad – AGY:" and captions are looked past
    passed = (
        look.values.get("byline") == 1
        or (look.values.get("caption") and look.words >= SENTENCE_WORDS)
        or is_agency(look.text.rstrip(":"))
        for look in looks[:first][::-1]
    )
    last = next((first - 1 - back for back, past in enumerate(passed) if not past), -1)
    for i in range(first):
        look, seen = looks[i], looks[i].values
        seen["crumb"] = float(_is_crumb(looks, i))
        placed = i == last and look.words <= DATELINE_WORDS and not look.furniture
        placed = placed and not (look.words > 2 and looks[first].text.startswith(look.text))  # said again
        if placed and is_dateline(look.text) and not is_clock(look.text):
            seen.update(dateline=1.0, date=0.0, separators=0.0)
        elif seen.get("clock") and look.words <= CLOCK_WORDS:
            seen["date"] = 1.0
        elif seen.get("repeated") and seen["terminal"] and look.text in (looks[i - 1].text, looks[i + 1].text):
            seen["caption"] = 1.0  # of a picture, and once more for those who cannot see it
        elif seen.get("verbless") and not look.furniture and look.words >= SENTENCE_WORDS:
            seen["caption"] = 1.0
        elif not (seen["terminal"] or seen.get("item") or look.text[-1] == ":"):
            seen["above"] = 1.0
            seen["opens"] = float(bool(seen.get("dated")) and read_dateline(look.text).date is not None)
            if (
                seen["wordy"]
                and look.words >= LONG_LINE
                and not look.text.endswith(CUT)
                and (seen["opens"] or _is_new(looks, i, core))
            ) or (i == first - 1 and _is_told_longer(looks, i)):
                seen.update(broken=1.0, above=0.0, opens=2.0)


def _is_crumb(looks: list[Look], i: int) -> bool:
    """Whether a line above the text says where in the site the page is: "News > Ministers meet"."""
    before, mark, _ = looks[i].text.partition(" > ")
    listed = i > 0 and looks[i].text.startswith("2. ") and looks[i - 1].text.startswith("1. ")
    parted = " \\ " in looks[i].text  # "March 2024 \ News \ COOPERATION"
    return bool(listed or parted or (mark and menu_words().issuperset(fold(before).split())) or _leads_to(looks, i))


def _leads_to(looks: list[Look], i: int) -> bool:
    """Whether a line ends with the next one but for the sections above it: "News/World/Ministers meet in Accra"."""
    text = looks[i].text
    below = [look.text for look in looks[i + 1 : i + 3] if look.words > FEW]
    ends = (end for end in below if text.endswith(end))
    return any(text == f"{start} Featured" for start in below) or any(
        text.removesuffix(end).rstrip().endswith(CRUMBS) for end in ends
    )


def _is_told_longer(looks: list[Look], i: int) -> bool:
    """Whether a first sentence that lost its full stop reports in more words what the headline above it says."""
    look = looks[i]
    above = next((other for other in reversed(looks[max(0, i - NEAR) : i]) if other.words > FEW), look)
    longer = above.headline and look.headline and look.words >= above.words + LONGER
    return longer and len(above.stems) > 2 and told(above, [look]) >= TOLD and reports(look.text)


def _is_new(looks: list[Look], i: int, core: list[int]) -> bool:
    """Whether a long line that opens the page is said again by no paragraph, as a headline is."""
    return (
        all(look.words < FEW_WORDS for look in looks[:i]) and told(looks[i], [looks[k] for k in core[:ECHOED]]) < LIKELY
    )


def _told(look: Look) -> float:
    """How much of a line's words the first paragraphs and the URL have."""
    return look.values.get("support", 0.0) + look.values.get("slug", 0.0)


def _see_below(above: list[Look]) -> None:
    """Mark lines below a likely headline and a date, byline or button: there captions stand, and a headline's beginning
    said again.
    """
    title: Look | None = None
    parted = summed = False
    for look in above:
        seen = look.values
        if title is not None:
            sited = look.headline and title.text.startswith(look.text) and _is_behind(title.text[len(look.text) :])
            framed = _is_framed(look, title)
            if sited or framed or title.text.endswith(look.text) or look.text.startswith(title.text.rstrip(".… ")):
                title.values["below"] = float(title.text[-1] in ".…" or bool(sited) or framed)
                title = look  # a breadcrumb or a cut form stood above it
            part = look.words >= PART_WORDS and title is not look and title.text.startswith(look.text)
            parts_off = parted and look.headline and look is not title
            weaker = _told(look) <= _told(title)
            lower = 1.0 if part or (parts_off and weaker) else STRONGER if parts_off else 0.0
            if parted and look is not title and _LABELLED.match(look.text):
                lower = 1.0  # "Where we are: Mission to Moldova"
            seen["below"] = max(seen.get("below", 0.0), lower)
            named = seen.get("date") == 1 or seen.get("byline", 0.0) > 0 or bool(seen.get("label"))
            parted = parted or named
            summed = summed or heads_summary(look)
            if summed and not look.furniture:
                seen["caption"] = 2.0  # the article in points
        elif look.headline and seen.get("support", 0.0) >= LIKELY and seen.get("near", 0.0) > 0:
            # "Embassy of Japan in Kazakhstan"
            named = seen["capitals"] >= NAMED and seen.get("slug", 0.0) < 0.5
            title = None if named or seen.get("owner") or seen.get("crumb") else look


def _is_behind(text: str) -> bool:
    """Whether the site's name or the day of publication is what a line has behind a headline."""
    return _SITED.match(text) is not None or (any(map(str.isdigit, text)) and is_date_line(text.strip()))


def _is_framed(look: Look, above: Look) -> bool:
    """Whether a headline stands in the line above it between the site's name and the day: "GNA : Envoys meet 4/5/21".

    An agency's name will do.
    """
    before, _, behind = above.text.partition(look.text) if look.headline else ("", "", "")
    framed = _FRAME.search(before) is not None
    return framed and (bool(behind and above.values.get("dated")) or is_agency(before[:-3].strip()))


def _is_loose(look: Look) -> bool:
    """Whether a line behind the first paragraph could be a headline, and is no point, sub-heading or sentence."""
    seen = look.values
    return look.headline and not (seen["wordy"] or any(map(seen.get, ("item", "broken", "subhead"))))


def _see_behind(looks: list[Look], core: list[int]) -> None:
    """Mark the lines behind the first paragraph, where no headline stands, if hardly any text is elsewhere."""
    if sum(looks[i].words for i in core) >= MOST * sum(look.words for look in looks if look.core):
        for look in looks[core[0] + 1 :] if core else ():
            look.values["behind"] = 1.0


def _own_script(looks: list[Look]) -> None:
    """Letters beyond the Latin ones speak against a line only on a page in Latin letters."""
    foreign = sum(look.words for look in looks if look.values.get("foreign"))
    if foreign > 0.5 * sum(look.words for look in looks):
        for look in looks:
            look.values["foreign"] = 0.0


def _own_language(looks: list[Look]) -> None:
    """That a line has no small words and verbs that are known speaks against it only on a page that has such."""
    sentences = [
        look for look in looks if look.values["terminal"] == 1 and look.words >= SENTENCE_WORDS and not look.furniture
    ]
    said = sentences or [look for look in looks if look.words >= LONG_LINE and not look.furniture]
    if not is_english(" ".join(look.text for look in said[:SAMPLED])):
        for look in looks:
            look.values.update(verbless=0.0, bare=0.0)
        for look in said:
            look.values["running"] = 1.0
        for look in sentences:
            look.core = look.words >= FOREIGN_CORE_WORDS
            look.values["core"] = float(look.core)


def _is_cut_off(look: Look) -> bool:
    """Whether the last line of a page could be a sentence that the crawler cut off: no full stop, and small words."""
    seen = look.values
    plain = not (
        look.furniture or any(map(seen.get, ("date", "byline", "handle", "glue", "separators", "reader", "item")))
    )
    small = look.text.rsplit(maxsplit=1)[-1] in word_list("running")
    cut = bool(seen["wordy"]) or (small and seen["running"] >= RUNNING)
    return plain and cut and bool(seen["open"]) and not look.text.endswith(CUT)


def add_context(looks: list[Look], url: str | None) -> list[int]:
    """Add to each line the features that compare it with the others.

    Args:
        looks: the lines.
        url: the page's address.

    Returns:
        The places of the main run of paragraphs; empty if there is none.
    """
    _own_script(looks)
    _own_language(looks)
    see_repeated(looks)
    see_comments(looks)
    see_writers(looks)
    see_bids(looks, url)
    see_pulled(looks)
    clear_captions(looks)
    see_pictures(looks)
    see_pointers(looks)
    see_inserted(looks)
    core = _main_run(looks)
    see_senders(looks, core, url)
    words = Words(looks, core, url)
    sentences = list(map(is_sentence, looks))
    see_subheads(looks, sentences, words.once, url)
    see_lists(looks)
    _see_broken(looks, sentences)
    _see_opening(looks, core)
    see_items(looks)
    see_letters(looks)
    for look, after in pairwise(looks[core[0] :] if core else ()):
        if _is_loose(look) and _is_loose(after):
            look.values["listed"] = after.values["listed"] = 1.0
    _see_above(looks, core)
    see_echoes(looks, core)
    words.see_likeness()
    see_teasers(looks, core)
    _see_below(looks[: core[0]] if core else [])
    _see_behind(looks, core)
    return core


def _main_run(looks: list[Look]) -> list[int]:
    """The places of the main run of paragraphs, credits of pictures and teasers taken out."""
    core = main_cluster(looks)
    for i in range(core[0] + (len(core) > 2)) if core else ():
        if CREDITED.search(looks[i].text):
            looks[i].core, looks[i].values["caption"] = False, 2.0
    return first_paragraphs(looks, without_teaser(looks, [i for i in core if looks[i].core]))


def _see_broken(looks: list[Look], sentences: list[bool]) -> None:
    """`adjoining`: a sentence behind a sentence; `broken`: a line that goes on where the one before it was cut."""
    teasers = sum(look.text.endswith(CUT) and look.words >= LONG_LINE for look in looks) > 1
    for i, look in enumerate(looks[1:], start=1):
        if sentences[i] and sentences[i - 1]:
            look.values["adjoining"] = 1.0
        behind = sentences[i - 1] or looks[i - 1].values.get("broken")
        if sentences[i - 1] and i == len(looks) - 1 and _is_cut_off(look):
            look.values["broken"] = 1.0
        elif look.values["wordy"] and not look.furniture and behind:
            goes_on = i + 1 < len(looks) and sentences[i + 1]
            last = look.words >= LONG_LINE and not (look.text.endswith(CUT) and teasers)
            look.values["broken"] = float(goes_on or last)


def _is_plain(look: Look) -> bool:
    """Whether a line is a sentence in small letters, of which not many words are names, as in a caption."""
    values = look.values
    running = values["terminal"] > 0 and values["running"] > RUNNING
    return running and look.words >= PLAIN_WORDS and values.get("capitals", 0.0) < NAMING


def _see_opening(looks: list[Look], core: list[int]) -> None:
    """What refers back, opens, reports or closes, by its place before or behind the paragraphs."""
    for look in looks[: core[0]] if core else ():
        look.values["refers"] = 0.0  # nothing was named yet
    for look in looks[core[-1] + 1 :] if core else ():
        if look.values.get("refers"):
            look.values.update(verbless=0.0, verb=1.0)
        look.values["closing"] = 0.0 if _is_plain(look) else look.values.get("verbless", 0.0)
    if len(looks) > 1 and looks[1].run_on and looks[0].text[-1] == ".":
        looks[0].values["opens"] = 1.0  # a page on one line begins with a sentence
    if core and reports(looks[core[0]].text):
        looks[core[0]].values["reports"] = 1.0
