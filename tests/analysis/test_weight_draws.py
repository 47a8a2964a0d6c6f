"""Weights that might have been given."""

from types import SimpleNamespace

import numpy as np
import pytest

from selfmgmt.analysis.weight_draws import weights_around, weights_of_role

FIRM = 1e9  # so firm that weights stay where they were given


def role(own, **people):
    """A role with weights of its own, and those of its people."""
    return SimpleNamespace(
        ranking=SimpleNamespace(weights=np.array(own)),
        voices={
            letter: SimpleNamespace(weights=np.array(given)) for letter, given in people.items()
        },
    )


def test_weights_go_around_those_of_each_person_in_turn():
    """Two people who want opposite things: never their mean; alone a role has its own."""
    rng = np.random.default_rng(1)
    divided = role([0.5, 0.5], A=[0.9, 0.1], B=[0.1, 0.9])
    drawn = weights_of_role(divided, FIRM, draws=4, rng=rng)
    assert drawn[:, 0] == pytest.approx([0.9, 0.1, 0.9, 0.1], abs=1e-3)
    alone = weights_of_role(role([0.7, 0.3]), FIRM, draws=4, rng=rng)
    assert alone[:, 0] == pytest.approx([0.7] * 4, abs=1e-3)


def test_weights_around_shares_have_the_mean_and_variance_of_dirichlet():
    """Of .2 at a concentration of 9 the variance is .2 * .8 / 10; nothing stays nothing."""
    drawn = weights_around(np.array([0.2, 0.0, 0.8]), 9, draws=40_000, rng=np.random.default_rng(1))
    assert drawn.mean(axis=0) == pytest.approx([0.2, 0, 0.8], abs=0.003)
    assert drawn.var(axis=0) == pytest.approx([0.016, 0, 0.016], rel=0.04)
    assert not drawn[:, 1].any()
