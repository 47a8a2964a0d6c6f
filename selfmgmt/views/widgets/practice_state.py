"""What the page of an instrument is busy with, and every change of that."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from selfmgmt.case import Case
from selfmgmt.case.practice_figures import with_counted_cover
from selfmgmt.case.practice_levers import with_practice
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted
from selfmgmt.practice import Instrument, find_instrument
from selfmgmt.practice.agreement import with_agreed_alike
from selfmgmt.practice.moments import again, tables_now
from selfmgmt.reference.municipalities import plain
from selfmgmt.values import Key
from selfmgmt.views.widgets.tool import ViewState
from selfmgmt.views.words.practice import plain_key

_KEY: TypeAdapter[str] = TypeAdapter(Key)


_LONGEST_KEY = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeState(ViewState):
    """The case, with the instrument and the body that are selected.

    Attributes:
        option: The option whose design the answers are checked against; empty for none.
        added: Rows, columns and bodies that a user named and did not fill in yet.
    """

    instrument: str
    body: str
    option: str = ""
    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def with_practice_answers(case: Case, practice: Mapping[str, Any]) -> Case:
    """The case with other answers."""
    return case.model_copy(update={"practice": practice})


def with_choice(here: PracticeState, what: str, key: str) -> PracticeState:
    """The state with another instrument, body or option selected."""
    if what == "instrument":
        body = first_body(find_instrument(key), here.case)
        return replace(here, instrument=key, body=body, added={})
    return replace(here, **{what: key})  # type: ignore[arg-type]  # both are text


def first_body(instrument: Instrument, case: Case) -> str:
    """The body that a page starts with: the first, or the first that is there."""
    return next(iter(instrument.bodies or tables_now(case.practice.get(instrument.key, {}))), "")


def bodies_of(here: PracticeState, instrument: Instrument) -> dict[str, str]:
    """Every body that may be chosen, by key, and what it is called."""
    filled = tables_now(here.case.practice.get(here.instrument, {}))
    keys = dict.fromkeys([*instrument.bodies, *filled, *here.added.get("body", ())])
    return {key: str(instrument.bodies.get(key, plain_key(key))) for key in keys}


def with_added(here: PracticeState, what: str, name: str) -> PracticeState:
    """The state with one row, column or body more, under a key made of its name."""
    key = plain(name).replace(" ", "_")[:_LONGEST_KEY]
    try:
        _KEY.validate_python(key)
    except ValidationError:
        raise InputError(
            gettext(
                "{given} cannot be used as a name; begin with a letter, and use letters and "
                "figures.",
                given=quoted(name),
            )
        ) from None
    added = {**here.added, what: tuple(dict.fromkeys((*here.added.get(what, ()), key)))}
    return replace(here, added=added, body=key if what == "body" else here.body)


BUTTONS: dict[str, Callable[[PracticeState, Instrument, date], Case]] = {
    "use": lambda here, _instrument, _today: with_practice(here.case, here.option),
    "use_cover": lambda here, _instrument, _today: with_counted_cover(here.case),
    "take_over": lambda here, instrument, _today: with_practice_answers(
        here.case, with_agreed_alike(here.case.practice, instrument)
    ),
    "again": lambda here, instrument, today: with_practice_answers(
        here.case, again(here.case.practice, instrument, today)
    ),
}
"""What a button of the page does to the case."""
