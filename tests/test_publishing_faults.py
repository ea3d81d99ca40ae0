"""Whatever fails, wherever it fails: readers see a whole release, the error says what to do, the same call finishes."""

import pytest

from communique.errors import CommuniqueError
from communique.publishing import publish, undo
from tests import publishing
from tests.publishing import REPO, a_hub, versions_held

STEPS = (
    *("validate_yaml", "whoami", "auth_check", "refs", "tree", "paths_info", "resolve", "cdn"),
    *("preupload", "lfs_batch", "lfs_put", "lfs_verify", "commit", "tag"),
)
CUTS = [("before", None), ("during", None), ("after", None)]
REFUSALS = [("before", status) for status in (401, 403, 409, 412, 413)]
LIMITS = [("before", 429), ("before", 500), ("before", 503), ("after", 500)]
BEFORE = {"main": "0.1.0", "v0.1.0": "0.1.0"}
AFTER = {"main": "0.1.1", "v0.1.0": "0.1.0", "v0.1.1": "0.1.1"}
TOLERATED = {  # a token that may not ask who it is; a tag that is there; a commit of which only the answer is lost
    *(("whoami", "before", 403), ("tag", "before", 409), ("commit", "after", None), ("commit", "after", 500)),
}
FINISHED = {"published", "tagged", "unchanged"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return publishing.releases(tmp_path_factory.mktemp("made"), "0.1.0", "0.1.1")


@pytest.fixture(scope="module")
def hub(made):
    """A Hub that holds the first release; `saved` is how it is before each trial."""
    with a_hub() as double, pytest.MonkeyPatch.context() as patch:
        publish(made[0], REPO)
        double.start = double.store.saved()
        # What validation says does not depend on the Hub, and takes most of the time.
        patch.setattr("communique.publishing.publication.check", lambda release: None)
        yield double


def failure_of(release):
    """What publishing fails with, None if it does not."""
    try:
        publish(release, REPO)
    except CommuniqueError as error:
        return error
    return None


def again(hub, step, when, status, times):
    """The Hub as it was at first, with one fault."""
    hub.faults.clear()
    hub.store.restore(hub.start)
    hub.waits.clear()
    hub.fail(step, when, status=status, times=times, headers={"Retry-After": "7"} if status == 429 else {})


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("faults", [CUTS, REFUSALS, LIMITS], ids=["cut", "refused", "failing"])
def test_after_a_lasting_fault_readers_see_a_whole_release_and_the_same_call_finishes(hub, made, step, faults):
    for when, status in faults:
        again(hub, step, when, status, None)
        error = failure_of(made[1])
        if error is None:
            assert (step, when, status) in TOLERATED, f"{step} {when} {status} was not noticed"
        else:
            assert error.hint, f"{step} {when} {status}: {error}"
            assert "\n" not in str(error)
        held = versions_held(hub)
        assert held in ([BEFORE, AFTER, {**BEFORE, "main": "0.1.1"}] if error else [AFTER])
        hub.faults.clear()
        assert publish(made[1], REPO).status in FINISHED
        assert versions_held(hub) == AFTER
        assert len(list(hub.store.repos[REPO].history("main"))) == 3, f"{step} {when} {status}: two commits"


@pytest.mark.parametrize("step", STEPS)
def test_what_fails_once_and_passes_does_not_stop_a_publish(hub, made, step):
    for when, status in (*CUTS, *LIMITS):
        again(hub, step, when, status, 1)
        assert publish(made[1], REPO).status == "published", f"{step} {when} {status}"
        assert versions_held(hub) == AFTER
        assert len(list(hub.store.repos[REPO].history("main"))) == 3, f"{step} {when} {status}: two commits"
        assert hub.waits or status is None or step == "resolve"  # the client asks for a file's metadata again at once
        assert all(wait in (7, 8) if status == 429 else wait <= 1 for wait in hub.waits)  # the client adds a second


@pytest.mark.parametrize("step", ["create_repo", "refs", "commit", "tag"])
def test_a_first_publish_is_finished_as_well(hub, made, step):
    for when, status in (*CUTS, ("before", 500), ("after", 500)):
        again(hub, step, when, status, None)
        hub.store.repos.clear()
        error = failure_of(made[0])
        assert error or (step, when) == ("commit", "after")
        versions_held(hub)
        hub.faults.clear()
        assert publish(made[0], REPO).status in FINISHED
        assert versions_held(hub) == BEFORE
        assert len(list(hub.store.repos[REPO].history("main"))) == 2


@pytest.mark.parametrize("when", ["before", "during", "after"])
def test_an_undo_is_finished_as_well(hub, made, when):
    hub.faults.clear()
    hub.store.restore(hub.start)
    publish(made[1], REPO)
    hub.fail("commit", when, times=None)
    if when != "after":  # a commit of which only the answer is lost is found
        with pytest.raises(CommuniqueError):
            undo("0.1.1", REPO)
        assert versions_held(hub)["main"] == "0.1.1"
        hub.faults.clear()
    assert undo("0.1.1", REPO).status == "undone"
    assert versions_held(hub) == {**AFTER, "main": "0.1.0"}
    assert len(list(hub.store.repos[REPO].history("main"))) == 4


@pytest.mark.parametrize(("status", "says"), [(429, "asks to wait 3600 seconds"), (503, r"failed \(503\)")])
def test_a_wait_that_is_too_long_is_left_to_the_user(hub, made, status, says):
    hub.faults.clear()
    hub.store.restore(hub.start)
    hub.fail("commit", status=status, times=None, headers={"Retry-After": "3600"})
    hub.waits.clear()
    with pytest.raises(CommuniqueError, match=says):
        publish(made[1], REPO)
    assert not hub.waits
    assert versions_held(hub) == BEFORE


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (401, "does not accept the token"),
        (403, "no right"),
        (404, "no such data set"),
        (409, "somebody else"),
        (412, "somebody else committed"),
        (413, "no commit or file of this size"),
        (500, r"failed \(500\)"),
    ],
)
def test_each_refusal_is_one_sentence_with_a_remedy(hub, made, status, says):
    again(hub, "commit", "before", status, None)
    with pytest.raises(CommuniqueError, match=says) as raised:
        publish(made[1], REPO)
    assert raised.value.hint
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None
