"""A release on the Hub is held to what a release on disk is held to, and to what the Hub holds now."""

import json
import subprocess
import sys

import pytest

from communique import cache, hub
from communique.errors import DataError
from communique.files import file_sha256
from communique.validation import validate
from communique.validation.against import against
from tests import publishing
from tests.publishing import REPO, a_hub, edit


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return publishing.releases(tmp_path_factory.mktemp("made"), "0.1.0", "0.1.1")


@pytest.fixture
def double(made, monkeypatch, tmp_path):
    from communique.publishing import publish

    with a_hub() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "cache"))
        for release in made:
            publish(release, REPO)
        yield server


def found(report):
    return [(one.rule, one.file) for one in report.violations]


def judged(report):
    return {
        rule: count.seen for (table, _, rule, _), count in report.counts.items() if table == "release" and count.run
    }


def test_every_rule_of_a_release_is_asked_but_those_about_a_directory(double, made):
    for revision, release in (("", made[1]), ("@0.1.0", made[0]), ("@v0.1.1", made[1])):
        report = validate(REPO + revision)
        assert report.ok, str(report)
        assert judged(validate(release)).keys() - judged(report).keys() == {"link_leaves", "file_odd"}
        assert report.rows == validate(release).rows
        assert str(report.path) == f"{REPO}@v{release.name}"


def test_nothing_is_left_but_files_in_the_cache(double):
    validate(REPO)
    assert list((cache.root() / "scratch").iterdir()) == []
    for path in (cache.root() / "objects").rglob("*/*"):
        assert file_sha256(path) == path.name
        assert path.stat().st_nlink == 1


def test_a_disk_without_links_takes_copies(double, monkeypatch):
    def refused(*paths):
        raise OSError("no links here")

    monkeypatch.setattr("os.link", refused)
    assert validate(REPO).ok


@pytest.mark.parametrize("change", [{"README.md": "# Another card\n"}, {"croissant.json": "{}"}])
def test_a_file_that_was_changed_is_told_whether_or_not_the_cache_has_the_right_one(double, change):
    edit(double, **change)
    with pytest.raises(DataError, match=next(iter(change))):
        validate(f"{REPO}@main")
    assert validate(REPO).ok  # the version is another commit; all its files are in the cache now
    assert found(validate(f"{REPO}@main")) == [("file_differs", next(iter(change)))]


def test_a_file_of_the_same_length_with_other_bytes_is_told(double):
    text = publishing.at(double, "CITATION.cff")
    validate(REPO)
    edit(double, **{"CITATION.cff": text[:-2] + "x" + text[-1:]})
    assert len(publishing.at(double, "CITATION.cff")) == len(text)
    assert found(validate(f"{REPO}@main")) == [("file_differs", "CITATION.cff")]


def test_files_that_are_missing_or_not_listed_are_told(double):
    validate(REPO)
    edit(double, **{"CITATION.cff": None, "data/more.txt": "x"})
    assert found(validate(f"{REPO}@main")) == [("file_missing", "CITATION.cff"), ("file_unlisted", "data/more.txt")]


@pytest.mark.parametrize("status", [None, 503])
def test_out_of_reach_what_the_cache_has_is_judged_and_the_listing_is_not_asked(double, status):
    with_listing = judged(validate(f"{REPO}@0.1.0"))
    for step in ("tree", "refs", "resolve"):
        double.fail(step, status=status, times=None)
    report = validate(f"{REPO}@0.1.0")
    assert report.ok
    assert with_listing.keys() - judged(report).keys() == {"file_unlisted"}
    with pytest.raises(hub.Unreachable):
        validate(f"{REPO}@0.1.1")


def test_a_directory_comes_before_the_hub(double, made, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "acme").mkdir()
    (tmp_path / REPO).symlink_to(made[0])
    with double.watching() as seen:
        assert validate(REPO).ok
    assert seen == []


def test_the_command_tells_it_to_people_and_to_machines(double, tmp_path):
    command = [sys.executable, "-m", "communique", "validate"]

    def run(*args):
        return subprocess.run([*command, *args], capture_output=True, text=True, timeout=120, check=False)

    done = run(REPO, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["ok"], told["path"]) == (True, f"{REPO}@v0.1.1")
    edit(double, **{"notes.txt": "x"})
    done = run(f"{REPO}@main", "--rules")
    assert done.returncode == 1
    assert "release notes.txt: file_unlisted" in done.stdout
    assert "not asked  " in done.stdout
    done = run("acme/nothing")
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert done.stdout == ""


def test_pages_are_held_against_a_release_on_the_hub(double, tmp_path):
    (tmp_path / "page.txt").write_text(
        "Ministers meet in Vienna\n\nThe ministers met in Vienna on Monday, officials said."
    )
    report = against(REPO, [tmp_path / "page.txt"])
    assert (report.pages, report.matched, report.others) == (1, 0, 1)
    assert {rule for rule, _ in found(report)} == {"page_missing"}
