"""The workbook with outcomes: every figure that of the comparison, and what must add up does."""

from io import BytesIO

import pandas as pd
import pytest

from selfmgmt.analysis.compare import compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.case import new_case
from selfmgmt.language import speaking
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.outcomes_book import outcomes_book


@pytest.fixture(scope="module")
def comparison():
    """Urk with all named options."""
    return compare_options(study_of(new_case(["Urk"])), draws=200, seed=1)


@pytest.fixture(scope="module")
def sheets(comparison):
    """The workbook as Excel would read it."""
    with speaking("en"):
        return pd.read_excel(BytesIO(outcomes_book(comparison)), sheet_name=None)


def mean_of(comparison, outcome):
    """The mean of each option over all draws."""
    values = comparison.outcomes.values  # noqa: PD011  a mapping of arrays, no frame
    return values[outcome].mean(axis=1).tolist()


def test_ranges_are_those_of_the_comparison(comparison, sheets):
    """Each option and outcome once."""
    frame = sheets["Outcomes"].set_index(["Option", "Outcome"])
    assert frame.index.is_unique
    with speaking("en"):
        title = OUTCOMES["net_saving_eur"].title
    for option in comparison.options.values():
        band = option.outcomes["net_saving_eur"]
        row = frame.loc[option.label, title]
        assert row.tolist() == pytest.approx([band.p10, band.p50, band.p90])


def test_years_add_up_to_the_cash_of_the_term(comparison, sheets):
    """Four years of four quarters, and together what is in the till at the end."""
    frame = sheets["Budget years"]
    years = [name for name in frame.columns if name.startswith("Year ")]
    assert len(years) == comparison.study.case.question.horizon / 4
    term = mean_of(comparison, "net_term_eur")
    assert frame[years].sum(axis=1).tolist() == pytest.approx(term)
    assert frame["Together"].tolist() == pytest.approx(term)


def test_the_steps_add_up_to_the_net_saving(comparison, sheets):
    """Planned less what is not realised, hired back or spent is the mean net saving."""
    frame = sheets["From plan to net"]
    steps = frame[["Planned", "Less: not realised", "Less: hired back", "Less: running cost"]]
    net = mean_of(comparison, "net_saving_eur")
    assert steps.sum(axis=1).tolist() == pytest.approx(net)
    assert frame["Net"].tolist() == pytest.approx(net)


def test_the_bar_hands_it_over():
    """Named after the case; the case is not kept by it."""
    with speaking("en"):
        bar = CaseBar(new_case(["Urk"]))
    handed = []
    bar.send = lambda message, buffers: handed.append((message["name"], buffers[0]))
    bar.answer({"do": "download", "kind": "outcomes"})
    ((name, content),) = handed
    assert name == "urk-outcomes.xlsx"
    assert content[:2] == b"PK"
    assert name in bar.state["note"]
