"""What the annual accounts show of how the staff is spread."""

import pytest

from selfmgmt.language import speaking
from selfmgmt.reference.files import read_table
from selfmgmt.reference.finance import finance_history
from selfmgmt.reference.municipalities import all_municipalities, find_municipality
from selfmgmt.reference.shared import shared_organisation_of
from selfmgmt.reference.structure import (
    absence_ratio,
    overhead_payroll_share,
    social_domain_staff_share,
)


def members(*names: str):
    """The municipalities with these names."""
    return [find_municipality(name) for name in names]


def test_the_share_is_the_middle_of_three_accounts() -> None:
    """Nijkerk: own payroll on overhead by own payroll in 2022 to 2024, by hand from the table."""
    found = overhead_payroll_share(members("Nijkerk"))
    rows = [row for row in finance_history("GM0267") if row.report == "accounts"][-3:]
    by_hand = sorted(row.overhead_own_payroll_eur / row.own_payroll_eur for row in rows)
    assert found.estimate.central == pytest.approx(by_hand[1])
    assert found.estimate.central == pytest.approx(0.3554, abs=1e-4)
    assert found.estimate.high - found.estimate.central == pytest.approx(0.04)
    assert (found.years, found.problem) == ((2022, 2023, 2024), "")


def test_a_wide_span_makes_a_wide_range() -> None:
    """The margin is half of the span where that is more than 4 points: it holds all years."""
    wide = [
        one
        for one in all_municipalities()
        if (found := overhead_payroll_share([one])).estimate
        and found.estimate.high - found.estimate.central > 0.0401
        and len(found.years) == 3
    ]
    assert wide
    for one in wide:
        rows = [row for row in finance_history(one.code) if row.report == "accounts"][-3:]
        shares = [row.overhead_own_payroll_eur / row.own_payroll_eur for row in rows]
        estimate = overhead_payroll_share([one]).estimate
        assert estimate.high - estimate.low == pytest.approx(max(shares) - min(shares))


def test_two_accounts_say_so_and_are_wider() -> None:
    """A municipality that is new has fewer; each one that is missing costs 2 points."""
    few = [one for one in all_municipalities() if len(overhead_payroll_share([one]).years) == 2]
    assert few
    for one in few:
        found = social_domain_staff_share([one])
        if found.estimate:
            assert found.estimate.high - found.estimate.central >= 0.03
    with speaking("en"):
        assert "others are missing" in overhead_payroll_share(few).accounts


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Boxtel", "not on the payroll of the municipality itself"),
        ("Loon op Zand", "unusual in the filed figures of Loon op Zand"),
        ("Tiel", "between 15% and 55% is credible"),
        ("Almelo", "points between the years"),
    ],
)
def test_it_says_why_public_figures_cannot_carry_it(name: str, words: str) -> None:
    """No own payroll, a flag, a share that is not credible, and years that differ too much."""
    with speaking("en"):
        found = overhead_payroll_share(members(name))
    assert found.estimate is None
    assert words in found.problem


def test_most_municipalities_get_a_share_of_their_own() -> None:
    """All of them get a range or a reason; the ranges stay within what is credible."""
    found = [overhead_payroll_share([one]) for one in all_municipalities()]
    assert all((one.estimate is None) == bool(one.problem) for one in found)
    shares = [one.estimate.central for one in found if one.estimate]
    assert len(shares) > 342 * 2 / 3
    assert 0.15 <= min(shares) < 0.2
    assert 0.45 < max(shares) <= 0.55


def test_a_high_cost_per_inhabitant_is_no_reason() -> None:
    """Amsterdam and Vlieland cost much per inhabitant; how they split payroll is not odd for it."""
    assert overhead_payroll_share(members("Amsterdam")).estimate
    assert overhead_payroll_share(members("Vlieland")).estimate


def test_members_of_one_organisation_are_taken_together() -> None:
    """Where the centre employs all staff the parts and the wholes are added up, year by year."""
    shared = shared_organisation_of("GM0358")
    together = members(*shared.members)
    found = social_domain_staff_share(together)
    rows = [row for row in read_table("social_staff") if row["cbs_code"] in shared.members]
    by_year = {
        year: sum(float(row["social_domain_staff_cost_eur"]) for row in rows if row["year"] == year)
        / sum(float(row["staff_cost_eur"]) for row in rows if row["year"] == year)
        for year in ("2022", "2023", "2024")
    }
    assert found.estimate.central == pytest.approx(sorted(by_year.values())[1])
    assert found.estimate.low <= min(by_year.values())


def test_staff_cost_in_the_table_is_that_of_the_accounts() -> None:
    """The total of every row is own payroll and hired-in staff of the same accounts."""
    filed = {
        (row.cbs_code, row.year): row.own_payroll_eur + row.external_staff_eur
        for one in all_municipalities()
        for row in finance_history(one.code)
        if row.report == "accounts"
    }
    rows = read_table("social_staff")
    assert len({row["cbs_code"] for row in rows}) == 342
    for row in rows:
        assert filed[row["cbs_code"], int(row["year"])] == int(row["staff_cost_eur"])
        assert int(row["social_domain_staff_cost_eur"]) <= int(row["staff_cost_eur"])


def test_a_correction_that_was_filed_is_no_negative_share() -> None:
    """Some file a cost below nothing; a share is never less than none."""
    filed = [int(row["social_domain_staff_cost_eur"]) for row in read_table("social_staff")]
    found = [social_domain_staff_share([one]).estimate for one in all_municipalities()]
    assert min(filed) < 0
    assert min(estimate.low for estimate in found if estimate) == 0


def test_national_quartiles_are_those_of_the_table() -> None:
    """The range for those without a figure is the middle half of all municipalities."""
    from statistics import median, quantiles

    from selfmgmt.reference.settings import setting

    shares: dict[str, list[float]] = {}
    for row in read_table("social_staff"):
        part, whole = int(row["social_domain_staff_cost_eur"]), int(row["staff_cost_eur"])
        shares.setdefault(row["cbs_code"], []).append(part / whole)
    found = quantiles([median(one) for one in shares.values()], n=4)
    known = [setting(f"social_share_{end}") for end in ("low", "central", "high")]
    assert [round(value, 2) for value in found] == known


@pytest.mark.parametrize(
    ("names", "ratio"),
    [
        (["Vlieland"], 4.2 / 5.3),
        (["Urk"], 4.8 / 5.3),
        (["Ede"], 5.6 / 5.3),
        (["Amsterdam"], 5.6 / 5.3),
        (["Boxtel", "Sint-Michielsgestel"], 1),
    ],
)
def test_absence_follows_the_size(names: list[str], ratio: float) -> None:
    """Smaller municipalities had less of it; two that share one service count together."""
    assert absence_ratio(members(*names)) == pytest.approx(ratio)
