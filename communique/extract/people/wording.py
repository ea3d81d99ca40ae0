"""In which words an office is told, where an article tells it several times.

In: somebody's name, mentions and offices. Out: the role as the record has it.
"""

from functools import cache

from communique.extract.offices.heads import words as known_words
from communique.extract.offices.phrases import Office
from communique.extract.people.held import gives_way
from communique.extract.people.mentions import Mention
from communique.registry import rows, settings

BARE = frozenset(
    [
        "minister",
        "ambassador",
        "secretary",
        "counsellor",
        "consul",
        "president",
        "representative",
        "envoy",
        "chancellor",
    ]
)
_GENERAL = frozenset(["head of state", "head of government", "leader", "legislator"])  # said of a president as well
_MINISTERS = frozenset(["minister", "deputy_minister"])
_KIN = frozenset(["wife", "husband", "spouse"])  # no office


def abbreviations() -> dict[str, str]:
    """What offices are called that a headline shortens or misspells."""
    told: dict[str, str] = settings("office_words")["abbreviations"]
    return told


@cache
def _opening() -> frozenset[str]:
    """Words with which offices open, as against letters of a body: "PRIME Minister", but "MITI Trade Director"."""
    heads = {row["term"].split(" ")[0] for row in rows("offices")}
    return known_words("modifiers", "portfolio") | heads


def _of_some(role: str) -> bool:
    """Whether somebody is told by what he led for once: "leader of an Ivorian mission"."""
    return " of a " in role or " of an " in role


def worded(name: str | None, mentions: list[Mention], offices: list[Office]) -> str | None:
    """The words of somebody's office: those beside the fullest name, not a bare "Minister" if more is said."""
    options: list[tuple[int, bool, int, int, str]] = []
    counterpart = any(mention.counterpart_of is not None for mention in mentions)
    for n, mention in enumerate(mentions):
        if mention.office and mention.office.role:
            full = bool(mention.name and mention.name.text == name)
            role = mention.office.role
            if role in _KIN:
                continue
            head = mention.office.head
            vague = head.use in {"anaphor", "charge"} or role.lower() in _GENERAL
            vague = vague or role.lower() == "envoy"  # the press's word for an ambassador
            vague = vague or (head.use == "title" and head.level == "head_of_state")  # "Leader of the Nation"
            vague = vague or (head.use in {"weak", ""} and _of_some(role))
            style = gives_way(mention.office) and not mention.office.former
            bare = role.lower() in BARE or vague or style or (head.level == "spokesperson" and " " not in role)
            bare = bare or (mention.name is None and mention.counterpart_of is not None)  # the other's words
            bare = bare or (counterpart and head.use == "abbr" and " " not in role)  # "the Lao PM", told as counterpart
            # "X, head of state … the President": the words beside the name
            loose = mention.name is None and role.lower() == "president"
            if mention.above and head.level in _MINISTERS:  # the headline's words are shorter than the text's
                bare, full = True, False
            options.append((bare + (vague or loose), not full, -len(role.split()), n, role))
    presides = any(role.lower() == "president" for *_, role in options)
    if (
        all(bare for bare, *_ in options)
        and not presides
        and (counterpart or {o[4].lower() for o in options} == {"minister"})
    ):
        options += [(False, True, 0, 0, o.role) for o in offices if " " in o.role]  # the office of the other
    if not options and offices:
        options = [(True, True, 0, 0, o.role) for o in offices if o.role and o.role not in _KIN]
    if not options:
        return None
    words = min(options)[4].split(" ")
    if (
        len(words) > 1
        and len(words[0]) > 3
        and words[0].isupper()
        and words[1].istitle()
        and words[0].lower() in _opening()
    ):
        words[0] = words[0].capitalize()  # "PRIME Minister": a paper's way to open a story
    spelt = " ".join(abbreviations().get(word, word) for word in words)
    said = {option[4].lower() for option in options}
    if spelt.lower() in said:
        return spelt
    return " ".join(word if word.isupper() else abbreviations().get(word, word) for word in words)  # "PM" as given
