"""Files appear whole or not at all, with the access that they had."""

import json
import os
import stat
from pathlib import Path

import pytest

from selfmgmt.whole_files import replacing, write_json, write_whole


def mode(path: Path) -> int:
    """Who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_gets_the_access_that_the_user_gives_new_files(tmp_path: Path) -> None:
    """Not more, as 0644 would be for who shares nothing."""
    before = os.umask(0o077)
    try:
        with replacing(tmp_path / "a.txt") as part:
            part.write_text("x")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a.txt") == (0o666 if os.name == "nt" else 0o600)


def test_a_file_that_was_there_keeps_its_access_also_meanwhile(tmp_path: Path) -> None:
    """Also a backup of it."""
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text("x")
    path.chmod(0o600)
    for target, like in ((path, None), (other, path)):
        with replacing(target, like=like) as part:
            assert mode(part) == mode(path)
            part.write_text("y")
        assert mode(target) == mode(path)
    assert sorted(tmp_path.iterdir()) == [path, other]


def test_a_failure_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    """And no other."""
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(path) as part:
        part.write_text(str(1 / 0))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_folders_are_made_and_text_is_written(tmp_path: Path) -> None:
    """In UTF-8, with the line ends as given, and no other file left behind."""
    path = tmp_path / "a" / "b.html"
    write_whole(path, "één\n")
    assert path.read_bytes() == "één\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    """A failure half way neither harms the old file nor leaves a new one."""
    path = tmp_path / "b.html"
    write_whole(path, "oud")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "nieuw \ud800")
    assert path.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [path]


def test_json_holds_no_nan(tmp_path: Path) -> None:
    """Other programs cannot read it."""
    write_json(tmp_path / "a.json", {"één": 1})
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == {"één": 1}
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json(tmp_path / "b.json", {"x": float("nan")})
    assert not (tmp_path / "b.json").exists()
