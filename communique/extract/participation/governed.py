"""Names that a verb of the event governs, though an office that nobody knows or a list stands between.

In: a `Reading` and the first word of a name. Out: whether the words in front lead back to "accompanied by", "talks
with" or "present were" with nothing but the words of offices and of lists between: "was led by the Flag Officer
Commanding-in-Chief, Southern Naval Command, Vice Admiral X".
"""

from functools import cache

from communique.extract.offices.heads import head_at, words
from communique.extract.words.classes import tells, word_class
from communique.extract.words.reading import Reading
from communique.registry import rows

_NEAR = 60  # words of a sentence that are looked at
_LIST = 34  # words of a list of names and offices
_JOINTS = word_class("list_joints")
_PLACED = frozenset(["in", "at", "of", "near", "from", "to", "on", "for", "late", "called", "named", "the", "under"])
_COMING = frozenset(["will", "to", "would", "shall", "can", "may", "should", "could", "expected", "due", "scheduled"])
_WHEN = frozenset([
    "on", "in", "at", "today", "yesterday", "here", "this", "morning", "afternoon", "evening", "also", "over", "to",
    "the", "'s", "out", "up", "off", "down", "ashore",
])  # fmt: skip
_GERUND = 5  # letters and more
_NO_DEEDS = frozenset([
    "during", "following", "according", "regarding", "concerning", "including", "missing", "lacking", "pending",
    "something", "nothing", "anything", "everything", "meeting", "building", "training", "funding", "housing",
    "succeeding", "replacing", "evening", "morning", "among", "killing", "painting", "wedding",
])  # fmt: skip
_STRETCH = 12  # words between a participle and "by"
_PRESENT = word_class("at_hand")
_TALKS = word_class("talking")
_PICTURED = frozenset(["left", "right", "pictured", "photo", "photographed"])
_GIVING = frozenset(
    ["handed", "presented", "delivered", "granted", "gave", "awarded", "submitted", "hands", "presents"]
)
_VISITORS = frozenset([
    "guests", "visitors", "interlocutors", "delegates", "signatories", "hosts", "speakers", "officials",
    "participants", "attendees",
])  # fmt: skip
_MANY = frozenset(["representatives", "members", "officials", "companies", "firms", "employees", "staff", "executives"])
_HEADS = frozenset(["heads", "chiefs", "leaders", "directors", "ministers", "members"])  # "the heads, namely X and Y"
_NONE = frozenset[str]()
_MET = word_class("met_names") - {"meeting"}
_LED = frozenset(["led", "headed", "chaired", "commanded"])
_SIDES = frozenset(["side", "delegation", "team", "contingent", "group", "party", "squad", "one", "counterpart"])
_CAMPS = frozenset([
    "junta", "government", "regime", "coalition", "party", "army", "forces", "militia", "movement", "administration",
    "rebels", "cabinet", "alliance", "opposition", "bloc", "insurgents",
])  # fmt: skip
_GROUP = word_class("group")
_AT_HAND = (
    ["credentials", "of"], ["credence", "of"], ["signatures", "of"], ["presence", "of"], ["company", "of"],
    ["up", "of"],
    ["guest", "of"], ["guests", "of"], ["lunch", "for"], ["dinner", "for"], ["banquet", "for"], ["reception", "for"],
    ["as", "did"], ["as", "was"], ["as", "were"],
)  # fmt: skip
_SIGNED = (["that", "of"], ["those", "of"], ["one", "of"], ["ones", "of"])
_SIGNATURES = frozenset(["signature", "signatures", "bears", "bear"])
_SPEECHES = frozenset(
    ["presentation", "presentations", "speech", "speeches", "lecture", "briefing", "performance", "address"]
)
_TOPICS = frozenset(["discussed", "reviewed", "mentioned", "raised", "examined", "considered", "planned", "covered"])
_AMONG = (["among", "them"], ["among", "whom"], ["whom", "were"], ["them", "were"])
_SPOKE = frozenset(["spoke", "answered", "signed", "came", "replied", "attended", "appeared", "thanked", "sang"])
_TAKEN_IN = (["host", "to"], ["called", "on"], ["calls", "on"], ["call", "on"], ["along", "with"], ["together", "with"])


def brought_in(reading: Reading, i: int, styled: bool) -> bool:
    """Whether a verb of the event governs the name whose first word, honorifics included, is `i`.

    Args:
        reading: the text.
        i: the first word of the name.
        styled: whether an honorific or a rank stands in front of it, so that it is a person for sure.
    """
    lower, cap = reading.tokens.lower, reading.tokens.cap
    begin = reading.tokens.bounds[reading.tokens.sentence[i]][0]
    if _earlier(reading, i):
        return False
    for k in range(i, max(begin, i - _LIST), -1):
        met = lower[k - 1] in _MET and k > begin
        met = met and (styled or any(head_at(reading, q) or lower[q] in word_class("professions") for q in range(k, i)))
        if met or _governs(reading, begin, k, styled):
            return styled or k == i or not _of_many(lower[k:i])
        if not styled and lower[k - 1] in {"at", "in"} and not words("facility").isdisjoint(lower[k:i]):
            return False  # "met with President X at the Diplomatic Centre, La Fantasie"
        listed = lower[k - 2 : k] == ["and", "of"]  # "in the presence of A and of B"
        listed = listed or lower[k - 1] == "under"
        if k == i and lower[k - 1] in _PLACED and not listed and not (styled and lower[k - 1] != "of"):
            return False
        again = lower[k - 1] == "by" and lower[k - 2] in {"and", ",", "also"}  # "accompanied by A and by B"
        if not (again or cap[k - 1] or lower[k - 1] in _JOINTS or lower[k - 1] in office_words()):
            return False
    return False


@cache
def office_words() -> frozenset[str]:
    """The lower-case words of which offices are made."""
    heads = frozenset(word for row in rows("offices") for word in row["term"].split())
    callings = word_class("professions")
    many = {f"{calling}s" for calling in callings} | {"businessmen", "businesswomen", "athletes"}
    return heads | words("portfolio", "modifiers", "body", "ministry", "silent") | callings | many


def _of_many(between: list[str]) -> bool:
    """Whether what is listed are firms or bodies: "representatives of Grupo Bimbo and Toyota Motor"."""
    return not _MANY.isdisjoint(between)


def _governs(reading: Reading, begin: int, k: int, styled: bool) -> bool:
    """Whether the words in front of `k` bring in whoever is named behind."""
    lower = reading.tokens.lower
    k -= 3 if lower[k - 3 : k] == [",", "too", ","] else 0  # "Taking part were, too, X"
    pair = lower[max(begin, k - 2) : k]
    if pair in _SIGNED and not _SIGNATURES.isdisjoint(lower[begin:k]):
        return True  # "the signature of X and, next to it, that of Y"
    if pair[-1:] == ["by"] and pair[0] in _SPEECHES:
        return True  # "a presentation by X"
    if pair in _AMONG and (pair[0] == "among" or "among" in lower[max(begin, k - 4) : k]):
        return not _MET.isdisjoint(lower[max(begin, k - 16) : k])  # "met Malian lawmakers, among them X"
    if pair[-1:] == ["by"]:
        v = k - 2
        while v > begin and (reading.tokens.cap[v] or lower[v] in _WHEN) and k - v < _STRETCH:
            v -= 1  # "was received on Monday in Lisbon by", "was handed to President X by"
        if lower[v] in _SIDES and _led_before(lower, begin, v):
            return True  # "is led by Lt Col X and the Zambian side by Maj Y"
        if lower[v] in _LED and not _CAMPS.isdisjoint(lower[max(begin, v - 3) : v]):
            return False  # "the junta, led by General X"
        passive = (
            lower[v].endswith("ed") and lower[v - 1] in {"was", "were"} and lower[v] not in word_class("made_once")
        )
        return (passive or lower[v] in word_class("brought_by")) and _COMING.isdisjoint(lower[max(begin, v - 4) : v])
    if pair[-1:] == ["with"]:
        t = next((t for t in range(k - 2, max(begin, k - 9) - 1, -1) if lower[t] in _TALKS), begin)
        if styled and lower[t] not in _TALKS:
            return _COMING.isdisjoint(lower[max(begin, k - 12) : k - 1])  # "reviewed the parade with General X"
        if lower[t] in _TALKS and lower[t - 1 : t] != ["of"]:  # not "the outcome of talks with"
            return _COMING.isdisjoint(lower[max(begin, k - 12) : k - 1])
    if pair[-1:] == ["between"] and styled:
        return not _TALKS.isdisjoint(lower[begin:k])
    if pair[-1:] == [":"] and not _PICTURED.isdisjoint(lower[begin:k]):
        return True  # "From left: X, Y"
    if pair[-1:] in (["–"], ["—"], [":"]) and not _GROUP.isdisjoint(lower[max(begin, k - 5) : k - 1]):
        return True  # "the team of three – X, Y and Z"
    if pair[-1:] == ["("] and pair[0] in _GROUP:
        return True  # "the Tongan delegation (X, Y and Z)"
    if pair[-1:] == ["under"] and not _GROUP.isdisjoint(lower[max(begin, k - 4) : k - 1]):
        return True  # "a trade delegation under X"
    if pair == ["leadership", "of"]:
        return not _GROUP.isdisjoint(lower[max(begin, k - 12) : k])
    if pair in _AT_HAND or (pair in _TAKEN_IN and _COMING.isdisjoint(lower[max(begin, k - 6) : k - 2])):
        return _COMING.isdisjoint(lower[max(begin, k - 5) : k - 2])
    if pair[-1:] == [","] and pair[0] in _VISITORS and k - begin < 5:
        return True  # "The guests, Rector X and Dean Y, were shown round"
    if pair[-1:] == ["to"]:  # "handed the keys over to X"
        given = not _GIVING.isdisjoint(lower[max(begin, k - 12) : k - 1])
        return given and _COMING.isdisjoint(lower[max(begin, k - 14) : k - 1])
    if pair[-1:] in (["were"], ["was"], ["are"], ["is"]) and _fronted(lower[begin : k - 1]):
        return True
    if pair[-1:] in (["were"], ["was"], ["are"], ["is"]):
        return (
            pair[0] not in _TOPICS
            and not _PRESENT.isdisjoint(lower[begin : k - 1])
            and "not" not in lower[begin : k - 1]
        )
    if pair[-1:] == ["stood"] or pair[-1:] == ["sat"]:
        return k - begin > 2  # "On the tarmac stood X"
    if pair[-1:] and pair[-1] in _SPOKE:
        start = next((q + 1 for q in range(k - 2, max(begin, k - 12), -1) if lower[q] in {";", ":", "."}), begin)
        return lower[start] in _PLACED and k - start > 2  # "For the hosts spoke X"
    if pair[-1:] and not word_class("comprising").isdisjoint(pair) and pair[-1] in word_class("comprising") | {"of"}:
        return not (_GROUP | _VISITORS | (_HEADS if "namely" in pair else _NONE)).isdisjoint(
            lower[max(begin, k - 16) : k - 1]
        ) and _COMING.isdisjoint(lower[k - 4 : k - 1])
    return False


def _fronted(said: list[str]) -> bool:
    """Whether a sentence opens with what somebody does: "Interpreting was X", "Rounding out the delegation were X"."""
    doing = said[:1] and said[0].endswith("ing") and len(said[0]) > _GERUND
    return bool(doing) and said[0] not in _NO_DEEDS and "," not in said and len(said) < _STRETCH


def _led_before(lower: list[str], begin: int, k: int) -> bool:
    """Whether in front of the word `k` somebody leads something "by", so that the verb is left out of the second."""
    by = (q for q in range(begin + 1, k) if lower[q] == "by" and lower[q - 1] in _LED | {"represented"})
    return any("and" in lower[q:k] or "while" in lower[q:k] or ";" in lower[q:k] for q in by)


def _earlier(reading: Reading, i: int) -> bool:
    """Whether the sentence speaks of an earlier time."""
    begin, end = reading.tokens.bounds[reading.tokens.sentence[i]]
    said = " " + " ".join(reading.tokens.lower[max(begin, i - _NEAR) : min(end, i + _NEAR)]) + " "
    return tells(said, "background", "sentence")
