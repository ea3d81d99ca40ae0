"""The card says what the release holds, keeps what people wrote, and is read by the Hub's own tools."""

from dataclasses import replace
from pathlib import Path

import datasets
import pytest
import yaml
from huggingface_hub import DatasetCard
from markdown_it import MarkdownIt

from communique.errors import DataError
from communique.release.about import about
from communique.release.card import card, size_category
from communique.release.card_parts import HEADINGS, section
from communique.release.manifest import Manifest
from communique.schemas import TABLES, features
from tests.small_release import HOSTILE, hostile, write_data, write_documents

OWN = Path(__file__).parent.parent / "DATACARD.md"


@pytest.fixture(scope="module")
def release(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("card") / "0.2.0"


@pytest.fixture(scope="module")
def manifest(release) -> Manifest:
    manifest = write_data(release)
    write_documents(release, manifest, template=OWN.read_text(encoding="utf-8"))
    return manifest


def made(manifest: Manifest, template: str | None = None, **said: object) -> str:
    return card(manifest, about(manifest, card=template), template=template, **said)


def metadata(text: str) -> dict:
    return DatasetCard(text).data.to_dict()


@pytest.mark.parametrize("table", TABLES)
def test_datasets_loads_a_release_with_its_card_and_the_features_are_those_of_the_files(
    table, release, manifest, tmp_path
):
    loaded = datasets.load_dataset(str(release), table, split="train", cache_dir=str(tmp_path))
    assert loaded.num_rows == manifest.rows[table]
    promised = datasets.load_dataset_builder(str(release), table, cache_dir=str(tmp_path)).info
    files = datasets.Features.from_arrow_schema(
        datasets.Dataset.from_parquet(
            [str(release / entry.path) for entry in manifest.of_table(table)], cache_dir=str(tmp_path)
        ).data.schema
    )
    assert promised.features == loaded.features == files == features(table)
    assert promised.splits["train"].num_examples == manifest.rows[table]
    assert promised.download_size == sum(entry.bytes for entry in manifest.of_table(table))


def test_articles_are_what_loads_when_nothing_is_named(release, manifest, tmp_path):
    assert datasets.load_dataset(str(release), split="train", cache_dir=str(tmp_path)).features == features("articles")


def test_the_hub_reads_the_front_matter_and_what_people_wrote_stands_in_it(manifest):
    given = yaml.safe_load(OWN.read_text(encoding="utf-8").split("---")[1])
    read = metadata(made(manifest, OWN.read_text(encoding="utf-8")))
    assert {key: read[key] for key in ("license", "pretty_name", "tags", "task_categories")} == {
        key: given[key] for key in ("license", "pretty_name", "tags", "task_categories")
    }
    assert (read["language"], read["size_categories"]) == (["en"], ["n<1K"])
    assert [config["config_name"] for config in read["configs"]] == list(TABLES)
    assert read["configs"][0] == {"config_name": "articles", "default": True, "data_files": "data/articles/*.parquet"}


TEMPLATE = """---
license: mit
colour: "no"
viewer: false
configs:
- config_name: articles
  data_files: elsewhere/*.csv
- config_name: maps
  data_files: maps/*.csv
  default: true
dataset_info:
- config_name: maps
  features:
  - name: x
    dtype: string
language: [xx]
---
# Ours

Written by hand \\1 <!-- glance -->
old
<!-- /glance --> and *behind*.

<!-- of somebody else --> kept
"""


def test_hand_written_keys_and_text_survive_and_only_the_places_given_are_filled(manifest):
    text = made(manifest, TEMPLATE)
    read = metadata(text)
    assert (read["license"], read["colour"], read["viewer"], read["language"]) == ("mit", "no", False, ["en"])
    assert "license_name" not in read
    configs = {config["config_name"]: config for config in read["configs"]}
    assert configs["articles"] == {"config_name": "articles", "data_files": "data/articles/*.parquet"}
    assert configs["maps"] == {"config_name": "maps", "data_files": "maps/*.csv", "default": True}
    assert {info["config_name"] for info in read["dataset_info"]} == {"articles", "events", "actors", "maps"}
    assert "# Ours\n\nWritten by hand \\1 <!-- glance -->" in text
    assert "<!-- /glance --> and *behind*.\n\n<!-- of somebody else --> kept\n" in text
    assert "old" not in text
    assert "<!-- coverage -->" not in text


@pytest.mark.parametrize("template", [None, "", "# Title only", "no heading\r\n\r\nat all\r\n", TEMPLATE])
def test_a_card_made_again_from_itself_is_the_same(template, manifest):
    once = made(manifest, template)
    assert card(manifest, about(manifest, card=template), template=once) == once


def test_a_template_without_markers_gets_every_part_below_a_heading(manifest):
    text = made(manifest, "# Ours\n\nWritten by hand.\n")
    assert text.index("Written by hand.") < text.index("## At a glance")
    for name, heading in HEADINGS.items():
        assert f"\n## {heading}\n\n<!-- {name} -->\n\n" in text
        assert text.count(f"<!-- /{name} -->") == 1


def test_a_dataset_for_which_nobody_wrote_anything_gets_a_card_of_its_own(manifest):
    mixed = replace(
        manifest, name="gulf-talks", counts={**manifest.counts, "rights": {"CC-BY-4.0": 1, "facts-only": 9}}
    )
    text = made(mixed)
    read = metadata(text)
    assert (read["license"], read["license_name"]) == ("other", "of-each-article")
    assert read["pretty_name"] == "gulf-talks"
    assert "# gulf-talks\n" in text
    assert "communique authors" not in text
    assert "The authors of gulf-talks" in text


@pytest.mark.parametrize("rights", [{"CC0-1.0": 1, "facts-only": 9}, {"CC0-1.0": 10}, {"CC-BY-4.0": 10}])
@pytest.mark.parametrize("later_rights", [{"CC0-1.0": 1, "facts-only": 9}, {"CC0-1.0": 10}])
def test_a_card_of_an_earlier_version_is_a_template_of_the_next(rights, later_rights, manifest):
    first = replace(manifest, name="talks", counts={**manifest.counts, "rights": rights})
    second = replace(first, version="0.3.0", counts={**manifest.counts, "rights": later_rights})
    earlier = made(first)
    assert made(second, earlier) == made(second)


def test_no_value_of_a_page_is_markup_in_the_card(manifest):
    changes = {"since": HOSTILE, "tables": {"articles": {"added": 1}}}
    text = made(replace(hostile(manifest), changes=changes, date=None), "# T\n")
    assert metadata(text)["language"] == [HOSTILE, "en"]
    body = text.split("\n---\n", 1)[1]
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    flat = [one for token in tokens for one in (token, *(token.children or ()))]
    html = [token.content.strip() for token in flat if token.type.startswith("html_")]
    assert all(line.startswith("<!-- ") and line[5:-4].strip("/") in HEADINGS for line in html)
    assert not any(token.type == "link_open" and "x.y" in str(token.attrs) for token in flat)
    assert "\u202e" not in body
    for name in HEADINGS:
        assert body.count(f"<!-- /{name} -->") == 1


def test_the_parts_tell_the_figures_of_the_release(manifest):
    changes = {
        "since": "0.1.0",
        "requires": "minor",
        "tables": {
            "articles": {"added": 1200, "removed": 0, "changed": 3, "columns": {"kind": 3}},
            "events": {"added": 1, "schema": [{"column": "place", "change": "added", "old": None, "new": "string"}]},
        },
    }
    told = "# Changelog\n\n## 0.2.0 (soon)\n\n- More of **it**.\n\n### Also\n\n## 0.1.0\n\n- the beginning\n"
    text = made(replace(manifest, changes=changes), changelog=told)
    counts = ", ".join(f"{count} {table}" for table, count in manifest.rows.items())
    assert f"| Rows | {counts} |" in text
    assert "| `articles` | `actors.name` | " in text
    assert "| `articles` | `article_id` |" not in text
    assert "Since version 0.1.0:" in text
    assert "| `articles` | 1,200 | 0 | 3 | `kind` (3) |" in text
    assert "- `events`: `place` added" in text
    assert "- More of **it**.\n\n### Also\n\n<!-- /changes -->" in text
    assert "the beginning" not in text
    assert "](figures/articles.svg)" in text


def test_the_repository_is_named_where_it_is_known(manifest):
    text = card(manifest, about(manifest, repository="org/name"))
    assert 'load_dataset("org/name", "articles", split="train", revision="v0.2.0")' in text
    assert 'source="org/name@v0.2.0"' in text
    assert "url     = {https://huggingface.co/datasets/org/name}" in text


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("a: [", "no YAML"),
        ("- a\n- b", "no mapping"),
        ("configs: 7", "list of mappings"),
        ("a: " + "[" * 5000, "no YAML"),
        ("a: 2024-99-99", "no YAML"),
        ("a: " + "x" * 200_000, "longer than"),
    ],
)
def test_a_front_matter_that_cannot_be_read_is_told(front, says, manifest):
    with pytest.raises(DataError, match=says):
        made(manifest, f"---\n{front}\n---\n# T\n")


def test_a_hostile_card_costs_no_more_than_its_length(manifest):
    layers = (f"b{n + 1}: &b{n + 1} [{', '.join([f'*b{n}'] * 9)}]" for n in range(9))
    bomb = "\n".join(["b0: &b0 [x]", *layers])
    text = made(manifest, f"---\n{bomb}\ntags: *b9\n---\n" + "<!--" * 100_000)
    assert len(text) < 1_000_000
    with pytest.raises(DataError, match="not closed"):
        made(manifest, "<!-- glance --><!-- /glance -->" + "<!-- glance -->" * 100_000)


@pytest.mark.parametrize(("rows", "name"), [(0, "n<1K"), (999_999, "100K<n<1M"), (10**12, "n>1T")])
def test_sizes_are_those_of_the_hub(rows, name):
    assert size_category(rows) == name


def test_a_section_of_a_changelog_is_that_of_the_very_version():
    told = "## 1.2.0-rc1\n\nx\n\n## 11.2.0\n\ny\n\n## [v1.2.0] - 2025-01-01\n\nz\n"
    assert section(told, "1.2.0") == "z"
    assert section(told, "1.2") == ""
