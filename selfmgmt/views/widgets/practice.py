"""The page of an instrument of practice: filled in by bodies apart, with what follows from it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar, cast

from selfmgmt.case import Case
from selfmgmt.case.practice_levers import practice_levers
from selfmgmt.numbers import long_date
from selfmgmt.practice import Instrument, PracticeResult, find_instrument, with_answer
from selfmgmt.views.practice import result_of
from selfmgmt.views.practice_form import practice_form
from selfmgmt.views.practice_tables import practice_csv, practice_workbook
from selfmgmt.views.widgets.bundle import page_module, page_style
from selfmgmt.views.widgets.instrument_on_page import additions, described
from selfmgmt.views.widgets.pictures import FileOnPage, PictureOnPage, file_on_page, on_page
from selfmgmt.views.widgets.practice_on_page import (
    PracticeOnPage,
    added_keys,
    alike_count,
    cells_of,
    differing_cells,
    kept_dates,
)
from selfmgmt.views.widgets.practice_state import (
    BUTTONS,
    PracticeState,
    bodies_of,
    first_body,
    with_added,
    with_choice,
    with_practice_answers,
)
from selfmgmt.views.widgets.practice_words import practice_words
from selfmgmt.views.widgets.tool import Request, Tool, ViewState, cannot_do
from selfmgmt.views.words.practice import answered_sentences, finding_sentence
from selfmgmt.views.words.practice_levers import cover_sentences, lever_sentences

Document = Callable[[Case, str], bytes]
"""Makes a document of what was filled in on an instrument of a case."""


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
            here = cast(PracticeState, self._steps.now)
            return replace(
                here, case=case, option=here.option if here.option in case.options else ""
            )
        first = self._instruments[0]
        return PracticeState(case=case, instrument=first.key, body=first_body(first, case))

    def _after(self, view: ViewState, request: Request) -> ViewState:
        here = cast(PracticeState, view)
        instrument = find_instrument(here.instrument)
        added = additions(instrument)
        match request:
            case {"do": "set", "field": str(cell), "value": str(value)} if "." in cell:
                path = (here.instrument, here.body, *cell.split(".", 1))
                practice = with_answer(here.case.practice, path, value)
                return replace(here, case=with_practice_answers(here.case, practice))
            case {"do": "instrument" | "body" | "option" as what, "key": str(key)} if (
                key in self._choices(here)[what]
            ):
                return with_choice(here, what, key)
            case {"do": "add", "field": str(what), "value": str(name)} if what in added:
                return with_added(here, what, name)
            case {"do": str(do)} if do in BUTTONS:
                return replace(here, case=BUTTONS[do](here, instrument, self._today))
        raise cannot_do(request)

    def _choices(self, here: PracticeState) -> Mapping[str, Collection[str]]:
        """What may be chosen, by what it is."""
        return {
            "instrument": self.page["instruments"],
            "body": bodies_of(here, find_instrument(here.instrument)),
            "option": ("", *here.case.options),
        }

    def _rendered(self, view: ViewState, request: Request) -> PracticeOnPage:
        here = cast(PracticeState, view)
        instrument = find_instrument(here.instrument)
        result = result_of(here.case, here.instrument, here.option)
        do, file = request.get("do"), str(request.get("form", ""))
        if do == "form" and file not in self._files:
            raise cannot_do(request)
        return {
            "draws": 0,
            "instrument": here.instrument,
            "body": here.body,
            "bodies": bodies_of(here, instrument),
            "cells": cells_of(instrument, here),
            "rows": added_keys(here, "row", 0),
            "columns": added_keys(here, "column", 1),
            "differ": differing_cells(result),
            "answered": answered_sentences(instrument, result),
            "found": [finding_sentence(instrument, one) for one in result.findings],
            "alike": alike_count(instrument, here),
            "earlier": [long_date(date.fromisoformat(day)) for day in kept_dates(here)],
            "levers": lever_sentences(practice_levers(here.case.practice)),
            "cover": cover_sentences(here.case) if instrument.model == "cover" else [],
            "options": {
                key: here.case.label(key)
                for key, option in here.case.options.items()
                if option.is_way
            },
            "option": here.option,
            "figure": _figure(here, instrument, result) if do == "picture" else None,
            "download": self._download(here, file) if do == "form" else None,
        }

    def _download(self, here: PracticeState, file: str) -> FileOnPage:
        content = self._files[file](here.case, here.instrument)
        name = f"{here.instrument}{file if file.startswith('.') else '_' + file}"
        return file_on_page(name, content)


def _figure(
    here: PracticeState, instrument: Instrument, result: PracticeResult
) -> PictureOnPage | None:
    from selfmgmt.views.charts.practice import practice_chart

    chart = practice_chart(instrument, result, here.body)
    return on_page(chart) if chart else None


_FILES: dict[str, Document] = {
    "form.html": practice_form,
    ".xlsx": practice_workbook,
    ".csv": practice_csv,
}
