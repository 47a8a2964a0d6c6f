"""Counts of the house: lines, modules, functions and records, now and at an earlier commit.

Run ``python -m tests.bench.house_figures [COMMIT]``; the commit is that of the first edition when
left out.
"""

import ast
import io
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FrameType

import numpy as np

from selfmgmt.case import new_case
from selfmgmt.simulation import simulate
from selfmgmt.views.widgets.explorer import Explorer

ROOT = Path(__file__).parents[2]
FIRST_EDITION = "96bfb88"
_RECORDS = {"Record", "Figure", "BaseModel", "NamedTuple", "TypedDict"}
_DRAWS = 512
_PACKAGE = "/selfmgmt/"
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

Sources = Mapping[str, str]


def main(commit: str) -> None:
    """Print both counts beside each other."""
    before, now = figures(sources_at(commit)), figures(sources_here())
    width = max(map(len, now))
    print(f"{'':{width}} {commit[:9]:>9} {'now':>9}")
    for name, value in now.items():
        print(f"{name:{width}} {before[name]:>9,} {value:>9,}")
    print(f"from a slider to the model: {' > '.join(walk_of_a_slider())}")


def walk_of_a_slider() -> list[str]:
    """Our functions between a message of a slider and the model that computes its option."""
    explorer = Explorer(new_case(["Nijkerk"]), draws=_DRAWS)
    walks: list[list[str]] = []

    def noted(frame: FrameType, event: str, _value: object) -> None:
        if event != "call" or frame.f_code is not simulate.__code__:
            return
        open_now: Iterator[FrameType] = _around(frame)
        walks.append([one.f_code.co_name for one in open_now if _PACKAGE in one.f_code.co_filename])

    sys.setprofile(noted)
    explorer.answer({"do": "set", "lever": "coaches", "value": "3"})
    sys.setprofile(None)
    return min(walks, key=len)[::-1]


def _around(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def sources_here() -> Sources:
    """Path to text of every module of the package."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for pattern in ("*.py", "*.js")
        for path in sorted((ROOT / "selfmgmt").rglob(pattern))
    }


def sources_at(commit: str) -> Sources:
    """The same at an earlier commit; nothing is checked out."""
    content = subprocess.check_output(
        ["git", "archive", commit, "selfmgmt"],
        cwd=ROOT,
    )
    with tarfile.open(fileobj=io.BytesIO(content)) as files:
        return {
            member.name: file.read().decode()
            for member in files
            if member.name.endswith((".py", ".js")) and (file := files.extractfile(member))
        }


def figures(sources: Sources) -> dict[str, int]:
    """What is counted, by its name."""
    trees = {name: ast.parse(text) for name, text in sources.items() if name.endswith(".py")}
    lengths = {name: text.count("\n") for name, text in sources.items()}
    python = [lengths[name] for name in trees]
    scripts = [length for name, length in lengths.items() if name not in trees]
    functions = [length for tree in trees.values() for length in function_lengths(tree)]
    return {
        "lines of Python": sum(python),
        "lines of JavaScript": sum(scripts),
        "modules of Python": len(python),
        "modules of JavaScript": len(scripts),
        "modules over 200 lines": sum(length > 200 for length in lengths.values()),
        "modules over 300 lines": sum(length > 300 for length in lengths.values()),
        "longest module": max(lengths.values()),
        "functions": len(functions),
        "lines of a function, median": int(np.percentile(functions, 50)),
        "lines of a function, 90th percentile": int(np.percentile(functions, 90)),
        "lines of the longest function": max(functions),
        "functions over 40 lines": sum(length > 40 for length in functions),
        "record types": sum(len(list(records(tree))) for tree in trees.values()),
        "record types of readiness": sum(
            len(list(records(tree))) for name, tree in trees.items() if "/readiness/" in name
        ),
    }


def function_lengths(tree: ast.Module) -> Iterator[int]:
    """Lines of each function, without its decorators and its docstring."""
    for node in ast.walk(tree):
        if isinstance(node, _FUNCTIONS):
            words = node.body[0] if ast.get_docstring(node) else None
            yield _lines(node) - (_lines(words) if words else 0)


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def records(tree: ast.Module) -> Iterator[str]:
    """Classes that hold values: dataclasses, named tuples, and records that are checked."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            above = {ast.unparse(base).partition("[")[0].rpartition(".")[2] for base in node.bases}
            if above & _RECORDS or any("dataclass" in ast.unparse(d) for d in node.decorator_list):
                yield node.name


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else FIRST_EDITION)
