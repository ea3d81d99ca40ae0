"""Titles that people keep: a minister who was an ambassador, a chief of staff who is a general.

In: what is known of somebody, and a later mention by title and surname. Out: whether it may be the same person.
"""

from collections.abc import Sequence

from communique.extract.offices.phrases import Office
from communique.extract.people.names import parts

_LONG = 6  # letters
_ARMS = frozenset(["military", "army", "navy", "naval", "armed"])


def for_life(office: Office, name: str) -> bool:
    """ "Ambassador X" of a minister: diplomats keep the title; surnames of few letters are shared by too many."""
    return office.role == "Ambassador" and not office.countries and not office.posting and len(name) >= _LONG


def in_arms(known_as: str | None, held: Sequence[Office], office: Office, name: str) -> bool:
    """ "Gen Brawner, who is chief of staff", the "military chief General Romeo Brawner Jr" before."""
    known = [part for part in parts(known_as or "") if part not in {"jr", "sr"}]
    return parts(name) == tuple(known[-1:]) and _armed(office) and any(map(_armed, held))


def _armed(office: Office) -> bool:
    return office.head.level == "military" or not _ARMS.isdisjoint(office.role.lower().split())
