"""Where the text ends on a page that lost its line breaks."""

import pytest

from communique.model import Page
from communique.page import split
from communique.page.lines.closing import find_closing

TEXT = (
    "SUVA, March 12 (GAZ) – The ministers of transport of Fiji and Samoa agreed on Monday that a ferry will link both "
    "capitals. The boat carries ninety passengers, and it is a wish of the traders, said the minister of Samoa, "
    "who had come with the mayor of the town. What the fare will be has not been settled, he told reporters."
)


@pytest.mark.parametrize(
    "behind",
    [
        "Share Print Related news Minister Haddad talks with Ambassador of Tonga Vanuatu gets tanks © 2022 Ministry",
        "Tags: Fiji Samoa Leave a Reply Your email address will not be published. Required fields are marked",
        "lina@gazette.example (END) Keywords #Fiji #Samoa Most Liked 1 Envoy in Port Vila 2 Tanks for Tonga",
        "Top News Minister of Energy Omar Saleh in Apia Flights to Nadi resume When using materials a link is required",
    ],
)
def test_the_text_ends_before_what_follows_it(behind: str) -> None:
    assert find_closing(f"{TEXT} {behind}", None) == len(TEXT)


@pytest.mark.parametrize("last", ["Success was what he wished them.", "Tonga gave it none.", "It sails in May. (GNA)"])
def test_a_short_last_sentence_belongs_to_the_text(last: str) -> None:
    page = f"Fiji and Samoa agree on ferry between capitals {TEXT} {last} Share Facebook Twitter Related Articles Tanks"
    assert split(Page("x", text=page)).body.endswith(last)


def test_no_end_is_told_where_all_the_last_words_are_furniture() -> None:
    assert find_closing(f"{TEXT} {'Vanuatu Envoy In Rome ' * 100}", None) in {None, len(TEXT)}
    assert find_closing("", None) is None
