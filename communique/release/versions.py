"""Versions of the dataset: three numbers after Semantic Versioning 2.0.0 (https://semver.org), no labels.

In: text such as "1.2.0", or a folder of releases. Out: versions that sort as they follow each other. Major: readers
break; minor: rows or columns are added; patch: values are corrected.
"""

import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from communique.errors import UsageError

Part = Literal["major", "minor", "patch"]
PARTS: tuple[Part, ...] = get_args(Part)

MANIFEST = "manifest.json"
INDEX = "releases.json"  # in a folder of releases: which is current
_VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})")


class Version(NamedTuple):
    """A version; compares by its numbers, so that 0.10.0 is after 0.9.0.

    >>> Version.of("0.10.0") > Version.of("0.9.0"), str(Version(1, 2, 0))
    (True, '1.2.0')
    """

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return ".".join(map(str, self))

    @classmethod
    def of(cls, text: str) -> "Version":
        """The version that `text` names.

        Raises:
            UsageError: it names none.

        >>> Version.of("1.2")
        Traceback (most recent call last):
        communique.errors.UsageError: '1.2' is no version
        """
        version = cls.found(text)
        if version is None:
            raise UsageError(f"{text!r} is no version", 'a version is three numbers, such as "1.2.0"')
        return version

    @classmethod
    def found(cls, text: str) -> "Version | None":
        """The version that `text` names, None if it names none."""
        match = _VERSION.fullmatch(text)
        return cls(*map(int, match.groups())) if match else None

    def bumped(self, part: Part) -> "Version":
        """The version that follows when `part` is counted up.

        >>> str(Version(1, 2, 3).bumped("minor"))
        '1.3.0'
        """
        at = PARTS.index(part)
        return Version._make((*self[:at], self[at] + 1, *([0] * (2 - at))))

    def step_from(self, earlier: "Version") -> Part | None:
        """Which part was counted up to come here from `earlier`; None if this is not after it.

        >>> Version(2, 0, 0).step_from(Version(1, 4, 1)), Version(1, 4, 1).step_from(Version(1, 4, 1))
        ('major', None)
        """
        if self <= earlier:
            return None
        return next(part for part, new, old in zip(PARTS, self, earlier, strict=True) if new != old)


def releases_in(folder: Path) -> dict[Version, Path]:
    """The releases in a folder of releases, oldest first: directories named by a version that hold a manifest."""
    found = ((Version.found(path.name), path) for path in folder.glob("*") if (path / MANIFEST).is_file())
    return dict(sorted((version, path) for version, path in found if version))


def current_of(index: bytes, known: Collection[Version]) -> Version:
    """The version that a folder of releases gives to readers who name none: the newest, unless it was undone.

    Args:
        index: what `releases.json` beside the releases holds; empty if there is none.
        known: the versions that are there, at least one.

    >>> current_of(b'{"current": "1.0.0"}', [Version(1, 0, 0), Version(1, 1, 0)]).minor
    0
    """
    try:
        named = Version.found(str(json.loads(index)["current"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        named = None
    return named if named and named in known else max(known)
