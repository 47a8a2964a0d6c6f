"""The example of the page is what its seed makes, and is read without a remark."""

from pathlib import Path

from selfmgmt.readiness.importing import read_answers
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.resources import DATA
from tests.readiness.example import NAMES, write_example


def test_the_files_are_those_of_the_generator(tmp_path: Path) -> None:
    """Nobody typed in them: no answer of a person can be among them."""
    for path in write_example(tmp_path):
        kept = (DATA / "instruments" / path.name).read_text(encoding="utf-8")
        assert path.read_text(encoding="utf-8") == kept
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES)


def test_it_is_read_as_it_is() -> None:
    """Every question, four roles, and nothing to mend."""
    imported = read_answers(DATA / "instruments" / NAMES[0])
    assert imported.items == tuple(item.key for item in load_instrument().items)
    assert set(imported.roles) == {"member", "manager", "staff", "board"}
    assert imported.remarks == ()
