"""What options are judged on: computed by the model, or judged by people from 0 to 100."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Self

from pydantic import TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from selfmgmt.errors import InputError
from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import Label, gettext
from selfmgmt.resources import DATA

_ANCHORED = {0, 50, 100}
_MEANS = (
    *("zelforganis", "zelfstur", "zelfmanag"),
    *("selforgani", "selfmanag", "selfsteer", "selfdirect", "selfgovern"),
)


class Criterion(Record):
    """One public goal, and how it is measured."""

    label: Label
    description: Label
    unit: Label
    kind: Literal["computed", "judged"]
    outcome: str | None = None
    better: Literal["higher", "lower"]
    practice: tuple[str, ...] = ()
    default: bool = False
    source: Label
    anchors: dict[int, Label] | None = None

    @model_validator(mode="after")
    def _measurable(self) -> Self:
        if self.kind == "computed" and not self.outcome:
            fault = gettext("a computed criterion names the outcome that it comes from.")
        elif self.kind == "judged" and set(self.anchors or {}) != _ANCHORED:
            fault = gettext("a judged criterion says in words what 0, 50 and 100 mean (anchors).")
        elif is_means(self.label.nl, self.label.en):
            fault = means_refused(str(self.label))
        else:
            return self
        raise PydanticCustomError("criterion", "{fault}", {"fault": fault})


def is_means(*names: str) -> bool:
    """Whether a name makes self-organisation itself the goal.

    >>> is_means("More self-organisation"), is_means("Service quality")
    (True, False)
    """
    letters = ("".join(filter(str.isalpha, name.lower())) for name in names)
    return any(word in name for name in letters for word in _MEANS)


def means_refused(name: str) -> str:
    """Why self-organisation is no criterion, and what to do instead."""
    return gettext(
        "{given} cannot be a criterion: self-organisation is a means, not a goal. Name what it "
        "should bring to residents, staff or budget, such as service_quality or net_saving.",
        given=repr(name),
    )


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


def default_criteria() -> dict[str, Criterion]:
    """The criteria that every case starts with."""
    return {key: criterion for key, criterion in load_criteria().items() if criterion.default}


def _worded(fault: dict[str, Any]) -> str:
    place = ".".join(str(part) for part in fault["loc"])
    return gettext("criteria {place}: {fault}", place=place, fault=fault["msg"])
