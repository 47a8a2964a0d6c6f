"""Whether a second measurement is one."""

import numpy as np
import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.repeats import refuse_repeated
from tests.readiness.awkward import KEYS


def sheets(seed: int, people: int, items: int = 32) -> np.ndarray:
    """Answers by lot."""
    return np.random.default_rng(seed).integers(1, 6, (people, items)).astype(float)


def refusal(before: np.ndarray, after: np.ndarray) -> str:
    """Why the second is no measurement of its own, in English; nothing when it is one."""
    both = [Answers(items=tuple(KEYS)[: v.shape[1]], values=v) for v in (before, after)]
    with speaking("en"):
        try:
            refuse_repeated(*both)
        except InputError as refused:
            return str(refused)
    return ""


def test_other_answers_are_another_measurement() -> None:
    """Also of as many people, and with a fifth of the sheets the same."""
    assert refusal(sheets(1, 40), sheets(2, 40)) == ""
    assert refusal(sheets(1, 40), np.vstack([sheets(2, 32), sheets(1, 40)[:8]])) == ""


@pytest.mark.parametrize("same", [9, 40])
def test_sheets_that_come_back_are_refused(same: int) -> None:
    """From more than a fifth of them, in whatever order."""
    after = np.vstack([sheets(2, 40 - same), sheets(1, 40)[::-1][:same]])
    told = refusal(sheets(1, 40), after)
    assert told.startswith("this is no second measurement")
    assert f"{100 * same // 40}" in told


@pytest.mark.parametrize("changed", [1, 6])
def test_a_few_sheets_of_few_questions(changed: int) -> None:
    """Short sheets repeat by chance; a difference of fewer than seven is refused all the same."""
    before = sheets(1, 40, items=2)
    after = before.copy()
    after[:changed] = np.where(after[:changed] == 5, 1, after[:changed] + 1)
    assert "fewer than 7 answer sheets" in refusal(before, after)


def test_open_answers_are_compared_too() -> None:
    """A gap is the same as a gap."""
    before = sheets(3, 40)
    before[:, 4] = np.nan
    assert "100%" in refusal(before, before)
