"""Scraped news pages about official dealings between countries, turned into a validated, documented Parquet dataset.

What the package offers is imported when it is first used, so that `import communique` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.evaluate import evaluate as evaluate
    from communique.load import load as load
    from communique.load import versions as versions
    from communique.normalize import normalize as normalize
    from communique.validate import validate as validate

__all__ = ["__version__", "evaluate", "load", "normalize", "validate", "versions"]

_HOME = {
    "evaluate": "communique.evaluate",
    "load": "communique.load",
    "normalize": "communique.normalize",
    "validate": "communique.validate",
    "versions": "communique.load",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("communique")
    if name in _HOME:
        # Importing a module binds it here under its own name, which is also that of its function: the function wins.
        globals()[name] = value = getattr(import_module(_HOME[name]), name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
