"""What people name themselves in a case: each name once, and no more things than one can weigh."""

from collections.abc import Callable, Mapping
from typing import Any

from selfmgmt.language import gettext
from selfmgmt.values import validation_error


def not_too_many(most: int) -> Callable[[Any], Any]:
    """A validator for pydantic that refuses a mapping of more than ``most`` before it is read."""

    def refuse(written: Any) -> Any:
        if isinstance(written, Mapping) and len(written) > most:
            raise validation_error(
                gettext(
                    "there are {count}; use at most {most}. Keep what people have to choose from.",
                    count=len(written),
                    most=most,
                )
            )
        return written

    return refuse


def refuse_twins(labels: Mapping[str, str]) -> None:
    """Refuse two things that people would know by the same name; capitals do not matter."""
    first: dict[str, str] = {}
    for key, label in labels.items():
        other = first.setdefault(" ".join(label.casefold().split()), key)
        if other != key:
            raise validation_error(
                gettext(
                    "{one} and {other} are both called {name}; give one of them another name.",
                    one=other,
                    other=key,
                    name=label,
                )
            )
