"""The commands `communique publish` and `communique releases`: thin ones over `communique.publishing`."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.publishing import Plan

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for machines.")]
Repo = Annotated[str | None, typer.Option(metavar="ORG/NAME", help="A data set on the Hub, such as acme/dealings.")]
To = Annotated[
    str | None,
    typer.Option(metavar="DIR|URL", help="A folder of releases instead: a path, or such as s3://bucket/dealings."),
]
TokenFile = Annotated[
    Path | None,
    typer.Option(help="A file with the Hub's token, such as token.txt; else that of HF_TOKEN or of the Hub's login."),
]


def publish(
    release: Annotated[
        Path | None, typer.Argument(metavar="RELEASE", help="A release directory; none with --undo.")
    ] = None,
    repo: Repo = None,
    to: To = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the plan and end there.")] = False,
    private: Annotated[bool, typer.Option("--private", help="A repository that is made is private.")] = False,
    create_pr: Annotated[bool, typer.Option("--create-pr", help="Propose the release as a pull request.")] = False,
    branch: Annotated[str, typer.Option(help="Branch of the repository, such as next.")] = "main",
    message: Annotated[
        str | None, typer.Option("--message", "-m", help='Title of the commit, such as "Two more agencies".')
    ] = None,
    token_file: TokenFile = None,
    force_card: Annotated[
        bool, typer.Option("--force-card", help="Give up changes by hand in the card that cannot be kept.")
    ] = False,
    undo: Annotated[
        str | None,
        typer.Option(metavar="vX.Y.Z", help="Make the version before this one current again, such as v1.2.0."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Publish a release in one step, to the Hub or a folder; after an interruption, run it again.

    Example: communique publish releases/0.2.0 --repo acme/dealings --dry-run
    """
    from communique import publishing

    if (release is None) == (undo is None):
        raise UsageError("give either a release or --undo with a version", "see communique publish --help")
    with _bytes() as progress:
        if undo is not None:
            if private or create_pr or force_card:
                raise UsageError("--undo takes no --private, --create-pr or --force-card", "leave them out")
            how: dict[str, Any] = {"dry_run": dry_run, "branch": branch, "message": message, "token_file": token_file}
            show = None if dry_run else _show
            result = publishing.undo(undo, repo, to=to, **how, show=show, progress=progress)
        else:
            result = publishing.publish(
                release or "",
                repo,
                to=to,
                dry_run=dry_run,
                private=private,
                create_pr=create_pr,
                branch=branch,
                message=message,
                token_file=token_file,
                force_card=force_card,
                confirm=_confirm if sys.stdin.isatty() and sys.stderr.isatty() else None,
                show=None if dry_run else _show,
                progress=progress,
            )
    _print(result.as_dict() if as_json else str(result))
    if result.plan and result.plan.conflicts:
        raise typer.Exit(1)


def releases(repo: Repo = None, to: To = None, token_file: TokenFile = None, as_json: AsJson = False) -> None:
    """List the published versions: date, size, rows, and whether each still is what its manifest says.

    Example: communique releases --repo acme/dealings
    """
    from communique import publishing

    found = publishing.releases(repo, to=to, token_file=token_file)
    if as_json:
        _print([one.as_dict() for one in found])
    else:
        _print("\n".join(map(str, found)) or "no version is published")
    if any(one.problems for one in found):
        raise typer.Exit(1)


def _print(result: Any) -> None:
    typer.echo(result if isinstance(result, str) else json.dumps(result, ensure_ascii=False, indent=2))


def _show(plan: "Plan") -> None:
    typer.echo(str(plan), err=True)


def _confirm(conflicts: tuple[str, ...]) -> bool:
    for conflict in conflicts:
        typer.echo(f"conflict: {conflict}", err=True)
    return typer.confirm("Replace these by what the release says?", err=True)


@contextmanager
def _bytes() -> Iterator[Callable[[int, int], None] | None]:
    """A bar of bytes on standard error, on a terminal only; it appears with the first byte."""
    if not sys.stderr.isatty():
        yield None
        return

    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TransferSpeedColumn

    bar = Progress(BarColumn(), DownloadColumn(), TransferSpeedColumn(), console=Console(stderr=True))
    task = bar.add_task("sending")

    def show(sent: int, total: int) -> None:
        bar.start()  # not before: until then, questions may be asked
        bar.update(task, completed=sent, total=total)

    try:
        yield show
    finally:
        bar.stop()
