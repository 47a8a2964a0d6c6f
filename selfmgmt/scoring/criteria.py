"""What options are judged on: computed by the model, or judged by people from 0 to 100."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Self, get_args

from pydantic import TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from selfmgmt.case import Case
from selfmgmt.case.criterion import OwnCriterion
from selfmgmt.case.means import is_means, means_refused
from selfmgmt.errors import InputError
from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Number, Record
from selfmgmt.language import Label, gettext
from selfmgmt.resources import DATA

_ANCHORED = {0, 50, 100}
_NO_SOURCE = Label(nl="Eigen criterium", en="Criterion of one's own")
_POINTS = Label(nl="punten van 0 tot 100", en="points from 0 to 100")
_ANCHORS = Label(nl="De ankers van het criterium", en="The anchors of the criterion")


Group = Literal["money", "residents", "staff", "steering", "identity", "own"]
GROUPS: tuple[Group, ...] = get_args(Group)


class Scale(Record):
    """The two figures between which points are given; they hang on no set of options.

    Attributes:
        worst: Worth 0, like all beyond it.
        best: Worth 1, like all beyond it.
        measure: What the figures are: the outcome itself, its change against doing nothing in the
            same draw, the chance of it over all draws, or the outcome as times the saving target
            or the horizon.
        figure: How people read them.
    """

    worst: Number
    best: Number
    measure: Literal["value", "change", "chance", "of_target", "of_horizon"] = "value"
    figure: Literal["percentage", "percentage_points", "index", "points", "times"]
    grade: Literal["A", "B", "C", "D"]
    source: Label

    @model_validator(mode="after")
    def _has_length(self) -> Self:
        if self.worst == self.best:
            fault = gettext("a scale needs two ends that differ.")
            raise PydanticCustomError("scale", "{fault}", {"fault": fault})
        return self


class Criterion(Record):
    """One public goal, and how it is measured."""

    label: Label
    description: Label
    unit: Label
    group: Group
    kind: Literal["computed", "judged"]
    outcome: str | None = None
    better: Literal["higher", "lower"]
    practice: tuple[str, ...] = ()
    default: bool = False
    asked: bool = False
    source: Label
    scale: Scale | None = None
    anchors: dict[int, Label] | None = None

    @property
    def ends(self) -> Scale:
        """The scale on which it is scored; of a judged criterion its anchors."""
        return self.scale or _ANCHOR_SCALES[self.better]

    @model_validator(mode="after")
    def _measurable(self) -> Self:
        if self.kind == "computed" and not (self.outcome and self.scale):
            fault = gettext("a computed criterion names its outcome and the scale of it.")
        elif self.scale and (self.scale.best > self.scale.worst) != (self.better == "higher"):
            fault = gettext("the scale runs the other way than `better` says; turn one of them.")
        elif self.kind == "judged" and set(self.anchors or {}) != _ANCHORED:
            fault = gettext("a judged criterion says in words what 0, 50 and 100 mean (anchors).")
        elif is_means(self.label.nl, self.label.en):
            fault = means_refused(str(self.label))
        else:
            return self
        raise PydanticCustomError("criterion", "{fault}", {"fault": fault})


def _between_anchors(worst: float, best: float) -> Scale:
    return Scale(worst=worst, best=best, figure="points", grade="D", source=_ANCHORS)


_ANCHOR_SCALES = {"higher": _between_anchors(0, 100), "lower": _between_anchors(100, 0)}


def read_criteria(written: Mapping[str, Any]) -> dict[str, Criterion]:
    """Criteria from a mapping of key to record, as in ``data/criteria/criteria.yaml``.

    Raises:
        InputError: A record is incomplete or wrong, or makes self-organisation itself the goal.
    """
    faults = [means_refused(key) for key in written if is_means(key)]
    found: dict[str, Criterion] = {}
    try:
        found = TypeAdapter(dict[str, Criterion]).validate_python(dict(written))
    except ValidationError as error:
        faults += [_worded(dict(fault)) for fault in error.errors()]
    if faults:
        raise InputError(*faults)
    return found


@cache
def load_criteria() -> dict[str, Criterion]:
    """Every criterion in ``data/criteria``, in the order of the file.

    >>> load_criteria()["payback"].better
    'lower'
    """
    return read_criteria(read_mapping(DATA / "criteria" / "criteria.yaml"))


@cache
def load_groups() -> dict[str, Label]:
    """The groups of goals and what they are called, in the order of the file.

    >>> str(load_groups()["staff"])
    'Medewerkers'
    """
    written = read_mapping(DATA / "criteria" / "groups.yaml")
    return TypeAdapter(dict[str, Label]).validate_python(written)


def default_criteria() -> dict[str, Criterion]:
    """The criteria that every case starts with."""
    return {key: criterion for key, criterion in load_criteria().items() if criterion.default}


def label_of(key: str) -> str:
    """What people call a criterion; where the case is not at hand, its own ones by their key.

    >>> label_of("net_saving"), label_of("green_streets")
    ('Netto besparing', 'green streets')
    """
    known = load_criteria().get(key)
    return str(known.label) if known else key.replace("_", " ")


def criteria_of(case: Case) -> dict[str, Criterion]:
    """The criteria that a case can weigh: those of ``data/criteria``, and its own.

    >>> "closeness" in criteria_of(Case(name="Urk", municipalities="Urk"))
    True
    """
    return load_criteria() | {key: _judged(own) for key, own in case.criteria.items()}


def weighed_criteria(case: Case) -> dict[str, Criterion]:
    """The criteria that ``case`` weighs: the default set, its own, and what anyone weighs."""
    points = [*case.weights.values(), *_compared(case)]
    named = {key for given in points for key in given}
    found = criteria_of(case)
    return default_criteria() | {key: found[key] for key in [*sorted(named), *case.criteria]}


def _compared(case: Case) -> list[tuple[str, ...]]:
    return [response.compared() for voices in case.voices.values() for response in voices.values()]


def _judged(own: OwnCriterion) -> Criterion:
    return Criterion(
        label=_label(own.label),
        description=_label(own.description or own.label),
        unit=_POINTS,
        group="own",
        kind="judged",
        better=own.better,
        source=_NO_SOURCE,
        anchors={0: _label(own.at_0), 50: _label(own.at_50), 100: _label(own.at_100)},
    )


def _label(words: str) -> Label:
    """Words of the user, that are the same in both languages."""
    return Label(nl=words, en=words)


def _worded(fault: dict[str, Any]) -> str:
    field_path = ".".join(str(part) for part in fault["loc"])
    return gettext("criteria {place}: {fault}", place=field_path, fault=fault["msg"])
