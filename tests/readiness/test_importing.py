"""Awkward files: each gives the right answers with an account, or one clear message."""

from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from openpyxl import Workbook

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.importing import read_answers
from tests.readiness.awkward import DUTCH, KEYS, TEXTS, csv_file, excel_file, varied, written

FIVE = varied(5)
SMALL = varied(5, 4)


def kinds(found: Answers) -> list[str]:
    """The kinds of remarks, without those on what was simply not asked."""
    usual = {"missing_item", "roleless", "teamless"}
    return [said.kind for said in found.remarks if said.kind not in usual]


def told(found: Answers) -> str:
    """All remarks as the reader gets them."""
    with speaking("en"):
        return "\n".join(map(str, found.remarks))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_delimiter_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """1 to 16: the same answers from every make of CSV, commas and accents in the text included."""
    header = ["team", *(TEXTS[key].nl for key in KEYS)]
    rows = [header, *(["Coördinatie", *row] for row in FIVE)]
    found = read_answers(csv_file(tmp_path, rows, delimiter=delimiter, encoding=encoding))
    np.testing.assert_array_equal(found.values, FIVE)
    assert set(found.teams) == {"Coördinatie"}
    assert kinds(found) == []


def test_mixed_encodings(tmp_path: Path) -> None:
    """17: pasted together from two files, each in its own character set."""
    path = tmp_path / "answers.csv"
    head, *rows = written([["team", *KEYS], ["café", *FIVE[0]], ["café", *FIVE[1]]]).splitlines()
    path.write_bytes(b"\n".join([head.encode(), rows[0].encode(), rows[1].encode("cp1252")]))
    found = read_answers(path)
    assert found.teams == ("café", "café")
    assert kinds(found) == ["mended"]


def test_excel_says_which_mark_it_used(tmp_path: Path) -> None:
    """18: a first line "sep=;" is no row of names."""
    path = tmp_path / "answers.csv"
    path.write_text("sep=;\n" + written([KEYS, *FIVE]), encoding="utf-8")
    np.testing.assert_array_equal(read_answers(path).values, FIVE)


def test_decimal_comma(tmp_path: Path) -> None:
    """19: 4,0 is 4."""
    rows = [[f"{value},0" for value in row] for row in FIVE]
    np.testing.assert_array_equal(read_answers(csv_file(tmp_path, [KEYS, *rows])).values, FIVE)


def test_answer_words_of_a_forms_export(tmp_path: Path) -> None:
    """20: Microsoft Forms gives words, times, an e-mail address and a name."""
    header = [
        "ID",
        "Begintijd",
        "Tijd van voltooien",
        "E-mail",
        "Naam",
        *(TEXTS[key].nl for key in KEYS),
    ]
    when = datetime(2026, 11, 21, 9, 30)
    rows = [
        [at, when, when, "jan@nijkerk.nl", "Jan Jansen", *(DUTCH[value] for value in row)]
        for at, row in enumerate(FIVE, 1)
    ]
    found = read_answers(excel_file(tmp_path, [header, *rows]))
    np.testing.assert_array_equal(found.values, FIVE)
    assert kinds(found) == ["bookkeeping"] * 3 + ["personal"] * 2
    assert "Jan" not in repr(found)
    assert "nijkerk" not in repr(found)


def test_limesurvey_with_codes(tmp_path: Path) -> None:
    """21: codes of questions and answers, roles shortened to five letters."""
    header = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "role",
        "team",
        "trust[T1]",
        "trust[T2]",
        "trust[T3]",
        "trust[T4]",
    ]
    rows = [["1", "2026-11-21 10:00:00", "9", "nl", "manag", "Noord", *row] for row in SMALL]
    found = read_answers(csv_file(tmp_path, [header, *rows], delimiter=","))
    np.testing.assert_array_equal(found.values, SMALL)
    assert set(found.roles) == {"manager"}


def test_limesurvey_with_full_text_in_english(tmp_path: Path) -> None:
    """22: the text of the question stands between brackets after that of its group."""
    header = [f"Trust [{TEXTS[key].en}]" for key in KEYS[:4]]
    rows = [["Strongly agree", "Agree", "Don't know", ""]] * 2 + [
        ["Disagree", "Agree", "Agree", "Agree"]
    ]
    found = read_answers(csv_file(tmp_path, [header, *rows], delimiter=","))
    np.testing.assert_array_equal(found.values[0], [5, 4, np.nan, np.nan])
    assert "it was given fewer than 7 times" in told(found)


def test_merged_header_cells_above_the_questions(tmp_path: Path) -> None:
    """23: two rows of names, of which the upper groups the columns."""
    above = ["Wat is uw rol?", "Vertrouwen", "", "", ""]
    below = ["", *(TEXTS[key].nl for key in KEYS[:4])]
    rows = [["Medewerker in een team", *row] for row in SMALL]
    found = read_answers(excel_file(tmp_path, [above, below, *rows], merged=["A1:A2", "B1:E1"]))
    np.testing.assert_array_equal(found.values, SMALL)
    assert set(found.roles) == {"member"}


def test_codes_above_and_texts_below(tmp_path: Path) -> None:
    """24: two rows of names that say the same."""
    rows = [KEYS, [TEXTS[key].en for key in KEYS], *FIVE]
    np.testing.assert_array_equal(read_answers(csv_file(tmp_path, rows)).values, FIVE)


def test_title_above_the_names(tmp_path: Path) -> None:
    """25: lines above the names are passed over, and told."""
    rows = [["Enquête zelforganisatie"], [], KEYS, *FIVE]
    found = read_answers(excel_file(tmp_path, rows))
    np.testing.assert_array_equal(found.values, FIVE)
    assert kinds(found) == ["above"]


def test_the_same_person_twice(tmp_path: Path) -> None:
    """26: a row that repeats another is left out; it would make a small group look large."""
    found = read_answers(csv_file(tmp_path, [KEYS, *FIVE, FIVE[1]]))
    assert len(found) == 5
    assert "surely of the same person: fewer than 7; they are left out." in told(found)


def test_two_people_who_may_agree(tmp_path: Path) -> None:
    """27: a few equal answers may be of two people: kept, and told."""
    found = read_answers(csv_file(tmp_path, [KEYS[:4], [1, 2, 3, 4], [1, 2, 3, 4]]))
    assert len(found) == 2
    assert kinds(found) == ["repeated"]


def test_one_answer_to_everything(tmp_path: Path) -> None:
    """28: kept, and told."""
    found = read_answers(csv_file(tmp_path, [KEYS, *FIVE, [3] * 32]))
    assert len(found) == 6
    assert "Rows with one answer to everything: fewer than 7; they are kept." in told(found)


def test_a_slip_of_0_or_6(tmp_path: Path) -> None:
    """29: two slips in a large file: those answers are left out, the rows stay."""
    rows = varied(20)
    rows[2][0], rows[4][5] = 0, 6
    found = read_answers(csv_file(tmp_path, [KEYS, *rows]))
    assert np.isnan(found.values).sum() == 2
    assert (
        "Answers that are not 1 to 5: fewer than 7; they are left out. Questions: T1, F2."
        in told(found)
    )


def test_another_scale_is_refused(tmp_path: Path) -> None:
    """30: answers from 0 to 4 are never taken for 1 to 5."""
    rows = [[value - 1 for value in row] for row in FIVE]
    with pytest.raises(InputError, match="%"):
        read_answers(csv_file(tmp_path, [KEYS, *rows]))


def test_empty_rows(tmp_path: Path) -> None:
    """31: rows without anything are passed over; a respondent without answers is told."""
    found = read_answers(
        csv_file(tmp_path, [["team", *KEYS], ["a", *FIVE[0]], [], ["a"], ["a", *FIVE[1]], [], []])
    )
    assert len(found) == 2
    assert "Row 4 has no answers; it is left out." in told(found)


def test_a_row_of_means(tmp_path: Path) -> None:
    """32: the row with means below the answers is no respondent."""
    rows = [["team", *KEYS], *(["noord", *row] for row in FIVE), ["Gemiddelde", *[3] * 32]]
    found = read_answers(csv_file(tmp_path, rows))
    assert len(found) == 5
    assert kinds(found) == ["summary"]


def test_personal_columns_are_named_and_never_copied(tmp_path: Path) -> None:
    """33: by their name, and by what is in them under an innocent name."""
    header = ["Personeelsnummer", "Geboortedatum", "Kenmerk", "Contact", "Vrij", *KEYS]
    rows = [
        ["100234", "1971-03-14", "111222333", "piet@boxtel.nl", "Piet zei dat", *row]
        for row in FIVE
    ]
    found = read_answers(csv_file(tmp_path, [header, *rows]))
    assert kinds(found) == ["personal"] * 4 + ["not_read"]
    for secret in ("100234", "1971", "111222333", "piet", "Piet"):
        assert secret not in repr(found)
        assert secret not in told(found)


def test_names_in_the_column_for_teams(tmp_path: Path) -> None:
    """34: when nearly everyone has a team of their own, the column is not read."""
    rows = [[f"Persoon {at}", *row] for at, row in enumerate(varied(8))]
    found = read_answers(csv_file(tmp_path, [["team", *KEYS], *rows]))
    assert set(found.teams) == {""}
    assert kinds(found) == ["points_to_persons"]
    assert "Persoon" not in repr(found) + told(found)


def test_an_answer_that_is_free_text(tmp_path: Path) -> None:
    """35: what someone typed instead of an answer is never repeated."""
    rows = [[str(value) for value in row] for row in varied(10)]
    rows[3][2] = "dat ligt aan mijn chef Klaas"
    found = read_answers(csv_file(tmp_path, [KEYS, *rows]))
    assert kinds(found) == ["unreadable"]
    assert "Klaas" not in repr(found) + told(found)


def test_two_columns_for_one_question(tmp_path: Path) -> None:
    """36: which of the two holds is not guessed."""
    with pytest.raises(InputError, match="T1"):
        read_answers(csv_file(tmp_path, [["T1", TEXTS["T1"].nl, "T2"], [1, 2, 3]]))


def test_key_and_words_that_disagree(tmp_path: Path) -> None:
    """37: the key of one question above the words of another is refused."""
    with pytest.raises(InputError, match="T3"):
        read_answers(csv_file(tmp_path, [[f"T3. {TEXTS['T1'].nl}", "T2"], [1, 2]]))


def test_a_question_in_other_words(tmp_path: Path) -> None:
    """38: a sentence that was turned round is not read, and the reader hears how to mend it."""
    header = ["T1", "Vaak is duidelijk wie een besluit mag nemen."]
    found = read_answers(csv_file(tmp_path, [header, *[[1, 2]] * 3]))
    assert found.items == ("T1",)
    assert "put F4 above it" in told(found)


def test_no_questions_at_all(tmp_path: Path) -> None:
    """39: another file than one with answers."""
    with pytest.raises(InputError, match="T1"):
        read_answers(csv_file(tmp_path, [["naam", "fte"], ["noord", 3]]))


def test_names_of_columns_but_no_answers(tmp_path: Path) -> None:
    """40: an empty form."""
    with speaking("en"), pytest.raises(InputError, match="no answers below"):
        read_answers(csv_file(tmp_path, [KEYS]))


def test_merged_cells_below_the_names(tmp_path: Path) -> None:
    """41: a team that is merged over its people would leave all but one without team."""
    rows = [["team", *KEYS[:4]], *(["noord", *row] for row in SMALL)]
    with pytest.raises(InputError, match="2"):
        read_answers(excel_file(tmp_path, rows, merged=["A2:A6"]))


def test_two_sheets_with_answers(tmp_path: Path) -> None:
    """42: two waves in one workbook are not laid together."""
    book = Workbook()
    for sheet in (book.active, book.create_sheet("wave 2")):
        sheet.append(KEYS)
        sheet.append(FIVE[0])
    book.save(tmp_path / "answers.xlsx")
    with pytest.raises(InputError, match="wave 2"):
        read_answers(tmp_path / "answers.xlsx")


def test_formulas_without_a_value_are_open(tmp_path: Path) -> None:
    """43: a cell that Excel never worked out has no answer, and the reader hears so."""
    rows = [KEYS[:4], *([f"={at % 5}+0", 2, 3, 4] for at in range(10)), [5, 4, 3, 3]]
    found = read_answers(excel_file(tmp_path, rows))
    assert np.isnan(found.values[:10, 0]).all()
    assert "T1: 10 cells are formulas without a stored result" in told(found)


def test_short_and_long_rows(tmp_path: Path) -> None:
    """44: a row that stops early has no more answers; what is beyond the names is not read."""
    found = read_answers(csv_file(tmp_path, [KEYS[:4], [1, 2], [1, 2, 3, 4, "x", "y"]]))
    np.testing.assert_array_equal(found.values[0], [1, 2, np.nan, np.nan])


def test_answers_of_who_was_not_asked(tmp_path: Path) -> None:
    """45: what a team member says about the council's own view does not count."""
    rows = [
        ["role", "P1", "P3"],
        *[["medewerker", 4, 3], ["wethouder", 2, 5]] * 2,
        ["astronaut", 1, 1],
    ]
    found = read_answers(csv_file(tmp_path, rows))
    np.testing.assert_array_equal(np.isnan(found.values[:, 0]), [True, False, True, False, False])
    assert "P1 is not for Member of a team; answers left out: fewer than 7." in told(found)
    assert "Roles that the scan does not know: fewer than 7 rows." in told(found)


def test_teams_written_in_two_ways(tmp_path: Path) -> None:
    """46: capitals and double spaces make no other team."""
    rows = [
        ["team", *KEYS],
        *(
            [name, *row]
            for name, row in zip(
                ["Team Noord", "team  noord", "TEAM NOORD ", "Zuid", "zuid"], FIVE, strict=True
            )
        ),
    ]
    found = read_answers(csv_file(tmp_path, rows))
    assert set(found.teams) == {"Team Noord", "Zuid"}


def test_columns_in_any_order(tmp_path: Path) -> None:
    """47: answers come out in the order of the scan."""
    rows = [KEYS[::-1], *(row[::-1] for row in FIVE)]
    found = read_answers(csv_file(tmp_path, rows))
    assert found.items == tuple(KEYS)
    np.testing.assert_array_equal(found.values, FIVE)


def test_a_hundred_thousand_rows(tmp_path: Path) -> None:
    """48: all of them are read."""
    values = np.random.default_rng(1).integers(1, 6, (100_000, 12))
    path = tmp_path / "answers.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(";".join(KEYS[:12]) + "\n")
        np.savetxt(file, values, fmt="%d", delimiter=";")
    found = read_answers(path)
    np.testing.assert_array_equal(found.values, values)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("answers.xlsx", b"no workbook", "not an Excel workbook"),
        ("answers.csv", b"PK\x03\x04 with the wrong ending", "give it the ending .xlsx"),
        ("answers.csv", b"T1;T2\n\x81\x8d;1\n", "unknown character set"),
        ("answers.csv", b'T1;T2\n"' + b"1;2\n" * 50_000, "not a table"),
        ("answers.csv", b"", "no column is a question"),
        ("answers.xls", b"old", "save it as .csv, .xlsx or .ods"),
        ("answers.pdf", b"%PDF", "save it as .csv, .xlsx or .ods"),
    ],
)
def test_files_that_are_something_else(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    """49 to 55: one clear message, never a traceback."""
    path = tmp_path / name
    path.write_bytes(content)
    with speaking("en"), pytest.raises(InputError, match=message):
        read_answers(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """56: the message names it."""
    with pytest.raises(InputError, match=r"gone\.csv"):
        read_answers(tmp_path / "gone.csv")


def test_a_column_with_personal_data_and_no_name_is_told_as_a_question_mark(tmp_path: Path) -> None:
    """The reader sees that there is one; a column with a name is told by its name."""
    rows = [[f"p{at}@boxtel.nl", f"q{at}@boxtel.nl", *row] for at, row in enumerate(FIVE)]
    found = read_answers(csv_file(tmp_path, [["", "Contact", *KEYS], *rows]))
    told = [dict(one.values) for one in found.remarks if one.kind == "personal"]
    assert [one["column"] for one in told] == ["?", "Contact"]
    with speaking("en"):
        assert [str(one["data"]) for one in told] == ["an e-mail address"] * 2


def test_answers_outside_the_scale_are_counted_over_questions(tmp_path: Path) -> None:
    """Of 1,280 answers five are 6 to the first question and four to the last: nine."""
    rows = varied(40)
    for row in rows[:5]:
        row[0] = 6
    for row in rows[3:7]:
        row[-1] = 6
    found = read_answers(csv_file(tmp_path, [KEYS, *rows]))
    assert f"not 1 to 5: 9; they are left out. Questions: {KEYS[0]}, {KEYS[-1]}." in told(found)
    assert np.isnan(found.values).sum() == 9
