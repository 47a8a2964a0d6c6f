"""Where the municipality stands: who it is, what is known of its organisation, and how well."""

from selfmgmt.analysis.study import Study
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.fields import Estimate, fields_of
from selfmgmt.language import gettext, ngettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.reference.peers import NOT_A_NORM, PeerGroup
from selfmgmt.reference.quality import quality_notes
from selfmgmt.views.tables import Table

_NAMED = 3
_ORIGINS = {
    "own": _("own figure"),
    "public": _("public figures"),
    "default": _("evidence from elsewhere"),
}


def who_sentences(study: Study) -> list[str]:
    """Whom the organisation works for, and how large it is."""
    inhabitants = sum(member.inhabitants for member in study.members)
    fte = study.organisation.fte
    return [
        _whom(study, inhabitants),
        gettext(
            "The organisation has about {middle} FTE ({low} to {high}). {source}",
            middle=number(fte.estimate.central),
            low=number(fte.estimate.low),
            high=number(fte.estimate.high),
            source=fte.source,
        )
        if not fte.estimate.known
        else gettext("The organisation has {fte} FTE.", fte=number(fte.estimate.central)),
    ]


def _whom(study: Study, inhabitants: int) -> str:
    if len(study.members) == 1:
        (member,) = study.members
        return gettext(
            "{name} is a municipality in {province} with {inhabitants} inhabitants "
            "(1 January {year}). Its size class is {size_class}.",
            name=member.everyday_name,
            province=member.province,
            inhabitants=number(inhabitants),
            year=member.inhabitants_year,
            size_class=member.size_class,
        )
    return gettext(
        "One civil service works for {names}. Together they have {inhabitants} inhabitants. "
        "The figures below are those of the joint organisation.",
        names=gettext(" and ").join(member.everyday_name for member in study.members),
        inhabitants=number(inhabitants),
    )


def peer_sentences(group: PeerGroup) -> list[str]:
    """Whom the organisation is compared with, who is left out, and how to read it."""
    return [
        f"{group.description} {gettext(NOT_A_NORM)}",
        *(found.reason for found in group.left_out[:_NAMED]),
        *_more_left_out(len(group.left_out) - _NAMED),
    ]


def quality_sentences(study: Study) -> list[str]:
    """Everything that limits the public figures used here."""
    if len(study.members) == 1:
        return quality_notes(study.members[0])
    return [
        gettext("{name}: {note}", name=member.everyday_name, note=note)
        for member in study.members
        for note in quality_notes(member)
    ]


def _more_left_out(count: int) -> list[str]:
    if count <= 0:
        return []
    return [
        ngettext(
            "{count} other is left out for the same reason.",
            "{count} others are left out for the same reason.",
            count,
        )
    ]


def organisation_table(study: Study) -> Table:
    """Every figure that the calculation starts from, with its range and origin."""
    facts = fields_of(OwnFigures)
    return Table(
        caption=gettext("The organisation as it is now"),
        heads=(
            gettext("Figure"),
            gettext("Middle"),
            gettext("Range"),
            gettext("Where it comes from"),
        ),
        rows=tuple(
            (
                facts[key].title,
                figure_in_words(key, figure.estimate.central),
                _range(key, figure.estimate),
                gettext(_ORIGINS[figure.origin]),
            )
            for key, figure in study.organisation.figures().items()
        ),
        words=(gettext("Where it comes from"),),
    )


def figure_in_words(key: str, value: float) -> str:
    """A figure of the organisation as the reader writes it."""
    if key == "cost_per_fte":
        return euro(value)
    return number(value) if key in ("fte", "team_count") else percentage(value, 1)


def _range(key: str, estimate: Estimate) -> str:
    if estimate.known:
        return gettext("known")
    return gettext(
        "{low} to {high}",
        low=figure_in_words(key, estimate.low),
        high=figure_in_words(key, estimate.high),
    )
