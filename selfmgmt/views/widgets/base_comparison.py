"""The options side by side under a page that weighs them: computed anew only when they changed."""

from dataclasses import replace

from selfmgmt.analysis.compare import OptionComparison, compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case

_WEIGHED = ("criteria", "judgements", "weights", "voices", "decision", "notes")


def base_comparison(
    case: Case, previous: OptionComparison | None, *, draws: int, seed: int
) -> OptionComparison:
    """The options of ``case``; those of ``previous`` when only the way of weighing is another.

    Their paths over time are left out: these take most of the memory, and nobody weighs them.

    Args:
        case: The case.
        previous: What was computed before, with the same draws and seed.
        draws: Number of possible futures.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """
    if previous is not None and _computed(previous.study.case) == _computed(case):
        return replace(previous, study=replace(previous.study, case=case))
    found = compare_options(study_of(case), draws=draws, seed=seed)
    return replace(found, outcomes=replace(found.outcomes, paths={}))  # nobody weighs a path


def _computed(case: Case) -> dict[str, object]:
    return {name: value for name, value in case if name not in _WEIGHED}
