"""A case in YAML, read without guessing: every value stays the text that was written.

Plain YAML makes ``NO`` false, ``0267`` the number 183 and ``1.250`` one and a quarter; here the
field decides what its text means. Whatever makes YAML dangerous or hard to follow is refused:
anchors, aliases, tags, keys written twice, deep nesting, several documents.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from selfmgmt.case.document import Document
from selfmgmt.case.faults import Path
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted

_DEEPEST = 8
_MOST_VALUES = 10_000
_OPEN = {"", "~", "null"}


def read_yaml(content: bytes) -> Document:
    """The document in the bytes of a YAML file.

    Raises:
        InputError: It is no text, or no YAML that can be read.
    """
    try:
        return _Reader(content.decode("utf-8-sig")).document()
    except UnicodeDecodeError:
        raise InputError(gettext("this is not text in UTF-8; save the file as UTF-8.")) from None
    except yaml.YAMLError as error:
        raise InputError(_syntax_fault(error, content.decode("utf-8-sig"))) from None


class _Reader:
    """Builds a document from the events of the parser, in one pass."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=yaml.BaseLoader)
        self._locations: dict[Path, str] = {}
        self._faults: dict[Path, str] = {}
        self._read = 0

    def document(self) -> Document:
        next(self._events)  # start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise InputError(gettext("the file is empty; make one with: selfmgmt new."))
        values = self._value(next(self._events), ())
        next(self._events)  # end of the document
        if not isinstance(next(self._events), yaml.StreamEndEvent):
            raise InputError(
                gettext("the file holds several cases; put each in a file of its own.")
            )
        if not isinstance(values, dict):
            raise InputError(gettext("the file holds no fields; make one with: selfmgmt new."))
        return Document(values, self._locations, self._faults)

    def _value(self, event: Any, path: Path) -> Any:
        self._read += 1
        if self._read > _MOST_VALUES:
            raise InputError(gettext("the file holds far more values than a case can have."))
        if len(path) > _DEEPEST:
            raise InputError(gettext("{place}: this is nested too deep.", place=_line(event)))
        self._locations.setdefault(path, _line(event))
        self._refuse_tricks(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, path)
        if isinstance(event, yaml.AliasEvent) or (event.style is None and event.value in _OPEN):
            return None
        return event.value

    def _list(self, path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, start: Any, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._value(event, (*path, ""))
            del self._locations[(*path, "")]
            if not isinstance(key, str):
                raise InputError(gettext("{place}: the key is not a word.", place=_line(event)))
            inner = (*path, key)
            if key in values:
                self._faults[inner] = gettext("this is written twice; keep one.")
            elif start.flow_style and key.isdecimal():
                self._faults[inner] = gettext(
                    "a comma between braces starts a new field; put each field on its own line."
                )
            self._locations.setdefault(inner, _line(event))
            values[key] = self._value(next(self._events), inner)
        return values

    def _refuse_tricks(self, event: Any, path: Path) -> None:
        fault = _trick_in(event)
        if fault and path[-1:] in ((), ("",)):  # on the whole file or a key: no name to tell
            raise InputError(f"{_line(event)}: {fault}")
        if fault:
            self._faults[path] = fault


def _trick_in(event: Any) -> str | None:
    if getattr(event, "anchor", None):
        return gettext("anchors (& and *) are not allowed; write the value itself.")
    if getattr(event, "tag", None):
        return gettext("tags (!) are not allowed; write the value itself.")
    return None


def _line(event: Any) -> str:
    return gettext("line {number}", number=event.start_mark.line + 1)


def _syntax_fault(error: yaml.YAMLError, text: str) -> str:
    mark = getattr(error, "problem_mark", None)
    if getattr(error, "context", None) == "while scanning a quoted scalar":
        mark = error.context_mark  # type: ignore[attr-defined]  # where the quote was opened
    position = mark.line if mark else text.count("\n", 0, getattr(error, "position", 0))
    lines = text.split("\n")
    return gettext(
        "line {number}: {given} cannot be read; look at the indentation, a space after each colon, "
        "tabs, and quotes that are not closed.",
        number=position + 1,
        given=quoted(lines[min(position, len(lines) - 1)].strip()),
    )
