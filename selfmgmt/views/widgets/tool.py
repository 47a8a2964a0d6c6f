"""What every page with a form does alike: answer one question at a time about one case."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from selfmgmt.case import Case
from selfmgmt.case.edit.form_error import FormError
from selfmgmt.case.edit.undo import Steps
from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.numbers import quoted
from selfmgmt.views.widgets.bundle import style, with_tables

_HERE = Path(__file__).parent
Asked = dict[Any, Any]


def with_blocks(*parts: Path) -> str:
    """The modules or style sheets in ``parts``, with that of tables; it comes last."""
    return with_tables(*parts) if parts[0].suffix == ".js" else style(*parts)


def asset(name: str) -> str:
    """The module or style sheet ``name``, with what all pages have in common."""
    return assets(name)


def assets(*names: str) -> str:
    """The modules or style sheets of one page in parts, with what all pages have in common."""
    common = _HERE / f"common{Path(names[0]).suffix}"
    return with_blocks(common, *(_HERE / name for name in names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a page is busy with.

    Attributes:
        case: The case; always one that can be saved.
        in_hand: What of it is in hand, such as the role that weighs; empty for all of it.
        ground: What was looked up once and stays the same while people work.
    """

    case: Case
    in_hand: str = ""
    ground: Any = field(default=None, compare=False, repr=False)


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
    looks: ClassVar = frozenset({"look"})

    def __init__(self, case: Case, *, page: dict[str, Any]) -> None:
        self._language = current_language()
        self._faults: dict[str, str] = {}
        self._steps = Steps(now=self._laid(case))
        page = {"language": self._language, **page}
        super().__init__(page=page, state=self._shown(self._steps, {}))
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
            steps = Steps(now=self._laid(case))
            state = self._shown(steps, {})
        self._faults.clear()
        self._steps, self.state = steps, {**state, "faults": {}}

    def answer(self, message: Any) -> None:
        """Do what the page asks, and send it the new state with the number of its question."""
        asked: Asked = message if isinstance(message, dict) else {}
        with speaking(self._language):
            try:
                steps = self._next(asked)
                self._settled(asked)
                state = self._shown(steps, asked)
            except FormError as fault:
                state = self._faulty_fields(str(asked.get("field")), fault.fields)
            except InputError as fault:
                state = self._faulty(asked, str(fault))
            except Exception:  # the page must live on, whatever happens
                self.log.exception("page: %r", message)
                words = gettext("Something went wrong here. The last good result still stands.")
                state = self._faulty({}, words)
            else:
                self._steps = steps
        self.state = {**state, "seq": asked.get("seq")}

    @abstractmethod
    def _laid(self, case: Case) -> Desk:
        """``case`` on the desk, with all looked up that stays the same while people work."""

    @abstractmethod
    def _after(self, desk: Desk, asked: Asked) -> Desk:
        """The desk after what the page asks for; an ``InputError`` when that is not allowed."""

    @abstractmethod
    def _drawn(self, desk: Desk, asked: Asked) -> dict[str, Any]:
        """All that the page shows of the desk."""

    def _next(self, asked: Asked) -> Steps[Desk]:
        match asked.get("do"):
            case "undo":
                return self._steps.undone()
            case "redo":
                return self._steps.redone()
            case do if do in self.looks:
                return self._steps
        gesture = asked.get("gesture")
        desk = self._after(self._steps.now, asked)
        return self._steps.after(desk, gesture if isinstance(gesture, int) else None)

    def _settled(self, asked: Asked) -> None:
        """A good figure takes away what was wrong at its field; another desk all that was wrong."""
        if "field" in asked:
            self._forget(str(asked["field"]))
        elif asked.get("do") not in self.looks:
            self._faults.clear()

    def _faulty(self, asked: Asked, words: str) -> dict[str, Any]:
        if "field" not in asked:
            return {**self.state, "alarm": words}
        return self._faulty_fields(str(asked["field"]), {"": words})

    def _faulty_fields(self, form: str, fields: Mapping[str, str]) -> dict[str, Any]:
        """What is wrong at the fields of one form; that of a form of one field has no name."""
        self._forget(form)
        self._faults |= {f"{form}.{name}".rstrip("."): words for name, words in fields.items()}
        return {**self.state, "alarm": "", "faults": dict(self._faults)}

    def _forget(self, form: str) -> None:
        """Take away what was wrong at a field, and at the fields of a form."""
        for name in [*self._faults]:
            if name == form or name.startswith(f"{form}."):
                del self._faults[name]

    def _shown(self, steps: Steps[Desk], asked: Asked) -> dict[str, Any]:
        return {
            "seq": None,
            **self._drawn(steps.now, asked),
            "undo": bool(steps.past),
            "redo": bool(steps.future),
            "faults": dict(self._faults),
            "alarm": "",
        }


def cannot_do(asked: Asked) -> InputError:
    """The refusal of a question that no page asks."""
    return InputError(gettext("{given} is nothing that this page can do.", given=quoted(asked)))
