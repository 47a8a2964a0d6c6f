"""Warming up: what every report needs is read and drawn once, before the first is made."""

import contextvars
from collections.abc import Sequence

from selfmgmt.reporting.execute import read_notebook
from selfmgmt.reporting.formats import FORMATS
from selfmgmt.reporting.report import NOTEBOOK
from selfmgmt.reporting.startup import import_seaborn


def warm_up(formats: Sequence[str] = ()) -> None:
    """Run the notebook of a report without keeping anything but what libraries cached.

    Args:
        formats: Names of documents that will be made as well; their libraries are imported.
    """
    import_seaborn()
    contextvars.copy_context().run(_run_unseen)  # it chooses a language
    for name in formats:
        FORMATS[name].check()
    read_notebook(NOTEBOOK)


def _run_unseen() -> None:
    import nbformat
    from IPython import display

    from selfmgmt.reporting.html import page_html

    notebook = nbformat.read(NOTEBOOK, 4)
    namespace: dict[str, object] = {"In": ()}
    shown, display.display = display.display, lambda *_, **__: None
    try:
        for cell in notebook.cells:
            if cell.cell_type == "code":
                exec(cell.source, namespace)  # noqa: S102  our own notebook
                namespace |= {"draws": 100} if "draws" in namespace else {}
    finally:
        display.display = shown
    page_html(notebook, name="", byline="", language="nl")
