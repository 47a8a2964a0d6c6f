"""Files appear whole or not at all."""

import json

import pytest

from selfmgmt.reporting.files import write_json, write_whole


def test_folders_are_made_and_text_is_written(tmp_path):
    """In UTF-8, with the line ends as given, and no other file left behind."""
    path = tmp_path / "a" / "b.html"
    write_whole(path, "één\n")
    assert path.read_bytes() == "één\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_what_cannot_be_written_leaves_the_old_file(tmp_path):
    """A failure half way neither harms the old file nor leaves a new one."""
    path = tmp_path / "b.html"
    write_whole(path, "oud")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "nieuw \ud800")
    assert path.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [path]


def test_json_holds_no_nan(tmp_path):
    """Other programs cannot read it."""
    write_json(tmp_path / "a.json", {"één": 1})
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == {"één": 1}
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json(tmp_path / "b.json", {"x": float("nan")})
    assert not (tmp_path / "b.json").exists()
