from pathlib import Path

import pytest

from selfmgmt.errors import InputError
from selfmgmt.evidence.files import Reader, read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import speaking


class Fruit(Record):
    """A record to read."""

    key: str
    weight: float


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"- apple", "fruit.yaml holds no names"),
        (b"", "fruit.yaml holds no names"),
        (b"apple: [1", "fruit.yaml cannot be read"),
        (b"apple: \xff", "fruit.yaml cannot be read"),
        (b"apple: {weight: 1}\napple: {weight: 2}", "apple is written twice"),
        (b"apple: {weight: 1, weight: 2}", "weight is written twice"),
        (b"apple: !!python/object/apply:os.getcwd []", "fruit.yaml cannot be read"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(
    tmp_path: Path, content: bytes, said: str
) -> None:
    """No mapping, broken text, a key twice or an object: the message names the file."""
    path = tmp_path / "fruit.yaml"
    path.write_bytes(content)
    with speaking("en"), pytest.raises(InputError, match=said):
        read_mapping(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing file and a folder are refused by name."""
    for path in (tmp_path / "gone.yaml", tmp_path):
        with pytest.raises(InputError, match=path.name):
            read_mapping(path)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Every record with a fault is named with its field; sound ones are kept."""
    path = tmp_path / "fruit.yaml"
    path.write_text("apple: {wieght: 1}\npear: 3\nplum: {weight: 0.1}\n", encoding="utf-8")
    with speaking("en"):
        reader = Reader()
        assert reader.many(Fruit, path) == {"plum": Fruit(key="plum", weight=0.1)}
        with pytest.raises(InputError) as refused:
            reader.finish()
    told = str(refused.value)
    for part in (
        "fruit.yaml, apple, weight",
        "'wieght'",
        "did you mean weight",
        "fruit.yaml, pear",
    ):
        assert part in told


def test_records_of_a_folder_are_named_by_their_file(tmp_path: Path) -> None:
    """One record per file; the name of the file is its key."""
    for name in ("pear", "apple"):
        (tmp_path / f"{name}.yaml").write_text("weight: 1", encoding="utf-8")
    reader = Reader()
    assert list(reader.folder(Fruit, tmp_path)) == ["apple", "pear"]
    reader.finish()
