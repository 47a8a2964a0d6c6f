"""An option of a case: a way of working with the levers that differ, and a saving mix."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, create_model

from selfmgmt.case.design import Design
from selfmgmt.case.known import DO_NOTHING, NONE, option_labels
from selfmgmt.case.mix import MixKey
from selfmgmt.case.names import not_too_many, refuse_twins
from selfmgmt.evidence.options import named_options
from selfmgmt.field_facts import fields_of
from selfmgmt.fields import OneOf, Record
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.values import Key, Line, nearest, validation_error, without_open

_NO_WAY = {"motive", "how"}  # levers that leave the way of working as it is


class _Named(Record):
    label: Line | None = Field(
        default=None, title=_("Name"), description=_("What people call this option.")
    )
    based_on: Annotated[str | None, OneOf(option_labels)] = Field(
        default=None,
        validate_default=False,
        title=_("Based on"),
        description=_("The named option from which this one differs."),
    )
    mix: MixKey | None = Field(
        default=None,
        title=_("Saving mix"),
        description=_(
            "What finds the rest of the cut beside this way of working: evenly, hiring_first, "
            "fewer_tasks, overhead_first, one of your own, or none. Open: the mix of the case."
        ),
    )


def _if_any(group: Record) -> Record | None:
    return group if _given(group) else None


def _levers(record: type[Record]) -> type[Record]:
    """``record`` with every field open by default, and nested records likewise."""
    levers: dict[str, Any] = {}
    for name, facts in fields_of(record).items():
        field = record.model_fields[name]
        kind: Any = _levers(facts.record) if facts.record else field.annotation
        checks = [AfterValidator(_if_any)] if facts.record else field.metadata
        levers[name] = (
            Annotated[kind | None, *checks] if checks else kind | None,
            Field(
                default=None,
                validate_default=False,
                title=field.title,
                description=field.description,
            ),
        )
    return create_model(f"{record.__name__}Levers", __base__=Record, **levers)


class Option(_levers(Design), _Named):  # type: ignore[misc]  # its levers are those of Design
    """What an option changes; a lever that is left open stays as in the option it is based on."""

    def design(self, local: Mapping[str, Any] = MappingProxyType({})) -> Design:
        """Every lever, filled in.

        Args:
            local: Levers of the option it is based on that are others in this municipality.
        """
        base = named_options()[str(self.based_on)].changes
        return Design.model_validate(_merged({**base, **local}, self.changes()))

    @property
    def is_way(self) -> bool:
        """Whether it is another way of working than today's, or removes posts by its own levers."""
        named = named_options()[str(self.based_on)]
        return named.is_way or not set(self.changes()) <= _NO_WAY

    @property
    def set_mix(self) -> str | None:
        """The mix that it has by itself; None when it takes that of the case."""
        named = named_options()[str(self.based_on)].mix
        return self.mix or named or (None if self.is_way else NONE)

    @property
    def described_factor(self) -> float:
        """How many times its mix belongs to its description: 1 when it is a saving mix itself."""
        named = named_options()[str(self.based_on)].mix
        has_mix = self.set_mix != NONE
        return 1.0 if has_mix and (named or not self.is_way) else 0.0

    def label_under(self, key: str) -> str:
        """What people call it when it stands under ``key``."""
        named = str(option_labels()[str(self.based_on)])
        return self.label or (named if key == self.based_on else key.replace("_", " "))

    def changes(self) -> dict[str, Any]:
        """The levers that were given; the mandate of teams as a mapping of its own."""
        return {name: value for name, value in _given(self).items() if name in Design.model_fields}


def _given(record: Record) -> dict[str, Any]:
    groups = fields_of(type(record))
    return {
        name: _given(value) if groups[name].record else value
        for name, value in record
        if value is not None
    }


def _merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    nested = {
        name: _merged(base.get(name, {}), value)
        for name, value in changes.items()
        if isinstance(value, dict)
    }
    return base | changes | nested


def _with_base(written: Any) -> Any:
    """Fill in what each option is based on: its namesake, else doing nothing."""
    if not isinstance(written, dict):
        return written
    return {key: _based(key, option) for key, option in written.items()}


def _based(key: Any, written: Any) -> Any:
    given = _given(written) if isinstance(written, Option) else written
    if not isinstance(given, dict | None):
        return given
    looks_named = nearest(key, option_labels())  # what only looks so is refused further on
    return {"based_on": key if looks_named else DO_NOTHING, **without_open(given or {})}


def _with_nothing(options: dict[str, Option]) -> dict[str, Option]:
    """Doing nothing is always among the options, comes first, and changes nothing."""
    nothing = options.get(DO_NOTHING) or Option(based_on=DO_NOTHING)
    given = [*nothing.changes(), *(["mix"] if nothing.mix not in (None, NONE) else [])]
    if given or nothing.based_on != DO_NOTHING:
        raise validation_error(
            gettext(
                "do_nothing changes nothing; remove {levers} or give that option another key.",
                levers=", ".join(given or ["based_on"]),
            )
        )
    return {DO_NOTHING: nothing, **options}


def _each_with_a_name(options: dict[str, Option]) -> dict[str, Option]:
    refuse_twins({key: option.label_under(key) for key, option in options.items()})
    return options


MOST_OPTIONS = 30
Options = Annotated[
    dict[Key, Option],
    BeforeValidator(_with_base),
    BeforeValidator(not_too_many(MOST_OPTIONS)),
    AfterValidator(_with_nothing),
    AfterValidator(_each_with_a_name),
]
