"""One small comparison of real options, shared by the tests of what the reader sees."""

from dataclasses import replace
from typing import NamedTuple

import pytest

from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.case import Case
from selfmgmt.case.files import new_case


class World(NamedTuple):
    """What a chart or a sentence can be made from."""

    comparison: Comparison
    weighing: Weighing
    labels: dict[str, str]


OPTIONS = ("fewer_managers_only", "stepwise_programme", "vanguard_first")
JUDGED = ("service_quality", "closeness", "local_colour")
WEIGHED = ("capacity_low", "capacity_end", "vulnerability", "steerability", *JUDGED)
POINTS = {
    "council": (30, 40, 30, 60, 100, 80, 60),
    "executive": (30, 30, 20, 60, 60, 40, 30),
    "directorate": (60, 50, 40, 40, 50, 30, 10),
    "teams": (70, 80, 60, 10, 90, 80, 40),
    "staff_departments": (40, 50, 100, 90, 50, 20, 10),
    "works_council": (60, 50, 60, 20, 50, 40, 20),
    "residents": (80, 90, 70, 20, 100, 100, 70),
}
WEIGHTS = {role: dict(zip(WEIGHED, points, strict=True)) for role, points in POINTS.items()}


@pytest.fixture(scope="session")
def case() -> Case:
    """Nijkerk with a cut of five per cent, some figures of its own, all judged and weighed."""
    return Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "organisation": {"fte": "300", "absence": "6,5%"},
            "question": {"saving_target": "5%"},
            "readiness": {"trust": 2, "support": 4},
            "options": dict.fromkeys(OPTIONS),
            "judgements": {key: dict(zip(OPTIONS, (40, 60, 55), strict=True)) for key in JUDGED},
            "weights": WEIGHTS,
        }
    )


@pytest.fixture(scope="session")
def comparison(case: Case) -> Comparison:
    """The options of the case side by side."""
    return compare(case, draws=400, seed=1)


@pytest.fixture(scope="session")
def weighing(comparison: Comparison) -> Weighing:
    """How each role would rank them."""
    return weigh(comparison)


@pytest.fixture(scope="session")
def unweighed(comparison: Comparison) -> Comparison:
    """The same options when nobody gave weights or judged anything."""
    case = comparison.study.case.model_copy(update={"weights": {}, "judgements": {}})
    return replace(comparison, study=replace(comparison.study, case=case))


@pytest.fixture(scope="session")
def labels(comparison: Comparison) -> dict[str, str]:
    """Option to its name."""
    return {key: option.label for key, option in comparison.options.items()}


@pytest.fixture(scope="session")
def world(comparison: Comparison, weighing: Weighing, labels: dict[str, str]) -> World:
    """All of these together."""
    return World(comparison, weighing, labels)


@pytest.fixture(scope="session")
def quiet() -> Comparison:
    """A case in which nothing happens: no cut, and only doing nothing."""
    return compare(
        Case.model_validate({"name": "Nijkerk", "municipalities": "Nijkerk"}), draws=100, seed=1
    )


@pytest.fixture(scope="session")
def study() -> Study:
    """Nijkerk with three options, among which what it takes is searched."""
    case = new_case(["Nijkerk"])
    options = {key: case.options[key] for key in ("do_nothing", "fewer_tasks", "within_frames")}
    return study_of(case.model_copy(update={"options": options}))
