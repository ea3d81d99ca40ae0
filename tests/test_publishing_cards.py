"""Cards are merged so that neither what people wrote nor what a release says is lost without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.publishing.cards import merge_cards
from communique.release.front_matter import split

CARD = """---
license: cc-by-4.0
tags:
- news
configs:
- config_name: articles
  data_files: data/articles/*.parquet
---

# Data

{intro}

<!-- size -->
{size} rows
<!-- /size -->

Between.

<!-- fields -->
{fields}
<!-- /fields -->

The end.
"""


def card(size=7, intro="About it.", fields="a, b") -> str:
    return CARD.format(size=size, intro=intro, fields=fields)


def test_a_card_that_nobody_touched_becomes_that_of_the_release():
    new = card(9, "Another introduction.")
    assert merge_cards(new, card(7), card(7)).text == new
    assert merge_cards(new, new).text == new


def test_text_by_hand_stays_where_it_was_put_and_all_else_is_renewed():
    theirs = card(7).replace("Between.", "Between, by Ann.")
    merged = merge_cards(card(9, "Another introduction."), theirs, card(7))
    assert "Another introduction." in merged.text
    assert "Between, by Ann." in merged.text
    assert "9 rows" in merged.text
    assert "7 rows" not in merged.text
    assert merged.kept == ("text before fields",)
    assert not merged.conflicts


def test_text_by_hand_stays_through_later_releases_until_the_release_says_it_itself():
    merged = merge_cards(card(8), card(7).replace("Between.", "By Ann."), card(7))
    later = merge_cards(card(9, "New."), merged.text, merged.text)
    assert "By Ann." in later.text
    assert "New." in later.text
    assert later.text.count("written by hand") == 1
    taken_over = card(10).replace("Between.", "By Ann.")
    assert merge_cards(taken_over, later.text, later.text).text == taken_over


def test_without_knowing_what_was_published_all_text_that_differs_is_taken_for_written_by_hand():
    merged = merge_cards(card(9, "Ours."), card(7, "Theirs."))
    assert "Theirs." in merged.text
    assert "Ours." not in merged.text
    assert "9 rows" in merged.text


def test_parts_that_are_new_come_with_their_heading_and_parts_that_are_gone_go():
    ours = card(9).replace("The end.", "## Cite\n\n<!-- cite -->\nus\n<!-- /cite -->\n\nThe end.")
    ours = ours.replace("<!-- size -->\n9 rows\n<!-- /size -->\n\n", "")
    merged = merge_cards(ours, card(7) + "\nAnn.\n", card(7))
    assert "## Cite\n\n<!-- cite -->\nus" in merged.text
    assert "rows" not in merged.text
    assert "Ann." in merged.text


def test_metadata_of_others_stay_and_ours_are_renewed():
    theirs = card(7).replace("- news\n", "- news\n- asia\n", 1)
    theirs = theirs.replace("configs:\n", "annotations_creators:\n- experts\nconfigs:\n- config_name: more\n", 1)
    merged = merge_cards(card(9).replace("cc-by-4.0", "cc0-1.0"), theirs, card(7))
    metadata = split(merged.text)[0]
    assert metadata["license"] == "cc0-1.0"
    assert metadata["tags"] == ["news", "asia"]
    assert metadata["annotations_creators"] == ["experts"]
    assert [config["config_name"] for config in metadata["configs"]] == ["articles", "more"]
    assert not merged.conflicts


@pytest.mark.parametrize(
    ("theirs", "says"),
    [
        (card(7).replace("cc-by-4.0", "mit"), "license in the metadata was changed by hand to 'mit'"),
        (card(7).replace("articles/*", "articles/2*"), "articles in the configs of the metadata was changed by hand"),
        (card(7).replace("7 rows", "7 rows!"), "size in the card, between its markers, was changed by hand"),
        (card(7).replace("<!-- /size -->", ""), None),
        (card(7).replace("<!-- size -->", ""), "has lost a marker of size"),
        ("# My own card\n", "has none of the parts that communique makes"),
        ("---\n[\n---\n# Card\n", "cannot be read"),
        ("---\na: &a [x]\nb: *a\n---\n" + card(7), "cannot be read"),
        ("x" * 2_000_000, "cannot be read"),
    ],
)
def test_what_cannot_be_kept_is_said(theirs, says):
    merged = merge_cards(card(9), theirs, card(7))
    assert says is None or says in "".join(merged.conflicts)
    assert merged.conflicts or "7 rows" in merged.text  # a part that is not closed is text
    assert "9 rows" in merged.text


def test_a_change_of_line_ends_is_no_change():
    assert merge_cards(card(9), card(7).replace("\n", "\r\n"), card(7)).text == card(9)


TEXT = st.text(st.sampled_from("ab \n#*<>-!|'\"é"), max_size=40)


@given(TEXT, TEXT, TEXT)
def test_no_text_outside_the_markers_is_ever_lost(before, between, behind):
    theirs = f"{before}\n<!-- size -->\n7\n<!-- /size -->\n{between}\n<!-- fields -->\na\n<!-- /fields -->\n{behind}"
    merged = merge_cards(card(9), theirs, card(7))
    if not merged.conflicts:
        for text in (before, between, behind):
            assert " ".join(text.split()) in " ".join(merged.text.split())
    again = merge_cards(card(9), merged.text, merged.text)
    assert " ".join(again.text.split()) == " ".join(merged.text.split())


@given(st.text(max_size=300))
def test_no_card_breaks_the_merge(theirs):
    assert "9 rows" in merge_cards(card(9), theirs, card(7)).text
