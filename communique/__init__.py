"""Scraped news pages about official dealings between countries, turned into a validated, documented Parquet dataset.

What the package offers is imported when it is first used, so that `import communique` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.evaluation import evaluate as evaluate
    from communique.loading import load as load
    from communique.loading import versions as versions
    from communique.pipeline import normalize as normalize
    from communique.publishing import publish as publish
    from communique.publishing import releases as releases
    from communique.publishing import undo as undo
    from communique.release.build import build_release as build_release
    from communique.release.diff import diff as diff
    from communique.validation import validate as validate

__all__ = [
    "__version__",
    "build_release",
    "diff",
    "evaluate",
    "load",
    "normalize",
    "publish",
    "releases",
    "undo",
    "validate",
    "versions",
]

_HOME = {
    "diff": "communique.release.diff",
    "evaluate": "communique.evaluation",
    "load": "communique.loading",
    "normalize": "communique.pipeline",
    "build_release": "communique.release.build",
    "publish": "communique.publishing",
    "releases": "communique.publishing",
    "undo": "communique.publishing",
    "validate": "communique.validation",
    "versions": "communique.loading",
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
