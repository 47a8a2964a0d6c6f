import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import pairwise_conflict

EACH_ITS_OWN = np.eye(2)


def test_worked_by_hand() -> None:
    """In two of four draws they choose differently, in one they share a tie: 2/4 + 1/4 x 1/2."""
    one = [[3, 1], [3, 1], [3, 1], [1, 1]]
    other = [[3, 1], [1, 3], [1, 3], [3, 1]]
    assert pairwise_conflict(EACH_ITS_OWN, [one, other])[0, 1] == pytest.approx(0.625)


@given(arrays(float, (3, 5, 2), elements=st.floats(0.1, 10)))
def test_conflict_is_mutual(weights: np.ndarray) -> None:
    """The one disagrees as often with the other as the other with the one; nobody with itself."""
    conflict = pairwise_conflict(EACH_ITS_OWN, weights)
    assert (conflict == conflict.T).all()
    assert np.diag(conflict).tolist() == [0, 0, 0]
    assert ((conflict >= 0) & (conflict <= 1)).all()


@pytest.mark.parametrize("weights", [[[1, 1]], [], np.ones((0, 5, 2))])
def test_weights_come_in_three_layers(weights: object) -> None:
    """Judges, draws and criteria; less is refused."""
    with speaking("en"), pytest.raises(InputError, match=r"weights.*judges, draws, criteria"):
        pairwise_conflict(EACH_ITS_OWN, weights)
