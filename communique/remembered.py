"""A memory for what a function says of a word, so that it is asked once for the words that come again.

News repeats its words: most of what is said of a page can be looked up. The memory is bounded, for hostile text.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")

KNOWN, LONGEST = 50_000, 40  # words remembered, and their length


class Remembered(dict[str, Value], Generic[Value]):
    """What `ask` says of a word; `remembered[word]` asks it the first time.

    >>> lengths = Remembered(len)
    >>> list(map(lengths.__getitem__, ["talks", "in", "Baku"]))
    [5, 2, 4]
    """

    def __init__(self, ask: Callable[[str], Value]) -> None:
        super().__init__()
        self.ask = ask

    def __missing__(self, word: str) -> Value:
        said = self.ask(word)
        if len(word) < LONGEST:
            if len(self) > KNOWN:
                self.clear()
            self[word] = said
        return said
