"""Inhabitants year by year."""

from selfmgmt.reference.municipalities import all_municipalities
from selfmgmt.reference.population import population_history


def test_ten_years_in_order() -> None:
    """Nijkerk has a figure for each 1 January from 2017 to 2026."""
    assert [item.year for item in population_history("GM0267")] == list(range(2017, 2027))


def test_the_country_adds_up() -> None:
    """18,130,208 people lived in the Netherlands on 1 January 2026, says the CBS."""
    assert sum(item.inhabitants for item in all_municipalities()) == 18_130_208


def test_an_unknown_code_has_no_history() -> None:
    """Not known is empty, not an error."""
    assert population_history("GM9999") == ()
