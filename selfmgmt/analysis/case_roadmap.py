"""The roadmap that a case asks for: its start, its goals, and to which option it leads."""

from datetime import date

from selfmgmt.analysis.compare import SEED, OptionComparison, compare_options
from selfmgmt.analysis.roadmap import OptionRoadmap, option_roadmap
from selfmgmt.analysis.study import study_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.case import Case
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.practice.goals import PLAN, first_start, goals_of, option_of, start_of
from selfmgmt.reference.municipalities import plain
from selfmgmt.simulation import DRAWS
from selfmgmt.values import unknown

KEY = "roadmap"
"""The instrument on which its start and its goals are filled in."""


def roadmap_of(
    comparison: OptionComparison, *, leading: str = "", today: date | None = None
) -> OptionRoadmap:
    """The roadmap that the case asks for.

    Args:
        comparison: The options of the case.
        leading: The option to take when the case names none: the one that comes first.
        today: A roadmap without a date starts with the first quarter after this that leaves time
            to decide.

    Raises:
        InputError: The case names an option that it does not have, or one without a new way of
            working.
    """
    rows = comparison.study.case.practice.get(KEY, {}).get(PLAN, {})
    return option_roadmap(
        comparison,
        option_for(comparison, option_of(rows), leading),
        start=start_of(rows) or first_start(today or date.today()),
        goals=goals_of(rows),
    )


def option_for(comparison: OptionComparison, named: str, leading: str = "") -> str:
    """The option that a name or key means; without one ``leading``, else the first with a new way.

    Raises:
        InputError: There is no such option, or none in which people work in a new way.
    """
    options = comparison.options
    if named:
        found = [key for key in options if plain(named) in (plain(key), plain(options[key].label))]
        if not found:
            raise InputError(unknown(named, [options[key].label for key in options]))
        return found[0]
    ways = [key for key in (leading, *options) if key in options and options[key].design.scope]
    if not ways:
        raise InputError(
            gettext("No option of this case has a new way of working, so there is no roadmap.")
        )
    return ways[0]


def case_roadmap(case: Case, *, draws: int = DRAWS, seed: int = SEED) -> OptionRoadmap:
    """The roadmap of a case: to the option that it names, else to the one that comes first.

    Args:
        case: The case.
        draws: Number of possible futures.
        seed: Start of the random numbers.

    Raises:
        InputError: See :func:`roadmap_of`.
    """
    comparison = compare_options(study_of(case), draws=draws, seed=seed)
    return roadmap_of(comparison, leading=next(iter(weigh(comparison).leading), ""))
