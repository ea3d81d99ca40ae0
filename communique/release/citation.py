"""How a release is cited: its CITATION.cff (Citation File Format 1.2.0) and its entry in BibTeX.

In: a `Manifest` and what people say of the dataset. Out: text. What a given CITATION.cff says beyond version, day,
title, type and licence stays as it is.
"""

import re
from datetime import date
from typing import Any

from communique.markup import seen
from communique.release.about import About
from communique.release.front_matter import dumped
from communique.release.manifest import Manifest

_OF_A_VERSION = ("version", "date-released", "commit", "license", "license-url")
_MESSAGE = "If you use this dataset, please cite it as below, with its version."


def citation_cff(manifest: Manifest, about: About) -> str:
    """The CITATION.cff of a release."""
    given = {key: value for key, value in about.citation.items() if key not in _OF_A_VERSION}
    own: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": given.get("message") or _MESSAGE,
        "title": about.title,
        "type": "dataset",
        "authors": [dict(author) for author in about.authors],
        "version": manifest.version,
    }
    if manifest.date:
        own["date-released"] = date.fromisoformat(manifest.date)
    if about.licence:
        own["license"] = about.licence
    if about.repository:
        own["url"] = about.url
    if about.keywords:
        own["keywords"] = given.get("keywords") or list(about.keywords)
    return dumped({**own, **{key: value for key, value in given.items() if key not in own}})


def bibtex(manifest: Manifest, about: About) -> str:
    """The entry of a release in BibTeX.

    >>> _escaped("50 % {of} it & more")
    '50 \\\\% \\\\{of\\\\} it \\\\& more'
    """
    fields = {
        "title": f"{{{_escaped(about.title)}}}",
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in about.author_names),
        "year": (manifest.date or "")[:4],
        "version": manifest.version,
        "note": f"Version {manifest.version}",
        "url": about.url,
    }
    width = max(map(len, fields))
    lines = [f"  {key:{width}} = {{{value}}}" for key, value in fields.items() if value]
    key = re.sub(r"\W+", "-", about.name.casefold(), flags=re.ASCII).strip("-") or "dataset"
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}"


_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    c: f"\\{c}" for c in "&%$#_{}"
}


def _escaped(text: str) -> str:
    """Text for a field of BibTeX."""
    return "".join(_SPECIAL.get(c, c) for c in seen(text)).replace("`", "'")
