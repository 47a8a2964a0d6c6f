"""One small comparison of real options, shared by the tests of what the reader sees."""

from typing import NamedTuple

import pytest

from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.case import Case


class World(NamedTuple):
    """What a chart or a sentence can be made from."""

    comparison: Comparison
    weighing: Weighing
    labels: dict[str, str]


OPTIONS = ("fewer_managers_only", "stepwise_programme", "vanguard_first")


@pytest.fixture(scope="session")
def case() -> Case:
    """Nijkerk with a cut of five per cent, two figures of its own and some readiness filled in."""
    return Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "organisation": {"fte": "300", "absence": "6,5%"},
            "question": {"saving_target": "5%"},
            "readiness": {"trust": 2, "support": 4},
            "options": dict.fromkeys(OPTIONS),
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
