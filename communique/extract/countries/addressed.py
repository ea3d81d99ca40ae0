"""Countries that somebody speaks to or of in a statement: "called on Israel to", "condemned Russia's attack".

In: the reading of the body. Out: the country that the lead has thanked, asked, praised, warned or accused.
"""

from communique.extract.offices.heads import skip_the
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Geo, Reading

_SENTENCES = 3
_SPEAKING = word_class("thanking") | frozenset([
    "urged", "urges", "asked", "asks", "warned", "warns", "accused", "accuses", "condemned", "condemns", "criticised",
    "criticized", "criticises", "criticizes", "denounced", "denounces", "slammed", "slams", "rejected", "rejects",
    "praised", "praises", "commended", "commends", "lauded", "lauds", "hailed", "hails", "blamed", "blames", "pressed",
    "presses", "rebuked", "rebukes", "congratulated", "congratulates", "demanded", "demands", "decried", "blasted",
])  # fmt: skip
_CALLING = (["called", "on"], ["called", "upon"], ["calls", "on"], ["appealed", "to"], ["appeals", "to"])
_THAT = frozenset(["that", "from", "to"])  # "demanded that Chad", "demanded from Chad", "gratitude to Chad"
_BEHIND = frozenset(["to", "for", "of", "over", "that", "'s", ".", ",", "and", "as", "against", "on", "not", "with"])
_ACTING = frozenset(["to", "lift", "withdraw", "stop", "halt", "end", "open", "release", "return", "respect", "cease"])
_OF = frozenset(["government", "authorities", "of", "people", "the"])


def addressed(body: Reading, known: set[str]) -> str | None:
    """The country, none of the `known`, to which or of which the first sentences have somebody speak."""
    lower, bounds = body.tokens.lower, body.tokens.bounds
    end = bounds[:_SENTENCES][-1][1] if bounds else 0
    for k in range(end - 1):
        j = _behind_verb(lower, k)
        geo = _country_at(body, j) if j else None
        if geo and geo.alpha3 not in known:
            return geo.alpha3
    return None


def _behind_verb(lower: list[str], k: int) -> int:
    """The word behind a verb of speaking to or of somebody at the word `k`; 0 without one."""
    if lower[k : k + 2] in _CALLING:
        return k + 2
    return k + 1 + (lower[k + 1] in _THAT) if lower[k] in _SPEAKING else 0


def _country_at(body: Reading, k: int) -> Geo | None:
    """The country at the word `k`, also behind "the government of"."""
    lower = body.tokens.lower
    k = skip_the(lower, k)
    while k < len(lower) and lower[k] in _OF and k not in body.geo:
        k += 1
    geo = body.geo.get(k)
    after = lower[geo.j : geo.j + 1] if geo else []
    plain = geo is not None and geo.form in {"name", "capital"} and bool(after) and after[0] in _BEHIND | _ACTING
    return geo if plain else None
