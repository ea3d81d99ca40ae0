"""Signs added up by the weights of the registry.

In: the name of a table of weights and the signs found. Out: what they speak for together, above zero for yes.
"""

from collections.abc import Iterable

from communique.registry import settings

Sign = tuple[str, str]  # group and name


def added_up(name: str, found: Iterable[tuple[Sign, float]]) -> float:
    """What the signs found speak for together, by the weights of the registry's table `name`.

    Args:
        name: of the table, such as "participation_weights".
        found: each sign and how much of it there is.
    """
    weights = settings(name)
    told: float = sum(weights[group].get(sign, 0.0) * much for (group, sign), much in found)
    told += weights["bias"]
    return told
