"""The access code: given in a file or the environment, and seen by nobody else."""

import stat
import webbrowser
from pathlib import Path
from urllib.request import url2pathname

import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.workspace.server.access import FILE_VARIABLE, VARIABLE, access_code, open_browser

CODE = "dertien-fietsen-2027"


def test_the_code_is_a_new_one_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too long to guess."""
    monkeypatch.delenv(VARIABLE, raising=False)
    assert access_code() != access_code()
    assert len(access_code()) == 32


def test_the_code_is_taken_out_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no program that is started from here gets to know it."""
    monkeypatch.setenv(VARIABLE, CODE)
    assert access_code() == CODE
    assert access_code() != CODE


def test_the_code_can_be_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the end of its line."""
    (tmp_path / "code").write_text(f"{CODE}\n")
    monkeypatch.setenv(FILE_VARIABLE, str(tmp_path / "code"))
    assert access_code() == CODE


@pytest.mark.parametrize("code", ["", "short", "with a space in it", "a" * 300, "één-te-raden-is"])
def test_a_code_that_can_be_guessed_or_not_be_typed_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str
) -> None:
    """The words tell what will do, and do not repeat it."""
    (tmp_path / "code").write_text(code, encoding="utf-8")
    monkeypatch.setenv(FILE_VARIABLE, str(tmp_path / "code"))
    with speaking("en"), pytest.raises(InputError, match="16 to 200 letters") as refused:
        access_code()
    assert not code or code not in str(refused.value)


@pytest.mark.parametrize("name", ["code", "none"])
def test_a_file_that_cannot_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """Not there, or no text."""
    (tmp_path / "code").write_bytes(b"\xff\xfe")
    monkeypatch.setenv(FILE_VARIABLE, str(tmp_path / name))
    with pytest.raises(InputError, match=name):
        access_code()


def test_the_code_is_no_word_of_the_command_that_opens_the_browser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """All users of a computer see those; the file that leads on is for this user alone."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    open_browser(f"http://127.0.0.1:8866/?token={CODE}&a=b")
    (address,) = opened
    file = Path(url2pathname(address.removeprefix("file:")))
    assert CODE not in address
    assert f"url=http://127.0.0.1:8866/?token={CODE}&amp;a=b" in file.read_text()
    assert not stat.S_IMODE(file.stat().st_mode) & 0o077
