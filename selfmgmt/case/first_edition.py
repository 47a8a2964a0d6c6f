"""Case files of the first edition, read as the case that they meant.

There an option had one fixed size. Now it is a way of working with a saving mix, so the plain cut
is a mix. A plain cut with levers of its own stays what it was: those levers, and no mix.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from selfmgmt.case.known import DO_NOTHING, NONE, option_labels
from selfmgmt.evidence.files import read_mapping
from selfmgmt.language import gettext
from selfmgmt.resources import DATA
from selfmgmt.values import nearest, without_open

_CUT = "cut_across_the_board"
_WORDS = {"label", "based_on"}


@cache
def _edition() -> dict[str, Any]:
    return read_mapping(DATA / "instruments" / "first_edition.yaml")


def is_first_edition(values: Mapping[str, Any]) -> bool:
    """Whether a case file says that it is of the first edition."""
    return bool(values.get("schema") == _edition()["schema"])


def from_first_edition(values: Mapping[str, Any]) -> dict[str, Any]:
    """What was written in the first edition, in the words of today; what is wrong stays wrong."""
    options = values.get("options")
    if not isinstance(options, Mapping):
        return dict(values)
    return {**values, "options": {key: _option(key, one) for key, one in options.items()}}


def first_edition_words() -> str:
    """What is different since, in a sentence or two."""
    return gettext(
        "This case was made with the first edition. Nothing of it is lost, but options are now "
        "compared at equal money: beside every way of working a saving mix finds the rest of the "
        "cut (mix: evenly). A plain cut with levers of its own keeps those and has no mix. For the "
        "options as they are described, write size: described."
    )


def _option(key: Any, written: Any) -> Any:
    if not isinstance(written, Mapping | None):
        return written
    given = without_open(dict(written or {}))
    base = given.get("based_on") or _base(key)
    if base == _CUT and set(given) - _WORDS:
        return {"based_on": base, "mix": NONE, **_edition()[_CUT], **given}
    is_read_so = base == DO_NOTHING and not nearest(key, option_labels())
    return given if is_read_so else {"based_on": base, **given}


def _base(key: Any) -> Any:
    """The first edition's option of that name, else doing nothing, as it was read then."""
    return key if nearest(key, _edition()["options"]) else DO_NOTHING
