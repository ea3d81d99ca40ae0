"""The commands of `communique review`: thin ones over `communique.reviews.export` and `communique.reviews.edits`."""

import json
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="""Check articles in a spreadsheet: export a sheet, fill it in, apply it.

    Example: communique review export out/ --out sheet.csv --sample 50
    """,
    no_args_is_help=True,
)

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for machines.")]


@app.command()
def export(
    tables: Annotated[Path, typer.Argument(metavar="TABLES", help="What normalize made, such as out/, or a release.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The CSV file to write, such as sheet.csv.")],
    pages: Annotated[
        list[str] | None,
        typer.Option(help="Pages that show bodies which the tables withhold, such as pages/; may be repeated."),
    ] = None,
    sample: Annotated[
        int | None, typer.Option(min=1, help="Only so many articles, such as 50: each time the same ones.")
    ] = None,
    only: Annotated[
        str | None, typer.Option(metavar="machine|verified", help="Only articles of this review, such as machine.")
    ] = None,
    full_text: Annotated[bool, typer.Option("--full-text", help="Show whole bodies, not their beginnings.")] = False,
    delimiter: Annotated[
        str, typer.Option(help='What stands between cells, such as ";" for an Excel that expects it.')
    ] = ",",
    as_json: AsJson = False,
) -> None:
    """Write articles as CSV that people read and correct in a spreadsheet.

    Example: communique review export out/ --out sheet.csv --sample 50 --only machine
    """
    from communique.reviews.export import export_sheet

    count = export_sheet(
        tables, out, pages=pages or (), sample=sample, only=only, full_text=full_text, delimiter=delimiter
    )
    result = {"out": str(out), "articles": count}
    typer.echo(
        json.dumps(result, ensure_ascii=False, indent=2)
        if as_json
        else f"{count:,} article{'s' * (count != 1)} written to {out}"
    )


@app.command()
def apply(
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="The CSV file that was filled in.")],
    tables: Annotated[Path, typer.Option(help="What it was exported from, such as out/.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The review file to write, such as reviews/first.jsonl.")],
    reviewer: Annotated[
        str | None, typer.Option(help="Initials for changed rows that name nobody, such as AB.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help='Reason for changed rows that give none, such as "read again".')
    ] = None,
    date: Annotated[str | None, typer.Option(help="Day of the reviews, such as 2025-11-04; today if left out.")] = None,
    as_json: AsJson = False,
) -> None:
    """Turn the changed cells of a sheet into reviews, which normalize --reviews applies.

    Example: communique review apply sheet.csv --tables out/ --out reviews/first.jsonl --reviewer AB
    """
    from communique.reviews.edits import apply_sheet

    found = apply_sheet(sheet, tables, out, reviewer=reviewer, reason=reason, date=date)
    changes = sum(bool(one.values) for one in found)
    result = {"out": str(out) if found else None, "reviews": len(found), "corrections": changes}
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False, indent=2))
    elif found:
        confirmed = len(found) - changes
        made = f"{changes:,} correction{'s' * (changes != 1)} and {confirmed:,} confirmation{'s' * (confirmed != 1)}"
        typer.echo(f"{made} written to {out}")
    else:
        typer.echo("no cell was changed and nobody named as reviewer: there is nothing to write")
