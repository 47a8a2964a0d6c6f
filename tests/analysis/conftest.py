"""One small case, compared once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.case import Case
from selfmgmt.case.known import DO_NOTHING

WRITTEN = {
    "name": "Nijkerk",
    "municipalities": ["GM0267"],
    "organisation": {"fte": "330", "manager_share": "6%", "absence": "6,1%"},
    "question": {"saving_target": "5%"},
    "options": {"fewer_managers_only": {}, "stepwise_programme": {}},
}
JUDGED = ("service_quality", "closeness", "local_colour")


@pytest.fixture(scope="session")
def case():
    """Nijkerk with three own figures, a cut and two options."""
    return Case.model_validate(WRITTEN)


@pytest.fixture(scope="session")
def comparison(case):
    """The comparison of that case."""
    return compare(case, draws=1500, seed=3)


@pytest.fixture(scope="session")
def judged(comparison):
    """The same when everything is judged and three bodies gave weights."""
    case = comparison.study.case
    points = dict(zip(WRITTEN["options"], (40, 60), strict=True))
    weights = {
        "council": {"capacity_low": 30, "steerability": 60, "closeness": 10},
        "teams": {"capacity_end": 60, "service_quality": 20, "vulnerability": 20},
        "works_council": {"vulnerability": 80, "capacity_low": 20},
    }
    filled = Case.model_validate(
        WRITTEN | {"judgements": dict.fromkeys(JUDGED, points), "weights": weights}
    )
    assert filled.options == case.options
    return replace(comparison, study=replace(comparison.study, case=filled))


TODAY = {
    "net_saving_due_eur": 0.0,
    "net_saving_eur": 0.0,
    "one_off_peak_eur": 0.0,
    "gap_eur": 1.0,
    "capacity_low": 100.0,
    "capacity_end": 100.0,
    "satisfaction_mean": 0.7,
    "satisfaction_end": 0.7,
    "absence_mean": 0.06,
    "turnover_mean": 0.09,
    "steerability_end": 100.0,
    "vulnerability_end": 0.01,
    "falls_back": 0.0,
    "tasks_dropped": 0.0,
}
DRAWS = 20
NONE_AT_ALL = "cut_across_the_board"


def made_up(
    options: Mapping[str, Mapping[str, float | Sequence[float]]], **written: object
) -> Comparison:
    """A comparison with figures that are made up: option to outcome to one figure or draws.

    Args:
        options: What each option gives; what it does not name is as when nothing is done. The
            plain cut, when it is there, is none beside every way of working.
        written: Parts of the case file.
    """
    case = Case.model_validate(WRITTEN | {"options": dict.fromkeys(options)} | written)
    found = compare(case, size="described", draws=DRAWS, seed=1)
    values = {key: np.full((len(found.options), DRAWS), at) for key, at in TODAY.items()}
    for row, option in enumerate(found.options):
        if option != DO_NOTHING:
            for key, at in options[option].items():
                values[key][row] = at
    return replace(
        found,
        outcomes=replace(found.outcomes, values=values, target=np.full(DRAWS, 100.0)),
        sized={
            key: replace(one, none=found.plans.get(NONE_AT_ALL, one.none))
            for key, one in found.sized.items()
        },
    )
