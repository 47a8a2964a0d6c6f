"""What someone wrote on a form, as a value that a case may hold."""

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from selfmgmt.case.faults import sentence_of
from selfmgmt.errors import InputError

Kind = TypeVar("Kind")


def checked(kind: type[Kind], given: Any, *, record: type[BaseModel] | None = None) -> Kind:
    """``given`` as ``kind``, which may be an annotated type.

    Args:
        kind: What it must become.
        given: What was written.
        record: The record that sentences are about; ``kind`` itself when left out.

    Raises:
        InputError: With every fault in it.
    """
    wanted: Any = kind
    about = record or wanted
    try:
        found: Kind = _adapter(wanted).validate_python(given)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise InputError(*(sentence_of(detail, about) for detail in details)) from None
    return found


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
