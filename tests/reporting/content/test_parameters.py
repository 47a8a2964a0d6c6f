"""Parameters are checked, for papermill does not."""

import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.reporting.content.content import PARAMETERS
from selfmgmt.reporting.content.parameters import check_injected, check_parameters, refuse_unknown

GOOD = {"municipality": "GM0267", "case_file": "", "language": "nl", "seed": 1, "draws": 4000}


def test_good_parameters_pass():
    """Those of the notebook as it is shipped."""
    assert check_parameters(GOOD) is None


@pytest.mark.parametrize(
    ("field", "given", "reported"),
    [
        ("municipality", 363, "municipality .*363"),  # papermill reads 0363 as a number
        ("municipality", "", "municipality and case_file|municipality en case_file"),
        ("case_file", None, "case_file .*None"),
        ("language", "fr", "language .*'fr'"),
        ("seed", -1, "seed .*-1.*0"),
        ("seed", True, "seed .*True"),
        ("draws", 4000.0, "draws .*4000.0"),
        ("draws", 99, "draws .*99.*100"),
    ],
)
def test_what_is_wrong_is_named(field, given, reported):
    """The field, the value, and what is allowed."""
    with pytest.raises(InputError, match=reported):
        check_parameters(GOOD | {field: given})


def test_all_faults_come_at_once():
    """Language, seed and draws in one message."""
    with pytest.raises(InputError) as caught:
        check_parameters(GOOD | {"language": "", "seed": "1", "draws": 0})
    assert len(caught.value.faults) == 3


def test_an_injected_parameter_that_is_unknown_stops_the_notebook():
    """Papermill adds a cell; names in it that the notebook does not declare are refused."""
    cells = ["", 'municipality: str = "GM0267"', '# Parameters\ngemeente = "GM0363"\nseed = 2']
    with speaking("en"), pytest.raises(InputError, match="'gemeente' is not a parameter") as caught:
        check_injected({"In": cells}, known=PARAMETERS)
    assert len(caught.value.faults) == 1


def test_other_cells_may_name_what_they_like():
    """A reader who tries things in JupyterLab is left alone."""
    cells = ["", "gemeente = 3", "# Parameters\nseed = 2"]
    assert check_injected({"In": cells}, known=PARAMETERS) is None
    assert check_injected({}, known=PARAMETERS) is None


def test_a_near_miss_gets_the_right_name():
    """A slip of the pen is easily mended."""
    with pytest.raises(InputError, match=r"'municipalty'.* municipality"):
        refuse_unknown(["municipalty"], known=PARAMETERS)
