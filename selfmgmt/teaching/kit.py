"""What is printed for a session, as data: schedule, guide, roles, cards and the story of a case."""

from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, TypeAdapter

from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import Label
from selfmgmt.teaching.ballot import HOME
from selfmgmt.teaching.session import Length

PAGES = Path(__file__).parent / "pages"
_SCHEDULES: dict[Length, str] = {"90": "m90", "150": "m150", "half_days": "half_days"}


class Step(Record):
    """What is done in a step of a session.

    Attributes:
        vote: The ballot that is asked in it.
        paper: Which handout people read in it.
    """

    title: Label
    do: Label
    say: Label
    vote: str = ""
    paper: Literal["", "case", "roles"] = ""


class TimedStep(Record):
    """A step with its time.

    Attributes:
        step: Key of the step.
        minutes: How long it takes, of which ``talk`` for talking, writing and walking.
    """

    step: str
    minutes: int = Field(ge=1, le=120)
    talk: int = Field(ge=0, le=120)

    @property
    def content(self) -> Step:
        """What is done in it."""
        return load_steps()[self.step]


class Part(Record):
    """A session without a night in between."""

    title: Label
    minutes: int
    steps: tuple[TimedStep, ...]

    def timed(self) -> tuple[tuple[int, TimedStep], ...]:
        """Each step with the minute at which it begins."""
        begins = accumulate((step.minutes for step in self.steps), initial=0)
        return tuple(zip(begins, self.steps, strict=False))


class Schedule(Record):
    """What happens when."""

    label: Label
    parts: tuple[Part, ...]

    def votes(self) -> tuple[str, ...]:
        """The ballots that are asked, each once, in order."""
        votes = [step.content.vote for part in self.parts for step in part.steps]
        return tuple(dict.fromkeys(filter(None, votes)))


class RoleCard(Record):
    """A role to play. ``parameter`` is the figure of the ledger that it may name."""

    label: Label
    goal: Label
    red_line: Label
    parameter: str
    secret: Label


class Story(Record):
    """What people read of a ready case."""

    name: Label
    story: tuple[Label, ...]


class Misconception(Record):
    """What people often think, and what to say then."""

    thought: Label
    answer: Label


class SourceQuestion(Record):
    """A question about where a figure comes from, answered by the ledger."""

    ask: Label
    parameters: tuple[str, ...]


class Guide(Record):
    """What a facilitator reads."""

    goal: tuple[Label, ...]
    prepare: tuple[Label, ...]
    room: tuple[Label, ...]
    sentences: tuple[Label, ...]
    misconceptions: tuple[Misconception, ...]
    questions: tuple[SourceQuestion, ...]
    debrief: tuple[Label, ...]
    fallback: tuple[Label, ...]
    after: tuple[Label, ...]


class LeverCard(Record):
    """A card with a lever and the question that belongs to it."""

    title: Label
    ask: Label


class Cards(Record):
    """Cards and forms."""

    levers: tuple[LeverCard, ...]
    proposal: tuple[Label, ...]
    prediction: tuple[Label, ...]
    break_model: tuple[Label, ...]
    result: tuple[Label, ...]
    commitment: Label


def _read(name: str, kind: Any) -> Any:
    return TypeAdapter(kind).validate_python(read_mapping(HOME / f"{name}.yaml"))


@cache
def load_steps() -> dict[str, Step]:
    """The steps in ``data/teaching``.

    >>> load_steps()["weights_again"].vote
    'weights'
    """
    found: dict[str, Step] = _read("steps", dict[str, Step])
    return found


@cache
def schedule_of(length: Length) -> Schedule:
    """The schedule of a session of some length.

    >>> schedule_of("90").votes()
    ('learning', 'weights', 'predict_half_the_managers')
    """
    found: Schedule = _read("schedules", dict[str, Schedule])[_SCHEDULES[length]]
    return found


@cache
def load_guide() -> Guide:
    """The guide in ``data/teaching``."""
    found: Guide = _read("guide", Guide)
    return found


@cache
def load_role_cards() -> dict[str, RoleCard]:
    """The six roles in ``data/teaching``.

    >>> list(load_role_cards())
    ['alderman', 'head', 'team', 'works_council', 'resident', 'controller']
    """
    found: dict[str, RoleCard] = _read("roles", dict[str, RoleCard])
    return found


@cache
def load_cards() -> Cards:
    """The cards and forms in ``data/teaching``."""
    found: Cards = _read("cards", Cards)
    return found


@cache
def load_stories() -> dict[str, Story]:
    """The ready cases in words.

    >>> list(load_stories())
    ['small', 'middle', 'shared']
    """
    found: dict[str, Story] = _read("stories", dict[str, Story])
    return found


def words_of(name: str, language: str) -> dict[str, str]:
    """The words of a data file in one language, by key."""
    labels: dict[str, Label] = _read(name, dict[str, Label])
    return {key: str(getattr(label, language)) for key, label in labels.items()}
