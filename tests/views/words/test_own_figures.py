"""How figures of one's own are told: what was read, whether it looks likely, what it brings."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.compare import OptionComparison, compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.baseline import KnownFigure
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.views.words.own_figures import (
    expected,
    filled_sentence,
    narrowing_sentences,
    read_as,
    remark,
)

LIKELY = KnownFigure(
    estimate=Estimate(low=300, central=400, high=500), origin="public", source="CBS"
)
FILED = KnownFigure(
    estimate=Estimate(low=0.2, central=0.2, high=0.2), origin="public", source="CBS"
)


@pytest.mark.parametrize("key", list(OwnFigures.model_fields))
def test_every_figure_can_be_read_out(key: str) -> None:
    """With its unit, as one figure and as a range."""
    limits = {"low": 0.05, "central": 0.06, "high": 0.07}
    with speaking("en"):
        assert "middle" in read_as(key, Estimate(**limits))
        assert "middle" not in read_as(key, Estimate.model_validate(0.06))


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        (5_000, "about 10 times the highest"),
        (1_250, "about 2.5 times the highest"),
        (1_000, ""),
        (250, ""),
        (150, ""),
        (149, "far less than the lowest"),
        (0, "far less than the lowest"),
    ],
)
def test_only_what_is_far_off_gets_a_remark(own: float, sentence: str) -> None:
    """More than twice the highest or less than half of the lowest."""
    with speaking("en"):
        found = remark("fte", Estimate.model_validate(own), LIKELY)
    assert sentence in found
    assert bool(found) == bool(sentence)


def test_what_is_expected_has_its_range() -> None:
    """A range when there is one, the figure alone when it was filed."""
    with speaking("en"):
        assert expected("fte", LIKELY) == "400 (300 to 500)"
        assert expected("hire_share", FILED) == "20.0%"


def test_counting_speaks_in_one_and_many() -> None:
    """One figure is, two are."""
    with speaking("en"):
        assert filled_sentence(1, 8) == "1 of 8 figures is your own."
        assert filled_sentence(2, 8) == "2 of 8 figures are your own."


def comparison(**own: object) -> OptionComparison:
    """One option of Amersfoort, with some figures known."""
    case = Case.model_validate(
        {
            "name": "Amersfoort",
            "municipalities": "Amersfoort",
            "organisation": own,
            "options": {"fewer_managers_only": None},
        }
    )
    return compare_options(study_of(case), draws=2_000, seed=1)


def test_knowing_makes_the_range_narrower() -> None:
    """The share of managers is what this option cuts."""
    with speaking("en"):
        (sentence,) = narrowing_sentences(comparison(), comparison(manager_share="5,5%"))
    assert "narrower" in sentence


def test_knowing_less_makes_it_wider() -> None:
    """A range of one's own may be wider than that of the ledger."""
    own = {"low": "1%", "central": "5,5%", "high": "20%"}
    with speaking("en"):
        (sentence,) = narrowing_sentences(comparison(), comparison(manager_share=own))
    assert "wider" in sentence


def test_what_does_not_matter_changes_hardly_anything() -> None:
    """The same organisation, the same ranges."""
    with speaking("en"):
        assert narrowing_sentences(comparison(), comparison()) == [
            "Your own figures hardly change how wide the ranges are."
        ]


@pytest.mark.parametrize(("times", "sentence"), [(0.5, "50% lower"), (2, "100% higher")])
def test_a_smaller_organisation_knows_nothing_more(times: float, sentence: str) -> None:
    """All amounts are half as large, and that is what is told; the range is no narrower for it."""
    public = comparison()
    figures = public.study.organisation
    central = figures.cost_per_fte.estimate.central * times
    known = replace(figures.cost_per_fte, estimate=Estimate.model_validate(central))
    options = {
        key: replace(
            one,
            outcomes={
                name: replace(
                    band, p10=times * band.p10, p50=times * band.p50, p90=times * band.p90
                )
                for name, band in one.outcomes.items()
            },
        )
        for key, one in public.options.items()
    }
    own = replace(
        public,
        options=options,
        study=replace(public.study, organisation=replace(figures, cost_per_fte=known)),
    )
    with speaking("en"):
        hardly, moved = narrowing_sentences(public, own)
    assert "hardly" in hardly
    assert sentence in moved
