"""Whether a name is the publisher's own, or that of a medium at all.

In: a name and the domain of the page's address. Out: yes or no. The names that a domain has come from the registry of
publishers.
"""

import re

from communique.page.names import buttons
from communique.page.outlets import agency, is_outlet
from communique.page.vocabulary import agencies, word_list
from communique.registry.matcher import fold
from communique.registry.publishers import names_of

WHOLE = 6  # letters of a site's name, and no fewer, with which a longer name may begin
NAMED = 4  # words of a medium's name
POSTED = ("posted", "post by", "published", "added")
SHOUTED = re.compile(r"[A-Z]{3,6}")
FRAME = " ()[],-–—"


def is_medium(line: str, domain: str | None) -> bool:
    """Whether a line is the name of an agency, of a medium or of the site itself."""
    name = line.strip(FRAME)
    if agency(line) or "." in name or name.endswith("Agency"):
        return agency(line) is not None  # an agency's full name tells the source
    if fold(name) in buttons():
        return False  # "Google News"
    own = is_own(name, domain)
    words = name.split() or [""]
    large = (
        all(word[:1].isupper() or word in word_list("name_particles") for word in words)
        and fold(words[0]) not in POSTED
    )
    named = 1 < len(words) <= NAMED and large and "- " not in name
    return (own and (named or bool(SHOUTED.fullmatch(name)))) or (named and is_outlet(name)) or fold(name) in agencies()


def is_site(name: str, domain: str | None) -> bool:
    """Whether a name is the publisher's own name.

    >>> is_site("UzA", "uza.uz")
    True
    """
    letters = "".join(filter(str.isalnum, name)).lower()
    site, whole = label(domain), str(domain).replace(".", "").replace("-", "")
    return bool(domain) and (letters in (site, whole) or (len(letters) > 2 and letters in site))


def label(domain: str | None) -> str:
    """The first part of a domain, without hyphens, which is mostly the name of the site."""
    return str(domain).split(".")[0].replace("-", "")


def is_own(name: str, domain: str | None) -> bool:
    """Whether a name is the publisher's or begins with it: "Gazette English" at gazette.example."""
    letters = "".join(filter(str.isalpha, name.removeprefix("The "))).lower()
    site = label(domain)
    own = letters == site or is_site(name, domain) or (len(site) >= WHOLE and letters.startswith(site))
    return own or fold(name) in names_of(domain)


def abbreviates(name: str, domain: str | None) -> bool:
    """Whether initials are those of the site: "(ST)" at saharatimes.com."""
    site = iter(str(domain).split(".")[0].removeprefix("the"))
    return name.isupper() and all(letter in site for letter in name.lower())
