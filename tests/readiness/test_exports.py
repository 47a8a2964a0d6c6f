"""What survey tools really export: each file gives the same findings, or says what to do."""

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.importing import read_answers
from selfmgmt.readiness.survey import read_findings
from selfmgmt.views.survey_document import survey_document
from tests.readiness.awkward import DUTCH, KEYS, TEXTS, csv_file, excel_file, varied

CASES = Path(__file__).with_name("cases")
REFERENCE = CASES / "limesurvey_full_ok.csv"
ROLE, TEAM = "Wat is uw rol?", "In welk team werkt u?"


def document(path: Path) -> str:
    """All that leaves, but for how the file was read."""
    found = survey_document(read_findings(path))
    return json.dumps({key: value for key, value in found.items() if key != "remarks"})


def told(found: Answers, *kinds: str) -> list[str]:
    """The remarks of these kinds in English."""
    with speaking("en"):
        return [str(said) for said in found.remarks if said.kind in kinds]


@pytest.mark.parametrize(
    "name",
    [
        "limesurvey_code_and_text.csv",
        "qualtrics_nl.csv",
        "qualtrics_nl_namedcodes.csv",
        "msforms_nl_numbered.xlsx",
        "enalyzerlike_nl_colon_text.xlsx",
        "msforms_nl.ods",
    ],
)
def test_every_tool_gives_the_same_findings(name: str) -> None:
    """The same answers by way of another tool: role, team and every figure are the same."""
    assert document(CASES / name) == document(REFERENCE)


def test_the_reference_is_read_whole() -> None:
    """All rows, all questions, all roles and teams."""
    found = read_answers(REFERENCE)
    assert len(found) == 29
    assert found.items == tuple(KEYS)
    assert set(found.roles) == {"member", "manager", "staff", "board"}
    assert len(set(found.teams) - {""}) == 3


@pytest.mark.parametrize("heading", ["code", "full", "code and text"])
@pytest.mark.parametrize("words", [True, False])
def test_every_flavour_of_limesurvey(tmp_path: Path, heading: str, words: bool) -> None:
    """Headings and answers as codes or as text give the same findings as the full text."""
    codes = ["id", "submitdate", "lastpage", "startlanguage", "seed", "role", "team"]
    texts = ["Respons-ID", "Datum verzonden", "Laatste pagina", "Begin taal", "Plaats", ROLE, TEAM]
    subjects = [f"{TEXTS[key].nl}" for key in KEYS]
    code = [*codes, *(f"dimension[{key}]" for key in KEYS)]
    full = [*texts, *(f"Onderwerp [{text}]" for text in subjects)]
    both = [f"{one}. {other}" for one, other in zip(code, full, strict=True)]
    header = {"code": code, "full": full, "code and text": both}[heading]
    answers = read_answers(REFERENCE)
    rows = []
    for at, values in enumerate(answers.values):
        role = {"member": "Medewerker in een team"}.get(answers.roles[at], answers.roles[at])
        given = ["" if np.isnan(v) else DUTCH[int(v)] if words else str(int(v)) for v in values]
        row = [at, "1980-01-01 00:00:00", 9, "nl", "", role if words else answers.roles[at][:5]]
        rows.append([*row, answers.teams[at], *given])
    assert document(csv_file(tmp_path, [header, *rows])) == document(REFERENCE)


def test_headings_that_were_cut_off_say_how_to_export_again() -> None:
    """Fifteen letters of a sentence are of several questions: refused with the way out."""
    with speaking("en"), pytest.raises(InputError, match="question code or the full question text"):
        read_answers(CASES / "limesurvey_abbreviated.csv")


def test_headings_that_were_cut_off_beside_whole_ones(tmp_path: Path) -> None:
    """Also when some questions can be told by themselves: no question is lost unsaid."""
    header = ["T1", "Vertrouwen [Als een team ee.. ]", "Vertrouwen [Leidinggevenden.. ]"]
    with speaking("en"), pytest.raises(InputError, match="cut the headings off"):
        read_answers(csv_file(tmp_path, [header, *varied(9, 3)]))


def test_who_only_started_is_no_respondent() -> None:
    """Six finished and one started: under the floor of seven, and told how many were left out."""
    path = CASES / "limesurvey_unfinished_start_counted.csv"
    found = read_answers(path)
    assert len(found) == 6
    said = "Answers that were started and not finished: fewer than 7; they are left out."
    assert told(found, "unfinished") == [said]
    with speaking("en"), pytest.raises(InputError, match="fewer than 7 people answered") as caught:
        read_findings(path)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("column", "finished", "unfinished"),
    [
        ("submitdate", "1980-01-01 00:00:00", ""),
        ("Datum verzonden", "2026-11-21 10:00:00", ""),
        ("lastpage", 9, 4),
        ("Laatste pagina", "9", ""),
        ("Finished", "True", "False"),
        ("Finished", 1, 0),
        ("Voltooid", "Waar", "Onwaar"),
        ("Progress", 100, 63),
        ("Voortgang", "100%", "63%"),
        ("Status", "Voltooid", "Gedeeltelijk voltooid"),
        ("Status", "IP Address", "Survey Preview"),
        ("Response Status", "Completed", "Partial"),
    ],
)
def test_signs_that_someone_did_not_finish(
    tmp_path: Path, column: str, finished: object, unfinished: object
) -> None:
    """Of each tool, in both languages; eight unfinished rows are counted."""
    rows = [[finished, *row] for row in varied(9)] + [[unfinished, *row] for row in varied(8)]
    found = read_answers(csv_file(tmp_path, [[column, *KEYS], *rows]))
    np.testing.assert_array_equal(found.values, varied(9))
    assert told(found, "unfinished") == [
        "Answers that were started and not finished: 8; they are left out."
    ]


def test_nobody_finished(tmp_path: Path) -> None:
    """The column that says so is named, with what to do when that is not so."""
    rows = [["", *row] for row in varied(9)]
    with speaking("en"), pytest.raises(InputError, match=r"submitdate.*remove that column"):
        read_answers(csv_file(tmp_path, [["submitdate", *KEYS], *rows]))


def test_numbers_with_a_six_for_dont_know() -> None:
    """More than a few sixes: refused, with what to do when they stand for "don't know"."""
    with speaking("en"), pytest.raises(InputError, match="replace 6 by DK"):
        read_answers(CASES / "qualtrics_nl_namedcodes_numeric.csv")


def test_formulas_without_a_result_are_told() -> None:
    """Ten cells of T1 have no stored result: as open, and said with their number."""
    found = read_answers(CASES / "formula_without_result.xlsx")
    assert np.isnan(found.values[:, 0]).sum() == 10
    (said,) = told(found, "formula")
    assert said.startswith("T1: 10 cells are formulas without a stored result")


def test_two_rows_of_headings_of_surveymonkey(tmp_path: Path) -> None:
    """The subject or question above, the sentence or the kind of answer below."""
    above = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"]
    above += ["Email Address", "First Name", "Last Name", "Custom Data 1", ROLE, TEAM]
    above += ["Vertrouwen", *[""] * 3]
    below = [""] * 9 + ["Response", "Open-Ended Response", *(TEXTS[key].nl for key in KEYS[:4])]
    rows = [
        [1, 2, "11/21/2026", "11/21/2026", "10.0.0.1", "", "", "", "", "Medewerker", "Noord", *row]
        for row in varied(9, 4)
    ]
    found = read_answers(csv_file(tmp_path, [above, below, *rows], delimiter=","))
    np.testing.assert_array_equal(found.values, varied(9, 4))
    assert (set(found.roles), set(found.teams)) == ({"member"}, {"Noord"})


def test_a_second_row_of_headings_is_no_respondent(tmp_path: Path) -> None:
    """Below whole questions some tools write "Response": that row is of the tool."""
    rows = [[ROLE, *(TEXTS[key].nl for key in KEYS[:4])], ["Response"] * 5]
    rows += [["Medewerker", *row] for row in varied(9, 4)]
    found = read_answers(csv_file(tmp_path, rows, delimiter=","))
    assert (len(found), told(found, "unreadable")) == (9, [])


@pytest.mark.parametrize(
    "header",
    [
        *("Respons-ID", "Datum verzonden", "Laatste pagina", "Begin taal", "Plaats", "Begindatum"),
        *("Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started"),
        *(
            "Date last action",
            "Datum laatste actie",
            "Begintijd",
            "Tijd van voltooien",
            "Start time",
        ),
        *("Completion time", "Last modified time", "Tijdstip van laatste wijziging"),
        *("StartDate", "EndDate", "Status", "Duration (in seconds)", "Finished"),
        *("RecordedDate", "ResponseId", "DistributionChannel", "UserLanguage", "Collector ID"),
        *("Respondent ID", "Start Date", "End Date", "Date Created", "Date Modified"),
        *("Aangemaakt", "Afgesloten", "Starttijd", "Einddatum", "Verzamelaar-ID"),
    ],
)
def test_what_tools_add_is_known_and_not_called_a_birth_date(tmp_path: Path, header: str) -> None:
    """In Dutch and English, with dates below it, nothing is said of persons."""
    rows = [["1980-01-01 00:00:00", *row] for row in varied(9)]
    found = read_answers(csv_file(tmp_path, [[header, *KEYS], *rows]))
    assert told(found, "personal", "not_read") == []


def test_a_day_of_answering_is_no_birth_date(tmp_path: Path) -> None:
    """Under a name that we do not know a day in this century is no date of birth; another is."""
    for day, kind in (("21-11-2026 10:00", "not_read"), ("21-11-1976", "personal")):
        rows = [[day, *row] for row in varied(9)]
        found = read_answers(csv_file(tmp_path, [["Moment", *KEYS], *rows]))
        assert len(told(found, kind)) == 1


def test_workbooks_with_macros_are_read(tmp_path: Path) -> None:
    """The ending .xlsm is as good as .xlsx; macros stay where they are."""
    path = excel_file(tmp_path, [KEYS, *varied(9)]).rename(tmp_path / "answers.xlsm")
    np.testing.assert_array_equal(read_answers(path).values, varied(9))


def test_strict_open_xml_is_named(tmp_path: Path) -> None:
    """A workbook that was saved as Strict Open XML: what it is, and how to save it."""
    path = excel_file(tmp_path, [KEYS, *varied(9)])
    usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = io.BytesIO()
    with zipfile.ZipFile(path) as parts, zipfile.ZipFile(strict, "w") as changed:
        for name in parts.namelist():
            part = parts.read(name)
            changed.writestr(name, part.replace(usual, b"http://purl.oclc.org/ooxml/sheet/main"))
    path.write_bytes(strict.getvalue())
    with speaking("en"), pytest.raises(InputError, match="Strict Open XML"):
        read_answers(path)
