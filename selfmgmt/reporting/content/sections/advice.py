"""A request for advice to the works council: building blocks for each option (WOR, article 25)."""

from selfmgmt.language import gettext
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections import cautions
from selfmgmt.reporting.content.sections.practice import ROADMAP, summary
from selfmgmt.reporting.content.sections.section import Section
from selfmgmt.views.words.practice_summary import SUMMARIES
from selfmgmt.views.words.question import amount_sentence
from selfmgmt.views.words.roadmap_moments import council_dates, draft_sentence, halt_sentence
from selfmgmt.views.words.staff import (
    common_safeguards,
    consequence_sentences,
    date_sentence,
    decision_sentence,
    positions_table,
    reason_sentences,
    safeguard_sentences,
    staff_options,
)

FIRST_OF_OPTION = "advice_reasons_"  # how the key of the first section of an option begins


def advice_sections(content: Content) -> tuple[Section, ...]:
    """The request as a whole, and then four parts for each option.

    An option has its reasons, its consequences and its safeguards; what holds for all of them, with
    the day until which advice can still matter, stands once.
    """
    found = staff_options(content.comparison)
    sheets = [summary(key, content) for key in SUMMARIES]
    whole = Section(
        key="advice",
        title=gettext("Request for advice to the works council"),
        sentences=(
            decision_sentence(found),
            amount_sentence(content.comparison, content.calendar),
            date_sentence(content.calendar),
            *(common_safeguards() if found else ()),
            *_roadmap(content),
            *(sentence for one in sheets for sentence in one.sentences),
            gettext(
                "Below are building blocks for the four questions of article 25 of the Works "
                "Councils Act, for each option. Have a lawyer look at them."
            ),
        ),
        cautions=(
            *cautions.example_target(content),
            *dict.fromkeys(caution for one in sheets for caution in one.cautions),
            *cautions.no_individuals(),
            *cautions.ranges(),
            *cautions.persons_source(),
        ),
    )
    return (whole, *(part for one in found for part in _of_option(content, one.key)))


def _roadmap(content: Content) -> tuple[str, ...]:
    """Dates, and when it halts, once somebody filled in what a roadmap needs."""
    if ROADMAP not in content.case.practice:
        return ()
    found = content.roadmap
    return (draft_sentence(found), *council_dates(found), halt_sentence(found))


def _of_option(content: Content, key: str) -> tuple[Section, ...]:
    comparison, calendar = content.comparison, content.calendar
    option = comparison.options[key]
    return (
        Section(
            key=f"{FIRST_OF_OPTION}{key}",
            title=gettext("{option}: reasons", option=option.label),
            sentences=reason_sentences(option),
        ),
        Section(
            key=f"advice_consequences_{key}",
            title=gettext("{option}: consequences for staff", option=option.label),
            sentences=consequence_sentences(option),
            table=positions_table(comparison, option, calendar),
        ),
        Section(
            key=f"advice_measures_{key}",
            title=gettext("{option}: measures and safeguards", option=option.label),
            sentences=safeguard_sentences(option),
        ),
    )
