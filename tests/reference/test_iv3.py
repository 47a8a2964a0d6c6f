"""Adding up Iv3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.reference.files import codebook
from selfmgmt.reference.iv3 import SUMS, TITLE, add_up

filings = st.one_of(st.none(), st.integers(-10_000, 10_000), st.just(-99998))


def row(field: str, category: str, second: object, first: object = None) -> dict[str, object]:
    """One row of Nijkerk."""
    return {
        "Gemeenten": "GM0267",
        "TaakveldBalanspost": field,
        "Categorie": category,
        "k_1ePlaatsing_1": first,
        "k_2ePlaatsing_2": second,
    }


def test_the_sums_are_columns_of_the_table() -> None:
    """What is added up has a place to go."""
    assert set(SUMS) <= set(codebook()["finance_history"])


@pytest.mark.parametrize(
    ("second", "first", "amount"),
    [(5, 7, 5_000), (-99998, 7, 7_000), (None, 7, 7_000), ("  5.0", 7, 5_000), (0, 7, 0)],
)
def test_second_filing_before_first(second: object, first: object, amount: int) -> None:
    """No figure is not zero, and zero is a figure."""
    assert add_up([row("2.1", "L3.8", second, first)])["GM0267"]["total_cost_eur"] == amount


def test_no_figure_at_all_is_no_row() -> None:
    """A municipality that filed nothing is not there."""
    assert add_up([row("2.1", "L3.8", None, -99998)]) == {}


@given(st.lists(st.tuples(st.sampled_from(["0.1", "0.4", "6.1", "8.3"]), filings), max_size=9))
def test_parts_add_up_to_the_whole(filed: list[tuple[str, int | None]]) -> None:
    """Governance, overhead, social domain and the rest are total cost."""
    rows = [row(field, "L3.8", amount) for field, amount in filed]
    rest = sum(n for field, n in filed if field == "8.3" and n not in (None, -99998))
    for sums in add_up(rows).values():
        parts = sums["governance_eur"] + sums["overhead_eur"] + sums["social_domain_eur"]
        assert sums["total_cost_eur"] == parts + 1000 * rest


def test_only_the_tables_of_municipalities() -> None:
    """Provinces file Iv3 as well."""
    assert TITLE.fullmatch("Gemeenten 2027 onbewerkte Iv3-data")
    assert not TITLE.fullmatch("Provincies 2027 onbewerkte Iv3-data")
