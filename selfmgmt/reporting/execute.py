"""Running a notebook, and judging by what came out whether it went well."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from typing import Any

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.reporting.forks import is_fork
from selfmgmt.reporting.kernel import OwnKernelManager, without_slow_checks
from selfmgmt.reporting.parameters import refuse_unknown

_INJECTED = "injected-parameters"  # papermill's tag, and here the name of its cell as well


def execute(
    notebook: Path,
    parameters: Mapping[str, Any],
    *,
    told: Callable[[float], None] | None = None,
    kept: Path | None = None,
    cell_limit: float | None = None,
) -> Any:
    """The notebook executed with ``parameters``, without traces of this computer.

    In a fork it runs in this process, elsewhere in a kernel of its own; the outputs are the same.

    Args:
        notebook: The notebook; it is not changed.
        parameters: Values for its parameters.
        told: Hears after each cell how much is done, from 0 to 1, when there is a kernel.
        kept: Where a kernel leaves the notebook as far as it came.
        cell_limit: Seconds that a cell may take in a kernel.

    Raises:
        InputError: The notebook does not have one of the parameters.
        SelfmgmtError: A cell failed, or a promised picture is missing.
    """
    without_slow_checks()
    import papermill
    from nbclient.exceptions import CellTimeoutError

    logging.getLogger("papermill").setLevel(logging.ERROR)
    known = tuple(papermill.inspect_notebook(str(notebook)))
    refuse_unknown(sorted(set(parameters) - set(known)), known=known)
    how = _in_this_process() if is_fork() else _in_a_kernel(notebook, told, cell_limit)
    place = None if is_fork() or kept is None else str(kept)
    try:
        executed = papermill.execute_notebook(
            str(notebook), place, dict(parameters), progress_bar=False, **how
        )
    except papermill.PapermillExecutionError as error:
        raise SelfmgmtError(stopped_at(notebook, error.exec_count, error.evalue)) from error
    except CellTimeoutError:
        raise SelfmgmtError(took_too_long(cell_limit)) from None
    check(executed, notebook.name)
    return scrubbed(executed)


def took_too_long(limit: float | None) -> str:
    """What is said of a report that was stopped after ``limit`` seconds."""
    return gettext("It took more than {limit} seconds and was stopped.", limit=f"{limit or 0:g}")


def check(executed: Any, name: str) -> None:
    """Raise unless no cell failed and every promised picture is there.

    How many pictures a notebook promises stands in its metadata, as ``selfmgmt.pictures``.
    """
    outputs = [output for cell in executed.cells for output in cell.get("outputs", [])]
    for output in outputs:
        if output.output_type == "error":
            raise SelfmgmtError(stopped_at(Path(name), None, f"{output.ename}: {output.evalue}"))
    found = sum("image/png" in output.get("data", {}) for output in outputs)
    promised = executed.metadata.get("selfmgmt", {}).get("pictures", 0)
    if found != promised:
        raise SelfmgmtError(
            gettext(
                "{notebook} gave {found} pictures where {promised} were promised; "
                "nothing has been written.",
                notebook=name,
                found=found,
                promised=promised,
            )
        )


def scrubbed(executed: Any) -> Any:
    """The notebook without paths, times and names of this computer, the same at every run."""
    about = executed.metadata.pop("papermill", {})
    folder = PurePath(str(about.get("parameters", {}).get("case_file", ""))).parent
    for cell in executed.cells:
        for key in ("papermill", "execution", "ExecuteTime"):
            cell.metadata.pop(key, None)
        if _INJECTED in cell.metadata.get("tags", []):
            cell.id = _INJECTED
            if folder.name:
                cell.source = cell.source.replace(f"{folder}/", "")
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.output_type != "stream"]
    return executed


def _in_this_process() -> dict[str, Any]:
    from papermill.engines import papermill_engines

    from selfmgmt.reporting.engine import NAME, forked_engine

    papermill_engines.register(NAME, forked_engine())  # its entry point may be of an older install
    return {"engine_name": NAME}


def _in_a_kernel(
    notebook: Path, told: Callable[[float], None] | None, cell_limit: float | None
) -> dict[str, Any]:
    return {
        "kernel_name": "python3",
        "kernel_manager_class": OwnKernelManager,
        "execution_timeout": cell_limit,
        "on_cell_executed": _teller(notebook, told) if told else None,
    }


def _teller(notebook: Path, told: Callable[[float], None]) -> Callable[..., None]:
    """What nbclient calls after each cell."""
    import nbformat

    cells = len(nbformat.read(notebook, 4).cells) + 1  # papermill adds one for the parameters
    return lambda *, cell_index, **_: told((cell_index + 1) / cells)


def stopped_at(notebook: Path, cell: int | None, fault: str) -> str:
    """At which step a notebook stopped, and why."""
    return gettext(
        "{notebook} stopped at step {cell}: {fault}",
        notebook=notebook.name,
        cell="?" if cell is None else cell,
        fault=fault,
    )
