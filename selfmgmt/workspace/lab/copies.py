"""Copies of the notebooks, in one language, for people to work in."""

import re
from pathlib import Path
from typing import Any

from selfmgmt.language import gettext, speaking
from selfmgmt.reporting.pages.html import in_language
from selfmgmt.reporting.pages.startup import without_slow_checks
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.whole_files import write_whole

_LANGUAGE = re.compile(r"""^(language\b[^=\n]*=\s*)(["'])\w*\2""", re.MULTILINE)


def copy_notebooks(folder: Path, language: str) -> list[Path]:
    """Put the notebooks in ``folder``, in one language and with a word on how to start them.

    What is there already stays as it is.

    Returns:
        The notebooks that were there already.
    """
    there = []
    for notebook in shipped_notebooks():
        copy = folder / notebook.relative_to(NOTEBOOKS)
        if copy.exists():
            there.append(copy)
        else:
            write_notebook(_with_help(read_notebook(notebook, language), language), copy)
    return there


def _with_help(notebook: Any, language: str) -> Any:
    """The notebook, with below its title how to start it."""
    from nbformat.v4 import new_markdown_cell

    with speaking(language):
        words = gettext(
            "To start: choose *Run* and then *Run All Cells* in the menu at the top. "
            "You can leave the code as it is."
        )
    notebook.cells.insert(1, new_markdown_cell(words, id="how-to-start"))
    return notebook


def shipped_notebooks() -> list[Path]:
    """The notebooks of the product, in order."""
    return sorted(
        path for path in NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts
    )


def read_notebook(path: Path, language: str) -> Any:
    """A notebook with the prose of one language, which is also the one it speaks by default."""
    without_slow_checks()
    import nbformat

    notebook = in_language(nbformat.read(path, 4), language)
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = _LANGUAGE.sub(rf"\g<1>\g<2>{language}\g<2>", cell.source)
    return notebook


def write_notebook(notebook: Any, path: Path) -> None:
    """Write a notebook in one step."""
    import nbformat

    write_whole(path, nbformat.writes(notebook) + "\n")
