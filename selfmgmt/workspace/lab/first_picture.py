"""A first picture of a case: what is known and what is missing, whom to look at."""

from collections.abc import Iterator

from selfmgmt.analysis.plausibility import notices
from selfmgmt.analysis.study import Study
from selfmgmt.case import Case
from selfmgmt.field_facts import fields_of
from selfmgmt.fields import Record
from selfmgmt.language import gettext, small
from selfmgmt.reference.peers import peer_group
from selfmgmt.views.prose import Html, bullets, paragraphs
from selfmgmt.views.tables import table_html
from selfmgmt.views.words.organisation import organisation_table, practice_case_sentences
from selfmgmt.views.words.peers import peer_sentences


def first_picture(study: Study) -> Html:
    """The first picture, from what is known alone: nothing is computed for it."""
    group = peer_group(study.members, "nearest")
    return (
        paragraphs(*notices(study), *practice_case_sentences(study))
        + bullets(_filled_in(study.case))
        + table_html(organisation_table(study))
        + _heading(gettext("Whom to compare with"))
        + paragraphs(*peer_sentences(group, study.members))
    )


def _heading(words: str) -> Html:
    return Html(paragraphs(words).source.replace("<p>", "<h3>").replace("</p>", "</h3>"))


def _filled_in(case: Case) -> Iterator[str]:
    yield _known_of(case.organisation, gettext("Own figures"))
    yield _known_of(case.readiness, gettext("Readiness"))
    if case.assumptions:
        yield gettext(
            "Figures of the model replaced by an own assumption: {count}.",
            count=len(case.assumptions),
        )
    if case.question.example:
        yield gettext("The cut is still an example: {target}.", target=case.question.saving_target)
    names = [small(case.label(key)) for key in case.options][1:]
    yield gettext("Options beside doing nothing: {names}.", names="; ".join(names) or "-")


def _known_of(record: Record, what: str) -> str:
    """How many fields that hold a range are filled in."""
    fields = [name for name, facts in fields_of(type(record)).items() if facts.kind == "estimate"]
    filled = sum(getattr(record, name) is not None for name in fields)
    return gettext(
        "{what}: {filled} of {count} filled in.", what=what, filled=filled, count=len(fields)
    )
