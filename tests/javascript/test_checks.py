"""The checks of JavaScript in ``make check`` find faults, and know what Python sends."""

from pathlib import Path

import pytest

from tests.javascript.runtime import deno
from tests.javascript.types_of_pages import FILES, PACKAGE, declarations

HERE = Path(__file__).parent
SETTINGS = HERE / "deno.json"


def complaints(command: str, script: Path) -> str:
    """What deno finds wrong in ``script``; nothing when it is right."""
    done = deno(command, script, config=SETTINGS, kept=script.parent)
    assert (done.returncode == 0) == (done.stderr == "")
    return done.stderr


@pytest.mark.parametrize(
    ("command", "text", "fault"),
    [
        ("lint", "const one = 1;\n", "`one` is never used"),
        ("check", "export const two = () => one;\n", "Cannot find name 'one'"),
        ("check", "const f = () => 1;\nf(2);\n", "Expected 0 arguments"),
        ("check", "export const f = (a) => a;\n", "implicitly has an"),
    ],
    ids=["left over", "no such name", "too many arguments", "no type"],
)
def test_a_fault_is_found(tmp_path: Path, command: str, text: str, fault: str) -> None:
    """One of each kind, in a module that has nothing else wrong with it."""
    script = tmp_path / "wrong.js"
    script.write_text(text, encoding="utf-8")
    assert fault in complaints(command, script)


def test_what_is_right_passes(tmp_path: Path) -> None:
    """A module with types has nothing to complain of."""
    script = tmp_path / "right.js"
    text = "/** @param {number} a */\nexport const twice = (a) => 2 * a;\n"
    script.write_text(text, encoding="utf-8")
    assert [complaints(command, script) for command in ("lint", "check")] == ["", ""]


@pytest.mark.parametrize("name", FILES)
def test_what_pages_receive_is_what_python_sends(name: str) -> None:
    """The types that JavaScript is checked with are those that Python is checked with."""
    assert (PACKAGE / name).read_text(encoding="utf-8") == declarations(FILES[name])
