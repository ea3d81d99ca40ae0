"""Who governs a town, a district or a region, be it by an office that says so or by the body that he heads.

In: an office. Out: whether its holder is of the place: "mayor", "head of the city council", "district officer".
"""

from communique.extract.offices.office import Office

LOCAL = frozenset(["regional", "local"])
_AREAS = frozenset([
    "city", "municipal", "municipality", "district", "county", "provincial", "province", "township", "town", "village",
    "prefectural", "prefecture", "governorate", "oblast", "commune", "communal", "borough", "rayon", "raion",
    "ward", "parish", "canton", "cantonal", "subdistrict", "sub-county", "upazila",
])  # fmt: skip
_REGIONAL = frozenset(["council", "assembly", "government", "administration", "parliament", "legislature"])
_TIERS = frozenset(["regional", "state", "local", "rural"])


def governs_locally(office: Office) -> bool:
    """Whether somebody holds an office of a town or a region; "regional" alone is said of firms and of bodies."""
    if office.head.level in LOCAL:
        return True
    if office.posting or office.organization or office.head.level in {"diplomat", "business", "international"}:
        return False
    said = frozenset(office.role.lower().split())
    return bool(said & _AREAS) or bool(said & _TIERS and said & _REGIONAL)
