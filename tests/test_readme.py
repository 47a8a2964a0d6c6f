"""What the README says is so."""

import re
import shlex
import tomllib
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from selfmgmt.analysis.case_roadmap import roadmap_of
from selfmgmt.analysis.compare import Comparison
from selfmgmt.case import save_case
from selfmgmt.cli import program
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice import known_instruments
from selfmgmt.program import run
from selfmgmt.reporting.content.sections.registry import APPENDIX, SECTIONS
from selfmgmt.views.parts import Part
from selfmgmt.views.people import advice_part, method_parts, partners_part, roles_part
from selfmgmt.views.practice_part import practice_part
from selfmgmt.views.roadmap import roadmap_part, stops_part
from selfmgmt.views.widgets.practice import PracticePage
from selfmgmt.workspace.lab.open_page import open_page
from tests.practice.example import example_case

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


PARTS: dict[str, Callable[[Comparison], Part]] = {
    "roles_part": lambda found: roles_part(found.study.case),
    "advice_part": lambda found: advice_part(found, roadmap_of(found).option),
    "partners_part": lambda found: partners_part(found, roadmap_of(found).option),
    "roadmap_part": lambda found: roadmap_part(roadmap_of(found)),
    "stops_part": lambda found: stops_part(roadmap_of(found)),
    "method_parts": lambda found: method_parts(roadmap_of(found).roadmap)[0],
}
"""Parts of a report that are no instrument by themselves."""


def practice_rows() -> list[list[str]]:
    """The lines of the table of practices: practice, page, section of the report, code, test."""
    lines = re.findall(r"^\| ([A-Z]\d) \|(.+)\|$", README, re.MULTILINE)
    return [[key, *re.findall(r"`([^`]+)`", rest)] for key, rest in lines]


@pytest.mark.parametrize("row", practice_rows(), ids=lambda row: row[0])
def test_every_practice_leads_somewhere(row: list[str]) -> None:
    """Its page, its code and its test are there."""
    _key, page, section, code, test = row
    assert section in {*known_instruments(), *PARTS, *SECTIONS, *APPENDIX}
    assert (ROOT / "notebooks" / f"{page}.ipynb").is_file()
    assert (ROOT / code).is_file()
    assert (ROOT / test).is_file()


PAGES_OF_PRACTICE = sorted({row[1] for row in practice_rows() if row[1] >= "50"})
"""Those before have tests of their own."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES_OF_PRACTICE)
def test_what_is_filled_in_for_a_practice_reaches_its_page_and_the_report(
    name: str, language: str, tmp_path: Path
) -> None:
    """From a case file to the page, sentences, picture and table, in both languages."""
    save_case(example_case(), tmp_path / "nijkerk.xlsx")
    given = {"municipality": "", "case_file": str(tmp_path / "nijkerk.xlsx"), "seed": 1}
    with speaking(language):
        page = open_page(name, {**given, "language": language, "draws": 200})
        assert page.case == example_case()
        for key, _page, section, *_rest in (row for row in practice_rows() if row[1] == name):
            if section in PARTS:
                assert PARTS[section](page.comparison).sentences
            if section not in known_instruments():
                continue
            assert key in known_instruments()[section].practice
            assert isinstance(page.tool, PracticePage)
            assert section in page.tool.page["instruments"]
            part = practice_part(page.case, section)
            assert part is not None
            assert part.sentences
            assert part.chart is not None
            assert part.tables
