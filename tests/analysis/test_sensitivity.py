"""Sobol' indices and Shapley effects against functions whose indices are known exactly."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.analysis import shapley_effects, sobol_indices
from selfmgmt.errors import InputError
from selfmgmt.language import speaking

PI = dict.fromkeys(("a", "b", "c"), (-np.pi, np.pi))
G_PARAMETERS = np.array([0, 1, 2, 3, 4, 14, 15, 16.0])


def ishigami(x):
    """Ishigami & Homma (1990) with a = 7 and b = 0.1."""
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def g_function(x):
    """Sobol' G."""
    return np.prod((np.abs(4 * x - 2) + G_PARAMETERS) / (1 + G_PARAMETERS), axis=1)


def test_ishigami_has_its_published_indices():
    """First order, total and Shapley as derived in closed form."""
    found = sobol_indices(ishigami, PI, samples=2**14, rng=np.random.default_rng(1))
    assert found.first == pytest.approx([0.313905, 0.442411, 0], abs=0.004)
    assert found.total == pytest.approx([0.557589, 0.442411, 0.243684], abs=0.004)
    shares = shapley_effects(ishigami, PI, samples=200_000, rng=np.random.default_rng(1)).shares
    assert shares == pytest.approx([0.435747, 0.442411, 0.121842], abs=0.006)


def test_g_function_has_its_exact_first_order():
    """V_i = 1 / (3 (1 + a_i)^2) and V = prod(1 + V_i) - 1."""
    parts = 1 / (3 * (1 + G_PARAMETERS) ** 2)
    exact = parts / (np.prod(1 + parts) - 1)
    found = sobol_indices(g_function, [(0, 1)] * 8, samples=2**13, rng=np.random.default_rng(2))
    assert found.first == pytest.approx(exact, abs=0.01)


def test_intervals_hold_the_truth_and_shrink():
    """The exact index lies within them; sixteen times the work makes them four times as narrow."""
    few = sobol_indices(ishigami, PI, samples=2**10, rng=np.random.default_rng(3))
    many = sobol_indices(ishigami, PI, samples=2**14, rng=np.random.default_rng(3))
    low, high = few.total_interval.T
    assert np.all((low - 0.03 < [0.557589, 0.442411, 0.243684]) & (few.total < high + 1e-12))
    width = np.ptp(few.total_interval, axis=1) / np.ptp(many.total_interval, axis=1)
    assert np.all((width > 3) & (width < 5.5))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(0.5, 4), min_size=2, max_size=5), st.integers(0, 2**32 - 1))
def test_shapley_shares_add_up_to_one(slopes, seed):
    """Whatever the function; for a sum they are the shares of the variances."""
    weights = np.array(slopes)
    ranges = [(0.0, 1.0)] * weights.size
    found = shapley_effects(
        lambda x: x @ weights, ranges, samples=4000, rng=np.random.default_rng(seed)
    )
    assert found.shares.sum() == pytest.approx(1)
    assert found.shares == pytest.approx(weights**2 / (weights**2).sum(), abs=0.12)


def test_an_input_without_effect_gets_nothing():
    """A null player: exactly zero in total and Shapley, wherever it stands."""
    chance = np.random.default_rng(4)
    ranges = [(0, 1), (5, 9)]
    found = sobol_indices(lambda x: x[:, 0] ** 2, ranges, samples=256, rng=chance)
    assert found.total[1] == 0
    assert shapley_effects(lambda x: x[:, 0] ** 2, ranges, samples=64, rng=chance).shares[1] == 0


@pytest.mark.parametrize(
    ("function", "ranges", "samples", "words"),
    [
        (ishigami, {"a": (1, 1)}, 16, r"range a: \(1, 1\)"),
        (ishigami, [(0, 1), (2, 1)], 16, r"range 1: \(2, 1\)"),
        (ishigami, [(0, float("nan"))], 16, "range 0"),
        (ishigami, [], 16, "ranges"),
        (ishigami, PI, 1, "samples: 1 is too few"),
        (lambda x: np.ones(len(x)), PI, 16, "never changes"),
        (lambda x: x, PI, 16, "one finite number"),
        (lambda x: np.full(len(x), np.nan), PI, 16, "one finite number"),
    ],
)
@pytest.mark.parametrize("measure", [sobol_indices, shapley_effects])
def test_what_makes_no_sense_is_refused(measure, function, ranges, samples, words):
    """The message names what is wrong."""
    with speaking("en"), pytest.raises(InputError, match=words):
        measure(function, ranges, samples=samples, rng=np.random.default_rng(1))


def test_base_samples_are_a_power_of_two_and_orders_are_as_many_as_given():
    """1,000 becomes 1,024 of Sobol' points; 1,000 random orders stay 1,000."""
    asked = []

    def function(x):
        asked.append(len(x))
        return x.sum(axis=1)

    chance = np.random.default_rng(1)
    assert sobol_indices(function, [(0, 1)] * 2, samples=1000, rng=chance).samples == 1024
    assert sum(asked) == 1024 * (2 + 2)
    asked.clear()
    assert shapley_effects(function, [(0, 1)] * 2, samples=1000, rng=chance).samples == 1000
    assert sum(asked) == 1000 * (2 + 1)
