"""The consequence table: every option on every criterion, in its own unit, weighed by nobody."""

from dataclasses import dataclass

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.analysis.weigh import Weighing, measured
from selfmgmt.scoring.values import Reason, figures_of
from selfmgmt.uncertainty import Quantiles

CONTEXT = ("net_saving_due_eur", "one_off_peak_eur", "transition_cost_eur", "net_term_eur")
"""The outcomes in euros that stand beside the criteria, whatever is weighed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What options do, on each criterion as its scale measures it.

    Attributes:
        cells: Option to criterion to range; judgements as points of 100.
        missing: Criterion to the reason why nothing is known of it.
        euros: Option to outcome to range: what is saved when it is due, how much more is spent
            than saved at the dearest moment, the one-off costs, and what the term brings in all.
    """

    cells: dict[str, dict[str, Quantiles]]
    missing: dict[str, Reason]
    euros: dict[str, dict[str, Quantiles]]


def consequences_of(comparison: OptionComparison, weighing: Weighing) -> Consequences:
    """The consequence table of the options that are weighed.

    Args:
        comparison: The options side by side.
        weighing: Of the same comparison; its options are shown.
    """
    options = weighing.performance.options
    outcomes, against = measured(comparison, options)
    figures, missing = figures_of(outcomes, weighing.criteria, options=options, against=against)
    return Consequences(
        cells={
            option: {key: band(table[row]) for key, table in figures.items()}
            for row, option in enumerate(options)
        },
        missing=missing,
        euros={
            option: {
                key: found
                for key in CONTEXT
                if (found := comparison.options[option].outcomes.get(key)) is not None
            }
            for option in options
        },
    )
