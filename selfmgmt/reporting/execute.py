"""Running a notebook, and judging by what came out whether it went well."""

import logging
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.reporting.kernel import OwnKernelManager, without_slow_checks
from selfmgmt.reporting.parameters import refuse_unknown


def execute(notebook: Path, parameters: Mapping[str, Any]) -> Any:
    """The notebook executed with ``parameters``, without traces of this computer.

    Raises:
        InputError: The notebook does not have one of the parameters.
        SelfmgmtError: A cell failed, or a promised picture is missing.
    """
    without_slow_checks()
    import papermill

    logging.getLogger("papermill").setLevel(logging.ERROR)
    known = tuple(papermill.inspect_notebook(str(notebook)))
    refuse_unknown(sorted(set(parameters) - set(known)), known=known)
    try:
        executed = papermill.execute_notebook(
            str(notebook),
            None,
            dict(parameters),
            kernel_name="python3",
            kernel_manager_class=OwnKernelManager,
            progress_bar=False,
        )
    except papermill.PapermillExecutionError as error:
        raise SelfmgmtError(_failed(notebook, error.exec_count, error.evalue)) from error
    check(executed, notebook.name)
    return scrubbed(executed)


def check(executed: Any, name: str) -> None:
    """Raise unless no cell failed and every promised picture is there.

    How many pictures a notebook promises stands in its metadata, as ``selfmgmt.pictures``.
    """
    outputs = [output for cell in executed.cells for output in cell.get("outputs", [])]
    for output in outputs:
        if output.output_type == "error":
            raise SelfmgmtError(_failed(Path(name), None, f"{output.ename}: {output.evalue}"))
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
    """The notebook without paths, times and names of this computer."""
    about = executed.metadata.pop("papermill", {})
    folder = PurePath(str(about.get("parameters", {}).get("case_file", ""))).parent
    for cell in executed.cells:
        for key in ("papermill", "execution", "ExecuteTime"):
            cell.metadata.pop(key, None)
        if "injected-parameters" in cell.metadata.get("tags", []) and folder.name:
            cell.source = cell.source.replace(f"{folder}/", "")
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.output_type != "stream"]
    return executed


def _failed(notebook: Path, cell: int | None, fault: str) -> str:
    return gettext(
        "{notebook} stopped at step {cell}: {fault}",
        notebook=notebook.name,
        cell="?" if cell is None else cell,
        fault=fault,
    )
