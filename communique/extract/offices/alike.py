"""Whether two offices in one article may be one: "the minister" is the "Deputy Prime Minister and Minister of Trade".

In: two offices, or what they are over. Out: yes or no. A later mention says less: a head of the same class and no
portfolio against the other's is enough.
"""

from communique.extract.offices.phrases import Office

_NEAR = {
    "ambassador": {"envoy", "head of mission", "permanent representative", "high commissioner", "chargé d'affaires"},
    "permanent representative": {"ambassador", "envoy"}, "high commissioner": {"ambassador", "envoy"},
    "chargé d'affaires": {"ambassador", "envoy"}, "secretary": {"minister"}, "minister": {"secretary"},
    "envoy": {"ambassador"}, "consul": {"envoy"}, "deputy prime minister": {"minister"},
}  # fmt: skip

_HOUSES = frozenset(
    ["senate", "parliament", "assembly", "congress", "chamber", "mazhilis", "majilis", "majlis", "duma"]
)


def matches(known: Office, said: Office) -> bool:
    """Whether `said` ("the minister") may be the office `known` ("Deputy Prime Minister and Minister of Trade")."""
    if said.head.use == "anaphor":
        return True
    if said.head.cls == "secretary" and said.organization and said.organization != known.organization:
        return False  # "the secretary of SICA" is no minister of a state
    near = {c for cls in known.classes for c in _NEAR.get(cls, ())}
    common = known.classes & said.classes or near & said.classes
    if "minister" in known.classes and "ministry" in said.role.lower() and said.head.cls == "head":
        return bool(known.portfolio & said.portfolio) or not said.portfolio  # "the head of the Foreign Ministry"
    if "speaker" in said.classes and "chair" in known.classes and not _HOUSES.isdisjoint(known.role.lower().split()):
        return True  # "Chairman of the Senate"
    if "legislator" in known.classes | said.classes and not _HOUSES.isdisjoint(
        f"{known.role} {said.role}".lower().split()
    ):
        return True  # "China's top legislator", "chairman of the National People's Congress"
    if not common and known.head.cls == "vice minister" and said.head.cls == "minister" and not said.portfolio:
        return True
    if not common and "deputy" in said.role.lower() and "deputy" in known.role.lower() and " of " not in said.role:
        return True  # "the deputy minister", not "the Deputy Chairman of the Cabinet"
    if "speaker" in common:
        return True  # of the parliament, of the national assembly: a state has one
    return bool(common) and (not said.portfolio or not known.portfolio or bool(said.portfolio & known.portfolio))


def of_the_same(known: str, said: str) -> bool:
    """Whether two offices are over the same: "Chair of the Friendship Group", "Head of the Friendship Group"."""
    whose = known.partition(" of ")[2]
    return " " in whose and whose == said.partition(" of ")[2]


def fits(known: frozenset[str], said: frozenset[str]) -> bool:
    """Whether one portfolio is part of the other, or the known one is not told."""
    return not known or said <= known or known <= said
