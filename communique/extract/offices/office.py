"""An office in a text: what `phrases` reads and `joined` brings together."""

from dataclasses import dataclass

from communique.extract.offices.heads import Head


@dataclass(frozen=True, slots=True)
class Office:
    """An office on the words `i` up to `j`, nationality included; `core` is the first word of the office itself.

    `countries` are the states it is held for (several only of a plural), `own` says that the text calls it the
    speaker's country's, `posting` is where a diplomat serves, `portfolio` the folded words that tell offices apart.
    """

    i: int
    j: int
    core: int
    role: str
    head: Head
    countries: tuple[str, ...] = ()
    organization: str | None = None
    own: bool = False
    former: bool = False
    visiting: bool = False
    posting: str | None = None
    portfolio: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    parts: tuple["Office", ...] = ()
