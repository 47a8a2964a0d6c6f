"""A draft for the Dutch algorithm register, for a person to finish.

The fields and their greatest lengths are those of the publication standard, version 1.0.
"""

from collections.abc import Mapping
from functools import cache

from pydantic import Field

from selfmgmt.evidence.files import Reader
from selfmgmt.fields import Record
from selfmgmt.language import Label, speaking
from selfmgmt.practice.steps import FOLDER


class RegisterField(Record):
    """One field of the register.

    Attributes:
        most: How many characters may stand in it.
        text: The draft; None where only a person can fill it in.
    """

    key: str
    title: Label
    most: int = Field(ge=1)
    text: Label | None = None


@cache
def load_register() -> Mapping[str, RegisterField]:
    """The fields in their order.

    >>> load_register()["description_short"].most
    350
    """
    reader = Reader()
    found = reader.many(RegisterField, FOLDER / "register.yaml")
    reader.finish()
    return found


def register_draft(organisation: str) -> dict[str, str]:
    """The draft of each field in Dutch, which is what the register takes; empty where it is open.

    Args:
        organisation: The name of the municipality or shared organisation.

    >>> register_draft("Gemeente Nijkerk")["organization"]
    'Gemeente Nijkerk'
    """
    with speaking("nl"):
        return {
            key: str(field.text).format(organisation=organisation[: field.most])
            if field.text
            else ""
            for key, field in load_register().items()
        }
