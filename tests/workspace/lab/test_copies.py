"""A copy of the notebooks in one language; what people made stays theirs."""

from pathlib import Path

import nbformat
import pytest

from selfmgmt.resources import NOTEBOOKS
from selfmgmt.workspace.lab.copies import copy_notebooks, read_notebook, shipped_notebooks


@pytest.mark.parametrize(("language", "other"), [("nl", "en"), ("en", "nl")])
def test_every_notebook_is_copied_in_one_language(
    tmp_path: Path, language: str, other: str
) -> None:
    """The prose of the other one is left out, and the page speaks this one by default."""
    assert copy_notebooks(tmp_path, language) == []
    names = [path.relative_to(NOTEBOOKS) for path in shipped_notebooks()]
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.ipynb")) == names
    for name in names:
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert f"lang-{other}" not in text
        assert f"lang-{language}" in text
        assert f'language: str = \\"{language}\\"  # ' in text
        nbformat.validate(nbformat.reads(text, 4))


def test_code_and_comments_stay_as_they_are() -> None:
    """Only the prose and the language differ from what is shipped."""
    for path in shipped_notebooks():
        shipped, copy = nbformat.read(path, 4), read_notebook(path, "en")
        codes = [
            [cell.source.replace('"nl"', '"en"') for cell in one.cells if cell.cell_type == "code"]
            for one in (shipped, copy)
        ]
        assert codes[0] == codes[1]


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    """Also when it is changed, broken or in the other language; and the user hears which."""
    first, *_others = shipped_notebooks()
    mine = tmp_path / first.relative_to(NOTEBOOKS)
    mine.write_text("mijn werk", encoding="utf-8")
    assert copy_notebooks(tmp_path, "nl") == [mine]
    assert mine.read_text(encoding="utf-8") == "mijn werk"
    assert len(copy_notebooks(tmp_path, "en")) == len(shipped_notebooks())
    assert mine.read_text(encoding="utf-8") == "mijn werk"
