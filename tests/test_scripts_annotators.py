"""Two annotators are compared as the program is with one."""

import json
from pathlib import Path

import annotators
import pytest

MEASURING = Path(__file__).parent / "gold" / "measuring"
GOLD, SECOND = MEASURING / "pages.jsonl", MEASURING / "second.jsonl"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """The first annotator's own labels as if somebody else had given them, one page's kind and sectors changed."""
    lines = []
    for number, page in enumerate(map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())):
        title = next(text for kind, text in page["blocks"] if kind == "title")
        gold = page["gold"] | ({"kind": "none of them", "sectors": []} if number == 0 else {})
        lines.append(json.dumps({"id": page["id"], "title": title, "gold": gold}))
    path = tmp_path / "second.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_labels_agree_with_themselves_but_where_they_were_changed(second: Path) -> None:
    fields = annotators.agreement(GOLD, second).fields
    assert fields["title"]["share"] == fields["countries"]["f1"] == fields["actors_full"]["f1"] == 1.0
    assert fields["kind"]["right"] == fields["kind"]["of"] - 1


def test_every_page_was_labelled_a_second_time_with_all_labels() -> None:
    pages, told = (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] for path in (GOLD, SECOND)
    )
    assert [page["id"] for page in pages] == [labels["id"] for labels in told]
    assert all(page["gold"].keys() == labels["gold"].keys() for page, labels in zip(pages, told, strict=True))
