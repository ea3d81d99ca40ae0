"""The Hugging Face Hub as a place to publish to, through its own client.

A change is one commit on the head that it was planned for, so that readers see the old release or the new one. Large
files go ahead of it; those that arrived are not sent again. A commit whose answer was lost is looked for before another
try, and the Hub refuses a second one because its parent is no longer the head.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from communique.errors import CommuniqueError, DataError, UsageError
from communique.publishing.calls import ATTEMPTS, Trouble, ask, tried
from communique.publishing.place import Change, MovedError, Progress, Sent, State, Stored
from communique.publishing.uploads import Sender
from communique.release.versions import Version

T = TypeVar("T")

_REPO = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9][A-Za-z0-9._-]{0,95}")
_KIND = "dataset"
_MOST_READ = 64 << 20  # bytes of a file that is read into memory
_MOST_HISTORY = 100  # commits that are looked through for one without its tag


class Hub:
    """A data set repository on the Hub; implements `Place`.

    Args:
        repo: "org/name".
        token: to use; None for none.
        branch: that is the head.
        private: whether a repository that is made here is private.
    """

    edited = True

    def __init__(self, repo: str, token: str | None, branch: str = "main", private: bool = False) -> None:
        from huggingface_hub import HfApi

        if not _REPO.fullmatch(repo) or "--" in repo or ".." in repo or repo.endswith(".git"):
            raise UsageError(f"{repo!r} is no name of a repository", "it is written org/name, such as acme/dealings")
        self.name, self._branch, self._private, self._known = repo, branch, private, token is not None
        self._api = HfApi(token=token or False, library_name="communique")

    # --- what is there ---

    def state(self) -> State:
        """Head, files and versions; a repository that is not there, or not to be seen, has none."""

        def refs() -> Any:
            nobody = () if self._known else (401,)  # what strangers are told of what is not there, or not for them
            return self._unless(lambda: self._api.list_repo_refs(self.name, repo_type=_KIND), (404, *nobody))

        found = self._ask("refs", refs)
        if found is None:
            return State()
        head = next((ref.target_commit for ref in found.branches if ref.name == self._branch), None)
        tags = ((Version.found(ref.name[1:]), ref) for ref in found.tags if ref.name.startswith("v"))
        versions = {version: ref.target_commit for version, ref in tags if version}
        return State(True, head, self.tree(head) if head else {}, dict(sorted(versions.items())))

    def tree(self, revision: str) -> Mapping[str, Stored]:
        """The files at a revision, with their checksums."""
        from huggingface_hub.hf_api import RepoFile

        def listed() -> dict[str, Stored]:
            entries = self._api.list_repo_tree(self.name, recursive=True, revision=revision, repo_type=_KIND)
            return {entry.path: _stored(entry) for entry in entries if isinstance(entry, RepoFile)}

        return self._ask("the files", listed)

    def read(self, path: str, revision: str) -> bytes:
        """A file's bytes; its size is asked for before it is fetched."""

        def info() -> list[Any]:
            return self._api.get_paths_info(self.name, path, revision=revision, repo_type=_KIND)

        size = next((one.size for one in self._ask(path, info) if one.path == path), 0)
        if size > _MOST_READ:
            raise DataError(f"{path} in {self.name} has {size:,} bytes, too many to be read", "replace it there")
        with TemporaryDirectory(prefix="communique-") as folder:
            return self.fetch(path, revision, Path(folder)).read_bytes()

    def fetch(self, path: str, revision: str, into: Path) -> Path:
        """Bring a file to disk, past the client's cache."""

        def download() -> str:
            return self._api.hf_hub_download(self.name, path, revision=revision, repo_type=_KIND, local_dir=into)

        return Path(
            ask(f"{self.name}: {path}", download, attempts=3)
        )  # the client tries again itself, but for one call

    def history(self, state: State) -> Iterable[str]:
        """Commits from the head back to the newest that is a version's."""
        if state.head is None or state.head in state.versions.values():
            return

        def commits() -> list[str]:
            found = self._api.list_repo_commits(self.name, repo_type=_KIND, revision=state.head)
            return [one.commit_id for one in found[:_MOST_HISTORY]]

        tagged = set(state.versions.values())
        yield from takewhile(lambda one: one not in tagged, self._ask("the history", commits))

    def proposals(self) -> Iterator[Sent]:
        """Open pull requests, newest first; none where the Hub has no such list."""

        def listed() -> list[Any]:
            found = self._api.get_repo_discussions(
                self.name, repo_type=_KIND, discussion_type="pull_request", discussion_status="open"
            )
            return list(islice(found, 20))

        found = tried(f"{self.name}: the pull requests", listed)
        for one in () if isinstance(found, Trouble) else found:
            yield Sent(f"refs/pr/{one.num}", one.url, 0)

    def revision(self, version: Version) -> str:
        """The tag of a version."""
        return f"v{version}"

    def address(self, version: Version) -> str:
        """The page of a version."""
        return f"{self._api.endpoint}/datasets/{self.name}/tree/v{version}"

    # --- whether it may be done ---

    def check_rights(self) -> None:
        """Raise if the token is not valid, only reads, or may not write to the repository that is there.

        Where the Hub does not say, and for a repository that is not there yet, the first call that writes shows it.
        """

        def role() -> str | None:
            who = self._unless(lambda: self._api.whoami(), (403, 404, 405, 501))  # a token may be forbidden to ask
            return ((who or {}).get("auth", {}).get("accessToken") or {}).get("role")

        def may_write() -> None:
            self._unless(lambda: self._api.auth_check(self.name, repo_type=_KIND, write=True), (404, 405, 501))

        if self._ask("the account", role) == "read":
            hint = "make one with write access at https://huggingface.co/settings/tokens"
            raise UsageError("this token may only read", hint)
        self._ask("the right to write", may_write)

    def check_card(self, card: str) -> None:
        """Ask the Hub whether it takes the card."""
        from huggingface_hub import DatasetCard

        def faults() -> str:
            try:
                DatasetCard(card).validate(repo_type=_KIND)
            except ValueError as error:
                return str(error)
            return ""

        if said := self._ask("the card", faults):
            messages = re.findall(r'"message":\s*"((?:[^"\\]|\\.)*)"', said) or [said]
            reason = "; ".join(message.replace('\\"', '"') for message in messages)
            raise DataError(f"the Hub refuses the card: {reason[:300]}", "mend the metadata at the head of README.md")

    # --- doing it ---

    def create(self) -> None:
        """Make the repository, if there is none, and the branch, if it has another head."""

        def create() -> None:
            self._api.create_repo(self.name, repo_type=_KIND, private=self._private or None, exist_ok=True)

        def branch() -> None:
            self._api.create_branch(self.name, branch=self._branch, repo_type=_KIND, exist_ok=True)

        self._ask("the new repository", create)
        if self._branch != "main":
            self._ask("the branch", branch)

    def mark(self, version: Version, revision: str) -> None:
        """Tag a commit; a tag that is there already must be on it."""
        tag = f"v{version}"

        def make() -> None:
            self._api.create_tag(self.name, tag=tag, revision=revision, repo_type=_KIND, exist_ok=True)

        self._ask(f"the tag {tag}", make)
        if self.state().versions.get(version) != revision:
            hint = "somebody else published this version; give a new one"
            raise CommuniqueError(f"{tag} in {self.name} is on another commit", hint)

    def send(self, change: Change, state: State, progress: Progress | None) -> Sent:
        """One commit with everything, on the head of `state`."""
        sender = Sender(self._api, self.name, self._branch, change, state.head, progress)
        sender.upload()
        for attempt in range(ATTEMPTS):
            made = tried(f"{self.name}: the commit", sender.commit)
            if not isinstance(made, Trouble):
                return Sent(made.pr_revision or made.oid, made.pr_url or made.commit_url, sender.sent)
            if made.status in (409, 412):
                raise MovedError(str(made.error), made.error.hint)
            if not made.again:
                raise made.error
            made.pause(attempt)
            if landed := self._landed(change, state):
                return Sent(landed, f"{self._api.endpoint}/datasets/{self.name}/commit/{landed}", sender.sent)
        raise made.error

    def _landed(self, change: Change, before: State) -> str | None:
        """The revision of a change whose answer was lost, None if it was not made."""
        if change.proposal:
            return next((one.revision for one in self.proposals() if self._holds(one.revision, change)), None)
        now = self.state()
        if now.head == before.head:
            return None
        if now.head and self._holds(now.head, change):
            return now.head
        raise MovedError(f"{self.name}: somebody else committed in the meantime", "run the same command again")

    def _holds(self, revision: str, change: Change) -> bool:
        tree = self.tree(revision)
        return all(file.is_in(tree) for file in change.whole.values()) and not tree.keys() & set(change.remove)

    def _unless(self, call: Callable[[], T], statuses: tuple[int, ...]) -> T | None:
        """The value of a call, None if the Hub answers with one of `statuses`."""
        from huggingface_hub.errors import HfHubHTTPError

        try:
            return call()
        except HfHubHTTPError as error:
            if error.response.status_code in statuses:
                return None
            raise

    def _ask(self, what: str, call: Callable[[], T]) -> T:
        return ask(f"{self.name}: {what}", call)


def _stored(entry: Any) -> Stored:
    """A file of a tree as the client gives it: of what is in git, the Hub tells git's id only."""
    return Stored(entry.lfs.size, entry.lfs.sha256) if entry.lfs else Stored(entry.size, git=entry.blob_id)
