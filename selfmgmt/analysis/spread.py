"""What the spread of the options rests on: outcomes with some quantities drawn anew."""

from collections.abc import Collection, Mapping
from typing import Protocol

from selfmgmt.analysis.choice_moves import choice_moves, counts
from selfmgmt.analysis.drivers import SPREADING, effects_of_groups, keys_by_group
from selfmgmt.analysis.plans import SizedOption
from selfmgmt.analysis.study import Study
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.lattice import BLOCK

_DRIVER_DRAWS = BLOCK  # enough for shares in whole per cents; a redraw costs one run
_MOVE_DRAWS = BLOCK // 2  # each of ten outcomes tells in how many of them another option is best


def spread_of(
    study: Study, sized: Mapping[str, SizedOption], values: Mapping[str, Vector], *, seed: int
) -> tuple[list[dict[str, dict[str, float]]], dict[str, float]]:
    """What the spread of each option rests on, and what each open figure may change.

    Args:
        study: The case with everything looked up.
        sized: Key to the option at its size.
        values: Outcome to its draws, shape (options, draws), with the same seed.
        seed: Start of the random numbers.

    Returns:
        Of each option, outcome to group to its share of the spread; and of each figure that is not
        the user's how often another option is best when only that figure turns out otherwise.
    """
    redraw = _redrawing(study, sized, seed)
    if next(iter(values.values())).shape[1] >= _DRIVER_DRAWS:  # its first block is drawn here too
        first = {key: values[key][:, :_DRIVER_DRAWS] for key in SPREADING}
    else:
        first = redraw(())
    effects = effects_of_groups(study.inputs, first, redraw, keys_by_group(study.inputs))
    shares = [
        {
            outcome: {group: float(effect[outcome][row]) for group, effect in effects.items()}
            for outcome in next(iter(effects.values()))
        }
        for row in range(len(study.case.options))
    ]
    return shares, _choice_moves(study, first, redraw)


def assumption_shares(
    study: Study, sized: Mapping[str, SizedOption], *, seed: int
) -> dict[str, dict[str, float]]:
    """What ``compare`` gives as ``assumption_share``, without the rest that it computes.

    Args:
        study: The case with everything looked up.
        sized: Key to the option at its size.
        seed: Start of the random numbers.
    """
    redraw = _redrawing(study, sized, seed)
    group = {"assumption": keys_by_group(study.inputs)["assumption"]}
    found = effects_of_groups(study.inputs, redraw(()), redraw, group)["assumption"]
    return {
        key: {outcome: float(shares[row]) for outcome, shares in found.items()}
        for row, key in enumerate(sized)
    }


def _choice_moves(study: Study, first: Mapping[str, Vector], redraw: "_Redraw") -> dict[str, float]:
    """How often another option is best for each figure that is not the user's, most often first.

    A figure that is known from public accounts has no other value to turn out to be.
    """
    judged = {key: values[:, :_MOVE_DRAWS] for key, values in first.items() if counts(key)}
    uncertain = set(study.inputs.uncertain)
    moves = {
        key: choice_moves(judged, redraw((key,), _MOVE_DRAWS, tuple(judged)))
        if key in uncertain
        else 0.0
        for key in study.organisation.missing
    }
    return dict(sorted(moves.items(), key=lambda item: -item[1]))


class _Redraw(Protocol):
    """Gives outcomes, shape (options, draws), with some keys drawn anew."""

    def __call__(
        self, keys: Collection[str], draws: int = ..., wanted: Collection[str] = ...
    ) -> dict[str, Vector]: ...


def _redrawing(study: Study, sized: Mapping[str, SizedOption], seed: int) -> _Redraw:
    plans = [option.plan for option in sized.values()]

    def redraw(
        keys: Collection[str], draws: int = _DRIVER_DRAWS, wanted: Collection[str] = SPREADING
    ) -> dict[str, Vector]:
        outcomes = simulate(
            plans,
            study.inputs,
            question=study.question,
            draws=draws,
            seed=seed,
            resampled=keys,
            wanted=wanted,
        )
        return outcomes.values

    return redraw
