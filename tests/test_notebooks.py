"""Notebooks are thin pages: sentence first, logic imported, nothing stored, two languages."""

import ast
from pathlib import Path

import nbformat
import pytest

from selfmgmt.analysis.compare import DRAWS
from selfmgmt.language import LANGUAGES
from selfmgmt.reporting.engine.execute import execute
from selfmgmt.reporting.engine.request import read_settings
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.workspace.server.pages import notebooks_for_pages

PATHS = sorted(
    path for path in NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts
)
LONGEST_CELL = 15
LIGHT = """
import sys
assert not {"matplotlib", "pandas", "seaborn"} & set(sys.modules)
"""
each_notebook = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def cells_of(path: Path, kind: str) -> list[nbformat.NotebookNode]:
    """The code or markdown cells of a notebook."""
    return [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == kind]


def tags_of(cell: nbformat.NotebookNode) -> list[str]:
    """The tags of a cell."""
    return list(cell.metadata.get("tags", []))


def test_there_are_notebooks() -> None:
    """The tests below have something to look at."""
    assert PATHS


@each_notebook
def test_nothing_is_stored(path: Path) -> None:
    """No outputs, no counts, no traces of a computer."""
    notebook = nbformat.read(path, 4)
    code = cells_of(path, "code")
    assert [cell.outputs for cell in code if cell.outputs or cell.execution_count] == []
    assert set(notebook.metadata) <= {"kernelspec", "language_info", "selfmgmt"}
    assert notebook.metadata.kernelspec.name == "python3"


@each_notebook
def test_one_cell_holds_the_parameters(path: Path) -> None:
    """They are plain values, each with its type and a comment that explains it."""
    (cell,) = [cell for cell in cells_of(path, "code") if "parameters" in tags_of(cell)]
    for line, node in zip(cell.source.splitlines(), ast.parse(cell.source).body, strict=True):
        assert isinstance(node, ast.AnnAssign)
        assert node.value is not None
        ast.literal_eval(node.value)
        assert "  # " in line
        assert "=" not in line.partition("=")[2].partition("#")[0]  # papermill loses such a value


@each_notebook
def test_logic_is_imported(path: Path) -> None:
    """No function, class, loop or magic; cells stay short."""
    for cell in cells_of(path, "code"):
        assert len(cell.source.splitlines()) <= LONGEST_CELL
        assert not cell.source.lstrip().startswith(("%", "!", "?"))
        nodes = list(ast.walk(ast.parse(cell.source)))
        logic = ast.FunctionDef | ast.ClassDef | ast.While | ast.Try | ast.AsyncFunctionDef
        assert [node for node in nodes if isinstance(node, logic)] == []


@each_notebook
def test_there_is_as_much_prose_as_code(path: Path) -> None:
    """In one language: a cell of prose for each cell of code; parameters explain themselves."""
    prose = [cell for cell in cells_of(path, "markdown") if "lang-en" not in tags_of(cell)]
    code = [cell for cell in cells_of(path, "code") if "parameters" not in tags_of(cell)]
    assert len(prose) >= len(code)


@each_notebook
def test_prose_comes_in_both_languages(path: Path) -> None:
    """Each Dutch cell is followed by the same in English, with as many headings and links."""
    prose = cells_of(path, "markdown")
    assert [tags_of(cell)[0] for cell in prose] == ["lang-nl", "lang-en"] * (len(prose) // 2)
    for dutch, english in zip(prose[::2], prose[1::2], strict=True):
        assert tags_of(dutch)[1:] == tags_of(english)[1:]
        assert set(tags_of(dutch)[1:]) <= {"solution", "facilitator"}
        assert english.source.strip()
        assert dutch.source.strip() != english.source.strip()
        assert headings(dutch.source) == headings(english.source)


def headings(markdown: str) -> list[int]:
    """The levels of the headings in a cell.

    >>> headings("# Vraag" + chr(10) + "## Wie")
    [1, 2]
    """
    lines = [line.split(" ")[0] for line in markdown.splitlines() if line.startswith("#")]
    return [len(marks) for marks in lines]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        # In a browser the quick tests open each page in the other language.
        pytest.param(name, language, marks=() if (at + n) % 2 else pytest.mark.slow)
        for at, name in enumerate(notebooks_for_pages())
        for n, language in enumerate(LANGUAGES)
    ],
)
def test_pages_run_from_top_to_bottom_and_stay_light(
    name: str, language: str, tmp_path: Path
) -> None:
    """Without the libraries for static pictures, which are loaded when one is asked for."""
    notebook = nbformat.read(notebooks_for_pages()[name], 4)
    notebook.cells.append(nbformat.v4.new_code_cell(LIGHT))
    nbformat.write(notebook, tmp_path / f"{name}.ipynb")
    executed = execute(tmp_path / f"{name}.ipynb", {"language": language, "draws": 2_000})
    shown = [output.data for cell in executed.cells for output in cell.get("outputs", [])]
    assert sum("application/vnd.jupyter.widget-view+json" in data for data in shown) >= 2


def test_every_page_and_report_computes_as_many_futures() -> None:
    """So that one figure never reads two ways."""
    given = {
        line.split("#")[0].split("=")[1].strip()
        for path in NOTEBOOKS.rglob("*.ipynb")
        for cell in cells_of(path, "code")
        for line in cell.source.splitlines()
        if line.startswith("draws: int")
    }
    assert given == {str(DRAWS)}
    assert read_settings().draws == read_settings(compare_with="size").draws == DRAWS
