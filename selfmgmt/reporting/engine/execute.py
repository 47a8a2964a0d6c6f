"""Running a notebook, and judging by what came out whether it went well."""

import logging
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.reporting.content.parameters import refuse_unknown
from selfmgmt.reporting.engine.task import is_own_process
from selfmgmt.reporting.pages.startup import without_slow_checks

_INJECTED = "injected-parameters"  # papermill's tag, and here the name of its cell as well


def execute(
    notebook: Path,
    parameters: Mapping[str, Any],
    *,
    on_progress: Callable[[float], None] | None = None,
    kept: Path | None = None,
    cell_limit: float | None = None,
) -> Any:
    """The notebook executed with ``parameters``, without traces of this computer.

    In a process of its own it runs here, elsewhere in a kernel; the outputs are the same.

    Args:
        notebook: The notebook; it is not changed.
        parameters: Values for its parameters.
        on_progress: Hears after each cell how much is done, from 0 to 1, when there is a kernel.
        kept: Where a kernel leaves the notebook as far as it came.
        cell_limit: Seconds that a cell may take in a kernel.

    Raises:
        InputError: The notebook does not have one of the parameters.
        SelfmgmtError: A cell failed, or a promised picture is missing.
    """
    without_slow_checks()
    from nbclient.exceptions import CellTimeoutError
    from papermill import PapermillExecutionError

    logging.getLogger("papermill").setLevel(logging.ERROR)
    read, known = read_notebook(notebook)
    refuse_unknown(sorted(set(parameters) - set(known)), known=known)
    try:
        if is_own_process():
            executed = _in_this_process(read, parameters)
        else:
            executed = _in_a_kernel(notebook, parameters, on_progress, kept, cell_limit)
    except PapermillExecutionError as error:
        raise SelfmgmtError(stopped_at(notebook, error.exec_count, error.evalue)) from error
    except CellTimeoutError:
        raise SelfmgmtError(took_too_long(cell_limit)) from None
    check(executed, notebook.name)
    return scrubbed(executed)


def read_notebook(notebook: Path) -> tuple[Any, tuple[str, ...]]:
    """A notebook as papermill reads it, and the names of its parameters; kept until it changes."""
    return _read_notebook(str(notebook), notebook.stat().st_mtime_ns)


@lru_cache
def _read_notebook(notebook: str, _stamp: int) -> tuple[Any, tuple[str, ...]]:
    import papermill
    from papermill.iorw import load_notebook_node

    return load_notebook_node(notebook), tuple(papermill.inspect_notebook(notebook))


def took_too_long(limit: float | None) -> str:
    """What is said of a report that was stopped after ``limit`` seconds."""
    return gettext("It took more than {limit} seconds and was stopped.", limit=f"{limit or 0:g}")


def check(executed: Any, name: str) -> None:
    """Raise unless no cell failed and every promised picture is there.

    How many pictures a notebook always gives stands in its metadata, as ``selfmgmt.pictures``.
    """
    outputs = [output for cell in executed.cells for output in cell.get("outputs", [])]
    for output in outputs:
        if output.output_type == "error":
            raise SelfmgmtError(stopped_at(Path(name), None, f"{output.ename}: {output.evalue}"))
    found = sum(_pictures_in(output.get("data", {})) for output in outputs)
    promised = executed.metadata.get("selfmgmt", {}).get("pictures", 0)
    if found < promised:
        raise SelfmgmtError(
            gettext(
                "{notebook} gave {found} pictures where {promised} were promised; "
                "nothing has been written.",
                notebook=name,
                found=found,
                promised=promised,
            )
        )


def _pictures_in(data: Mapping[str, Any]) -> int:
    """How many pictures an output holds: one of its own, or some in a page."""
    page = "".join(data.get("text/html", ""))
    return page.count('src="data:image/png') + ("image/png" in data)


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


def as_text(executed: Any) -> str:
    """The notebook as text.

    Raises:
        ValidationError: It is not valid; nbformat would write it and only log that.
    """
    import nbformat

    faults: dict[str, Exception] = {}
    written: str = nbformat.writes(executed, capture_validation_error=faults)
    for fault in faults.values():
        raise fault
    return written


def _in_this_process(notebook: Any, parameters: Mapping[str, Any]) -> Any:
    """What papermill does with its engine, but for what it would write to nowhere."""
    from papermill.execute import raise_for_execution_errors
    from papermill.parameterize import parameterize_notebook

    from selfmgmt.reporting.engine.shell import InProcessEngine

    ready = parameterize_notebook(deepcopy(notebook), dict(parameters))
    executed = InProcessEngine.execute_notebook(ready, "python3", progress_bar=False)
    raise_for_execution_errors(executed, None)
    return executed


def _in_a_kernel(
    notebook: Path,
    parameters: Mapping[str, Any],
    on_progress: Callable[[float], None] | None,
    kept: Path | None,
    cell_limit: float | None,
) -> Any:
    import papermill

    from selfmgmt.reporting.engine.kernel import OwnKernelManager

    return papermill.execute_notebook(
        str(notebook),
        None if kept is None else str(kept),
        dict(parameters),
        progress_bar=False,
        kernel_name="python3",
        kernel_manager_class=OwnKernelManager,
        execution_timeout=cell_limit,
        on_cell_executed=_after_each_cell(notebook, on_progress) if on_progress else None,
    )


def _after_each_cell(notebook: Path, on_progress: Callable[[float], None]) -> Callable[..., None]:
    """What nbclient calls after each cell."""
    import nbformat

    cells = len(nbformat.read(notebook, 4).cells) + 1  # papermill adds one for the parameters
    return lambda *, cell_index, **_: on_progress((cell_index + 1) / cells)


def stopped_at(notebook: Path, cell: int | None, fault: str) -> str:
    """At which step a notebook stopped, and why."""
    return gettext(
        "{notebook} stopped at step {cell}: {fault}",
        notebook=notebook.name,
        cell="?" if cell is None else cell,
        fault=fault,
    )
