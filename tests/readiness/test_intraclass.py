"""Intraclass correlations."""

import warnings

import numpy as np
import pandas
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import f_oneway

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness import cronbach_alpha, group_icc, intraclass_correlation
from tests.readiness.published import RATINGS, pingouin

KINDS = ("ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)")
tables = arrays(float, (5, 3), elements=st.integers(1, 9).map(float))


@pytest.mark.parametrize(
    ("kind", "printed"), list(zip(KINDS, (0.17, 0.29, 0.71, 0.44, 0.62, 0.91), strict=True))
)
def test_published_values(kind: str, printed: float) -> None:
    """Shrout and Fleiss (1979), table 4, to the last printed digit."""
    assert round(intraclass_correlation(RATINGS, kind), 2) == printed


def test_more_digits() -> None:
    """The same table in six digits, as pingouin and R's psych print it."""
    found = [round(intraclass_correlation(RATINGS, kind), 6) for kind in KINDS]
    assert found == [0.165742, 0.289764, 0.714841, 0.442797, 0.620051, 0.909316]


def test_the_usual_kind_is_that_of_a_sample_of_raters() -> None:
    """Without a kind it is ICC(2,1)."""
    assert intraclass_correlation(RATINGS) == intraclass_correlation(RATINGS, "ICC(2,1)")


@pytest.mark.parametrize("seed", range(5))
def test_pingouin_finds_the_same(seed: int) -> None:
    """All six on random tables, to the last digits of a float."""
    rng = np.random.default_rng(seed)
    table = rng.normal(size=(9 + seed, 1)) + rng.normal(size=(9 + seed, 3 + seed))
    long = [
        {"target": target, "rater": rater, "rating": value}
        for (target, rater), value in np.ndenumerate(table)
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on what pandas will change
        peer = pingouin.intraclass_corr(
            pandas.DataFrame(long), targets="target", raters="rater", ratings="rating"
        )
    assert [intraclass_correlation(table, kind) for kind in KINDS] == pytest.approx(
        peer["ICC"].tolist(), abs=1e-12
    )


@given(tables)
def test_the_mean_of_these_raters_is_alpha(table) -> None:
    """ICC(3,k) is Cronbach's alpha, and ranks no rater."""
    assume(np.ptp(table.sum(axis=1)))
    assert intraclass_correlation(table, "ICC(3,k)") == pytest.approx(
        cronbach_alpha(table), abs=1e-9
    )


@given(tables, st.floats(-5, 5), st.floats(0.2, 5))
def test_unit_and_zero_do_not_matter(table, start, unit) -> None:
    """Other units give the same correlation, for every kind that always has one."""
    assume(np.ptp(table.sum(axis=1)))
    for kind in sorted({*KINDS} - {"ICC(2,k)"}):
        found = intraclass_correlation(table, kind)
        assert intraclass_correlation(table * unit + start, kind) == pytest.approx(
            found, abs=1e-7, rel=1e-7
        )


@pytest.mark.parametrize(
    ("ratings", "kind", "said"),
    [
        (RATINGS, "ICC(4,1)", "ICC"),
        ([[1], [2]], "ICC(1,1)", "ratings.*1"),
        ([[1, 2, 3]], "ICC(1,1)", "ratings.*1"),
        ([[3, 3], [3, 3]], "ICC(2,1)", r"ratings.*ICC\(2,1\)"),
        ([[1, 5], [5, 1]], "ICC(3,k)", r"ratings.*ICC\(3,k\)"),
        ([[1, 1, 2], [1, 1, 2], [1, 2, 1], [3, 1, 1], [1, 1, 2]], "ICC(2,k)", r"ICC\(2,k\)"),
    ],
)
def test_no_correlation_without_meaning(ratings: object, kind: str, said: str) -> None:
    """An unknown kind, one rater, one target, or no variance to divide, also by estimate."""
    with speaking("en"), pytest.raises(InputError, match=said):
        intraclass_correlation(ratings, kind)


def test_a_target_with_a_gap_does_not_count() -> None:
    """The rest gives the same figure."""
    assert intraclass_correlation([*RATINGS, [1, np.nan, 2, 3]]) == intraclass_correlation(RATINGS)


def test_equal_groups_are_the_published_one_way_kinds() -> None:
    """Targets as groups: ICC(1) is .17 and ICC(2) .44 of Shrout and Fleiss."""
    values, groups = np.ravel(RATINGS), np.repeat(range(6), 4)
    assert [round(figure, 2) for figure in group_icc(values, groups)] == [0.17, 0.44]


def test_unequal_groups_by_hand() -> None:
    """Groups of 2 and 3: B = 10.8, W = 1.1667 and mean size 2.5 give .7678 and .8920."""
    single, mean = group_icc([1, 2, 4, 4, 6], ["a", "a", "b", "b", "b"])
    between, within = 1.2 * (4 + 2 / 3 - 1.5) ** 2, (0.5 + 8 / 3) / 3
    assert single == pytest.approx((between - within) / (between + 1.5 * within))
    assert mean == pytest.approx(1 - within / between)


@pytest.mark.parametrize("seed", range(4))
def test_f_of_the_analysis_of_variance(seed: int) -> None:
    """ICC(2) is 1 - 1/F, with F from SciPy, for 40 unequal groups."""
    rng = np.random.default_rng(seed)
    groups = np.repeat(range(40), rng.integers(1, 20, 40))
    values = rng.normal(size=40)[groups] + rng.normal(size=len(groups)) * 2
    statistic = f_oneway(*(values[groups == group] for group in range(40))).statistic
    single, mean = group_icc(values, groups)
    size = len(groups) / 40
    assert mean == pytest.approx(1 - 1 / statistic)
    assert single == pytest.approx((statistic - 1) / (statistic + size - 1))


def test_gaps_leave_people_out() -> None:
    """A missing value does not count, nor does a group in which all are missing."""
    values, groups = [1, 3, 5, 7, np.nan, np.nan], ["a", "a", "b", "b", "b", "c"]
    assert group_icc(values, groups) == group_icc([1, 3, 5, 7], ["a", "a", "b", "b"])


@pytest.mark.parametrize(
    ("values", "groups", "said"),
    [
        ([1, 2, 3], ["a", "a", "a"], "1"),
        ([1, 2, 3], ["a", "b", "c"], "3"),
        ([1, 3, 1, 3], ["a", "a", "b", "b"], "values"),
        ([2, 2, 2, 2], ["a", "a", "b", "b"], "values"),
        ([1, 2], ["a"], "groups"),
        ([[1, 2]], ["a"], "values"),
    ],
)
def test_no_icc_without_meaning(values: object, groups: object, said: str) -> None:
    """One group, only single people, the same means everywhere, or labels that do not fit."""
    with speaking("en"), pytest.raises(InputError, match=said):
        group_icc(values, groups)
