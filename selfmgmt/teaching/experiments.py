"""Predict, test, explain: what the model says when one lever moves, kept until all predicted."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from pydantic import Field, TypeAdapter

from selfmgmt.analysis.study import Study
from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import Label
from selfmgmt.resources import DATA
from selfmgmt.simulation import simulate
from selfmgmt.teaching.ballot import Ballot, Question

PREFIX = "predict_"
"""How the key of the ballot of an experiment begins."""
LOWER, SAME, HIGHER = 1, 2, 3
DRAWS, SEED = 2048, 1
_LOW, _MIDDLE, _HIGH = 10, 50, 90
_WHOLE = 100
_NOTHING = 1e-6  # of the unit: rounding of floats


class Experiment(Record):
    """One lever that moves, and the outcome that a table predicts.

    Attributes:
        sizes: Limits between the sizes to choose from, in the unit.
    """

    title: Label
    question: Label
    option: str
    levers: dict[str, str | float]
    outcome: str
    unit: Literal["points", "target"]
    sizes: tuple[float, ...] = Field(min_length=2, max_length=5)
    explain: Label

    def ballot(self) -> Ballot:
        """What each table answers: which way it goes, and how far."""
        return Ballot(
            title=self.title,
            intro=self.question,
            by="table",
            questions={
                "direction": Question(label=_DIRECTION, low=LOWER, high=HIGHER, steps=_DIRECTIONS),
                "size": Question(
                    label=_SIZE, low=1, high=len(self.sizes) + 1, steps=tuple(self._steps())
                ),
            },
        )

    def unit_in_words(self) -> str:
        """What the change is counted in."""
        return str(_UNITS[self.unit])

    def _steps(self) -> list[Label]:
        unit = _UNITS[self.unit]
        first, *_between, last = self.sizes
        one = _ONE if self.unit == "points" and first == 1 else unit
        pairs = zip(self.sizes, self.sizes[1:], strict=False)
        return [
            Label(nl=f"minder dan {first:g} {one.nl}", en=f"less than {first:g} {one.en}"),
            *(
                Label(nl=f"{low:g} tot {high:g} {unit.nl}", en=f"{low:g} to {high:g} {unit.en}")
                for low, high in pairs
            ),
            Label(nl=f"meer dan {last:g} {unit.nl}", en=f"more than {last:g} {unit.en}"),
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentResult:
    """What the model says of an experiment; the change that the lever makes in the same futures.

    Attributes:
        p10: With ``p50`` and ``p90``: quantiles of the change, in the unit of the experiment.
        lower: Of 100 futures, in how many the outcome is lower; ``higher`` likewise.
        direction: Where most futures go: 1 lower, 2 no change, 3 higher.
        size: Which of the sizes the middle of the change has, from 1.
    """

    p10: float
    p50: float
    p90: float
    lower: int
    higher: int
    direction: int
    size: int


@cache
def load_experiments() -> dict[str, Experiment]:
    """The experiments in ``data/teaching``.

    >>> list(load_experiments())[:2]
    ['half_the_managers', 'half_the_hiring']
    """
    written = read_mapping(DATA / "teaching" / "experiments.yaml")
    return TypeAdapter(dict[str, Experiment]).validate_python(written)


@cache
def prediction_ballots() -> dict[str, Ballot]:
    """The ballot of each experiment."""
    return {f"{PREFIX}{key}": one.ballot() for key, one in load_experiments().items()}


def run_experiment(
    study: Study, experiment: Experiment, *, draws: int = DRAWS, seed: int = SEED
) -> ExperimentResult:
    """Let the model compute an experiment for a case.

    Args:
        study: The case with everything looked up.
        experiment: Which lever moves.
        draws: Number of possible futures.
        seed: Start of the random numbers.

    Raises:
        ValidationError: The option has no such lever.
    """
    before = study.case.plan(experiment.option, 0)
    after = before.with_levers(**experiment.levers)
    outcomes = simulate(
        [before, after], study.inputs, question=study.question, draws=draws, seed=seed
    )
    old, new = outcomes.values[experiment.outcome]
    whole = outcomes.target / _WHOLE if experiment.unit == "target" else 1.0
    return result_of((new - old) / whole, experiment.sizes)


def result_of(change: np.ndarray, sizes: tuple[float, ...]) -> ExperimentResult:
    """What a change says, with one value for each future.

    >>> import numpy as np
    >>> result_of(np.array([-2.0, -1.0, -1.5, 0.5]), (1, 3)).direction
    1
    """
    p10, p50, p90 = np.percentile(change, [_LOW, _MIDDLE, _HIGH])
    lower = float(np.mean(change < -_NOTHING))
    higher = float(np.mean(change > _NOTHING))
    same = 1 - lower - higher
    most = max(((lower, LOWER), (same, SAME), (higher, HIGHER)))
    return ExperimentResult(
        p10=float(p10),
        p50=float(p50),
        p90=float(p90),
        lower=round(_WHOLE * lower),
        higher=round(_WHOLE * higher),
        direction=most[1],
        size=1 + int(np.searchsorted(sizes, abs(p50), side="right")),
    )


_DIRECTION = Label(nl="Welke kant op?", en="Which way?")
_DIRECTIONS = (
    Label(nl="omlaag", en="down"),
    Label(nl="vrijwel gelijk", en="about the same"),
    Label(nl="omhoog", en="up"),
)
_SIZE = Label(nl="Hoe ver?", en="How far?")
_ONE = Label(nl="punt (nu is 100)", en="point (today is 100)")
_UNITS = {
    "points": Label(nl="punten (nu is 100)", en="points (today is 100)"),
    "target": Label(nl="procent van de bezuiniging", en="per cent of the saving"),
}
