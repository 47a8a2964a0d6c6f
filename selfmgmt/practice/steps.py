"""The steps, stop rules and method cards that a roadmap is made of, read from ``data/practice``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from selfmgmt.errors import InputError
from selfmgmt.evidence.files import AnyRecord, Reader, read_mapping
from selfmgmt.evidence.warnings import LeverCondition
from selfmgmt.fields import Record
from selfmgmt.language import Label, gettext
from selfmgmt.resources import DATA
from selfmgmt.values import unknown, validation_error

FOLDER = DATA / "practice"
Track = Literal["professionalisation", "independence", "cooperation", "results"]
Group = Literal["staff", "teams", "managers", "board"]
Owner = Literal["secretary", "college", "teams", "controller", "staff_departments"]
Moment = Literal["council", "works_council", "decision"]


class Days(Record):
    """Working days that a step asks of staff, managers and board together."""

    fixed: float = Field(default=0, ge=0)
    per_team: float = Field(default=0, ge=0)


class MethodCard(Record):
    """How to do something, in three lines, and what to look out for."""

    key: str
    label: Label
    when: Label
    how: tuple[Label, ...] = Field(min_length=3, max_length=3)
    caution: Label


class StopRule(Record):
    """When to halt and repair: a path of the model, on which side of which line.

    Attributes:
        margin: How far from today is too far; for a rule that is held against today.
        quantile: The bad end of what the model expects; for the other rules.
        then: What to do when it applies.
    """

    key: str
    label: Label
    path: str
    side: Literal["above", "below"]
    margin: float | None = Field(default=None, gt=0)
    quantile: Literal["p10", "p90"] | None = None
    kind: Literal["share", "eur", "index", "points"]
    grade: Literal["A", "B", "C", "D"]
    source: Label
    then: Label

    @model_validator(mode="after")
    def _has_one_line(self) -> Self:
        if (self.margin is None) == (self.quantile is None):
            raise validation_error(gettext("a stop rule has a margin or a quantile, and not both."))
        return self


class Step(Record):
    """One step of a roadmap.

    Attributes:
        months_from: The lever, in quarters, that says how long it takes; ``months`` at least.
        needs: Steps that come before it, as far as they are in the roadmap.
        always: Whether it belongs to every roadmap.
        weak: The condition that brings it in when it is weak.
        levers: It comes in too when one of these levers of the design is within its bounds.
        last: Whether all other steps come before it.
    """

    key: str
    label: Label
    what: Label
    track: Track
    group: Group
    owner: Owner
    months: int = Field(ge=0, le=24)
    months_from: str | None = None
    needs: tuple[str, ...] = ()
    always: bool = False
    weak: str | None = None
    levers: dict[str, LeverCondition] = Field(default_factory=dict)
    mends: str | None = None
    after_start: bool = False
    last: bool = False
    moment: Moment | None = None
    entry: Label
    stops: tuple[str, ...] = ()
    method: str | None = None
    days: Days
    practice: tuple[str, ...] = Field(min_length=1)


class Development(Record):
    """What one group learns to do (B4), and who helps.

    Attributes:
        lever: The lever of the design that pays for it.
        pays: For what that lever pays.
    """

    behaviour: Label
    helps: Label
    lever: Literal["training", "coaches", "managers_after", "control"]
    pays: Label


class RoadmapWords(Record):
    """What tracks, groups, owners and moments are called, and the settings of a roadmap."""

    tracks: dict[Track, Label]
    groups: dict[Group, Label]
    owners: dict[Owner, Label]
    moments: dict[Moment, Label]
    weak_below: float = Field(ge=0, le=1)
    most_months: int = Field(ge=3, le=48)
    hours_a_day: float = Field(gt=0, le=24)
    development: dict[Group, Development]


@cache
def load_steps(path: Path = FOLDER / "steps.yaml") -> Mapping[str, Step]:
    """All steps by key, in the order of the file.

    Raises:
        InputError: With every fault in the file, also a step that needs one that is not there.

    >>> load_steps()["decision"].needs
    ('works_council', 'who_decides')
    """
    reader = Reader()
    found = reader.many(Step, path)
    for step in found.values():
        for field, given, known in (
            ("needs", step.needs, found),
            ("stops", step.stops, load_stops()),
            ("method", (step.method,) if step.method else (), load_methods()),
        ):
            for name in set(given) - set(known):
                reader.fault(f"{path.name}, {step.key}, {field}", unknown(name, known))
    reader.finish()
    return found


@cache
def load_stops() -> Mapping[str, StopRule]:
    """All stop rules by key."""
    return _many(StopRule, "stops.yaml")


@cache
def load_methods() -> Mapping[str, MethodCard]:
    """All method cards by key.

    >>> "servant_leadership" in load_methods()
    True
    """
    return _many(MethodCard, "methods.yaml")


@cache
def load_words() -> RoadmapWords:
    """The words and settings of a roadmap."""
    return RoadmapWords.model_validate(read_mapping(FOLDER / "roadmap.yaml"))


def find_method(key: str) -> MethodCard:
    """One method card.

    Raises:
        InputError: There is no such card.
    """
    if key not in load_methods():
        raise InputError(unknown(key, load_methods()))
    return load_methods()[key]


def _many(record: type[AnyRecord], name: str) -> Mapping[str, AnyRecord]:
    reader = Reader()
    found = reader.many(record, FOLDER / name)
    reader.finish()
    return found
