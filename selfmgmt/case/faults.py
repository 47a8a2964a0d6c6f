"""From what pydantic found wrong to sentences for the user."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from selfmgmt.fields import inner_type
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import quoted
from selfmgmt.values import unknown

Path = tuple[int | str, ...]

_SENTENCES = {
    "missing": _("this is missing; fill it in."),
    "string_type": _("{given} is not text; write it on one line, or between quotes."),
    "string_too_long": _("this text is too long; use at most {max_length} characters."),
    "too_short": _("this is empty; fill in at least one."),
    "tuple_type": _("{given} is no list; write one per line, each after a dash."),
    "dict_type": _("{given} is no set of fields; write the fields below it, further to the right."),
    "model_type": _(
        "{given} is no set of fields; write the fields below it, further to the right."
    ),
}
_OTHERWISE = _("{given} cannot be used here.")


def path_of(detail: ErrorDetails) -> Path:
    """Where one error is: keys and positions from the outside in."""
    return tuple(step for step in detail["loc"] if step != "[key]")


def sentence_of(detail: ErrorDetails, record: type[BaseModel]) -> str:
    """What is wrong, what is allowed and what to do.

    Args:
        detail: One entry of ``ValidationError.errors()``.
        record: The record that was to be read.
    """
    path = path_of(detail)
    context: Mapping[str, Any] = detail.get("ctx", {})
    if detail["type"] == "extra_forbidden":
        return _unknown_key(str(path[-1]), _record_at(record, path[:-1]))
    if detail["type"] == "literal_error":
        return unknown(detail["input"], get_args(inner_type(_type_at(record, path))))
    if "fault" in context:
        return str(context["fault"])
    message = _SENTENCES.get(detail["type"], _OTHERWISE)
    return gettext(message, given=quoted(detail["input"]), **context)


def _unknown_key(key: str, record: type[BaseModel]) -> str:
    hints: Mapping[str, str] = getattr(record, "look_alikes", {})
    hint = next((hints[start] for start in hints if key.lower().startswith(start)), None)
    return gettext(hint) if hint else unknown(key, record.model_fields)


def _type_at(annotation: Any, path: Path) -> Any:
    """The annotation of what stands at ``path`` inside ``annotation``."""
    for step in path:
        outer = inner_type(annotation)
        if isinstance(outer, type) and issubclass(outer, BaseModel):
            annotation = outer.model_fields[str(step)].annotation
        else:
            annotation = get_args(outer)[-1]
    return annotation


def _record_at(record: type[BaseModel], path: Path) -> type[BaseModel]:
    found: type[BaseModel] = inner_type(_type_at(record, path))
    return found
