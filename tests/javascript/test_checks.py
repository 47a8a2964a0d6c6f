"""The checks of JavaScript in ``make check`` find faults, and reach every module."""

from pathlib import Path

import pytest

from tests.javascript.runtime import deno

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NOT_TYPED = (HERE / "not_typed.txt").read_text(encoding="utf-8").splitlines()
MOST = 32  # modules without types; only ever lower


def complaints(command: str, config: str, script: Path) -> str:
    """What deno finds wrong in ``script``; nothing when it is right."""
    done = deno(command, script, config=HERE / config, kept=script.parent)
    assert (done.returncode == 0) == (done.stderr == "")
    return done.stderr


@pytest.mark.parametrize(
    ("command", "config", "text", "fault"),
    [
        ("lint", "deno.json", "const one = 1;\n", "`one` is never used"),
        ("check", "names.json", "export const two = () => one;\n", "Cannot find name 'one'"),
        ("check", "names.json", "const f = () => 1;\nf(2);\n", "Expected 0 arguments"),
        ("check", "deno.json", "// @ts-check\nexport const f = (a) => a;\n", "implicitly has an"),
    ],
    ids=["left over", "no such name", "too many arguments", "no type"],
)
def test_a_fault_is_found(tmp_path: Path, command: str, config: str, text: str, fault: str) -> None:
    """One of each kind, in a module that has nothing else wrong with it."""
    script = tmp_path / "wrong.js"
    script.write_text(text, encoding="utf-8")
    assert fault in complaints(command, config, script)


def test_what_is_right_passes(tmp_path: Path) -> None:
    """A module with types has nothing to complain of."""
    script = tmp_path / "right.js"
    text = "// @ts-check\n/** @param {number} a */\nexport const twice = (a) => 2 * a;\n"
    script.write_text(text, encoding="utf-8")
    checks = [("lint", "deno.json"), ("check", "names.json"), ("check", "deno.json")]
    assert [complaints(command, config, script) for command, config in checks] == ["", "", ""]


def test_the_list_of_modules_without_types_only_gets_shorter() -> None:
    """Every other module asks for the strict check on its first line."""
    modules = sorted((ROOT / "selfmgmt").rglob("*.js"))
    without = [
        path.relative_to(ROOT).as_posix()
        for path in modules
        if not path.read_text(encoding="utf-8").startswith("// @ts-check\n")
    ]
    assert without == sorted(NOT_TYPED)
    assert len(NOT_TYPED) <= MOST
