"""The scan and the team yardstick on paper: pages that print well on A4, in both languages."""

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from selfmgmt.language import LANGUAGES, Label, gettext, speaking
from selfmgmt.readiness.instrument import Item, load_instrument
from selfmgmt.readiness.wording import load_survey
from selfmgmt.readiness.yardstick import Aspect, load_yardstick

_STYLE = Path(__file__).with_name("paper.css")
_BOX = "☐"


def survey_form() -> str:
    """The readiness scan as one page of HTML, first in Dutch and then in English."""
    with speaking(LANGUAGES[0]):
        return _page(load_survey().title, [_in(language, _scan) for language in LANGUAGES])


def yardstick_form() -> str:
    """The team yardstick as one page of HTML, first in Dutch and then in English."""
    with speaking(LANGUAGES[0]):
        return _page(load_yardstick().title, [_in(language, _yardstick) for language in LANGUAGES])


def _page(title: Label, parts: Iterable[str]) -> str:
    style = _STYLE.read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{LANGUAGES[0]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{_text(title)}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n{''.join(parts)}</body>\n</html>\n"
    )


def _in(language: str, make: Callable[[], str]) -> str:
    """A part in one language; every language begins on a page of its own."""
    with speaking(language):
        page = "" if language == LANGUAGES[0] else ' class="new-page"'
        return f'<section lang="{language}"{page}>\n{make()}</section>\n'


def _scan() -> str:
    survey, instrument = load_survey(), load_instrument()
    roles = "".join(f"<p>{_BOX} {_text(role.label)}</p>\n" for role in survey.roles.values())
    return "".join(
        [
            f"<h1>{_text(survey.title)}</h1>\n",
            _paragraphs(survey.purpose, survey.privacy, survey.instruction),
            f"<fieldset><legend>{_text(survey.role_question.label)}</legend>\n{roles}</fieldset>\n",
            f'<p>{_text(survey.team_question.label)} <span class="line"></span></p>\n',
            _paragraphs(*filter(None, [survey.team_question.help])),
            *(
                _table(_text(dimension.label), map(_statement, instrument.items_of(key)))
                for key, dimension in instrument.dimensions.items()
            ),
            _paragraphs(survey.thanks),
        ]
    )


def _table(caption: str, statements: Iterable[str]) -> str:
    survey = load_survey()
    choices = [words.label for words in (*survey.scale.values(), survey.dont_know)]
    heads = "".join(f'<th scope="col">{_text(choice)}</th>' for choice in choices)
    boxes = f'<td class="box">{_BOX}</td>' * len(choices)
    rows = "".join(f'<tr><th scope="row">{row}</th>{boxes}</tr>\n' for row in statements)
    first = escape(gettext("Sentence"))
    return (
        f"<table>\n<caption>{caption}</caption>\n"
        f'<thead><tr><th scope="col">{first}</th>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _statement(item: Item) -> str:
    """The words of an item, and for whom it is when that is not everyone."""
    roles = load_survey().roles.values()
    answering = [role for role in roles if item.respondents in role.answering]
    if len(answering) == len(roles):
        return _text(item.text)
    who = ", ".join(str(role.label).lower() for role in answering)
    only = escape(gettext("only: {who}", who=who))
    return f"{_text(item.text)} <small>({only})</small>"


def _yardstick() -> str:
    yardstick = load_yardstick()
    to_fill_in = (
        gettext("What changed for us since last time:"),
        gettext("Our subject:"),
        gettext("Our step for the next three months:"),
    )
    return "".join(
        [
            f"<h1>{_text(yardstick.title)}</h1>\n",
            _paragraphs(yardstick.purpose),
            _list("ol", yardstick.steps),
            _list("ul", yardstick.cautions),
            '<div class="aspects">\n',
            *map(_aspect, yardstick.aspects.values()),
            "</div>\n",
            *(f'<p>{escape(words)} <span class="line"></span></p>\n' for words in to_fill_in),
        ]
    )


def _aspect(aspect: Aspect) -> str:
    stages = "".join(f"<p>{_BOX} {_text(stage)}</p>\n" for stage in aspect.stages)
    return f"<fieldset><legend>{_text(aspect.label)}</legend>\n{stages}</fieldset>\n"


def _paragraphs(*texts: Label) -> str:
    return "".join(f"<p>{_text(text)}</p>\n" for text in texts)


def _list(tag: str, texts: Iterable[Label]) -> str:
    return f"<{tag}>\n{''.join(f'<li>{_text(text)}</li>' for text in texts)}\n</{tag}>\n"


def _text(words: Label) -> str:
    return escape(str(words))
