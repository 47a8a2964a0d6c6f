"""From rows of text to respondents, with a remark for every row that is changed or left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import isnan, nan
from typing import Literal

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.cells import Cell, read_cell
from selfmgmt.readiness.columns import role_spellings
from selfmgmt.readiness.instrument import HIGHEST, LOWEST, load_instrument
from selfmgmt.readiness.remarks import Kind, Remark, remark
from selfmgmt.readiness.rounding import how_many
from selfmgmt.readiness.subtraction import Mask
from selfmgmt.readiness.wording import load_survey, plain

_MOST_OUTSIDE = 0.01
_MOST_UNREADABLE = 0.2
_SURELY_THE_SAME = 16
_ENOUGH_TO_JUDGE = 8
_VARIED = 3
_EXAMPLES = 3
_REPORTED: tuple[Literal["outside", "between", "unreadable"], ...] = (
    "outside",
    "between",
    "unreadable",
)
_MOST_DIGITS = 3  # of an example: a longer number may be that of a person


class Respondents:
    """What is read so far: one entry for each row that is kept."""

    def __init__(self, items: Sequence[str]) -> None:
        self._items = tuple(items)
        self._values: list[tuple[float, ...]] = []
        self._roles: list[str] = []
        self._teams: list[str] = []

    @property
    def count(self) -> int:
        """How many respondents there are."""
        return len(self._values)

    def add(self, values: tuple[float, ...], role: str, team: str) -> None:
        """Keep a row."""
        self._values.append(values)
        self._roles.append(role)
        self._teams.append(team)

    def answers(self, remarks: tuple[Remark, ...]) -> Answers:
        """The answers of all respondents, with what there was to remark while reading."""
        values = np.array(self._values, dtype=float).reshape(self.count, len(self._items))
        return Answers(
            items=self._items,
            values=np.where(_applicable(self._items, self._roles), values, nan),
            roles=tuple(self._roles),
            teams=tuple(self._teams),
            remarks=remarks,
        )

    def not_applicable(self) -> Iterator[Remark]:
        """Answers that are left out since the question was not for that role."""
        values = np.array(self._values, dtype=float).reshape(self.count, len(self._items))
        others = ~np.isnan(values) & ~_applicable(self._items, self._roles)
        roles = np.array(self._roles)
        for column in np.flatnonzero(others.any(axis=0)):
            for role in sorted(set(roles[others[:, column]])):
                yield remark(
                    "not_asked",
                    item=self._items[column],
                    role=load_survey().roles[role].label,
                    count=how_many(int((others[:, column] & (roles == role)).sum())),
                )


def _applicable(items: Sequence[str], roles: Sequence[str]) -> Mask:
    """Shape (respondents, items): whether the item is for that role; yes when it is not known."""
    kinds = {item.key: item.respondents for item in load_instrument().items}
    table = {
        role: np.array([kinds[item] in words.answering for item in items], dtype=bool)
        for role, words in load_survey().roles.items()
    } | {"": np.ones(len(items), dtype=bool)}
    return np.array([table[role] for role in roles], dtype=bool).reshape(len(roles), len(items))


def read_respondents(
    rows: Iterable[tuple[int, list[str]]], column_of: Mapping[str, int], items: Sequence[str]
) -> tuple[Respondents, list[Remark]]:
    """Read the rows of a sheet.

    An answer of 0 or 6 is a slip: that answer is left out and told. When there are more than a
    few, the answers are on another scale, and the file is refused. A row that repeats another in
    so many different answers that it must be the same person is left out: twice the same person
    would make a small group look large enough to be shown.

    Args:
        rows: The number of each row in the file, and its cells.
        column_of: The column of each item, and of ``role`` and ``team`` where they are.
        items: The items in the order of the scan.

    Raises:
        InputError: The answers are on another scale, or too many are no answers.
    """
    reader = _Reader(column_of, items)
    for number, cells in rows:
        reader.read(number, cells)
    reader.refuse_other_scale()
    return reader.respondents, [*reader.remarks, *reader.closing()]


class _Reader:
    def __init__(self, column_of: Mapping[str, int], items: Sequence[str]) -> None:
        self.respondents = Respondents(items)
        self.remarks: list[Remark] = []
        self._items = tuple(items)
        self._columns = [column_of[item] for item in items]
        self._role, self._team = column_of.get("role"), column_of.get("team")
        self._width = max(column_of.values()) + 1
        self._known: dict[str, Cell] = {}
        self._seen: Counter[str] = Counter()
        self._unknown_roles = 0
        self._teams: dict[str, str] = {}
        self._earlier: set[tuple[object, ...]] = set()
        self._alike: Counter[Kind] = Counter()
        self._out_of_range: dict[Kind, Counter[str]] = {note: Counter() for note in _REPORTED}
        self._summaries = {plain(word) for word in load_survey().summary_rows}

    def read(self, number: int, written: list[str]) -> None:
        """Read one row."""
        first = next(cell for cell in written if cell.strip())
        if plain(first) in self._summaries:
            self.remarks.append(remark("summary", number))
            return
        cells = written + [""] * (self._width - len(written))
        texts = [cells[column] for column in self._columns]
        found = [self._known.get(text) or self._learn(text) for text in texts]
        self._seen.update(texts)
        for item, cell in zip(self._items, found, strict=True):
            if cell.note in _REPORTED:
                self._out_of_range[cell.note][item] += 1
        self._keep(number, tuple(cell.value for cell in found), cells)

    def _learn(self, written: str) -> Cell:
        cell = self._known[written] = read_cell(written)
        return cell

    def _keep(self, number: int, values: tuple[float, ...], cells: Sequence[str]) -> None:
        given = [value for value in values if not isnan(value)]
        if not given:
            self.remarks.append(remark("empty", number))
            return
        if len(set(given)) == 1 and len(given) >= _ENOUGH_TO_JUDGE:
            self._alike["straight"] += 1
        role, team = self._role_of(cells), self._team_of(cells)
        answered = tuple(0.0 if isnan(value) else value for value in values)
        is_new = (answered, role, team) not in self._earlier
        self._earlier.add((answered, role, team))
        sure = len(given) >= _SURELY_THE_SAME and len(set(given)) >= _VARIED
        if not is_new:
            self._alike["duplicate" if sure else "repeated"] += 1
        if is_new or not sure:
            self.respondents.add(values, role, team)

    def _role_of(self, cells: Sequence[str]) -> str:
        written = "" if self._role is None else plain(cells[self._role])
        role = role_spellings().get(written, "")
        self._unknown_roles += bool(written) and not role
        return role

    def _team_of(self, cells: Sequence[str]) -> str:
        written = "" if self._team is None else " ".join(cells[self._team].split())
        if not written or read_cell(written).note in {"open", "dont_know"}:
            return ""
        return self._teams.setdefault(plain(written) or written, written)

    def refuse_other_scale(self) -> None:
        """Refuse the file when more than a few cells hold what is no answer."""
        notes = self._notes()
        total = sum(count for note, count in notes.items() if note != "open")
        out_of_range = notes["outside"] + notes["between"]
        faults = []
        if out_of_range > max(2, _MOST_OUTSIDE * total) and self._only(HIGHEST + 1):
            faults.append(
                gettext(
                    "{share} of the answers are {number}. If that stands for “don't know”, export "
                    "the answers as words and not as numbers, or replace {number} by DK. If the "
                    "scale went to {number}, these are not the answers of this scan.",
                    share=percentage(out_of_range / total, 1),
                    number=HIGHEST + 1,
                )
            )
        elif out_of_range > max(2, _MOST_OUTSIDE * total):
            faults.append(
                gettext(
                    "{share} of the answers are not 1, 2, 3, 4 or 5 (such as {examples}); the scan "
                    "has a scale of {lowest} to {highest}. Was another scale used?",
                    share=percentage(out_of_range / total, 1),
                    examples=", ".join(self._examples()),
                    lowest=LOWEST,
                    highest=HIGHEST,
                )
            )
        if notes["unreadable"] > max(2, _MOST_UNREADABLE * total):
            faults.append(
                gettext(
                    "{share} of the answers are words that we do not know; use {words}, or 1 to 5.",
                    share=percentage(notes["unreadable"] / total, 1),
                    words=", ".join(str(words.label) for words in load_survey().scale.values()),
                )
            )
        if faults:
            raise InputError(*faults)

    def _notes(self) -> Counter[str]:
        """How many cells of the items have each note."""
        notes: Counter[str] = Counter()
        for text, count in self._seen.items():
            notes[self._known[text].note] += count
        return notes

    def _examples(self) -> list[str]:
        """Numbers that are no answer, those given most first."""
        out_of_range = (text for text, _ in self._seen.most_common() if self._is_out_of_range(text))
        return [text.strip() for text in islice(out_of_range, _EXAMPLES)]

    def _only(self, value: int) -> bool:
        """Whether every number that is no answer is this one."""
        notes = {text: self._known[text].note for text in self._seen}
        out_of_range = {text for text, note in notes.items() if note in {"outside", "between"}}
        return {plain(text) for text in out_of_range} == {str(value)}

    def _is_out_of_range(self, text: str) -> bool:
        return self._known[text].note in {"outside", "between"} and len(text) <= _MOST_DIGITS

    def closing(self) -> Iterator[Remark]:
        """What is said once about all rows."""
        for kind, count in self._alike.items():
            yield remark(kind, count=how_many(count))
        for note, items in self._out_of_range.items():
            if items:
                named = ", ".join(item for item in self._items if item in items)
                yield remark(note, count=how_many(items.total()), items=named)
        if unknown := self._notes()["dont_know"]:
            yield remark("dont_know", count=how_many(unknown))
        if self._unknown_roles:
            known = ", ".join(str(role.label) for role in load_survey().roles.values())
            yield remark("unknown_role", count=how_many(self._unknown_roles), known=known)
        yield from self.respondents.not_applicable()
