"""What the page of weighing receives."""

from typing import TypedDict

from selfmgmt.case.criterion import OwnCriterion
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext
from selfmgmt.views.widgets.belief import Believed
from selfmgmt.views.widgets.judgements_on_page import Judgement
from selfmgmt.views.widgets.order import Divides, Everyone, Standing
from selfmgmt.views.widgets.pictures import PictureOnPage
from selfmgmt.views.widgets.questions import CriterionRow, Question
from selfmgmt.views.widgets.weigh_result import Respondents, Result


class WeighState(TypedDict):
    """All that changes on the page of weighing."""

    draws: int
    role: str
    letter: str
    letters: list[str]
    method: str
    question: str
    criteria: list[CriterionRow]
    questions: list[Question]
    to_go: int
    placed: bool
    judgements: list[Judgement]
    result: Result | None
    respondents: Respondents
    standing: Standing
    believe: Believed
    everyone: Everyone
    divides: Divides
    agreement: list[str]
    picture: PictureOnPage | None
    conclusion: str


class CriterionField(TypedDict):
    """What there is to fill in of a criterion of one's own."""

    key: str
    title: str
    help: str
    choices: list[list[str]]


def criterion_fields() -> list[CriterionField]:
    """The fields of a criterion of one's own."""
    sides = {"higher": gettext("100 points are best"), "lower": gettext("0 points are best")}
    return [
        {
            "key": key,
            "title": facts.title,
            "help": "" if facts.choices else facts.description,
            "choices": [[choice, sides[choice]] for choice in facts.choices],
        }
        for key, facts in fields_of(OwnCriterion).items()
    ]
