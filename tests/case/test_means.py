"""The means is known by many names, and a goal is not taken for it."""

import pytest

from selfmgmt.case.means import is_means, means_refused
from selfmgmt.language import speaking


@pytest.mark.parametrize(
    "name",
    ["zelfsturing", "self_organisation", "Zelf-gestuurde teams", "SELF MANAGEMENT", "Holacracy"],
)
def test_the_means(name: str) -> None:
    """Spaces, hyphens, capitals and accents do not hide it."""
    assert is_means("a goal", name)


@pytest.mark.parametrize("name", ["Zelfstandig wonende ouderen", "Close to residents", "", "zelf"])
def test_goals(name: str) -> None:
    """Only the whole idea is refused."""
    assert not is_means(name)


def test_the_refusal_says_what_to_do() -> None:
    """A goal is asked for instead."""
    with speaking("en"):
        assert "Name what it should bring to residents" in means_refused("Zelfsturing")
