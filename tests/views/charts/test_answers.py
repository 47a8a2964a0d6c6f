"""Bars of answers that lean to the ready side."""

import numpy as np
import pytest

from selfmgmt.language import speaking
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.privacy import publishable
from selfmgmt.readiness.survey import Findings
from selfmgmt.views.charts.answers import answers_chart, items_chart
from selfmgmt.views.figures import picture


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_subject_has_its_bar(example: Findings, language: str) -> None:
    """In the order of the scan, with the shares in the table and in the text."""
    with speaking(language):
        chart = answers_chart(example.published)
    assert chart is not None
    assert len(chart.table.rows) == len(example.profile.dimensions)
    assert str(chart.table.rows[0][0]) in chart.alt
    assert picture(chart).startswith(b"\x89PNG")


def test_shares_are_of_all_answers(example: Findings) -> None:
    """The five shares of a row make a whole, within rounding; widths of bars are those shares."""
    chart = answers_chart(example.published)
    assert chart is not None
    for row in chart.table.rows:
        assert sum(int(share.rstrip("%")) for share in row[1:6]) == pytest.approx(100, abs=2)
    widths = [bar.get_width() for bar in chart.figure.axes[0].patches]
    assert len(widths) == 5 * len(chart.table.rows)
    assert sum(widths) == pytest.approx(100 * len(chart.table.rows))


def test_the_middle_answer_lies_across_the_line(example: Findings) -> None:
    """Half of it on each side: that is what makes the bars lean."""
    chart = answers_chart(example.published)
    assert chart is not None
    bars = chart.figure.axes[0].patches
    for middle in bars[2::5]:
        assert middle.get_x() + middle.get_width() / 2 == pytest.approx(0, abs=1e-9)


def test_reversed_questions_are_turned_round_and_say_so(example: Findings) -> None:
    """Of the reversed question the answer 1 counts as 5, so that right is always better."""
    with speaking("en"):
        chart = items_chart(example.published, "change")
    assert chart is not None
    turned = [row for row in chart.table.rows if "turned round" in row[0]]
    (dashed_upright,) = [
        each.counts
        for each in example.published.distributions
        if each.item == "X2" and each.group.kind == "total"
    ]
    assert len(turned) == 2
    assert turned[0][5] == f"{100 * dashed_upright[0] / sum(dashed_upright):.0f}%"


def test_nothing_is_drawn_of_what_is_withheld() -> None:
    """No chart without answers that may be shown; three people are too few."""
    few = Answers(
        items=("T1", "T2"),
        values=np.array([[1.0, 2], [3, 4], [5, 3]]),
        roles=("",) * 3,
        teams=("",) * 3,
    )
    assert items_chart(publishable(few), "trust") is None
