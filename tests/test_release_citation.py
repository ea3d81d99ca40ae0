"""A release can be cited: its CITATION.cff keeps what was given and says the version; BibTeX bears any title."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from communique.release.about import about
from communique.release.citation import bibtex, citation_cff
from communique.release.manifest import Manifest

OWN = Path(__file__).parent.parent / "CITATION.cff"
MANIFEST = Manifest(
    version="1.2.0",
    schema_version="1.0.0",
    date="2025-11-04",
    rows={"articles": 3},
    files=(),
    counts={"rights": {"CC-BY-4.0": 3}},
)
REQUIRED = {"authors", "cff-version", "message", "title"}
KNOWN = {
    *("abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords"),
    *("license", "license-url", "message", "preferred-citation", "references", "repository", "repository-artifact"),
    *("repository-code", "title", "type", "url", "version"),
}
"""The keys of the Citation File Format 1.2.0."""

GIVEN = """
cff-version: 1.1.0
message: Cite it.
title: Old title
type: software
license: GPL-3.0-only
commit: abc
version: 0.0.1
doi: 10.5281/zenodo.1
authors:
- family-names: Ito
  given-names: Ada
  orcid: https://orcid.org/0000-0000-0000-0000
- name: A group
"""


def cff(citation: str | None = None, **said: str) -> dict:
    return yaml.safe_load(citation_cff(MANIFEST, about(MANIFEST, citation=citation, **said)))


def test_it_has_the_keys_that_the_format_asks_for_and_no_others():
    for told in (cff(), cff(GIVEN), cff(OWN.read_text(encoding="utf-8"), repository="org/name")):
        assert set(told) >= REQUIRED
        assert set(told) <= KNOWN
        assert (told["cff-version"], told["type"], told["version"]) == ("1.2.0", "dataset", "1.2.0")
        assert told["date-released"] == date(2025, 11, 4)
        assert told["license"] == "CC-BY-4.0"
        assert all(set(author) & {"name", "family-names"} for author in told["authors"])


def test_what_was_given_stays():
    told = cff(GIVEN)
    assert (told["message"], told["title"], told["doi"]) == ("Cite it.", "Old title", "10.5281/zenodo.1")
    assert told["authors"][0]["orcid"].endswith("0000-0000")
    assert "commit" not in told


def test_the_card_names_the_dataset():
    assert cff(GIVEN, card="---\npretty_name: 'Talks: a list'\nlicense: odbl\n---\n")["title"] == "Talks: a list"


def test_bibtex_bears_any_name():
    told = about(
        replace(MANIFEST, name="Gulf & Co"), card="---\npretty_name: '50 % {of} \\x_y ``` <!-- /cite -->'\n---\n"
    )
    entry = bibtex(MANIFEST, told)
    assert r"title   = {{50 \% \{of\} \textbackslash{}x\_y ''' <!-- /cite -->}}" in entry
    assert entry.startswith("@misc{gulf-co,\n")
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")


def test_a_release_without_a_day_has_none():
    undated, earlier = replace(MANIFEST, date=None), citation_cff(MANIFEST, about(MANIFEST))
    assert "date-released" not in yaml.safe_load(citation_cff(undated, about(undated, citation=earlier)))
    assert "year" not in bibtex(undated, about(undated))
