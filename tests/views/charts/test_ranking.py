"""Places per role."""

from selfmgmt.views.charts.ranking import roles_chart


def test_every_role_gives_every_option_a_place(weighing, labels):
    """The figures in the cells are those places, 1 to the number of options."""
    axes = roles_chart(weighing, labels).figure.axes[0]
    options, roles = weighing.performance.options, weighing.rankings.ranked
    ranks = [int(text.get_text()) for text in axes.texts if text.get_text().isdigit()]
    assert len(ranks) == len(options) * len(roles)
    assert set(ranks) <= set(range(1, len(options) + 1))


def test_first_choices_are_framed(weighing, labels):
    """As many frames as first places; colour alone says nothing."""
    axes = roles_chart(weighing, labels).figure.axes[0]
    firsts = [text for text in axes.texts if text.get_text() == "1"]
    assert len(axes.patches) == len(firsts) >= len(weighing.rankings.ranked)


def test_chances_add_up_over_options(weighing, labels):
    """In each future a role has one first choice."""
    ranked = weighing.rankings.ranked.values()
    assert all(abs(sum(role.ranking.chance_first.values()) - 1) < 1e-9 for role in ranked)
    assert len(roles_chart(weighing, labels).table.rows) == len(weighing.performance.options)
