"""The readiness profile: eight dimensions with their ranges, the weakest marked."""

from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.profile import ReadinessProfile
from selfmgmt.views.charts.rows import Row, make_room, row_chart
from selfmgmt.views.figures import Chart, drawing
from selfmgmt.views.tables import Table


def readiness_chart(profile: ReadinessProfile) -> Chart:
    """Each dimension from 0 (nothing in place) to 100 (all in place)."""
    with drawing():
        figure, axes = row_chart(
            [_row(key, score, profile) for key, score in profile.dimensions.items()],
            unit=gettext("0 is nothing in place, 100 is all in place"),
        )
        axes.set_xlim(0, 100)
        make_room(axes)
        axes.set_xticks(range(0, 101, 20))
    return Chart(
        figure=figure,
        title=gettext("How ready the organisation is"),
        alt=_alt(profile),
        table=_table(profile),
    )


def _row(key: str, score: Estimate, profile: ReadinessProfile) -> Row:
    return Row(
        label=str(load_instrument().dimensions[key].label),
        low=100 * score.low,
        middle=100 * score.central,
        high=100 * score.high,
        words=_standing(key, score, profile),
        marked=key in profile.weakest,
    )


def _standing(key: str, score: Estimate, profile: ReadinessProfile) -> str:
    if key in profile.unfilled:
        return gettext("not filled in")
    central = number(100 * score.central)
    return gettext("weakest: {score}", score=central) if key in profile.weakest else central


def _table(profile: ReadinessProfile) -> Table:
    return Table(
        caption=gettext("Readiness, 0 to 100"),
        heads=(
            gettext("Dimension"),
            gettext("Low"),
            gettext("Middle"),
            gettext("High"),
            gettext("Where it comes from"),
        ),
        rows=tuple(
            (
                str(load_instrument().dimensions[key].label),
                *(number(100 * end) for end in (score.low, score.central, score.high)),
                gettext("wide default") if key in profile.unfilled else gettext("filled in"),
            )
            for key, score in profile.dimensions.items()
        ),
        words=(gettext("Where it comes from"),),
    )


def _alt(profile: ReadinessProfile) -> str:
    labels = load_instrument().dimensions
    if not profile.weakest:
        return gettext(
            "Nothing is filled in: all {count} dimensions have the same range, {low} to {high}.",
            count=len(profile.dimensions),
            low=number(100 * profile.rho.low),
            high=number(100 * profile.rho.high),
        )
    return gettext(
        "Of {count} dimensions {weakest} is the weakest, with {score} of 100.",
        count=len(profile.dimensions),
        weakest=", ".join(str(labels[key].label) for key in profile.weakest),
        score=number(100 * profile.dimensions[profile.weakest[0]].central),
    )
