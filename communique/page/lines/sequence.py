"""Which lines of a page are headline, head matter, paragraphs and furniture: the best path through six states.

In: the looks of a page's lines (`features.py`). Out: the state of each line. A page is furniture, a headline, head
matter (byline, date, caption), paragraphs with furniture between them, furniture: a linear-chain model decoded after
Viterbi (IEEE Trans. Inf. Theory, 1967), with weights in `registry/splitting.toml`.
"""

from functools import cache

from communique.page.lines.features import Look
from communique.registry import settings

STATES = ("before", "title", "head", "body", "insert", "after")
_IMPOSSIBLE = float("-inf")


@cache
def _weights() -> dict[str, tuple[tuple[int, float], ...]]:
    """For each feature the states in which it counts, and its weight there."""
    weights = settings("splitting")["weights"]
    features = {feature for state in STATES for feature in weights[state]}
    return {
        feature: tuple((i, weights[state][feature]) for i, state in enumerate(STATES) if feature in weights[state])
        for feature in features
    }


@cache
def _arrivals() -> tuple[tuple[tuple[int, float], ...], ...]:
    """For each state the states from which it can be reached, with the cost of the step."""
    moves = settings("splitting")["moves"]
    return tuple(
        tuple((i, moves[source][target]) for i, source in enumerate(STATES) if target in moves[source])
        for target in STATES
    )


def scores(look: Look) -> list[float]:
    """The score of a line in each of the six states."""
    weights = _weights()
    known = weights.get
    totals = [0.0] * len(STATES)
    for i, weight in weights["bias"]:
        totals[i] = weight
    for feature, value in look.values.items():
        if value:
            for i, weight in known(feature, ()):
                totals[i] += weight * value
    return totals


def best_path(looks: list[Look]) -> list[str]:
    """The state of each line on the path with the highest sum of scores; empty if no path has a body."""
    if not looks:
        return []
    start = settings("splitting")["moves"]["start"]
    column = [
        start[state] + score if state in start else _IMPOSSIBLE
        for state, score in zip(STATES, scores(looks[0]), strict=True)
    ]
    back: list[list[int]] = []
    for look in looks[1:]:
        totals, origins = scores(look), []
        for target, arrivals in enumerate(_arrivals()):
            best, origin = _IMPOSSIBLE, 0
            for i, cost in arrivals:
                if (total := column[i] + cost) > best:
                    best, origin = total, i
            totals[target] += best
            origins.append(origin)
        back.append(origins)
        column = totals
    body, after = STATES.index("body"), STATES.index("after")
    state = max((body, after), key=lambda i: column[i])
    if column[state] == _IMPOSSIBLE:
        return []
    path = [state]
    for pointers in reversed(back):
        path.append(pointers[path[-1]])
    return [STATES[i] for i in reversed(path)]
