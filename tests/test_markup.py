"""Text of pages stays text; generated parts are written anew and nothing else is touched."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import markup
from communique.errors import DataError

TEXT = st.text(st.one_of(st.characters(), st.sampled_from("<>&|`*_[]()$!#@~\\\"'-/:. \n")))


@given(TEXT)
def test_plain_text_means_itself_and_has_no_markup_left(text):
    shown = markup.plain(text)
    assert unescape(shown) == markup.seen(text)
    assert not re.search(r"[<>|`*_\[\]~$\\@{}]|&(?!#\d+;)|://|www\.", shown, re.IGNORECASE)


@given(TEXT)
def test_code_stays_in_its_cell_and_in_its_span(text):
    shown = markup.code(text)
    fence = re.match("`+", shown)[0]
    assert shown.endswith(fence)
    assert fence not in re.findall("`+", shown[len(fence) : -len(fence)])
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)\|", shown)


def test_a_line_break_in_code_can_be_seen():
    assert markup.code("a|b\n`c`") == "`` a\\|b\\n`c` ``"


@given(TEXT)
def test_xml_reads_back_as_the_text(text):
    root = ElementTree.fromstring(f'<t a="{markup.xml(text)}">{markup.xml(text)}</t>')
    assert (root.text or "") == root.get("a") == markup.seen(text)


@given(TEXT, TEXT, TEXT)
def test_what_stands_outside_of_the_markers_survives(before, content, after):
    document = f"{before}\n<!-- part -->\nold\n<!-- /part -->\n{after}"
    once = markup.filled(document, {"part": content})
    assert once.startswith(f"{before}\n<!-- part -->")
    assert once.endswith(f"<!-- /part -->\n{after}")
    assert markup.filled(once, {"part": content}) == once


def test_a_part_that_is_not_closed_is_told():
    with pytest.raises(DataError, match="<!-- part --> is not closed"):
        markup.filled("a <!-- part --> b", {"part": "new"})
    with pytest.raises(DataError, match="<!-- part --> is not closed"):
        markup.filled("a <!-- /part --> <!-- part --> b", {"part": "new"})
