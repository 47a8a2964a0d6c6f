"""Three ways in, one shape: codes, exports of survey tools, and the file of a session."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.teaching.answers import read_answers, write_answers
from selfmgmt.teaching.ballot import load_ballots
from selfmgmt.teaching.codes import CodedSheet, encode
from selfmgmt.teaching.gather import gather
from selfmgmt.teaching.importing import Export, read_export
from selfmgmt.teaching.session import read_session

BALLOTS = load_ballots()


def read(path: Path, ballot: str) -> Export:
    """The answers to a ballot in a file."""
    return read_export(path, ballot, BALLOTS[ballot], session="K7QM", round_number=2)


def test_an_export_of_limesurvey(tmp_path: Path) -> None:
    """By question code, with who did not submit left out, and answers by number or code."""
    path = tmp_path / "results.csv"
    path.write_text(
        '"id","submitdate","lastpage","learning[once]","learning[weakest]","email"\n'
        '"1","2026-11-02 10:00:00","1","4","A5","jan@example.nl"\n'
        '"2","","1","1","A1",""\n'
        '"3","2026-11-02 10:05:00","1","","A2","els@example.nl"\n'
    )
    found = read(path, "learning")
    assert found.answers.sheets() == {"row-2": {"once": 4, "weakest": 5}, "row-4": {"weakest": 2}}
    assert {row.round for row in found.answers.rows} == {2}
    assert (found.unfinished, found.personal) == (1, ("email",))
    with speaking("en"):
        told = " ".join(found.remarks())
    assert "2 people answered." in told
    assert "no column for range, means, mind" in told
    assert "jan@" not in told


def test_an_export_of_forms(tmp_path: Path) -> None:
    """By the text of the question, with answers in words; names are not read."""
    book = Workbook()
    sheet = book.active
    questions = BALLOTS["yardstick"].questions
    sheet.append(["Id", "Naam", questions["goals"].label.nl, questions["roles"].label.nl])
    sheet.append([1, "Jan Jansen", questions["goals"].steps[2].nl, questions["roles"].steps[0].nl])
    sheet.append([2, "Els de Wit", 1, None])
    book.save(tmp_path / "forms.xlsx")
    found = read(tmp_path / "forms.xlsx", "yardstick")
    assert found.answers.sheets() == {"row-2": {"goals": 3, "roles": 1}, "row-3": {"goals": 1}}
    assert found.personal == ("Naam",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name,age\nJan,40\n", "no column is a question of “What counts most"),
        ("money,weights.money\n1,2\n", "more than one column is money"),
        ("money\n11\n", "row 2, money: '11' is no answer; use 0 to 10"),
        ("money\nveel\n", "row 2, money: 'veel' is no answer"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, text: str, fault: str) -> None:
    """With the row, the column and what is allowed."""
    path = tmp_path / "answers.csv"
    path.write_text(text)
    with speaking("en"), pytest.raises(InputError, match=fault):
        read(path, "weights")


def test_answers_of_all_ways_stand_in_one_file(session_folder: Path, tmp_path: Path) -> None:
    """Codes first, a table after; the same table once more is refused and nothing is lost."""
    session = read_session(session_folder)
    asked = session.load_ballots()
    codes = [
        encode(
            CodedSheet(ballot="weights", number=number, round=1, version=1, values={"money": 2}),
            asked,
            session.code,
        )
        for number in range(1, 7)
    ]
    chat, table = tmp_path / "chat.txt", tmp_path / "table.csv"
    chat.write_text("\n".join(f"[10:0{at}] Fatima: {code}" for at, code in enumerate(codes)))
    table.write_text("once;means\n1;2\n5;4\n")
    with speaking("en"):
        assert gather(session_folder, chat, ballot="", round_number=1)[0] == "6 codes were read."
        assert gather(session_folder, table, ballot="learning", round_number=1)
        before = (session_folder / "answers.csv").read_text()
        with pytest.raises(InputError, match=r"answers learning.means twice in round 1"):
            gather(session_folder, table, ballot="learning", round_number=1)
        with pytest.raises(InputError, match="is answered by tables"):
            gather(session_folder, table, ballot="predict_half_the_managers", round_number=1)
        with pytest.raises(InputError, match="say which with --vote"):
            gather(session_folder, table, ballot="", round_number=1)
    assert (session_folder / "answers.csv").read_text() == before
    answers = read_answers(session_folder / "answers.csv", BALLOTS)
    assert len(answers.rows) == 10
    assert len(answers.respondents) == 8
    assert "Fatima" not in before
    write_answers(answers, tmp_path / "again.csv")
    assert read_answers(tmp_path / "again.csv", BALLOTS) == answers


def test_a_chat_that_has_grown_is_read_again(session_folder: Path, tmp_path: Path) -> None:
    """What it held counts once, what it adds is added, and a correction is told."""
    session = read_session(session_folder)
    chat, given = tmp_path / "chat.txt", []
    for number, version, money in ((1, 1, 2), (2, 1, 7), (2, 2, 4), (3, 1, 9)):
        values = {"money": money}
        sheet = CodedSheet(ballot="weights", number=number, round=1, version=version, values=values)
        given.append(encode(sheet, session.load_ballots(), session.code))
    with speaking("en"):
        for count, told in ((2, False), (2, False), (4, True)):
            chat.write_text("\n".join(given[:count]))
            remarks = gather(session_folder, chat, ballot="", round_number=1)
            assert any("read earlier of: number-2." in one for one in remarks) is told
    rows = read_answers(session_folder / "answers.csv", BALLOTS).rows
    assert [(row.respondent, row.value) for row in rows] == [
        ("number-1", 2),
        ("number-2", 4),
        ("number-3", 9),
    ]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("K7QM,1,number-1,weights.money,12", "row 2: money is 12; use a whole number from 0 to 10"),
        ("K7QM,1,number-1,weigths.money,1", "row 2: 'weigths' is no ballot of this session"),
        ("K7QM,0,number-1,weights.money,1", "row 2: round is '0'"),
        ("K7QM,1,Jan Jansen,weights.money,1", "row 2: respondent is 'Jan Jansen'"),
    ],
)
def test_a_row_that_is_no_answer_is_told(tmp_path: Path, row: str, fault: str) -> None:
    """A name for a respondent is refused as well."""
    path = tmp_path / "answers.csv"
    path.write_text(f"session,round,respondent,question,value\n{row}\n")
    with speaking("en"), pytest.raises(InputError, match=fault):
        read_answers(path, BALLOTS)
