"""The address of a page, and its publisher: the registrable domain, after the Public Suffix List (`tld`).

In: a URL as the input gave it, with or without a scheme. Out: a web address, a domain in lower case ("bbc.co.uk"), or
None. Never raises.
"""

import re
from functools import lru_cache

_WEB = re.compile(r"https?://[^/?#]+(?:[/?#].*)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)


@lru_cache(maxsize=65536)
def _registrable(host: str) -> str | None:
    from tld import get_fld

    found = get_fld(f"https://{host}", fail_silently=True, search_private=True)
    return found.removeprefix("www.") if found else None


def publisher(url: str | None) -> str | None:
    """The registrable domain of `url`; None for none, an IP address or a host without a public suffix.

    Blogs under one roof are publishers of their own ("someone.blogspot.com"), as the list has it.

    >>> publisher("http://news.bbc.co.uk:80/a?b"), publisher("en.irna.ir/news/1"), publisher("http://127.0.0.1/")
    ('bbc.co.uk', 'irna.ir', None)
    """
    if not url or len(url) > 4000:
        return None
    rest = url.strip().split("://", 1)[-1].removeprefix("//")
    for mark in "/?#\\":
        rest = rest.split(mark, 1)[0]
    host = rest.rsplit("@", 1)[-1].split(":", 1)[0].strip().strip(".").lower()
    if "." not in host or host.replace(".", "").isdigit() or host.startswith("["):
        return None
    try:
        return _registrable(host)
    except (ValueError, UnicodeError):
        return None


def host_and_path(url: str | None) -> tuple[str, str]:
    """Host, in lower case, and path of an address as it stands; both empty without one.

    >>> host_and_path("https://WWW.Example.org/news/ferry"), host_and_path(None)
    (('www.example.org', 'news/ferry'), ('', ''))
    """
    host, _, path = (url or "").split("://", 1)[-1].partition("/")
    return host.lower(), path


def web_address(url: str | None) -> str | None:
    """`url` as a web address; None for what is none, such as a local file or a script.

    >>> web_address(" www.example.org/a b"), web_address("file:///tmp/page.html")
    ('http://www.example.org/a%20b', None)
    """
    if not url:
        return None
    address = url.strip()
    if not address.isprintable():
        address = "".join(filter(str.isprintable, address))
    address = address.replace(" ", "%20")
    if not _SCHEME.match(address) and publisher(address):
        address = "http://" + address.removeprefix("//")
    if not _WEB.fullmatch(address):
        return None
    scheme, rest = address.split("://", 1)
    return f"{scheme.lower()}://{rest}"
