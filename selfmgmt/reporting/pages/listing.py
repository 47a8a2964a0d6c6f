"""The reports of a folder as a reader looks for them: where they are about and what they say."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.reference.municipalities import Municipality, find_municipality, plain
from selfmgmt.reference.sizes import SizeClass, size_class_of
from selfmgmt.reporting.content.measures import MEASURES, NOTHING
from selfmgmt.uncertainty import Quantiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One report in the list.

    Attributes:
        folder: Name of its folder.
        name: Whom it is about.
        members: The municipalities; those that are none today are left out.
        made: The day on which it was made, as in a date; empty when not known.
        files: Names of its files.
        labels: Option to its name.
        figures: Option to measure to its range; without the option to do nothing.
    """

    folder: str
    name: str
    members: tuple[Municipality, ...]
    made: str
    files: tuple[str, ...]
    labels: dict[str, str]
    figures: dict[str, dict[str, Quantiles]]

    @property
    def inhabitants(self) -> int:
        """Of all its municipalities."""
        return sum(member.inhabitants for member in self.members)

    @property
    def size(self) -> SizeClass | None:
        """Its size class; None when it is not known whom it is about."""
        if len(self.members) == 1:
            return self.members[0].size_class
        return size_class_of(self.inhabitants) if self.members else None

    @property
    def provinces(self) -> tuple[str, ...]:
        """Where it lies."""
        return tuple(sorted({member.province for member in self.members}))

    @property
    def sought(self) -> str:
        """All that it may be looked for by, in plain letters."""
        names = [
            word
            for one in self.members
            for word in (one.code, one.name, one.everyday_name, *one.other_names)
        ]
        return " ".join(dict.fromkeys(plain(word) for word in (self.name, *names)))

    def chosen(self, measure: str) -> str:
        """The option that a figure is shown of at first; empty for none.

        That with the most of it: what it takes when all has to come from posts, hired staff or
        tasks; of a price that with the least.
        """
        found = {key: one[measure].p50 for key, one in self.figures.items() if measure in one}
        pick = min if MEASURES[measure].least else max
        return pick(found, key=found.__getitem__, default="")


def read_list(out: Path, reports: Mapping[str, Any]) -> list[Listed]:
    """The reports by name, without the comparisons; of one without results there are no figures.

    Args:
        out: The folder of the reports.
        reports: Folder to what the manifest knows of its report.
    """
    listed = [
        _listed(folder, entry, _options(out / folder))
        for folder, entry in reports.items()
        if "beside" not in entry
    ]
    return sorted(listed, key=lambda one: (plain(one.name), one.folder))


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A comparison: whom it is about and, in a sentence, who stands beside."""

    folder: str
    name: str
    others: str


def compared(reports: Mapping[str, Any]) -> list[Compared]:
    """The comparisons among the reports, by name."""
    found = [
        Compared(folder=folder, name=str(entry["name"]), others=str(entry["beside"]))
        for folder, entry in reports.items()
        if "beside" in entry
    ]
    return sorted(found, key=lambda one: (plain(one.name), one.folder))


def _listed(folder: str, entry: Mapping[str, Any], options: Mapping[str, Any]) -> Listed:
    members = tuple(_known(entry.get("municipalities", ())))
    inhabitants = sum(member.inhabitants for member in members)
    others = {key: option for key, option in options.items() if key != NOTHING}
    return Listed(
        folder=folder,
        name=str(entry["name"]),
        members=members,
        made=str(entry.get("made", "")),
        files=tuple(sorted(entry.get("files", ()))),
        labels={key: str(option.get("label", key)) for key, option in others.items()},
        figures={key: _figures(option, inhabitants) for key, option in others.items()},
    )


def _figures(option: Mapping[str, Any], inhabitants: int) -> dict[str, Quantiles]:
    bands = {key: measure.of(option, inhabitants) for key, measure in MEASURES.items()}
    return {key: band for key, band in bands.items() if band is not None}


def _options(folder: Path) -> dict[str, Any]:
    try:
        results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    options = results.get("options")
    return options if isinstance(options, dict) else {}


def _known(codes: Iterable[str]) -> Iterable[Municipality]:
    for code in codes:
        try:
            yield find_municipality(code)
        except InputError:  # merged into another one since
            continue
