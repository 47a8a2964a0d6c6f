"""Files that a facilitator writes or keeps: read whole, with every fault named."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from selfmgmt.errors import InputError
from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import gettext

Kind = TypeVar("Kind", bound=Record)


def read_written(kind: type[Kind], path: Path) -> Kind:
    """What stands in a file, as a ``kind``.

    Raises:
        InputError: With every fault.
    """
    try:
        return kind.model_validate(read_mapping(path))
    except ValidationError as error:
        raise InputError(
            *(
                gettext(
                    "{file}: {field} is {given}, and that is not allowed.",
                    file=path.name,
                    field=".".join(map(str, fault["loc"])),
                    given=repr(fault["input"]),
                )
                for fault in error.errors()
            )
        ) from None
