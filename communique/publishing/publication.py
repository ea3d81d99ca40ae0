"""A release goes to a place: checked, planned, sent in one step, given its version's name, read back.

In: a release directory and where to. Out: a `Published`. Whatever interrupts it, the same call goes on where it ended:
it looks first whether the version is there, then whether it is there without its name, and only then sends.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from communique.errors import DataError, UsageError
from communique.markup import seen
from communique.publishing.cards import merge_cards
from communique.publishing.local import CARD, Release, read_release, with_card
from communique.publishing.place import Change, MovedError, Place, Progress, State, Wanted
from communique.publishing.plan import Plan, plan, size
from communique.publishing.verify import prove
from communique.release.front_matter import split
from communique.release.manifest import Manifest, parse_manifest
from communique.release.versions import MANIFEST, Version

_MOST_LOOKED_AT = 20  # commits that may be this release without its tag


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a release.

    Attributes:
        status: "planned", "published", "tagged" (it was there without its tag), "unchanged" (it was there), "proposed"
            (a pull request), "undone" (an earlier version is current again).
        version, place: what, and where.
        revision: commit on the Hub, or name of the directory; None if only planned.
        tag: of the version; None if planned or proposed.
        url: where to look at it.
        bytes_sent: that passed.
        plan: what was to be done; None if nothing was.
        files: how many were read back and found right.
        loaded: table that was loaded from there, and its rows.
    """

    status: str
    version: str
    place: str
    revision: str | None = None
    tag: str | None = None
    url: str | None = None
    bytes_sent: int = 0
    plan: Plan | None = None
    files: int = 0
    loaded: tuple[str, int] | None = None

    def as_dict(self) -> dict[str, Any]:
        """The result as JSON-ready values."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        values["commit"] = values["revision"]
        values["plan"] = self.plan.as_dict() if self.plan else None
        values["loaded"] = {"table": self.loaded[0], "rows": self.loaded[1]} if self.loaded else None
        return values

    def __str__(self) -> str:
        if self.status == "planned":
            return str(self.plan)
        words = {"unchanged": "is already", "tagged": "was there and is now tagged", "undone": "is current again"}
        lines = [f"{self.version} {words.get(self.status, self.status)} in {self.place}: {self.url}"]
        if self.plan and self.status in ("published", "proposed"):
            lines.append(f"sent {size(self.bytes_sent)} of {size(self.plan.bytes_total)}")
        if self.loaded:
            lines.append(f"read back: {self.files} files; {self.loaded[0]} loads with {self.loaded[1]:,} rows")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Options:
    """How to publish, see `publish`."""

    dry_run: bool = False
    proposal: bool = False
    title: str | None = None
    force_card: bool = False
    confirm: Callable[[tuple[str, ...]], bool] | None = None
    show: Callable[[Plan], None] | None = None
    progress: Progress | None = None


def run(folder: Path, place: Place, options: Options) -> Published:
    """Publish the release in `folder` to a place; `communique.publish` says the rest."""
    release = read_release(folder)
    check(release)
    place.check_card(release.card)
    if not options.dry_run and not options.proposal:
        place.check_rights()
    moved = None
    for _ in range(2):  # the second time, it is planned anew on what is there now
        try:
            return _once(release, place, options)
        except MovedError as error:
            moved = error
    assert moved
    raise moved


def check(release: Release) -> None:
    """Raise if a release breaks the contract, or its card would not load it."""
    from communique.validation import validate

    report = validate(release.folder, limit=3)
    if not report.ok:
        hint = f"`communique validate {release.folder}` lists every violation"
        raise DataError(f"the release breaks the contract:\n{report}", hint)
    _check_card(release)


def _check_card(release: Release) -> None:
    from huggingface_hub import DatasetCard

    metadata = split(release.card)[0]
    try:
        DatasetCard(release.card, ignore_metadata_errors=False)
    except Exception as error:
        raise DataError(f"the metadata of {CARD} is wrong: {' '.join(str(error).split())[:200]}") from None
    for config in metadata.get("configs") or ():
        for pattern in _patterns(config.get("data_files")):
            if not any(fnmatchcase(path, pattern) for path in release.files):
                raise DataError(f"the metadata of {CARD} names {pattern}, which is no file of the release")


def _patterns(given: Any) -> list[str]:
    """The patterns in what a configuration says of its files: one, several, or several for each split."""
    if isinstance(given, str):
        return [given]
    if isinstance(given, Mapping):
        return (
            _patterns(given.get("path")) if "path" in given else [p for one in given.values() for p in _patterns(one)]
        )
    return [pattern for one in given or () for pattern in _patterns(one)]


def _once(release: Release, place: Place, options: Options) -> Published:
    state = place.state()
    if state.head is None and not options.dry_run:
        place.create()
        state = place.state()
    head = manifest_at(place, state.head) if state.head and MANIFEST in state.stored else None
    there = _there(release, place, state, options)
    if there and not options.dry_run:
        return there
    _check_version(release, state, head)
    manifest, files, planned = _planned(release, place, state, head, options)
    if options.show and not there:
        options.show(planned)
    if options.dry_run:
        return there or Published("planned", manifest.version, place.name, plan=planned)
    if planned.conflicts:
        hint = "remove or rename these files there" if "from a release" in planned.conflicts[0] else _FORCE
        raise UsageError(f"{place.name} cannot be changed as it stands: {'; '.join(planned.conflicts)}", hint)
    if files[CARD].sha256 != release.files[CARD].sha256:
        place.check_card(bytes(files[CARD].source).decode())  # type: ignore[arg-type]
    title = options.title or f"{manifest.name} {manifest.version}"
    change = Change(release.version, *_steps(planned, files), files, title, options.proposal)
    sent = place.send(change, state, options.progress)
    result = Published("published", manifest.version, place.name, sent.revision, None, sent.url, sent.bytes, planned)
    if options.proposal:
        result = replace(result, status="proposed", files=len(files))
        return replace(result, loaded=prove(place, manifest, files, sent.revision))
    place.mark(release.version, sent.revision)
    return _proved(replace(result, url=place.address(release.version)), place, release.version, manifest, files)


_FORCE = "--force-card takes the release's card; what was changed there stays in the history"


def _steps(planned: Plan, files: Mapping[str, Wanted]) -> tuple[tuple[Wanted, ...], tuple[str, ...]]:
    """What to write, and what to remove."""
    return tuple(files[path] for path in (*planned.new, *planned.changed)), planned.removed


def _proved(
    result: Published, place: Place, version: Version, manifest: Manifest, files: Mapping[str, Wanted]
) -> Published:
    """The result of a version that has its name, once it is read back under that name."""
    revision = place.revision(version)
    loaded = prove(place, manifest, files, revision)
    return replace(result, tag=revision, files=len(files), loaded=loaded)


def manifest_at(place: Place, revision: str) -> Manifest | None:
    """The manifest of the release at a revision, None if what is called so there is none."""
    try:
        return parse_manifest(place.read(MANIFEST, revision), f"{place.name}@{revision}/{MANIFEST}")
    except DataError:
        return None


def _there(release: Release, place: Place, state: State, options: Options) -> Published | None:
    """What there is to say, and to finish, of a version that is there already."""
    version = release.version
    if revision := state.versions.get(version):
        manifest = manifest_at(place, revision)
        if manifest is None or not _same(manifest, release.manifest):
            hint = "versions never change: build the release with a higher one"
            raise UsageError(f"{place.name} has a {version} already, with other content", hint)
        if state.head != revision and version == state.newest and not place.edited and not options.dry_run:
            place.mark(version, revision)
        result = Published("unchanged", str(version), place.name, revision, url=place.address(version))
        return _proved(result, place, version, manifest, _files_of(release, manifest, place, revision))
    looked_at = [one.revision for one in place.proposals()] if options.proposal else []
    looked_at += place.history(state)
    for revision in looked_at[:_MOST_LOOKED_AT]:
        manifest = manifest_at(place, revision) if MANIFEST in place.tree(revision) else None
        if manifest is None or not _same(manifest, release.manifest):
            continue
        files = _files_of(release, manifest, place, revision)
        result = Published("tagged", str(version), place.name, revision, url=place.address(version))
        if options.dry_run:
            return result
        if revision.startswith("refs/"):
            proved = prove(place, manifest, files, revision)
            return replace(result, status="proposed", files=len(files), loaded=proved)
        place.mark(version, revision)
        return _proved(result, place, version, manifest, files)
    return None


def _same(one: Manifest, other: Manifest) -> bool:
    """Whether two manifests are of the same release: but for the card, into which people may have written."""
    first, second = (replace(each, files=tuple(e for e in each.files if e.path != CARD)) for each in (one, other))
    return first.as_dict() == second.as_dict()


def _files_of(release: Release, manifest: Manifest, place: Place, revision: str) -> dict[str, Wanted]:
    """The files of the release as they were published: with the card that its manifest there lists."""
    card = next(entry for entry in manifest.files if entry.path == CARD)
    if card.sha256 == release.files[CARD].sha256:
        return release.files
    text = place.read(CARD, revision).decode("utf-8", "replace")
    return with_card(manifest, release.files, text)[1]


def _check_version(release: Release, state: State, head: Manifest | None) -> None:
    """Raise if a version is not higher than what is there."""
    known = [*state.versions, *([Version.of(head.version)] if head else [])]
    newest = max(known, default=None)
    if newest and release.version <= newest:
        raise UsageError(
            f"{release.version} is not higher than {newest}, the newest version there",
            "build the release with a higher version",
        )


def _planned(
    release: Release, place: Place, state: State, head: Manifest | None, options: Options
) -> tuple[Manifest, Mapping[str, Wanted], Plan]:
    """The release as it is to be published, and the plan for it."""
    manifest, files = release.manifest, release.files
    notes: list[str] = []
    conflicts: tuple[str, ...] = ()
    if place.edited and state.head and CARD in state.stored and not files[CARD].is_in(state.stored):
        base = state.versions.get(Version.of(head.version)) if head else None
        merged = merge_cards(release.card, card_at(place, state.head), card_at(place, base) if base else None)
        conflicts = tuple(map(seen, merged.conflicts))
        if conflicts and (
            options.force_card or (options.confirm and not options.dry_run and options.confirm(conflicts))
        ):
            notes += [f"replaced: {conflict}" for conflict in conflicts]
            conflicts = ()
        notes += [f"kept in the card: {kept}" for kept in merged.kept]
        if merged.text != release.card:
            manifest, files = with_card(manifest, files, merged.text)
    owned = {entry.path for entry in head.files} | {MANIFEST} if head else set()
    planned = plan(str(release.version), place.name, files, state.stored, owned, tuple(notes))
    return manifest, files, replace(planned, conflicts=(*planned.conflicts, *conflicts))


def card_at(place: Place, revision: str) -> str:
    """The text of the card at a revision."""
    return re.sub("\r\n?", "\n", place.read(CARD, revision).decode("utf-8", "replace"))
