"""The front matter of a card: the YAML between two lines of `---` at its head, as the Hub reads it.

In: the text of a card. Out: its metadata and the Markdown below it, and both as one text again. A card of a user is
hostile input: YAML is read by PyYAML's safe loader, within a bound on its size.
"""

import re
from collections.abc import Mapping
from typing import Any

from communique.errors import DataError

Metadata = dict[str, Any]

_MOST_CHARS = 200_000
_HEAD = re.compile(r"\s*---[ \t]*\n(.*?)(?:^---[ \t]*(?:\n|\Z))", re.DOTALL | re.MULTILINE)


def split(card: str) -> tuple[Metadata, str]:
    """Metadata and text of a card; a card without front matter has no metadata.

    Raises:
        DataError: the front matter is no YAML mapping.

    >>> split("---\\nlicense: mit\\n---\\n# Title\\n")
    ({'license': 'mit'}, '# Title\\n')
    """
    text = re.sub("\r\n?", "\n", card.removeprefix("\ufeff"))
    head = _HEAD.match(text)
    if not head:
        return {}, text
    return loaded(head[1], "the front matter of the card"), text[head.end() :].lstrip("\n")


def joined(metadata: Mapping[str, Any], text: str) -> str:
    """A card of metadata and text.

    >>> print(joined({"license": "mit"}, "# Title"))
    ---
    license: mit
    ---
    <BLANKLINE>
    # Title
    """
    return f"---\n{dumped(metadata)}---\n\n{text}"


def loaded(text: str, what: str) -> Metadata:
    """A YAML mapping of a document that people wrote.

    Args:
        text: the YAML.
        what: what to call it in an error.

    Raises:
        DataError: it is no YAML, or no mapping.
    """
    import yaml

    if len(text) > _MOST_CHARS:
        raise DataError(f"{what} is longer than {_MOST_CHARS:,} characters")
    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())[:300]
        raise DataError(
            f"{what} is no YAML: {reason}", "put text with a colon in it between quotation marks"
        ) from error
    if not isinstance(found or {}, dict):
        raise DataError(f"{what} is no mapping", "write it as lines of `key: value`")
    return {str(key): value for key, value in (found or {}).items()}


def dumped(values: Mapping[str, Any]) -> str:
    """A mapping as YAML, in its order, in lines of any length."""
    import yaml

    text = yaml.safe_dump(dict(values), sort_keys=False, allow_unicode=True, width=10_000)
    return text.translate(_LINE_ENDS)


_LINE_ENDS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
"""What ends a line to YAML 1.1, which reads it as a blank, and to no other."""
