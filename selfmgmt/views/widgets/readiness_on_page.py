"""What the page of readiness receives: scores, what a survey says, the yardstick."""

from typing import TypedDict

from selfmgmt.analysis.study import Study
from selfmgmt.case.ranges import text_of_range
from selfmgmt.case.readiness import Readiness
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.readiness.instrument import HIGHEST, LOWEST, load_instrument
from selfmgmt.readiness.yardstick import load_yardstick
from selfmgmt.views.widgets.pictures import (
    FileOnPage,
    PictureOnPage,
    TableOnPage,
)
from selfmgmt.views.widgets.survey_parts import Part


class ScoreOnPage(TypedDict):
    """One subject: what was filled in, and with which range it counts."""

    text: str
    used: str
    low: float
    high: float
    own: list[float] | None


class Gain(TypedDict):
    """What it brings to get ready first."""

    sentences: list[str]
    tables: list[TableOnPage]


class SurveyOnPage(TypedDict):
    """A survey, and whether the case already has its scores."""

    made_up: bool
    parts: list[Part]
    kept: bool


class ReadinessOnPage(TypedDict):
    """All that changes on the page of readiness."""

    draws: int
    effect: Gain | None
    fields: dict[str, ScoreOnPage]
    by_survey: bool
    known: list[str]
    weakest: list[str]
    holds: str
    survey: SurveyOnPage | None
    figures: dict[str, list[PictureOnPage]] | None
    download: FileOnPage | None


class Aspect(TypedDict):
    """One subject of the yardstick, with its stages."""

    label: str
    stages: list[str]


class YardstickOnPage(TypedDict):
    """The yardstick for teams."""

    purpose: str
    steps: list[str]
    cautions: list[str]
    aspects: list[Aspect]


def subjects() -> list[dict[str, str]]:
    """The subjects that get a score, with their titles and explanation."""
    fields = fields_of(Readiness)
    return [
        {"key": key, "title": fields[key].title, "help": fields[key].description}
        for key in load_instrument().dimensions
    ]


def yardstick_on_page() -> YardstickOnPage:
    """The yardstick in the language of the reader."""
    found = load_yardstick()
    return {
        "purpose": str(found.purpose),
        "steps": [str(step) for step in found.steps],
        "cautions": [str(caution) for caution in found.cautions],
        "aspects": [
            {"label": str(aspect.label), "stages": [str(stage) for stage in aspect.stages]}
            for aspect in found.aspects.values()
        ],
    }


def score_on_page(study: Study, key: str) -> ScoreOnPage:
    """The score of one subject as its field shows it."""
    own = getattr(study.case.readiness, key)
    score = study.profile.dimensions[key]
    low, high = (LOWEST + (HIGHEST - LOWEST) * end for end in (score.low, score.high))
    interval = {"low": number(low, 1), "high": number(high, 1)}
    return {
        "text": text_of_range(own, fields_of(Readiness)[key].limits),
        "used": gettext("Counts as {low} to {high}.", **interval)
        if own
        else gettext("Open: counts as {low} to {high}.", **interval),
        "low": low,
        "high": high,
        "own": list(dict(own).values()) if own else None,
    }
