"""What a group agreed: written down by the facilitator, without names of people."""

from pathlib import Path

from pydantic import Field

from selfmgmt.fields import Record
from selfmgmt.language import gettext, speaking
from selfmgmt.teaching.written import read_written

FILE = "notes.yaml"
_EXAMPLE = "[{what: ..., who: ..., by: ...}]"


class NextStep(Record):
    """Something that will be done; ``who`` is a role or a team."""

    what: str = Field(min_length=1)
    who: str = ""
    by: str = ""


class Notes(Record):
    """What was agreed, and what comes next."""

    seen: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    change_mind: tuple[str, ...] = ()
    next_steps: tuple[NextStep, ...] = ()


def empty_notes(language: str) -> str:
    """The file to fill in, with what each part is for."""
    with speaking(language):
        parts = {
            "seen": gettext("What surprised us, beside what we predicted"),
            "agreed": gettext("On what we agree"),
            "differ": gettext("On what we differ, and why"),
            "change_mind": gettext("Which figure would change our mind"),
            "next_steps": gettext("What comes next, for example {example}", example=_EXAMPLE),
        }
        opening = gettext("What came of the session. No names of people; one line for each.")
    return f"# {opening}\n" + "".join(f"# {words}\n{key}: []\n" for key, words in parts.items())


def read_notes(folder: Path) -> Notes:
    """The notes in a folder; empty ones when nobody wrote any.

    Raises:
        InputError: With every fault.
    """
    path = folder / FILE
    if not path.exists():
        return Notes()
    return read_written(Notes, path)
