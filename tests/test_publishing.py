"""A release gets to the Hub in one commit and a tag, what people wrote there stays, and what arrived is read back."""

import json
import shutil
import threading

import pytest
import synthetic
from huggingface_hub import HfApi

from communique.errors import CommuniqueError, DataError, UsageError
from communique.publishing import publish, releases
from communique.release.build import build_release
from tests import publishing
from tests.publishing import BOB, REPO, TOKEN, a_hub, at, edit, versions_held


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return publishing.releases(tmp_path_factory.mktemp("made"), "0.1.0", "0.1.1", "0.1.2")


@pytest.fixture
def hub():
    with a_hub() as double:
        yield double


def test_a_release_becomes_one_commit_with_a_tag_and_is_read_back(hub, made):
    result = publish(made[0], REPO)
    held = hub.store.repos[REPO]
    assert (result.status, result.tag, result.revision) == ("published", "v0.1.0", held.branches["main"])
    assert held.tags == {"v0.1.0": held.branches["main"]}
    assert [commit.title for commit in held.history("main")] == ["communique 0.1.0", "initial commit"]
    assert versions_held(hub) == {"main": "0.1.0", "v0.1.0": "0.1.0"}
    assert result.files == len(json.loads(at(hub, "manifest.json"))["files"]) + 1
    assert result.loaded[1] > 0
    assert json.dumps(result.as_dict())


def test_a_correction_sends_only_what_changed_and_says_how_much_of_the_whole_that_is(hub, made):
    publish(made[0], REPO)
    with hub.watching() as seen:
        result = publish(made[1], REPO)
    puts = [one for one in seen if one.step == "lfs_put"]
    changed = [path for path in result.plan.changed if path.endswith(".parquet")]
    assert len(puts) == len(changed) == 1
    assert result.bytes_sent == result.plan.bytes_to_send < result.plan.bytes_total / 1.5
    assert sum(one.bytes for one in puts) == (made[1] / changed[0]).stat().st_size
    assert f"sent {result.bytes_sent / 1000:.1f} kB of {result.plan.bytes_total / 1000:.1f} kB" in str(result)


def test_with_a_hundredth_more_rows_only_the_files_are_sent_that_have_them(hub, tmp_path):
    synthetic.write(tmp_path / "less", 1000, without=(0.5, 0.51))
    synthetic.write(tmp_path / "more", 1000)
    old, new = (
        build_release(tmp_path / name, version, out=tmp_path / "releases").path
        for name, version in (("less", "1.0.0"), ("more", "1.1.0"))
    )
    publish(old, REPO)
    with hub.watching() as seen:
        result = publish(new, REPO)
    differ = {
        path: file.stat().st_size
        for file in new.rglob("*.parquet")
        if (old / (path := file.relative_to(new).as_posix())).read_bytes() != file.read_bytes()
    }
    assert {path for path in result.plan.changed if path.endswith(".parquet")} == differ.keys()
    assert sum(one.bytes for one in seen if one.step == "lfs_put") == sum(differ.values())
    assert len([path for path in result.plan.unchanged if path.startswith("data/")]) > 20
    assert result.bytes_sent == result.plan.bytes_to_send < 0.7 * result.plan.bytes_total


def test_a_dry_run_shows_the_plan_without_a_token_and_changes_nothing(hub, made, monkeypatch):
    publish(made[0], REPO)
    monkeypatch.delenv("HF_TOKEN")
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", "/nowhere")
    before = dict(hub.store.repos[REPO].commits)
    result = publish(made[1], REPO, dry_run=True)
    assert result.status == "planned"
    assert "data/articles/" in "".join(result.plan.changed)
    assert str(result).startswith("0.1.1 to acme/dealings\n  changed ")
    assert publish(made[0], "acme/other", dry_run=True).plan.new
    assert hub.store.repos.keys() == {REPO}
    assert hub.store.repos[REPO].commits == before
    with pytest.raises(UsageError, match="no token") as raised:
        publish(made[1], REPO)
    assert "HF_TOKEN" in raised.value.hint


def test_where_the_hub_has_xet_large_files_go_that_way(hub, made, monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", False)
    hub.xet = True
    with hub.watching() as seen:
        result = publish(made[0], REPO)
    assert "xet_shard" in {one.step for one in seen}
    assert "lfs_batch" not in {one.step for one in seen}
    assert result.bytes_sent == result.plan.bytes_total
    assert versions_held(hub) == {"main": "0.1.0", "v0.1.0": "0.1.0"}


@pytest.mark.parametrize("step", ["xet_token", "xet_shard"])
def test_where_xet_does_not_work_they_go_by_lfs(hub, made, monkeypatch, step):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", False)
    hub.xet = True
    hub.fail(step, status=400, times=None)
    with hub.watching() as seen:
        publish(made[0], REPO)
    assert "lfs_put" in {one.step for one in seen}
    assert versions_held(hub) == {"main": "0.1.0", "v0.1.0": "0.1.0"}


def test_running_it_again_changes_nothing(hub, made):
    first = publish(made[0], REPO)
    with hub.watching() as seen:
        again = publish(made[0], REPO)
    assert (again.status, again.revision, again.bytes_sent) == ("unchanged", first.revision, 0)
    assert not {"commit", "lfs_put", "tag", "create_repo"} & {one.step for one in seen}


def test_a_version_must_be_higher_than_what_is_there_and_never_changes(hub, made, tmp_path):
    publish(made[1], REPO)
    with pytest.raises(UsageError, match=r"0\.1\.0 is not higher than 0\.1\.1"):
        publish(made[0], REPO)
    other = publishing.releases(tmp_path, "0.1.1", rows=20)[0]
    with pytest.raises(UsageError, match=r"has a 0\.1\.1 already, with other content"):
        publish(other, REPO)


def test_files_of_others_stay_and_files_of_the_release_before_go_with_it(hub, made, tmp_path):
    publish(made[0], REPO)
    edit(hub, **{"notes/by hand.txt": "mine", "data/extra.csv": "1"})
    less = publishing.releases(tmp_path, "0.2.0", rows=20)[0]
    result = publish(less, REPO)
    assert set(result.plan.kept) == {".gitattributes", "notes/by hand.txt", "data/extra.csv"}
    assert at(hub, "notes/by hand.txt") == "mine"
    tree = set(hub.store.repos[REPO].commit_of("main").tree)
    listed = {entry["path"] for entry in json.loads(at(hub, "manifest.json"))["files"]}
    assert tree - listed - {"manifest.json"} == set(result.plan.kept)


@pytest.mark.parametrize("path", ["data/articles/mine.parquet", "figures"])
def test_a_file_of_others_that_is_in_the_way_is_a_conflict_and_nothing_is_sent(hub, made, path):
    HfApi(endpoint=hub.url, token=TOKEN).create_repo(REPO, repo_type="dataset")
    head = edit(hub, **{path: "x"})
    with pytest.raises(UsageError, match="cannot be changed as it stands") as raised:
        publish(made[0], REPO)
    assert path in str(raised.value)
    assert hub.store.repos[REPO].branches["main"] == head
    assert publish(made[0], REPO, dry_run=True).plan.conflicts


def test_text_and_metadata_that_people_added_to_the_card_stay(hub, made):
    publish(made[0], REPO)
    card = at(hub, "README.md").replace("---\n\n#", "annotations_creators:\n- expert-generated\n---\n\n#", 1)
    edit(hub, **{"README.md": card + "\n## Thanks\n\nTo Ann.\n"})
    result = publish(made[1], REPO)
    assert "To Ann." in at(hub, "README.md")
    assert "annotations_creators:" in at(hub, "README.md")
    assert "0.1.1" in at(hub, "README.md")
    assert any("annotations_creators" in note for note in result.plan.notes)
    assert versions_held(hub) == {"main": "0.1.1", "v0.1.0": "0.1.0", "v0.1.1": "0.1.1"}
    assert publish(made[1], REPO).status == "unchanged"
    publish(made[2], REPO)
    assert "To Ann." in at(hub, "README.md")


def test_a_card_that_cannot_be_kept_is_asked_about(hub, made):
    publish(made[0], REPO)
    edit(hub, **{"README.md": at(hub, "README.md").replace("license: other", "license: mit")})
    with pytest.raises(UsageError, match="license in the metadata was changed by hand to 'mit'") as raised:
        publish(made[1], REPO)
    assert "--force-card" in raised.value.hint
    asked = []
    with pytest.raises(UsageError):
        publish(made[1], REPO, confirm=lambda conflicts: bool(asked.append(conflicts)))
    assert len(asked) == 1
    result = publish(made[1], REPO, force_card=True)
    assert "license: other" in at(hub, "README.md")
    assert any(note.startswith("replaced: license") for note in result.plan.notes)


def test_a_gitignore_over_there_leaves_no_file_of_a_release_out(hub, made):
    HfApi(endpoint=hub.url, token=TOKEN).create_repo(REPO, repo_type="dataset")
    edit(hub, **{".gitignore": "*.json\n*.parquet\n"})
    publish(made[0], REPO)
    assert versions_held(hub)["main"] == "0.1.0"


def test_a_proposal_is_a_pull_request_that_is_opened_once_and_tagged_after_the_merge(hub, made):
    publish(made[0], REPO)
    hub.add_user("dora", "hf_dora")
    first = publish(made[1], REPO, create_pr=True)
    assert (first.status, first.revision, first.tag) == ("proposed", "refs/pr/1", None)
    assert publish(made[1], REPO, create_pr=True).revision == "refs/pr/1"
    assert versions_held(hub) == {"main": "0.1.0", "v0.1.0": "0.1.0"}
    hub.store.merge(hub.store.repos[REPO], 1, "alice")
    assert publish(made[1], REPO).status == "tagged"
    assert versions_held(hub) == {"main": "0.1.1", "v0.1.0": "0.1.0", "v0.1.1": "0.1.1"}
    assert len(hub.store.repos[REPO].pulls) == 1


def test_what_lies_there_is_read_as_hostile_input(hub, made, monkeypatch):
    publish(made[0], REPO)
    for text in ("{", "[" * 100_000, json.dumps({"version": "9.9.9", "files": [{"path": "../../x"}]})):
        edit(hub, **{"manifest.json": text})
        with pytest.raises(UsageError, match=r"manifest\.json is there with other content, not from a release"):
            publish(made[1], REPO)
        assert len(releases(REPO)) == 1
    edit(hub, **{"README.md": "x" * 2_000_000, "manifest.json": at(hub, "manifest.json", "v0.1.0")})
    with pytest.raises(UsageError, match="the card that is there cannot be read"):
        publish(made[1], REPO)
    monkeypatch.setattr("communique.publishing.hub._MOST_READ", 1_000_000)
    with pytest.raises(DataError, match="too many to be read"):
        publish(made[1], REPO)


def test_another_branch_gets_the_release_and_main_stays(hub, made):
    publish(made[0], REPO)
    publish(made[1], REPO, branch="next", message="To be looked at")
    assert versions_held(hub) == {"main": "0.1.0", "next": "0.1.1", "v0.1.0": "0.1.0", "v0.1.1": "0.1.1"}
    assert hub.store.repos[REPO].commit_of("next").title == "To be looked at"


def test_the_head_is_planned_anew_when_somebody_else_commits_in_between(hub, made):
    publish(made[0], REPO)
    calls = []

    def show(plan):
        calls.append(plan)
        if len(calls) == 1:
            edit(hub, BOB, **{"notes.txt": "in between"})

    assert publish(made[1], REPO, show=show).status == "published"
    assert len(calls) == 2
    assert "notes.txt" in calls[1].kept
    assert at(hub, "notes.txt") == "in between"


def test_a_head_that_moves_again_and_again_is_reported_and_nothing_is_lost(hub, made):
    publish(made[0], REPO)
    with pytest.raises(CommuniqueError, match="somebody else committed in the meantime") as raised:
        publish(made[1], REPO, show=lambda plan: edit(hub, BOB, **{"notes.txt": str(id(plan))}))
    assert "again" in raised.value.hint
    assert versions_held(hub) == {"main": "0.1.0", "v0.1.0": "0.1.0"}


def test_a_hub_that_does_not_answer_is_not_waited_for_without_end(hub, made, monkeypatch):
    monkeypatch.setattr("communique.publishing.calls.LONGEST_SILENCE", 0.3)
    hub.fail("refs", delay=2, times=1)
    assert publish(made[0], REPO).status == "published"
    assert hub.waits


@pytest.mark.parametrize("same", [True, False])
def test_of_two_publishers_at_once_one_wins_and_nothing_is_lost(hub, made, same, tmp_path):
    publish(made[0], REPO)
    second = made[1] if same else publishing.releases(tmp_path, "0.1.1", rows=20)[0]
    meet = threading.Barrier(2, timeout=20)
    ends = {}

    def run(name, release):
        waited = []

        def show(plan):
            if not waited:
                waited.append(meet.wait())

        try:
            ends[name] = publish(release, REPO, show=show).status
        except CommuniqueError as error:
            ends[name] = str(error)

    threads = [threading.Thread(target=run, args=pair) for pair in (("one", made[1]), ("two", second))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert versions_held(hub) == {"main": "0.1.1", "v0.1.0": "0.1.0", "v0.1.1": "0.1.1"}
    assert len(list(hub.store.repos[REPO].history("main"))) == 3
    assert "published" in ends.values()
    good = {"published", "tagged", "unchanged"}
    assert len([end for end in ends.values() if end in good]) == (2 if same else 1), ends


def test_a_private_repository_is_made_private(hub, made):
    publish(made[0], REPO, private=True)
    assert hub.store.repos[REPO].private
    assert publish(made[1], REPO).status == "published"


@pytest.mark.parametrize(
    ("role", "user", "says"),
    [
        ("read", "alice", "may only read"),
        ("write", "dora", "no right to do that"),
        (None, None, "does not accept the token"),
    ],
)
def test_who_may_not_write_is_told_before_anything_is_sent(hub, made, monkeypatch, role, user, says):
    token = "hf_" + "Nobody" * 4
    if role:
        hub.add_user(user, token, role)
    monkeypatch.setenv("HF_TOKEN", token)
    with pytest.raises(UsageError, match=says) as raised:
        publish(made[0], REPO)
    assert raised.value.hint
    assert not hub.store.repos


def test_who_may_not_write_to_what_is_there_is_told_before_anything_is_sent(hub, made, monkeypatch):
    publish(made[0], REPO)
    hub.add_user("dora", BOB)
    monkeypatch.setenv("HF_TOKEN", BOB)
    with hub.watching() as seen, pytest.raises(UsageError, match="no right to do that") as raised:
        publish(made[1], REPO)
    assert "--create-pr" in raised.value.hint
    assert not {"create_repo", "preupload", "commit"} & {one.step for one in seen}


def test_a_release_that_is_not_sound_is_refused_before_anything_is_asked(hub, made, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(made[0], broken)
    card = broken / "README.md"
    text = card.read_text().replace("license: other", "license: no-such-licence")
    card.write_text(text)
    with hub.watching() as seen, pytest.raises(DataError, match=r"README\.md has other bytes than manifest\.json says"):
        publish(broken, REPO)
    assert not seen
    rewrite(broken, "README.md")
    with pytest.raises(DataError, match="the Hub refuses the card"):
        publish(broken, REPO)
    assert not hub.store.repos
    card.write_text(text.replace("data/events/*", "data/event/*"))
    rewrite(broken, "README.md")
    with pytest.raises(DataError, match="which is no file of the release"):
        publish(broken, REPO)


def rewrite(release, path: str) -> None:
    """Let the manifest say what a file is now."""
    import hashlib

    manifest = json.loads((release / "manifest.json").read_text())
    data = (release / path).read_bytes()
    entry = next(entry for entry in manifest["files"] if entry["path"] == path)
    entry |= {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    (release / "manifest.json").write_text(json.dumps(manifest))


def test_where_to_publish_is_said_once(made):
    for where in ({}, {"repo": REPO, "to": "x"}):
        with pytest.raises(UsageError, match="either a repository or a folder"):
            publish(made[0], **where)
    for name in ("dealings", "a/b/c", "../x", "acme/a b"):
        with pytest.raises(UsageError, match="no name of a repository"):
            publish(made[0], name)
