"""What publishing will do, before it does anything: a comparison of what is wanted with what a place holds. Pure.

In: the files of a release, the files at the head of a place, and which of these an earlier release put there. Out: a
`Plan`. Files that no manifest lists were not made by communique: they are kept, and where they are in the way, that is
a conflict for people to resolve.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from communique.markup import seen
from communique.publishing.place import At, Stored, Wanted
from communique.schemas import TABLES

_TREES = tuple(f"data/{table}/*" for table in TABLES)  # where readers look for rows
_SHARED = ("README.md", ".gitattributes")  # the card is merged, and a new repository has the other


@dataclass(frozen=True, slots=True)
class Plan:
    """What will become of each file, by path.

    Attributes:
        version: that is published.
        place: where to.
        new, changed, unchanged, removed: paths of the release, and of the release before that this one has no more.
        kept: paths that communique did not make and leaves alone.
        bytes_to_send: length of the new and the changed files.
        bytes_total: length of all files of the release.
        conflicts: why this cannot be done as it stands.
        notes: what else to know.
    """

    version: str
    place: str
    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    bytes_to_send: int
    bytes_total: int
    conflicts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The plan as JSON-ready values."""
        return {name: _plain(getattr(self, name)) for name in self.__dataclass_fields__}

    def __str__(self) -> str:
        lines = [f"{self.version} to {self.place}"]
        for name in ("new", "changed", "removed"):
            lines += [f"  {name:9} {path}" for path in getattr(self, name)]
        lines += [f"  {name:9} {len(paths)} files" for name in ("unchanged", "kept") if (paths := getattr(self, name))]
        lines.append(f"  to send   {size(self.bytes_to_send)} of {size(self.bytes_total)}")
        lines += [f"  note      {note}" for note in self.notes]
        lines += [f"  conflict  {conflict}" for conflict in self.conflicts]
        return "\n".join(lines)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def size(count: int) -> str:
    """A number of bytes for people.

    >>> size(999), size(1_500), size(2_340_000_000)
    ('999 B', '1.5 kB', '2.3 GB')
    """
    value, unit = float(count), "B"
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if value < 1000 or unit == "TB":
            break
        value /= 1000
    return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"


def plan(
    version: str,
    place: str,
    wanted: Mapping[str, Wanted],
    stored: Mapping[str, Stored],
    owned: Collection[str],
    notes: tuple[str, ...] = (),
) -> Plan:
    """Compare a release with what is at the head of a place.

    Args:
        version: of the release.
        place: its name.
        wanted: the files of the release, by path.
        stored: the files at the head, by path.
        owned: the paths at the head that an earlier release put there.
        notes: what else to tell.
    """
    same = {path for path, file in wanted.items() if file.is_in(stored)}
    new = wanted.keys() - stored.keys()
    changed = wanted.keys() - new - same
    removed = (stored.keys() & set(owned)) - wanted.keys()
    kept = stored.keys() - wanted.keys() - removed
    return Plan(
        version,
        place,
        new=tuple(sorted(new)),
        changed=tuple(sorted(changed)),
        unchanged=tuple(sorted(same)),
        removed=tuple(sorted(removed)),
        kept=tuple(sorted(kept)),
        bytes_to_send=sum(wanted[p].bytes for p in new | changed if not isinstance(wanted[p].source, At)),
        bytes_total=sum(file.bytes for file in wanted.values()),
        conflicts=tuple(sorted(map(seen, _in_the_way(wanted, kept, changed - set(owned))))),
        notes=tuple(map(seen, notes)),
    )


def _in_the_way(wanted: Mapping[str, Wanted], kept: Collection[str], replaced: Collection[str]) -> set[str]:
    """Files that communique did not make and that cannot stay where they are."""
    folders = {folder for path in wanted for folder in _folders(path)}
    found = {f"{path} is there with other content, not from a release" for path in replaced if path not in _SHARED}
    for path in kept:
        if path in folders or any(folder in wanted for folder in _folders(path)):
            found.add(f"{path} is there, not from a release, where the release has a folder or file")
        elif any(fnmatchcase(path, tree) for tree in _TREES):
            found.add(f"{path} is there, not from a release, and would be read as rows of a table")
    return found


def _folders(path: str) -> list[str]:
    return [path[:at] for at, letter in enumerate(path) if letter == "/"]
