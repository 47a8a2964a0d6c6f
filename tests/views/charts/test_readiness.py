"""The readiness profile."""

from selfmgmt.views.charts.readiness import readiness_chart


def test_the_weakest_is_marked_by_more_than_colour(comparison):
    """Another sign, bold words, and the word itself."""
    axes = readiness_chart(comparison.study.profile).figure.axes[0]
    assert [line.get_marker() for line in axes.lines].count("D") == 1
    assert [text.get_text() for text in axes.texts if text.get_weight() == "bold"] == ["Vertrouwen"]


def test_what_is_open_is_not_shown_as_known(comparison):
    """Two dimensions are filled in, six have the wide default."""
    rows = readiness_chart(comparison.study.profile).table.rows
    origins = [row[-1] for row in rows]
    assert sorted(map(origins.count, set(origins))) == [2, 6]
