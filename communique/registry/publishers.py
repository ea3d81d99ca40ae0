"""The country from which a publisher speaks, and the names of news agencies.

In: a host name and the place in the dateline. Out: an ISO 3166-1 alpha-3 code. Stands on lists of news agencies and
on country-code top-level domains; endings that are sold to anyone (.io, .tv) count only below .gov and its like.
"""

from functools import cache, lru_cache

from communique.registry import rows, split_list
from communique.registry.cities import city_country
from communique.registry.countries import countries
from communique.registry.matcher import fold, squeezed

_PAPERS = (
    "news", "times", "post", "today", "daily", "press", "herald", "tribune", "observer", "inquirer", "online",
    "gazette", "journal", "chronicle", "standard", "star", "sun", "mirror", "guardian", "monitor", "voice", "live",
    "now", "info", "media", "report", "review", "weekly", "mail", "express", "radio", "tv", "web", "business",
    "economist", "telegraph", "insider", "update", "watch", "nation", "week", "world", "freedom", "bulletin",
    "point", "digest", "graphic", "embassy", "network", "uncensored", "global", "reporter", "independent", "portal",
    "spotlight", "focus", "broadcast", "broadcasting", "leader", "advocate", "politics", "watchdog", "youth", "hub",
    "citizen", "wire", "vision", "courier", "dispatch", "examiner", "register", "mercury", "echo", "globe", "argus",
    "sentinel", "record", "ledger", "channel", "forum", "blog", "diaspora", "magazine", "newspaper", "newsroom",
)  # fmt: skip
_BEFORE_PLACES = (*_PAPERS, "of", "actu")  # "voicegambia", "clubofmozambique"
_RARE_ENDS = ("jm", "bd", "zw", "tz", "mw", "lk", "np", "zm", "vn", "kz", "uz")  # codes that end no English word
_BARE = 4  # letters of a country's name that other words have, too: "Mali", "Oman", "Chad"
_INSTITUTIONAL = frozenset({"ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "gub", "mil", "net", "or", "org"})


def home_country(publisher: str | None, dateline_place: str | None = None) -> str | None:
    """The country whose officials a page means when it names none ("the Minister of Health said").

    Args:
        publisher: host name or registrable domain of the page, such as "sana.sy" or "www.gov.uk".
        dateline_place: the place in the page's dateline, asked where the publisher has no country of its own.

    Returns:
        The alpha-3 code by the publisher's own entry, its top-level domain, or the dateline; None if nothing tells.

    >>> home_country("arabnews.com"), home_country("mfa.go.ke"), home_country("menafn.com", "AMMAN")
    ('SAU', 'KEN', 'JOR')
    """
    if publishing_body(publisher):
        return None
    home = _publisher_country(publisher) if publisher else None
    return home or (city_country(dateline_place) if dateline_place else None)


def _labels(publisher: str | None) -> list[str]:
    """The labels of a host's name, at most the 253 characters that it may have (RFC 1035)."""
    return (publisher or "")[:253].lower().strip(" .").split(".")


def is_guessed(publisher: str | None) -> bool:
    """Whether a publisher's country is told by nothing but the top-level domain, which is open to others.

    >>> is_guessed("horn.de"), is_guessed("mfa.gov.sc"), is_guessed("sana.sy"), is_guessed("arabnews.com")
    (True, False, False, False)
    """
    labels = _labels(publisher)
    listed = any(_domains().get(".".join(labels[start:])) for start in range(len(labels) - 1))
    return not listed and not _INSTITUTIONAL.intersection(labels[-2:-1])


def sender_home(head: str) -> str | None:
    """The country of the agency or outlet that is named in front of a text: "Ammon News - ".

    >>> sender_home("Ammon News - "), sender_home("In the evening - ")
    ('JOR', None)
    """
    return _homes_by_name().get(head.strip(" -–—:,.()/|"))


@cache
def _homes_by_name() -> dict[str, str | None]:
    """The country of each name of an agency or outlet; None where outlets of several countries share it."""
    homes: dict[str, str | None] = {}
    for row in rows("publishers"):
        if row["kind"] in {"agency", "outlet"}:
            home = row["country"] or None
            homes[row["name"]] = home if homes.get(row["name"], home) == home else None
    return homes


def possible_home(publisher: str | None) -> str | None:
    """The country of a name, or of a top-level domain, that is also sold to anyone: it counts where the text names it.

    >>> possible_home("www.savalinews.ws"), possible_home("sana.sy"), possible_home("example.com")
    ('WSM', None, None)
    >>> possible_home("voicegambia.com"), possible_home("clubofmozambique.com"), possible_home("fijiglobalnews.com")
    ('GMB', 'MOZ', 'FJI')
    >>> possible_home("stkittsobserver.com"), possible_home("nationwideradiojm.com"), possible_home("dominicanews.com")
    ('KNA', 'JAM', 'DMA')
    >>> possible_home("thekathmandutimes.com"), possible_home("malawi24.com"), possible_home("timber-news.com")
    ('NPL', 'MWI', None)
    >>> possible_home("mynepalinfo.com"), possible_home("newsghana24.com")
    ('NPL', 'GHA')
    """
    labels = _labels(publisher)
    sold = _top_levels().get(labels[-1]) if _domains().get(labels[-1]) == "" else None
    if len(labels) > 2 and labels[-2] in _INSTITUTIONAL:
        del labels[-2]  # "newsdzezimbabwe.co.uk"
    return sold or _named_home(labels[-2] if len(labels) > 1 else "")


def bearing_home(publisher: str | None) -> str | None:
    """The country whose usual name is at either end of the publisher's: it need not be named in the text as well.

    >>> bearing_home("corporatemaldives.com"), bearing_home("zambiamonitor.com"), bearing_home("irishpost.com")
    ('MDV', 'ZMB', None)
    """
    labels = _labels(publisher)
    if len(labels) < 2 or publishing_body(publisher):
        return None
    plain, places = labels[-2].replace("-", "").removeprefix("the"), _place_labels()
    ends = [end for n in range(min(len(plain), 24), _BARE, -1) for end in (plain[:n], plain[-n:])]
    return next((places[end] for end in ends if end in _name_labels()), None)


@lru_cache(maxsize=4096)
def _named_home(label: str) -> str | None:
    """The country whose name, adjective or capital is in the label of a paper: "kathmandutimes", "voice-gambia"."""
    plain, places = label.replace("-", "").removeprefix("the"), _place_labels()
    lengths = range(min(len(plain), 24), 3, -1)
    for length in lengths:
        rest, behind = plain[length:], places.get(plain[-length:])
        if plain[:length] in places and (not rest or rest.startswith(_PAPERS) or rest.isdigit()):
            return places[plain[:length]]
        if behind and plain[:-length].endswith(_BEFORE_PLACES):
            return behind
    inner = next((n for n in lengths if plain[:n] in places and plain[n:].endswith(_PAPERS)), None)
    inner = inner or next((n for n in lengths if n > 4 and plain[:n] in places), None)
    if inner:
        return places[plain[:inner]]  # "trinidadandtobagonews", "khmerization"
    if ending := next((n for n in lengths if n > 4 and plain[-n:] in places), None):
        return places[plain[-ending:]]  # "corporatemaldives"
    within = (plain[i : i + n] for n in lengths if n > 4 for i in range(1, len(plain) - n))
    if found := next((word for word in within if word in _name_labels()), None):
        return places[found]  # "mynepalinfo"
    coded = plain[:-2].endswith(_PAPERS) or plain.endswith(_RARE_ENDS)
    return _top_levels().get(plain[-2:]) if coded and len(plain) > 5 else None  # "nationwideradiojm"


@cache
def _place_labels() -> dict[str, str]:
    """Names, demonyms and capitals as labels of domains have them."""
    found: dict[str, str] = {}
    for country in countries().values():
        for word in (country.name, *country.aliases, *country.demonyms, *country.capitals):
            label = squeezed(word)
            if len(label) > 3 + (word in country.capitals):  # not "sana"
                found.setdefault(label, country.alpha3)
            if label.startswith("saint"):  # "stkittsobserver"
                found.setdefault(f"st{label[5:].partition('and')[0]}", country.alpha3)
    return found


@cache
def _name_labels() -> frozenset[str]:
    """The usual names of countries as labels, which are seldom a part of other words."""
    return frozenset(squeezed(country.name) for country in countries().values())


def publishing_body(publisher: str | None) -> str | None:
    """The international organisation on whose own site a page stands.

    >>> publishing_body("www.au.int"), publishing_body("sana.sy")
    ('African Union', None)
    """
    labels = _labels(publisher)
    return next((_houses()[d] for n in range(len(labels)) if (d := ".".join(labels[n:])) in _houses()), None)


@cache
def _houses() -> dict[str, str]:
    """The domains of international organisations."""
    return {d: row["name"] for row in rows("publishers") if row["kind"] == "body" for d in split_list(row["domains"])}


@cache
def agency_names() -> dict[str, str | None]:
    """News agencies as datelines and "SANA reported" name them: each name and acronym with the agency's country.

    The country is None where agencies of several countries share a form ("CNA", "APS").

    >>> agency_names()["SANA"], agency_names()["APS"]
    ('SYR', None)
    """
    names: dict[str, str | None] = {}
    for row in rows("publishers"):
        if row["kind"] == "agency":
            for form in {row["name"], row["acronym"]} - {""}:
                home = row["country"] or None
                names[form] = home if names.get(form, home) == home else None
    return names


def names_of(publisher: str | None) -> frozenset[str]:
    """The names and acronyms, folded, of the publisher whose page it is.

    >>> sorted(names_of("sana.sy")), sorted(names_of("example.org"))
    (['sana', 'syrian arab news agency'], [])
    """
    labels = _labels(publisher)
    return next((_names()[d] for n in range(len(labels)) if (d := ".".join(labels[n:])) in _names()), frozenset())


@cache
def _names() -> dict[str, frozenset[str]]:
    """Domains with the folded names of their publishers."""
    return {
        domain: frozenset(fold(name) for name in (row["name"], row["acronym"]) if name)
        for row in rows("publishers")
        for domain in split_list(row["domains"])
        if "." in domain
    }


def _publisher_country(publisher: str) -> str | None:
    labels = _labels(publisher)
    for start in range(len(labels)):
        known = _domains().get(".".join(labels[start:]))
        if known is None:
            continue
        generic = len(labels[start:]) == 1 and not known and len(labels) > 1 and labels[-2] in _INSTITUTIONAL
        return _top_levels().get(labels[-1]) if generic else known or None
    return _top_levels().get(labels[-1]) if len(labels) > 1 else None


@cache
def _domains() -> dict[str, str]:
    """Domains with their country, "" for those without one (aggregators, endings sold to anyone)."""
    return {domain: row["country"] for row in rows("publishers") for domain in split_list(row["domains"])}


@cache
def _top_levels() -> dict[str, str]:
    """Country-code top-level domains: the ISO 3166-1 alpha-2 codes, where publishers.csv says nothing else."""
    return {country.alpha2.lower(): country.alpha3 for country in countries().values()}
