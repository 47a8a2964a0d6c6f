"""Which notebooks are pages, and what they are called."""

import subprocess
import sys
from pathlib import Path

import pytest

from selfmgmt.errors import InputError
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.workspace.lab.copies import read_notebook
from selfmgmt.workspace.server import pages
from selfmgmt.workspace.server.pages import (
    chosen_notebooks,
    make_pages,
    notebooks_for_pages,
    notebooks_that_teach,
)
from tests.workspace.conftest import write_pages


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three pages and a report, in the place of ours."""
    write_pages(tmp_path)
    monkeypatch.setattr(pages, "NOTEBOOKS", tmp_path)
    return tmp_path


def test_our_pages_have_a_title_and_a_first_paragraph() -> None:
    """In both languages, and the title is not said twice."""
    made = make_pages(notebooks_for_pages())
    assert ("30_options", "nl") in made
    for page in made.values():
        assert page.title
        assert page.intro
        assert not any(cell.source.startswith("# ") for cell in page.notebook.cells)
    assert len({page.title for page in made.values()}) == len(made)


def test_pages_stand_in_order_and_reports_are_none(folder: Path) -> None:
    """Their number says when they come."""
    assert list(chosen_notebooks(None)) == ["10_count", "20_break", "30_refuse", "40_fail"]


@pytest.mark.parametrize("given", ["20_break", "20_break.ipynb", "notebooks/20_break.ipynb"])
def test_one_page_is_asked_for_by_its_name(folder: Path, given: str) -> None:
    """With or without what stands around it."""
    assert chosen_notebooks(given) == {"20_break": folder / "20_break.ipynb"}


def test_a_notebook_of_the_user_goes_before_ours(folder: Path, tmp_path: Path) -> None:
    """A copy that was changed is the one to show."""
    own = tmp_path / "eigen" / "20_break.ipynb"
    own.parent.mkdir()
    own.write_bytes((folder / "10_count.ipynb").read_bytes())
    assert chosen_notebooks(str(own)) == {"20_break": own}
    assert make_pages(chosen_notebooks(str(own)))["20_break", "en"].title == "Counting"


@pytest.mark.parametrize(("given", "nearest"), [("20_brake", "20_break"), ("x", "10_count")])
def test_an_unknown_page_is_refused(folder: Path, given: str, nearest: str) -> None:
    """With the nearest one, or all."""
    with pytest.raises(InputError, match=f"'{given}'.*{nearest}"):
        chosen_notebooks(given)


def test_a_notebook_that_teaches_is_for_the_lab() -> None:
    """It stands behind the pages there; as a page it is refused, with where it can be opened."""
    names = sorted(path.stem for path in NOTEBOOKS.glob("[0-9]*.ipynb"))
    assert [*notebooks_for_pages(), *notebooks_that_teach()] == names
    with pytest.raises(InputError, match=r"90_model.*selfmgmt lab"):
        chosen_notebooks("90_model")


def test_a_file_that_is_no_notebook_is_refused(tmp_path: Path) -> None:
    """By its name."""
    broken = tmp_path / "kapot.ipynb"
    broken.write_text("geen notebook", encoding="utf-8")
    with pytest.raises(InputError, match=r"kapot\.ipynb"):
        make_pages({"kapot": broken})


def test_the_kernel_of_the_options_page_is_light(tmp_path: Path) -> None:
    """Nothing that draws, tabulates or runs notebooks is loaded for a visitor who moves levers."""
    page = read_notebook(NOTEBOOKS / "30_options.ipynb", "nl")
    cells = [cell.source for cell in page.cells if cell.cell_type == "code"]
    program = "\n".join([*cells, "import sys", "print(*sys.modules)"])
    loaded = subprocess.check_output([sys.executable, "-c", program], text=True, cwd=tmp_path)
    heavy = {"matplotlib", "seaborn", "pandas", "papermill", "nbconvert", "nbformat", "openpyxl"}
    assert {name.split(".")[0] for name in loaded.split()} & heavy == set()
