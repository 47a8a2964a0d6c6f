"""The code book and the tables hold each other to account."""

from pathlib import Path

import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.reference.files import (
    REFERENCE,
    codebook,
    decimal,
    read_lines,
    read_table,
    table_facts,
    whole,
)

TABLES = sorted(path.stem for path in REFERENCE.glob("*.csv"))
PATTERNS = {
    "code": r"[A-Za-z0-9_]*",
    "flag": "|0|1",
    "year": r"|(19|20)\d\d",
    "whole": r"|-?\d+",
    "decimal": r"|-?\d+(\.\d+)?",
    "date": r"\d{4}-\d\d-\d\d",
    "link": "|https?://.+",
    "text": "(?s).*",
    "choice": r"[a-z0-9_]*",
}


def test_every_file_is_in_the_list_of_tables_and_every_table_is_there() -> None:
    """Nothing in the folder is without source and licence."""
    files = {path.stem for path in REFERENCE.iterdir()}
    assert files == set(table_facts()) == set(codebook())


@pytest.mark.parametrize("table", TABLES)
def test_the_columns_are_those_of_the_code_book(table: str) -> None:
    """Every column is documented, every documented column is there, in the same order."""
    columns, _ = read_lines(table)
    assert columns == list(codebook()[table])


@pytest.mark.parametrize("table", TABLES)
def test_cells_are_of_the_kind_that_the_code_book_says(table: str) -> None:
    """A year is a year, a whole number is whole, and a link leads somewhere."""
    import re

    columns, lines = read_lines(table)
    for place, column in enumerate(columns):
        pattern = re.compile(PATTERNS[codebook()[table][column].kind])
        wrong = [cells[place] for cells in lines if not pattern.fullmatch(cells[place])]
        assert wrong == [], column


def test_every_column_has_a_meaning_in_both_languages_and_a_source() -> None:
    """Numbers have a unit too."""
    columns = [column for table in codebook().values() for column in table.values()]
    assert all(column.meaning_nl and column.meaning_en and column.source for column in columns)
    assert all(column.unit for column in columns if column.kind in ("whole", "decimal"))
    with speaking("en"):
        english = codebook()["population"]["inhabitants"].meaning
    assert (english, codebook()["population"]["inhabitants"].meaning) == (
        "Inhabitants on 1 January",
        "Inwoners op 1 januari",
    )


def test_every_table_has_a_licence() -> None:
    """What comes from the CBS names the licence that lets us pass it on."""
    assert all(
        facts.licence and facts.source and facts.how_made for facts in table_facts().values()
    )
    assert all(
        "CC BY 4.0" in facts.licence
        for facts in table_facts().values()
        if facts.source.startswith("CBS")
    )
    assert table_facts()["map"].title == "Kaart van de gemeenten"


def test_the_tables_are_small() -> None:
    """Together they are less than 1.5 MB, and none is more than 1 MB."""
    sizes = [path.stat().st_size for path in REFERENCE.iterdir()]
    assert max(sizes) < 1_000_000
    assert sum(sizes) < 1_500_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cbs_code,year,inhabitants,guess\nGM0267,2026,1,2\n", "guess"),
        ("cbs_code,year\nGM0267,2026\n", "inhabitants"),
        ("cbs_code,year,inhabitants\nGM0267,2026\n", "population.csv"),
        ("", "population.csv"),
        ("cbs_code,year,inhabitants\nGM0267,2026,\xff\n", "population.csv"),
    ],
)
def test_a_table_that_is_not_as_documented_is_refused(
    tmp_path: Path, text: str, words: str
) -> None:
    """An unknown column, a missing one, a line that is too short, an empty or foreign file."""
    (tmp_path / "population.csv").write_bytes(text.encode("latin-1"))
    with pytest.raises(InputError, match=words):
        read_table("population", tmp_path)


def test_all_faults_of_the_columns_at_once(tmp_path: Path) -> None:
    """Two unknown columns and a missing one are three faults."""
    (tmp_path / "population.csv").write_text("cbs_code,year,a,b\n")
    with pytest.raises(InputError, match="population") as caught:
        read_table("population", tmp_path)
    assert len(caught.value.faults) == 3


def test_a_table_that_is_not_there() -> None:
    """The message names the file."""
    with pytest.raises(InputError, match=r"nothing\.csv"):
        read_table("nothing")


def test_an_empty_cell_is_not_zero() -> None:
    """Not known stays not known."""
    assert (whole(""), whole("0"), decimal(""), decimal("0.5")) == (None, 0, None, 0.5)
