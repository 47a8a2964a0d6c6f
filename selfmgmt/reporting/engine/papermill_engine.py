"""The papermill engine ``selfmgmt``: every notebook in a process of its own, imports paid once.

``papermill --engine selfmgmt`` uses it. Where a process cannot be forked, papermill's own engine
does the work; the outputs are the same.
"""

from functools import cache
from typing import Any

from selfmgmt.reporting.engine.processes import Processes
from selfmgmt.reporting.engine.task import CAN_FORK, Task, is_own_process

NAME = "selfmgmt"


@cache
def forked_engine() -> Any:
    """The class of the engine, as papermill wants it."""
    from papermill.engines import Engine, NBClientEngine

    class ForkedEngine(Engine):  # type: ignore[misc]  # papermill ships no types
        """Runs each notebook in a fresh process, forked from one that has imported all."""

        @classmethod
        def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **settings: Any) -> None:
            """Run the notebook that ``nb_man`` manages; see papermill."""
            if is_own_process():
                _run_here(nb_man)
            elif CAN_FORK:
                nb_man.nb = _run_in_process(nb_man.nb, settings.get("execution_timeout"))
            else:
                NBClientEngine.execute_managed_notebook(nb_man, kernel_name, **settings)

    return ForkedEngine


def run_notebook(notebook: Any) -> Any:
    """Run a notebook, given and returned as JSON, in this process, which runs no other."""
    import nbformat
    from papermill.engines import NotebookExecutionManager

    managed = NotebookExecutionManager(nbformat.from_dict(notebook), progress_bar=False)
    _run_here(managed)
    return managed.nb


def _run_here(managed: Any) -> None:
    from selfmgmt.reporting.engine.shell import run_cells

    run_cells(managed)


def _run_in_process(notebook: Any, cell_limit: float | None) -> Any:
    import nbformat
    from nbclient.exceptions import DeadKernelError

    limit = cell_limit * len(notebook.cells) if cell_limit else None
    task = Task(run_notebook, {"notebook": notebook}, limit)
    with Processes(1) as processes:
        ((_, reply),) = processes.run([task])
    if reply.ended:
        raise DeadKernelError(reply.ended)
    return nbformat.from_dict(reply.value)
