"""How far a report came that could not be made."""

import json
import re
import sys
from pathlib import Path

import pytest

from selfmgmt.errors import SelfmgmtError
from selfmgmt.reporting.engine.batch import Effort, render_report
from selfmgmt.reporting.engine.failed import keep_failed
from tests.reporting.probes import small_report

POISON = "from selfmgmt.reference.municipalities import find_municipality\nfind_municipality('x1')"


@pytest.mark.parametrize("kernels", [False, True])
def test_it_holds_no_time_and_no_path(tmp_path, kernels):
    """The error is there, with the file and line as a program imports it; twice the same bytes."""
    sick = small_report(tmp_path, poison=POISON)
    kept = []
    for name in ("a", "b"):
        with pytest.raises(SelfmgmtError, match="x1"):
            render_report(
                "GM0267", out=tmp_path / name, notebook=sick, effort=Effort(kernels=kernels)
            )
        kept.append((tmp_path / name / "GM0267-nijkerk" / "failed.ipynb").read_text("utf-8"))
    assert kept[0] == kept[1]
    assert "x1" in kept[0]
    assert "selfmgmt/reference/municipalities.py" in re.sub(r"\\u001b\[[0-9;]*m", "", kept[0])
    for path in (str(tmp_path), sys.prefix, str(Path.home()), str(Path(__file__).parents[2])):
        assert f"{path}/" not in kept[0]
    assert re.search(r"20\d\d-\d\d-\d\d", kept[0]) is None


def test_without_a_word_there_is_nothing_to_keep(tmp_path):
    """No file is made."""
    keep_failed(tmp_path / "failed.ipynb", [])
    keep_failed(tmp_path / "failed.ipynb", [{"place": 1}])
    assert list(tmp_path.iterdir()) == []


def test_what_a_kernel_left_loses_the_cells_of_papermill(tmp_path):
    """They hold a new name at each run, and say what the error says."""
    path = tmp_path / "failed.ipynb"
    added = {"cell_type": "markdown", "id": "a", "source": "An exception", "metadata": {}}
    added["metadata"] = {"tags": ["papermill-error-cell-tag"]}
    about = {"papermill": {"start_time": "now", "parameters": {}}}
    path.write_text(
        json.dumps({"cells": [added], "metadata": about, "nbformat": 4, "nbformat_minor": 5})
    )
    keep_failed(path, [])
    left = json.loads(path.read_text())
    assert left["cells"] == []
    assert left["metadata"] == {}
