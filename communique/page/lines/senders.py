"""What the sender of a statement, or the site, says of itself below the article.

In: the looks of a page's lines, the places of its sure paragraphs and its address. Out: the same looks, such sentences
marked. Press releases end with who sent them ("The Fund is an international financial institution owned by its
members."), under his own address; an appeal for money stands between the site's buttons.
"""

import re
from itertools import pairwise

from communique.page.lines.features import Look
from communique.page.lines.points import is_sentence
from communique.page.lines.sitetalk import site_words
from communique.page.publisher import host_and_path
from communique.page.vocabulary import word_list
from communique.registry.matcher import fold

NAME_WORDS = 14  # in which the sender is named, and his verb follows
PREDICATE_WORDS = 14  # behind the verb, in which it is said what he is
SHORTEST_LABEL = 3  # letters of a name in an address
LONG_NAME = 5  # letters, and no fewer, of a site's name with which a longer one may begin
MOST_LABELS = 4
_WORD = re.compile(r"[^\W\d_][\w&'’.-]*")
_ASIDE = re.compile(r" ?\([^()]{1,60}\)")
# "Established in 1966, the Bank is …", "About the Bank: The Bank is …", "With 190 members, the Bank is …"
_AHEAD = re.compile(
    r"About [^:.]{2,60}: ?"
    r"|(?:Established|Founded|Created|Formed|Set up|Headquartered|Based|With|For|Since) [^.]{2,80}?, "
)
_EVERYWHERE = re.compile(
    r"\b(?:worldwide|globally|around the (?:world|globe)|across the (?:world|globe|region|continent)|all over the world"
    r"|in (?:over |more than |some |nearly |almost |about )?\d{2,3} countries|(?:its|their|the) (?:\d+ )?"
    r"(?:members?|member[ -](?:states?|countries|governments)|shareholders|mandate|mission)\b)",
    re.IGNORECASE,
)
_IS = ("is", "are", "has")
_ARTICLES = ("a", "an", "the", "one", "its")
_REPORTED = re.compile(r"\b(?:said|told|added|noted|stressed|met|signed|visited|today|yesterday)\b")
_TELLS = re.compile(r"\b(?:reporting|journalism|coverage|news)\b")
# "About the Bank", above what it says of itself
_ABOUT = re.compile(r"About (?:the |our )?([A-Z][\w.'’&-]*(?: (?:[A-Z(][\w.'’&)-]*|of|for|the|and|in|on)){0,9})$")


def see_senders(looks: list[Look], core: list[int], url: str | None) -> None:
    """Mark what the sender says of himself behind the last paragraph, and the site's appeals between its buttons."""
    names, first = _labels(url), core[0] if core else len(looks)
    for look, below in pairwise(looks[first + 1 :]):
        about = _ABOUT.match(look.text)
        if about and is_sentence(below) and _opens_with(below.text, about[1]):
            look.heading = True
            look.values.update(block=1.0, heading=1.0, end=1.0, subhead=0.0)
            below.core = False
            below.values.update(sentence=2.0, core=0.0, refers=0.0)
    for i in range(len(looks) - 1, first if names else len(looks), -1):
        look = looks[i]
        if not is_sentence(look):
            continue
        goes_on = i + 1 < len(looks) and is_sentence(looks[i + 1])
        if not goes_on and describes(look.text, names):
            look.core = False
            look.values.update(sentence=2.0, core=0.0, refers=0.0)
        elif i in core:
            break  # the article ends here
    for i in range(first + 1, len(looks) - 1):
        if _is_appeal(*looks[i - 1 : i + 2]):
            looks[i].core = False
            looks[i].values.update(sentence=2.0, core=0.0)
            looks[i - 1].values.setdefault("label", 1.0)


def _opens_with(text: str, name: str) -> bool:
    """Whether a sentence begins with a name, shortened or in full: "IAEA", "The International Atomic Energy Agency"."""
    said = text.removeprefix("The ").removeprefix("the ")
    letters = "".join(word[0] for word in said.split()[: len(name)] if word[0].isupper())
    return said.startswith(name) or (name.isupper() and letters.startswith(name))


def _is_appeal(above: Look, look: Look, below: Look) -> bool:
    """Whether a sentence between two lines of the site names what only sites have: "Good journalism costs money."."""
    if not is_sentence(look) or not below.furniture:
        return False
    said = frozenset(map(str.lower, _WORD.findall(look.text)))
    if above.values["terminal"]:
        paged = not said.isdisjoint(site_words("page_words") | site_words("site_words"))
        return paged and bool(above.values.get("sentence") and below.values.get("sentence"))
    if above.values.get("caption") or below.values.get("caption") or above.values.get("pointer"):
        return False
    bidden = fold(above.text.partition(" ")[0]) in site_words("bids")  # "Support the Gazette"
    return (above.furniture or bidden) and not site_words("site_words").isdisjoint(said)


def _labels(url: str | None) -> list[str]:
    """The names in a page's address, without what all addresses have."""
    labels = host_and_path(url)[0].split(".")[:-1]
    return [
        label.replace("-", "") for label in labels[-MOST_LABELS:] if len(label) >= SHORTEST_LABEL and label != "www"
    ]


def describes(text: str, names: list[str]) -> bool:
    """Whether a sentence says what the body is that has one of the names in an address.

    >>> describes("The Asian Fund (ASF) is a bank owned by its members.", ["asf"])
    True
    >>> describes("The Asian Fund (ASF) is a partner in the road to the port.", ["asf"])
    False
    """
    if _REPORTED.search(text):
        return False
    ahead = _AHEAD.match(text)
    text = text[ahead.end() :] if ahead else text
    words = text.split(maxsplit=NAME_WORDS + PREDICATE_WORDS)[: NAME_WORDS + PREDICATE_WORDS]
    standing = word_list("standing")
    at = next((i for i, word in enumerate(words[: NAME_WORDS + 1]) if word in standing or word in _IS), 0)
    if not at or not _is_named(" ".join(words[:at]), names):
        return False
    verb, *told = (word.strip(".,;:()").lower() for word in words[at:])
    if verb in standing or (verb == "has" and told[:1] == ["been"]):
        return bool(_EVERYWHERE.search(text) or _TELLS.search(text))
    kind = told[0].endswith(("'s", "’s")) or told[0] in _ARTICLES if told else False
    body = kind and not word_list("senders").isdisjoint(told[1:])
    return verb != "has" and (body or not word_list("pledged").isdisjoint(told[:3]))


def _is_named(said: str, names: list[str]) -> bool:
    """Whether what stands before the verb is a name that an address has, in full, shortened, or by its first letters.

    A ministry's name is none: what that is committed to is news.
    """
    bracketed = [aside.strip(" ()").lower() for aside in _ASIDE.findall(said)]
    words = _WORD.findall(_ASIDE.sub("", said))
    small = word_list("running") | word_list("weak")
    plain = [word.lower().strip(".").removesuffix("'s").removesuffix("’s") for word in words if fold(word) != "the"]
    if not plain or "ministry" in plain or any(word.islower() and word not in small for word in words):
        return False
    whole = "".join(plain)
    return any(
        name in bracketed
        or name in plain
        or whole in (name, name.removeprefix("the"))
        or (len(name) >= LONG_NAME and whole.startswith(name))
        or _is_made_of(name, tuple(plain))
        for name in names
    )


def _is_made_of(name: str, words: tuple[str, ...]) -> bool:
    """Whether a name is made of the first letters of words, in their order: "afdb" of African Development Bank."""
    reached = {0}  # letters of the name that the words so far can have given
    for word in words[:NAME_WORDS]:
        reached |= {
            at + size
            for at in reached
            for size in (1, 2, 3)
            if word[:size] == name[at : at + size] and len(word) >= size
        }
    return len(words) > 1 and len(name) in reached
