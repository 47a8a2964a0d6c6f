"""What the README says is so."""

import re
import shlex
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from selfmgmt.cli import program
from selfmgmt.program import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
# Other tests run these; here they only have to be understood.
SLOW = {"report", "lab", "live", "app", "refresh", "search"}


def blocks(kind: str) -> list[str]:
    """The contents of the fenced blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def tree_in_readme() -> set[str]:
    """The paths in the block that shows what is where; folders end in a slash."""
    paths, folder = set(), ""
    for line in blocks("text")[0].splitlines():
        name = line.split()[0]
        folder = name if not line.startswith(" ") else folder
        paths.add(name if name == folder else folder + name)
    return paths


def tree_on_disk() -> set[str]:
    """The folders at the top and the rooms in them; mirrors of the package left out."""
    found = set()
    for top in (path for path in ROOT.iterdir() if path.is_dir() and is_ours(path)):
        found.add(f"{top.name}/")
        for room in filter(is_ours, top.iterdir()):
            mirrors = top.name == "tests" and (ROOT / "selfmgmt" / room.name).is_dir()
            if room.is_dir() and not mirrors:
                found.add(f"{top.name}/{room.name}/")
            elif top.name == "selfmgmt" and not mirrors:
                found.add(f"selfmgmt/{room.name}")
    return found


def is_ours(path: Path) -> bool:
    """Whether people made it, as against the tools."""
    made = path.name in {"reports", "dist", "build"} or path.suffix == ".egg-info"
    return not made and not path.name.startswith((".", "_"))


def test_the_tree_is_the_one_on_disk() -> None:
    """Rooms come and go together with their line in the README."""
    assert tree_in_readme() == tree_on_disk()


def test_every_dependency_has_its_reason() -> None:
    """The list names each dependency of the package once, and no other."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    section = README.split("### Dependencies")[1].split("\n\n###")[0]
    named = re.findall(r"^- \*\*([\w-]+)\*\*: \w", section, re.MULTILINE)
    needed = [re.split("[<>=~]", line)[0] for line in project["dependencies"]]
    assert sorted(named) == sorted(needed)
    for line in chain.from_iterable(project["optional-dependencies"].values()):
        assert re.split(r"[\[<>=~]", line)[0] in section, line


def test_the_table_names_the_commands() -> None:
    """Each command has its row, in the order of ``selfmgmt --help``."""
    assert re.findall(r"^\| `selfmgmt (\w+)", README, re.MULTILINE) == list(program.commands)


@pytest.mark.parametrize("block", blocks("console"), ids=["own_figures", "english"])
def test_the_commands_run(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The examples work when typed one after the other in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for line in block.splitlines():
        _prompt, _selfmgmt, *arguments = shlex.split(line)
        extra = ["--help"] if arguments[0] in SLOW else []
        assert run(program, arguments + extra) == 0, capsys.readouterr().err


def test_files_that_it_points_to_exist() -> None:
    """Links to files lead somewhere."""
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
