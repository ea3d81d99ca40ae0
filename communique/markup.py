"""Text that pages brought, written into Markdown and XML so that it is only ever text.

In: any text. Out: text in which nothing is markup, a link, a mention or a script any more, after CommonMark 0.31 and
XML 1.0; and documents whose generated parts, between `<!-- NAME -->` and `<!-- /NAME -->`, are written anew.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from communique.errors import DataError

_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What no document may hold, and what turns the direction of the text behind it."""

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$#@{}]|(?<=:)//|(?<=www)\.", re.IGNORECASE)


def seen(text: str) -> str:
    """`text` on one line, without characters that cannot be seen.

    >>> seen("a\\n b\\u202e")
    'a b'
    """
    return _UNSEEN.sub("", " ".join(text.split()))


def plain(text: str) -> str:
    """`text` as literal text in Markdown; also in a cell of a table.

    >>> plain("<b>[x](http://a.b)*")
    '&#60;b&#62;&#91;x&#93;(http:&#47;&#47;a.b)&#42;'
    """
    return _MARKUP.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), seen(text))


def code(text: str) -> str:
    """`text` as code in a cell of a table in Markdown. A line break shows as "\\n".

    >>> code("a|b"), code("a`b")
    ('`a\\\\|b`', '``a`b``')
    """
    text = _UNSEEN.sub("", text.replace("\n", "\\n")).replace("|", "\\|")
    longest = max(map(len, re.findall("`+", text)), default=0)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{'`' * (longest + 1)}{pad}{text}{pad}{'`' * (longest + 1)}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown of cells that are Markdown already.

    >>> print(table(["a", "b"], [["1", "2"]]))
    | a | b |
    |---|---|
    | 1 | 2 |
    """
    lines = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
    return "\n".join([lines[0], "|" + "---|" * len(head), *lines[1:]])


def xml(text: str) -> str:
    """`text` as it stands in XML, in an element or in a quoted attribute.

    >>> xml('<a b="c">\\x00')
    '&lt;a b=&quot;c&quot;&gt;'
    """
    return escape(seen(text))


def has_part(document: str, name: str) -> bool:
    """Whether a document has a place for a generated part."""
    return f"<!-- {name} -->" in document


def filled(document: str, parts: Mapping[str, str]) -> str:
    """`document` with its generated parts written anew; what stands outside of their markers stays as it is.

    Args:
        document: Markdown.
        parts: by name; those for which the document has no markers are passed over.

    Raises:
        DataError: a part is opened and not closed.

    >>> filled("a <!-- n -->old<!-- /n --> b", {"n": "new"})
    'a <!-- n -->\\n\\nnew\\n\\n<!-- /n --> b'
    """
    for name, content in parts.items():
        if has_part(document, name):
            document = _filled(document, name, marked(name, content))
    return document


def _filled(document: str, name: str, made: str) -> str:
    opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
    pieces, at = [], 0
    while (start := document.find(opening, at)) >= 0:
        end = document.find(closing, start)
        if end < 0:
            raise DataError(f"the part {opening} is not closed", f"put {closing} where it ends")
        pieces += [document[at:start], made]
        at = end + len(closing)
    return "".join([*pieces, document[at:]])


def marked(name: str, content: str) -> str:
    """A generated part between its markers; the content cannot hold a marker of its own."""
    content = content.strip().replace("<!--", "&lt;!--")
    return f"<!-- {name} -->\n\n{content}\n\n<!-- /{name} -->"
