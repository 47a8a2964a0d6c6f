"""Saving a case never loses what somebody else put in the file."""

import stat
from pathlib import Path

import pytest

from selfmgmt.case import Case, load_case, new_case, save_case
from selfmgmt.case.saving import backup_of, next_backup, stamp_of
from selfmgmt.errors import InputError
from selfmgmt.language import speaking


def noted(words: str) -> Case:
    """A case that can be told from another."""
    return new_case(["Urk"]).model_copy(update={"notes": words})


def notes(file: Path) -> str | None:
    """What the case in a file says."""
    return load_case(file).notes


def test_a_file_is_not_overwritten_by_accident(tmp_path: Path) -> None:
    """What someone filled in stays, unless asked."""
    file = tmp_path / "a.yaml"
    file.write_text("mine")
    with pytest.raises(InputError, match=r"a\.yaml"):
        save_case(new_case(["Urk"]), file)
    assert file.read_text() == "mine"
    save_case(new_case(["Urk"]), file, overwrite=True)
    assert load_case(file).name == "Urk"


def test_what_is_overwritten_is_kept_beside_it(tmp_path: Path) -> None:
    """Each content once, under the first number that is free."""
    file = tmp_path / "a.case.yaml"
    for words in ("one", "two", "three", "three", "one", "two"):
        save_case(noted(words), file, overwrite=True)
    assert [notes(backup_of(file, number)) for number in (1, 2, 3)] == ["one", "two", "three"]
    assert (notes(file), len(list(tmp_path.iterdir()))) == ("two", 4)


def test_of_what_one_wrote_oneself_only_the_last_is_kept(tmp_path: Path) -> None:
    """What was there before, by whomever, keeps its own place."""
    file, own = tmp_path / "a.yaml", set()
    save_case(noted("of a colleague"), file)
    for words in ("one", "two", "three"):
        own.add(save_case(noted(words), file, overwrite=True, own=own).stamp)
    assert (notes(file), notes(backup_of(file))) == ("three", "of a colleague")
    assert notes(backup_of(file, 2)) == "two"
    assert len(list(tmp_path.iterdir())) == 3


def test_a_backup_that_is_something_else_stays(tmp_path: Path) -> None:
    """A folder or a note under that name is somebody's too."""
    file = tmp_path / "a.yaml"
    save_case(noted("one"), file)
    backup_of(file).write_text("mine")
    backup_of(file, 2).mkdir()
    assert next_backup(file) == backup_of(file, 3)
    assert save_case(noted("two"), file, overwrite=True).backup == backup_of(file, 3)
    assert backup_of(file).read_text() == "mine"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_saving_keeps_who_may_read_a_file(tmp_path: Path, mode: int) -> None:
    """Of the file and of its backup."""
    file = tmp_path / "a.yaml"
    save_case(noted("one"), file)
    file.chmod(mode)
    save_case(noted("two"), file, overwrite=True)
    assert {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()} == {mode}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file that it leads to is written, and its last content kept beside that."""
    file, link = tmp_path / "shared" / "a.yaml", tmp_path / "mine.yaml"
    file.parent.mkdir()
    save_case(noted("one"), file)
    link.symlink_to(file)
    with pytest.raises(InputError, match=r"a\.yaml"):
        save_case(noted("two"), link)
    save_case(noted("two"), link, overwrite=True)
    assert link.is_symlink()
    assert (notes(file), notes(backup_of(file))) == ("two", "one")


def test_a_link_to_what_is_no_case_file_is_refused(tmp_path: Path) -> None:
    """Nothing but a case file is ever written over; a link that leads nowhere is told too."""
    victim, link, loop = tmp_path / "profile.sh", tmp_path / "a.yaml", tmp_path / "b.yaml"
    victim.write_text("keep")
    link.symlink_to(victim)
    loop.symlink_to(loop)
    for path in (link, loop):
        with speaking("en"), pytest.raises(InputError, match=r"is not a case file|cannot be"):
            save_case(noted("one"), path, overwrite=True)
    assert victim.read_text() == "keep"


def test_the_stamp_tells_one_content_from_another(tmp_path: Path) -> None:
    """The same case gives the same; no file gives none."""
    file = tmp_path / "a.yaml"
    assert stamp_of(file) == ""
    saved = save_case(noted("one"), file)
    assert (saved.stamp, saved.backup) == (stamp_of(file), None)
    file.write_text(file.read_text() + " ")
    assert stamp_of(file) not in {"", saved.stamp}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be written is named."""
    with pytest.raises(InputError, match="none"):
        save_case(new_case(["Urk"]), tmp_path / "none" / "a.yaml")
