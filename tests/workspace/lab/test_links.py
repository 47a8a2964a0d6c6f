"""The pages are there, and only the owner of a computer writes on it."""

from pathlib import Path

import pytest

from selfmgmt.resources import NOTEBOOKS
from selfmgmt.workspace.lab.links import PAGES, own_folder


def test_the_pages_are_the_numbered_notebooks() -> None:
    """In their order, none forgotten and none that is not there."""
    assert list(PAGES) == [path.stem for path in sorted(NOTEBOOKS.glob("[0-8][0-9]_*.ipynb"))]


def test_a_notebook_that_someone_opened_writes_beside_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Jupyter tells the kernel which notebook it is for."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JPY_SESSION_NAME", "30_options.ipynb")
    assert own_folder() == tmp_path


def test_a_page_for_visitors_writes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing told us that its reader is the owner."""
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert own_folder() is None
