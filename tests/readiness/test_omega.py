"""McDonald's omega."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness import cronbach_alpha, mcdonald_omega


def with_covariance(covariance: np.ndarray, people: int = 60) -> np.ndarray:
    """Answers whose covariance is exactly this one."""
    noise = np.random.default_rng(7).normal(size=(people, len(covariance)))
    noise -= noise.mean(axis=0)
    white = noise @ np.linalg.inv(np.linalg.cholesky(np.cov(noise, rowvar=False))).T
    return white @ np.linalg.cholesky(covariance).T


def one_factor(loadings: list[float], unique: list[float]) -> np.ndarray:
    """The covariance that a one-factor model gives."""
    return np.outer(loadings, loadings) + np.diag(unique)


def fitted(table: np.ndarray) -> float:
    """Omega from the plain likelihood, searched over loadings and unique variances at once."""
    found = np.cov(table, rowvar=False)
    count = len(found)

    def misfit(point: np.ndarray) -> float:
        model = one_factor(point[:count], np.exp(point[count:]))
        return np.linalg.slogdet(model)[1] + np.trace(np.linalg.solve(model, found))

    start = np.concatenate([np.full(count, 0.5), np.log(np.diag(found) / 2)])
    best = minimize(misfit, start, method="BFGS", options={"gtol": 1e-9}).x
    common = best[:count].sum() ** 2
    return common / (common + np.exp(best[count:]).sum())


def test_exact_model_by_hand() -> None:
    """Loadings .8 .7 .6 .5 and unit variances: 2.6^2 / (2.6^2 + 2.26) = .7494, alpha .7421."""
    loadings = [0.8, 0.7, 0.6, 0.5]
    table = with_covariance(one_factor(loadings, [1 - each**2 for each in loadings]))
    assert round(mcdonald_omega(table), 7) == 0.7494457
    assert round(cronbach_alpha(table), 7) == 0.7420547


def test_equal_loadings_make_it_alpha() -> None:
    """When all items weigh the same, omega is alpha."""
    table = with_covariance(one_factor([0.7] * 5, [0.4, 0.6, 0.5, 0.9, 0.3]))
    assert mcdonald_omega(table) == pytest.approx(cronbach_alpha(table), abs=1e-8)


@pytest.mark.parametrize("seed", range(6))
def test_an_independent_fit_finds_the_same(seed: int) -> None:
    """Another parametrisation and another optimiser end at the same omega."""
    rng = np.random.default_rng(seed)
    items = 4 + seed
    table = rng.normal(size=(300, 1)) * rng.uniform(0.5, 1.2, items) + rng.normal(
        size=(300, items)
    ) * rng.uniform(0.6, 1.4, items)
    assert mcdonald_omega(table) == pytest.approx(fitted(table), abs=1e-6)


@given(
    st.lists(st.floats(0.4, 0.9), min_size=4, max_size=8),
    st.floats(0.1, 10),
    st.floats(-100, 100),
)
def test_the_model_comes_back_in_any_unit(loadings, unit, start) -> None:
    """From exact data the loadings come back, whatever the unit and zero of the scale."""
    unique = [1 - each**2 for each in loadings]
    table = with_covariance(one_factor(loadings, unique)) * unit + start
    expected = sum(loadings) ** 2 / (sum(loadings) ** 2 + sum(unique))
    assert mcdonald_omega(table) == pytest.approx(expected, abs=1e-6)


def test_missing_answers_leave_the_row_out() -> None:
    """Only complete rows count."""
    table = with_covariance(one_factor([0.8, 0.7, 0.6], [0.4, 0.5, 0.6]))
    gap = np.vstack([table, [[np.nan, 1, 2]]])
    assert mcdonald_omega(gap) == mcdonald_omega(table)


def test_one_item_that_is_the_factor_is_refused() -> None:
    """A Heywood case: item 2 would explain more of the factor than there is."""
    covariance = np.array([[1, 0.8, 0.3], [0.8, 1, 0.8], [0.3, 0.8, 1]])
    with speaking("en"), pytest.raises(InputError, match=r"2.*Heywood"):
        mcdonald_omega(with_covariance(covariance))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([[1, 2], [2, 3], [4, 4]], "answers.*3"),
        ([[1, 2, 3], [2, 2, 5], [4, 2, 1], [3, 2, 2], [3, 2, 4]], "answers.*2"),
        ([[1, 1, 3], [2, 2, 5], [4, 4, 1], [3, 3, 2], [3, 3, 4]], "omega"),
        ([[1, 2, 3, 4], [2, 3, 1, 5], [4, 4, 2, 1]], "omega"),
    ],
)
def test_no_omega_without_meaning(table: object, said: str) -> None:
    """Two items, an item without spread, the same item twice, more items than people."""
    with speaking("en"), pytest.raises(InputError, match=said):
        mcdonald_omega(table)
