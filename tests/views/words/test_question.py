"""The cut, and whether it closes."""

from dataclasses import replace

from selfmgmt.analysis.bands import Band
from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.question import closing_sentences, target_sentence


def with_chances(comparison, chance, gap):
    """The comparison as if each option that saves had this chance and this gap."""
    return replace(
        comparison,
        options={
            key: replace(
                option,
                target_met_probability=chance,
                outcomes=option.outcomes | {"gap_eur": gap},
            )
            for key, option in comparison.options.items()
        },
    )


def test_a_cut_in_per_cent_says_of_what(comparison):
    """And what that comes to in euros."""
    with speaking("en"):
        words = target_sentence(comparison)
    assert "5% of staff cost (payroll and hired-in staff), " in words
    assert "€" in words
    assert "quarter 8" in words


def test_a_cut_in_euros_is_just_that():
    """No percentage, and no range."""
    case = {"name": "Nijkerk", "municipalities": "Nijkerk", "question": {"saving_target": 1e6}}
    with speaking("en"):
        words = target_sentence(compare(Case.model_validate(case), draws=100, seed=1))
    assert words.startswith("The organisation has to save €")
    assert "staff cost" not in words


def as_described(comparison):
    """The same, as if every option were as large as it was written down."""
    return replace(comparison, sizing=replace(comparison.sizing, size="described"))


def test_at_equal_money_it_is_told_who_does_not_get_there(comparison):
    """No chance is told, since options were sized to it; what stays short is named with how far."""
    short = replace(comparison.options["vanguard_first"], reach=0.62)
    with speaking("en"):
        first, second = closing_sentences(
            replace(comparison, options=comparison.options | {"vanguard_first": short})
        )
    assert first.startswith("2 of 3 options get there in 50 of 100")
    assert second == f"Not far enough, however much goes: {short.label} (62%)."


def test_a_gap_that_stays_open_is_told(comparison):
    """With small chances the cut does not close, and what is missing is named."""
    gap = Band(p10=200_000, p50=500_000, p90=900_000)
    with speaking("en"):
        first, second = closing_sentences(as_described(with_chances(comparison, 0.1, gap)))
    assert "does not close" in first
    assert "10%" in second
    assert "500,000" in second
    assert "200,000" in second


def test_a_cut_that_closes_is_told(comparison):
    """With large chances all options count, and no gap is left at the middle."""
    gap = Band(p10=-900_000, p50=-500_000, p90=100_000)
    with speaking("en"):
        first, second = closing_sentences(as_described(with_chances(comparison, 0.9, gap)))
    assert "at least an even chance" in first
    assert second.endswith("the cut closes.")
