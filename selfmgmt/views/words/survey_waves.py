"""What changed between two measurements of a survey, in words."""

from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.readiness.waves import Change, Waves
from selfmgmt.views.tables import Table
from selfmgmt.views.words.survey import _FINE, _SEEN, _groups, _label, _span, _withheld_dimensions


def wave_table(waves: Waves) -> Table:
    """Each dimension before and after, and the range of the change."""
    return Table(
        caption=gettext("What changed between the two measurements"),
        heads=(
            gettext("Subject"),
            gettext("Before"),
            gettext("After"),
            gettext("Change"),
            gettext("Certain between"),
            gettext("What it says"),
        ),
        rows=tuple(
            (
                _label(change.dimension),
                number(change.before, _FINE),
                number(change.after, _FINE),
                number(change.difference, _FINE),
                _span(change.low, change.high, _FINE),
                _verdict(change),
            )
            for change in waves.changes
        ),
        words=(gettext("What it says"),),
    )


def _verdict(change: Change) -> str:
    if not change.stands_out:
        return gettext("no clear change")
    return gettext("better") if change.difference > 0 else gettext("worse")


def wave_sentences(waves: Waves) -> list[str]:
    """How far the two groups of people can be compared."""
    before, after = waves.people
    return [
        gettext(
            "{before} people answered the first time and {after} the second. Nobody is followed by "
            "name, so part of a change may be that other people answered.",
            before=number(before),
            after=number(after),
        ),
        *_other_mix(waves.other_people),
        *_groups(gettext("Only in the second measurement: {groups}."), waves.new_groups),
        *_groups(gettext("Only in the first measurement: {groups}."), waves.gone_groups),
        *_withheld_dimensions(waves.withheld),
    ]


def _other_mix(share: float | None) -> list[str]:
    if share is None:
        return [gettext("We do not know which roles answered, so the mix may have changed.")]
    if share < _SEEN:
        return []
    return [
        gettext(
            "The mix of roles changed: at least {share} of the people in the second measurement "
            "would need another role to make it the same mix.",
            share=percentage(share),
        )
    ]
