"""The command line: thin commands over the functions of the same names.

Standard output carries results, standard error progress and messages. Exit codes: 0 done, 1 the data is at fault,
2 the call is at fault.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique import cli_publish
from communique.cli_review import app as review_commands
from communique.errors import CommuniqueError, DataError, UsageError

if TYPE_CHECKING:
    from communique.validation.report import Report

app = typer.Typer(
    help="Turn scraped news pages about official dealings between countries into a validated Parquet dataset.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(review_commands, name="review")
app.command()(cli_publish.publish)
app.command()(cli_publish.releases)

Extractor = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Run this in place of our extractor: module:function, or an entry point's name."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for machines.")]


def main() -> None:
    """Run the command line; every error of ours ends as one message on standard error."""
    try:
        app()
    except CommuniqueError as error:
        _say(f"error: {error}")
        if error.hint:
            _say(f"hint: {error.hint}")
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        _say("interrupted; nothing half done is left, run the same command again")
        sys.exit(130)
    except Exception as error:
        if os.environ.get("COMMUNIQUE_DEBUG"):
            raise
        _say(f"error: the program failed: {type(error).__name__}: {error}")
        _say("hint: this is a fault of communique; with COMMUNIQUE_DEBUG=1 it shows where, please report that")
        sys.exit(1)


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        from communique import __version__

        typer.echo(f"communique {__version__}")
        raise typer.Exit


@app.command()
def normalize(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCES", help="Files and folders of pages; - reads standard input.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Directory for the tables, such as out/.")],
    reviews: Annotated[
        Path | None, typer.Option(help="Hand-checked values to apply over the machine's, such as dataset/reviews.")
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Keep only pages in this language, such as en; may be repeated."),
    ] = None,
    extractor: Extractor = None,
    onto: Annotated[
        Path | None, typer.Option(metavar="TABLES", help="Tables of an earlier run to add to, such as out/; ids stay.")
    ] = None,
    links: Annotated[
        Path | None, typer.Option(help="What is one event, actor or text, decided by hand, such as links.toml.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read pages, such as 4.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Turn pages into articles, events and actors as Parquet, and rejects.jsonl.

    Reads JSON Lines, JSON, CSV, Parquet, plain text and HTML, each also compressed (.gz, .zst).

    Example: communique normalize pages/ more.jsonl.gz --out out/
    """
    from communique.pipeline import normalize as run

    with _progress("pages") as progress:
        summary = run(
            sources,
            out,
            reviews=reviews,
            languages=language or (),
            extractor=extractor,
            onto=onto,
            links=links,
            jobs=jobs,
            progress=progress,
        )
    _print(summary.as_dict() if as_json else str(summary))
    if not summary.articles:
        if not summary.pages:
            raise DataError("there is no page in the sources", "give files or folders of pages, see --help")
        raise DataError("no page could be used", f"{summary.out / 'rejects.jsonl'} gives the reason for each")
    for review in summary.unmatched_reviews:
        _say(f"warning: no page for {review}")
    for link in summary.unmatched_links:
        _say(f"warning: links are decided for {link}, which is not there")
    for doubt in summary.doubtful_reviews:
        _say(f"warning: {doubt}")


@app.command()
def validate(
    path: Annotated[
        str,
        typer.Argument(
            metavar="PATH|REPO_ID",
            help="A directory of tables, a release, a folder of releases, one Parquet file, or ORG/NAME[@REVISION].",
        ),
    ],
    limit: Annotated[int | None, typer.Option(min=0, help="Show at most this many violations, such as 20.")] = None,
    rules: Annotated[bool, typer.Option("--rules", help="Print each rule, and how many values it judged.")] = False,
    against: Annotated[
        list[str] | None,
        typer.Option(metavar="PAGES", help="Hold a release's hashes and offsets against these pages; may be repeated."),
    ] = None,
    reviews: Annotated[
        Path | None, typer.Option(help="With --against: the reviews applied to the pages, such as dataset/reviews.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List every violation of the contract: table, row, column, rule, value. Exit code 1 if there is any.

    Of a release, its files and figures are held against its manifest as well. With --against, it is held against the
    pages that it was made from, whether or not it holds their texts.

    Example: communique validate releases/1.0.0 --limit 20
    """
    if reviews and not against:
        raise UsageError("--reviews is about pages", "give the pages with --against")
    report: Report
    if against:
        from communique.validation.against import against as hold

        with _progress("pages") as progress:
            report = hold(path, against, reviews=reviews, limit=limit, progress=progress)
    else:
        from communique.validation import validate as run

        with _progress("rows") as progress:
            report = run(path, limit=limit, progress=progress)
    if rules and not as_json:
        _print(report.rules_table())
    _print(report.as_dict() if as_json else str(report))
    if not report.ok:
        raise typer.Exit(1)


@app.command()
def release(
    tables: Annotated[
        Path, typer.Argument(metavar="TABLES", help="What normalize made, or any directory of the three tables.")
    ],
    version: Annotated[str | None, typer.Option(metavar="X.Y.Z", help="Number of the release, such as 1.0.0.")] = None,
    bump: Annotated[
        str | None,
        typer.Option(metavar="PART", help="In place of a number: count up major, minor or patch of the previous one."),
    ] = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Folder of releases; the release becomes DIR/X.Y.Z.", metavar="DIR")
    ] = Path("releases"),
    previous: Annotated[
        str | None, typer.Option(help="The release that it follows, if not the newest in the folder: releases/0.9.0.")
    ] = None,
    card: Annotated[
        Path | None,
        typer.Option(help="Hand-written data card, such as DATACARD.md; else that of the previous release."),
    ] = None,
    citation: Annotated[
        Path | None, typer.Option(help="CITATION.cff with the authors; else that of the previous release.")
    ] = None,
    repo: Annotated[
        str | None, typer.Option(metavar="ORG/NAME", help="Where it will be on the Hub, for links in the card.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="Name of the dataset, such as my-dataset.")] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of the release; else the newest day of publication.")
    ] = None,
    withhold_text: Annotated[
        str, typer.Option(help="Leave out the bodies whose licence asks for it (by-licence), or all.")
    ] = "by-licence",
    as_json: AsJson = False,
) -> None:
    """Build a release directory: Parquet by year, manifest, card, Croissant; validated, and never overwritten.

    Example: communique release out/ --version 1.0.0 --card DATACARD.md
    """
    from communique.release.build import build_release as run
    from communique.release.documents import Texts

    with _status() as say:
        made = run(
            tables,
            version,
            bump=bump,
            out=out,
            previous=previous,
            texts=Texts.read(card=card, citation=citation, repository=repo),
            name=name,
            date=date,
            withhold=withhold_text,
            progress=say,
        )
    _print(made.as_dict() if as_json else str(made))


@app.command()
def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A release, DIR@X.Y.Z, what normalize made, or ORG/NAME@REVISION.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What to compare with it, likewise.")],
    limit: Annotated[int, typer.Option(min=0, help="Keys and values shown of each table, such as 50.")] = 20,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown, for release notes.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compare two versions: rows added, removed and changed by table and column, columns added, removed and retyped.

    Exit code 0 whether they differ or not.

    Example: communique diff releases@1.0.0 releases@1.1.0 --markdown
    """
    from communique.release.diff import diff as run

    with _status() as say:
        if say:
            say("comparing")
        found = run(old, new, limit=limit)
    _print(found.as_dict() if as_json else found.markdown() if markdown else str(found))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Hand-labelled pages, JSON Lines.")],
    tables: Annotated[
        Path | None,
        typer.Argument(metavar="TABLES", help="What normalize made of those pages; made now if left out."),
    ] = None,
    errors: Annotated[
        str | None, typer.Option(metavar="FIELD", help="Show each miss of a field, such as kind.")
    ] = None,
    links: Annotated[
        bool, typer.Option("--links", help="Measure which reports, people and texts are put together (B-cubed).")
    ] = False,
    extractor: Extractor = None,
    as_json: AsJson = False,
) -> None:
    """Print precision, recall and F1 of each field against hand-labelled pages.

    Example: communique evaluate gold.jsonl out/ --errors countries
    """
    from communique.evaluation import evaluate as run
    from communique.link.scores import evaluate_links

    scores = evaluate_links(gold, tables) if links else run(gold, tables, extractor=extractor)
    if errors:
        _print(scores.misses(errors) if as_json else scores.misses_text(errors))
    else:
        _print(scores.as_dict() if as_json else str(scores))


@app.command()
def schema(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="articles, events or actors.")] = "articles",
) -> None:
    """Print the JSON Schema of a table's rows.

    Example: communique schema articles
    """
    from communique.schemas import json_schema

    _print(json_schema(table))


def _print(result: Any) -> None:
    typer.echo(result if isinstance(result, str) else json.dumps(result, ensure_ascii=False, indent=2, default=str))


def _say(message: str) -> None:
    typer.echo(message, err=True)


@contextmanager
def _status() -> Iterator[Callable[[str], None] | None]:
    """A line on standard error that says what is being done, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return

    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int], None] | None]:
    """A counter on standard error, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return

    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} " + what), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda n: bar.update(task, completed=n)
