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


def test_a_gap_that_stays_open_is_told(comparison):
    """With small chances the cut does not close, and what is missing is named."""
    gap = Band(p10=200_000, p50=500_000, p90=900_000)
    with speaking("en"):
        first, second = closing_sentences(with_chances(comparison, 0.1, gap))
    assert "does not close" in first
    assert "10%" in second
    assert "500,000" in second
    assert "200,000" in second


def test_a_cut_that_closes_is_told(comparison):
    """With large chances all options count, and no gap is left at the middle."""
    gap = Band(p10=-900_000, p50=-500_000, p90=100_000)
    with speaking("en"):
        first, second = closing_sentences(with_chances(comparison, 0.9, gap))
    assert "at least an even chance" in first
    assert second.endswith("the cut closes.")
