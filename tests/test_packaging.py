"""The package is whole: its files agree, and what is built runs without the checkout."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]
OF_IMPORT = {  # what is imported under another name, or comes with a dependency as its other half
    "IPython": "ipykernel",
    "PIL": "pillow",
    "docx": "python-docx",
    "fsspec": "s3fs",
    "jupyter_client": "ipykernel",
    "jupyter_core": "ipykernel",
    "jupyter_server": "jupyterlab",
    "markupsafe": "jinja2",
    "matplotlib": "seaborn",
    "nbclient": "papermill",
    "nbformat": "papermill",
    "pptx": "python-pptx",
    "pydantic_core": "pydantic",
    "requests": "cbsodata",
    "tornado": "jupyterlab",
    "traitlets": "ipykernel",
    "yaml": "pyyaml",
}


def bounds(lines: list[str]) -> dict[str, str]:
    """Package to lower bound: ``["numpy>=2.0"]`` gives ``{"numpy": "2.0"}``."""
    return dict(line.split(">=") for line in lines)


def extras(*names: str) -> list[str]:
    """What some extras ask for by name; not the extras of our own that they take along."""
    lines = [line for name in names for line in PROJECT["optional-dependencies"][name]]
    return [re.sub(r"\[.*\]", "", line) for line in lines if not line.startswith("selfmgmt")]


def imported_libraries() -> set[str]:
    """The libraries that the package imports anywhere."""
    found = set()
    for path in (ROOT / "selfmgmt").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(str(node.module).split(".")[0])
    return found - set(sys.stdlib_module_names) - {"selfmgmt"}


def test_what_is_imported_is_declared() -> None:
    """No library comes along by chance."""
    needed = {OF_IMPORT.get(name, name) for name in imported_libraries()}
    assert needed - set(bounds(PROJECT["dependencies"] + extras("cluster", "documents"))) == set()


def test_conda_and_pip_get_the_same() -> None:
    """``environment.yml`` has the dependencies of ``pyproject.toml``, with the same bounds."""
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    (by_pip,) = [entry["pip"] for entry in listed if isinstance(entry, dict)]
    by_conda = [entry for entry in listed if isinstance(entry, str) and ">=" in entry]
    own = [line for line in by_pip if not line.startswith("--editable")]
    assert bounds(by_conda + own) == bounds(PROJECT["dependencies"])
    assert by_pip[-1] == "--editable ."
    (python,) = [entry for entry in listed if str(entry).startswith("python=")]
    assert python.split("=")[1] >= PROJECT["requires-python"].removeprefix(">=")


def test_constraints_are_exact_and_cover_all_we_ask_for() -> None:
    """Every line pins one version, and none of our own dependencies is missing."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", line)] == []
    names = {line.split("==")[0].lower().replace("_", "-") for line in pins}
    ours = PROJECT["dependencies"] + extras(*PROJECT["optional-dependencies"])
    assert {name.lower() for name in bounds(ours)} - names == set()


def test_publiccode_has_its_mandatory_keys() -> None:
    """The catalogue of public software can read us, in both languages."""
    code = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    wanted = {
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
    }
    assert wanted <= set(code)
    assert code["legal"]["license"] == PROJECT["license"] == "EUPL-1.2"
    assert code["maintenance"]["type"] == "community"
    assert code["maintenance"]["contacts"][0]["name"]
    assert code["localisation"] == {"localisationReady": True, "availableLanguages": ["nl", "en"]}
    assert set(code["description"]) == {"nl", "en"}
    for words in code["description"].values():
        assert 0 < len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout with the tools of the test environment."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(folder),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_all_that_runs(wheel: Path) -> None:
    """Code, data, notebooks, templates and Dutch travel together; tests and caches stay home."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    kept = [path for folder in ("data", "notebooks") for path in (ROOT / folder).rglob("*")]
    shipped = {
        f"selfmgmt/_shipped/{path.relative_to(ROOT).as_posix()}"
        for path in kept
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }
    code = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "selfmgmt").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped | code <= inside
    assert [name for name in inside - shipped - code if ".dist-info/" not in name] == []
    assert any(name.endswith("licenses/LICENSE") for name in inside)


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment that holds the wheel; its dependencies are borrowed from this one."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    (site,) = (
        home.glob("[Ll]ib/python*/site-packages")
        if os.name != "nt"
        else [home / "Lib/site-packages"]
    )
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--target",
            str(site),
            str(wheel),
        ],
        check=True,
        capture_output=True,
    )
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    (site / "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    return home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run_installed(python: Path, *arguments: str, folder: Path) -> str:
    """What ``python -m selfmgmt`` prints when run in ``folder``."""
    command = [str(python), "-m", "selfmgmt", *arguments]
    jupyter = {"JUPYTER_PATH": str(Path(sys.prefix, "share", "jupyter"))}  # borrowed as well
    done = subprocess.run(
        command, cwd=folder, env=os.environ | jupyter, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_the_installed_copy_uses_its_own_files(installed: Path, tmp_path: Path) -> None:
    """Outside the checkout, data and notebooks come from the wheel."""
    code = "import selfmgmt.resources as r; print(r.DATA); print(r.NOTEBOOKS)"
    printed = subprocess.check_output([str(installed), "-c", code], cwd=tmp_path, text=True)
    assert all("_shipped" in line for line in printed.splitlines())


def test_the_installed_copy_makes_a_report(installed: Path, tmp_path: Path) -> None:
    """``selfmgmt report Nijkerk`` works in an empty folder, far from the checkout."""
    run_installed(installed, "report", "Nijkerk", "--out", "made", folder=tmp_path)
    assert (tmp_path / "made" / "GM0267-nijkerk" / "report.html").stat().st_size > 0
