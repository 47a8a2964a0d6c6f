"""The notebooks that are pages: which, where to find them, and what they are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, gettext
from selfmgmt.reporting.pages.html import take_title
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.workspace.lab.copies import read_notebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page in one language: its title, its first paragraph, and its notebook without title."""

    name: str
    language: str
    title: str
    intro: str
    notebook: Any


def notebooks_for_pages() -> dict[str, Path]:
    """Name to notebook, in order: those with a number below 90; the others become reports."""
    return {path.stem: path for path in sorted(NOTEBOOKS.glob("[0-8][0-9]_*.ipynb"))}


def notebooks_that_teach() -> dict[str, Path]:
    """Name to notebook, in order: those to compute along with, last in the list of the lab.

    They are no pages: a page hides the code, and there nobody can change a number in it.
    """
    return {path.stem: path for path in sorted(NOTEBOOKS.glob("9[0-9]_*.ipynb"))}


def chosen_notebooks(notebook: str | None) -> dict[str, Path]:
    """All pages, or the one that is asked for: a file of the user's own, or the name of a page.

    Raises:
        InputError: There is no such file or page; the nearest is suggested. Or it is a notebook
            to compute along with, which is for the lab.
    """
    ours = notebooks_for_pages()
    if notebook is None:
        return ours
    path = Path(notebook)
    if path.suffix == ".ipynb" and path.is_file():
        return {path.stem: path}
    name = path.name.removesuffix(".ipynb")
    if name in ours:
        return {name: ours[name]}
    if name in notebooks_that_teach():
        raise InputError(
            gettext(
                "{given} is no page but a notebook to compute along with; open it with "
                "`selfmgmt lab`.",
                given=repr(notebook),
            )
        )
    near = get_close_matches(name, ours, 1, 0.3) or list(ours)
    raise InputError(
        gettext(
            "{given} is no notebook here and no page of ours; use {choices}.",
            given=repr(notebook),
            choices=", ".join(near),
        )
    )


def make_pages(notebooks: Mapping[str, Path]) -> dict[tuple[str, str], Page]:
    """The pages of notebooks by name and language, in the order of ``notebooks``.

    Raises:
        InputError: A file is not a notebook.
    """
    return {
        (name, language): _page(name, path, language)
        for name, path in notebooks.items()
        for language in LANGUAGES
    }


def _page(name: str, path: Path, language: str) -> Page:
    try:
        notebook = read_notebook(path, language)
    except ValueError as fault:
        raise InputError(gettext("{file} is not a notebook.", file=path)) from fault
    return Page(
        name=name,
        language=language,
        title=take_title(notebook),
        intro=_intro(notebook),
        notebook=notebook,
    )


def _intro(notebook: Any) -> str:
    """The first paragraph of the first cell, if that is prose; without the marks of code."""
    first = next(iter(notebook.cells), None)
    prose = first.source if first and first.cell_type == "markdown" else ""
    return str(prose.strip().partition("\n\n")[0]).replace("`", "")
