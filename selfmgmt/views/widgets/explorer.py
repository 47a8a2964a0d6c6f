"""The options explorer: move a lever, and see at once what it may do."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Protocol

import anywidget
import traitlets

from selfmgmt.analysis.compare import SEED
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.edit.combination import mixes, ways
from selfmgmt.case.edit.undo import Steps
from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.simulation import DRAWS
from selfmgmt.views.widgets.bundle import page_module, style
from selfmgmt.views.widgets.explorer_layout import from_layout, layout_of
from selfmgmt.views.widgets.explorer_on_page import ExplorerOnPage, Fault, listed, note_of, offered
from selfmgmt.views.widgets.explorer_page import page_of
from selfmgmt.views.widgets.explorer_state import ExplorerState, first_view, moved, opened
from selfmgmt.views.widgets.figures import FigureRow, figure_rows
from selfmgmt.views.widgets.lever_positions import positions
from selfmgmt.views.widgets.results import Results
from selfmgmt.views.widgets.tool import Request

COARSE = 512  # draws while a hand moves
_HERE = Path(__file__).parent


class Further(Protocol):
    """Questions about the case on the page that take some computing, and their answers."""

    page: Mapping[str, Any]
    """``sections``: each a question with ``key``, ``title`` and ``about``."""
    state: Mapping[str, str]
    """Question to its answer in HTML."""

    def answer(self, message: object) -> None:
        """Find the answer to the question ``section`` of the message."""


class Explorer(anywidget.AnyWidget):
    """Up to three options of a case beside doing nothing, with every lever of one in hand.

    The page asks for one move at a time and gets the whole state back. A move that is not allowed
    leaves everything as it was, and the page tells what is wrong.

    Args:
        case: Where to start.
        draws: Number of possible futures once the hand rests.
        seed: Start of the random numbers.
        further: What answers further questions; none are offered when left out.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = page_module("widget")
    _css: ClassVar = style(_HERE / "explorer.css")

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    figures = traitlets.List().tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        case: Case,
        *,
        draws: int = DRAWS,
        seed: int = SEED,
        further: Further | None = None,
    ) -> None:
        self._language = current_language()
        self._draws = draws
        self._seed = seed
        self._further = further
        self._results = self._results_for(case)
        self._steps = Steps(now=first_view(case))
        super().__init__(
            page=self._page(case),
            state=self._whole_state(self._steps, self._results, draws),
            figures=figure_rows(self._results.study),
        )
        self.on_msg(lambda _widget, message, _buffers: self.answer(message))

    @property
    def case(self) -> Case:
        """The case as it stands on the page."""
        return self._steps.now.case

    def show(self, case: Case) -> None:
        """Put another case on the page and draw it at once; steps taken before cannot be undone.

        Options that lie beside each other stay there when ``case`` has them too.

        Raises:
            InputError: The case refers to something that does not exist; the page stays as it was.
        """
        with speaking(self._language):
            results = self._results_for(case)
            steps = Steps(now=opened(self._steps.now, case))
            state = self._whole_state(steps, results, self._draws)
            figures = figure_rows(results.study)
            page = self._page(case)
        self._results, self._steps = results, steps
        with self.hold_sync():
            self.page, self.figures, self.state = page, figures, state

    @property
    def layout(self) -> str:
        """How the options lie beside each other, for a link."""
        return layout_of(self._steps.now)

    def set_layout(self, layout: str) -> None:
        """Lay the options as ``layout`` tells; empty is as at the start."""
        with speaking(self._language):
            steps = Steps(now=from_layout(self.case, layout))
            state = self._whole_state(steps, self._results, self._draws)
        self._steps, self.state = steps, state

    def answer(self, message: object) -> None:
        """Do what the page asks, and send it the new state with the number of its question."""
        request: Request = message if isinstance(message, dict) else {}
        figures = self.figures
        with speaking(self._language):
            try:
                if request.get("do") == "ask" and self._further:
                    self._ask(self._further, str(request.get("question")))
                    request = {**request, "do": "look"}
                steps = self._next(request)
                results = self._results_of(steps.now.case)
                whole = request.get("do") == "look"
                draws = self._draws if whole else min(COARSE, self._draws)
                state = self._whole_state(
                    steps, results, draws, shares=request.get("shares") is True
                )
                state["note"] = self.state["note"] if whole else note_of(self._steps.now, steps.now)
                figures = self._figures_of(results)
            except InputError as fault:
                state = self._faulty(request, str(fault), getattr(fault, "fields", {}))
            except Exception:  # the page must live on, whatever happens
                self.log.exception("explorer: %r", message)
                words = gettext("Something went wrong here. The last good result still stands.")
                state = self._faulty(request, words)
            else:
                self._steps, self._results = steps, results
        with self.hold_sync():
            self.figures, self.state = figures, {**state, "seq": request.get("seq")}

    def _ask(self, further: Further, question: str) -> None:
        further.answer({"section": question})
        self.answers = dict(further.state)

    def _page(self, case: Case) -> Mapping[str, object]:
        questions = self._further.page["sections"] if self._further else []
        return {**page_of(case), "questions": questions}

    def _results_for(self, case: Case) -> Results:
        return Results(study_of(case), draws=self._draws, seed=self._seed)

    def _results_of(self, case: Case) -> Results:
        """What computes ``case``: another one when figures of the model were replaced."""
        if case.assumptions == self._results.study.case.assumptions:
            return self._results
        return self._results_for(case)

    def _figures_of(self, results: Results) -> list[FigureRow]:
        return self.figures if results is self._results else figure_rows(results.study)

    def _next(self, request: Request) -> Steps[ExplorerState]:
        match request.get("do"):
            case "undo":
                return self._steps.undone()
            case "redo":
                return self._steps.redone()
            case "look":
                return self._steps
        gesture = request.get("gesture")
        view = moved(self._steps.now, request)
        return self._steps.after(view, gesture if isinstance(gesture, int) else None)

    def _faulty(
        self, request: Request, words: str, fields: Mapping[str, str] | None = None
    ) -> ExplorerOnPage:
        fault: Fault = {
            "lever": str(request.get("lever") or ""),
            "words": words,
            "fields": {**(fields or {})},
        }
        last: ExplorerOnPage = self.state
        return {**last, "fault": fault}

    def _whole_state(
        self, steps: Steps[ExplorerState], results: Results, draws: int, *, shares: bool = False
    ) -> ExplorerOnPage:
        view = steps.now
        case = view.everything
        return {
            "seq": None,
            "shown": list(view.slots),
            "place": view.slot,
            "charts": list(view.charts),
            "options": offered(view),
            "ways": listed(ways(case)),
            "mixes": listed(mixes(case)),
            "label": case.options[view.selected].label or case.label(view.selected),
            "positions": positions(results.study, case.question, case.design(view.selected)),
            "results": results.document(
                case,
                list(filter(None, view.slots)),
                draws=draws,
                shares=shares and draws == self._draws,
            ),
            "whole": draws == self._draws,
            "fitted": case.question.at_equal_money,
            "undo": bool(steps.past),
            "redo": bool(steps.future),
            "note": "",
            "fault": None,
        }
