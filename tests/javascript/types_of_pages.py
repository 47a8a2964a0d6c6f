"""The types that pages receive, for the check of JavaScript: written from those in Python.

Run ``python -m tests.javascript.types_of_pages`` after a change of one of these types.
"""

import types
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

import selfmgmt
from selfmgmt.teaching.state import RoomState
from selfmgmt.views.widgets.baseline_on_page import BaselineState
from selfmgmt.views.widgets.figures import FigureRow
from selfmgmt.views.widgets.instrument_on_page import InstrumentOnPage
from selfmgmt.views.widgets.practice_on_page import PracticeOnPage
from selfmgmt.views.widgets.readiness_on_page import ReadinessOnPage, YardstickOnPage
from selfmgmt.views.widgets.tool import FormState
from selfmgmt.views.widgets.weigh_on_page import CriterionField, WeighState
from selfmgmt.workspace.lab.bar_on_page import BarState
from selfmgmt.workspace.lab.bar_words import BarPage
from selfmgmt.workspace.lab.start_on_page import StartState, StartWords

PACKAGE = Path(selfmgmt.__file__).parent
HEAD = (
    "// Made by tests/javascript/types_of_pages.py from the types of Python: what pages receive.\n"
)
FILES: dict[str, tuple[type, ...]] = {
    "views/widgets/page/received.d.ts": (
        FormState,
        BaselineState,
        CriterionField,
        FigureRow,
        InstrumentOnPage,
        PracticeOnPage,
        ReadinessOnPage,
        WeighState,
        YardstickOnPage,
    ),
    "workspace/lab/received.d.ts": (BarPage, BarState, StartState, StartWords),
    "teaching/pages/received.d.ts": (RoomState,),
}
PLAIN: dict[Any, str] = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    object: "unknown",
    type(None): "null",
}


def declarations(roots: Sequence[type]) -> str:
    """Every type in ``roots`` and those in them, as TypeScript knows them."""
    found: dict[str, str] = {}
    for root in roots:
        _declare(root, found)
    return HEAD + "".join(f"\n{found[name]}" for name in sorted(found))


def _declare(kind: Any, found: dict[str, str]) -> None:
    if kind.__name__ in found:
        return
    found[kind.__name__] = ""  # it may hold itself
    optional = kind.__optional_keys__
    lines = [
        f"  {key}{'?' if key in optional else ''}: {_written(hint, found)};\n"
        for key, hint in get_type_hints(kind).items()
    ]
    found[kind.__name__] = f"export interface {kind.__name__} {{\n{''.join(lines)}}}\n"


def _written(hint: Any, found: dict[str, str]) -> str:
    if hint in PLAIN:
        return PLAIN[hint]
    if is_typeddict(hint):
        _declare(hint, found)
        return str(hint.__name__)
    inside = [_written(one, found) for one in get_args(hint) if one is not ...]
    if get_origin(hint) in {types.UnionType, NotRequired}:
        return " | ".join(inside)
    return _container(hint, inside)


def _container(hint: Any, inside: list[str]) -> str:
    """A type that holds others: several of them, one of each place, or by key."""
    kind = get_origin(hint)
    if kind is tuple and ... not in get_args(hint):
        return f"[{', '.join(inside)}]"
    if kind in {list, tuple, Sequence}:
        return f"({inside[0]})[]" if "|" in inside[0] else f"{inside[0]}[]"
    assert kind in {dict, Mapping}, hint
    return f"Record<{', '.join(inside)}>"


def main() -> None:
    """Write the files anew."""
    for name, roots in FILES.items():
        (PACKAGE / name).write_text(declarations(roots), encoding="utf-8")


if __name__ == "__main__":
    main()
