"""Run the tests that stand nearest to a mutant, in a child of a process that is warm."""

import importlib
import os
import re
import signal
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Literal

import pytest

from tests.bench.mutants.drawing import ROOT, Mutant

LIMIT = 120  # seconds for one mutant
Verdict = Literal["survives", "caught", "no end"]
LIBRARIES = ("numpy", "scipy.stats", "scipy.optimize", "pandas", "pydantic", "networkx", "openpyxl",
             "hypothesis", "yaml", "babel.numbers", "seaborn", "pingouin")  # fmt: skip

DEAR = {  # seconds each: only for mutants of the module whose tests they are
    "tests/analysis/test_sensitivity.py": "test_ishigami_has_its_published_indices",
    "tests/readiness/test_importing.py": "test_a_hundred_thousand_rows",
    "tests/readiness/test_privacy.py": "test_no_attack_succeeds_on_any_of_a_thousand_organisations",
}


def warm() -> None:
    """Import what no mutant changes, and let Hypothesis draw the same examples each time."""
    for library in LIBRARIES:
        importlib.import_module(library)
    from hypothesis import Phase, settings

    settings.register_profile(
        "mutants", max_examples=30, deadline=None, derandomize=True, database=None,
        phases=(Phase.explicit, Phase.generate),
    )  # fmt: skip
    settings.load_profile("mutants")


def tests_of(module: str) -> list[str]:
    """What pytest runs for a module: its mirror, its users' tests, the room's, its examples."""
    room, stem = module.removesuffix(".py").rsplit("/", 1)
    files = sorted((ROOT / "tests" / room).glob("test_*.py"))
    users = {path.stem for path in _naming(module, (ROOT / "selfmgmt" / room).glob("*.py"))}
    modules = {path.stem for path in (ROOT / "selfmgmt" / room).glob("*.py")}
    near = [
        *(path for path in files if path.stem == f"test_{stem}"),
        *_naming(module, files),
        *(path for path in files if path.stem.removeprefix("test_") in users),
        *(path for path in files if path.stem.removeprefix("test_") not in modules),
    ]
    tests = [path.relative_to(ROOT).as_posix() for path in dict.fromkeys(near or files)]
    # The examples last: pytest puts a module where a function of the same name may be.
    dear = [f"--deselect={path}::{test}" for path, test in DEAR.items() if path != tests[0]]
    return [*tests, f"selfmgmt/{module}", *dear]


def _naming(module: str, paths: Iterable[Path]) -> list[Path]:
    name = re.escape(_name(module))
    return [path for path in paths if re.search(rf"{name}\b", path.read_text(encoding="utf-8"))]


def verdict(tests: list[str], mutant: Mutant | None = None, limit: float = LIMIT) -> Verdict:
    """Whether all these tests pass, with the mutant in place of its module."""
    child = os.fork()
    if not child:
        _test(tests, mutant)
    end = time.monotonic() + limit
    try:
        while time.monotonic() < end:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return "survives" if status == 0 else "caught"
            time.sleep(0.02)
        return "no end"
    finally:  # it may loop without end, also when the run is broken off
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)


def _test(tests: list[str], mutant: Mutant | None) -> None:
    """Test and end this process: with 0 only if all is well."""
    code = 1
    try:
        os.setsid()
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        if mutant:
            sys.meta_path.insert(0, _Finder(mutant))
            importlib.import_module(_name(mutant.module))
        plugins = [f"-pno:{plugin}" for plugin in ("cacheprovider", "randomly", "xdist")]
        code = pytest.main(
            ["-x", "-q", "-Wignore::pytest.PytestAssertRewriteWarning", *plugins, *tests]
        )
    finally:
        os._exit(int(code))


def _name(module: str) -> str:
    return "selfmgmt." + module.removesuffix(".py").replace("/", ".")


class _Finder:
    """Finds the mutant where its module is asked for."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """The mutant under the name of its module; nothing under any other."""
        if name != _name(self.mutant.module):
            return None
        path = str(ROOT / "selfmgmt" / self.mutant.module)
        return spec_from_file_location(name, path, loader=_Loader(name, path, self.mutant.source))


class _Loader(SourceFileLoader):
    """Loads a given text as if it stood in the file."""

    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self.source = source

    def get_code(self, _: str) -> CodeType:
        """The mutant, compiled."""
        return compile(self.source, self.path, "exec", dont_inherit=True)
