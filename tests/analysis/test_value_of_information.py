"""Knowing a figure is worth what it lets one choose better; chance is worth nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.analysis.study import study_of
from selfmgmt.analysis.value_of_information import (
    drawn_figures,
    ordered,
    sums_by_bin,
    value_of_information,
    values_of_information,
)
from selfmgmt.case.files import new_case
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.lattice import BLOCK


def test_the_value_of_a_coin_is_known_exactly():
    """Option B gives x, A gives 0, x uniform on -1..1: E max(0, x) - max(0, E x) = 1/4."""
    figure = np.random.default_rng(1).uniform(-1, 1, 40_000)
    values = np.array([np.zeros_like(figure), figure])
    assert value_of_information(values, ordered(figure)) == pytest.approx(0.25, abs=0.005)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_a_figure_that_matters_for_nothing_is_worth_nothing(seed):
    """Also when one option is only just better: no value is found in noise."""
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(4, 8_000)) + np.array([[0.0], [0.05], [0.1], [0.2]])
    assert value_of_information(values, ordered(rng.random(8_000))) < 0.02


def test_a_figure_that_lifts_all_options_alike_is_worth_nothing():
    """It drives the spread, but it does not change the choice."""
    rng = np.random.default_rng(2)
    figure = rng.normal(size=5_000)
    values = figure + np.array([[0.0], [1.0]])
    assert value_of_information(values, ordered(figure)) == 0


def test_the_most_telling_figure_comes_first():
    """In the order of what knowing them is worth."""
    rng = np.random.default_rng(3)
    much, little = rng.normal(size=(2, 10_000))
    values = np.array([np.zeros(10_000), much + 0.3 * little])
    found = values_of_information(values, {"little": ordered(little), "much": ordered(much)})
    assert list(found) == ["much", "little"]
    assert found["much"] > 3 * found["little"] > 0


@given(st.lists(st.floats(-1e6, 1e6), min_size=20, max_size=200))
def test_parts_are_equally_filled_and_in_order(figure):
    """Sizes differ by one at most, and a higher part holds no lower figure."""
    values = np.array(figure)
    part = ordered(values).part(20)
    sizes = np.bincount(part, minlength=20)
    assert np.ptp(sizes) <= 1
    assert (np.diff(part[np.argsort(values, kind="stable")]) >= 0).all()


@given(st.lists(st.floats(-1e6, 1e6), min_size=40, max_size=200))
def test_halves_split_every_part(figure):
    """In each part as many draws choose as are valued, or one more or less."""
    known = ordered(figure)
    count = np.bincount(2 * known.part(20) + known.half, minlength=40).reshape(20, 2)
    assert np.abs(count[:, 0] - count[:, 1]).max() <= 1


@given(st.lists(st.integers(0, 6), min_size=1, max_size=50))
def test_sums_by_place_are_those_of_a_loop(place):
    """Every row by itself, and 0 where no draw is."""
    at, rows = np.array(place), np.random.default_rng(1).random((3, len(place)))
    slow = [[row[at == number].sum() for number in range(7)] for row in rows]
    np.testing.assert_allclose(sums_by_bin(rows, at, 7), slow)


def test_figures_are_those_of_the_simulation():
    """The draws of its blocks, end to end, and only of what is uncertain."""
    inputs = study_of(new_case(["Nijkerk"])).inputs
    figures = drawn_figures(inputs, draws=BLOCK + 100, seed=7)
    second = block_sample(inputs, size=100, seed=7, block=1)
    assert set(figures) == set(inputs.uncertain)
    assert figures["readiness"][BLOCK:].tolist() == second.draw.readiness.tolist()
    assert figures["absence_effect"][BLOCK:].tolist() == second.uniform["absence_effect"].tolist()
