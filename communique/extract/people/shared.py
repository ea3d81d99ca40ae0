"""An office in the plural as one of its holders has it: "the energy ministers of the Gulf states", an energy minister.

In: an `Office` in the plural. Out: the same in the singular, without the group of states that all its holders make up.
"""

from dataclasses import replace

from communique.extract.offices.heads import words
from communique.extract.offices.phrases import Office

_GROUPINGS = frozenset([
    "community", "union", "league", "bloc", "group", "commonwealth", "alliance", "forum", "organization",
    "organisation",
])  # fmt: skip
_OF_STATES = frozenset(["minister", "deputy_minister"])
_OF_GROUPS = _OF_STATES | {"head_of_state", "head_of_government", "senior_official", "diplomat", "military"}


def one_of_them(office: Office) -> Office:
    """The office of one: "ICT minister" of those of ECOWAS."""
    head = replace(office.head, plural=False)
    level = office.head.level
    return replace(
        office, head=head, role=_without_group(office.role, level in _OF_STATES) if level in _OF_GROUPS else office.role
    )


def _without_group(role: str, of_states: bool) -> str:
    """The title and its field, without the states behind them.

    Args:
        role: the words of the office.
        of_states: whether each state has such an office, so that behind its field only states are told.

    >>> _without_group("minister of trade of the Nordic countries", True)
    'minister of trade'
    >>> _without_group("envoy of the Caribbean Community", False), _without_group("minister of trade", True)
    ('envoy', 'minister of trade')
    """
    title, of, whose = role.partition(" of the ")
    if of and _is_grouping(whose):
        return title
    parts = role.split(" of ")
    for n in range(1, len(parts) if of_states else 0):
        front = " of ".join(parts[:n])
        named = parts[n].startswith("the ") or parts[n][:1].isupper()
        if named and not words("portfolio").isdisjoint(front.lower().split()):
            return front
    return role


def _is_grouping(whose: str) -> bool:
    """Whether words name a grouping of states: "Caribbean Community", "Organisation of African States"."""
    said = whose.lower().split()
    return said[-1] in _GROUPINGS or (said[0] in _GROUPINGS and said[1:2] == ["of"])
