"""Keys that stay the same on every machine and in every run: a letter and 16 hexadecimal digits of a hash.

In: the parts of which a row's identity is made. Out: "a-9f86d081884c7d65". The hash is BLAKE2b (RFC 7693) over the
parts' UTF-8 bytes, each with its length before it, so that no two lists of parts run together.
"""

from hashlib import blake2b
from typing import Literal

Letter = Literal["a", "e", "p"]
"""`a` an article, `e` an event, `p` an actor (a person or a body)."""

DIGITS = 16


def id_pattern(letter: Letter) -> str:
    """The regular expression of the ids with this letter.

    >>> id_pattern("a")
    '^a-[0-9a-f]{16}$'
    """
    return f"^{letter}-[0-9a-f]{{{DIGITS}}}$"


def spell(letter: Letter, number: int) -> str:
    """The id whose digits are a number of 64 bits.

    >>> spell("e", 255)
    'e-00000000000000ff'
    """
    return f"{letter}-{number:0{DIGITS}x}"


def unspell(identity: str) -> int:
    """The number whose digits an id has.

    >>> unspell(spell("e", 255))
    255
    """
    return int(identity[2:], 16)


def make_id(letter: Letter, *parts: str) -> str:
    """The id made of `parts`; the same parts in the same order give the same id.

    Args:
        letter: "a" for an article, "e" for an event, "p" for an actor.
        parts: any strings, the empty one included; at least one.

    Raises:
        ValueError: with another letter or without parts.

    >>> make_id("a", "https://example.org/talks")
    'a-4c5e7088455429db'
    >>> make_id("a", "ab", "c") == make_id("a", "a", "bc")
    False
    """
    if letter not in ("a", "e", "p") or not parts:
        raise ValueError("an id needs one of the letters a, e, p and at least one part")
    digest = blake2b(digest_size=DIGITS // 2)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{letter}-{digest.hexdigest()}"
