import numpy as np
import pytest

from selfmgmt.analysis.conflict import conflicts_between
from selfmgmt.language import Label
from selfmgmt.scoring import rank_options
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.scoring.values import Performance, Scale

OPTIONS, CRITERIA = ("thrift", "calm"), ("saving", "rest")
SCALE = Scale(
    worst=0, best=1, figure="times", grade="D", source=Label(nl="verzonnen", en="made up")
)
PERFORMANCE = Performance(
    options=OPTIONS,
    criteria=CRITERIA,
    values=np.array([[[1.0, 0.0], [0.0, 1.0]]] * 4),
    scales=dict.fromkeys(CRITERIA, SCALE),
    left_out={},
)


def ranking(*weights: float) -> Ranking:
    """The ranking of a role with these weights."""
    return rank_options(PERFORMANCE.values, weights, options=OPTIONS, criteria=CRITERIA)


def test_who_and_why() -> None:
    """The pair that differs most comes first, with the criterion that divides them."""
    rankings = {"treasurer": ranking(4, 1), "clerk": ranking(1, 2), "mayor": ranking(3, 2)}
    drawn = {
        role: np.repeat(given.weights[None], 4, axis=0) for role, given in rankings.items()
    } | {"mayor": np.array([[3, 2], [3, 2], [3, 2], [2, 3]])}
    found = conflicts_between(PERFORMANCE, rankings, drawn)
    assert [conflict.roles for conflict in found] == [
        ("treasurer", "clerk"),
        ("clerk", "mayor"),
        ("treasurer", "mayor"),
    ]
    assert [conflict.chance for conflict in found] == pytest.approx([1, 0.75, 0.25])
    assert found[0].division.criterion == "saving"
    assert found[2].division is None


def test_one_role_is_at_odds_with_nobody() -> None:
    """It takes two."""
    assert conflicts_between(PERFORMANCE, {"clerk": ranking(1, 2)}, {}) == ()
