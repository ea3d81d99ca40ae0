"""Figures are well-formed, say in words what they show, and hold for any counts."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.release.figures import MOST_BARS, MOST_MONTHS, figures
from communique.release.manifest import Manifest
from tests.small_release import HOSTILE, hostile

SVG = "{http://www.w3.org/2000/svg}"
MANIFEST = Manifest(version="1.0.0", schema_version="1.0.0", rows={"articles": 60}, files=())


def drawn(**counts: dict[str, int]) -> dict[str, ElementTree.Element]:
    return {
        path: ElementTree.fromstring(figure.svg) for path, figure in figures(replace(MANIFEST, counts=counts)).items()
    }


def bars(figure: ElementTree.Element) -> list[ElementTree.Element]:
    return [one for one in figure.iter(f"{SVG}rect") if one.get("class") == "bar"]


def words(figure: ElementTree.Element) -> str:
    return " ".join(figure.itertext())


LABELS = st.text(max_size=20) | st.just(HOSTILE)
MONTHS = st.builds("{:04}-{:02}".format, st.integers(1945, 2100), st.integers(1, 12))
NUMBERS = st.integers(1, 10**9)


@settings(max_examples=50)
@given(
    st.dictionaries(MONTHS, NUMBERS, max_size=40),
    st.dictionaries(LABELS, NUMBERS, max_size=40),
    st.dictionaries(LABELS, NUMBERS, max_size=40),
)
def test_everything_that_is_drawn_lies_on_the_ground(month, pair, sector):
    for figure in drawn(month=month, pair=pair, sector=sector).values():
        width, height = float(figure.get("width")), float(figure.get("height"))
        for rect in figure.iter(f"{SVG}rect"):
            x, y, w, h = (float(rect.get(key)) for key in ("x", "y", "width", "height"))
            assert 0 <= x <= x + w <= width
            assert 0 <= y <= y + h <= height
        assert all(0 <= float(text.get("x")) <= width for text in figure.iter(f"{SVG}text"))


def test_a_figure_has_a_title_and_says_what_it_shows():
    for path, figure in figures(replace(MANIFEST, counts={"sector": {"trade": 3}})).items():
        root = ElementTree.fromstring(figure.svg)
        assert (root[0].tag, root[0].text) == (f"{SVG}title", figure.title)
        assert (root[1].tag, root[1].text) == (f"{SVG}desc", figure.says)
        assert root.get("aria-labelledby").split() == [root[0].get("id"), root[1].get("id")]
        assert path.startswith("figures/")


def test_each_month_between_the_first_and_the_last_has_its_place():
    figure = drawn(month={"2023-12": 2, "2024-02": 4})["figures/articles.svg"]
    first, second = bars(figure)
    assert float(second.get("height")) == 2 * float(first.get("height"))
    assert "2024-01" in words(figure)
    assert "54 articles have no date of publication" in words(figure)


def test_many_months_become_years():
    months = {f"{2000 + n // 12}-{n % 12 + 1:02}": 1 for n in range(MOST_MONTHS + 1)}
    figure = drawn(month=months)["figures/articles.svg"]
    assert "Articles a year" in words(figure)
    assert len(bars(figure)) == 26
    del months["2000-01"]
    assert "Articles a month" in words(drawn(month=months)["figures/articles.svg"])


def test_one_month_and_none_are_told_as_such():
    assert "All in 2024-05: 60." in words(drawn(month={"2024-05": 60})["figures/articles.svg"])
    assert "No article has a date of publication." in words(drawn()["figures/articles.svg"])
    assert "There are no sectors." in words(drawn()["figures/sectors.svg"])


def test_of_many_pairs_the_most_frequent_are_drawn_and_the_rest_is_counted():
    pairs = {f"A{n:02}-SYR": n + 1 for n in range(200)}
    figure = drawn(pair=pairs)["figures/pairs.svg"]
    assert len(bars(figure)) == MOST_BARS
    assert "The first 15 of 200 pairs" in words(figure)
    assert "most often A199 – Syria: 200." in words(figure)


def test_long_names_are_cut_so_that_both_of_a_pair_can_be_told():
    figure = drawn(pair={"SHN-BES": 1})["figures/pairs.svg"]
    (label,) = (text.text for text in figure.iter(f"{SVG}text") if text.get("class") == "end")
    assert label == "Saint Helena, Ascen… – Caribbean Netherlan…"


def test_values_of_pages_are_text_and_the_same_counts_give_the_same_bytes():
    given = hostile(replace(MANIFEST, counts={"pair": {}, "sector": {}, "month": {"2024-01": 1}}))
    assert figures(given) == figures(given)
    for figure in figures(given).values():
        tags = {one.tag.removeprefix(SVG) for one in ElementTree.fromstring(figure.svg).iter()}
        assert tags <= {"svg", "title", "desc", "style", "rect", "text", "line"}


@pytest.mark.parametrize("path", ["figures/articles.svg", "figures/pairs.svg", "figures/sectors.svg"])
def test_a_figure_loads_nothing_and_runs_nothing(path):
    svg = figures(hostile(replace(MANIFEST, counts={"pair": {}, "sector": {}})))[path].svg
    assert "href" not in svg
    assert "<script" not in svg
    assert "@import" not in svg
