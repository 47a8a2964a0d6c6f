"""What there is to know about the fields of a record: titles, limits and choices, in words.

Checks, sliders, the workbook, the JSON Schema and the code book all ask :func:`fields_of`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from selfmgmt.fields import Figure, Limits, OneOf, Record, inner_type
from selfmgmt.language import current_language, gettext
from selfmgmt.values import Number as Number  # part of what a record is made of
from selfmgmt.values import WholeNumber as WholeNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFacts:
    """What there is to know about one field of a record."""

    name: str
    title: str
    description: str
    limits: Limits | None
    choices: tuple[str, ...]
    kind: str
    required: bool
    record: type[Record] | None
    """The record that the field holds, when it is a group of fields."""

    @property
    def allowed(self) -> str:
        """What may be filled in, in words; empty when anything may."""
        if self.limits:
            return self.limits.words(amount=self.kind == "amount")
        if self.kind == "bool":
            return gettext("yes or no")
        return ", ".join(self.choices)

    @property
    def explanation(self) -> str:
        """What the field means and what may be filled in."""
        allowed = gettext("Allowed: {allowed}.", allowed=self.allowed) if self.allowed else ""
        return f"{self.description} {allowed}".strip()


def fields_of(record: type[BaseModel]) -> dict[str, FieldFacts]:
    """The fields of a record in the order of its class, worded for the reader."""
    return dict(_fields_of(record, current_language()))


@cache
def _fields_of(record: type[BaseModel], _language: str) -> dict[str, FieldFacts]:
    return {name: _facts(name, info) for name, info in record.model_fields.items()}


def _facts(name: str, info: Any) -> FieldFacts:
    inner = inner_type(info.annotation)
    return FieldFacts(
        name=name,
        title=gettext(info.title or name),
        description=gettext(info.description or ""),
        limits=next((rule for rule in info.metadata if isinstance(rule, Limits)), None),
        choices=_choices(inner, info.metadata),
        kind=_kind(inner),
        required=info.is_required(),
        record=inner if _is_group(inner) else None,
    )


def _is_group(annotation: Any) -> bool:
    return (
        isinstance(annotation, type)
        and issubclass(annotation, Record)
        and not issubclass(annotation, Figure)
    )


def _choices(inner: Any, metadata: Iterable[Any]) -> tuple[str, ...]:
    if get_origin(inner) is Literal:
        return tuple(get_args(inner))
    known = next((rule for rule in metadata if isinstance(rule, OneOf)), None)
    return tuple(known.labels()) if known else ()


def _kind(inner: Any) -> str:
    if get_origin(inner) is Literal:
        return "choice"
    return str(getattr(get_origin(inner) or inner, "__name__", "other")).lower()
