"""The headline of a page among the forms in which the page gives it, without the site's name.

In: what stands in `h1`, in the metadata and in `title`. Out: one line. A form counts as often as it is given: the
site's name, a section or a search engine's version stands in one place, the headline in several.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from communique.registry.matcher import fold

# What stands between a headline and a site's name. The marks without spaces are those of CJK pages and breadcrumbs.
_SEPARATOR = re.compile(
    r"\s+(?:[|\-–—―:»«›‹·•/~>＞]|::|--|\|\|)\s+|\s*[|｜»＞：]\s*|\s*(?:--|——|::)\s*|\s*_\s*|:\s+|,\s+"
)
_SURE = re.compile(r"[|｜\-–—―»«›‹·•/~_>＞]|::")  # after a colon or comma comes the headline itself more often
_WORDS = re.compile(r"\w+")
SHORT_KEY = 12  # letters: shorter texts are found by chance
SECTION_WORDS = 2  # a segment between headline and site name with no more words is a section


def key(text: str) -> str:
    """The letters and digits of a text, folded: what is compared.

    >>> key("Talks  in “Bogotá”") == key("talks in bogota")
    True
    """
    return "".join(_WORDS.findall(fold(text))).replace("_", "")


def strip_site(title: str, names: Iterable[str]) -> str:
    """`title` without the site's name at its end or beginning, and without a section's between the two.

    Args:
        title: a headline as a page gives it.
        names: names of the site: as it calls itself, or its domain.

    >>> strip_site("Talks on fish - News - The Example Times", ["exampletimes.com"])
    'Talks on fish'
    >>> strip_site("Example.org | Visit - and return", ["example.org"])
    'Visit - and return'
    """
    title = " ".join(title.split())
    keys = [found for name in names for found in _name_keys(name)]
    marks = list(_SEPARATOR.finditer(title)) if keys and len(title) < 1000 else []
    for mark in reversed(marks):
        if _is_site(title[mark.end() :], keys) and key(title[: mark.start()]):
            return _without_sections(title[: mark.start()], mark[0])
    for mark in marks:
        if _is_site(title[: mark.start()], keys) and key(title[mark.end() :]):
            return title[mark.end() :]
    return title


def choose(
    printed: Sequence[str],
    headlines: Sequence[str],
    titles: Sequence[str],
    page_title: str,
    names: Sequence[str],
    text_key: str,
) -> str:
    """The headline.

    Args:
        printed: the forms in which the heading element can be read (whole, or a part of it), best first.
        headlines: what the metadata declares as the headline (JSON-LD).
        titles: titles for sharing in the metadata (Open Graph).
        page_title: the content of `title`.
        names: names of the site.
        text_key: `key` of the page's visible text, to see what is printed.
    Returns:
        The form that most of them agree on, "" if there is none.
    """
    given = [strip_site(title, names) for title in (*headlines, *titles)]
    last = _agreeing(page_title, [*printed[:1], *given]) or _printed_segment(strip_site(page_title, names), text_key)
    main = _printed_form(printed, [*given, last])
    forms = [form for form in (main, *(_agreeing(form, [main]) or form for form in given), last) if key(form)]
    forms = [_printed_part(_untruncated(form, forms), main, text_key) for form in forms]
    if not forms:
        return ""
    votes = Counter(key(form) for form in forms)
    stated = {key(form) for form in given[: len(headlines)]}
    # Of two forms given equally often, the one that is declared to be the headline; of single ones, the printed one.
    best = max(votes, key=lambda found: (votes[found], votes[found] > 1 and found in stated, found == key(main)))
    same = [form for form in forms if key(form) == best]
    # Parts of a heading that stand apart on the page have no mark between them; other forms tell which it is.
    whole_of_parts = len(printed) > 2 and same[0] == printed[0]
    return next((form for form in same if form != printed[0]), same[0]) if whole_of_parts else same[0]


def _name_keys(name: str) -> list[str]:
    """The keys of a site's name and of its initials; of a domain's name, of the first label as well."""
    label = re.match(r"(?:https?://)?(?:www\.)?([^\s./]+)\.[^\s/]+$", name.strip())
    return [found for found in (key(name), key(label[1]) if label else "", _initials(name)) if len(found) > 1]


def _initials(text: str) -> str:
    """The initials of a name of three words or more, "" for others."""
    words = _WORDS.findall(text)
    return key("".join(word[0] for word in words)) if len(words) > 2 else ""


def _is_site(segment: str, names: list[str]) -> bool:
    """Whether a segment of a title is the site's name, in full, with a few more words, or as initials."""
    found = key(segment)
    words = _WORDS.findall(segment)
    if not found or len(words) > 8:
        return False
    initials = _initials(segment)
    return any(
        found == name
        or (len(name) > 3 and name in found and len(name) >= 0.4 * len(found))
        or (len(found) > 3 and found in name and len(found) >= 0.5 * len(name))
        or (initials and initials == name)
        for name in names
    )


def _without_sections(title: str, mark: str) -> str:
    """A title without the section that stood before the site's name behind the same separator."""
    if not _SURE.search(mark):
        return title
    head, found, section = title.rpartition(mark)
    short = len(section) <= 25 and len(_WORDS.findall(section)) <= SECTION_WORDS
    return head if found and short and len(key(head)) >= 2 * len(key(section)) else title


def _agreeing(title: str, forms: Sequence[str]) -> str:
    """The longest of `forms` that `title` opens or ends with, what remains being set off by a separator."""
    title_key = key(title)
    for form in sorted(forms, key=len, reverse=True):
        form_key = key(form)
        if len(form_key) < 8 or not (title_key.startswith(form_key) or title_key.endswith(form_key)):
            continue
        if title_key == form_key:
            return form
        for mark in _SEPARATOR.finditer(title[:1000]):
            if form_key in (key(title[: mark.start()]), key(title[mark.end() :])) and _SURE.search(mark[0]):
                return form
    return ""


def _printed_segment(title: str, text_key: str) -> str:
    """The part of a title before its last separator if the page prints that but not the whole: the rest is the site."""
    if key(title) not in text_key:
        for mark in reversed(list(_SEPARATOR.finditer(title[:1000]))):
            head = title[: mark.start()]
            if _SURE.search(mark[0]) and len(key(head)) > SHORT_KEY and key(head) in text_key:
                return head
    return title


def _untruncated(form: str, forms: Sequence[str]) -> str:
    """The whole of a form that was cut to a length ("Ministers confer in …")."""
    stem = form.rstrip(" .…")
    if stem == form.rstrip() or not form.rstrip().endswith(("…", "...")):
        return form
    return next((whole for whole in forms if len(whole) > len(form) and whole.startswith(stem)), form)


def _printed_form(printed: Sequence[str], others: Sequence[str]) -> str:
    """How the heading reads: whole, unless only a part of it is the headline that others give."""
    keys = [key(other) for other in others]
    for form in printed:
        if any(key(form) == other for other in keys):
            return form
    for form in printed[1:]:
        found = key(form)
        if len(found) > SHORT_KEY and any(other.endswith(found) for other in keys):
            return form
    return printed[0] if printed else ""


def _printed_part(form: str, main: str, text_key: str) -> str:
    """`form` without words before the heading's that the page does not print there ("Topic: " before the headline)."""
    found, heading = key(form), key(main)
    added = len(heading) > SHORT_KEY and found != heading and found.endswith(heading)
    return main if added and found not in text_key else form
