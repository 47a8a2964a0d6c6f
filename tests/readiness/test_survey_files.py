import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.readiness.columns import recognise
from selfmgmt.readiness.importing import read_answers
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.limesurvey import limesurvey_structure
from selfmgmt.readiness.survey_files import csv_layout, excel_layout, write_survey_files

ITEMS = load_instrument().items


@pytest.fixture(scope="module")
def structure() -> list[dict[str, str]]:
    """The rows of the structure for LimeSurvey."""
    text = limesurvey_structure().removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


def of(structure: list[dict[str, str]], kind: str, language: str) -> list[dict[str, str]]:
    """The rows of one class in one language."""
    return [row for row in structure if (row["class"], row["language"]) == (kind, language)]


def test_both_languages_have_the_same_rows(structure: list[dict[str, str]]) -> None:
    """LimeSurvey wants the base language first and then the same rows in the same order."""
    questions = [row for row in structure if row["class"] in {"G", "Q", "SQ", "A"}]
    half = len(questions) // 2
    assert [row["language"] for row in questions] == ["nl"] * half + ["en"] * half
    kept = ("class", "type/scale", "relevance", "mandatory")
    for dutch, english in zip(questions[:half], questions[half:], strict=True):
        assert [dutch[key] for key in kept] == [english[key] for key in kept]
        assert dutch["class"] == "G" or dutch["name"] == english["name"]


def test_codes_fit_in_limesurvey(structure: list[dict[str, str]]) -> None:
    """Codes of answers have at most 5 characters, those of questions 20, all plain."""
    limits = {"A": 5, "SQ": 20, "Q": 20}
    for row in structure:
        if row["class"] in limits:
            assert row["name"].isalnum()
            assert len(row["name"]) <= limits[row["class"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_is_asked(structure: list[dict[str, str]], language: str) -> None:
    """Each item is a row of an array, under its own key and in its own words."""
    asked = {row["name"]: row["text"] for row in of(structure, "SQ", language)}
    assert asked == {item.key: getattr(item.text, language) for item in ITEMS}
    arrays = [row for row in of(structure, "Q", language) if row["type/scale"] == "F"]
    assert [row["name"] for row in arrays] == list(load_instrument().dimensions)
    _, *pages = (row["name"] for row in of(structure, "G", language))
    dimensions = load_instrument().dimensions.values()
    assert pages == [getattr(dimension.label, language) for dimension in dimensions]


def test_items_are_asked_of_whom_they_are_for(structure: list[dict[str, str]]) -> None:
    """P1 is shown to the board only, C1 to all others, T1 to everyone."""
    visible = {row["name"]: row["relevance"] for row in of(structure, "SQ", "nl")}
    assert visible["T1"] == "1"
    assert visible["P1"] == "role.NAOK == 'board'"
    assert "board" not in visible["C1"]


def test_a_page_without_questions_for_a_role_is_passed_over(
    structure: list[dict[str, str]],
) -> None:
    """Group and question have the condition of their questions together, or none."""
    visible = {row["name"]: row["relevance"] for row in of(structure, "SQ", "nl")}
    questions = {row["name"]: row["relevance"] for row in of(structure, "Q", "nl")}
    groups = [row["relevance"] for row in of(structure, "G", "nl")]
    assert groups == ["1", *(questions[key] for key in load_instrument().dimensions)]
    only_team = "role.NAOK == 'membe' or role.NAOK == 'manag' or role.NAOK == 'staff'"
    for key in load_instrument().dimensions:
        inside = {visible[item.key] for item in load_instrument().items_of(key)}
        assert questions[key] == (only_team if inside == {only_team} else "1")
    assert only_team in questions.values()


def test_a_title_is_there_once_and_one_may_resume(structure: list[dict[str, str]]) -> None:
    """The name of the group is hidden, as it is that of the question; the welcome says how."""
    settings = {row["name"]: row["text"] for row in structure if row["class"] == "S"}
    assert (settings["showgroupinfo"], settings["allowsave"]) == ("X", "Y")
    welcome = {row["language"]: row["text"] for row in structure if "welcometext" in row["name"]}
    assert "Later hervatten" in welcome["nl"]
    assert "Resume later" in welcome["en"]


def test_limesurvey_keeps_nothing_about_persons(structure: list[dict[str, str]]) -> None:
    """Answers are anonymous, without dates, addresses or referring pages."""
    settings = {row["name"]: row["text"] for row in structure if row["class"] == "S"}
    assert settings["anonymized"] == "Y"
    assert {settings[key] for key in ("datestamp", "ipaddr", "refurl", "savetimings")} == {"N"}


def test_nothing_asks_for_a_person(structure: list[dict[str, str]]) -> None:
    """The import would read every question that we ask: none points to a person."""
    for row in structure:
        if row["class"] in {"Q", "SQ"}:
            assert recognise([row["text"]]).kind != "personal"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_comes_back(tmp_path: Path, language: str) -> None:
    """Answers chosen from its drop-downs are read by the import."""
    with speaking(language):
        path = tmp_path / "forms.xlsx"
        path.write_bytes(excel_layout())
    book = load_workbook(path)
    sheet = book.worksheets[0]
    choices = [
        rule.formula1.strip('"').split(",") for rule in sheet.data_validations.dataValidation
    ]
    for column in range(1, sheet.max_column + 1):
        sheet.cell(2, column).value = choices[0][0] if column == 1 else choices[1][4]
    assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])
    assert not any(cell.font.bold for cell in sheet[2])
    ranges = [str(rule.sqref).split(":") for rule in sheet.data_validations.dataValidation]
    columns = [[coordinate_to_tuple(end)[1] for end in ends] for ends in ranges]
    assert columns == [[1, 1], [3, 2 + len(ITEMS)]]  # the role and every question, not the team
    sheet.cell(2, 2).value = "Noord"
    book.save(path)
    answers = read_answers(path)
    assert answers.items == tuple(item.key for item in ITEMS)
    assert (answers.roles, answers.teams) == (("member",), ("Noord",))


def test_the_csv_table_is_known(tmp_path: Path) -> None:
    """Typed in below its two rows of names, answers are read."""
    path = tmp_path / "answers.csv"
    path.write_text(csv_layout() + "member;Noord;" + ";".join(["4"] * 32), encoding="utf-8")
    found = read_answers(path)
    assert found.values.shape == (1, 32)
    assert found.roles == ("member",)


def test_all_files_are_written(tmp_path: Path) -> None:
    """Five files, each whole; a second time replaces them."""
    write_survey_files(tmp_path / "scan")
    files = write_survey_files(tmp_path / "scan")
    assert sorted(path.name for path in files) == sorted(
        path.name for path in (tmp_path / "scan").iterdir()
    )
    assert (tmp_path / "scan" / "limesurvey.txt").read_bytes().startswith(b"\xef\xbb\xbfclass\t")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """The message names it."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="file"):
        write_survey_files(tmp_path / "file")
