"""The version before becomes current again, by a new commit; what was published stays under its version.

In: a place and the version that is to be current no more. Out: a `Published` of the one before it.
"""

from dataclasses import replace

from communique.errors import UsageError
from communique.publishing.cards import merge_cards
from communique.publishing.local import CARD, with_card
from communique.publishing.place import At, Change, Place, State, Wanted
from communique.publishing.plan import plan
from communique.publishing.publication import Options, Published, card_at, manifest_at
from communique.publishing.verify import as_listed, prove
from communique.release.manifest import Manifest
from communique.release.versions import MANIFEST, Version


def run_undo(version: Version, place: Place, options: Options) -> Published:
    """Make the version before `version` current; `communique.undo` says the rest."""
    state = place.state()
    if version not in state.versions or state.head is None:
        shown = ", ".join(map(str, state.versions)) or "none"
        raise UsageError(f"{place.name} has no version {version}", f"there is {shown}")
    previous = max((one for one in state.versions if one < version), default=None)
    if previous is None:
        raise UsageError(f"{version} is the first version in {place.name}", "there is none to go back to")
    head, before = manifest_at(place, state.head), manifest_at(place, state.versions[previous])
    if before is None:
        raise UsageError(f"{previous} in {place.name} has no manifest", "publish a new version instead")
    result = Published("undone", str(previous), place.name, state.head, None, place.address(previous))
    if head and head.version == before.version:
        return result
    if head is None or head.version != str(version):
        current = head.version if head else "no release"
        raise UsageError(f"{version} is not current in {place.name}", f"current is {current}")
    if not options.dry_run:
        place.check_rights()
    if place.edited:
        return _committed(result, place, state, head, before, state.versions[version], options)
    if not options.dry_run:
        place.mark(previous, state.versions[previous])
    files = as_listed(before, state.versions[previous])
    loaded = prove(place, before, files, state.versions[previous])
    return replace(result, revision=state.versions[previous], files=len(files), loaded=loaded)


def _committed(
    result: Published, place: Place, state: State, head: Manifest, before: Manifest, undone: str, options: Options
) -> Published:
    """One commit that takes the files of the version before from where they are."""
    source = state.versions[Version.of(before.version)]
    tree = place.tree(source)
    files = {
        path: Wanted(path, tree[path].bytes, tree[path].sha256, tree[path].git, At(source))
        for path in (*(entry.path for entry in before.files), MANIFEST)
        if path in tree
    }
    assert state.head
    ours, theirs = card_at(place, source), card_at(place, state.head)
    merged = merge_cards(ours, theirs, card_at(place, undone))
    if merged.kept:
        before, files = with_card(before, files, merged.text)
    owned = {entry.path for entry in head.files} | {MANIFEST, CARD}
    notes = tuple(f"kept in the card: {kept}" for kept in merged.kept)
    planned = plan(before.version, place.name, files, state.stored, owned, notes)
    if options.show:
        options.show(planned)
    if options.dry_run:
        return replace(result, status="planned", plan=planned)
    write = tuple(files[path] for path in (*planned.new, *planned.changed))
    title = options.title or f"{head.name} {head.version} undone: {before.version} is current again"
    sent = place.send(Change(Version.of(before.version), write, planned.removed, files, title), state, options.progress)
    loaded = prove(place, before, files, sent.revision)
    done = replace(result, revision=sent.revision, url=sent.url, bytes_sent=sent.bytes, plan=planned)
    return replace(done, files=len(files), loaded=loaded)
