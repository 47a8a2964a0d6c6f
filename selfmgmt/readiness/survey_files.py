"""The scan as files for the survey tools that municipalities use."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, Label, gettext, speaking
from selfmgmt.readiness.instrument import Item, load_instrument
from selfmgmt.readiness.survey_form import survey_form, yardstick_form
from selfmgmt.readiness.wording import CODE_LENGTH, Words, load_survey
from selfmgmt.whole_files import replacing

_LIMESURVEY = (
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
)
_ARRAY, _LIST, _SHORT_TEXT = "F", "L", "S"
_DONT_KNOW = "DK"
_WIDTH = 28  # characters
_ROWS = 5_000


def limesurvey_structure() -> str:
    """The scan as a tab-separated structure for LimeSurvey: save as .txt and import it there.

    Answers are anonymous and dates, addresses and referring pages are not kept. Who does not
    finish may save and resume. A page has one title, that of its question, and a page of which
    someone is asked nothing is passed over. The base language comes first, as LimeSurvey wants it.
    """
    file = io.StringIO()
    table = csv.DictWriter(file, _LIMESURVEY, restval="", delimiter="\t", lineterminator="\n")
    table.writeheader()
    table.writerows(_settings())
    for language in LANGUAGES:
        with speaking(language):
            table.writerows({**row, "language": language} for row in _survey_texts())
    for language in LANGUAGES:
        with speaking(language):
            table.writerows({**row, "language": language} for row in _questions())
    return "\ufeff" + file.getvalue()


_Row = dict[str, str]


def _settings() -> Iterator[_Row]:
    base, *others = LANGUAGES
    settings = {
        "language": base,
        "additional_languages": " ".join(others),
        "format": "G",
        "anonymized": "Y",
        "datestamp": "N",
        "ipaddr": "N",
        "refurl": "N",
        "savetimings": "N",
        "allowsave": "Y",
        "allowprev": "Y",
        "showprogress": "Y",
        "showgroupinfo": "X",
        "shownoanswer": "N",
        "publicstatistics": "N",
        "listpublic": "N",
    }
    for name, value in settings.items():
        yield {"class": "S", "name": name, "text": value}


def _survey_texts() -> Iterator[_Row]:
    survey = load_survey()
    texts = {
        "surveyls_title": str(survey.title),
        "surveyls_welcometext": _paragraphs(
            survey.purpose, survey.privacy, survey.instruction, survey.resume
        ),
        "surveyls_endtext": _paragraphs(survey.thanks),
    }
    for name, text in texts.items():
        yield {"class": "SL", "name": name, "text": text}


def _paragraphs(*texts: Label) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _questions() -> Iterator[_Row]:
    survey = load_survey()
    yield {"class": "G", "type/scale": "1", "name": str(survey.title), "relevance": "1"}
    yield {**_question(_LIST, "role", survey.role_question.label), "mandatory": "Y"}
    for key, role in survey.roles.items():
        yield _answer(key[:CODE_LENGTH], role)
    help_text = str(survey.team_question.help)
    yield {**_question(_SHORT_TEXT, "team", survey.team_question.label), "help": help_text}
    for number, (key, dimension) in enumerate(load_instrument().dimensions.items(), start=2):
        name, seen_by = str(dimension.label), _seen_by(load_instrument().items_of(key))
        yield {"class": "G", "type/scale": str(number), "name": name, "relevance": seen_by}
        yield {**_question(_ARRAY, key, dimension.label), "relevance": seen_by}
        for item in load_instrument().items_of(key):
            yield {
                "class": "SQ",
                "type/scale": "0",
                "name": item.key,
                "relevance": _seen_by([item]),
                "text": str(item.text),
            }
        for step, words in survey.scale.items():
            yield _answer(str(step), words)
        yield _answer(_DONT_KNOW, survey.dont_know)


def _question(kind: str, name: str, text: Label) -> _Row:
    return {
        "class": "Q",
        "type/scale": kind,
        "name": name,
        "relevance": "1",
        "text": str(text),
        "mandatory": "N",
        "other": "N",
    }


def _answer(code: str, words: Words) -> _Row:
    return {"class": "A", "type/scale": "0", "name": code, "text": str(words.label)}


def _seen_by(items: Iterable[Item]) -> str:
    """Who sees any of these questions, in the expressions of LimeSurvey."""
    roles, kinds = load_survey().roles, {item.respondents for item in items}
    answering = [key for key, role in roles.items() if kinds & set(role.answering)]
    if len(answering) == len(roles):
        return "1"
    return " or ".join(f"role.NAOK == '{key[:CODE_LENGTH]}'" for key in answering)


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
