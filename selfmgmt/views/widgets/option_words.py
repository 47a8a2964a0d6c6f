"""What the explorer says of each option: its saving mix and size, and how far it gets."""

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.plans import EQUAL_MONEY
from selfmgmt.case.known import DO_NOTHING, NONE
from selfmgmt.language import gettext, small
from selfmgmt.numbers import number, percentage


def size_lines(comparison: Comparison, option: OptionResult) -> list[str]:
    """Which saving mix an option has and how much of it, and how far it gets with that.

    Nothing for doing nothing.
    """
    if option.key == DO_NOTHING:
        return []
    reach = ""
    if comparison.study.question.saving_target.value > 0:
        reach = gettext("Gets to {share} of the target.", share=percentage(option.reach))
    deep = gettext("Deeper than anyone measured.") if option.deep else ""
    return list(filter(None, (_size(comparison, option), reach, deep)))


def _size(comparison: Comparison, option: OptionResult) -> str:
    mix = comparison.study.case.mix_label(option.mix)
    words = {"mix": small(mix), "times": number(option.factor, 2)}
    mixed = option.mix != NONE and option.factor > 0
    if comparison.size != EQUAL_MONEY:
        return (
            gettext("As described: {times} × {mix}.", **words)
            if mixed
            else gettext("As described, without a saving mix.")
        )
    return (
        gettext("Sized to the target: {times} × {mix}.", **words)
        if mixed
        else gettext("Without a saving mix.")
    )
