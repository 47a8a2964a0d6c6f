"""A first picture of a case: who it is, what is known and what is missing, whom to look at."""

from collections.abc import Iterator
from typing import Any, ClassVar

import anywidget
import traitlets

from selfmgmt.analysis.plausibility import notices
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case
from selfmgmt.fields import Record, fields_of
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.reference.peers import peer_group
from selfmgmt.views.prose import Html, bullets, paragraphs, small
from selfmgmt.views.tables import table_html
from selfmgmt.views.words.peers import peer_sentences
from selfmgmt.views.words.place import organisation_table, practice_case_sentences, who_sentences
from selfmgmt.workspace.tables import with_tables


class FirstLook(anywidget.AnyWidget):
    """The first picture, which follows the case that the bar opens.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = with_tables("first_look.js")
    _css: ClassVar = with_tables("first_look.css")

    shown = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case) -> None:
        self._language = current_language()
        self._case = case
        super().__init__(shown=self._drawn(case))

    @property
    def case(self) -> Case:
        """The case that is shown."""
        return self._case

    def show(self, case: Case) -> None:
        """Show another case.

        Raises:
            InputError: It refers to something that does not exist; the old picture stays.
        """
        drawn = self._drawn(case)
        self._case, self.shown = case, drawn

    def _drawn(self, case: Case) -> dict[str, Any]:
        with speaking(self._language):
            return {
                "html": first_picture(study_of(case)).source,
                "label": gettext("A first picture"),
                "language": self._language,
            }


def first_picture(study: Study) -> Html:
    """The first picture, from what is known alone: nothing is computed for it."""
    group = peer_group(study.members, "nearest")
    return (
        _heading(study.case.name)
        + paragraphs(*notices(study), *who_sentences(study), *practice_case_sentences(study))
        + _heading(gettext("What is known, and what is missing"))
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
