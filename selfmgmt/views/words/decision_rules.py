"""Other ways to look at the options: whom they suit, what is good enough, and what is careful."""

from collections.abc import Mapping

from selfmgmt.analysis.robustness import Robustness, RoleRobustness
from selfmgmt.language import gettext, small
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.criteria import label_of
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.prose import Html
from selfmgmt.views.tables import Table, table_html

Labels = Mapping[str, str]
_NAMED = 2


def careful_heading() -> str:
    """What stands on the line that unfolds these tables."""
    return gettext("Other ways to look at it: whom it suits, what is good enough, what is careful")


def careful_html(robustness: Robustness, labels: Labels) -> Html:
    """All three tables."""
    tables = (supporters_table, satisficing_table, regret_table)
    return Html("".join(table_html(table(robustness, labels)).source for table in tables))


def supporters_table(robustness: Robustness, labels: Labels) -> Table:
    """Who would choose each option, if any weights were possible."""
    return Table(
        caption=gettext("Whom each option suits, when all weights are possible"),
        heads=(
            gettext("Option"),
            gettext("First in"),
            gettext("Suits who gives much weight to"),
            gettext("Then first in"),
        ),
        words=(gettext("Suits who gives much weight to"),),
        rows=tuple(
            (
                labels[option],
                percentage(found.first, 1),
                _heaviest(found.central_weights),
                gettext("never") if found.confidence is None else percentage(found.confidence),
            )
            for option, found in robustness.any_weights.items()
        ),
    )


def satisficing_table(robustness: Robustness, labels: Labels) -> Table:
    """In how many futures an option is good enough."""
    heads = {
        "target": gettext("Saving in time"),
        "capacity": gettext("Capacity kept"),
        "satisfaction": gettext("Satisfaction kept"),
        "all": gettext("All three"),
    }
    return Table(
        caption=gettext("In how many futures an option is good enough"),
        heads=(gettext("Option"), *heads.values()),
        rows=tuple(
            (labels[option], *(percentage(met[key]) for key in heads))
            for option, met in robustness.demands.items()
        ),
    )


def regret_table(robustness: Robustness, labels: Labels) -> Table:
    """What careful choosers would take: least regret, and the best worst case."""
    return Table(
        caption=gettext("What each role would choose to be careful"),
        heads=(
            gettext("Role"),
            gettext("Least to regret afterwards"),
            gettext("Regret in nine of ten futures at most"),
            gettext("Best when all goes wrong"),
        ),
        words=(gettext("Least to regret afterwards"), gettext("Best when all goes wrong")),
        rows=tuple(
            (str(labels_of_all()[role]), *_careful(found, labels))
            for role, found in robustness.roles.items()
        ),
    )


def _careful(found: RoleRobustness, labels: Labels) -> tuple[str, str, str]:
    least = min(found.regret, key=lambda option: found.regret[option].p90)
    safest = max(found.regret, key=lambda option: found.regret[option].worst_value)
    points = gettext("{points} of 100 points", points=number(100 * found.regret[least].p90, 1))
    return labels[least], points, labels[safest]


def _heaviest(weights: Mapping[str, float] | None) -> str:
    if weights is None:
        return gettext("nobody")
    ranked = sorted(weights.items(), key=lambda item: -item[1])[:_NAMED]
    return ", ".join(
        gettext(
            "{criterion} ({share})",
            criterion=small(label_of(key)),
            share=percentage(share),
        )
        for key, share in ranked
    )
