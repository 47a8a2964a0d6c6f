"""A draft for the Dutch algorithm register, for a person to finish.

The fields and their greatest lengths are those of the publication standard, version 1.0.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import Field

from selfmgmt.evidence.files import Reader
from selfmgmt.fields import Record
from selfmgmt.language import Label, speaking
from selfmgmt.practice.steps import FOLDER


class RegisterField(Record):
    """One field of the register.

    Attributes:
        most: How many characters may stand in it, or in one of its links; None where the standard
            has no limit.
        most_title: How many characters the title of one of its links may have.
        required: Whether the register takes no entry without it.
        most_values: How many values it may have; None for a field that is one text.
        choices: The values that the register permits where nothing else may stand; of a field of
            several values each is one of them.
        links: For a field of pairs, title to link; None for any other.
        text: The draft; None where only a person can fill it in.
    """

    key: str
    title: Label
    most: int | None = Field(default=None, ge=1)
    most_title: int | None = Field(default=None, ge=1)
    required: bool = False
    most_values: int | None = Field(default=None, ge=1)
    choices: tuple[str, ...] = ()
    links: dict[str, str] | None = None
    text: Label | None = None

    def draft(self, organisation: str) -> Any:
        """What stands in it as the register takes it: a text, a list of values or of links."""
        if self.links is not None:
            return [{"title": title, "link": link} for title, link in self.links.items()]
        text = str(self.text).format(organisation=organisation[: self.most]) if self.text else ""
        if self.most_values is not None:
            return [text] if text else []
        return text


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


def register_draft(organisation: str) -> dict[str, Any]:
    """The draft of each field in Dutch, which is what the register takes; empty where it is open.

    Args:
        organisation: The name of the municipality or shared organisation.

    >>> register_draft("Gemeente Nijkerk")["organization"]
    'Gemeente Nijkerk'
    """
    with speaking("nl"):
        return {key: field.draft(organisation) for key, field in load_register().items()}
