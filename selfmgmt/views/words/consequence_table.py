"""The consequence table of page 1: an option in a row, in signs, words and numbers."""

from collections.abc import Mapping, Sequence
from math import isfinite

from selfmgmt.analysis.beliefs import Belief
from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.case.known import NONE
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.persons import persons
from selfmgmt.views.tables import Table
from selfmgmt.views.words.required_beliefs import needed_words
from selfmgmt.views.words.verdict import legend_sentence, verdict_of, verdict_words

_COLUMNS = {
    "capacity_low": _("Service, lowest"),
    "satisfaction_mean": _("Satisfied"),
    "absence_mean": _("Absence"),
    "turnover_worst": _("Leaving, worst"),
    "steerability_low": _("Grip, lowest"),
}
_ALL, _MANY = 100, 10
_MOST_BETTER = 50  # points: from as today to the best there is


def ways_table(
    comparison: Comparison, options: Sequence[OptionResult], believe: Mapping[str, Belief]
) -> Table:
    """Ways of working under the chosen mix; beside today's way each has its sign.

    Args:
        comparison: The options side by side.
        options: Those that are shown.
        believe: Option to what one must believe to want it more than today's way.
    """
    caption = gettext(
        "Ways of working with the same saving mix. In each cell the middle and the range"
    )
    table = _table(comparison, options, caption)
    if not believe:
        return table
    return Table(
        caption=table.caption,
        heads=(*table.heads, gettext("You must believe")),
        rows=tuple(
            (*row, _believe(believe.get(option.key)))
            for option, row in zip(options, table.rows, strict=True)
        ),
    )


def mixes_table(comparison: Comparison, options: Sequence[OptionResult]) -> Table:
    """Saving mixes while everyone works as today, in the same columns."""
    caption = gettext(
        "Saving mixes, while everyone works as today. In each cell the middle and the range"
    )
    return _table(comparison, options, caption)


def reading_sentences(options: Sequence[OptionResult], *, believes: bool) -> tuple[str, ...]:
    """How to read the table: the signs, the columns, and what must be believed."""
    if not any(one.way != NONE for one in options):
        return ()
    parts = [
        legend_sentence(),
        gettext("Money in time: the part of the target, and the chance of all of it."),
    ]
    if believes:
        parts.append(
            gettext(
                "You must believe: so many points better than today on what the model cannot "
                "compute, if that has {weight} of all weight; today is 50 of 100, so more than 50 "
                "cannot be.",
                weight=percentage(believe_weight()),
            )
        )
    further = [
        one.label for one in options if isfinite(one.reach) and round(_ALL * one.reach) > _ALL
    ]
    if further:
        parts.append(
            gettext(
                "Saves more than asked, so it is held beside a larger cut: {options}.",
                options=", ".join(further),
            )
        )
    return tuple(parts)


def believe_weight() -> float:
    """The weight of what people judge, as a share of all, of which page 1 tells."""
    weights = load_constants().judged_weights.values
    return weights[len(weights) // 2]


def _table(comparison: Comparison, options: Sequence[OptionResult], caption: str) -> Table:
    columns = {
        gettext("Option"): [one.label for one in options],
        gettext("Money in time"): [_money(one) for one in options],
        gettext("Posts, in people"): [_posts(comparison, one) for one in options],
        **_also(options),
        **{
            gettext(head): [_cell(comparison, one, key) for one in options]
            for key, head in _COLUMNS.items()
        },
    }
    if any(one.way != NONE for one in options):
        columns[gettext("Falls back")] = [_falls_back(one) for one in options]
    return Table(
        caption=caption, heads=tuple(columns), rows=tuple(zip(*columns.values(), strict=True))
    )


def _money(option: OptionResult) -> str:
    """How far it gets, and in how many of 100 futures the money is there."""
    chance = gettext("{count} of 100", count=number(_ALL * option.target_met_probability))
    if not isfinite(option.reach):
        return OUTCOMES["net_saving_due_eur"].write(option.outcomes["net_saving_due_eur"].p50)
    return f"{percentage(option.reach)}\n{chance}"


def _posts(comparison: Comparison, option: OptionResult) -> str:
    """People first, full posts with their range below, and the sign of the difference."""
    posts = option.outcomes["posts_removed_fte"]
    sign = _sign(comparison, option, "posts_removed_fte")
    people = " ".join(filter(None, (sign, number(persons(posts.p50)))))
    fte = gettext("{posts} FTE", posts=_short(posts, "posts_removed_fte"))
    return f"{people}\n{fte}"


def _cell(comparison: Comparison, option: OptionResult, outcome: str) -> str:
    words = _short(option.outcomes[outcome], outcome)
    return "\n".join((_sign(comparison, option, outcome), words)).strip()


def _sign(comparison: Comparison, option: OptionResult, outcome: str) -> str:
    """Nothing for today's way: that is what the others are held against."""
    if option.way == NONE:
        return ""
    price = comparison.price_of_way[option.key].together[outcome]
    return verdict_words(verdict_of(outcome, price))


def _short(band: Quantiles, outcome: str) -> str:
    """A range in as few letters as can be: the ends in whole numbers where those are large."""
    write = OUTCOMES[outcome].write
    if band.p10 == band.p90:
        return write(band.p50)
    return gettext(
        "{middle} ({low}–{high})",
        middle=write(band.p50),
        low=_end(band.p10, outcome),
        high=_end(band.p90, outcome),
    )


def _end(value: float, outcome: str) -> str:
    scaled = _ALL * value if OUTCOMES[outcome].is_share else value
    return number(scaled, 0 if abs(scaled) >= _MANY else 1)


def _falls_back(option: OptionResult) -> str:
    return percentage(option.falls_back) if option.design.scope else gettext("n.a.")


def _also(options: Sequence[OptionResult]) -> dict[str, list[str]]:
    """Hired staff and tasks that go, in a column of its own where some option has them."""
    scaled = {
        "hired_removed_fte": _("{goes} FTE hired"),
        "tasks_dropped": _("{goes} of tasks"),
    }
    keys = [key for key in scaled if any(one.outcomes[key].p90 for one in options)]
    if not keys:
        return {}
    cells = (
        [gettext(scaled[key], goes=_short(one.outcomes[key], key)) for key in keys]
        for one in options
    )
    return {gettext("Also goes"): ["\n".join(cell) for cell in cells]}


def _believe(belief: Belief | None) -> str:
    if belief is None:
        return gettext("-")
    needed = belief.needed[believe_weight()]
    if _MOST_BETTER < round(needed) <= _ALL:
        return gettext("{points} points:\ncannot be", points=number(needed))
    if 0 <= needed <= _ALL:
        return gettext("{points} points", points=number(needed))
    return needed_words(needed)
