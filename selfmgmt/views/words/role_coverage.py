"""Role coverage for outside the team: numbers of tasks, never people."""

from typing import TYPE_CHECKING

from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.tables import Table

if TYPE_CHECKING:
    import pandas as pd


def role_count_sentences(counts: "pd.DataFrame", uncovered: Estimate | None) -> list[str]:
    """How many tasks hang on one person or have nobody, over all teams that may be told of.

    Args:
        counts: What may leave the teams; see :func:`selfmgmt.practice.role_coverage.counts`.
        uncovered: The own figure that goes to the model; None when nothing was filled in.
    """
    if uncovered is None:
        return [
            gettext(
                "No team has filled in who can do what yet, or the teams that did are too small to "
                "tell anything of."
            )
        ]
    tasks, single = int(counts["tasks"].sum()), int(counts["single"].sum())
    nobody, deadline = int(counts["nobody"].sum()), int(counts["deadline_single"].sum())
    found = [
        gettext(
            "Of {tasks} tasks {single} cannot miss a single person, and for {nobody} there are too "
            "few people. A legal deadline applies to {deadline} of these.",
            tasks=tasks,
            single=single,
            nobody=nobody,
            deadline=deadline,
        )
    ]
    return [
        *found,
        gettext(
            "On a working day a task is uncovered with a chance of {middle} ({low} to {high}), the "
            "mean over all tasks. On the page People you can take it over as your own figure.",
            middle=percentage(uncovered.central),
            low=percentage(uncovered.low),
            high=percentage(uncovered.high),
        ),
    ]


def role_count_table(counts: "pd.DataFrame") -> Table:
    """One line for each team that may be told of; the smaller ones together."""
    return Table(
        caption=gettext("What may leave the teams: numbers, never people"),
        heads=(
            gettext("Team"),
            gettext("Tasks"),
            gettext("Too few people"),
            gettext("Hang on one person"),
            gettext("Of these with a legal deadline"),
            gettext("Chance of an uncovered task"),
        ),
        rows=tuple(
            (
                line.team.replace("_", " ") or gettext("smaller teams together"),
                number(line.tasks),
                number(line.nobody),
                number(line.single),
                number(line.deadline_single),
                percentage(line.uncovered),
            )
            for line in counts.itertuples()
        ),
    )


def role_count_cautions() -> list[str]:
    """What the counts leave out."""
    return [
        gettext(
            "Teams with fewer than 5 people are taken together, or left out. Who can do what stays "
            "with the team."
        ),
        gettext(
            "Everybody counts as absent equally often, and independently: in a holiday or a wave "
            "of flu the chance is greater."
        ),
    ]
