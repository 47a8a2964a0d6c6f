"""How many people were asked."""

from pathlib import Path

import pytest

from selfmgmt.errors import InputError
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.groups import TOTAL, Group
from selfmgmt.readiness.sizes import read_sizes

ANSWERS = Answers(
    items=("T1",), values=[[3], [4], [5]], roles=("member", "staff", ""), teams=("Zorg", "7", "")
)


def read(folder: Path, text: str) -> dict[Group, int]:
    """The sizes in a file with this text."""
    file = folder / "sizes.csv"
    file.write_text(text, encoding="utf-8")
    return read_sizes(file, ANSWERS)


def test_a_table_with_a_heading(tmp_path) -> None:
    """Teams, roles by any of their names, and the whole; capitals do not matter."""
    found = read(tmp_path, "groep;mensen\nzorg;12\n7;20\nMedewerker;300\nTotaal;1.350,0\n\n")
    assert found == {
        Group("team", "Zorg"): 12,
        Group("team", "7"): 20,
        Group("role", "member"): 300,
        TOTAL: 1350,
    }


def test_without_a_heading(tmp_path) -> None:
    """The first row may be a group already."""
    assert read(tmp_path, "Zorg,12\n") == {Group("team", "Zorg"): 12}


def test_every_fault_with_its_row(tmp_path) -> None:
    """An unknown group, half a person and no number are told together."""
    with pytest.raises(InputError) as caught:
        read(tmp_path, "groep;mensen\nZrog;12\nZorg;1,5\nstaff;veel\n7;-3\n")
    assert len(caught.value.faults) == 4
    assert "2" in caught.value.faults[0]
    assert not any("zorg" in fault for fault in caught.value.faults)


def test_a_team_of_few_is_not_named_in_a_message(tmp_path) -> None:
    """What stands in the column of teams may be a name: only a larger team is suggested."""
    answers = Answers(
        items=("T1",), values=[[3]] * 9, teams=("Noordwest",) * 7 + ("Jan Jansen", "Jansen Jan")
    )
    file = tmp_path / "sizes.csv"
    file.write_text("groep;mensen\nNoordwes;12\nJan Janse;1\n", encoding="utf-8")
    with pytest.raises(InputError, match="noordwest") as caught:
        read_sizes(file, answers)
    assert "jan jansen" not in str(caught.value)


def test_an_empty_file_says_nothing(tmp_path) -> None:
    """Then no size is known."""
    assert read(tmp_path, "groep;mensen\n") == {}
