"""Between which weights the first choice of a role stays first."""

from collections.abc import Mapping

from selfmgmt.analysis.robustness import Robustness, RoleRobustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.criteria import label_of
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.views.charts.acceptability import ranks_chart
from selfmgmt.views.charts.rows import Row, make_room, row_chart
from selfmgmt.views.figures import Chart, drawing
from selfmgmt.views.tables import Table
from selfmgmt.views.words.robustness import least_robust


def stability_chart(
    robustness_of_role: RoleRobustness, ranking: Ranking, labels: Mapping[str, str], *, who: str
) -> Chart:
    """For each criterion the weight it has, and how far it may move by itself.

    A criterion whose weight has little room is marked: a small change there changes the choice.

    Args:
        robustness_of_role: How firm the ranking of a role is.
        ranking: That ranking.
        labels: Option to its name.
        who: The role, in words.
    """
    weights = dict(zip(ranking.criteria, ranking.weights.tolist(), strict=True))
    tightest = min(
        robustness_of_role.stability,
        key=lambda key: _room(robustness_of_role.stability[key], weights[key]),
    )
    title = gettext(
        "{who}: how far each weight may move while {option} stays first",
        who=who,
        option=gettext(" and ").join(labels[key] for key in ranking.first),
    )
    with drawing():
        figure, axes = row_chart(
            [
                Row(
                    label=_name(key),
                    low=100 * low,
                    middle=100 * weights[key],
                    high=100 * high,
                    words=_standing(low, high),
                    marked=key == tightest and _room((low, high), weights[key]) < 1,
                )
                for key, (low, high) in robustness_of_role.stability.items()
            ],
            unit=gettext("points of 100; the dot is the weight now"),
        )
        axes.set_xlim(0, 100)
        make_room(axes)
        axes.set_xticks(range(0, 101, 20))
    return Chart(
        figure=figure,
        title=title,
        alt=_alt(robustness_of_role, weights, tightest, who),
        table=_table(robustness_of_role, weights, title),
    )


def least_robust_charts(
    robustness: Robustness, weighing: Weighing, labels: Mapping[str, str]
) -> list[Chart]:
    """A closer look at the role that is least sure: its weights, and its ranks; none without."""
    if not robustness.roles:
        return []
    key = least_robust(robustness, weighing)
    robustness_of_role, role = robustness.roles[key], weighing.rankings.ranked[key]
    who = str(role.label)
    return [
        stability_chart(robustness_of_role, role.ranking, labels, who=who),
        ranks_chart(robustness_of_role.acceptability, robustness.options, labels, who=who),
    ]


def _room(interval: tuple[float, float], weight: float) -> float:
    """How much of the whole the weight may move before the first choice changes."""
    low, high = interval
    return min(weight - low if low > 0 else 1.0, high - weight if high < 1 else 1.0)


def _standing(low: float, high: float) -> str:
    if round(100 * low) <= 0 and round(100 * high) >= 100:
        return gettext("any weight")
    return gettext("{low} to {high}", low=number(100 * low), high=number(100 * high))


def _name(key: str) -> str:
    return label_of(key)


def _table(robustness_of_role: RoleRobustness, weights: Mapping[str, float], caption: str) -> Table:
    return Table(
        caption=caption,
        heads=(gettext("Criterion"), gettext("Weight now"), gettext("From"), gettext("To")),
        rows=tuple(
            (_name(key), *(percentage(share) for share in (weights[key], low, high)))
            for key, (low, high) in robustness_of_role.stability.items()
        ),
    )


def _alt(
    robustness_of_role: RoleRobustness, weights: Mapping[str, float], tightest: str, who: str
) -> str:
    low, high = robustness_of_role.stability[tightest]
    if _room((low, high), weights[tightest]) >= 1:
        return gettext("{who}: no weight changes the first choice by itself.", who=who)
    return gettext(
        "{who}: least room has {criterion}, now {weight}; the first choice stays between {low} "
        "and {high}.",
        who=who,
        criterion=_name(tightest),
        weight=percentage(weights[tightest]),
        low=percentage(low),
        high=percentage(high),
    )
