"""A number with meaning lives in ``data/``, with its source; the rooms that compute hold none."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import selfmgmt

ROOMS = ("simulation", "scoring", "analysis", "readiness")
STRUCTURE = {0, 1, 2}  # nothing, all, next, twice, and numbers of axes
PERCENTILES = "the ends of the range that is shown, P10 and P90, and its middle"

ALLOWED = {
    "analysis/compare.py": {
        0.1: PERCENTILES,
        0.5: PERCENTILES,
        0.9: PERCENTILES,
        10_000: "default number of draws, a setting",
        10: "blocks of draws of which the paths are kept, a setting",
        2_048: "number of draws for what drives the spread, a setting",
        1e-9: "rounding of floats",
    },
    "analysis/drivers.py": {1e-12: "rounding of floats"},
    "readiness/profile.py": {5: "top of the answer scale", 1e-9: "rounding of floats"},
    "scoring/arrays.py": {
        3: "number of axes",
        20: "numbers that fit in a message",
        1e-9: "rounding of floats",
    },
    "scoring/criteria.py": {50: "middle of the scale of judgements", 100: "its top"},
    "scoring/ranking.py": {3: "number of axes", 10: PERCENTILES, 50: PERCENTILES, 90: PERCENTILES},
    "scoring/values.py": {
        0.5: "no difference at all is halfway the scale",
        5: "percentile at which a scale starts, so that one draw does not stretch it",
        95: "percentile at which it ends",
        100: "top of the scale of judgements",
    },
    "simulation/money.py": {4: "quarters in a year", 100: "a parameter is given per 100 FTE"},
    "simulation/people.py": {0.5: "middle of the conditions' scale 0 to 1"},
    "simulation/rollout.py": {
        0.1: "the maturity curve is a logistic with 0 at the start",
        0.5: "middle of the scale 0 to 1",
        1.1: "see 0.1",
        3: "months in a quarter",
        4: "quarters in a year",
        10: "see 0.1",
        100: "see 0.1: 0.9 when ripe",
    },
    "simulation/simulate.py": {2_048: "draws computed at a time, for the cache"},
    "simulation/transition.py": {100: "capacity is an index"},
}


def numbers_in(path: Path) -> set[float]:
    """The numbers that stand in the code of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if type(value) in (int, float)}


def numbers_with_meaning() -> Iterator[tuple[str, float]]:
    """Module and number, for all numbers that need a reason."""
    package = Path(selfmgmt.__file__).parent
    for room in ROOMS:
        for path in sorted((package / room).glob("*.py")):
            for number in numbers_in(path) - STRUCTURE:
                yield path.relative_to(package).as_posix(), number


def test_numbers_in_code_have_a_reason() -> None:
    """Each number is in ``ALLOWED`` with why it is no finding; else it belongs in the ledger."""
    found = defaultdict(set)
    for module, number in numbers_with_meaning():
        found[module].add(number)
    assert dict(found) == {module: set(reasons) for module, reasons in ALLOWED.items()}
