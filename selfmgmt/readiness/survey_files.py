"""The scan as files for the survey tools that municipalities use."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.limesurvey import limesurvey_structure
from selfmgmt.readiness.survey_form import survey_form, yardstick_form
from selfmgmt.readiness.wording import load_survey
from selfmgmt.whole_files import replacing

_WIDTH = 28  # characters
_ROWS = 5_000


def csv_layout() -> str:
    """An empty table in CSV, for answers that are typed in: keys above, then the questions."""
    file = io.StringIO()
    table = csv.writer(file, delimiter=";", lineterminator="\r\n")
    items = load_instrument().items
    survey = load_survey()
    table.writerow(["role", "team", *(item.key for item in items)])
    table.writerow(
        [survey.role_question.label, survey.team_question.label, *(item.text for item in items)]
    )
    return "\ufeff" + file.getvalue()


def excel_layout() -> bytes:
    """A workbook with the columns of a Microsoft Forms export, and how to build that form.

    The first sheet takes answers, with drop-downs. The second lists the questions for Forms: one
    of the kind "Likert" for each dimension, with its statements and the answers.
    """
    from openpyxl import Workbook

    book = Workbook()
    _fill_answers(book.active)
    _fill_form(book.create_sheet(gettext("Form")))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill_answers(sheet: Any) -> None:
    survey, items = load_survey(), load_instrument().items
    sheet.title = gettext("Answers")
    questions = (survey.role_question.label, survey.team_question.label)
    sheet.append([*map(str, questions), *(str(item.text) for item in items)])
    _make_heading(sheet)
    roles = [str(role.label) for role in survey.roles.values()]
    _drop_down(sheet, roles, 1, 1)
    _drop_down(sheet, _choices(), 3, 2 + len(items))


def _choices() -> list[str]:
    survey = load_survey()
    return [str(words.label) for words in (*survey.scale.values(), survey.dont_know)]


def _make_heading(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font

    for cell in sheet[1]:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = _WIDTH
    sheet.freeze_panes = "A2"


def _drop_down(sheet: Any, choices: Sequence[str], first: int, last: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    sheet.add_data_validation(rule)
    rule.add(f"{get_column_letter(first)}2:{get_column_letter(last)}{_ROWS}")


def _fill_form(sheet: Any) -> None:
    survey = load_survey()
    kind, choices = gettext("Choice"), "; ".join(_choices())
    sheet.append([gettext("Kind of question"), gettext("Question"), gettext("Answers")])
    roles = "; ".join(str(role.label) for role in survey.roles.values())
    sheet.append([kind, str(survey.role_question.label), roles])
    sheet.append([gettext("Text"), str(survey.team_question.label), str(survey.team_question.help)])
    for key, dimension in load_instrument().dimensions.items():
        sheet.append(["Likert", str(dimension.label), choices])
        for item in load_instrument().items_of(key):
            sheet.append([gettext("statement"), str(item.text)])
    _make_heading(sheet)


_FILES: dict[str, Callable[[], str | bytes]] = {
    "limesurvey.txt": limesurvey_structure,
    "answers.csv": csv_layout,
    "forms.xlsx": excel_layout,
    "form.html": survey_form,
    "team_yardstick.html": yardstick_form,
}


def write_survey_files(folder: str | Path) -> tuple[Path, ...]:
    """Write the scan for LimeSurvey, CSV, Excel with Microsoft Forms, and paper.

    The team yardstick goes with it, on paper.

    Returns:
        The files, each whole; files that were there are replaced.

    Raises:
        InputError: A file cannot be written.
    """
    home = Path(folder)
    try:
        for name, make in _FILES.items():
            content = make()
            data = content if isinstance(content, bytes) else content.encode()
            with replacing(home / name) as part:
                part.write_bytes(data)
    except OSError as error:
        raise InputError(
            gettext("{file} cannot be written: {reason}.", file=home, reason=error.strerror)
        ) from None
    return tuple(home / name for name in _FILES)
