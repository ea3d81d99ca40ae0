"""The plan says of every file what becomes of it."""

from hypothesis import given
from hypothesis import strategies as st

from communique.publishing.local import wanted_bytes
from communique.publishing.place import Stored, Wanted
from communique.publishing.plan import plan

PATHS = st.sampled_from(["README.md", "manifest.json", "a", "a/b", "figures/x.svg", "data/events/1.parquet", "z.txt"])
FILES = st.dictionaries(PATHS, st.binary(max_size=2))


def stored(data: bytes, by_git: bool) -> Stored:
    file = wanted_bytes("", data)
    return Stored(file.bytes, None if by_git else file.sha256, file.git if by_git else None)


@given(FILES, FILES, st.sets(PATHS), st.booleans())
def test_every_path_is_in_exactly_one_class(release, there, owned, by_git):
    wanted = {path: wanted_bytes(path, data) for path, data in release.items()}
    made = plan("1.0.0", "x", wanted, {path: stored(data, by_git) for path, data in there.items()}, owned)
    classes = [made.new, made.changed, made.unchanged, made.removed, made.kept]
    assert sorted(path for paths in classes for path in paths) == sorted(release.keys() | there.keys())
    assert set(made.unchanged) == {path for path in release if there.get(path) == release[path]}
    assert set(made.removed) == (there.keys() - release.keys()) & owned
    assert made.bytes_to_send == sum(len(release[path]) for path in (*made.new, *made.changed))
    foreign = set(made.changed) - owned - {"README.md"}
    assert all(any(path in conflict for conflict in made.conflicts) for path in foreign)
    if set(there) <= owned | {"README.md"}:
        assert not made.conflicts


def test_a_file_of_which_only_the_length_is_known_counts_as_changed():
    file = wanted_bytes("a", b"x")
    assert file.is_in({"a": Stored(1)}) is None
    assert plan("1.0.0", "x", {"a": file}, {"a": Stored(1)}, {"a"}).changed == ("a",)
    assert Wanted("a", 1, None, file.git, b"x").is_in({"a": Stored(1, git=file.git)})


def test_names_that_others_gave_cannot_steer_a_terminal():
    there = {"data/events/\x1b[2Jx": Stored(1, "0")}
    made = plan("1.0.0", "x", {"a": wanted_bytes("a", b"")}, there, (), ("\x1b]0;title\x07",))
    assert made.conflicts
    assert "\x1b" not in str(made)


def test_the_plan_is_readable_and_json_ready():
    made = plan("1.0.0", "org/x", {"a": wanted_bytes("a", b"xyz")}, {"z": Stored(1, "0")}, ["z"], ("kept: text",))
    assert str(made).splitlines() == [
        "1.0.0 to org/x",
        "  new       a",
        "  removed   z",
        "  to send   3 B of 3 B",
        "  note      kept: text",
    ]
    assert made.as_dict()["new"] == ["a"]
