"""Checks of the exercises in a lesson: no mark, but a hint that fits the mistake."""

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

import numpy as np
from pydantic import Field, TypeAdapter

from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import Label, gettext
from selfmgmt.resources import DATA
from selfmgmt.teaching.slips import EXERCISES


class Exercise(Record):
    """What the check of an exercise says.

    Attributes:
        tolerance: How far an answer may be off, by rounding.
        slips: Usual mistake to a hint.
    """

    title: Label
    tolerance: float = Field(gt=0)
    right: Label
    other: Label
    slips: dict[str, Label] = Field(min_length=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What a check says.

    Attributes:
        right: Whether the answer is right; none when there is no answer yet.
        slip: The usual mistake that the answer comes from, when it is one.
        words: What to tell.
    """

    right: bool | None
    slip: str
    words: str

    def _repr_html_(self) -> str:
        kind = "summary" if self.right else "note"
        return f'<div class="{kind}"><p>{escape(self.words)}</p></div>'


@cache
def load_exercises() -> dict[str, Exercise]:
    """The exercises in ``data/teaching``.

    >>> list(load_exercises())
    ['weight', 'weakest', 'leak', 'futures', 'dose', 'maturing', 'coaches', 'pairs']
    """
    written = read_mapping(DATA / "teaching" / "exercises.yaml")
    return TypeAdapter(dict[str, Exercise]).validate_python(written)


def check(exercise: str, answer: object, **figures: Any) -> Feedback:
    """Look at an answer, and say what most likely went wrong when it is not right.

    Args:
        exercise: Key of the exercise.
        answer: A number; ``None`` as long as there is none.
        **figures: The figures of the exercise, as they stand in the lesson.

    >>> check("weight", 0.6, points=[100, 60, 40]).slip
    'of_top'
    >>> check("weight", 0.3, points=[100, 60, 40]).right
    True
    """
    wording, worked = load_exercises()[exercise], EXERCISES[exercise](**figures)
    if answer is None:
        words = gettext("Fill in your answer in the cell above, and run this cell again.")
        return Feedback(right=None, slip="", words=words)
    if not _is_number(answer):
        words = gettext("Your answer is {given}; give one number.", given=repr(answer))
        return Feedback(right=False, slip="", words=words)
    value = float(answer)  # type: ignore[arg-type]  # a number, by the line above
    if abs(value - worked.right) <= wording.tolerance:
        return Feedback(right=True, slip="", words=str(wording.right))
    distances = {key: abs(value - slip) for key, slip in worked.slips.items()}
    nearest = min(distances, key=lambda key: distances[key])
    if distances[nearest] <= max(wording.tolerance, 0.001 * abs(worked.slips[nearest])):
        return Feedback(right=False, slip=nearest, words=str(wording.slips[nearest]))
    return Feedback(right=False, slip="", words=str(wording.other))


def _is_number(answer: object) -> bool:
    kinds = (int, float, np.integer, np.floating)
    return isinstance(answer, kinds) and not isinstance(answer, bool) and bool(np.isfinite(answer))
