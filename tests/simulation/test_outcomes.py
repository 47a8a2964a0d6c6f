"""Outcomes taken from a transition."""

import numpy as np

from selfmgmt.simulation.outcomes import payback_quarter


def test_payback_is_for_good():
    """Cash that is back and then lost again counts only when it is back to stay."""
    cumulative = np.array([[0, 0, 0], [-5, 2, -1], [1, 1, -2], [-1, 3, -3], [4, 4, -4.0]])
    assert payback_quarter(cumulative).tolist() == [4, 0, np.inf]
