"""The notebooks that teach: they run with other figures too, and agree with the plain twin."""

import ast
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from selfmgmt.reporting.engine.execute import execute
from selfmgmt.workspace.server.pages import notebooks_that_teach

NOTEBOOKS = notebooks_that_teach()
ROOT = Path(__file__).parents[1]
TO_CHANGE = re.compile(r"^(\w+) = ([^#]+?)(  # .*: change this .*)$", re.MULTILINE)
FEWEST_EXERCISES = 3
OTHER_LINES = {
    "takes": "3",
    "readiness": "0.1",
    "staffing": "1",
    "coaches": '"150%"',
    "control": '"90%"',
    "support_after": '"50%"',
    "tasks_dropped": "0.2",
    "condition": "0.1",
    "begins": "4",
    "frames": '"100%"',
    "breadth": "1.5",
    "imposed": '"0%"',
    "how": '"redundancy"',
    "largest": "3.5",
    "worst": "95",
    "points": "[10, 60, 40, 90]",
    "times": "3.0",
    "heavier": "0.2",
    "close": "200",
    "second": "2",
    "without": "3",
    "strict": "0.05",
    "behind": "1",
    "judges": "2",
    "sheets": "100",
    "furthest": "0.6",
    "options": "9",
    "highest": "11",
    "fewer": "30",
    "strongest": "0.4",
}
IN_SURVEY = {"largest": "1.1", "heavier": "1.7"}
IN_MODEL = {"points": "32", "times": "0.3"}
RUNS: dict[str, list[dict[str, Any]]] = {
    "90_model": [
        {},
        {"municipality": "Vlieland", "language": "en", "option": "vanguard_first", "factor": 1.2},
        {"municipality": "GM0363", "option": "within_frames", "factor": 0.0, "seed": 9},
    ],
    "91_weigh": [
        {"draws": 500},
        {"municipality": "Urk", "language": "en", "profile": "staff_first", "draws": 300},
    ],
    "92_survey": [
        {"resamples": 300},
        {"language": "en", "dimension": "ownership", "seed": 7, "resamples": 200},
    ],
}
TWIN = f"""
import sys
from itertools import islice
sys.path.insert(0, {str(ROOT)!r})
from tests.simulation.plain_model import Twin, plain_draws
found = {{
    "capacity": [(one.removals.plan, one.capacity) for one in (run.work, new.work, work)],
    "mature": [(one.plan, one.progress.mature) for one in (run, new)],
    "satisfaction": [(one.plan, one.people.satisfaction) for one in (run, new)],
    "steerability": [(one.plan, one.people.steerability) for one in (run, new)],
    "net": [(one.removals.plan, one.net) for one in (run.money, money)],
}}
compared = 0
for place, (drawn, luck) in enumerate(islice(plain_draws(study.inputs, chance), 3)):
    for key, pairs in found.items():
        for one, path in pairs:
            twin = Twin(one, drawn, luck, study.inputs.effects, quarters,
                        study.inputs.inhabitants, question.due_quarter, 1.0)
            plain = [getattr(twin.state(quarter), key) for quarter in range(quarters + 1)]
            np.testing.assert_allclose(path[:, place], plain, rtol=1e-9, atol=1e-6)
            compared += 1
compared
"""

WEIGHED = """
plain = [
    [sum(w * v for w, v in zip(weights.tolist(), row)) for row in draw]
    for draw in values[:50].tolist()
]
np.testing.assert_allclose(value[:50], plain, rtol=1e-12)
first = [names[row.index(max(row))] for row in value.tolist()]
np.testing.assert_allclose(leads, [100 * first.count(name) / len(first) for name in names])
gap = np.subtract(*(np.dot(mean[performance.options.index(key)], weights)
                    for key in (order[0], order[second])))
np.testing.assert_allclose(sum(parts.values()), gap, atol=1e-12)
ranks, judged = places.sum(axis=0), len(places)
agreed = 12 * ((ranks - ranks.mean()) ** 2).sum() / judged**2 / (len(names)**3 - len(names))
np.testing.assert_allclose(kendall_w(places), agreed)
assert (weights >= least - 1e-9).all() and (weights <= most + 1e-9).all()
"the same"
"""

SURVEYED = """
whole = [row for row in scored(answers)[:, columns].tolist() if all(cell == cell for cell in row)]
def variance(values):
    middle = sum(values) / len(values)
    return sum((one - middle) ** 2 for one in values) / (len(values) - 1)
k = len(columns)
by_hand = k / (k - 1) * (1 - sum(map(variance, zip(*whole))) / variance(list(map(sum, whole))))
np.testing.assert_allclose(alpha[0], by_hand)
people = {}
for name, score in zip(teams.tolist(), person.tolist()):
    if score == score:
        people.setdefault(name, []).append(score)
n, every = len(people), sum(people.values(), [])
within = sum(variance(one) * (len(one) - 1) for one in people.values()) / (len(every) - n)
grand = sum(every) / len(every)
between = sum(len(one) * (sum(one) / len(one) - grand) ** 2 for one in people.values()) / (n - 1)
size = len(every) / n
np.testing.assert_allclose(icc1[0], (between - within) / (between + (size - 1) * within))
np.testing.assert_allclose(icc2[0], (between - within) / between)
null = (options**2 - 1) / 12
np.testing.assert_allclose(
    other, [max(0, 1 - variance(one) / null) for _name, one in sorted(people.items())])
worth = [(one.central - 1) / 4 for key, one in found.scores.items() if key != "frameworks"]
mean = sum(worth) / len(worth)
np.testing.assert_allclose(
    rho, [one * min(worth) + (1 - one) * mean for one in beta.tolist()])
assert all(one.respondents >= least for floor, each in zip(floors, published)
           for one in each.scores for least in [min(floor, 5)])
"the same"
"""

BY_HAND = {"91_weigh": WEIGHED, "92_survey": SURVEYED}
"""Values, first places, reasons and agreement; alpha, ICC, agreement and readiness."""


def notebook_with(tmp_path: Path, name: str, *cells: str, changed: bool = False) -> Path:
    """A copy of a notebook with cells behind it, and with other figures in its lines to change."""
    notebook = nbformat.read(NOTEBOOKS[name], 4)
    other = OTHER_LINES | {"90_model": IN_MODEL, "92_survey": IN_SURVEY}.get(name, {})
    for cell in notebook.cells if changed else []:
        if cell.cell_type == "code":
            cell.source = TO_CHANGE.sub(
                lambda line: f"{line[1]} = {other[line[1]]}{line[3]}", cell.source
            )
    notebook.cells += [nbformat.v4.new_code_cell(source) for source in cells]
    nbformat.write(notebook, tmp_path / f"{name}.ipynb")
    return tmp_path / f"{name}.ipynb"


def codes(name: str) -> list[str]:
    """The code cells that draw."""
    cells = nbformat.read(NOTEBOOKS[name], 4).cells
    return [cell.source for cell in cells if cell.cell_type == "code" and "show(" in cell.source]


def prose(name: str, language: str) -> str:
    """All text in one language."""
    cells = nbformat.read(NOTEBOOKS[name], 4).cells
    return "\n".join(c.source for c in cells if c.metadata.get("tags") == [f"lang-{language}"])


@pytest.mark.parametrize("run", [0, *(pytest.param(run, marks=pytest.mark.slow) for run in (1, 2))])
def test_the_model_in_the_notebook_is_that_of_the_plain_twin(tmp_path: Path, run: int) -> None:
    """With its own figures and with others: paths of the cells equal the equations in loops."""
    path = notebook_with(tmp_path, "90_model", TWIN, changed=run > 0)
    executed = execute(path, RUNS["90_model"][run])
    (last,) = executed.cells[-1].outputs
    assert last.data["text/plain"] == "33"
    for cell in executed.cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                assert ": " in output.metadata["image/png"]["alt"]


@pytest.mark.parametrize(
    ("name", "run"),
    [
        pytest.param("91_weigh", 0, marks=pytest.mark.slow),
        ("91_weigh", 1),
        ("92_survey", 0),
        pytest.param("92_survey", 1, marks=pytest.mark.slow),
    ],
)
def test_what_a_notebook_computes_is_that_of_its_formulas(
    tmp_path: Path, name: str, run: int
) -> None:
    """With its own figures and with others: each computed by hand once more."""
    path = notebook_with(tmp_path, name, BY_HAND[name], changed=run > 0)
    executed = execute(path, RUNS[name][run])
    (last,) = executed.cells[-1].outputs
    assert last.data["text/plain"] == "'the same'"


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_each_picture_has_one_line_to_change(name: str) -> None:
    """A short cell: one picture, one line to change, and no more than fits beside an equation."""
    for source in codes(name):
        assert len(TO_CHANGE.findall(source)) == 1, source
        assert source.count("show(") == 1
        imports = [node for node in ast.parse(source).body if isinstance(node, ast.ImportFrom)]
        assert len(ast.parse(source).body) - len(imports) <= 8


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_exercises_have_a_folded_answer(name: str, language: str) -> None:
    """At least three, in both languages, and every formula is closed."""
    text = prose(name, language)
    assert text.count("<details><summary>") == text.count("</details>") >= FEWEST_EXERCISES
    assert text.count("$$") % 2 == 0
    assert text.replace("$$", "").count("$") % 2 == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_equation_of_the_model_has_its_place(language: str) -> None:
    """E1 to E14 in order, each as a formula."""
    sections = prose("90_model", language).split("\n## ")[1:]
    numbered = [one for one in sections if re.match(r"E\d+ ", one)]
    assert [one.split(" ")[0] for one in numbered] == [f"E{place}" for place in range(1, 15)]
    assert [one for one in numbered if one.count("$") < 2] == []
