"""Files on their way to the Hub: as the client wants them for Xet, its own store, or for LFS, which every Hub has.

The client has no way back from Xet to LFS, but sends file objects by LFS always. So a server without Xet gets file
objects, and these can count what passes.
"""

import io
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from communique.errors import DataError
from communique.publishing.calls import Trouble, ask, tried
from communique.publishing.place import At, Change, Progress, Wanted

_KIND = "dataset"
_NONE_LEFT_OUT = "# a .gitignore of the repository keeps no file of a release from being sent\n"


class Counted(io.BufferedIOBase):
    """A file that is open only while it is read, and says how far it was read for the first time.

    Thousands of them may be at hand at once. A part that is sent again after a failure does not count again.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._at, self._most = path, 0, 0
        self._size = path.stat().st_size
        self._count: Callable[[int], None] | None = None

    def count(self, count: Callable[[int], None]) -> None:
        """Call `count` with the bytes read from now on."""
        self._at, self._most, self._count = 0, 0, count

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        with self._path.open("rb") as stream:
            stream.seek(self._at)
            data = stream.read(-1 if size is None else size)
        self._at += len(data)
        if self._count and self._at > self._most:
            self._count(self._at - self._most)
            self._most = self._at
        return data


def xet_is_there(api: Any, repo: str, revision: str) -> bool:
    """Whether the client can send by Xet here: it has the library, and the Hub gives it a token for it."""
    from importlib.util import find_spec

    from huggingface_hub import constants
    from huggingface_hub.utils import build_hf_headers, get_session

    if constants.HF_HUB_DISABLE_XET or find_spec("hf_xet") is None:
        return False
    address = f"{api.endpoint}/api/datasets/{repo}/xet-write-token/{revision}"
    try:
        answer = get_session().get(address, headers=build_hf_headers(token=api.token), timeout=30)
    except Exception:  # whatever it is, LFS will meet it too and tell it better
        return False
    return answer.status_code == 200 and "x-xet-cas-url" in answer.headers


class Sender:
    """One change on its way: large files first, then the commit that everything is in.

    Attributes:
        sent: bytes that passed, or that Xet took care of.
    """

    def __init__(
        self, api: Any, repo: str, branch: str, change: Change, parent: str | None, progress: Progress | None
    ) -> None:
        self._api, self._repo, self._branch, self._parent = api, repo, branch, parent
        self._change, self._progress = change, progress
        self._own = [file for file in change.write if not isinstance(file.source, At)]
        self._total = sum(file.bytes for file in self._own)
        self._lock = threading.Lock()
        self._adds: dict[str, Any] = {}
        self.sent = 0

    def upload(self) -> None:
        """Send what does not go with the commit itself; by Xet if that works, else by LFS."""
        if self._own and xet_is_there(self._api, self._repo, quote(self._branch, safe="")):
            self._adds = self._made(lambda path: path)
            answer = tried(f"{self._repo}: the upload", self._preupload)
            if not isinstance(answer, Trouble):
                self._count(self._total)
            elif answer.status in (401, 403, 413):
                raise answer.error
            else:
                self._adds = {}
        if self._own and not self._adds:
            self._adds = self._made(Counted)
            for add in self._adds.values():
                if isinstance(add.path_or_fileobj, Counted):
                    add.path_or_fileobj.count(self._count)
            ask(f"{self._repo}: the upload", self._preupload, attempts=1)  # the client tries again itself
            self._count(sum(len(file.source) for file in self._own if isinstance(file.source, bytes)))
        for file in self._own:
            if self._adds[file.path].upload_info.sha256.hex() != file.sha256:
                raise DataError(f"{file.path} changed while it was sent", "run the same command again")

    def commit(self) -> Any:
        """The commit, as the client gives it; on no other head than the one that it was planned for."""
        from huggingface_hub import CommitOperationCopy, CommitOperationDelete

        copies = [
            CommitOperationCopy(file.path, file.path, src_revision=file.source.revision)
            for file in self._change.write
            if isinstance(file.source, At)
        ]
        deletes = [CommitOperationDelete(path, is_folder=False) for path in self._change.remove]
        return self._api.create_commit(
            self._repo,
            [*self._adds.values(), *copies, *deletes],
            commit_message=self._change.title,
            repo_type=_KIND,
            revision=self._branch,
            parent_commit=self._parent,
            create_pr=self._change.proposal,
        )

    def _made(self, source: Callable[[Path], Any]) -> dict[str, Any]:
        from huggingface_hub import CommitOperationAdd

        made = {}
        for file in self._own:
            content = source(file.source) if isinstance(file.source, Path) else file.source
            made[file.path] = CommitOperationAdd(file.path, content)  # type: ignore[arg-type]
        return made

    def _preupload(self) -> None:
        """Files with the same content go one after the other: the second time, the Hub has it."""
        first = {file.sha256: file for file in reversed(self._own)}
        for group in (list(first.values()), [file for file in self._own if first[file.sha256] is not file]):
            self._preupload_all(group)

    def _preupload_all(self, files: Iterable[Wanted]) -> None:
        self._api.preupload_lfs_files(
            self._repo,
            [self._adds[file.path] for file in files],
            repo_type=_KIND,
            revision=self._branch,
            create_pr=self._change.proposal,
            free_memory=False,
            gitignore_content=_NONE_LEFT_OUT,
        )

    def _count(self, count: int) -> None:
        with self._lock:
            self.sent += count
            if self._progress:
                self._progress(self.sent, self._total)
