"""The cache holds whole, checked files under the names of their hashes, and nothing else."""

import os
import time
from hashlib import sha256
from pathlib import Path

import pytest

from communique import cache
from communique.errors import DataError

DATA = b"bytes that were announced"
HASH = sha256(DATA).hexdigest()


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "cache"))


def stored() -> list[Path]:
    return [path for path in cache.root().rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_hash_and_then_held():
    with cache.scratch() as folder:
        (folder / "new").write_bytes(DATA)
        assert not cache.holds(HASH, len(DATA))
        cache.keep(folder / "new", HASH, len(DATA), "a file")
    assert cache.holds(HASH, len(DATA))
    assert stored() == [cache.path_of(HASH)]


@pytest.mark.parametrize("received", [DATA[:-1], DATA + b"!", DATA.swapcase()])
def test_other_bytes_than_announced_get_no_name(received):
    with cache.scratch() as folder:
        (folder / "new").write_bytes(received)
        with pytest.raises(DataError, match="not those that the manifest announces"):
            cache.keep(folder / "new", HASH, len(DATA), "a file")
    assert stored() == []


def test_a_file_of_another_length_is_not_held():
    cache.path_of(HASH).parent.mkdir(parents=True)
    cache.path_of(HASH).write_bytes(DATA[:-1])
    assert not cache.holds(HASH, len(DATA))


def test_what_a_killed_process_left_goes_after_a_day_and_what_others_write_stays():
    old, new = cache.root() / "scratch/old", cache.root() / "scratch/new"
    for folder in (old, new):
        folder.mkdir(parents=True)
        (folder / "part").write_bytes(DATA)
    yesterday = time.time() - 25 * 3600
    os.utime(old, (yesterday, yesterday))
    with cache.scratch():
        pass
    assert not old.exists()
    assert new.exists()


def test_a_note_is_read_back_and_one_that_is_not_there_is_none():
    cache.note("repos/acme/main", b"1")
    cache.note("repos/acme/main", b"2")
    assert cache.noted("repos/acme/main") == b"2"
    assert cache.noted("repos/acme/other") is None
    assert cache.noted("repos/acme/main/below") is None


def test_a_cache_that_cannot_be_made_is_an_error_with_a_remedy(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "file"))
    with pytest.raises(DataError, match="cannot be written") as told, cache.scratch():
        pass
    assert "COMMUNIQUE_CACHE" in told.value.hint


def test_more_than_the_disk_holds_is_refused_before_it_is_fetched():
    with pytest.raises(DataError, match="free"):
        cache.check_room(10**18, "acme/dealings")


def test_the_cache_is_where_the_system_keeps_caches(monkeypatch, tmp_path):
    monkeypatch.delenv("COMMUNIQUE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.root() == tmp_path / "communique"
