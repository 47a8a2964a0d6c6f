"""A notebook run inside this process; its messages are read as those of a kernel are."""

import io
import sys
from collections.abc import Callable
from typing import Any

from ipykernel.ipkernel import IPythonKernel
from ipykernel.zmqshell import ZMQInteractiveShell
from jupyter_client.session import Session
from nbformat import from_dict
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine
from traitlets import Callable as CallableTrait
from traitlets.config import Config

from selfmgmt.reporting.engine.task import report_progress

Deliver = Callable[[dict[str, Any]], None]
_OFF = Config({"HistoryManager": {"enabled": False}})  # it would write to the user's home


class InProcessEngine(Engine):  # type: ignore[misc]  # papermill ships no types
    """The engine of papermill that runs a notebook in this process, which runs no other."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: Any) -> None:  # noqa: ARG003
        """Run the notebook that ``nb_man`` manages; the arguments are those of papermill."""
        run_cells(nb_man)


def run_cells(notebook: Any) -> None:
    """Run the cells of a notebook that papermill manages, until one fails.

    The shell is that of a kernel and so is the reading of its messages; only the sockets between
    them are left out. A process runs one notebook, as a kernel does.

    Args:
        notebook: papermill's execution manager; its notebook gets the outputs.
    """
    reader = _Reader(notebook)
    reader.reset_execution_trackers()
    wire = _Wire()
    shell = _shell_on(wire)
    report_progress(notebook=notebook.nb)
    for index, cell in enumerate(notebook.nb.cells):
        if _is_idle(cell):
            continue
        notebook.cell_start(cell, index)
        reader.clear_before_next_output = False
        wire.deliver = lambda message, at=(cell, index): reader.process_message(message, *at)
        went_well = _run(shell, cell)
        if not went_well:
            notebook.cell_exception(cell, cell_index=index)
        notebook.cell_complete(cell, cell_index=index)
        report_progress(index=index, cell=cell)
        if not went_well:
            break
    notebook.nb.metadata["language_info"] = IPythonKernel.language_info


def _is_idle(cell: Any) -> bool:
    skipped = "skip-execution" in cell.metadata.get("tags", [])
    return cell.cell_type != "code" or not cell.source.strip() or skipped


def _run(shell: Any, cell: Any) -> bool:
    """Run one cell; whether the notebook may go on."""
    cell.execution_count = shell.execution_count
    cell.outputs = []
    result = shell.run_cell(cell.source, store_history=True)
    sys.stdout.flush()
    sys.stderr.flush()
    return bool(result.success) or "raises-exception" in cell.metadata.get("tags", [])


class _Reader(PapermillNotebookClient):  # type: ignore[misc]  # papermill ships no types
    """Reads messages as papermill does; outputs are checked once, when the notebook is written."""

    def output(self, outs: list[Any], msg: dict[str, Any], display_id: Any, cell_index: int) -> Any:
        """Keep an output; nbclient would check each, which takes longer than all else it does."""
        special = (
            display_id or self.clear_before_next_output or any(self.output_hook_stack.values())
        )
        if special or msg["msg_type"] != "display_data":
            return super().output(outs, msg, display_id, cell_index)
        content = msg["content"]
        output = {
            "output_type": "display_data",
            **{key: content[key] for key in ("data", "metadata")},
        }
        outs.append(from_dict(output))
        return outs[-1]


class _Wire(Session):
    """Hands over each message, through JSON and back, where a kernel would use a socket."""

    deliver = CallableTrait()

    def send(self, stream: Any, msg_or_type: Any, content: Any = None, *_: Any, **__: Any) -> None:  # noqa: ARG002
        """Deliver a message; the arguments are those of a session."""
        message = msg_or_type
        if not isinstance(message, dict):
            message = self.msg(msg_or_type, content)
        self.deliver({**message, "content": self.unpack(self.pack(message["content"]))})


class _Printed(io.TextIOBase):
    """What the notebook prints, as messages."""

    def __init__(self, name: str, wire: _Wire) -> None:
        self._name, self._wire, self._kept = name, wire, io.StringIO()

    def write(self, text: str) -> int:
        return self._kept.write(text)

    def flush(self) -> None:
        text = self._kept.getvalue()
        if text:
            self._kept = io.StringIO()
            self._wire.send(None, "stream", {"name": self._name, "text": text})


def _shell_on(wire: _Wire) -> Any:
    """The shell of a kernel that hands its messages to ``wire``."""
    sys.stdout, sys.stderr = _Printed("stdout", wire), _Printed("stderr", wire)
    shell = new_shell()
    for source in (shell.display_pub, shell.displayhook):
        source.session = wire
    return shell


def new_shell() -> Any:
    """The shell of a kernel, made once, with all that it needs to show something."""
    shell = ZMQInteractiveShell.instance(config=_OFF, kernel=object())
    shell.display_formatter.format(None)
    return shell
