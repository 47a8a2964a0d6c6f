"""The options explorer: move a lever, and see at once what it may do."""

from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from selfmgmt.analysis.compare import DRAWS, SEED
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.known import DO_NOTHING, option_labels
from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.views.widgets.board import History, first_board, is_adapted, moved
from selfmgmt.views.widgets.levers import groups, positions
from selfmgmt.views.widgets.results import Results
from selfmgmt.views.widgets.words import page_words

COARSE = 2_000  # draws while a hand moves
_HERE = Path(__file__).parent


class Explorer(anywidget.AnyWidget):
    """Up to three options of a case beside doing nothing, with every lever of one in hand.

    The page asks for one move at a time and gets the whole state back. A move that is not allowed
    leaves everything as it was, and the page tells what is wrong.

    Args:
        case: Where to start.
        draws: Number of possible futures once the hand rests.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = _HERE / "explorer.js"
    _css: ClassVar = _HERE / "explorer.css"

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case, *, draws: int = DRAWS, seed: int = SEED) -> None:
        self._language = current_language()
        self._draws = draws
        self._study = study_of(case)
        self._results = Results(self._study, seed=seed)
        self._history = History(board=first_board(case))
        page = {
            "language": self._language,
            "draws": draws,
            "words": page_words(),
            "groups": groups(),
        }
        super().__init__(page=page, state=self._shown(self._history, draws))
        self.on_msg(lambda _widget, message, _buffers: self.answer(message))

    @property
    def case(self) -> Case:
        """The case as it stands on the page."""
        return self._history.board.case

    def answer(self, message: Any) -> None:
        """Do what the page asks, and send it the new state with the number of its question."""
        asked = message if isinstance(message, dict) else {}
        with speaking(self._language):
            try:
                history = self._next(message, asked)
                looks = asked.get("do") == "look"
                state = self._shown(history, self._draws if looks else min(COARSE, self._draws))
            except InputError as fault:
                state = self._faulty(asked, str(fault))
            except Exception:  # the page must live on, whatever happens
                self.log.exception("explorer: %r", message)
                words = gettext("Something went wrong here. The last good result still stands.")
                state = self._faulty(asked, words)
            else:
                self._history = history
        self.state = {**state, "seq": asked.get("seq")}

    def _next(self, message: Any, asked: dict[Any, Any]) -> History:
        match asked.get("do"):
            case "undo":
                return self._history.undone()
            case "redo":
                return self._history.redone()
        gesture = asked.get("gesture")
        board = moved(self._history.board, message)
        return self._history.after(board, gesture if isinstance(gesture, int) else None)

    def _faulty(self, asked: dict[Any, Any], words: str) -> dict[str, Any]:
        lever = asked.get("lever")
        return {**self.state, "fault": {"lever": str(lever) if lever else "", "words": words}}

    def _shown(self, history: History, draws: int) -> dict[str, Any]:
        board = history.board
        case = board.case
        return {
            "seq": None,
            "shown": list(board.shown),
            "place": board.place,
            "options": _options(case),
            "positions": positions(self._study, case.question, case.design(board.in_hand)),
            "results": self._results.document(case, list(filter(None, board.shown)), draws=draws),
            "undo": bool(history.past),
            "redo": bool(history.future),
            "fault": None,
        }


def _options(case: Case) -> list[dict[str, Any]]:
    """Every option that can be shown: those of the case, then the other named ones."""
    own = [
        {"key": key, "label": case.label(key), "adapted": is_adapted(case, key)}
        for key in case.options
    ]
    named = [
        {"key": key, "label": str(label), "adapted": False}
        for key, label in option_labels().items()
        if key not in case.options
    ]
    return [one for one in own + named if one["key"] != DO_NOTHING]
