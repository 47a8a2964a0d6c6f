"""What a page works on a case with, as the case bar and the end of the page know it."""

from typing import Protocol, TypeVar, runtime_checkable

from selfmgmt.case import Case


class Tool(Protocol):
    """What a page works on a case with: the explorer, a form."""

    @property
    def case(self) -> Case:
        """The case as it stands on the page."""

    def show(self, case: Case) -> None:
        """Go on with another case; an ``InputError`` leaves everything as it was."""


@runtime_checkable
class HasLayout(Protocol):
    """A tool on which options lie beside each other; a link tells which."""

    @property
    def layout(self) -> str:
        """How they lie, in the tool's own words; empty as at the start."""

    def set_layout(self, layout: str) -> None:
        """Show them so."""


@runtime_checkable
class Concluding(Protocol):
    """A tool that says in a sentence what it comes down to now."""

    @property
    def conclusion(self) -> str:
        """That sentence, in the language of the page."""


AnyTool = TypeVar("AnyTool", bound=Tool)
