"""What stands behind the head of an office: "of Namibia", "of Foreign Affairs", "for Legal Affairs", "to Syria".

In: a `Reading`, the word behind the head. Out: a `Part`: the pieces that belong to the role, and the countries, the
body, the posting that are cut off from it. What one connector leads to is a complement (`complement.py`).
"""

from dataclasses import replace

from communique.extract.offices.antecedents import name_follows
from communique.extract.offices.apposed import body_held, in_office_of
from communique.extract.offices.attached import attached
from communique.extract.offices.complement import NOTHING, Complement, first_read, of_another_office
from communique.extract.offices.complement_bodies import (
    of_cares,
    of_carrier,
    of_department,
    of_described,
    of_its_branch,
    of_known,
    of_limited,
    of_mission,
    of_owner,
    of_seated,
    of_such,
    of_unknown,
)
from communique.extract.offices.complement_countries import in_legislature, of_legislature, of_state, of_whole_name
from communique.extract.offices.complement_fields import (
    of_affairs,
    of_area,
    of_group,
    of_party_named,
    of_theme_or_ship,
    of_union_or_interim,
    of_unit,
)
from communique.extract.offices.complement_foreign import of_foreign
from communique.extract.offices.complement_places import of_branch
from communique.extract.offices.complement_runs import of_meeting_place, of_run
from communique.extract.offices.connectors import connector
from communique.extract.offices.firms import of_city_body, of_facility, of_firm
from communique.extract.offices.heads import DETERMINERS, Head, Part, after_bracket, head_at, skip_the, words
from communique.extract.offices.postings import in_country, named_behind, sent_from
from communique.extract.offices.remainders import rest_of
from communique.extract.offices.tails import (
    acting,
    behind_namesake,
    cause_end,
    division,
    in_government,
    majesty_end,
    members_end,
    numbered,
    under,
    up_to_honorific,
    with_whom,
)
from communique.extract.offices.units import owned_unit, unit_of
from communique.extract.words.reading import Reading

_READERS = (  # in this order: what is told more surely comes first
    of_meeting_place,
    of_its_branch,
    of_limited,
    of_foreign,
    of_unit,
    of_affairs,
    of_legislature,
    of_another_office,
    of_union_or_interim,
    of_theme_or_ship,
    of_group,
    of_party_named,
    in_legislature,
    of_city_body,
    of_facility,
    of_branch,
    of_state,
    of_department,
    of_cares,
    of_owner,
    of_mission,
    of_known,
    of_area,
    of_carrier,
    of_seated,
    of_described,
    of_such,
    of_unknown,
    of_whole_name,
    of_firm,
    of_run,
)
_EXCELLENCIES = (["his", "excellency"], ["her", "excellency"])
_BRACKETS = (["(", "ag"], ["(", "independent"])
_BEFORE_STATES = frozenset(["sister", "sisterly", "brotherly", "friendly", "fraternal", "neighbouring", "neighboring"])
_SAID_OF_FIRMS = ("-owned", "-run", "-controlled", "-backed", "-funded")
_REALMS = (["country"], ["kingdom"], ["sultanate"], ["emirate"])


def read_behind(reading: Reading, j: int, head: Head, greedy: bool) -> Part:
    """What stands behind a head: "of Namibia", "of Foreign Affairs", "for Legal Affairs", "to Syria", "of the WFP".

    Args:
        reading: the text.
        j: the word behind the head.
        head: the head.
        greedy: whether all capitals belong to the office, as where the holder's name stands before it.
    """
    behind = _Behind(reading, _right_behind(reading, j, head), head, greedy)
    while behind.goes_on() or behind.closes_off():
        pass
    return behind.part


def read_object(reading: Reading, verb: int, q: int, head: Head) -> Part:
    """What the verb of leading `verb` has for an object at the word `q`, read as behind a head and "of"."""
    behind = _Behind(reading, Part(verb), head, True)
    while behind.goes_on() if behind.part.at > verb else behind.leads(verb, q):
        pass
    return behind.part


def _right_behind(reading: Reading, j: int, head: Head) -> Part:
    """What no connector leads to: "Secretary Maritime Affairs", "Minister (Independent Charge)"."""
    held = body_held(reading, j, head)
    part = Part(j if held else attached(reading, j, head))
    bracketed = reading.tokens.lower[j : j + 2] in _BRACKETS
    if held:
        part.organization, part.at = held
        part.countries += [reading.geo[k].alpha3 for k in range(j, part.at) if k in reading.geo][:1]
    elif part.at > j:
        part.pieces.append((j, part.at))
    elif (closed := acting(reading, j) if bracketed else division(reading, j, head)) > j:
        part.pieces.append((j, closed))
        part.at = closed
    if seat := in_office_of(reading, part.at, head):
        _sits(reading, part, seat)  # "Minister of State in the Prime Minister's Office"
    return part


def _sits(reading: Reading, part: Part, seat: int) -> None:
    """Takes the office up to the word `seat` in which somebody serves, its nationality cut off from the role."""
    owner = next((reading.geo[k] for k in range(part.at, seat) if k in reading.geo), None)
    pieces = [(part.at, owner.i), (owner.j, seat)] if owner and owner.form == "demonym" else [(part.at, seat)]
    part.countries += [owner.alpha3] if owner else []
    part.pieces += pieces
    part.at = seat


class _Behind:
    """The complements behind a head, read one after the other into `part`."""

    def __init__(self, reading: Reading, part: Part, head: Head, greedy: bool) -> None:
        self.reading, self.part, self.head, self.greedy = reading, part, head, greedy
        self.lower = reading.tokens.lower

    def goes_on(self) -> bool:
        """Reads one complement; whether another may follow."""
        reading, part, head = self.reading, self.part, self.head
        numbered(reading, part)
        if in_government(reading, part, head):
            return True
        part.at = behind_namesake(reading, part.at) if part.organization else part.at
        seat = in_office_of(reading, part.at, head) if part.pieces else None
        if seat and (self.lower[seat : seat + 1] == [","] or name_follows(reading, seat)):
            _sits(reading, part, seat)  # "Minister of Energy at the Prime Minister's Office, X"
        at = after_bracket(reading, part.at)
        step = connector(reading, at, head)
        if step is None:
            return self._closes()
        word, q = step
        at += 2 if self.lower[at] == "to" and q == at + 3 else 0  # "Special Assistant to her on Media"
        known = self._of_persons(word, at, q)
        if known is None:
            known = self._of_own_country(word, at, q)
        return self._complemented(word, at, q) if known is None else known

    def leads(self, verb: int, q: int) -> bool:
        """Reads the object of a verb as the complement behind "of"; whether another may follow."""
        return self._complemented("of", verb, q) and self.part.at > verb

    def closes_off(self) -> bool:
        """Takes in what no reader knows up to the holder behind a comma; whether there was any."""
        rest = rest_of(self.reading, self.part, self.head, self.greedy)
        if rest is None:
            return False
        adjoins = bool(self.part.pieces) and self.part.pieces[-1][1] == rest[0]
        self._add(self.part.pieces.pop()[0] if adjoins else rest[0], rest[1])
        return True

    def _closes(self) -> bool:
        """Reads what may stand at the end; whether more follows even so."""
        reading, part = self.reading, self.part
        if part.pieces and self.lower[part.at : part.at + 2] == ["ad", "interim"]:
            self._add(part.at, part.at + 2)  # "Minister of Trade ad interim"
        under(reading, part)
        sent_from(reading, part, self.head)
        named_behind(reading, part)
        in_country(reading, part, self.head)
        up_to_honorific(reading, part)
        return with_whom(reading, part)

    def _add(self, at: int, end: int) -> None:
        self.part.pieces.append((at, end))
        self.part.at = end

    def _of_own_country(self, word: str, at: int, q: int) -> bool | None:
        """ "the Ambassador to the country", "President of the country", "of this country"; None if it is neither."""
        lower, part = self.lower, self.part
        this = lower[q : q + 1] in (["this"], ["that"])
        realm = lower[q : q + 1] == ["the"] and lower[q + 1 : q + 2] in _REALMS
        realm = realm and lower[q + 2 : q + 3] not in (["of"], ["'s"])
        realm = realm and unit_of(self.reading, q + 1) is None  # "Chief of the Country Office of the Bank"
        if word == "to" and realm and self.head.level == "diplomat":
            self._add(at, q + 2)  # "the Ambassador of Russia to the country, X"
            return True
        if word == "of" and realm:
            part.own, part.at = True, q + 2
            return False
        if word == "of" and this and not words("self").isdisjoint(lower[q + 1 : q + 2]):
            part.at = q + 2
            return False
        return None

    def _of_persons(self, word: str, at: int, q: int) -> bool | None:
        """ "Private Secretary to His Majesty", "Special Envoy of His Excellency, President X"; None if of nobody."""
        if word == "of" and at == self.part.at and (end := members_end(self.reading, at, self.part)):
            self.part.at = end
            return True
        if word == "for" and at == self.part.at and (cause := cause_end(self.reading, at, self.part)):
            self.part.at = cause
            return True
        if self.lower[q : q + 2] in _EXCELLENCIES:
            return False
        if sovereign := majesty_end(self.reading, q):
            self._add(at, sovereign)
            return True
        return None

    def _complemented(self, word: str, at: int, link: int) -> bool:
        """Reads the complement behind the connector `word` on the words `at` up to `link`."""
        part = self.part
        start, q = self._past_determiner(link)
        complement = Complement(self.reading, at, start, q, word, self.head, part, self.greedy)
        end = first_read(complement, _READERS)
        if end is None or end == NOTHING:
            return with_whom(self.reading, part)  # "Secretary for Relations with States of the Holy See"
        if start > link and part.pieces and part.pieces[-1][0] == at:
            part.pieces[-1:] = [(at, link), (q, part.pieces[-1][1])]
        part.at = self._within(at, end)
        return True

    def _within(self, at: int, end: int) -> int:
        """The word behind "'s legal team" at the word `end`, which is within the body told from the word `at` on."""
        part, own = self.part, owned_unit(self.reading, end)
        if own is None:
            return end
        if part.organization and not part.pieces:
            part.pieces += [(at, skip_the(self.lower, at + 1)), (end + 1, own)]
        elif part.pieces and part.pieces[-1][1] == end:
            part.pieces[-1] = (part.pieces[-1][0], own)
        return own

    def _past_determiner(self, q: int) -> tuple[int, int]:
        """Where the name begins, and its first word behind "the", "its", "the country's", "the ministry's"."""
        tokens, lower = self.reading.tokens, self.lower
        start = q
        if q >= len(tokens) or lower[q] not in DETERMINERS or q in self.reading.geo:
            return start, q
        q += 1
        start = q if lower[q - 1] != "the" else start  # "chairman of its Energy Committee"
        styled = lower[q + 1 : q + 2] and lower[q + 1] in words("self", "forms") and lower[q + 2 : q + 3] == ["of"]
        if lower[q : q + 1] and lower[q] in _BEFORE_STATES and (styled or q + 1 in self.reading.geo):
            return q + 1, q + 1  # "Ambassador to the sisterly Republic of"
        if q < len(lower) and lower[q].endswith(_SAID_OF_FIRMS) and tokens.cap[q + 1 : q + 2] == [True]:
            return q + 1, q + 1  # "Chairman of the state-owned VTB Bank"
        if lower[q + 1 : q + 2] != ["'s"]:
            return start, q
        if lower[q] in words("self"):
            self.part.own = True
            return q + 2, q + 2
        if lower[q] in words("ministry", "body", "facility") | {"party"} and tokens.cap[q + 2 : q + 3] == [True]:
            if lower[q] == "party":  # "chairman of the party's Commission for External Relations"
                self.head = replace(self.head, body="state")
            return q + 2, q + 2  # "head of the ministry's Planning Department"
        if (
            lower[q].isalpha()
            and not tokens.cap[q]
            and tokens.cap[q + 2 : q + 3] == [True]
            and head_at(self.reading, q) is None
        ):
            return q + 2, q + 2  # "general manager of the port's Maritime Administration"
        return start, q
