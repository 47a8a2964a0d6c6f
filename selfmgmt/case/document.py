"""A case as it was written in some file: text per place, not yet checked.

A YAML file and a workbook both become a :class:`Document`, and from there on there is one way in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from selfmgmt.case.ambiguous import ambiguous_amounts
from selfmgmt.case.case import Case
from selfmgmt.case.earlier_forms import FIRST_EDITION, PRACTICE
from selfmgmt.case.earlier_practice import moved_cells, with_moved_cells
from selfmgmt.case.faults import Path, path_of, sentence_of
from selfmgmt.case.first_edition import from_first_edition, is_first_edition
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted, shortened

SCHEMA = f"selfmgmt/case/{Case.schema_version}"

_MOST_FAULTS = 100


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says.

    ``values`` is nested mappings and lists of text; ``locations`` tells the line or cell of each
    value by its path; ``faults`` is what was wrong with the file itself, also by path.
    """

    values: Mapping[str, Any]
    locations: Mapping[Path, str]
    faults: Mapping[Path, str] = field(default_factory=dict)

    def case(self) -> Case:
        """The case that it describes.

        Raises:
            InputError: With every fault, and where each of them stands.
        """
        moved = moved_cells(self.values)
        if not moved:
            return self._checked()
        case = self._moved(moved)._checked()
        return case.read_from(*case.earlier_forms, PRACTICE)

    def _checked(self) -> Case:
        is_first = is_first_edition(self.values)
        values = from_first_edition(self.values) if is_first else self.values
        fields = {key: value for key, value in values.items() if key != "schema"}
        found: dict[Path, Any] = {**self._schema_fault(), **self.faults}
        try:
            case = Case.model_validate(fields)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                if not self._is_noted(detail):
                    found.setdefault(path_of(detail), detail)  # of a key and its value, the key
        else:
            found |= ambiguous_amounts(case, fields)
        if found:
            raise InputError(*self._sentences(found))
        return case.read_from(FIRST_EDITION) if is_first else case

    def _moved(self, moved: Mapping[Path, Path]) -> "Document":
        """The same with every answer on the instruments where it stands today."""
        return Document(
            with_moved_cells(self.values, moved),
            {moved.get(path, path): where for path, where in self.locations.items()},
            {moved.get(path, path): fault for path, fault in self.faults.items()},
        )

    def _is_noted(self, detail: ErrorDetails) -> bool:
        """Whether the file itself was at fault there, so that more words would only repeat it."""
        path = path_of(detail)
        return bool(_around(path, self.faults)) or any(
            known[: len(path)] == path for known in islice(self.faults, _MOST_FAULTS)
        )

    def _sentences(self, found: Mapping[Path, Any]) -> Iterator[str]:
        """One sentence per fault, in the order of the file; of very many only the first."""
        order = {path: number for number, path in enumerate(self.locations)}
        paths = sorted(found, key=lambda path: order.get(_around(path, order) or path, -1))
        for path in paths[:_MOST_FAULTS]:
            fault = found[path]
            words = fault if isinstance(fault, str) else sentence_of(fault, Case)
            yield f"{self._location_of(path)}: {words}"
        if len(paths) > _MOST_FAULTS:
            yield gettext("And {count} faults more.", count=len(paths) - _MOST_FAULTS)

    def _location_of(self, path: Path) -> str:
        """The line or cell of ``path``, or of the nearest thing around it, and its name."""
        name = shortened(".".join(map(str, path)))
        around = _around(path, self.locations)
        return f"{self.locations[around]}, {name}" if around else name

    def _schema_fault(self) -> dict[Path, str]:
        if "schema" not in self.values:
            fault = gettext(
                "this is missing; write {schema}, so that later versions can read the file.",
                schema=f"schema: {SCHEMA}",
            )
        else:
            fault = gettext(
                "{given} is not what this version reads; it reads {schema}.",
                given=quoted(self.values["schema"]),
                schema=SCHEMA,
            )
        known = self.values.get("schema") == SCHEMA or is_first_edition(self.values)
        return {} if known else {("schema",): fault}


def _around(path: Path, among: Mapping[Path, Any]) -> Path | None:
    """``path`` itself if it is among them, else the nearest one that it lies in."""
    lengths = range(len(path), 0, -1)
    return next((path[:length] for length in lengths if path[:length] in among), None)
