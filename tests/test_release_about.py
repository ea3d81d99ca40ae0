"""What people say of a dataset is taken where they say it; where nobody says anything nothing is invented."""

from dataclasses import replace

import pytest

from communique.errors import DataError, UsageError
from communique.release.about import about
from communique.release.manifest import Manifest

MANIFEST = Manifest(name="talks", version="1.0.0", schema_version="1.0.0", rows={"articles": 3}, files=())


def with_rights(**counts: int) -> Manifest:
    return replace(MANIFEST, counts={"rights": {key.replace("_", "-"): n for key, n in counts.items()}})


def test_where_nobody_says_anything_it_is_what_can_be_said_of_any():
    told = about(MANIFEST)
    assert (told.title, told.author_names, told.licence, told.url) == ("talks", ("The authors of talks",), None, None)
    assert told.description.startswith("Official dealings between countries")


def test_the_licence_is_the_one_that_is_stated_or_that_all_articles_share():
    assert about(with_rights(**{"CC0-1.0": 3})).licence == "CC0-1.0"
    mixed = about(with_rights(**{"CC0-1.0": 1, "CC-BY-4.0": 1, "facts-only": 1}))
    assert (mixed.licence, mixed.licences) == (None, ("CC0-1.0", "CC-BY-4.0"))
    assert about(with_rights(facts_only=3)).licences == ()
    assert about(with_rights(**{"CC0-1.0": 3}), card="---\nlicense: cc-by-4.0\n---\n").licence == "CC-BY-4.0"
    assert about(with_rights(**{"CC0-1.0": 3}), card="---\nlicense: of-our-own\n---\n").licence is None


def test_the_description_is_the_first_running_paragraph_of_the_card():
    made = "<!-- a\n\nb -->\n\n<!-- x -->\n\nMade.\n\n<!-- /x -->\n\n| a |\n|---|"
    card = f"---\nlicense: mit\n---\n# Talks\n\n{made}\n\nWho *met* [whom](x.md)\nand when.\n\nC."
    assert about(MANIFEST, card=card).description == "Who met whom and when."


def test_authors_are_people_and_bodies():
    citation = "authors:\n- given-names: Ada\n  name-particle: van\n  family-names: Ito\n- name: A group\n"
    assert about(MANIFEST, citation=citation).author_names == ("Ada van Ito", "A group")


@pytest.mark.parametrize("citation", ["authors: me", "authors: [1]", "authors:\n- {}", "- a", "a: ["])
def test_a_citation_that_cannot_be_read_is_told(citation):
    with pytest.raises(DataError, match=r"CITATION\.cff"):
        about(MANIFEST, citation=citation)


@pytest.mark.parametrize("repository", ["name", "a/b/c", "../x", "org/na me", 'org/"x', "org/"])
def test_a_repository_that_is_none_is_a_fault_of_the_call(repository):
    with pytest.raises(UsageError, match="no repository"):
        about(MANIFEST, repository=repository)


def test_addresses_are_web_addresses():
    assert about(MANIFEST, citation="url: https://example.org/x").url == "https://example.org/x"
    assert about(MANIFEST, citation="url: javascript:alert(1)").url is None
