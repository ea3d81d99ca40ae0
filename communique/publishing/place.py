"""Where a release is published to: what a place holds and must be able to do. The Hub is one, a folder another.

A place has a head, what readers get who name no version, and versions that never change. Both are known by a revision:
a commit on the Hub, the name of a folder elsewhere.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from communique.errors import CommuniqueError
from communique.release.versions import Version

Progress = Callable[[int, int], None]  # bytes sent so far, bytes to send


@dataclass(frozen=True, slots=True)
class At:
    """A file that the place holds already at another revision, under the same path."""

    revision: str


Source = Path | bytes | At  # where the bytes of a file are


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as a place holds it: length in bytes, and SHA-256 or Git's id, whichever the place tells."""

    bytes: int
    sha256: str | None = None
    git: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file as it is to be: length, SHA-256 and Git's id (each None if not known), and where its bytes are."""

    path: str
    bytes: int
    sha256: str | None
    git: str | None
    source: "Source"

    def is_in(self, stored: Mapping[str, Stored]) -> bool | None:
        """Whether the place holds it with these bytes; None if only the length can be compared."""
        there = stored.get(self.path)
        if there is None or there.bytes != self.bytes:
            return False
        for mine, other in ((self.sha256, there.sha256), (self.git, there.git)):
            if mine is not None and other is not None:
                return mine == other
        return None


@dataclass(frozen=True, slots=True)
class State:
    """What a place holds.

    Attributes:
        exists: whether there is such a repository or folder.
        head: revision of the head; None if it has none.
        stored: the files at the head, by path.
        versions: revision of each published version.
    """

    exists: bool = False
    head: str | None = None
    stored: Mapping[str, Stored] = field(default_factory=dict)
    versions: Mapping[Version, str] = field(default_factory=dict)

    @property
    def newest(self) -> Version | None:
        return max(self.versions, default=None)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of the head: files to write, paths to remove, and how all files of the release are to be."""

    version: Version
    write: tuple[Wanted, ...]
    remove: tuple[str, ...]
    whole: Mapping[str, Wanted]
    title: str
    proposal: bool = False  # to be looked at by somebody else first (a pull request)


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a change: its revision, where to look at it, and how many bytes passed."""

    revision: str
    url: str
    bytes: int


class MovedError(CommuniqueError):
    """The head is not what it was when the change was planned."""


class Place(Protocol):
    """What publishing asks of a place. Every method raises a `CommuniqueError` with a hint, and nothing else."""

    name: str
    edited: bool  # whether people write into the head, so that their text is to be kept

    def state(self) -> State:
        """What it holds now."""

    def check_rights(self) -> None:
        """Raise unless this account may write here, as far as that can be known before."""

    def check_card(self, card: str) -> None:
        """Raise if the place would refuse the card."""

    def create(self) -> None:
        """Make the repository or folder."""

    def history(self, state: State) -> Iterable[str]:
        """Revisions before the head that are of no version, newest first."""

    def proposals(self) -> Iterable[Sent]:
        """What was proposed and is still open."""

    def tree(self, revision: str) -> Mapping[str, Stored]:
        """The files at a revision."""

    def read(self, path: str, revision: str) -> bytes:
        """A file at a revision; of a bounded size."""

    def fetch(self, path: str, revision: str, into: Path) -> Path:
        """Bring a file at a revision to disk."""

    def send(self, change: Change, state: State, progress: Progress | None) -> Sent:
        """Make the change in one step, if the head is still that of `state`; raises `MovedError` if it is not."""

    def mark(self, version: Version, revision: str) -> None:
        """Give a revision its version's name; fine if it has it."""

    def revision(self, version: Version) -> str:
        """What names a version to readers."""

    def address(self, version: Version) -> str:
        """Where readers find a version."""
