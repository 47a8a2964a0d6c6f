"""Running a notebook, and seeing whether it went well."""

import sys

import nbformat as nbf
import pytest

from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.reporting.engine.execute import check, execute, scrubbed

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4"
    "DwABBAEAX+XDSwAAAABJRU5ErkJggg=="
)


def written(folder, *cells, pictures=0):
    """A notebook in a file: a parameter, and then these cells."""
    parameter = nbf.v4.new_code_cell("seed: int = 1  # start", metadata={"tags": ["parameters"]})
    notebook = nbf.v4.new_notebook(cells=[parameter, *map(nbf.v4.new_code_cell, cells)])
    notebook.metadata = {
        "kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"},
        "selfmgmt": {"pictures": pictures},
    }
    path = folder / "probe.ipynb"
    nbf.write(notebook, path)
    return path


def with_outputs(*outputs, pictures=0):
    """An executed notebook."""
    cell = nbf.v4.new_code_cell("1")
    cell.outputs = list(outputs)
    notebook = nbf.v4.new_notebook(cells=[cell])
    notebook.metadata["selfmgmt"] = {"pictures": pictures}
    return notebook


def test_the_running_interpreter_does_the_work(tmp_path):
    """Whatever kernels are installed; and the parameter arrives."""
    path = written(tmp_path, "import sys\n(sys.executable, seed)")
    executed = execute(path, {"seed": 5})
    assert executed.cells[-1].outputs[0].data["text/plain"] == repr((sys.executable, 5))


def test_an_unknown_parameter_is_refused_before_the_start(tmp_path):
    """Papermill would only log it."""
    with pytest.raises(InputError, match=r"'sed'.* seed"):
        execute(written(tmp_path, "1 / 0"), {"sed": 5})


def test_a_cell_that_fails_stops_the_report(tmp_path):
    """The message names the notebook and the fault."""
    with pytest.raises(SelfmgmtError, match=r"probe\.ipynb.*division by zero"):
        execute(written(tmp_path, "1 / 0"), {})


def test_a_missing_picture_is_a_failure():
    """Charts can get lost without any error; so they are counted."""
    picture = nbf.v4.new_output("display_data", {"image/png": PIXEL})
    check(with_outputs(picture, pictures=1), "probe")
    with pytest.raises(SelfmgmtError, match=r"probe.* 1 .* 2 "):
        check(with_outputs(picture, pictures=2), "probe")


def test_an_error_in_an_output_is_a_failure():
    """Even when the engine did not notice."""
    error = nbf.v4.new_output("error", ename="ValueError", evalue="mis", traceback=[])
    with pytest.raises(SelfmgmtError, match="ValueError: mis"):
        check(with_outputs(error), "probe")


def test_no_trace_of_the_computer_stays():
    """Folders of the case file, times and printed lines go; the name of the file stays."""
    notebook = with_outputs(nbf.v4.new_output("stream", text="/home/jan/waarschuwing"))
    notebook.cells[0].metadata["papermill"] = {"start_time": "2026"}
    injected = nbf.v4.new_code_cell(
        '# Parameters\ncase_file = "/home/jan/gemeente/nijkerk.case.yaml"',
        metadata={"tags": ["injected-parameters"]},
    )
    notebook.cells.append(injected)
    notebook.metadata["papermill"] = {
        "input_path": "/home/jan/x.ipynb",
        "parameters": {"case_file": "/home/jan/gemeente/nijkerk.case.yaml"},
    }
    text = nbf.writes(scrubbed(notebook))
    assert "jan" not in text
    assert "2026" not in text
    assert "nijkerk.case.yaml" in text
