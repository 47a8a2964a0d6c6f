"""What the reader must know before quoting a figure."""

from collections import Counter

import pytest

from selfmgmt.language import speaking
from selfmgmt.reference.municipalities import all_municipalities, find_municipality
from selfmgmt.reference.quality import finance_flags, quality_notes


def notes_of(name: str) -> str:
    """All notes of a municipality, in English, line by line."""
    with speaking("en"):
        return "\n".join(quality_notes(find_municipality(name)))


def test_how_often_each_check_fails() -> None:
    """The same municipalities as when the tables were made, by an independent sum."""
    found = Counter(flag for item in all_municipalities() for flag in finance_flags(item))
    assert found == {
        "payroll_share_shift": 14,
        "accounts_far_from_budget": 6,
        "overhead_high": 6,
        "cost_jump": 5,
        "cost_per_inhabitant_high": 5,
        "overhead_low": 2,
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Nijkerk", "Address density and urbanity are of 2021."),
        ("Loon op Zand", "no annual accounts of 2024 .* are of 2023"),
        ("Boxtel", "next to no staff of its own: own payroll is 1.4% of total cost in 2026"),
        ("Boxtel", "MijnGemeenteDichtbij is one organisation that works for Boxtel and"),
        ("Boxtel", "Overhead is only 2.1% of total cost"),
        ("Hardenberg", "Overhead is .*% of total cost; that is strikingly high"),
        ("Dalfsen", "Total cost went from .* to .* in one year .2024."),
        ("Ommen", "The accounts of 2024 .* are far from the budget of that year"),
        ("Hattem", "staff may have moved"),
        ("Vlieland", "Total cost is .* per inhabitant"),
        ("Amsterdam", "before the merger of 2022"),
        ("Dijk en Waard", "no figure on address density and urbanity"),
        ("Wijdemeren", "name of the organisation is not known"),
        ("Barendrecht", "employ their own staff again"),
    ],
)
def test_each_limit_is_said_in_a_sentence(name: str, words: str) -> None:
    """The sentence names the figure and the year."""
    import re

    assert re.search(words, notes_of(name))


def test_an_ordinary_municipality_has_only_the_year_of_its_density() -> None:
    """Nijkerk's filing passes every check."""
    assert len(quality_notes(find_municipality("Nijkerk"))) == 1


def test_every_municipality_has_notes_that_are_sentences() -> None:
    """No blanks, and each ends with a full stop."""
    for municipality in all_municipalities():
        assert all(
            note.strip() == note and note.endswith(".") for note in quality_notes(municipality)
        )
