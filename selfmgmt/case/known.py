"""The keys a case may use: those of the data, and the criteria and saving mixes of its own."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from selfmgmt.evidence.files import read_mapping
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.evidence.options import named_options
from selfmgmt.language import Label
from selfmgmt.resources import DATA

DO_NOTHING = "do_nothing"
EVENLY = "evenly"
NONE = "none"
"""No saving mix, or no way of working but today's."""

_own: ContextVar[tuple[str, ...]] = ContextVar("_own", default=())
_own_mixes: ContextVar[tuple[str, ...]] = ContextVar("_own_mixes", default=())


@cache
def criteria() -> Mapping[str, Label]:
    """Every criterion and its label."""
    return _labels("criteria")


@cache
def judged_criteria() -> Mapping[str, Label]:
    """The criteria on which people give points, and the model does not compute."""
    return _labels("criteria", kind="judged")


@contextmanager
def with_own(criteria: Iterable[object], mixes: Iterable[object] = ()) -> Iterator[None]:
    """Inside the ``with`` block these are criteria and saving mixes too: those that a case adds."""
    tokens = _own.set(tuple(map(str, criteria))), _own_mixes.set(tuple(map(str, mixes)))
    try:
        yield
    finally:
        _own.reset(tokens[0])
        _own_mixes.reset(tokens[1])


def known_mixes() -> tuple[str, ...]:
    """The keys of every saving mix that the case at hand may use; ``none`` is no mix at all."""
    return tuple(dict.fromkeys((*named_mixes(), *_own_mixes.get(), NONE)))


def known_criteria() -> Mapping[str, Label]:
    """Every criterion that the case at hand may weigh; its own ones go by their key."""
    return {**criteria(), **_own_labels()}


def known_judged_criteria() -> Mapping[str, Label]:
    """Every criterion on which the options of the case at hand may be judged."""
    return {**judged_criteria(), **_own_labels()}


def _own_labels() -> dict[str, Label]:
    return {key: Label(nl=key, en=key) for key in _own.get() if key}


@cache
def roles() -> Mapping[str, Label]:
    """Every role that weighs, and its label."""
    return _labels("roles")


@cache
def option_labels() -> Mapping[str, Label]:
    """The named options and their labels; doing nothing comes first."""
    return {key: option.label for key, option in named_options().items()}


@cache
def start_of_a_case() -> dict[str, Any]:
    """What a new case starts with: an example of a cut, and some options."""
    return read_mapping(DATA / "instruments" / "new_case.yaml")


def _labels(name: str, **wanted: str) -> Mapping[str, Label]:
    """The labels in one data file, of the records in which every field has the ``wanted`` value."""
    records = read_mapping(DATA / name / f"{name}.yaml")
    return {
        key: Label.model_validate(record["label"])
        for key, record in records.items()
        if all(record[field] == value for field, value in wanted.items())
    }
