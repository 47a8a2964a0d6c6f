"""What it takes, in sentences and a table: what does all that is asked, and at what price."""

from selfmgmt.analysis.bounds import shares_gone
from selfmgmt.analysis.pairs import Pair
from selfmgmt.analysis.search import DEMANDS, Found, Search
from selfmgmt.analysis.study import Study
from selfmgmt.case.known import NONE, option_labels
from selfmgmt.case.mix import Mix
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, ngettext, small
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number, percentage
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.tables import Table

_MOST = 5  # combinations in the table
_GIVES_WAY = {
    "target": _("the saving: it would get to {got} of the target ({pair})."),
    "capacity": _("capacity for residents: it would fall to {got} ({pair})."),
    "satisfaction": _("satisfaction: it would change by {got} ({pair})."),
    "support": _("staff departments: {got} of today would be left ({pair})."),
}
_NOT_ENOUGH = {
    "target": _("the saving: to ask for less of it alone is not enough."),
    "capacity": _("capacity for residents: to ask for less of it alone is not enough."),
    "satisfaction": _("satisfaction: to ask for less of it alone is not enough."),
    "support": _("staff departments: to keep less of them alone is not enough."),
}


def search_sentences(study: Study, found: Search) -> list[str]:
    """What was looked at, what was asked, and what does it."""
    goal = found.goal
    deepest = percentage(study.deepest_measured)
    lines = [
        gettext(
            "Every way of working was followed with every saving mix, from nothing to as far as "
            "it goes: {count} combinations, each in {draws} possible futures. None goes deeper "
            "than {deepest} of all posts, since nobody measured deeper.",
            count=number(len(found.frontiers)),
            draws=number(found.draws),
            deepest=deepest,
        ),
        gettext(
            "Asked for: the whole saving in time in {certainty} of the futures, capacity at its "
            "lowest no less than {floor} (today is 100), satisfaction at most {drop} lower, and "
            "at least {support} of today's staff departments.",
            certainty=percentage(goal.certainty),
            floor=number(goal.capacity_floor),
            drop=percentage(goal.satisfaction_drop),
            support=percentage(goal.support_floor),
        ),
    ]
    if found.fit:
        return [
            *lines,
            ngettext(
                "{count} combination does all of this.",
                "{count} combinations do all of this.",
                len(found.fit),
            ),
        ]
    return [
        *lines,
        gettext("No combination does all of this. One of the demands would have to give way:"),
        *price_sentences(study, found),
    ]


def price_sentences(study: Study, found: Search) -> list[str]:
    """How far each demand would have to give way when all the others are kept."""
    lines = []
    for demand in DEMANDS:
        one = found.price_of[demand]
        if one is None:
            lines.append(gettext(_NOT_ENOUGH[demand]))
            continue
        pair = pair_label(study, one.pair)
        lines.append(gettext(_GIVES_WAY[demand], got=_got(one)[demand], pair=pair))
    return lines


def _got(one: Found) -> dict[str, str]:
    point = one.point
    return {
        "target": percentage(point.reach),
        "capacity": OUTCOMES["capacity_low"].write(point.outcomes["capacity_low"].p50),
        "satisfaction": gettext("{value} points", value=number(100 * point.staff.p50, 1)),
        "support": percentage(point.support_left),
    }


def pair_label(study: Study, pair: Pair) -> str:
    """What people call a way of working with a saving mix."""
    mix = study.case.mix_label(pair.mix_key)
    if pair.way_key == NONE:
        return gettext("{mix}, working as today", mix=mix)
    return gettext("{way} with {mix}", way=way_label(study, pair.way_key), mix=small(mix))


def way_label(study: Study, key: str) -> str:
    """What people call a way of working, a named one or one of the case."""
    if key in study.case.options:
        return study.case.label(key)
    return str(option_labels()[key])


def search_table(study: Study, found: Search) -> Table:
    """The combinations that do all of it, or those at which a single demand gives way."""
    near = [one for one in found.price_of.values() if one is not None]
    fitting = list(found.fit[:_MOST]) or [
        one for index, one in enumerate(near) if one not in near[:index]
    ]
    goes = gettext("What goes beside the way of working")
    return Table(
        caption=gettext("Combinations that do all that is asked")
        if found.fit
        else gettext("Combinations at which only one demand gives way"),
        heads=(
            gettext("Combination"),
            goes,
            gettext("Of the target"),
            OUTCOMES["capacity_low"].title,
            gettext("Change in satisfaction"),
            OUTCOMES["transition_cost_eur"].title,
        ),
        words=(goes,),
        rows=tuple(_row(study, one) for one in fitting),
    )


def _row(study: Study, one: Found) -> tuple[str, ...]:
    point = one.point
    facts, bounds = fields_of(Mix), study.bounds
    gone = ", ".join(
        f"{small(facts[group].title)} {percentage(share)}"
        for group, share in shares_gone(point.plan, bounds).items()
    )
    return (
        pair_label(study, one.pair),
        gone or gettext("nothing"),
        percentage(point.reach),
        OUTCOMES["capacity_low"].range(point.outcomes["capacity_low"]),
        OUTCOMES["satisfaction_mean"].difference(point.staff),
        OUTCOMES["transition_cost_eur"].range(point.outcomes["transition_cost_eur"]),
    )


def search_caution() -> str:
    """What a search cannot do."""
    return gettext(
        "A search only knows what is in the model. It does not know your people, your history or "
        "what was promised. Take a combination as a question to think about, not as advice."
    )
