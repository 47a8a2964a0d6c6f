import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness.groups import Rules


def test_defaults_are_the_strictest_rules_in_use() -> None:
    """Seven answers, ten people, forty per cent."""
    rules = Rules()
    assert (rules.min_respondents, rules.min_group, rules.min_response) == (7, 10, 0.4)


@pytest.mark.parametrize("count", [-1, 0, 4])
def test_never_under_five(count: int) -> None:
    """No setting lets a group of four be shown, and the message says why."""
    with speaking("en"), pytest.raises(InputError, match=f"min_respondents is {count}; use 5"):
        Rules(min_respondents=count)


def test_all_faults_at_once() -> None:
    """Every rule that is too loose is told in one go."""
    with pytest.raises(InputError, match="min_group") as error:
        Rules(min_respondents=3, min_group=3, min_response=1.2)
    assert len(error.value.faults) == 3


@pytest.mark.parametrize(
    ("respondents", "size", "reason"),
    [
        (7, None, None),
        (7, 10, None),
        (6, 10, "few"),
        (8, 9, "small"),
        (7, 18, "response"),
        (8, 20, None),
    ],
)
def test_reasons(respondents: int, size: int | None, reason: str | None) -> None:
    """Each rule has its own reason; at the limit a group is shown."""
    assert Rules().reason(respondents, size) == reason
