"""What every page with a form does alike: answer one question at a time about one case."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypedDict

import anywidget
import traitlets

from selfmgmt.case import Case
from selfmgmt.case.edit.form_error import FormError
from selfmgmt.case.edit.undo import Steps
from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.numbers import quoted

Request = Mapping[str, object]
"""What a page asks: JSON of which nothing is known until a pattern has matched it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewState:
    """What a page is busy with.

    Attributes:
        case: The case; always one that can be saved.
        selected: What of it is selected, such as the role that weighs; empty for all of it.
        base: What was looked up once and stays the same while people work.
    """

    case: Case
    selected: str = ""
    base: Any = field(default=None, compare=False, repr=False)


class FormState(TypedDict):
    """What the state of every page with a form has.

    Attributes:
        seq: The number of the question that this answers.
        faults: Field to what is wrong there.
        alarm: What is wrong as a whole.
    """

    seq: object
    undo: bool
    redo: bool
    faults: dict[str, str]
    alarm: str


class Tool(anywidget.AnyWidget):
    """A page about one case.

    The page asks for one thing at a time and gets the whole state back. What is not allowed
    leaves the last good state as it was, and the page tells what is wrong, at the field.

    Args:
        case: Where to start.
        page: All that does not change while people work.
    """

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    queries: ClassVar = frozenset({"look"})

    def __init__(self, case: Case, *, page: Mapping[str, object]) -> None:
        self._language = current_language()
        self._faults: dict[str, str] = {}
        self._steps = Steps(now=self._view_state(case))
        page = {"language": self._language, **page}
        super().__init__(page=page, state=self._whole_state(self._steps, {}))
        self.on_msg(lambda _widget, message, _buffers: self.answer(message))

    @property
    def case(self) -> Case:
        """The case as it stands on the page."""
        return self._steps.now.case

    def show(self, case: Case) -> None:
        """Put another case on the page; steps taken before cannot be undone.

        Raises:
            InputError: The case refers to something that does not exist; the page stays as it was.
        """
        with speaking(self._language):
            steps = Steps(now=self._view_state(case))
            state = self._whole_state(steps, {})
        self._faults.clear()
        self._steps, self.state = steps, {**state, "faults": {}}

    def answer(self, message: object) -> None:
        """Do what the page asks, and send it the new state with the number of its question."""
        request: Request = message if isinstance(message, dict) else {}
        with speaking(self._language):
            try:
                steps = self._next(request)
                self._settled(request)
                state = self._whole_state(steps, request)
            except FormError as fault:
                state = self._faulty_fields(str(request.get("field")), fault.fields)
            except InputError as fault:
                state = self._faulty(request, str(fault))
            except Exception:  # the page must live on, whatever happens
                self.log.exception("page: %r", message)
                words = gettext("Something went wrong here. The last good result still stands.")
                state = self._faulty({}, words)
            else:
                self._steps = steps
        self.state = {**state, "seq": request.get("seq")}

    @abstractmethod
    def _view_state(self, case: Case) -> ViewState:
        """The state for ``case``, with all looked up that stays the same while people work."""

    @abstractmethod
    def _after(self, view: ViewState, request: Request) -> ViewState:
        """The state after what the page asks for; an ``InputError`` when that is not allowed."""

    @abstractmethod
    def _rendered(self, view: ViewState, request: Request) -> Mapping[str, object]:
        """All that the page shows of its state."""

    def _next(self, request: Request) -> Steps[ViewState]:
        match request.get("do"):
            case "undo":
                return self._steps.undone()
            case "redo":
                return self._steps.redone()
            case do if do in self.queries:
                return self._steps
        gesture = request.get("gesture")
        view = self._after(self._steps.now, request)
        return self._steps.after(view, gesture if isinstance(gesture, int) else None)

    def _settled(self, request: Request) -> None:
        """A good value takes away what was wrong at its field; another state all of it."""
        if "field" in request:
            self._forget(str(request["field"]))
        elif request.get("do") not in self.queries:
            self._faults.clear()

    def _faulty(self, request: Request, words: str) -> Mapping[str, object]:
        if "field" not in request:
            return {**self.state, "alarm": words}
        return self._faulty_fields(str(request["field"]), {"": words})

    def _faulty_fields(self, form: str, fields: Mapping[str, str]) -> Mapping[str, object]:
        """What is wrong at the fields of one form; that of a form of one field has no name."""
        self._forget(form)
        self._faults |= {f"{form}.{name}".rstrip("."): words for name, words in fields.items()}
        return {**self.state, "alarm": "", "faults": dict(self._faults)}

    def _forget(self, form: str) -> None:
        """Take away what was wrong at a field, and at the fields of a form."""
        for name in [*self._faults]:
            if name == form or name.startswith(f"{form}."):
                del self._faults[name]

    def _whole_state(self, steps: Steps[ViewState], request: Request) -> Mapping[str, object]:
        form: FormState = {
            "seq": None,
            "undo": bool(steps.past),
            "redo": bool(steps.future),
            "faults": dict(self._faults),
            "alarm": "",
        }
        return {**self._rendered(steps.now, request), **form}


def cannot_do(request: Request) -> InputError:
    """The refusal of a question that no page asks."""
    return InputError(gettext("{given} is nothing that this page can do.", given=quoted(request)))
