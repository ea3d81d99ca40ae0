"""Bodies that act as such, and delegations without names.

In: the reading of the body, the persons found, the words that offices and names have taken. Out: `Actor`s of type
organization: agencies, firms, chambers and ministries that give, sign, build or send somebody and have nobody named for
them, and "a Chinese economic delegation" where nobody is named for that side. Bodies of one list share their part.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import compress, takewhile

from communique.extract.offices.heads import CALENDAR, skip_the, words
from communique.extract.offices.phrases import Office
from communique.extract.participation.earlier import told_earlier
from communique.extract.people.bodies import QUOTES, Named, cues, named_bodies
from communique.extract.people.names import parts
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading
from communique.model import Actor

LEAD_SENTENCES = 8
_LATE_SENTENCES = 40  # up to which bodies are told that took part
_THERE = frozenset(["attended", "participated", "took"])
_MISSIONS = frozenset(["embassy", "consulate", "commission"])
_AT = (["in"], ["to"])
_GROUPS = frozenset(["delegation", "mission"])
_ONE_GROUP = frozenset(["a", "an", "high-level", "the", "visiting"])  # or "an eight-member"
_LED = frozenset(["led", "headed", "leads", "heads", "leading", "heading", "chaired", "under"])
_ARMS = frozenset(["guard", "navy", "army", "force", "forces"])
_JOINTS = frozenset([",", ";", "and", "&", "the", "of", "from", "as", "well", "its", "'s", "(", ")"])
_OF_MINISTRIES = frozenset(["minister", "deputy_minister", "senior_official"])
_TALKS = frozenset(["met", "meeting", "talks"])
_INSIDE = frozenset(["of", "in", "at", "for", "from", "to"])  # in front of a body that is no subject
_EXERCISES = frozenset(["exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "patrol", "patrols"])
_PLACES = frozenset(["school", "hospital", "clinic", "kindergarten", "orphanage", "lyceum"])  # things given stand there
_SIGNATURES = frozenset(["signature", "signatures", "signed", "signatories", "signatory"])
_CONCLUDED = frozenset(["signed", "concluded", "inked", "sign", "initialled"])
_INSTANCES = frozenset(["instance", "example", "examples", "model", "case"])  # "gave the Institute as an instance"
_LOOKING_ON = frozenset(["presence", "witnessed", "attended", "attendance", "witness", "witnesses"])
_PRESENT = frozenset(["present", "attended", "represented", "attendance", "participants"])
_GAP = 8  # words between two bodies of a list
_NEAR, _CLOSE = 30, 10  # words before a body
_FEW = 4  # capitals of a name
_COPULAS = 8  # words between a body and its deed


def acting_bodies(body: Reading, persons: list[Person], offices: list[Office], home: str | None = None) -> list[Actor]:
    """The bodies and delegations that take part themselves, each once, at its first mention.

    Args:
        body: the reading of the text.
        persons: who takes part; a body for which one of them is named is no actor.
        offices: all offices told, whose words name no further body.
        home: the page's own country, whose those ministries are of which nothing else is told.
    """
    held = (office for office in offices if not (office.head.plural and office.organization))
    taken = {k for office in held for k in range(office.i, office.j)}  # "representatives of the Bank" hold none
    taken |= {k for person in persons for m in person.mentions if m.name for k in range(m.name.i, m.name.j)}
    found: dict[str, Actor] = {}
    known = {
        " ".join(parts(name))
        for p in persons
        if p.organization
        for name in (p.organization, body.meant(p.organization))
    }
    for group in _lists(body, list(named_bodies(body, taken, _LATE_SENTENCES))):
        late = body.tokens.sentence[group[0].i] >= LEAD_SENTENCES and not _attend(body, group[-1].j)
        if late or told_earlier(body, group[0].i):
            continue
        speaks = _speaks(body, group[-1]) and not group[0].ministry
        together = speaks or _act(body, group[0].i, group[-1].j)
        for named in group:
            if not (together or _done_with(body, named.i)):
                continue
            key = " ".join(parts(named.name))
            local = named.ministry or named.name.split()[-1].lower() in cues("organs")
            country = named.country or (home if local else None)
            told = any(_same_body(key, other) for other in known)
            key += f" {country}"
            named = named._replace(country=country)
            told = told or _signed_for(body, named, persons)
            if not (told or key in found or _spoken_for(named, persons) or _headed(body, named, persons)):
                found[key] = _actor(body, named.i, named.j, country)
    for actor in _sent_by_bodies(body):
        if not any(_same_body(" ".join(parts(actor.organization or "")), other) for other in known):
            found.setdefault(actor.organization or "", replace(actor, organization=None))
    represented = {person.country for person in persons}
    staffed = any(p.name and not p.country and "diplomat" in {o.head.level for o in p.offices} for p in persons)
    for actor in [*_delegations(body), *(() if staffed else _missions(body))]:
        if actor.country not in represented:
            represented.add(actor.country)
            found[actor.name or ""] = actor
    return list(found.values())


def _actor(body: Reading, i: int, j: int, country: str | None) -> Actor:
    said = body.tokens.span(i, j)
    start, end, name = body.tokens.start[i], body.tokens.end[j - 1], body.meant(said).removeprefix("The ")
    if name != said and (at := body.tokens.text.find(name)) >= 0:
        start, end = at, at + len(name)  # the acronym is explained elsewhere
    else:
        name = said
    return Actor(name, None, country, None, "organization", start, end)


def _same_body(key: str, other: str) -> bool:
    """Whether two names are of one body: "the Chamber of Commerce" is told by "the Chamber", or by its last words."""
    shorter, longer = sorted((key, other), key=len)
    part = " " in shorter and (longer.endswith(f" {shorter}") or longer.startswith(f"{shorter} "))
    return key == other or (" " in other and key.startswith(other)) or part


def _lists(body: Reading, found: list[Named]) -> Iterator[list[Named]]:
    """The bodies in lists: those between which nothing but joints and countries stands are told together."""
    group: list[Named] = []
    for named in found:
        if group and not _joined(body, group[-1].j, named.i):
            yield group
            group = []
        group.append(named)
    if group:
        yield group


def _joined(body: Reading, j: int, i: int) -> bool:
    """Whether the words `j` up to `i` join two bodies of one sentence: "A (ABC), and the Turkish B"."""
    tokens = body.tokens
    if not 0 <= i - j < _GAP or tokens.sentence[i] != tokens.sentence[j - 1]:
        return False
    between = _JOINTS | cues("named")
    return all(tokens.lower[k] in between or k in body.taken or tokens.word[k].isupper() for k in range(j, i))


def _spoken_for(named: Named, persons: list[Person]) -> bool:
    """Whether somebody by name stands for a ministry: an official of its country with its field, or with none."""
    theirs = [p for p in persons if p.name and (named.country in (None, p.country) or not p.country)]
    if named.name.split()[-1].lower() in _ARMS:
        arm = named.name.split()[-1].lower()  # "Director General of the Coast Guard"
        return any(
            office.head.level == "military" or arm in office.role.lower().split()
            for p in theirs
            for office in p.offices
        )
    speakers = any("spokes" in office.role.lower() for p in theirs for office in p.offices)
    return named.ministry and (speakers or any(_may_serve(person, set(parts(named.name))) for person in theirs))


def _signed_for(body: Reading, named: Named, persons: list[Person]) -> bool:
    """ "concluded between the A and the B; X, Ambassador of Sweden, and Y signed it": whether somebody signs for it."""
    tokens, number = body.tokens, body.tokens.sentence[named.i]
    begin = tokens.bounds[number][0]
    end = tokens.bounds[number : number + 2][-1][1]
    before = tokens.lower[begin : named.i]
    signs = "between" in before or not _CONCLUDED.isdisjoint(tokens.lower[named.j : named.j + 5])
    if not (named.country and signs) or _SIGNATURES.isdisjoint(tokens.lower[begin:end]):
        return False
    theirs = (m for p in persons if p.name and p.country == named.country for m in p.mentions if m.name)
    return any(named.j <= m.i < end and _LOOKING_ON.isdisjoint(tokens.lower[named.j : end]) for m in theirs)


def _headed(body: Reading, named: Named, persons: list[Person]) -> bool:
    """Whether somebody's office is told with the body's noun alone: "Foundation chairman X", "the bank's head Y"."""
    lower = body.tokens.lower
    noun = lower[named.j - 1]
    offices = (m.office for person in persons if person.name for m in person.mentions if m.office and m.name)
    return any(noun in lower[max(0, office.core - 2) : office.core] for office in offices)


def _may_serve(person: Person, fields: set[str]) -> bool:
    """Whether somebody's office may be one of a ministry of these fields."""
    levels = {office.head.level for office in person.offices}
    envoy = "foreign" in fields and not levels.isdisjoint({"diplomat", "minister", "deputy_minister"})
    envoy |= "foreign" in fields and any("FM" in office.role.split() for office in person.offices)  # "Deputy PM and FM"
    return envoy or bool(fields & person.portfolio) or (not person.portfolio and bool(levels & _OF_MINISTRIES))


def _act(body: Reading, i: int, j: int) -> bool:
    """Whether the bodies on the words `i` up to `j` give, sign, build, or are named as partners of such a deed."""
    return _does(body, i, j) or _done_with(body, i)


def _does(body: Reading, i: int, j: int) -> bool:
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
    if told or (lower[before] == "which" and lower[k : k + 1] == ["concluded"] and first < k):
        return False  # "the agreement which the Union has concluded"
    sum_ = k < end and tokens.word[k][0] in "$€£¥" and not cues("shares").isdisjoint(lower[begin:end])
    return k < end and (sum_ or lower[k] in cues("acts") or (k > j and lower[k] in cues("nouns")))


def _speaks(body: Reading, named: Named) -> bool:
    """ "The World Food Programme (has) announced": whether the body itself opens the sentence and says so."""
    lower, begin = body.tokens.lower, body.tokens.bounds[body.tokens.sentence[named.i]][0]
    k = _behind(body, named.j)
    k += lower[k : k + 1] in (["has"], ["have"], ["today"], ["also"])
    return named.i - begin < 2 and lower[k : k + 1] != [] and lower[k] in cues("speaks")


def _attend(body: Reading, j: int) -> bool:
    """ "The A and the B (also) attended the meeting": whether the bodies before the word `j` were there."""
    k = _behind(body, j)
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
    if lower[j : j + 1] == ["and"] and (geo := body.geo.get(skip_the(lower, j + 1))):
        j = geo.j
    if lower[j : j + 1] == ["and"] and lower[(k := skip_the(lower, j + 1)) : k + 1] and lower[k] in words("area"):
        j = k + 2 + _capitals(body, k + 2)  # "and the city of Turin"
    elif lower[j : j + 1] == ["and"] and (many := _capitals(body, j + 1)) and j + 1 + many < len(lower):
        j += (1 + many) * (lower[j + 1 + many] in cues("acts"))  # "and Prensa Latina renewed"
    return j + 3 if lower[j : j + 3] == [",", "too", ","] else j


def _capitals(body: Reading, k: int) -> int:
    """How many words from the word `k` on, a few at most, are in capitals."""
    return sum(1 for _ in takewhile(bool, body.tokens.cap[k : k + _FEW]))


def _done_with(body: Reading, i: int) -> bool:
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
    return joint and not _ARMS.isdisjoint(lower[i : i + 5])


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
        if not (tokens.cap[v] or lower[v] in _JOINTS or lower[v] in cues("silent") or lower[v] in words("ministry")):
            return False
    return False


def _delegations(body: Reading) -> Iterator[Actor]:
    """ "a Chinese economic delegation": nationality, up to three words, and the noun."""
    tokens, lower = body.tokens, body.tokens.lower
    for geo in body.geo.values():
        if geo.form != "demonym" or tokens.sentence[geo.i] - tokens.sentence[0] > LEAD_SENTENCES // 2:
            continue
        for k in range(geo.j, min(geo.j + 4, len(lower))):
            if lower[k] in _GROUPS:
                article = geo.i and (
                    lower[geo.i - 1] in _ONE_GROUP or lower[geo.i - 1].endswith(("-member", "-strong"))
                )
                plain = all(w not in words("ministry") or w in _GROUPS for w in lower[geo.j : k])
                if article and plain and lower[k + 1 : k + 2] != ["'s"]:
                    yield _actor(body, geo.i, k + 1, geo.alpha3)
                break
            if not lower[k].isalpha():
                break


def _sent_by_bodies(body: Reading) -> Iterator[Actor]:
    """ "a delegation of the Bank", "an IMF mission": a body's people without names; `organization` tells whose."""
    tokens, lower = body.tokens, body.tokens.lower
    for k in compress(range(1, len(lower) - 1), map(_GROUPS.__contains__, lower[1:])):
        if tokens.sentence[k] - tokens.sentence[0] > LEAD_SENTENCES // 2 or tokens.cap[k]:
            continue
        behind = body.body.get(skip_the(lower, k + 2)) if lower[k + 1] in {"of", "from"} else None
        before = body.body_to.get(k)
        article = lower[(before.i if before else k) - 1]
        end = tokens.bounds[tokens.sentence[k]][1]
        for named, i, j in ((behind, k, behind.j if behind else 0), (before, before.i if before else 0, k + 1)):
            one = article in _ONE_GROUP and (article != "the" or named is behind)
            if named and one and _LED.isdisjoint(lower[j:end]):
                yield replace(_actor(body, i, j, named.organization.country), organization=named.organization.name)


def _missions(body: Reading) -> Iterator[Actor]:
    """ "The Chinese Embassy in Juba donated", "the High Commission of India handed over": a mission that acts."""
    tokens, lower = body.tokens, body.tokens.lower
    for k in compress(range(1, len(lower) - 1), map(_MISSIONS.__contains__, lower[1:])):
        high = lower[k - 1] == "high"
        if tokens.sentence[k] >= LEAD_SENTENCES or not tokens.cap[k] or (lower[k] == "commission" and not high):
            continue
        i, j = k - high, k + 1
        geo = body.geo_to.get(i - 1 if lower[i - 1] == "'s" else i)
        if geo:
            i = geo.i
        elif lower[j] == "of":
            geo = body.geo.get(skip_the(lower, j + 1))
            j = geo.j if geo else j
        place = body.geo.get(skip_the(lower, j + 1)) if lower[j : j + 1] in _AT else None
        j = place.j if place else j
        if geo and _act(body, i, j):
            yield _actor(body, i, j, geo.alpha3)
