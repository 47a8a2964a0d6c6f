"""The scan for LimeSurvey: its questions as a file that LimeSurvey imports."""

import csv
import io
from collections.abc import Iterable, Iterator

from selfmgmt.language import LANGUAGES, Label, speaking
from selfmgmt.readiness.instrument import Item, load_instrument
from selfmgmt.readiness.wording import CODE_LENGTH, Words, load_survey

_LIMESURVEY = (
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
)


_DONT_KNOW = "DK"
_ARRAY, _LIST, _SHORT_TEXT = "F", "L", "S"
_Row = dict[str, str]


def limesurvey_structure() -> str:
    """The scan as a tab-separated structure for LimeSurvey: save as .txt and import it there.

    Answers are anonymous and dates, addresses and referring pages are not kept. Who does not
    finish may save and resume. A page has one title, that of its question, and a page of which
    someone is asked nothing is passed over. The base language comes first, as LimeSurvey wants it.
    """
    file = io.StringIO()
    table = csv.DictWriter(file, _LIMESURVEY, restval="", delimiter="\t", lineterminator="\n")
    table.writeheader()
    table.writerows(_settings())
    for language in LANGUAGES:
        with speaking(language):
            table.writerows({**row, "language": language} for row in _survey_texts())
    for language in LANGUAGES:
        with speaking(language):
            table.writerows({**row, "language": language} for row in _questions())
    return "\ufeff" + file.getvalue()


def _settings() -> Iterator[_Row]:
    base, *others = LANGUAGES
    settings = {
        "language": base,
        "additional_languages": " ".join(others),
        "format": "G",
        "anonymized": "Y",
        "datestamp": "N",
        "ipaddr": "N",
        "refurl": "N",
        "savetimings": "N",
        "allowsave": "Y",
        "allowprev": "Y",
        "showprogress": "Y",
        "showgroupinfo": "X",
        "shownoanswer": "N",
        "publicstatistics": "N",
        "listpublic": "N",
    }
    for name, value in settings.items():
        yield {"class": "S", "name": name, "text": value}


def _survey_texts() -> Iterator[_Row]:
    survey = load_survey()
    texts = {
        "surveyls_title": str(survey.title),
        "surveyls_welcometext": _paragraphs(
            survey.purpose, survey.privacy, survey.instruction, survey.resume
        ),
        "surveyls_endtext": _paragraphs(survey.thanks),
    }
    for name, text in texts.items():
        yield {"class": "SL", "name": name, "text": text}


def _paragraphs(*texts: Label) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _questions() -> Iterator[_Row]:
    survey = load_survey()
    yield {"class": "G", "type/scale": "1", "name": str(survey.title), "relevance": "1"}
    yield {**_question(_LIST, "role", survey.role_question.label), "mandatory": "Y"}
    for key, role in survey.roles.items():
        yield _answer(key[:CODE_LENGTH], role)
    help_text = str(survey.team_question.help)
    yield {**_question(_SHORT_TEXT, "team", survey.team_question.label), "help": help_text}
    for number, (key, dimension) in enumerate(load_instrument().dimensions.items(), start=2):
        name, seen_by = str(dimension.label), _seen_by(load_instrument().items_of(key))
        yield {"class": "G", "type/scale": str(number), "name": name, "relevance": seen_by}
        yield {**_question(_ARRAY, key, dimension.label), "relevance": seen_by}
        for item in load_instrument().items_of(key):
            yield {
                "class": "SQ",
                "type/scale": "0",
                "name": item.key,
                "relevance": _seen_by([item]),
                "text": str(item.text),
            }
        for step, words in survey.scale.items():
            yield _answer(str(step), words)
        yield _answer(_DONT_KNOW, survey.dont_know)


def _question(kind: str, name: str, text: Label) -> _Row:
    return {
        "class": "Q",
        "type/scale": kind,
        "name": name,
        "relevance": "1",
        "text": str(text),
        "mandatory": "N",
        "other": "N",
    }


def _answer(code: str, words: Words) -> _Row:
    return {"class": "A", "type/scale": "0", "name": code, "text": str(words.label)}


def _seen_by(items: Iterable[Item]) -> str:
    """Who sees any of these questions, in the expressions of LimeSurvey."""
    roles, kinds = load_survey().roles, {item.respondents for item in items}
    answering = [key for key, role in roles.items() if kinds & set(role.answering)]
    if len(answering) == len(roles):
        return "1"
    return " or ".join(f"role.NAOK == '{key[:CODE_LENGTH]}'" for key in answering)
