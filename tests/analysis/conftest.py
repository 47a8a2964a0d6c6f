"""One small case, compared once."""

import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case

WRITTEN = {
    "name": "Nijkerk",
    "municipalities": ["GM0267"],
    "organisation": {"fte": "330", "manager_share": "6%", "absence": "6,1%"},
    "question": {"saving_target": "5%"},
    "options": {"fewer_managers_only": {}, "stepwise_programme": {}},
}


@pytest.fixture(scope="session")
def case():
    """Nijkerk with three own figures, a cut and two options."""
    return Case.model_validate(WRITTEN)


@pytest.fixture(scope="session")
def comparison(case):
    """The comparison of that case."""
    return compare(case, draws=1500, seed=3)
