"""Whether what a place holds is what its manifest says: every file by length and checksum, and one table by its rows.

In: a place, a revision and the files that are to be there. Out: what is wrong, in words. Where a place tells the
checksum of a file, that is compared; else the file is fetched.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from communique.errors import CommuniqueError
from communique.files import file_sha256
from communique.publishing.place import At, Place, Wanted
from communique.release.manifest import Manifest

_AT_ONCE = 8


def as_listed(manifest: Manifest, revision: str) -> dict[str, Wanted]:
    """The files of a manifest, as they are to be at a revision."""
    return {entry.path: Wanted(entry.path, entry.bytes, entry.sha256, None, At(revision)) for entry in manifest.files}


def problems(
    place: Place, wanted: Mapping[str, Wanted], revision: str, known: dict[str, str] | None = None
) -> list[str]:
    """What is missing or has other bytes at a revision.

    Args:
        place: that holds it.
        wanted: the files, by path.
        revision: to look at.
        known: SHA-256 by Git's id, of files that were fetched before; is added to.
    """
    tree = place.tree(revision)
    known = {} if known is None else known
    found, unsure = [], []
    for path, file in wanted.items():
        there = file.is_in(tree)
        if path not in tree:
            found.append(f"{path} is missing")
        elif there is None:
            unsure.append(path)
        elif not there:
            found.append(f"{path} has other bytes")
    unknown = [path for path in unsure if tree[path].git not in known]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        fetched = dict(zip(unknown, pool.map(lambda path: _sha256(place, path, revision), unknown), strict=True))
    known |= {git: sha256 for path, sha256 in fetched.items() if (git := tree[path].git)}
    for path in unsure:
        if (fetched.get(path) or known[tree[path].git or ""]) != wanted[path].sha256:
            found.append(f"{path} has other bytes")
    return sorted(found)


def _sha256(place: Place, path: str, revision: str) -> str:
    with TemporaryDirectory(prefix="communique-") as folder:
        return file_sha256(place.fetch(path, revision, Path(folder)))


def prove(place: Place, manifest: Manifest, wanted: Mapping[str, Wanted], revision: str) -> tuple[str, int]:
    """Read a published version back; the table that was loaded from it, and its rows.

    Raises:
        CommuniqueError: it is not what was sent.
    """
    if wrong := problems(place, wanted, revision):
        more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
        hint = "set the head back with --undo, and release a new version"
        raise CommuniqueError(f"{place.name} at {revision} is not what was sent: {'; '.join(wrong[:3])}{more}", hint)
    table = min(manifest.rows, key=lambda name: sum(entry.bytes for entry in manifest.of_table(name)), default="")
    return table, _load(place, manifest, table, revision)


def _load(place: Place, manifest: Manifest, table: str, revision: str) -> int:
    """Read a table from a version; its rows, which are as many as the manifest says."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = 0
    with TemporaryDirectory(prefix="communique-") as folder:
        for entry in manifest.of_table(table):
            file = place.fetch(entry.path, revision, Path(folder))
            try:
                rows += pq.read_table(file).num_rows
            except (pa.ArrowException, OSError) as error:
                raise CommuniqueError(f"{entry.path} in {place.name} at {revision} cannot be read: {error}") from None
    if rows != manifest.rows.get(table, 0):
        raise CommuniqueError(f"{table} in {place.name} at {revision} has {rows} rows, not {manifest.rows[table]}")
    return rows
