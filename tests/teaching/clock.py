"""How long a step of a session takes: what is said, read and clicked, counted from the words."""

import re
from dataclasses import dataclass

from selfmgmt.teaching.kit import TimedStep

SAID, READ = 130, 200  # words a minute: spoken calmly; read silently, with understanding
CHOICE, CLICK = 6, 5  # seconds: to choose an answer; to press a button
JOIN = 180  # seconds until a room has typed an address or scanned a code, and is in
MOVES = 3  # of the facilitator: choose, ask, reveal
MINUTE = 60


def words_in(text: str) -> int:
    """Words, without bare numbers."""
    return len(re.findall(r"[^\W\d][\w'’-]*", text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Screens:
    """What stands on the screens in a step.

    Attributes:
        form: The questions as a participant reads them.
        questions: How many answers are chosen.
        result: What the presenter's screen shows afterwards.
    """

    form: str = ""
    questions: int = 0
    result: str = ""


def minutes_needed(step: TimedStep, screens: Screens, paper: str) -> float:
    """Minutes of a step, the planned talk included.

    Args:
        step: The step.
        screens: What stands on the screens.
        paper: What people read on paper.
    """
    needed = step.talk + words_in(str(step.content.say)) / SAID
    needed += words_in(screens.form + screens.result + paper) / READ
    if screens.questions:
        needed += (screens.questions * CHOICE + MOVES * CLICK) / MINUTE
    if step.step == "welcome":
        needed += JOIN / MINUTE - 1  # people come in while the goal is stated
    return needed
