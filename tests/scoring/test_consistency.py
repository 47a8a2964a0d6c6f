import pytest

from selfmgmt.scoring.consistency import load_constants


def test_limits_are_looked_up() -> None:
    """The limit by best-to-worst and number of criteria; none where none was published."""
    limits = load_constants().best_worst
    assert limits.limit(8, 4) == 0.2521
    assert limits.limit(9.0, 9) == 0.3662
    assert [limits.limit(2, 4), limits.limit(8, 10), limits.limit(8.5, 4)] == [None] * 3


def test_rows_are_whole() -> None:
    """Each row of limits has one for each number of criteria."""
    limits = load_constants().best_worst
    assert {len(row) for row in limits.by_best_to_worst.values()} == {len(limits.criteria)}


def test_concentration_is_marked_as_assumed() -> None:
    """How firm weights are is our guess, and says so."""
    concentration = load_constants().weight_concentration
    assert concentration.grade == "D"
    assert concentration.value == pytest.approx(30)
