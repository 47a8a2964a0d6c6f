"""Where the municipality stands: who it is, what is known of its organisation, and how well."""

from collections.abc import Sequence

from selfmgmt.analysis.study import Study
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.evidence.cases import ReferenceCase, cases_of
from selfmgmt.field_facts import fields_of
from selfmgmt.fields import Estimate
from selfmgmt.language import gettext, ngettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, number, percentage
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.quality import quality_notes
from selfmgmt.views.tables import Table

_ARRANGED = {"manager_share", "support_share", "team_count"}
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
        else gettext("The organisation has {fte} FTE.", fte=known_number(fte.estimate.central)),
    ]


def practice_case_sentences(study: Study) -> list[str]:
    """A warning when this organisation is itself one of the cases that the report tells about."""
    names = [member.everyday_name for member in study.members if _cases([member])]
    if not names:
        return []
    itself = ngettext(
        "Note: {names} is itself a practice case in this report.",
        "Note: {names} are themselves a practice case in this report.",
        len(names),
        names=gettext(" and ").join(names),
    )
    if not _ARRANGED & set(study.organisation.missing):
        return [itself]
    ranges = gettext(
        "As far as they are not your own, the figures on managers, staff departments and teams are "
        "national ranges, not how it is really organised. Fill in your own figures first."
    )
    return [f"{itself} {ranges}"]


def practice_case_note(study: Study) -> list[str]:
    """The same warning, with what the report knows of the case."""
    warning = practice_case_sentences(study)
    return [*warning, *(str(case.about) for case in _cases(study.members))]


def _cases(members: Sequence[Municipality]) -> list[ReferenceCase]:
    return cases_of([member.code for member in members])


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


def quality_sentences(study: Study) -> list[str]:
    """Everything that limits the public figures used here."""
    if len(study.members) == 1:
        return quality_notes(study.members[0])
    return [
        gettext("{name}: {note}", name=member.everyday_name, note=note)
        for member in study.members
        for note in quality_notes(member)
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
                _middle(key, figure.estimate),
                _range(key, figure.estimate),
                gettext(_ORIGINS[figure.origin]),
            )
            for key, figure in study.organisation.all_figures().items()
        ),
        words=(gettext("Where it comes from"),),
    )


def known_value_words(key: str, value: float) -> str:
    """A figure of the organisation as the reader writes it."""
    if key == "cost_per_fte":
        return euro(value)
    return number(value) if key in ("fte", "team_count") else percentage(value, 1)


def known_number(value: float) -> str:
    """A figure that the user gave, with the decimal that it has.

    >>> known_number(312.5), known_number(300)
    ('312,5', '300')
    """
    return number(value, 0 if value == round(value) else 1)


def _middle(key: str, estimate: Estimate) -> str:
    if estimate.known and key in ("fte", "team_count"):
        return known_number(estimate.central)
    return known_value_words(key, estimate.central)


def _range(key: str, estimate: Estimate) -> str:
    if estimate.known:
        return gettext("known")
    return gettext(
        "{low} to {high}",
        low=known_value_words(key, estimate.low),
        high=known_value_words(key, estimate.high),
    )
