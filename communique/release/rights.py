"""Which texts a release may hold: a body is published only where its licence lets it be published again.

In: rows of `articles`. Out: the same rows, `body` null where it is withheld; its hash, length and the offsets of the
evidence stay, so that who holds the page can check them.
"""

from typing import Literal, get_args

import pyarrow as pa
import pyarrow.compute as pc

from communique.errors import UsageError
from communique.registry import rows
from communique.release.partitions import Change

Withhold = Literal["by-licence", "all"]
"""`by-licence`: bodies whose `rights` do not allow publishing them again; `all`: every body."""


def open_licences() -> tuple[str, ...]:
    """The licences under which a text may be published again, by SPDX identifier.

    >>> "CC-BY-4.0" in open_licences(), "CC-BY-ND-4.0" in open_licences(), "facts-only" in open_licences()
    (True, False, False)
    """
    return tuple(row["id"] for row in rows("licences") if row["text"] == "yes")


def withholding(which: str) -> Change:
    """What takes the bodies that are withheld out of a batch of articles.

    Args:
        which: "by-licence" or "all".

    Raises:
        UsageError: it is neither.
    """
    if which not in get_args(Withhold):
        raise UsageError(f"texts cannot be withheld {which!r}", f"there are {', '.join(get_args(Withhold))}")
    allowed = pa.array(open_licences() if which == "by-licence" else (), pa.string())

    def withhold(batch: pa.RecordBatch) -> pa.RecordBatch:
        at = batch.schema.get_field_index("body")
        published = pc.is_in(batch.column("rights"), allowed)
        body = pc.if_else(published, batch.column(at), pa.scalar(None, pa.string()))
        return batch.set_column(at, batch.schema.field(at), body)

    return withhold
