"""The publisher of a page: the registrable domain of its URL, after the Public Suffix List (`tld`).

In: a URL, with or without a scheme. Out: a domain in lower case ("bbc.co.uk"), or None. Never raises.
"""

from functools import lru_cache


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
