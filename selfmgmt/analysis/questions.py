"""Which options answer which question: saving mixes side by side, or ways of working."""

from collections.abc import Mapping
from typing import Literal, get_args

import numpy as np

from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.case.known import DO_NOTHING, NONE

Question = Literal["ways", "mixes"]
QUESTIONS: tuple[Question, ...] = get_args(Question)


def way_of(comparison: OptionComparison, key: str) -> str:
    """The way of working of an option; ``none`` when it stays as it is."""
    return comparison.options[key].way


def mix_of(comparison: OptionComparison, key: str) -> str:
    """The saving mix of an option; ``none`` when it has none."""
    return comparison.options[key].mix


def same_as_nothing(comparison: OptionComparison) -> tuple[str, ...]:
    """Options that change nothing, by whatever name: all they give is what doing nothing gives."""
    keys = tuple(comparison.options)
    index = keys.index(DO_NOTHING)
    alike = np.ones(len(keys), dtype=bool)
    for values in comparison.outcomes.values.values():
        alike[alike] = (values[alike] == values[index]).all(axis=1)
    return tuple(key for key, is_alike in zip(keys, alike, strict=True) if is_alike)


def asks_for_saving(comparison: OptionComparison) -> bool:
    """Whether there is a saving target."""
    return comparison.study.case.question.saving_target.value > 0


def candidates(
    comparison: OptionComparison, *, way: str = NONE, mix: str | None = None
) -> Mapping[Question, tuple[str, ...]]:
    """The options that answer each question.

    Doing nothing is none of them when there is a saving target: it is the line that the others are
    held against. An option with another way and another mix answers neither; a way of working
    without any mix is held beside the others.

    Args:
        comparison: The options side by side.
        way: The way of working under which mixes are held side by side.
        mix: The mix under which ways are held side by side; that of the comparison when left out.
    """
    chosen = {mix or comparison.sizing.mix, NONE}
    nothing = same_as_nothing(comparison)
    if not asks_for_saving(comparison):
        everything = tuple(comparison.options)
        return {"ways": everything, "mixes": everything}
    keys = [key for key in comparison.options if key not in nothing]
    return {
        "ways": tuple(key for key in keys if mix_of(comparison, key) in chosen),
        "mixes": tuple(key for key in keys if way_of(comparison, key) == way),
    }
