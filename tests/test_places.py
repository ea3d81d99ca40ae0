"""A source is found by what is on disk first; what it lacks is told in a sentence."""

import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from communique.errors import DataError, UsageError
from communique.places import ALONE, bundled, find, versions


@pytest.fixture
def releases(tmp_path):
    """The releases that come with the package, in a folder of their own."""
    return shutil.copytree(bundled(), tmp_path / "releases")


def newest() -> str:
    return versions()[-1]


def test_the_package_is_the_source_if_none_is_given():
    assert find().manifest.version == newest()
    assert find(newest()).manifest.version == newest()


@pytest.mark.parametrize("how", ["{0}/{1}", "{0}@{1}", "{0}"])
def test_a_release_is_found_by_its_directory_by_its_version_and_as_the_newest(releases, how):
    assert find(how.format(releases, newest())).manifest.version == newest()


def test_latest_and_a_version_choose_from_a_folder(releases):
    assert find(releases, "latest").manifest.version == newest()
    assert find(releases, newest()).manifest.version == newest()


@pytest.mark.parametrize("source", ["{0}@99.0.0", "99.0.0"])
def test_a_version_that_is_not_there_is_told_with_those_that_are(releases, source):
    with pytest.raises(UsageError, match=r"no version '?99\.0\.0") as told:
        find(source.format(releases))
    assert newest() in told.value.hint


def test_a_release_is_no_other_version(releases):
    with pytest.raises(UsageError, match="no version"):
        find(releases / newest(), "99.0.0")


def test_tables_and_files_have_no_versions(tmp_path):
    pq.write_table(pa.table({"article_id": ["a"]}), tmp_path / "articles.parquet")
    for source in (tmp_path, tmp_path / "articles.parquet"):
        with pytest.raises(UsageError, match="has no versions"):
            find(source, "1.0.0")
    assert set(find(tmp_path).files) == {"articles"}
    assert set(find(tmp_path / "articles.parquet").files) == {ALONE}


def test_a_table_that_is_not_there_is_told_with_those_that_are(tmp_path):
    pq.write_table(pa.table({"article_id": ["a"]}), tmp_path / "articles.parquet")
    with pytest.raises(UsageError, match="'events'") as told:
        find(tmp_path).of("events")
    assert "articles" in told.value.hint


def test_a_folder_without_tables_is_told_what_was_expected(tmp_path):
    with pytest.raises(UsageError, match="holds no table") as told:
        find(tmp_path)
    assert "manifest.json" in told.value.hint


def test_a_file_that_the_manifest_lists_is_missed_when_it_is_asked_for(releases):
    place = find(releases)
    place.of("events")[0].path.unlink()
    assert place.fetch(place.of("actors"))
    with pytest.raises(DataError, match="is not there"):
        place.fetch(place.of("events"))


@pytest.mark.parametrize("source", ["no-such-folder", "a/b/c", "../x", "/no/such/path"])
def test_what_is_neither_a_path_nor_a_name_is_told_without_a_call(source):
    with pytest.raises(UsageError, match="no such file or directory"):
        find(source)
