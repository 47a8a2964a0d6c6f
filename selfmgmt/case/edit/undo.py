"""Steps that can be taken back, and taken again."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Kind = TypeVar("Kind")
_REMEMBERED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Generic[Kind]):
    """What is there now, with what was before it and, after going back, what came after.

    Steps with the same ``gesture``, such as one drag of a slider, are taken back as one.

    >>> steps = Steps(now=1).after(2, gesture=7).after(3, gesture=7)
    >>> steps.undone().now, steps.undone().redone().now
    (1, 3)
    """

    now: Kind
    past: tuple[Kind, ...] = ()
    future: tuple[Kind, ...] = ()
    gesture: int | None = None

    def after(self, now: Kind, gesture: int | None = None) -> "Steps[Kind]":
        """The steps when ``now`` comes next; standing still is no step."""
        if now == self.now:
            return self
        goes_on = gesture is not None and gesture == self.gesture
        past = self.past if goes_on else (*self.past, self.now)[-_REMEMBERED:]
        return Steps(now=now, past=past, gesture=gesture)

    def undone(self) -> "Steps[Kind]":
        """One step back, if there is one."""
        if not self.past:
            return self
        *past, now = self.past
        return Steps(now=now, past=tuple(past), future=(self.now, *self.future))

    def redone(self) -> "Steps[Kind]":
        """One step forward again, if there is one."""
        if not self.future:
            return self
        now, *future = self.future
        return Steps(now=now, past=(*self.past, self.now), future=tuple(future))
