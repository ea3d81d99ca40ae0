"""What the words around a mention say of its holder: there and doing something, only due, or only talked about.

In: a `Reading` and its persons. Out: `Clauses`, which judges each mention by the words before and behind it
(registry/participation.toml): represented by another, commemorated, said to have ordered, planned, background.
"""

import re
from typing import NamedTuple

from communique.extract.offices.heads import skip_the, words
from communique.extract.participation.addressed import HANDED, HEADS, in_letters, written_to
from communique.extract.participation.away import SAID_OF, away
from communique.extract.participation.dated import done_another_time
from communique.extract.participation.due import TO_BE, invited, still_to_come, told_ahead
from communique.extract.participation.earlier import (
    happened_before,
    no_longer,
    opens_earlier,
    plainly_earlier,
    turned_aside,
    up_to,
)
from communique.extract.participation.hearsay import in_charge, in_dated_clause, only_told
from communique.extract.participation.met import met_otherwise
from communique.extract.participation.named_only import named_only
from communique.extract.participation.nearby import (
    aside_behind,
    behind_clause,
    behind_then,
    behind_who,
    country_end,
    followed,
    is_news,
    paired_end,
    sends,
    speaks,
    then_held,
)
from communique.extract.participation.there import PRESENCE, WAS, attends, in_company
from communique.extract.participation.third import of_a_third_state
from communique.extract.people.mentions import Mention
from communique.extract.people.persons import Person
from communique.extract.words.classes import phrases, spaced, tells, word_class
from communique.extract.words.reading import Reading

ACTIVE, PLANNED, OUT = "active", "planned", "out"
_YEAR = re.compile(r" in (?:[a-z]+ ,? ?)?(?:19|20)\d\d ")
_BY_WHOM = re.compile(
    r" , (?:also )?(?:represented|led|headed|chaired|accompanied|joined|signed|opened|attended|received|hosted) by "
    r"(?:its |their |the |h\.e\. )*$"
)
_EARLIER_MEETING = re.compile(
    r" (?:after|(?:summit|meeting|talks) between) (?:[^ ,]+ ){1,7}and (?:the )?$|(?:summit|meeting|talks) between $"
)
_LINKED = frozenset(["from", "of", "to", "for", "under", "on", "about", "like", "against"])
_DEEDS, _MET_BY = word_class("deeds"), word_class("met_by")
_BEFORE_DEED, _BEFORE_MET = word_class("before_deed"), word_class("before_met") | word_class("padding")
_ASIDES = tuple([told, ","] for told in ("said", "added", "noted", "stressed", "recalled"))  # "X, Y said, is here"
_TO_WHOM = (["to", "whom"], ["with", "whom"], ["by", "whom"])
_MET_SO = frozenset(["by", "with"])
_HONOURED = frozenset(["awarded", "bestowed", "conferred", "decorated", "knighted"])
_CALLS = frozenset(["called", "calls", "call", "calling"])
_SO_ARE = tuple(["so", verb] for verb in ("are", "is", "were", "was", "did"))
_LONGEST = 200  # words of a list of people
_JOINTS = frozenset([",", ";", "and", "as", "well", "the", "along", "with"])
_MEETING = word_class("meeting")
_THERE = frozenset([
    "present", "saw", "met", "guest", "guests", "speaker", "speakers", "attendance", "among", "beside", "row", "hand",
    "chair", "table", "stage", "looking", "watching", "joining", "accompanying", "heading", "leading", "chairing",
])  # fmt: skip
_BEFORE_SPEAKER = frozenset([",", "”", '"', "’", "'"])


def _closes(lower: list[str], k: int) -> bool:
    """Whether an aside ends near the word `k`, and not with a clause: "X, said the host, has", not "the host, who"."""
    comma = next((q for q in range(k, min(k + 3, len(lower))) if lower[q] == ","), None)
    return comma is not None and lower[comma + 1 : comma + 2] not in (["who"], ["which"], ["whose"])


class _Sentence(NamedTuple):
    """A mention and its sentence: number and bounds, the words before, where the list of people ends in which it
    stands, whether the sentence is of the lead, "according to"."""

    mention: Mention
    number: int
    begin: int
    end: int
    before: str
    listed: int
    lead: bool
    sourced: bool


class Clauses:
    """The lower-case words of each sentence, made once."""

    def __init__(self, reading: Reading, persons: list[Person]) -> None:
        self.reading = reading
        self.ending = {mention.j: mention for person in persons for mention in person.mentions}
        self.starts = sorted(mention.i for person in persons for mention in person.mentions)
        self.beginning = {mention.i: mention for person in persons for mention in person.mentions}
        self.named = {m.name.before: m for person in persons for m in person.mentions if m.name}
        self.bounds = reading.tokens.bounds
        self.background: dict[int, bool] = {}
        self.asides: dict[tuple[int, int], bool] = {}
        # by identity: the mention is held too
        self.judged: dict[int, tuple[Mention, str]] = {}
        self.sights: dict[int, tuple[Mention, bool]] = {}

    def judge(self, mention: Mention) -> str:
        """ACTIVE, PLANNED or OUT."""
        if id(mention) not in self.judged:
            self.judged[id(mention)] = mention, self._judge(mention)
        return self.judged[id(mention)][1]

    def left_out(self, mention: Mention) -> bool:
        """Whether what is said around somebody without an office leaves him out: "X could not come", "praised X"."""
        said = self._sentence(mention)
        verdict = self._of_earlier(said) or self._of_later(said) or self._of_others(said) or self._behind_it(said)
        return verdict is not None or named_only(self.reading, mention, self.ending)

    def _judge(self, mention: Mention) -> str:
        if verdict := self._by_itself(mention):
            return verdict
        said = self._sentence(mention)
        if company := in_company(self.reading, mention, self.ending):
            later = None if company == "done" else self._of_later(said) or self._behind_it(said)
            return later or self._of_others(said) or ACTIVE
        return (
            self._of_earlier(said) or self._of_later(said) or self._of_others(said) or self._behind_it(said) or ACTIVE
        )

    def _by_itself(self, mention: Mention) -> str | None:
        """What a bare name, an office without a name, or one held before tells already."""
        owned = mention.country is None or self.reading.tokens.lower[mention.i - 1] == "'s"
        if mention.office is None and mention.counterpart_of is None and owned:
            there = speaks(self.reading, mention) or followed(self.reading, mention)
            return ACTIVE if there or is_news(self.reading, mention) else OUT
        if mention.name is None and not mention.counterpart_of and not self._met(mention):
            return OUT
        office = mention.office
        if office and no_longer(self.reading, office):
            return OUT
        if office and not office.organization and (office.former or then_held(self.reading, office)):
            bounds = self.bounds[self.reading.tokens.sentence[mention.i]]
            there = bounds[0] == 0 or not opens_earlier(self.reading, *bounds)  # "In 2019, former Premier X promised"
            there = there and (followed(self.reading, mention) or self.seen(mention))
            return ACTIVE if mention.name and there and not named_only(self.reading, mention, self.ending) else OUT
        return OUT if named_only(self.reading, mention, self.ending) else None

    def _sentence(self, mention: Mention) -> _Sentence:
        tokens = self.reading.tokens
        number = tokens.sentence[mention.i]
        begin, end = self.bounds[number]
        before = " " + " ".join(tokens.lower[begin : mention.i]) + " "
        sourced = tokens.lower[max(begin, mention.i - 3) : mention.i]
        return _Sentence(
            mention,
            number,
            begin,
            end,
            before,
            self._listed_end(mention.j, end),
            lead=number - tokens.sentence[0] < 2,
            sourced=sourced[-2:] in (["according", "to"], ["to", "the"]) and "according" in sourced,
        )

    def _of_earlier(self, said: _Sentence) -> str | None:
        """Whether the words around tell of another time or another's words."""
        mention, lower, number = said.mention, self.reading.tokens.lower, said.number
        whole = said.before + " ".join(lower[mention.i : said.end]) + " "
        told = not said.lead and not speaks(self.reading, mention) and self._background(number, whole)
        told = told and not self._told_aside(mention, said.end)
        if mention.i > said.begin and lower[mention.i - 1] in {"when", "which"} and _YEAR.search(whole):
            return OUT  # "in 2019, when Prime Minister X was on a visit", "the port, which he opened in 2019"
        if in_dated_clause(self.reading, mention, self.ending) or in_charge(self.reading, mention):
            return OUT
        early = plainly_earlier if said.lead else opens_earlier
        told = told or (number > self.reading.tokens.sentence[0] and early(self.reading, *self.bounds[number]))
        if (
            told
            or self._aside(mention)
            or happened_before(self.reading, mention, paired_end(self.reading, mention, self.beginning))
        ):
            return OUT
        return OUT if number and self._told_by_another(said) else None

    def _of_later(self, said: _Sentence) -> str | None:
        """Whether the words around tell of what is still to come."""
        mention = said.mention
        if still_to_come(self.reading, mention, said.listed, self.ending):
            return OUT
        if invited(self.reading, mention):
            return PLANNED
        told = said.sourced or said.before.endswith((" said ", " : "))  # "the work is due to end in May, said X"
        ahead = not told and tells(said.before, "planned", "sentence")
        if ahead and not self._agreed(mention):
            return PLANNED
        # "is to be opened by President X"
        return PLANNED if TO_BE.search(said.before) or told_ahead(self.reading, mention) else None

    def _of_others(self, said: _Sentence) -> str | None:
        """Whether it is what the holder has sent, or what others say of him."""
        mention = said.mention
        next_one = min((k for k in self.starts if k > mention.j), default=said.end)
        absent = sends(self.reading, mention) or away(
            self.reading, mention, said.before, min(said.end, next_one + 1), min(said.listed, said.end)
        )
        absent = absent or only_told(self.reading, mention, self.ending)
        return OUT if absent or of_a_third_state(self.reading, mention) else None

    def _behind_it(self, said: _Sentence) -> str | None:
        """What the words behind tell."""
        mention, lower, end = said.mention, self.reading.tokens.lower, said.end
        behind = self._behind(mention)
        if (clause := behind_clause(self.reading, behind + 1, end)) > behind + 1:
            behind = clause  # "X, who grew up there, is said to have followed it"
        after = " ".join(lower[behind:end]) + " "
        if lower[behind : behind + 1] == [","] and _BY_WHOM.search(said.before):
            return None  # "the club, represented by its president X, will send coaches"
        both = " ".join(lower[said.listed : end]) + " "
        told = both if both.startswith("are ") else after  # "X and Y are looking forward to"
        planned = told.lstrip(", ").startswith(spaced("planned", "after")) and not said.sourced
        return PLANNED if planned or any(map(after.__contains__, phrases("planned", "later"))) else None

    def seen(self, mention: Mention) -> bool:
        """Whether the words beside show that the holder is there: met, received by, did or said something."""
        if id(mention) not in self.sights:
            self.sights[id(mention)] = mention, self._seen(mention)
        return self.sights[id(mention)][1]

    def _seen(self, mention: Mention) -> bool:
        tokens = self.reading.tokens
        begin, end = self.bounds[tokens.sentence[mention.i]]
        if done_another_time(self.reading, mention):
            return False  # "spoke to President X in March"
        if _EARLIER_MEETING.search(" " + " ".join(tokens.lower[begin : mention.i]) + " "):
            return False  # "the trip came after A and President X held a meeting"
        k, j = mention.start - 1, mention.j
        while k >= begin and tokens.lower[k] in _BEFORE_MET:
            k -= 1
        before, near = tokens.lower[k] if k >= begin else "", tokens.lower[max(begin, k - 8) : k + 1]
        if before in {"including", "includes", "include"} or (before == "said" and mention.office is None):
            return True
        if self.attends(mention):
            return True
        if before == "by" and not _HONOURED.isdisjoint(tokens.lower[begin:k]):
            return True  # "was conferred the rank of general by President X"
        if near[-2:] == ["presence", "of"] or (before == "said" and near[-2:-1] and near[-2] in _BEFORE_SPEAKER):
            return True  # "“The road is open,” said President X"
        if before == "with" and not WAS.isdisjoint(tokens.lower[max(begin, k - 2) : k]):
            return True  # "Minister X was also with Prime Minister Y at the talks"
        if tokens.lower[begin : begin + 2] in _SO_ARE:
            return True  # "In attendance is the President of Togo. So are Presidents X and Y."
        if before in {"was", "were"} and not _THERE.isdisjoint(near):
            return True  # "present at the Cuban side were Prime Minister X and …", "others whom he saw were"
        if before in {"on", "upon"} and not _CALLS.isdisjoint(tokens.lower[begin:k]):
            return True
        if before == "to" and ("took" in near or not HANDED.isdisjoint(near)):
            return True  # "calls took the guest to President X", "a letter was handed to President X"
        if in_letters(self.reading, mention.start) or tokens.lower[mention.j : mention.j + 2] == ["'s", "side"]:
            return True  # "a like message went from Premier X to Prime Minister Y"
        if tokens.lower[(listed := self._listed_end(j, end)) : listed + 2] in _TO_WHOM:
            return True  # "it was President X to whom she gave the letter"
        if tokens.lower[j : j + 2] == [",", "whom"] and not _MET_BY.isdisjoint(tokens.lower[j + 2 : min(j + 9, end)]):
            return True  # "President X, whom the guest met as well,"
        if before in _MET_BY or (before in _MEETING and not _MET_BY.isdisjoint(near)):
            return True
        joint = k - 1 if tokens.lower[k - 1 : k] == [","] else k
        if before in {"and", ","} and (other := self.ending.get(joint)) and other.i < mention.i and self.seen(other):
            return True
        if before == "by" and (other := self.ending.get(behind_then(self.reading, k))) and self.seen(other):
            return True  # "received first by Minister X and afterwards by Prime Minister Y"
        if near[-2:] in (["ones", "of"], ["signatures", "of"], ["as", "did"], ["as", "was"], ["as", "were"]):
            return True
        if near[-2:] == ["and", "of"] and (other := self.ending.get(k - 1)) and self.seen(other):
            return True  # "the signatures of X and of Y"
        if before in _LINKED:
            return False  # "a message from President X was read"
        j = behind_clause(self.reading, self._listed_end(j, end), end)
        j = (clause := behind_who(self.reading, j, end)) or j
        while j < end and (tokens.lower[j] in _BEFORE_DEED or tokens.lower[j].endswith("ly")):
            j += 1
        aside = (
            not clause and j + 1 < end and tokens.lower[j] in {"said", "says", "added"} and tokens.lower[j - 1] == ","
        )
        return j < end and tokens.lower[j] in _DEEDS and not aside  # "President X, said the guest, has …"

    def attends(self, mention: Mention) -> bool:
        """ "X and Y were also present": nothing is said more plainly."""
        end = self.bounds[self.reading.tokens.sentence[mention.i]][1]
        if PRESENCE.isdisjoint(self.reading.tokens.lower[mention.j : end]):  # the cheap look first
            return False
        return attends(self.reading, self._listed_end(mention.j, end), end)

    def _listed_end(self, j: int, end: int) -> int:
        """The word behind the list of people that goes on at word `j`: "X, the President of Y, Z, and W attended"."""
        lower, k, end = self.reading.tokens.lower, j, min(end, j + _LONGEST)
        while k < end:
            listed = self.beginning.get(k) or self.named.get(k)
            if listed or country_end(self.reading, k):
                k = country_end(self.reading, k) or (listed.j if listed else k)
            elif lower[k] == "," and lower[k + 1 : k + 2] == ["in"]:  # "X, in Port Moresby, and Y signed"
                k = next((e for e in range(k + 2, min(k + 7, end)) if lower[e] == ","), end)
            elif lower[k] in _JOINTS:
                k += 1
            else:
                break
            j = min(k, end)
        return j

    def _background(self, number: int, sentence: str) -> bool:
        """Whether the sentence speaks of an earlier time; asked once a sentence."""
        if number not in self.background:
            told = sentence.endswith(" earlier . ") and " had " in sentence  # "with Y he had spoken earlier"
            self.background[number] = told or tells(sentence, "background", "sentence")
        return self.background[number]

    def _told_aside(self, mention: Mention, end: int) -> bool:
        """Whether the earlier time is only that of a clause behind: "X, who was elected last year, came"."""
        lower, opening = self.reading.tokens.lower, aside_behind(self.reading, mention.j, end)
        begin = self.bounds[self.reading.tokens.sentence[mention.i]][0]
        said = " " + " ".join(lower[begin:opening]) + " "
        return opening < end and not tells(said, "background", "sentence")

    def _behind(self, mention: Mention) -> int:
        """The word behind the mention, or the pair of mentions, and behind "of Chile" or "(Chile)"."""
        lower, j = self.reading.tokens.lower, mention.j
        if lower[j : j + 1] == ["("] and lower[j + 2 : j + 3] == [")"]:
            other = self.named.get(j + 4) if lower[j + 3 : j + 4] == ["and"] else None
            return self._behind(other) if other else j + 3
        if lower[j : j + 1] == ["of"]:
            geo = self.reading.geo.get(skip_the(lower, j + 1))
            return geo.j if geo else j
        return j

    def _told_by_another(self, sentence: _Sentence) -> bool:
        """ "President X, said the guest, has made them friends", "X spoke to Y in March": what somebody recalls."""
        lower, mention, j = self.reading.tokens.lower, sentence.mention, sentence.listed
        said = lower[j - 1] == "," and lower[j : j + 2] in (["said", "the"], ["says", "the"], ["added", "the"])
        said = said and lower[mention.start - 1] not in _MET_SO  # "was received by X, said the ministry"
        said = said and ("," not in lower[mention.i : mention.j] or _closes(lower, j + 3))  # "X, the minister, said"
        teller = self.beginning.get(mention.j + 1) if lower[mention.j : mention.j + 1] == [","] else None
        aside = lower[teller.j : teller.j + 2] if teller else []  # "President X, Ambassador Y said there, had"
        opens = mention.start == sentence.begin
        said = said or aside in _ASIDES or (opens and aside[:1] in SAID_OF)
        return said or done_another_time(self.reading, mention)

    def _aside(self, mention: Mention) -> bool:
        """Whether the paragraph has turned to another event ("it may be recalled", "in another development")."""
        stretch = up_to(self.reading, mention.i)
        if stretch not in self.asides:
            self.asides[stretch] = turned_aside(self.reading, stretch)
        return self.asides[stretch]

    def _agreed(self, mention: Mention) -> bool:
        """Whether the mention, or the pair that it opens, is the subject of what was said or done."""
        lower = self.reading.tokens.lower
        last = self.beginning.get(mention.j + 1) if lower[mention.j : mention.j + 1] == ["and"] else None
        j = (last or mention).j
        aside = lower[j : j + 2] in ([",", "said"], [",", "says"])  # "…, said the ministry"
        return not aside and speaks(self.reading, last or mention)

    def _met(self, mention: Mention) -> bool:
        """An office without a name takes part where it is met with or heads the sentence."""
        tokens, k = self.reading.tokens, mention.i - 1
        while k >= 0 and tokens.lower[k] in {"the", "a", "an", "his", "her", "its", "and", "both"}:
            k -= 1
        if k < 0 or tokens.sentence[k] != tokens.sentence[mention.i]:
            return True
        if k + 1 in self.ending and "and" in tokens.lower[k + 1 : mention.i]:
            return True  # "met X and the Egyptian ambassador"
        if mention.office and mention.office.head.plural:  # "the meeting of the ministers of A and B"
            gathered = tokens.lower[k] == "of" and tokens.lower[k - 1] in words("gathering")
            there = tokens.lower[mention.j : mention.j + 1] in (["did"], ["came"], ["were"])
            return gathered or there or tokens.lower[k] in _MEETING or speaks(self.reading, mention)
        other = self.ending.get(k) if tokens.lower[k] in {",", ";"} else self.ending.get(k + 1)
        before = other if other and other.i < mention.i and self.judge(other) == ACTIVE else None
        if before and (before.name is None or self.seen(before)):
            return True  # "present were X, the ambassador of Chad and the mayor"
        if k and tokens.lower[k - 1 : k + 1] == ["along", "with"]:
            return mention.office is not None and mention.office.head.level not in HEADS
        begin = self.bounds[tokens.sentence[mention.i]][0]
        if tokens.lower[k] == "on" and not _CALLS.isdisjoint(tokens.lower[begin:k]):
            return True  # "he also called on the Speaker of Parliament"
        there = tokens.lower[max(0, k - 1) : k + 1] == ["presence", "of"]
        if there or (tokens.lower[k] in _BEFORE_SPEAKER and speaks(self.reading, mention)):
            return True  # "boats, the ambassador explained, are hired"
        return (
            tokens.lower[k] in _MEETING
            or met_otherwise(self.reading, mention, k)
            or written_to(self.reading, mention, k)
        )
