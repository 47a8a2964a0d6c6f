"""The profile of a survey and how roles differ."""

import dataclasses

import pytest

from selfmgmt.language import speaking
from selfmgmt.readiness.survey import Findings
from selfmgmt.views.charts.survey import profile_chart, roles_chart
from selfmgmt.views.figures import picture

NAMES = {"manager": "Manager", "member": "Member", "staff": "Staff", "board": "Board"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_charts_say_what_they_show(example: Findings, language: str) -> None:
    """Title, text with figures, table, and a picture."""
    with speaking(language):
        charts = [
            profile_chart(example.profile),
            roles_chart(example.published, example.roles, NAMES),
        ]
    for chart in charts:
        assert chart is not None
        assert any(letter.isdigit() for letter in chart.alt)
        assert chart.alt.endswith(".")
        assert chart.table.rows
        assert picture(chart).startswith(b"\x89PNG")


def test_the_weakest_is_marked_by_more_than_colour(example: Findings) -> None:
    """Another sign and bold words, on as many rows as may well be the lowest."""
    axes = profile_chart(example.profile).figure.axes[0]
    signs = [line.get_marker() for line in axes.lines]
    bold = [text.get_text() for text in axes.texts if text.get_weight() == "bold"]
    assert signs.count("D") == len(bold) == len(example.profile.weakest)


def test_range_and_spread_are_both_drawn(example: Findings) -> None:
    """The spread between people is far wider than how sure the mean is; both have their line."""
    found = next(iter(example.profile.dimensions.values()))
    drawn = [
        tuple(line.get_xdata()) for line in profile_chart(example.profile).figure.axes[0].lines
    ]
    assert tuple(found.middle_half) in drawn
    assert (found.score.low, found.score.high) in drawn


def test_each_role_has_its_sign_and_a_clear_one_is_filled(example: Findings) -> None:
    """Who differs stands in the text; of a role that is withheld there is nothing."""
    with speaking("en"):
        chart = roles_chart(example.published, example.roles, NAMES)
    assert chart is not None
    assert "Manager on Trust" in chart.alt
    expected = {
        group.name
        for key in example.published.items
        for group in example.published.groups("role", key)
    }
    assert {row[1] for row in chart.table.rows} == {NAMES[role] for role in expected}
    clear = [row for row in chart.table.rows if row[-1] == "clear"]
    assert len(clear) == sum(each.stands_out for each in example.roles)


def test_without_two_roles_there_is_no_chart(example: Findings) -> None:
    """And without a clear difference the text says that."""
    alone = dataclasses.replace(
        example.published,
        scores=tuple(score for score in example.published.scores if score.group.kind != "role"),
    )
    assert roles_chart(alone, (), NAMES) is None
    with speaking("en"):
        calm = roles_chart(example.published, (), NAMES)
    assert calm is not None
    assert "none is clear" in calm.alt
