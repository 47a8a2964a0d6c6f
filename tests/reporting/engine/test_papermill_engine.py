"""The papermill engine: the outputs of a fresh kernel, without its cost."""

import sys

import nbformat as nbf
import papermill
import pytest
from papermill.engines import papermill_engines

from selfmgmt.reporting.engine.kernel import OwnKernelManager
from selfmgmt.reporting.engine.papermill_engine import NAME, forked_engine, run_notebook
from selfmgmt.reporting.engine.processes import Processes
from selfmgmt.reporting.engine.report import NOTEBOOK
from selfmgmt.reporting.engine.task import Task
from tests.reporting.probes import PICTURE, notebook

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks are made on Linux only")
WIDE = "import pandas as pd\n\npd.DataFrame([range(30)], columns=[f'kolom {n}' for n in range(30)])"
KINDS = """
import sys
from IPython.display import clear_output, display

print("one"); print("two", file=sys.stderr)
handle = display("first", display_id=True)
handle.update("second")
display({"text/html": "<b>é</b>", "image/png": b"abc"}, metadata={"x": 1}, raw=True);
"""
POISON = """
import builtins, decimal, locale, logging, os, random, sys, warnings
import matplotlib as mpl, matplotlib.pyplot as plt, numpy as np, pandas as pd

poison = builtins.poison = True
mpl.rcParams["lines.linewidth"] = 40; plt.style.use("dark_background"); plt.figure(); plt.plot([1])
pd.options.display.precision = 1; np.set_printoptions(precision=1); decimal.getcontext().prec = 2
os.environ["POISON"] = "1"; os.chdir("/"); sys.path.insert(0, "/poison"); sys.modules["json"] = None
random.seed(1); np.random.seed(1); logging.disable(); warnings.simplefilter("error")
from selfmgmt import numbers
numbers.number = lambda *_: "poison"
"""
PROBE = """
import builtins, decimal, logging, os, random, sys, warnings
import matplotlib as mpl, matplotlib.pyplot as plt, numpy as np, pandas as pd
from selfmgmt.numbers import number

[
    "poison" in globals(), hasattr(builtins, "poison"), mpl.rcParams["lines.linewidth"],
    mpl.rcParams["axes.facecolor"], plt.get_fignums(), pd.options.display.precision,
    np.get_printoptions()["precision"], decimal.getcontext().prec, os.environ.get("POISON"),
    os.getcwd(), "/poison" in sys.path, sys.modules.get("json") is None,
    logging.root.manager.disable, warnings.filters[0][0] == "error", number(1.5, 1),
    sorted(name for name in globals() if not name.startswith("_")),
]
"""


def outputs(executed):
    """All that a reader gets: kinds, contents and what is said about them, cell by cell."""
    return [
        [output for output in cell.outputs if output.output_type != "stream"]
        for cell in executed.cells
        if cell.cell_type == "code"
    ]


def prepared(made):
    """A notebook as papermill hands it to an engine."""
    made.metadata["papermill"] = {}
    for cell in made.cells:
        cell.metadata["papermill"] = {"status": "pending"}
    return made


def in_kernel(made):
    """The notebook run by papermill's own engine."""
    return papermill.execute_notebook(
        made, None, progress_bar=False, kernel_manager_class=OwnKernelManager
    )


@pytest.fixture(scope="module")
def run():
    """Run notebooks one after another, each in a process of its own."""
    with Processes(1) as processes:

        def run(*notebooks):
            tasks = [Task(run_notebook, {"notebook": prepared(made)}) for made in notebooks]
            replies = [reply for _, reply in processes.run(tasks)]
            assert [reply.ended for reply in replies] == [""] * len(notebooks)
            return [nbf.from_dict(reply.value) for reply in replies]

        yield run


@pytest.fixture(autouse=True)
def _usual_backend(monkeypatch):
    """A kernel of its own chooses how it draws."""
    monkeypatch.delenv("MPLBACKEND", raising=False)


def test_the_first_trap_pictures_are_drawn(run):
    """Libraries that were imported before the fork still draw into the notebook."""
    (executed,) = run(notebook(PICTURE))
    assert "image/png" in executed.cells[1].outputs[0].data


def test_the_second_trap_every_notebook_gets_its_pictures(run):
    """Matplotlib remembers which shell it draws for; the next one must not be forgotten."""
    for executed in run(notebook(PICTURE), notebook(PICTURE)):
        found = [output for cell in outputs(executed) for output in cell]
        assert ["image/png" in output.data for output in found] == [True]


def test_the_third_trap_tables_are_as_wide(run):
    """Pandas decides at its import how much of a table it shows."""
    made = notebook(WIDE)
    (executed,) = run(made)
    assert "..." in executed.cells[1].outputs[0].data["text/plain"]
    assert outputs(executed) == outputs(in_kernel(made))


def test_all_kinds_of_output_are_those_of_a_kernel(run):
    """Pictures, texts, what is shown and replaced later, and the last value of a cell."""
    made = notebook(KINDS, "seed", "_ + 1;", "_")
    (executed,) = run(made)
    kernel = in_kernel(made)
    assert outputs(executed) == outputs(kernel)
    assert [cell.execution_count for cell in executed.cells] == [1, 2, 3, 4, 5]
    assert executed.metadata.language_info == kernel.metadata.language_info


def test_a_cell_that_fails_is_the_last(run):
    """Its error is an output, as papermill expects."""
    (executed,) = run(notebook("1 / 0", "'never'"))
    assert executed.cells[1].outputs[0].ename == "ZeroDivisionError"
    assert executed.cells[2].outputs == []
    assert executed.metadata.papermill.exception is True


def test_nothing_leaks_from_one_report_to_the_next(run):
    """A report that spoils all it can leaves the next one as it would have been."""
    before, _, after = run(notebook(PROBE), notebook(POISON), notebook(PROBE))
    assert outputs(after) == outputs(before)
    assert outputs(after) == outputs(in_kernel(notebook(PROBE)))


def test_the_report_is_that_of_a_fresh_kernel(run):
    """Every picture, table and sentence of the real report, byte for byte."""
    parameters = {"municipality": "GM0096", "draws": 100}
    ready = papermill.execute_notebook(
        str(NOTEBOOK), None, parameters, prepare_only=True, progress_bar=False
    )
    (executed,) = run(ready)
    assert outputs(executed) == outputs(in_kernel(ready))


def test_papermill_knows_the_engine():
    """``--engine selfmgmt``; a crash is told as that of a kernel."""
    papermill_engines.register(NAME, forked_engine())
    made = papermill.execute_notebook(
        notebook("seed + 1"), None, {"seed": 4}, engine_name=NAME, progress_bar=False
    )
    assert made.cells[-1].outputs[0].data["text/plain"] == "5"
    with pytest.raises(RuntimeError, match="SIGABRT"):
        papermill.execute_notebook(
            notebook("import os\nos.abort()"), None, engine_name=NAME, progress_bar=False
        )


def test_without_forks_papermill_does_the_work(monkeypatch):
    """The same outputs, in a kernel."""
    monkeypatch.setattr("selfmgmt.reporting.engine.papermill_engine.CAN_FORK", False)
    papermill_engines.register(NAME, forked_engine())
    made = papermill.execute_notebook(notebook("1 + 1"), None, engine_name=NAME, progress_bar=False)
    assert made.cells[-1].outputs[0].data["text/plain"] == "2"
