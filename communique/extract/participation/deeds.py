"""What the words beside a body tell of it: whether it gives, signs, builds, is there, or is a partner of such a deed.

In: a `Reading` and the words of a body's name. Out: yes or no, by the verbs and nouns of registry/body_cues.toml.
"""

from itertools import takewhile

from communique.extract.offices.heads import CALENDAR, skip_the, words
from communique.extract.people.bodies import QUOTES, Named, cues
from communique.extract.words.reading import Reading

_THERE = frozenset(["attended", "participated", "took", "joined"])
ARMS = frozenset(["guard", "navy", "army", "force", "forces"])
JOINTS = frozenset([",", ";", "and", "&", "the", "of", "from", "as", "well", "its", "'s", "(", ")"])
_TALKS = frozenset(["met", "meeting", "talks"])
_INSIDE = frozenset(["of", "in", "at", "for", "from", "to"])  # in front of a body that is no subject
_EXERCISES = frozenset(["exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "patrol", "patrols"])
_PLACES = frozenset(["school", "hospital", "clinic", "kindergarten", "orphanage", "lyceum"])  # things given stand there
_INSTANCES = frozenset(["instance", "example", "examples", "model", "case"])  # "gave the Institute as an instance"
_PRESENT = frozenset(["present", "attended", "represented", "attendance", "participants"])
_STATEMENTS = frozenset(["statement", "release", "communiqué", "communique", "bulletin"])  # of, by or from a body
_WITH = frozenset(["in", "together", "jointly", "along", "through", "with", "represented", "under", "via"])  # asides
_FEW = 4  # capitals of a name
_COPULAS = 8  # words between a body and its deed
_NEAR, _CLOSE = 30, 10  # words before a body


def does(body: Reading, i: int, j: int) -> bool:
    """Whether a deed stands behind the bodies on the words `i` up to `j`."""
    tokens, lower = body.tokens, body.tokens.lower
    begin, end = tokens.bounds[tokens.sentence[i]]
    before = _before(body, begin, i)
    if before >= begin and lower[before] in _INSIDE:
        return False  # "the fleet of the Tasmania Police was joined"
    k = _behind(body, j)
    if lower[k : k + 1] == ["on"] and lower[k + 1 : k + 2] and lower[k + 1] in CALENDAR:
        k += 2
    if lower[k : k + 2] == ["said", "it"]:
        k += 2
    if lower[before] == "as" and lower[before - 1] == "such":
        return False  # "donors such as the Gates Foundation"
    stop, first = min(end, k + _COPULAS), k
    while k < stop and (lower[k] in cues("copulas") or (k == first and lower[k].endswith("ly"))):
        k += 1  # "has given", "strongly condemns"
    if "will" in lower[first:k] and tokens.sentence[i] - tokens.sentence[0] > 1:
        return False  # "the bank will build a depot": what comes of it
    if k < end and lower[k] in cues("suffered") and not cues("be").isdisjoint(lower[first:k]):
        return False  # "a Development Centre has been opened"
    if lower[k : k + 1] == ["received"] and lower[i:j][-2:] == ["news", "agency"]:
        return False  # "a statement which the News Agency received"
    told = lower[k : k + 2] in (["given", "warning"], ["gave", "warning"])  # "the UN has given warning"
    aside = lower[before] == "which" and first < k and (lower[k] == "concluded" or lower[k].endswith("ing"))
    if told or (k < end and aside):
        return False  # "the agreement which the Union has concluded", "the fair which the Council is organising"
    sum_ = k < end and tokens.word[k][0] in "$€£¥" and not cues("shares").isdisjoint(lower[begin:end])
    return k < end and (sum_ or lower[k] in cues("acts") or (k > j and lower[k] in cues("nouns")))


def done_with(body: Reading, i: int) -> bool:
    """Whether what stands before the word `i` makes the body there a partner of a deed."""
    tokens, lower = body.tokens, body.tokens.lower
    known = body.body[i].organization if i in body.body else None
    if known and known.kind in cues("deeds_only") and known.country is None:
        return False  # "financed by the Union", "talks with the Free Trade Association"
    begin, end = tokens.bounds[tokens.sentence[i]]
    k = _before(body, begin, i)
    if k < begin or lower[i - 1] in {"a", "an"}:
        return False  # "handed to a Community Centre"
    said, near = set(lower[max(begin, k - _NEAR) : k]), set(lower[max(begin, k - _CLOSE) : k])
    if lower[k - 1 : k + 1] == ["according", "to"]:
        return False
    if lower[k] in cues("handed_to"):
        return _INSTANCES.isdisjoint(lower[i : i + _CLOSE + 2])  # "has given the Coast Guard a training"
    if lower[k] == "by" and tokens.sentence[i] > tokens.sentence[0] and "will" in near:
        return False  # "the kits will be handed out by the Red Crescent"
    if lower[k] == "by":
        aside = lower[k - 1] == ","  # "given to villages in the north, in Ghor province, by"
        return bool((said if aside else near) & cues("done_by"))
    if lower[k] == "between" or (lower[k] == "and" and "between" in said):
        return bool(said & cues("signing"))
    if not _PRESENT.isdisjoint(said) and lower[k] in {":", ";"} and ":" in lower[begin:i]:
        return True  # "there were present: the Ministry of A; the Ministry of B"
    if _exercised(body, begin, k, i):
        return True
    if lower[k] == "with":
        return _together(lower[max(begin, k - 2) : k], said) or (
            k == begin and bool(set(lower[i:end]) & cues("signing"))
        )
    if lower[k] == "through":
        return bool(set(lower[begin:end]) & cues("given"))
    if lower[k] == "to":
        return bool(said & cues("giving")) and "note" not in said and _PLACES.isdisjoint(lower[i : i + 4])
    lead = tokens.sentence[i] - tokens.sentence[0] < 2
    if lower[k] == "from" and lead and (lower[k - 1] in cues("support") or _got(lower[begin:k])):
        return True
    return lower[k] in {"of", "from"} and _sent_by(body, begin, k) and not cues("gathered").isdisjoint(lower[begin:end])


def speaks(body: Reading, named: Named) -> bool:
    """ "The World Food Programme (has) announced": whether the body itself opens the sentence and says so."""
    lower, begin = body.tokens.lower, body.tokens.bounds[body.tokens.sentence[named.i]][0]
    k = _behind(body, named.j)
    k += lower[k : k + 1] in (["has"], ["have"], ["today"], ["also"])
    return named.i - begin < 2 and lower[k : k + 1] != [] and lower[k] in cues("speaks")


def cited(body: Reading, named: Named) -> bool:
    """ "The Foreign Ministry said that", "…, the Ministry of Trade announced", "according to the Bank": a source."""
    lower, begin = body.tokens.lower, body.tokens.bounds[body.tokens.sentence[named.i]][0]
    k = _before(body, begin, named.i)
    if k > begin and (lower[k - 1 : k + 1] == ["according", "to"] or lower[k - 1] in _STATEMENTS):
        return True
    k = _behind(body, named.j)
    k += lower[k : k + 1] in (["has"], ["have"], ["also"], ["today"])
    return named.ministry and lower[k : k + 1] != [] and lower[k] in cues("reports")


def attends(body: Reading, j: int) -> bool:
    """ "The A and the B (also) attended", "A Bank officials joined online": whether bodies before `j` were there."""
    k = _behind(body, j)
    k += body.tokens.lower[k : k + 1] != [] and body.tokens.lower[k] in cues("people")
    k += body.tokens.lower[k : k + 1] in (["also"], ["too"], ["both"])
    return body.tokens.lower[k : k + 1] != [] and body.tokens.lower[k] in _THERE


def _behind(body: Reading, j: int) -> int:
    """The word behind an acronym in brackets or between commas at the word `j`, and behind "and Mali", "too"."""
    tokens, lower = body.tokens, body.tokens.lower
    if lower[j : j + 1] == ["("] and lower[j + 2 : j + 3] == [")"]:
        j += 3
    elif lower[j : j + 1] == [","] and lower[j + 2 : j + 3] == [","] and tokens.word[j + 1].isupper():
        j += 3  # "the Emirates Red Crescent, ERC, sent"
    if lower[j : j + 1] == ["of"] and (geo := body.geo.get(skip_the(lower, j + 1))):
        j = geo.j
    if lower[j : j + 1] == ["in"] and (geo := body.geo.get(skip_the(lower, j + 1))):
        j = geo.j  # "the Foreign Ministry in Lusaka summoned"
    if lower[j : j + 1] == ["and"] and (geo := body.geo.get(skip_the(lower, j + 1))):
        j = geo.j
    if lower[j : j + 1] == ["and"] and lower[(k := skip_the(lower, j + 1)) : k + 1] and lower[k] in words("area"):
        j = k + 2 + _capitals(body, k + 2)  # "and the city of Turin"
    elif lower[j : j + 1] == ["and"] and (many := _capitals(body, j + 1)) and j + 1 + many < len(lower):
        j += (1 + many) * (lower[j + 1 + many] in cues("acts"))  # "and Prensa Latina renewed"
    if lower[j : j + 1] == [","] and lower[j + 1 : j + 2] and lower[j + 1] in _WITH:
        j = _past_aside(body, j)
    return j + 3 if lower[j : j + 3] == [",", "too", ","] else j


def _past_aside(body: Reading, j: int) -> int:
    """The verb behind ", in cooperation with the Ministry of Health," at the word `j`; else `j`."""
    lower, end = body.tokens.lower, body.tokens.bounds[body.tokens.sentence[j]][1]
    commas = (c for c in range(j + 3, min(j + _NEAR, end - 1)) if lower[c] == ",")
    return next((c + 1 for c in commas if lower[c + 1] in cues("acts") | cues("copulas")), j)


def _capitals(body: Reading, k: int) -> int:
    """How many words from the word `k` on, a few at most, are in capitals."""
    return sum(1 for _ in takewhile(bool, body.tokens.cap[k : k + _FEW]))


def _got(said: list[str]) -> bool:
    """Whether the words end in something that is received: "received 50 motorcycles (from)"."""
    k = next((k for k in range(len(said) - 1, -1, -1) if said[k] in cues("getting")), None)
    return k is not None and len(said) - k < _CLOSE and cues("sent_in").isdisjoint(said[k:]) and len(said) - k > 1


def _exercised(body: Reading, begin: int, k: int, i: int) -> bool:
    """ "a joint exercise of the Indonesian and the French Navy": whether the forces at the word `i` train together."""
    lower = body.tokens.lower
    while k > begin and lower[k] == "and":
        k = _before(body, begin, k)
    joint = lower[k] in {"of", "by", "between"} and not _EXERCISES.isdisjoint(lower[max(begin, k - 3) : k])
    return joint and not ARMS.isdisjoint(lower[i : i + 5])


def _before(body: Reading, begin: int, i: int) -> int:
    """The word before the one at `i`, articles and countries left out."""
    k = i - 1
    told = i - 1 - (k >= begin and body.tokens.word[k] in QUOTES)
    k = told - (told >= begin and body.tokens.lower[told] in cues("named"))  # "of the state concern “X”"
    while k >= begin and (body.tokens.lower[k] in cues("silent") or k in body.taken):
        k -= 1
    return k


def _together(pair: list[str], said: set[str]) -> bool:
    """Whether "with" behind the words of `pair` brings in a partner: "signed with", "in cooperation with"."""
    both = said & _TALKS or (pair[-1:] == ["together"] and said & cues("giving"))
    joint = pair in (["in", "cooperation"], ["in", "collaboration"], ["close", "collaboration"])
    return joint or bool(both or cues("done_with").intersection(pair))


def _sent_by(body: Reading, begin: int, k: int) -> bool:
    """Whether people of the body behind the word `k` are told: "staff of the ministry and of", "officials from"."""
    tokens, lower = body.tokens, body.tokens.lower
    for v in range(k - 1, max(begin, k - _NEAR) - 1, -1):
        if lower[v] in cues("people"):
            return True
        if not (tokens.cap[v] or lower[v] in JOINTS or lower[v] in cues("silent") or lower[v] in words("ministry")):
            return False
    return False
