"""Which bodies a release holds, against what the `rights` of their articles allow.

In: the files of `articles` in a release. Out: violations in the `Report`, with the row and the article. Bodies are
looked at only in files where some rights forbid them.
"""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.files import open_parquet
from communique.release.rights import open_licences
from communique.schemas.checks import Violation
from communique.validation.files import batches
from communique.validation.report import Report

TABLE, RULE = "articles", "rights_of_body"
SAYS = "is null in a release unless rights let the text be published"


def check_texts(files: list[Path], report: Report) -> None:
    """Check that every body that is there may be.

    Args:
        files: of `articles`, in order.
        report: where violations and counts go; a file that cannot be read, or lacks a column, is reported elsewhere.
    """
    seen, first, run = 0, 0, True
    found: list[Violation] = []
    for file in files:
        try:
            with open_parquet(file) as parquet:
                rows = parquet.metadata.num_rows
                found += _forbidden(parquet, first, str(file))
            seen, first = seen + rows, first + rows
        except (pa.ArrowException, OSError, KeyError, TypeError, UnicodeDecodeError):
            run = False
    report.note(TABLE, "body", RULE, SAYS, seen, len(found), run=run)
    report.add(found)


def _forbidden(parquet: pq.ParquetFile, first: int, file: str) -> Iterator[Violation]:
    """The bodies in a file whose rights forbid them; `first` is the number of its first row in the table."""
    allowed = pa.array(open_licences(), pa.string())
    if all(pc.all(pc.is_in(batch["rights"], allowed), min_count=0).as_py() for batch in batches(parquet, ["rights"])):
        return
    for batch in batches(parquet, ["article_id", "rights", "body"]):
        wrong = pc.and_(pc.is_valid(batch["body"]), pc.invert(pc.is_in(batch["rights"], allowed)))
        for row in pc.indices_nonzero(wrong).to_pylist():
            key, rights = batch["article_id"][row].as_py(), batch["rights"][row].as_py()
            yield Violation(TABLE, "body", RULE, SAYS, first + row, key, rights, file)
        first += batch.num_rows
