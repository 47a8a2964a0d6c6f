"""What a survey found: the profile with its ranges and spread, and how roles differ."""

from collections.abc import Mapping, Sequence
from typing import Any

from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.readiness.differences import Difference
from selfmgmt.readiness.groups import Group
from selfmgmt.readiness.instrument import HIGHEST, LOWEST, load_instrument
from selfmgmt.readiness.published import Published
from selfmgmt.readiness.survey_profile import MeasuredDimension, SurveyProfile
from selfmgmt.views.charts.rows import row_axes, write_end, write_key, write_name
from selfmgmt.views.figures import ACCENT, BAND, INK, MUTED, PAPER, WARNING, Chart, drawing
from selfmgmt.views.tables import Table
from selfmgmt.views.words.survey import score_table

_SIGNS = ("o", "s", "^", "D", "v", "P", "X", "<", ">", "p")
_KEY = 0.2  # inches for a line of the key
_FINE = 2  # decimals


def profile_chart(profile: SurveyProfile) -> Chart:
    """Each dimension from 1 to 5: the mean, how sure it is, and how far people differ."""
    with drawing():
        figure, axes = row_axes(len(profile.dimensions))
        for row, (key, found) in enumerate(profile.dimensions.items()):
            _profile_row(axes, row, found, _label(key), weak=key in profile.weakest)
        _scale(axes)
        axes.set_xlabel(
            gettext(
                "Sign: the mean, certain between the two long marks.\n"
                "Thin line: half of the people."
            ),
            loc="left",
        )
    return Chart(
        figure=figure,
        title=gettext("What people say of each subject, from 1 (not at all) to 5 (fully)"),
        alt=_profile_alt(profile),
        table=score_table(profile),
    )


def _profile_row(axes: Any, row: int, found: MeasuredDimension, label: str, *, weak: bool) -> None:
    score, half = found.score, found.middle_half
    colour, sign = (WARNING, "D") if weak else (ACCENT, "o")
    axes.plot(half, [row, row], "|-", color=MUTED, lw=1.2, ms=6, mew=1.2, zorder=2)
    axes.plot(
        [score.low, score.high], [row, row], color=BAND, lw=9, solid_capstyle="butt", zorder=2
    )
    axes.plot([score.low, score.high], [row, row], "|", color=colour, ms=13, mew=1.4, zorder=3)
    axes.plot(score.central, row, sign, color=colour, ms=5, zorder=4)
    write_name(axes, row, label, bold=weak)
    words = number(score.central, 1)
    if weak:
        words = gettext("weakest: {score}", score=words)
    write_end(axes, row, max(score.high, half[1]), words)


def _scale(axes: Any) -> None:
    axes.set_xlim(LOWEST - 0.1, HIGHEST + 0.9)
    axes.set_xticks(range(LOWEST, HIGHEST + 1))


def _profile_alt(profile: SurveyProfile) -> str:
    ranked = sorted(profile.dimensions, key=lambda key: profile.dimensions[key].score.central)
    return gettext(
        "Of {count} subjects people are least positive about {low}, with {low_score}, and most "
        "positive about {high}, with {high_score}.",
        count=len(ranked),
        low=_label(ranked[0]),
        low_score=number(profile.dimensions[ranked[0]].score.central, 1),
        high=_label(ranked[-1]),
        high_score=number(profile.dimensions[ranked[-1]].score.central, 1),
    )


def roles_chart(
    published: Published, differences: Sequence[Difference], names: Mapping[str, str]
) -> Chart | None:
    """The mean of each role on each dimension, or nothing when no two roles may be shown.

    Args:
        published: What may be shown.
        differences: How roles differ; those that stand out are filled signs.
        names: Role to what it is called.
    """
    published_groups = {
        key: published.groups("role", key)
        for key in load_instrument().dimensions
        if len(published.groups("role", key)) > 1
    }
    if not published_groups:
        return None
    roles = sorted({group.name for groups in published_groups.values() for group in groups})
    clear = _clear(differences)
    with drawing():
        figure, axes = row_axes(len(published_groups))
        for row, (key, groups) in enumerate(published_groups.items()):
            write_name(axes, row, _label(key))
            _role_row(axes, row, _means(published, key, groups), roles, clear.get(key, set()))
        _scale(axes)
        axes.set_xlim(LOWEST - 0.1, HIGHEST + 0.1)
        _key(figure, axes, roles, names)
    title = gettext("What each role says of each subject, from 1 (not at all) to 5 (fully)")
    return Chart(
        figure=figure,
        title=title,
        alt=_roles_alt(differences, names),
        table=_roles_table(published, published_groups, differences, names),
    )


def _clear(differences: Sequence[Difference]) -> dict[str, set[str]]:
    """Dimension to the roles that clearly differ from the others; of two roles, to both."""
    found: dict[str, set[str]] = {}
    for each in differences:
        if each.stands_out:
            found.setdefault(each.dimension, set()).add(each.group)
    return found


def _means(published: Published, key: str, groups: Sequence[Group]) -> dict[str, float]:
    scores = [(group.name, published.score(group, key)) for group in groups]
    return {name: score.mean for name, score in scores if score}


def _role_row(
    axes: Any, row: int, means: Mapping[str, float], roles: Sequence[str], clear: set[str]
) -> None:
    axes.plot([min(means.values()), max(means.values())], [row, row], color=BAND, lw=5, zorder=1)
    for role, mean in means.items():
        face = WARNING if role in clear else PAPER
        axes.plot(
            mean, row, _SIGNS[roles.index(role) % len(_SIGNS)], ms=8, mfc=face, mec=INK, zorder=3
        )


def _key(figure: Any, axes: Any, roles: Sequence[str], names: Mapping[str, str]) -> None:
    """Which sign is which role, with room of its own."""
    style = {"ms": 7, "mfc": PAPER, "mec": INK}
    key = [
        ({**style, "marker": sign}, names.get(role, role))
        for sign, role in zip(_SIGNS, roles, strict=False)
    ]
    filled = gettext("filled: clearly different from the others")
    key.append(({**style, "marker": "o", "mfc": WARNING}, filled))
    wide, high = figure.get_size_inches()
    figure.set_size_inches(wide, high + _KEY * len(key))
    write_key(axes, key)


def _roles_table(
    published: Published,
    published_groups: Mapping[str, Sequence[Group]],
    differences: Sequence[Difference],
    names: Mapping[str, str],
) -> Table:
    found = {(each.group, each.dimension): each for each in differences}
    return Table(
        caption=gettext("Roles beside each other"),
        heads=(
            gettext("Subject"),
            gettext("Role"),
            gettext("Score"),
            gettext("Compared with the others"),
            gettext("What it says"),
        ),
        rows=tuple(
            (
                _label(key),
                names.get(role, role),
                number(mean, 1),
                *_compared(found.get((role, key))),
            )
            for key, groups in published_groups.items()
            for role, mean in _means(published, key, groups).items()
        ),
        words=(gettext("Role"), gettext("What it says")),
    )


def _compared(found: Difference | None) -> tuple[str, str]:
    if found is None:  # of two roles, the second differs as much the other way
        return "", ""
    span = gettext(
        "{middle} ({low} to {high})",
        middle=number(found.difference, _FINE),
        low=number(found.low, _FINE),
        high=number(found.high, _FINE),
    )
    return span, gettext("clear") if found.stands_out else gettext("may be chance")


def _roles_alt(differences: Sequence[Difference], names: Mapping[str, str]) -> str:
    clear = [each for each in differences if each.stands_out]
    if not clear:
        return gettext(
            "Of {count} differences between roles none is clear enough to name.",
            count=len(differences),
        )
    parts = [
        gettext(
            "{role} on {subject}: {size} points",
            role=names.get(each.group, each.group),
            subject=_label(each.dimension),
            size=number(each.difference, 1),
        )
        for each in clear
    ]
    return gettext(
        "Of {count} differences between roles these are clear: {parts}.",
        count=len(differences),
        parts="; ".join(parts),
    )


def _label(dimension: str) -> str:
    return str(load_instrument().dimensions[dimension].label)
