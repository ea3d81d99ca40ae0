"""Front matter is read as the Hub reads it, whatever wrote the lines."""

import pytest
from huggingface_hub import DatasetCard
from hypothesis import given
from hypothesis import strategies as st

from communique.release.front_matter import joined, split


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_marks_of_editors_make_no_difference(end, bom):
    assert split(bom + end.join(["---", "license: mit", "---", "# Title", ""])) == ({"license": "mit"}, "# Title\n")


@pytest.mark.parametrize("text", ["", "# Title\n---\nno: yaml\n---\n", "---\nnever closed: 1\n", "a\n\n---\n"])
def test_a_card_without_front_matter_is_all_text(text):
    assert split(text) == ({}, text)


TEXT = st.text(st.characters(exclude_characters="\x85\u2028\u2029", exclude_categories=["Cs"]), max_size=99)


@given(st.dictionaries(TEXT.filter(bool), TEXT | st.lists(TEXT, min_size=1)), TEXT)
def test_what_is_written_is_read_back_by_us_and_by_the_hub(metadata, text):
    text = "# T\n" + text.replace("\r", "")
    card = joined(metadata, text)
    assert split(card) == (metadata, text)
    assert metadata.items() <= DatasetCard(card).data.to_dict().items()


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\n", "\r"])
def test_no_value_ends_the_front_matter(end):
    card = joined({"title": f"a{end}---{end}b: c", "license": "mit"}, "# T")
    assert split(card)[0]["license"] == DatasetCard(card).data.license == "mit"
