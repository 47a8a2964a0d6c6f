"""The report of a session, made by papermill from a notebook."""

from datetime import date
from pathlib import Path

from selfmgmt.language import gettext, speaking
from selfmgmt.numbers import long_date
from selfmgmt.reporting.documents.docx import docx_of
from selfmgmt.reporting.engine.execute import execute
from selfmgmt.reporting.pages.html import page_html
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.teaching.session import read_session
from selfmgmt.whole_files import replacing

NOTEBOOK = NOTEBOOKS / "teaching" / "session_report.ipynb"
_ON_PAPER = "@media print { body > header { page: auto; } }"  # there is no page that stands alone
PAGE, WORD = "session_report.html", "session_report.docx"


def write_report(folder: Path, language: str, *, word: bool) -> list[Path]:
    """Make the report of the session in a folder.

    Args:
        folder: The folder, with its answers and notes.
        language: ``nl`` or ``en``.
        word: Whether to make a Word document beside the page.

    Returns:
        The files.

    Raises:
        InputError: There is no session, or Word is asked for and cannot be made here.
        SelfmgmtError: A step of the notebook failed.
    """
    session = read_session(folder)
    executed = execute(NOTEBOOK, {"folder": str(folder.resolve()), "language": language})
    with speaking(language):
        byline = gettext("Session {code}, {date}", code=session.code, date=long_date(date.today()))
    page = page_html(
        executed, name=session.title, byline=byline, language=language, theme=_ON_PAPER
    )
    contents = {PAGE: page.encode()}
    if word:
        contents[WORD] = docx_of(page, language, opening="")
    for name, content in contents.items():
        with replacing(folder / name) as unfinished:
            unfinished.write_bytes(content)
    return [folder / name for name in contents]
