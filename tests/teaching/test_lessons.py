"""Lessons: solutions pass, wrong answers get the right hint, and both editions run."""

import re
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.reporting.engine.execute import execute
from selfmgmt.teaching.editions import (
    FOR_FACILITATOR,
    Edition,
    edition_of,
    edition_text,
    lessons,
)
from selfmgmt.teaching.exercises import check, load_exercises
from selfmgmt.teaching.slips import EXERCISES

SAVING = np.linspace(300_000, 900_000, 2_048)
CUT = np.linspace(55, 65, 2_000)
FIGURES: dict[str, dict[str, Any]] = {  # as they stand in the lessons
    "weight": {"points": [100, 60, 40]},
    "weakest": {"conditions": [0.7, 0.6, 0.2, 0.5]},
    "leak": {"own": 92, "demand": 98},
    "futures": {"saving": SAVING, "goal": 520_000},
    "dose": {"levels": [5, 3, 4, 2, 4, 3]},
    "maturing": {"imposed": 0.5, "coached": 0.6, "readiness": 0.4},
    "coaches": {"teams": 40, "scope": 0.7},
    "pairs": {"way": CUT + np.where(np.arange(2_000) % 10 < 7, 3, -1), "cut": CUT},
}
BY_HAND = {
    "weight": 60 / 200,
    "weakest": 0.7 * 0.2 + 0.3 * 0.5,
    "leak": 0.25 * 6,
    "futures": 36.67,
    "dose": (3.5 - 2) / (4.6 - 2),
    "maturing": 4 * 3.5 * (1 + 0.5 * 0.5 + 0.5 * 0.4) * (1 + 0.5 * 0.1),
    "coaches": 28 / 10,
    "pairs": 70,
}
CHECK = re.compile(r'check\("(\w+)",')
each_exercise = pytest.mark.parametrize("key", load_exercises())
each_lesson = pytest.mark.parametrize("name", lessons())


def exercises_in(name: str) -> list[str]:
    """The exercises of a lesson, in order."""
    cells = nbformat.read(lessons()[name], 4).cells
    return [found[1] for cell in cells if (found := CHECK.match(cell.source))]


def test_each_exercise_stands_in_one_lesson() -> None:
    """Every lesson has four, and none is left over."""
    found = {name: exercises_in(name) for name in lessons()}
    assert {len(exercises) for exercises in found.values()} == {4}
    assert [key for one in found.values() for key in one] == list(load_exercises())


@each_exercise
def test_the_right_answer_is_that_of_a_hand(key: str) -> None:
    """Within its rounding, and just outside it no more."""
    tolerance = load_exercises()[key].tolerance
    assert check(key, BY_HAND[key], **FIGURES[key]).right
    assert not check(key, BY_HAND[key] + 3 * tolerance, **FIGURES[key]).right


@each_exercise
def test_each_usual_slip_gets_its_own_hint(key: str) -> None:
    """Ten slips or more; what is said is of that slip alone, in both languages."""
    slips = EXERCISES[key](**FIGURES[key]).slips
    assert set(slips) == set(load_exercises()[key].slips)
    assert len(slips) >= 10
    for slip, value in slips.items():
        for language in LANGUAGES:
            with speaking(language):
                found = check(key, value, **FIGURES[key])
                assert (found.right, found.slip) == (False, slip)
                assert found.words == str(load_exercises()[key].slips[slip])


@each_exercise
@pytest.mark.parametrize("answer", [None, "0.3", float("nan"), [0.3], True, 1e9, -77.7])
def test_an_answer_that_is_no_slip_is_told_what_to_do(key: str, answer: object) -> None:
    """Never an error, never a mark."""
    found = check(key, answer, **FIGURES[key])
    assert not found.right
    assert found.slip == ""
    assert len(found.words) > 20
    assert found._repr_html_().startswith('<div class="note">')


@each_lesson
@pytest.mark.parametrize(
    ("edition", "language"),
    [
        ("facilitator", "nl"),
        ("participant", "en"),
        pytest.param("facilitator", "en", marks=pytest.mark.slow),
        pytest.param("participant", "nl", marks=pytest.mark.slow),
    ],
)
def test_both_editions_run(tmp_path: Path, name: str, edition: Edition, language: str) -> None:
    """The facilitator's with every answer right, the participant's with none given yet."""
    path = tmp_path / f"{name}.ipynb"
    path.write_text(edition_text(lessons()[name], edition, language), encoding="utf-8")
    executed = execute(path, {"draws": 500})
    told = [
        output["data"]["text/html"]
        for cell in executed.cells
        if cell.cell_type == "code" and cell.source.startswith("check(")
        for output in cell.outputs
    ]
    assert len(told) == len(exercises_in(name))
    kind = "summary" if edition == "facilitator" else "note"
    assert [words.startswith(f'<div class="{kind}">') for words in told] == [True] * len(told)


@each_lesson
def test_participants_see_no_solution(name: str) -> None:
    """Nothing of the facilitator's is left in their edition, and all else is."""
    source = nbformat.read(lessons()[name], 4)
    whole = edition_of(source, "facilitator", "nl").cells
    theirs = edition_of(source, "participant", "nl").cells
    kept = {cell.id for cell in theirs}
    dropped = [cell for cell in whole if cell.id not in kept]
    assert all(FOR_FACILITATOR & set(cell.metadata.get("tags", [])) for cell in dropped)
    assert len(dropped) >= 2 * len(exercises_in(name))
    assert not [cell for cell in theirs if "Oplossing" in cell.source]
