"""The list of versions says of each what it is, and whether it still is."""

import pytest
from huggingface_hub import HfApi

from communique.errors import UsageError
from communique.publishing import publish, releases
from tests import publishing
from tests.publishing import REPO, TOKEN, a_hub, edit


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return publishing.releases(tmp_path_factory.mktemp("made"), "0.1.0", "0.1.1", "0.1.2")


@pytest.fixture
def hub():
    with a_hub() as double:
        yield double


def test_the_list_of_versions_says_what_is_current_and_what_does_not_verify(hub, made):
    publish(made[0], REPO)
    publish(made[1], REPO)
    new, old = releases(REPO)
    assert [(one.version, one.tag, one.current, one.problems) for one in (new, old)] == [
        ("0.1.1", "v0.1.1", True, ()),
        ("0.1.0", "v0.1.0", False, ()),
    ]
    assert new.rows["articles"] == 10
    api = HfApi(endpoint=hub.url, token=TOKEN)
    oid = edit(hub, **{"croissant.json": "{}", "figures/pairs.svg": None})
    api.create_tag(REPO, tag="v9.0.0", revision=oid, repo_type="dataset")
    api.create_tag(REPO, tag="beta", revision=oid, repo_type="dataset")
    bad, *_ = found = releases(REPO)
    assert len(found) == 3
    assert bad.problems == (
        "croissant.json has other bytes",
        "figures/pairs.svg is missing",
        "its manifest is of 0.1.1",
    )
    with pytest.raises(UsageError, match="there is no acme/none"):
        releases("acme/none")
