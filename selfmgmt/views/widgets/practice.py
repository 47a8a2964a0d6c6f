"""The page of an instrument of practice: filled in by bodies apart, with what follows from it."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from string import ascii_lowercase
from typing import Any, ClassVar, cast

from pydantic import TypeAdapter, ValidationError

from selfmgmt.case import Case
from selfmgmt.case.practice_figures import with_counted_cover
from selfmgmt.case.practice_levers import practice_levers, with_practice
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import long_date, quoted
from selfmgmt.practice import Instrument, PracticeResult, find_instrument, with_answer
from selfmgmt.practice.agreement import agreed_alike, with_agreed_alike
from selfmgmt.practice.cells import text_of_answer
from selfmgmt.practice.moments import again, tables_earlier, tables_now
from selfmgmt.reference.municipalities import plain
from selfmgmt.values import Key
from selfmgmt.views.practice import result_of
from selfmgmt.views.practice_form import practice_form
from selfmgmt.views.practice_tables import practice_csv, practice_workbook
from selfmgmt.views.widgets.bundle import page_module, page_style
from selfmgmt.views.widgets.pictures import on_page
from selfmgmt.views.widgets.practice_words import described, practice_words
from selfmgmt.views.widgets.tool import Request, Tool, ViewState, cannot_do
from selfmgmt.views.words.practice import answered_sentences, finding_sentence, plain_key
from selfmgmt.views.words.practice_levers import cover_sentences, lever_sentences

Document = Callable[[Case, str], bytes]
"""Makes a document of what was filled in on an instrument of a case."""

_KEY: TypeAdapter[str] = TypeAdapter(Key)
_LONGEST_KEY = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _PracticeState(ViewState):
    """The case, with the instrument and the body that are selected.

    Attributes:
        option: The option whose design the answers are checked against; empty for none.
        added: Rows, columns and bodies that a user named and did not fill in yet.
    """

    instrument: str
    body: str
    option: str = ""
    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class PracticePage(Tool):
    """Instruments that are filled in, one at a time and by one body at a time.

    Args:
        case: Where to start.
        instruments: Keys of the instruments on this page.
        documents: Name of a file to what makes it, beside the form and the table.
        today: The date under which answers are kept; that of the computer when left out.

    Raises:
        InputError: There is no such instrument.
    """

    _esm: ClassVar = page_module("practice")
    _css: ClassVar = page_style("practice")
    queries: ClassVar = frozenset({"look", "picture", "form"})

    def __init__(
        self,
        case: Case,
        instruments: Sequence[str],
        *,
        documents: Mapping[str, Document] | None = None,
        today: date | None = None,
    ) -> None:
        self._today = today or date.today()
        self._instruments = [find_instrument(key) for key in instruments]
        self._files: dict[str, Document] = {**_FILES, **(documents or {})}
        page = {
            "draws": 0,
            "words": practice_words(),
            "instruments": {one.key: described(one) for one in self._instruments},
            "files": list(self._files),
        }
        super().__init__(case, page=page)

    @property
    def conclusion(self) -> str:
        """What stands out most on the selected sheet."""
        found = self.state["found"]
        return str(found[0] if found else self.page["words"]["nothing"])

    def _view_state(self, case: Case) -> ViewState:
        if hasattr(self, "_steps"):
            here = cast(_PracticeState, self._steps.now)
            return replace(
                here, case=case, option=here.option if here.option in case.options else ""
            )
        first = self._instruments[0]
        return _PracticeState(case=case, instrument=first.key, body=_first_body(first, case))

    def _after(self, view: ViewState, request: Request) -> ViewState:
        here = cast(_PracticeState, view)
        instrument = find_instrument(here.instrument)
        match request:
            case {"do": "set", "field": str(cell), "value": str(value)} if "." in cell:
                path = (here.instrument, here.body, *cell.split(".", 1))
                practice = with_answer(here.case.practice, path, value)
                return replace(here, case=_answers(here.case, practice))
            case {"do": "instrument" | "body" | "option" as what, "key": str(key)} if (
                key in self._choices(here)[what]
            ):
                return _with_choice(here, what, key)
            case {"do": "add", "field": str(what), "value": str(name)} if _adds(instrument, what):
                return _with_added(here, what, name)
            case {"do": str(do)} if do in _BUTTONS:
                return replace(here, case=_BUTTONS[do](here, instrument, self._today))
        raise cannot_do(request)

    def _choices(self, here: _PracticeState) -> dict[str, Any]:
        """What may be chosen, by what it is."""
        return {
            "instrument": self.page["instruments"],
            "body": _bodies(here, find_instrument(here.instrument)),
            "option": ("", *here.case.options),
        }

    def _rendered(self, view: ViewState, request: Request) -> dict[str, Any]:
        here = cast(_PracticeState, view)
        instrument = find_instrument(here.instrument)
        result = result_of(here.case, here.instrument, here.option)
        do, file = request.get("do"), str(request.get("form", ""))
        if do == "form" and file not in self._files:
            raise cannot_do(request)
        return {
            "draws": 0,
            "instrument": here.instrument,
            "body": here.body,
            "bodies": _bodies(here, instrument),
            "cells": _cells(instrument, here),
            "rows": _added_keys(here, "row", 0),
            "columns": _added_keys(here, "column", 1),
            "differ": _differ(result),
            "answered": answered_sentences(instrument, result),
            "found": [finding_sentence(instrument, one) for one in result.findings],
            "alike": _alike(instrument, here),
            "earlier": [long_date(date.fromisoformat(day)) for day in _earlier(here)],
            "levers": lever_sentences(practice_levers(here.case.practice)),
            "cover": cover_sentences(here.case) if instrument.model == "cover" else [],
            "options": {
                key: here.case.label(key)
                for key, option in here.case.options.items()
                if option.is_way
            },
            "option": here.option,
            "figure": self._figure(here, instrument, result) if do == "picture" else None,
            "download": self._download(here, file) if do == "form" else None,
        }

    @staticmethod
    def _figure(here: _PracticeState, instrument: Instrument, result: PracticeResult) -> Any:
        from selfmgmt.views.charts.practice import practice_chart

        chart = practice_chart(instrument, result, here.body)
        return on_page(chart) if chart else None

    def _download(self, here: _PracticeState, file: str) -> dict[str, str]:
        content = self._files[file](here.case, here.instrument)
        name = f"{here.instrument}{file[file.index('.') :] if file.startswith('.') else '_' + file}"
        return {"name": name, "content": b64encode(content).decode("ascii")}


_FILES: dict[str, Document] = {
    "form.html": practice_form,
    ".xlsx": practice_workbook,
    ".csv": practice_csv,
}


_BUTTONS: dict[str, Callable[[_PracticeState, Instrument, date], Case]] = {
    "use": lambda here, _instrument, _today: with_practice(here.case, here.option),
    "use_cover": lambda here, _instrument, _today: with_counted_cover(here.case),
    "take_over": lambda here, instrument, _today: _answers(
        here.case, with_agreed_alike(here.case.practice, instrument)
    ),
    "again": lambda here, instrument, today: _answers(
        here.case, again(here.case.practice, instrument, today)
    ),
}
"""What a button of the page does to the case."""


def _answers(case: Case, practice: Mapping[str, Any]) -> Case:
    """The case with other answers."""
    return case.model_copy(update={"practice": practice})


def _with_choice(here: _PracticeState, what: str, key: str) -> _PracticeState:
    """The state with another instrument, body or option selected."""
    if what == "instrument":
        body = _first_body(find_instrument(key), here.case)
        return replace(here, instrument=key, body=body, added={})
    return replace(here, **{what: key})  # type: ignore[arg-type]  # both are text


def _first_body(instrument: Instrument, case: Case) -> str:
    """The body that a page starts with: the first, or the first that is there."""
    return next(iter(instrument.bodies or tables_now(case.practice.get(instrument.key, {}))), "")


def _bodies(here: _PracticeState, instrument: Instrument) -> dict[str, str]:
    """Every body that may be chosen, by key, and what it is called."""
    filled = tables_now(here.case.practice.get(here.instrument, {}))
    keys = dict.fromkeys([*instrument.bodies, *filled, *here.added.get("body", ())])
    return {key: str(instrument.bodies.get(key, plain_key(key))) for key in keys}


def _cells(instrument: Instrument, here: _PracticeState) -> dict[str, str]:
    """Row and column with a point between them, to what was filled in."""
    rows = here.case.practice.get(here.instrument, {}).get(here.body, {})
    return {
        f"{row}.{column}": text_of_answer(instrument, column, answer)
        for row, cells in rows.items()
        for column, answer in cells.items()
    }


def _added_keys(here: _PracticeState, what: str, level: int) -> list[dict[str, str]]:
    """Rows or columns that users added, in any body of the instrument."""
    instrument = find_instrument(here.instrument)
    known = instrument.columns if level else instrument.rows
    tables = tables_now(here.case.practice.get(here.instrument, {})).values()
    rows = [key for table in tables for key in table]
    columns = [key for table in tables for cells in table.values() for key in cells]
    offered = ascii_lowercase[: instrument.letters] if level else ""
    keys = dict.fromkeys([*offered, *(columns if level else rows), *here.added.get(what, ())])
    label = str if level else plain_key
    return [{"key": key, "label": label(key)} for key in keys if key not in known]


def _alike(instrument: Instrument, here: _PracticeState) -> int:
    """How many answers can be taken over into what was agreed."""
    if here.body != instrument.agreed:
        return 0
    found = agreed_alike(instrument, here.case.practice.get(here.instrument, {}))
    return sum(map(len, found.values()))


def _earlier(here: _PracticeState) -> list[str]:
    """The dates of which answers are kept."""
    return list(tables_earlier(here.case.practice.get(here.instrument, {})))


def _differ(result: PracticeResult) -> list[str]:
    """The cells on which bodies differ."""
    return [f"{one.row}.{one.values['column']}" for one in result.about("differ")]


def _adds(instrument: Instrument, what: str) -> bool:
    """Whether users may add a row, a column or a body."""
    may = {
        "row": instrument.own_rows > 0,
        "column": instrument.own_columns is not None,
        "body": instrument.own_bodies,
    }
    return may.get(what, False)


def _with_added(here: _PracticeState, what: str, name: str) -> _PracticeState:
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
