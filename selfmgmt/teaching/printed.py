"""The guide and the handouts of a session: as a page to print, and in Word to change at will."""

from collections.abc import Iterator, Sequence

from selfmgmt.case import Case
from selfmgmt.evidence.ledger import Parameter, load_ledger
from selfmgmt.evidence.records import Source
from selfmgmt.evidence.show import rests_on
from selfmgmt.field_facts import fields_of
from selfmgmt.language import speaking
from selfmgmt.numbers import exact_percentage, number
from selfmgmt.reporting.documents.docx import docx_of
from selfmgmt.reporting.pages.html import STYLE
from selfmgmt.teaching.experiments import PREFIX, load_experiments
from selfmgmt.teaching.kit import (
    PAGES,
    load_cards,
    load_guide,
    load_role_cards,
    load_stories,
    schedule_of,
    words_of,
)
from selfmgmt.teaching.session import Session

GUIDE, HANDOUTS = "guide", "handouts"
_MOST_SOURCES = 3


def printed(session: Session, case: Case, story: str, *, word: bool) -> dict[str, bytes]:
    """File to content: the guide and the handouts, each as a page and in Word.

    Args:
        session: The session.
        case: Its case.
        story: Key of the ready case; empty for a case of the facilitator's own.
        word: Whether to make the Word documents.

    Raises:
        InputError: Word documents are asked for, and this computer cannot make them.
    """
    found: dict[str, bytes] = {}
    for name in (GUIDE, HANDOUTS):
        page = kit_page(name, session, case, story)
        found[f"{name}.html"] = page.encode()
        if word:
            opening = words_of("kit", session.language)["opening"]
            found[f"{name}.docx"] = docx_of(page, session.language, opening=opening)
    return found


def kit_page(name: str, session: Session, case: Case, story: str) -> str:
    """The guide or the handouts as a page that asks nothing of the network."""
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    words = words_of("kit", session.language)
    environment = Environment(
        loader=FileSystemLoader(PAGES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    style = STYLE.read_text("utf-8") + (PAGES / "kit.css").read_text("utf-8")
    with speaking(session.language):
        page: str = environment.get_template(f"{name}.html.j2").render(
            words=words,
            language=session.language,
            session=session,
            title=f"{words[f'{name}_title']}: {session.title}",
            byline=words["byline"].format(
                people=session.people,
                tables=session.tables,
                code=session.code,
                length=schedule_of(session.length).label,
            ),
            style=Markup(style),  # noqa: S704  our own
            schedule=schedule_of(session.length),
            ballots=session.load_ballots(),
            guide=load_guide(),
            cards=load_cards(),
            experiments=[
                load_experiments()[key.removeprefix(PREFIX)]
                for key in session.ballots
                if key.startswith(PREFIX)
            ],
            sources=list(_sources(words["more_sources"])),
            roles=_roles(words),
            story=load_stories()[story].story if story else (),
            organisation=list(_organisation(case)),
            case=case,
        )
    return page


def _sources(more: str) -> Iterator[dict[str, str]]:
    """Each question about a figure, with what the ledger says of it."""
    ledger = load_ledger()
    for question in load_guide().questions:
        for key in question.parameters:
            parameter = ledger.parameters[key]
            yield {
                "ask": str(question.ask),
                "label": str(parameter.label),
                "range": f"{_range(parameter)} {parameter.unit}",
                "grade": f"{parameter.grade}: {rests_on(parameter)}",
                "source": _first_sources(ledger.sources_of(parameter), more),
            }


def _first_sources(sources: Sequence[Source], more: str) -> str:
    """A few sources, and how many more there are."""
    words = [str(source) for source in sources[:_MOST_SOURCES]]
    rest = len(sources) - len(words)
    return " ".join([*words, *([more.format(count=rest) + "."] if rest else [])])


def _range(parameter: Parameter) -> str:
    values = (parameter.low, parameter.central, parameter.high)
    return " – ".join(dict.fromkeys(map(parameter.unit.write, values)))


def _roles(words: dict[str, str]) -> list[dict[str, str]]:
    """The role cards; each fact comes from the ledger."""
    ledger = load_ledger()
    found = []
    for card in load_role_cards().values():
        parameter = ledger.parameters[card.parameter]
        fact = words["fact_line"].format(
            label=parameter.label,
            range=_range(parameter),
            unit=parameter.unit,
            grade=parameter.grade,
        )
        found.append(
            {
                "label": str(card.label),
                "goal": str(card.goal),
                "red_line": str(card.red_line),
                "fact": fact,
                "secret": str(card.secret),
            }
        )
    return found


def _organisation(case: Case) -> Iterator[tuple[str, str]]:
    """The figures of the organisation that are filled in, in words."""
    for name, field in fields_of(type(case.organisation)).items():
        value = getattr(case.organisation, name)
        if value is not None and field.limits is not None:
            write = exact_percentage if field.limits.is_share else number
            values = dict.fromkeys(write(end) for end in (value.low, value.high))
            yield field.title, " – ".join(values)
