"""The code uses the words of the field, so that a search for one finds its room."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import selfmgmt

PACKAGE = Path(selfmgmt.__file__).parent
ROOMS = (
    *("simulation", "readiness", "scoring", "analysis", "practice", "reference", "evidence"),
    *("case", "views", "reporting", "workspace", "cli", "teaching", "live"),
    *sorted(path.name for path in PACKAGE.glob("*.py")),
)
SCRIPTED = ("views", "workspace")
INSTEAD = {  # a word of our own: the word of the field
    "asked": "request, invited, answering",
    "beside": "comparison, benchmark, reference check",
    "board": "view state",
    "desk": "view state",
    "drawer": "panel, fold",
    "ends": "quantiles, interval, bounds",
    "firm": "robust, stable",
    "ground": "base comparison",
    "heard": "on_progress, callback",
    "held": "state, buffer",
    "laid": "layout",
    "knowing": "value of information",
    "ladder": "dot plot",
    "landing": "output location",
    "mended": "repaired",
    "parcel": "payload",
    "place": "index, rank, position, column",
    "places": "indices, ranks, positions, columns",
    "redrawn": "resampled",
    "reverse": "shock",
    "ripe": "mature",
    "refusal": "validation error",
    "said": "reported",
    "sieve": "filter",
    "shown": "visible, published, reported",
    "spoken": "rendered, translated",
    "strange": "out of range, unknown, implausible",
    "struck": "shocked",
    "teller": "pipe",
    "told": "reported",
    "torn": "ambiguous",
    "twin": "duplicate, replica",
    "unheard": "nonresponse",
    "voice": "response",
    "voices": "responses, respondents' weights",
}
KEYS = {  # stand in case files, data or JSON under these names
    "asked": "scoring and analysis: whether people judge a criterion",
    "asked_weights": "scoring: a key of data/criteria/consistency.yaml",
    "ends": "scoring and analysis: both ends of a scale and of a lever",
    "place": "evidence and scoring: the place in the order, a key of data",
    "places": "scoring: a key of the JSON of a ranking",
    "shown": "analysis, evidence and reference: a value as it is written out",
    "voices": "case and scoring: a key of the case file",
}

SCRIPT_KEYS = {  # of the state of the explorer, which the live page has as well
    "place": "the column that the levers move",
    "shown": "the keys of the options in the columns",
}


def identifiers(tree: ast.Module) -> Iterator[str]:
    """Every name that the code gives to something."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr


def script_identifiers(source: str) -> Iterator[str]:
    """Every name that a module of JavaScript declares, whole or taken apart, and its functions'."""
    code = re.sub(r"//[^\n]*|/\*.*?\*/", "", source, flags=re.DOTALL)
    for found in re.finditer(
        r"\b(?:const|let|function\*?|class)\s+(\{[^}]*\}|\[[^\]]*\]|[\w$]+)", code
    ):
        for part in found[1].strip("{}[]").split(","):
            yield part.split("=")[0].split(":")[-1].strip(" .\n")
    for found in re.finditer(r"\(([\w$\s,{}:]*)\)\s*(?:=>|\{)", code):
        yield from re.findall(r"[\w$]+", found[1])


def words_of(identifier: str) -> set[str]:
    """The words of a name: ``TwoWords`` and ``two_words`` have two."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", identifier)}


def files_of(room: Path) -> list[Path]:
    """The modules of a room: a folder, or one file at the top."""
    return sorted(room.rglob("*.py")) if room.is_dir() else [room]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_speaks_the_language_of_the_field(room: str) -> None:
    """Names that stand in files of users keep their word; others have no excuse."""
    wrong = [
        f"{path.relative_to(PACKAGE)}: {name}: say {INSTEAD[word]}"
        for path in files_of(PACKAGE / room)
        for name in identifiers(ast.parse(path.read_text(encoding="utf-8")))
        for word in words_of(name) & set(INSTEAD)
        if name not in KEYS
    ]
    assert wrong == []


@pytest.mark.parametrize("room", SCRIPTED)
def test_a_script_speaks_the_language_of_the_field(room: str) -> None:
    """The same words for what JavaScript declares."""
    wrong = [
        f"{path.relative_to(PACKAGE)}: {name}: say {INSTEAD[word]}"
        for path in sorted((PACKAGE / room).rglob("*.js"))
        for name in script_identifiers(path.read_text(encoding="utf-8"))
        for word in words_of(name) & set(INSTEAD)
        if name not in SCRIPT_KEYS
    ]
    assert wrong == []


def test_a_word_inside_another_is_none() -> None:
    """Only whole words count."""
    assert words_of("ReportRequest") == {"report", "request"}
    assert words_of("_placed_by") == {"placed", "by"}
