"""What could still change the choice of each role, and what it is worth to know that."""

from dataclasses import dataclass

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.turning import FigureTurn, figure_turns
from selfmgmt.analysis.value_of_information import drawn_figures, ordered, values_of_information
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.scoring.additive import weighted_sum

DRAWS = 2_000
_CLEAR = 0.005  # of all value: who can win less by knowing everything has a choice that is clear


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChoice:
    """How open the choice of a role is, on the scale of value from 0 to 1.

    Attributes:
        all_known: How much better the choice would be on average when everything was known: no
            figure is worth more.
        worth: Figure to what knowing it alone is worth, most first; none for a choice that is
            clear.
        turns: Figures on which the choice turns; likewise.
    """

    all_known: float
    worth: dict[str, float]
    turns: tuple[FigureTurn, ...]

    @property
    def clear(self) -> bool:
        """Whether knowing more would hardly make the choice better."""
        return self.all_known < _CLEAR


def open_choices(
    comparison: Comparison, weighing: Weighing, *, draws: int = DRAWS
) -> dict[str, OpenChoice]:
    """What could change the choice of each role that ranks, with its weights as they are.

    Args:
        comparison: The options side by side.
        weighing: From :func:`selfmgmt.analysis.weigh.weigh` of the same comparison.
        draws: How many of its draws to use.
    """
    performance = weighing.performance
    drawn = drawn_figures(comparison.study.inputs, draws=comparison.draws, seed=comparison.seed)
    figures = {key: ordered(figure[:draws]) for key, figure in drawn.items()}
    found = {}
    for role, ranked in weighing.rankings.ranked.items():
        values = weighted_sum(performance.values[:draws], ranked.ranking.weights).T
        all_known = float(values.max(axis=0).mean() - values.mean(axis=1).max())
        is_clear = all_known < _CLEAR
        found[role] = OpenChoice(
            all_known=max(all_known, 0.0),
            worth={} if is_clear else values_of_information(values, figures),
            turns=() if is_clear else tuple(figure_turns(values, performance.options, figures)),
        )
    return found
