import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import UsageError
from communique.release.versions import PARTS, Version, releases_in

numbers = st.integers(0, 10**9 - 1)
versions = st.builds(Version, numbers, numbers, numbers)


@given(versions)
def test_text_of_a_version_names_it(version):
    assert Version.of(str(version)) == version


@given(st.builds(Version, *[st.integers(0, 50)] * 3), st.sampled_from(PARTS))
def test_a_bump_counts_up_the_part_that_it_names(version, part):
    assert version.bumped(part) > version
    assert version.bumped(part).step_from(version) == part
    assert version.step_from(version.bumped(part)) is None


@pytest.mark.parametrize(
    "text", ["", "1", "1.2", "1.2.3.4", "v1.2.3", "1.2.3-rc1", "01.2.3", "1.2.x", "1.2.3\n", "-1.2.3", "١.٢.٣"]
)
def test_other_text_names_no_version(text):
    with pytest.raises(UsageError, match="is no version"):
        Version.of(text)


def test_releases_are_the_directories_with_a_manifest_in_the_order_of_versions(tmp_path):
    for name in ("0.10.0", "0.9.0", "0.8.0", "latest", ".0.11.0-17"):
        (tmp_path / name).mkdir()
        if name != "0.8.0":
            (tmp_path / name / "manifest.json").write_text("{}")
    assert list(map(str, releases_in(tmp_path))) == ["0.9.0", "0.10.0"]
