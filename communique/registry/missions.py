"""Where an embassy or a country office serves whose page it is, by the address of its site.

In: the address of a page. Out: an ISO 3166-1 alpha-3 code, or None. Stands on how foreign services and international
organisations name the sites of their missions; where none of these fits, a label such as "embassy" tells.
"""

import re
from functools import cache
from itertools import chain

from communique.registry import rows
from communique.registry.cities import city_country
from communique.registry.countries import countries
from communique.registry.matcher import squeezed

_LONGEST = 500  # characters of an address that are read
_STARTS, _ENDS = ("emb-", "embassy", "usembassy", "consulate"), ("embassy", "-consulate", "emb")
_SERVICES = frozenset(["mfa", "mofa"])  # ministries with a folder for each of their embassies
_ANY = ""
_PLACES = re.compile(r"\\\{(name|code|city)\\\}|\\\*")


def mission_post(url: str | None) -> str | None:
    """The country in which a mission serves; officials of no nationality on its page are its hosts.

    Args:
        url: the address of the page.

    >>> mission_post("https://www.zm.emb-japan.go.jp/a"), mission_post("http://na.usembassy.gov/b")
    ('ZMB', 'NAM')
    >>> mission_post("https://www.mzv.cz/ulaanbaatar/en/c"), mission_post("https://www.fao.org/iran/news/d")
    ('MNG', 'IRN')
    >>> mission_post("https://hcilagos.gov.in/e"), mission_post("https://zm.example.org/embassy")
    ('NGA', None)
    """
    host, _, path = (url or "")[:_LONGEST].lower().partition("://")[2].partition("/")
    host = host.removeprefix("www.")
    labels = host.split(".")
    for pattern, kind in chain(_patterns().get(_domain(host), ()), _patterns()[_ANY]):
        if (found := pattern.match(f"{host}/{path}")) and (post := _place(kind, found["post"])):
            return post
    if any(label.startswith(_STARTS) or label.endswith(_ENDS) for label in labels[1:]):
        return next(filter(None, (_place(kind, labels[0]) for kind in ("code", "city", "name"))), None)
    seat = path.partition("/")[0]
    return _place("city", seat) if labels[0] in _SERVICES and len(seat) > 3 else None


@cache
def _patterns() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """For each domain, or `_ANY`, the addresses of missions below it and what tells their place."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {_ANY: []}
    for row in rows("missions"):
        host, _, path = row["pattern"].partition("/")
        kind = _PLACES.search(re.escape(row["pattern"].replace("*", "")))
        assert kind, row
        told = _PLACES.sub(_read, re.escape(f"{host}/{path}"))
        domain = _domain(host)
        found.setdefault(_ANY if "{" in domain else domain, []).append(
            (re.compile(told + (r"(?![\w-])" if path else "")), kind[1])
        )
    return found


def _read(place: re.Match[str]) -> str:
    """The expression for what stands in the place of "{name}" or "*"."""
    return r"(?P<post>[\w-]+)" if place[1] else r"[\w-]+"


def _domain(host: str) -> str:
    """The last two labels of a host's name."""
    return ".".join(host.split(".")[-2:])


def _place(kind: str, told: str) -> str | None:
    """The country of which an address has the name, the code or a city."""
    if kind == "code":
        return _codes().get(told)
    words = told.replace("-", " ").replace("_", " ")
    return (city_country(words) if kind == "city" else None) or _names().get(words.replace(" ", ""))


@cache
def _codes() -> dict[str, str]:
    """The codes of two and three letters, small."""
    known = countries().values()
    two = {country.alpha2.lower(): country.alpha3 for country in known}
    return two | {country.alpha3.lower(): country.alpha3 for country in known} | {"uk": "GBR"}


@cache
def _names() -> dict[str, str]:
    """The names of countries and capitals as addresses have them: "bosniaherzegovina", "phnompenh"."""
    found: dict[str, str] = {}
    for country in countries().values():
        for name in (country.name, country.official, *country.aliases, *country.capitals):
            plain = squeezed(name)
            found.setdefault(plain, country.alpha3)
            found.setdefault(plain.replace("and", ""), country.alpha3)
    return found
