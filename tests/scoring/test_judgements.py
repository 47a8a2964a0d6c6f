import numpy as np

from selfmgmt.fields import Estimate
from selfmgmt.scoring.judgements import judged_draws


def drawn(**judged: float | dict[str, float]) -> np.ndarray:
    """Draws of one criterion for options a and b."""
    found = {option: Estimate.model_validate(given) for option, given in judged.items()}
    rng = np.random.default_rng(1)
    return judged_draws({"closeness": found}, options=("a", "b"), draws=500, rng=rng)["closeness"]


def test_a_known_judgement_is_fixed() -> None:
    """One figure is the same in every draw."""
    assert (drawn(a=60, b=40) == [[60], [40]]).all()


def test_a_range_is_drawn_within_its_ends() -> None:
    """A range gives different draws, none beyond it, around the central figure."""
    values = drawn(a={"low": 30, "central": 60, "high": 90}, b=0)[0]
    assert values.min() >= 30
    assert values.max() <= 90
    assert abs(values.mean() - 60) < 3


def test_what_is_not_judged_is_a_gap() -> None:
    """No judgement is no number, never a 0."""
    assert np.isnan(drawn(a=60)[1]).all()
