"""The versions in a place: when they were made, how large they are, whether they still are what they were.

In: a place. Out: a `Listed` for each version, newest first.
"""

from dataclasses import dataclass
from typing import Any

from communique.publishing.place import Place, State
from communique.publishing.plan import size
from communique.publishing.publication import manifest_at
from communique.publishing.verify import as_listed, problems
from communique.release.versions import MANIFEST, Version


@dataclass(frozen=True, slots=True)
class Listed:
    """A published version.

    Attributes:
        version: its number.
        date: of the release, ISO 8601; None if its manifest has none.
        rows: of each table.
        bytes: of all its files.
        tag: name by which a reader asks for it.
        revision: commit on the Hub, directory elsewhere.
        current: whether a reader who names no version gets it.
        problems: what is not as its manifest says; empty if it verifies.
    """

    version: str
    date: str | None
    rows: dict[str, int]
    bytes: int
    tag: str
    revision: str
    current: bool
    problems: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The version as JSON-ready values."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return values | {"problems": list(self.problems), "verifies": not self.problems}

    def __str__(self) -> str:
        rows = ", ".join(f"{count:,} {table}" for table, count in self.rows.items())
        state = "verifies" if not self.problems else f"BROKEN: {'; '.join(self.problems[:3])}"
        now = "  current" if self.current else ""
        return f"{self.tag:10} {self.date or '':10}  {size(self.bytes):>9}  {rows}  {state}{now}"


def listed(place: Place) -> list[Listed]:
    """The versions in a place, newest first."""
    state = place.state()
    head = manifest_at(place, state.head) if state.head and MANIFEST in state.stored else None
    current = Version.of(head.version) if head else None
    known: dict[str, str] = {}
    return [_one(place, state, version, version == current, known) for version in sorted(state.versions, reverse=True)]


def _one(place: Place, state: State, version: Version, current: bool, known: dict[str, str]) -> Listed:
    revision, tag = state.versions[version], place.revision(version)
    tree = place.tree(revision)
    manifest = manifest_at(place, revision) if MANIFEST in tree else None
    if manifest is None:
        return Listed(str(version), None, {}, 0, tag, revision, current, ("it has no manifest that can be read",))
    wrong = problems(place, as_listed(manifest, revision), revision, known)
    if manifest.version != str(version):
        wrong.append(f"its manifest is of {manifest.version}")
    total = sum(entry.bytes for entry in manifest.files) + tree[MANIFEST].bytes
    return Listed(str(version), manifest.date, dict(manifest.rows), total, tag, revision, current, tuple(wrong))
