"""What is wrong in a form of several fields that are given together, each fault at its field."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from selfmgmt.case.faults import path_of, sentence_of
from selfmgmt.errors import InputError

Kind = TypeVar("Kind")


class FormError(InputError):
    """The input is wrong; ``fields`` tells of each field what."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = dict(fields)
        super().__init__(*self.fields.values())


def read_fields(  # noqa: PLR0913  all but two by keyword
    kind: type[Kind],
    written: Any,
    *,
    record: type[BaseModel],
    fields: tuple[str, ...],
    other: str,
    known: Mapping[str, str] | None = None,
) -> Kind:
    """What was written in a form, checked.

    Args:
        kind: What it must become; an annotated type may stand here.
        written: What the fields hold.
        record: The record in which the fields are.
        fields: The fields of the form that go by the name of a field of the record.
        other: The field of the form that all other faults belong to.
        known: Faults that were found before, by field.

    Raises:
        FormError: With what is wrong at each field, all at once.
    """
    faults = dict(known or {})
    try:
        found: Kind = TypeAdapter(kind).validate_python(written)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            at = next((name for name in path_of(detail) if name in fields), other)
            faults.setdefault(str(at), sentence_of(detail, record))
    if faults:
        raise FormError(faults)
    return found
