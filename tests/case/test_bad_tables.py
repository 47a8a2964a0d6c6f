"""Bad tables of weights, criteria and options, in YAML and in a workbook: one clear message each.

Each kind is a path in the case and what stands there; both files get it, each in its own way.
"""

import io
import json
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from selfmgmt.case import Case
from selfmgmt.case.document import SCHEMA
from selfmgmt.case.workbook import read_workbook
from selfmgmt.case.workbook_text import workbook_bytes
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.errors import InputError
from selfmgmt.language import speaking

GREEN = {"label": "Green", "at_0": "none", "at_50": "some", "at_100": "much"}
SWING = {"method": "swing", "points": {"net_saving": 100, "closeness": 40}}
BEST_WORST = {
    "method": "best_worst",
    "best": "net_saving",
    "worst": "closeness",
    "best_to_others": {"closeness": 8, "absence": 2},
    "others_to_worst": {"net_saving": 8, "absence": 5},
}
PAIRS = {
    "method": "pairs",
    "pairs": {"net_saving": {"closeness": 3, "absence": 2}, "absence": {"closeness": 2}},
}
START: dict[str, Any] = {
    "name": "Urk",
    "municipalities": "Urk",
    "options": {"mine": {"label": "Mine"}},
    "criteria": {"green": GREEN},
    "judgements": {"green": {"mine": 40}},
    "weights": {"teams": {"green": 3, "net_saving": 5}},
    "voices": {"council": {"A": SWING, "B": BEST_WORST, "C": PAIRS}},
}
CASE = Case.model_validate(START)

KINDS: dict[str, tuple[str, object, str]] = {
    "weights of nobody": ("weights.mayor.net_saving", 5, "'mayor' is not known"),
    "weights on nothing": ("weights.teams.happiness", 5, "'happiness' is not known"),
    "weights mistyped": ("weights.teams.net_savings", 5, "did you mean net_saving"),
    "weights on the means": ("weights.teams.zelfsturing", 5, "a means, not a goal"),
    "weights below 0": ("weights.teams.net_saving", -1, "0 to 1,000"),
    "weights too large": ("weights.teams.net_saving", 1001, "0 to 1,000"),
    "weights in words": ("weights.teams.net_saving", "lots", "'lots' is not a number"),
    "weights read in two ways": ("weights.teams.net_saving", "1.250", "two ways"),
    "weights endless": ("weights.teams.net_saving", "inf", "'inf' is not a number"),
    "voice with a name": ("voices.council.Jan.method", "swing", "one capital letter"),
    "voice by no method": ("voices.council.A.method", "guess", "'guess' is not known"),
    "voice by a mistyped method": ("voices.council.A.method", "swin", "did you mean swing"),
    "voice with another field": ("voices.council.A.weight", 3, "'weight' is not known"),
    "voice with an order too": ("voices.council.A.order", "absence", "does not use this"),
    "voice on nothing": ("voices.council.A.points.happiness", 5, "'happiness' is not known"),
    "voice on the means": ("voices.council.A.points.self_steering", 5, "a means, not a goal"),
    "voice below 0": ("voices.council.A.points.net_saving", -2, "-2 is outside"),
    "voice in words": ("voices.council.A.points.net_saving", "most", "'most' is not a number"),
    "comparison beyond 9": ("voices.council.B.best_to_others.absence", 12, "1 to 9"),
    "comparison of 0": ("voices.council.B.others_to_worst.absence", 0, "1 to 9"),
    "comparison missing": ("voices.council.B.best_to_others.payback", 2, "lacks payback"),
    "comparison larger than the ends": ("voices.council.B.others_to_worst.absence", 9, "largest"),
    "ends compared twice": ("voices.council.B.others_to_worst.net_saving", 7, "same figure in"),
    "best is worst": ("voices.council.B.worst", "net_saving", "both best and worst"),
    "worst unknown": ("voices.council.B.worst", "closenes", "did you mean closeness"),
    "pair both ways": ("voices.council.C.pairs.closeness.absence", 2, "2 times"),
    "pair not compared": ("voices.council.C.pairs.absence.payback", 2, "compared 0 times"),
    "pair beyond 9": ("voices.council.C.pairs.absence.closeness", 10, "1 to 9"),
    "pair of nothing": ("voices.council.C.pairs.absence.mood", 2, "'mood' is not known"),
    "criterion is the means": ("criteria.green.label", "Meer zelfsturing", "means, not a goal"),
    "criterion neither way": ("criteria.green.better", "same", "choose from: higher, lower"),
    "criterion with a weight": ("criteria.green.weight", 3, "'weight' is not known"),
    "criterion text too long": ("criteria.green.at_0", "x" * 201, "at most 200"),
    "judged by the model": ("judgements.net_saving.mine.central", 5, "'net_saving' is not"),
    "judged beyond 100": ("judgements.green.mine.central", 120, "0 to 100"),
    "judged below 0": ("judgements.green.mine.central", -1, "0 to 100"),
    "judged in words": ("judgements.green.mine.central", "good", "'good' is not a number"),
    "judged option unknown": ("judgements.green.yours.central", 5, "'yours' is not known"),
    "option lever unknown": ("options.mine.speed", 3, "'speed' is not known"),
    "option based on nothing": ("options.mine.based_on", "plan_a", "'plan_a' is not known"),
    "option lever in words": ("options.mine.scope", "all", "'all' is not a number"),
    "option share too large": ("options.mine.frames", "150%", "0% to 100%"),
    "option not of the list": ("options.mine.team_basis", "tasks", "did you mean task"),
    "option beyond the law": ("options.mine.autonomy.budget", 7, "goes too far"),
    "option half yes": ("options.mine.greenfield", "maybe", "'maybe'"),
    "option half a quarter": ("options.mine.rollout_quarters", "2,5", "not a whole number"),
}
"""Kind to where it stands, what stands there, and words of the message."""

YAML_ONLY: dict[str, tuple[str, object, str]] = {
    "weights in a list": ("weights", [1, 2], "no set of fields"),
    "weights all 0": ("weights.teams", {"net_saving": 0}, "all points are 0"),
    "weights are a number": ("weights.teams", 5, "no set of fields"),
    "voice of nobody": ("voices.mayor", {"A": SWING}, "'mayor' is not known"),
    "voices in a list": ("voices.council", [SWING], "no set of fields"),
    "voice is a number": ("voices.council.A", 5, "no set of fields"),
    "voice without a method": ("voices.council.A", {"points": {"absence": 1}}, "this is missing"),
    "voice without answers": ("voices.council.A", {"method": "swing"}, "needs points"),
    "voice with all points 0": (
        "voices.council.A",
        {"method": "swing", "points": {"absence": 0}},
        "all points are 0",
    ),
    "order with a twin": (
        "voices.council.A",
        {"method": "order", "order": ["absence", "absence"]},
        "absence stands in the order twice",
    ),
    "order of nothing": ("voices.council.A", {"method": "order", "order": []}, "needs order"),
    "order of a mistake": (
        "voices.council.A",
        {"method": "order", "order": ["absense"]},
        "did you mean absence",
    ),
    "pair with itself": (
        "voices.council.A",
        {"method": "pairs", "pairs": {"absence": {"absence": 1}}},
        "no pair",
    ),
    "criterion known already": ("criteria", {"green": GREEN, "payback": GREEN}, "already"),
    "criterion key with capitals": ("criteria", {"green": GREEN, "Rust": GREEN}, "cannot be a key"),
    "criterion key is the means": (
        "criteria",
        {"green": GREEN, "self_steering": GREEN},
        "a means, not a goal",
    ),
    "criterion without a name": (
        "criteria.green",
        {key: GREEN[key] for key in GREEN if key != "label"},
        "this is missing",
    ),
    "criterion without an anchor": (
        "criteria.green",
        {key: GREEN[key] for key in GREEN if key != "at_50"},
        "this is missing",
    ),
    "criterion is a text": ("criteria.green", "Green", "no set of fields"),
    "criteria in a list": ("criteria", [], "no set of fields"),
    "judgement upside down": (
        "judgements.green.mine",
        {"low": 9, "central": 5, "high": 7},
        "not in rising order",
    ),
    "option key with capitals": ("options", {"Plan B": {}, "mine": {}}, "cannot be a key"),
    "doing nothing does something": (
        "options",
        {"do_nothing": {"scope": 0.5}, "mine": {}},
        "do_nothing changes nothing",
    ),
}


def faults_of(read: Any, content: bytes) -> tuple[str, ...]:
    """The faults in the content of a file."""
    with speaking("en"), pytest.raises(InputError) as caught:
        read(content).case()
    return caught.value.faults


def changed(path: str, value: object) -> bytes:
    """The case as plain YAML with another value at ``path``."""
    written = deepcopy(START)
    inner, steps = written, path.removesuffix(".central").split(".")
    for step in steps[:-1]:
        inner = inner.setdefault(step, {})
    inner[steps[-1]] = value
    if steps[0] == "criteria" and isinstance(value, list):  # nothing can use them any more
        written["judgements"] = written["weights"] = None
    plain = json.loads(json.dumps({"schema": SCHEMA, **written}))  # or equal parts become anchors
    return yaml.safe_dump(plain, sort_keys=False).encode()


@cache
def workbook() -> bytes:
    """The case as a workbook in English."""
    with speaking("en"):
        return workbook_bytes(CASE)


def filled(path: str, value: object) -> bytes:
    """The case as a workbook with another value in the cell of ``path``, that may be new."""
    book = load_workbook(io.BytesIO(workbook()))
    sheet, *steps = path.split(".")
    page = next(page for page in book if page["A1"].value == sheet)
    if sheet == "judgements":
        row, column = ".".join(steps[:-1]), steps[-1]
    else:
        size = 2 if sheet == "voices" else 1
        row, column = ".".join(steps[size:]), ".".join(steps[:size])
    rows = {cell.value: cell.row for cell in page["A"] if cell.value}
    columns = {cell.value: cell.column for cell in page[1] if cell.value}
    at = rows.get(row, page.max_row + 1), columns.get(column, page.max_column + 1)
    page.cell(at[0], 1).value, page.cell(1, at[1]).value = row, column
    page.cell(*at).value = value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_the_table_without_faults_is_a_case() -> None:
    """What the bad ones differ from is good, in both files."""
    assert read_yaml(changed("name", "Urk")).case() == CASE
    assert read_workbook(filled("options.mine.label", "Mine")).case() == CASE
    assert len(KINDS | YAML_ONLY) == len(KINDS) + len(YAML_ONLY) >= 60


@pytest.mark.parametrize("kind", [*KINDS, *YAML_ONLY])
def test_in_yaml(kind: str) -> None:
    """One message, with the line."""
    path, value, words = (KINDS | YAML_ONLY)[kind]
    (fault,) = faults_of(read_yaml, changed(path, value))
    assert fault.startswith("line ")
    assert words in fault


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_workbook(kind: str) -> None:
    """One message, with the sheet and the cell."""
    path, value, words = KINDS[kind]
    (fault,) = faults_of(read_workbook, filled(path, value))
    assert fault.startswith("sheet ")
    assert words in fault
