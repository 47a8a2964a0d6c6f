"""What drives the spread."""

import numpy as np
import pytest

from selfmgmt.analysis.drivers import total_effect


def test_total_effect_of_the_ishigami_function():
    """The published total indices with a = 7, b = 0.1: .5576, .4424, .2437."""
    rng = np.random.default_rng(3)
    first = rng.uniform(-np.pi, np.pi, (3, 400_000))
    twin = rng.uniform(-np.pi, np.pi, (3, 400_000))

    def ishigami(x):
        return (np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0]))[np.newaxis]

    effects = []
    for place in range(3):
        resampled = first.copy()
        resampled[place] = twin[place]
        effects.append(total_effect(ishigami(first), ishigami(resampled))[0])
    assert effects == pytest.approx([0.557589, 0.442411, 0.243684], abs=0.006)


def test_nothing_varies_is_not_a_number_rather_than_zero():
    """Where there is no spread there is no share of it."""
    assert np.isnan(total_effect(np.full((1, 10), 3.0), np.full((1, 10), 3.0)))[0]
