from math import isnan

import pytest

from selfmgmt.readiness.cells import read_cell
from selfmgmt.readiness.wording import both, load_survey


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1", 1),
        (" 5 ", 5),
        ("4,0", 4),
        ("4.00", 4),
        ("+3", 3),
        ("HELEMAAL MEE EENS", 5),
        ("Mee oneens.", 2),
        ("Strongly agree", 5),
        ("neutraal", 3),
        ("eens", 4),
        ("4 - Mee eens", 4),
        ("Mee eens (4)", 4),
        ("5. Strongly agree", 5),
        ("Mee\N{NO-BREAK SPACE}eens", 4),
    ],
)
def test_answers(written: str, value: int) -> None:
    """Numbers and words in either language, as tools and people write them."""
    assert read_cell(written) == (value, "")


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ("", "open"),
        ("-", "open"),
        ("N/A", "open"),
        ("weet niet", "dont_know"),
        ("n.v.t.", "dont_know"),
        ("Don't know", "dont_know"),
        ("Don’t know", "dont_know"),
        ("DK", "dont_know"),
        ("0", "outside"),
        ("6", "outside"),
        ("-1", "outside"),
        ("3,5", "between"),
        ("2 - Mee eens", "unreadable"),
        ("AO04", "unreadable"),
        ("soms wel, soms niet", "unreadable"),
        ("2026-05-04", "unreadable"),
    ],
)
def test_what_is_no_answer(written: str, note: str) -> None:
    """It has no value, and says why; a number that contradicts its words is not guessed."""
    cell = read_cell(written)
    assert isnan(cell.value)
    assert cell.note == note


def test_every_word_means_one_thing() -> None:
    """No word stands for two steps of the scale, or for a step and for not knowing."""
    survey = load_survey()
    spellings = [words.spellings() for words in (*survey.scale.values(), survey.dont_know)]
    assert sum(map(len, spellings)) == len(set().union(*spellings))


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_labels_are_read_back(step: int) -> None:
    """What the scan offers, the import knows, in both languages."""
    assert {read_cell(text).value for text in both(load_survey().scale[step].label)} == {step}
