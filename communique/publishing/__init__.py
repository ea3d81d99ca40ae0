"""Releases go out: to the Hugging Face Hub, or to a folder anywhere, each in one step that is read back afterwards.

In: a release directory. Out: what became of it. `place` says what can be published to, `hub` and `folder` are the two;
`local`, `plan` and `cards` say what is to be sent, without sending; `publication`, `undoing` and `listing` act.
"""

from collections.abc import Callable
from pathlib import Path

from communique.errors import UsageError
from communique.publishing.listing import Listed, listed
from communique.publishing.place import Place, Progress
from communique.publishing.plan import Plan
from communique.publishing.publication import Options, Published, run
from communique.publishing.undoing import run_undo
from communique.release.versions import Version

__all__ = ["Listed", "Plan", "Published", "publish", "releases", "undo"]

Confirm = Callable[[tuple[str, ...]], bool]


def publish(
    release: str | Path,
    repo: str | None = None,
    *,
    to: str | Path | None = None,
    dry_run: bool = False,
    private: bool = False,
    create_pr: bool = False,
    branch: str = "main",
    message: str | None = None,
    token_file: str | Path | None = None,
    force_card: bool = False,
    confirm: Confirm | None = None,
    show: Callable[[Plan], None] | None = None,
    progress: Progress | None = None,
) -> Published:
    """Publish a release in one step; after an interruption, the same call finishes it.

    Before anything is sent, the release is validated, its manifest and card are checked, and its version must be higher
    than what is there. On the Hub it becomes one commit and a tag; in a folder, one directory. Then it is read back and
    compared with the manifest, and a table is loaded from it.

    Args:
        release: a release directory, as `communique release` makes it.
        repo: a data set on the Hub, "org/name"; it is made if there is none. Either this or `to`.
        to: a folder of releases: a path, or an address that fsspec knows.
        dry_run: only plan; needs no token if the repository is public.
        private: whether a repository that is made is private.
        create_pr: propose the release as a pull request; it gets its tag when it is published after the merge.
        branch: of the repository.
        message: title of the commit.
        token_file: a file with the token; by default that of HF_TOKEN or of `hf auth login`.
        force_card: give up what was changed by hand in the card where it cannot be kept.
        confirm: is asked about these changes if `force_card` is not given; True gives them up.
        show: gets the plan before it is carried out.
        progress: gets bytes sent and bytes to send.

    Returns:
        What became of it.

    Raises:
        DataError: the release is not sound.
        UsageError: the version, the token, the place or the card do not allow it.
        CommuniqueError: the place failed, or was changed by somebody else twice.
    """
    if to is not None and (private or create_pr or branch != "main" or token_file):
        raise UsageError(
            "a folder has no branches, pull requests, tokens or privacy", "leave these options out with --to"
        )
    place = _place(repo, to, token_file, branch=branch, private=private, to_write=not dry_run)
    return run(Path(release), place, Options(dry_run, create_pr, message, force_card, confirm, show, progress))


def undo(
    version: str,
    repo: str | None = None,
    *,
    to: str | Path | None = None,
    dry_run: bool = False,
    branch: str = "main",
    message: str | None = None,
    token_file: str | Path | None = None,
    show: Callable[[Plan], None] | None = None,
    progress: Progress | None = None,
) -> Published:
    """Make the version before the current one current again; both stay under their versions, and history as it was.

    Args:
        version: that is to be current no more: "1.2.0" or "v1.2.0".
        repo: a data set on the Hub, "org/name". Either this or `to`.
        to: a folder of releases: a path, or an address that fsspec knows.
        dry_run: only plan.
        branch: of the repository.
        message: title of the commit.
        token_file: a file with the token; by default that of HF_TOKEN or of `hf auth login`.
        show: gets the plan before it is carried out.
        progress: gets bytes sent and bytes to send.

    Raises:
        UsageError: the version is not current, or there is none before it.
        CommuniqueError: the place failed, or was changed by somebody else.
    """
    place = _place(repo, to, token_file, branch=branch, to_write=not dry_run)
    options = Options(dry_run, title=message, show=show, progress=progress)
    return run_undo(Version.of(version.removeprefix("v")), place, options)


def releases(
    repo: str | None = None, *, to: str | Path | None = None, token_file: str | Path | None = None
) -> list[Listed]:
    """The published versions, newest first, each compared with its manifest.

    Args:
        repo: a data set on the Hub, "org/name". Either this or `to`.
        to: a folder of releases: a path, or an address that fsspec knows.
        token_file: a file with the token, for a private repository.

    Raises:
        UsageError: there is no such place, or it may not be seen.
    """
    place = _place(repo, to, token_file)
    if not place.state().exists:
        raise UsageError(
            f"there is no {place.name}, or it may not be seen", "check the name, and the token if it is private"
        )
    return listed(place)


def _place(
    repo: str | None,
    to: str | Path | None,
    token_file: str | Path | None,
    *,
    branch: str = "main",
    private: bool = False,
    to_write: bool = False,
) -> Place:
    if (repo is None) == (to is None):
        raise UsageError("say where: either a repository or a folder", "give --repo org/name or --to DIR")
    if to is not None:
        from communique.publishing.folder import Folder

        return Folder(str(to))
    from communique.publishing.hub import Hub

    token = _token(token_file)
    place = Hub(str(repo), token, branch, private)
    if to_write and token is None:
        raise UsageError(
            "there is no token for the Hub", "set HF_TOKEN, log in with `hf auth login`, or give --token-file"
        )
    return place


def _token(file: str | Path | None) -> str | None:
    if file is None:
        from huggingface_hub import get_token

        return get_token()
    try:
        text = Path(file).read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        kind = error.strerror if isinstance(error, OSError) else "it is no text"
        raise UsageError(f"{file} cannot be read: {kind}", "give a file that holds a token and nothing else") from None
    if not text or len(text) > 1000 or any(letter.isspace() for letter in text):
        raise UsageError(f"{file} holds no token", "give a file that holds a token and nothing else")
    return text
