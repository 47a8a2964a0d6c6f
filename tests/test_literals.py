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
    "analysis/bands.py": {
        0.1: PERCENTILES,
        0.5: PERCENTILES,
        0.9: PERCENTILES,
        1e-9: "rounding of floats",
    },
    "analysis/compare.py": {
        10: "blocks of draws of which the paths are kept, a setting",
    },
    "analysis/drivers.py": {1e-12: "rounding of floats"},
    "analysis/readiness_value.py": {1e-9: "rounding of floats"},
    "analysis/choice.py": {
        0.005: "part of all value below which a choice is clear, a setting",
        2_000: "number of draws, a setting",
    },
    "analysis/frontier.py": {
        1e-4: "nearness of a share, a setting",
        1.5: "times the target beyond which a plan answers another question",
        16: "sizes that are tried of each pair, a setting",
    },
    "analysis/growth.py": {8: "sizes of a mix on the curve of a page, a setting"},
    "analysis/value_of_information.py": {
        20: "parts of a range within which a figure counts as known, a setting",
    },
    "analysis/lever_space.py": {
        9: "rounding of floats",
    },
    "analysis/reference_metrics.py": {
        0.5: "middle of a stratum",
        4: "quarters in a year",
        40: "quarters in the furthest look ahead",
    },
    "analysis/roadmap.py": {0.1: PERCENTILES, 0.9: PERCENTILES, 4: "quarters in a year"},
    "analysis/search.py": {
        1e-6: "rounding of whole euros, as a share of the target",
        0.02: "where a goal starts, for the user to change",
        0.5: "where a goal starts, for the user to change",
        95: "where a goal starts, for the user to change",
        100: "per cent",
        110: "end of a field",
        500: "number of draws, a setting",
    },
    "analysis/sizing.py": {
        50: "an even chance, a choice of the user",
        60: "steps of a search for a size, a setting",
        80: "a fair certainty, a choice of the user",
        100: "per cent",
        1_024: "sizes that are kept, a setting",
    },
    "analysis/target.py": {0.5: "amounts are shown in whole euros"},
    "analysis/sensitivity.py": {
        2.5: "end of the interval in which 95 of 100 resamples fall",
        97.5: "end of the interval in which 95 of 100 resamples fall",
        200: "resamples of a bootstrap, a setting",
    },
    "analysis/shares.py": {
        1e-12: "rounding of floats",
        2.5: "end of the interval in which 95 of 100 resamples fall",
        97.5: "end of the interval in which 95 of 100 resamples fall",
        200: "resamples of a bootstrap, a setting",
    },
    "analysis/turning.py": {
        4: "standard errors beyond which it is no chance, a setting",
        10: "parts of a range, a setting",
        11: "positions of a lever, a setting",
        1_000: "number of draws, a setting",
    },
    "readiness/answers.py": {3: "wrong values that fit in a message"},
    "readiness/cells.py": {3: "group of a pattern", 4: "group of a pattern"},
    "readiness/columns.py": {
        0.85: "likeness of a sentence that is worth telling of, a setting",
        20: "letters after which a text that was cut off is known, a setting",
    },
    "readiness/typing_errors.py": {
        0.8: "likeness of two words that differ by a typing error, a setting",
        4: "letters in a word that may hold a typing error, a setting",
    },
    "readiness/answer_layout.py": {12: "rows within which the names of columns stand, a setting"},
    "readiness/column_remarks.py": {
        200: "cells of a column that are looked at for persons, a setting",
    },
    "readiness/importing.py": {5: "answers from which it shows that teams are no teams, a setting"},
    "readiness/instrument.py": {5: "top of the answer scale"},
    "readiness/personal.py": dict.fromkeys(
        (3, 4, 5, 6, 7, 8, 9, 11), "the test that every citizen service number passes"
    ),
    "readiness/privacy.py": {9: "rounding of floats", 10: "roles to split, for speed"},
    "readiness/respondents.py": {
        0.01: "part of the answers beyond which it is another scale, a setting",
        0.2: "part of the answers beyond which words are unknown, a setting",
        3: "different answers without which equal rows may be of two people, a setting",
        8: "answers from which one voice is told of, a setting",
        16: "equal answers beyond which it is the same person, a setting",
    },
    "readiness/finished.py": {100: "per cent: all of it"},
    "readiness/opendocument.py": {20_000_000: "most cells, as a limit on what is read"},
    "readiness/repeats.py": {
        0.2: "part of the sheets beyond which it is the first measurement again, a setting",
        3: "different answers without which equal sheets may be of two people, a setting",
        8: "answers from which equal sheets are no chance, a setting",
    },
    "readiness/rounding.py": {0.5: "to the nearest step", 9: "rounding of floats"},
    "readiness/sheets.py": {
        500: "most columns, as a limit on what is read",
        1e6: "bytes in a megabyte",
        100_000_000: "most bytes, as a limit on what is read",
        1_000_000_000: "most bytes unpacked, as a limit on what is read",
    },
    "readiness/text_sheet.py": {
        4: "bytes of a mark at the start of a file",
        5: "where the mark ends in its first line",
        20: "rows from which the delimiter is told",
    },
    "readiness/survey_files.py": {
        3: "column in which the answers begin",
        28: "width of a column",
        5_000: "rows with a drop-down",
    },
    "readiness/wording.py": {5: "letters in the code of an answer in LimeSurvey"},
    "readiness/yardstick.py": {4: "sentences of which a member chooses one"},
    "readiness/agreement.py": {12: "the variance of answers at random is (options^2 - 1) / 12"},
    "readiness/arrays.py": {1e-12: "rounding of floats"},
    "readiness/differences.py": {
        0.05: "level of a test: one false alarm in twenty, a convention",
        0.975: "the end of a range of 19 in 20",
    },
    "readiness/omega.py": {
        0.005: "lower bound of a unique part, that of R's factanal",
        1e-9: "where the search stops",
        200: "most steps of the search",
    },
    "readiness/people.py": {
        0.025: "the ends of a range of 19 in 20",
        0.975: "see 0.025",
        2_000: "number of draws, a setting",
        32: "draws at a time, for speed",
    },
    "readiness/profile.py": {
        1e-9: "rounding of floats",
        4: "answers without which too little is known, a setting",
    },
    "readiness/quality.py": {3: "fewer items do not determine one factor"},
    "readiness/survey_profile.py": {
        0.1: "of the draws: how often a dimension is lowest before it is named, a setting",
        0.25: "the ends between which half of the people lie",
        0.75: "see 0.25",
    },
    "analysis/robustness.py": {0.9: PERCENTILES, 6: "number of a stream of chance, a setting"},
    "scoring/acceptability.py": {
        3: "number of axes",
        17: "binary digits of the cells in a block, for the cache",
    },
    "scoring/arrays.py": {
        3: "number of axes",
        13: "binary digits of a product that BLAS does in one thread",
        18: "see 13",
        20: "numbers that fit in a message",
        1e-9: "rounding of floats",
        1e-200: "smaller points are scaled first, so that none is lost",
    },
    "scoring/best_worst.py": {
        9: "top of the scale of comparisons",
        20: "numbers that fit in a message",
    },
    "scoring/group.py": {3: "number of axes"},
    "scoring/hierarchy.py": {0.03: "0.33 for a third and 0.14 for a seventh are rounding"},
    "scoring/topsis.py": {2_048: "sets of weights computed at a time, for the cache"},
    "scoring/criteria.py": {50: "middle of the scale of judgements", 100: "its top"},
    "scoring/ranking.py": {3: "number of axes", 10: PERCENTILES, 50: PERCENTILES, 90: PERCENTILES},
    "scoring/believe.py": {100: "points of a whole"},
    "scoring/values.py": {100: "end of the scale of judgements"},
    "simulation/chance.py": {
        4: "number of runs of joined blocks that are kept, a setting",
        8: "blocks whose draws are kept, a setting",
        16: "streams of chance that are kept, a setting",
        512: "quantities whose draws are kept, a setting",
    },
    "simulation/falling_back.py": {4: "quarters in a year"},
    "simulation/lattice.py": {
        11: "binary digits of the number of points in a block, for the cache",
        13: "a step of MurmurHash3",
        16: "a step of MurmurHash3",
        32: "binary digits of a word",
        0x9E3779B9: "keeps a zero from staying zero",
        0x85EBCA6B: "a step of MurmurHash3",
        0xC2B2AE35: "a step of MurmurHash3",
    },
    "simulation/maturity.py": {
        0.1: "the maturity curve is a logistic with 0 at the start",
        0.5: "middle of the scale 0 to 1",
        1.1: "see 0.1",
        3: "months in a quarter",
        4: "quarters in a year",
        10: "see 0.1",
        100: "see 0.1: 0.9 when ripe",
    },
    "simulation/lever_costs.py": {4: "quarters in a year"},
    "simulation/money.py": {4: "quarters in a year", 100: "a parameter is given per 100 FTE"},
    "simulation/outcomes.py": {0.01: "a cent", 4: "quarters in a year"},
    "simulation/positions.py": {8: "blocks whose figures are kept, a setting"},
    "simulation/removals.py": {4: "quarters in a year"},
    "simulation/rollout.py": {4_096: "curves that are kept, a setting"},
    "simulation/simulate.py": {
        3: "blocks of draws that a core takes at a time, a setting",
        16: "the smallest buffer",
        21: "binary digits of memory kept at hand",
    },
    "simulation/transition.py": {8: "ways of working that are kept, a setting"},
    "simulation/work.py": {100: "capacity is an index"},
    "uncertainty.py": {
        0.025: "the ends of a range of 19 in 20",
        0.5: "a square root",
        60: "steps until rounding is reached",
    },
}


def numbers_in(path: Path) -> set[float]:
    """The numbers that stand in the code of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if type(value) in (int, float)}


def numbers_with_meaning() -> Iterator[tuple[str, float]]:
    """Module and number, for all numbers that need a reason."""
    package = Path(selfmgmt.__file__).parent
    modules = [path for room in ROOMS for path in sorted((package / room).glob("*.py"))]
    for path in (*modules, package / "uncertainty.py"):
        for number in numbers_in(path) - STRUCTURE:
            yield path.relative_to(package).as_posix(), number


def test_numbers_in_code_have_a_reason() -> None:
    """Each number is in ``ALLOWED`` with why it is no finding; else it belongs in the ledger."""
    found = defaultdict(set)
    for module, number in numbers_with_meaning():
        found[module].add(number)
    assert dict(found) == {module: set(reasons) for module, reasons in ALLOWED.items()}
