"""The organisation as teams, managers and support: how many there are once a plan is in place."""

import numpy as np

from selfmgmt.analysis.bands import quantiles_of
from selfmgmt.case.plan import Plan
from selfmgmt.fields import Estimate
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.maturity import coaches
from selfmgmt.simulation.positions import positions

Ranges = dict[str, dict[str, float | None]]


def structure_of(plan: Plan, inputs: Inputs, *, teams: Estimate, seed: int) -> Ranges:
    """The teams and the FTE around them, as planned.

    Args:
        plan: Way of working and saving mix; without either it is the organisation of today.
        inputs: The uncertain quantities.
        teams: Number of teams today, the figure that every page shows.
        seed: Start of the random numbers.

    Returns:
        ``teams``; FTE of ``managers``, ``support``, ``primary`` and ``coaches``; ``team_size`` (FTE
        per team) and ``span`` (FTE per FTE of management), each with its p10, p50 and p90.
        ``None`` where there is nothing to divide by. The number of teams is the figure that every
        page shows: its low, central and high end.
    """
    draw = block_sample(inputs, size=BLOCK, seed=seed).draw
    groups = positions(plan, draw).groups()
    after = {name: one.today - one.removed + one.added for name, one in groups.items()}
    others = after["support"] + after["primary"]
    drawn = np.asarray(plan.way.team_count.of(draw.team_count))
    figures = {
        **after,
        "coaches": coaches(plan.way, draw),
        "team_size": (after["managers"] + others) / drawn,
        "span": np.divide(
            others, after["managers"], out=np.full_like(others, np.inf), where=after["managers"] > 0
        ),
    }
    quantiles = quantiles_of(
        np.array([np.broadcast_to(values, others.shape) for values in figures.values()])
    )
    ranges = {name: _plain(row) for name, row in zip(figures, quantiles.T.tolist(), strict=True)}
    known = (teams.low, teams.central, teams.high)
    return {"teams": _plain([float(plan.way.team_count.of(end)) for end in known]), **ranges}


def _plain(quantiles: list[float]) -> dict[str, float | None]:
    rounded = (float(f"{end:.4g}") if np.isfinite(end) else None for end in quantiles)
    return dict(zip(("p10", "p50", "p90"), rounded, strict=True))
