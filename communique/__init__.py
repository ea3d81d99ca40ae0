"""Scraped news pages about official dealings between countries, turned into a validated, documented Parquet dataset.

What the package offers is imported when it is first used, so that `import communique` costs next to nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
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
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))


class _Package(ModuleType):
    """Keeps the functions reachable: the import of `communique.load` binds the module as `load`, over the function."""

    def __setattr__(self, name: str, value: Any) -> None:
        own = isinstance(value, ModuleType) and _HOME.get(name) == value.__name__
        super().__setattr__(name, getattr(value, name) if own else value)


sys.modules[__name__].__class__ = _Package
