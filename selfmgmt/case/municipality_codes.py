"""The municipalities of a case, as names or codes, with commas between them or in a list."""

from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
)

from selfmgmt.errors import InputError
from selfmgmt.reference.municipalities import find_municipality, names_in
from selfmgmt.values import validation_error


def _code(written: str) -> str:
    try:
        return find_municipality(written).code
    except InputError as fault:
        raise validation_error(str(fault)) from None


def _listed(written: object) -> object:
    """One text may name several municipalities, with commas between them."""
    return names_in(written) if isinstance(written, str) else written


def _without_twins(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


Municipalities = Annotated[
    tuple[Annotated[str, AfterValidator(_code)], ...],
    BeforeValidator(_listed),
    AfterValidator(_without_twins),
    Field(min_length=1),
]
