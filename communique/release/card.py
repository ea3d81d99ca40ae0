"""The card of a release, `README.md`: hand-written text around parts that are made from the release itself.

In: a `Manifest`, what people say of the dataset, and a template, the card as a person wrote it. Out: the card's text.
Generated are the parts between `<!-- NAME -->` and `<!-- /NAME -->` (`card_parts.HEADINGS` names them) and the keys of
the front matter that describe files and features; all else survives as it is.
"""

from collections.abc import Mapping
from typing import Any

from communique.errors import DataError
from communique.markup import filled, has_part, marked, plain
from communique.release.about import DERIVED, About, is_derived
from communique.release.card_parts import HEADINGS, parts
from communique.release.front_matter import Metadata, joined, split
from communique.release.manifest import Manifest
from communique.schemas import TABLES, features

SPLIT = "train"  # what the Hub calls all files of a configuration
_SIZES = (
    *("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M"),
    *("100M<n<1B", "1B<n<10B", "10B<n<100B", "100B<n<1T", "n>1T"),
)
_FIRST = (
    "license",
    "license_name",
    "license_link",
    "license_details",
    "language",
    "pretty_name",
    "size_categories",
    "task_categories",
)
_TASKS = ("text-classification", "token-classification")
_TAGS = ("international-relations", "diplomacy", "event-data", "news", "plover", "cameo")


def card(
    manifest: Manifest,
    about: About,
    *,
    template: str | None = None,
    changelog: str = "",
    num_bytes: Mapping[str, int] | None = None,
) -> str:
    """The text of the card of a release.

    Args:
        manifest: of the release, with its data files.
        about: what people say of the dataset.
        template: a hand-written card; a neutral one by default. One without any marker of a generated part gets all
            of them at its end.
        changelog: a document with a heading for each version.
        num_bytes: of each table, bytes of its rows before compression; left out of the card if not given.

    Raises:
        DataError: the front matter of the template is no YAML mapping, or a generated part in it is not closed.
    """
    metadata, text = split(template or _template(about))
    made = parts(manifest, about, changelog)
    if not any(has_part(text, name) for name in made):
        text = text.rstrip() + "".join(f"\n\n## {HEADINGS[name]}\n\n{marked(name, '')}" for name in made) + "\n"
    return joined(front_matter(metadata, manifest, about, num_bytes or {}), filled(text, made))


def _template(about: About) -> str:
    """The card of a dataset for which nobody wrote one."""
    return f"# {plain(about.title)}\n\n{plain(about.description)}\n"


# --- front matter ----------------------------------------------------------------------------------------------------


def front_matter(given: Mapping[str, Any], manifest: Manifest, about: About, num_bytes: Mapping[str, int]) -> Metadata:
    """The metadata of a card: languages, sizes, files and features of the release, the rest as given or by default.

    Args:
        given: the hand-written metadata.
        manifest: of the release.
        about: what people say of the dataset.
        num_bytes: of each table, bytes of its rows before compression.
    """
    if is_derived(given):
        given = {key: value for key, value in given.items() if not key.startswith("license")}
    metadata = {
        **_licence(about),
        "pretty_name": about.title,
        "task_categories": list(_TASKS),
        "tags": list(_TAGS),
        **given,
        "language": list(manifest.counts.get("language", {})),
        "size_categories": [size_category(manifest.rows.get("articles", 0))],
    }
    if "license" in given:
        metadata = {key: value for key, value in metadata.items() if key in given or not key.startswith("license_")}
    metadata["configs"] = _configs(given.get("configs"), manifest)
    metadata["dataset_info"] = _dataset_info(given.get("dataset_info"), manifest, num_bytes)
    order = [*(key for key in _FIRST if key in metadata), *(key for key in metadata if key not in _FIRST)]
    return {key: metadata[key] for key in order if metadata[key] not in (None, [])}


def size_category(rows: int) -> str:
    """The Hub's class of a number of rows.

    >>> size_category(999), size_category(1000), size_category(10_000_000)
    ('n<1K', '1K<n<10K', '10M<n<100M')
    """
    return _SIZES[min(max(len(str(rows)) - 3, 0), len(_SIZES) - 1)]


def _licence(about: About) -> Metadata:
    """The licence as the Hub writes it; where each article has its own, that is what it says."""
    if about.licence:
        return {"license": about.licence.lower()} | (
            {} if about.licence_chosen else {"license_details": DERIVED["every"]}
        )
    return {"license": "other", "license_name": "of-each-article", "license_details": DERIVED["each"]}


def _configs(given: object, manifest: Manifest) -> list[Metadata]:
    """A configuration for each table, behind them those of other data that the template has."""
    others = _others(given)
    default = not any(config.get("default") for config in others)
    configs: list[Metadata] = []
    for name in TABLES:
        if manifest.of_table(name):
            first = {"default": True} if default and not configs else {}
            configs.append({"config_name": name, **first, "data_files": f"data/{name}/*.parquet"})
    return configs + others


def _dataset_info(given: object, manifest: Manifest, num_bytes: Mapping[str, int]) -> list[Metadata]:
    """Features and sizes of each table as `datasets` writes them."""
    from datasets import DatasetInfo, SplitDict, SplitInfo
    from datasets.info import DatasetInfosDict

    infos = {}
    for name in TABLES:
        if files := manifest.of_table(name):
            size = num_bytes.get(name)
            infos[name] = DatasetInfo(
                features=features(name),
                splits=SplitDict({SPLIT: SplitInfo(SPLIT, size or 0, manifest.rows[name])}),
                download_size=sum(entry.bytes for entry in files),
                dataset_size=size,
            )
    card_data: Metadata = {"dataset_info": _others(given)}
    DatasetInfosDict(infos).to_dataset_card_data(card_data)
    written = card_data["dataset_info"]
    return written if isinstance(written, list) else [written]


def _others(given: object) -> list[Metadata]:
    """What a template says of configurations that are not ours."""
    entries: list[Any] = given if isinstance(given, list) else [given] if given else []
    if not all(isinstance(entry, dict) for entry in entries):
        raise DataError("configs or dataset_info of the card are no list of mappings", "see the Hub's page on cards")
    named = ({"config_name": "default", **entry} for entry in entries)
    return [entry for entry in named if entry["config_name"] not in TABLES]
