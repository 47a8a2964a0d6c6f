"""Reference cases: what happened where it was tried, in every reading where that is contested."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from selfmgmt.evidence.files import Reader
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.evidence.records import FindingKeys, Grade, Sources, known
from selfmgmt.fields import Number, Record
from selfmgmt.language import Label
from selfmgmt.resources import DATA

CASES = DATA / "cases"
CHECKS = DATA / "evidence" / "checks.yaml"

Code = Annotated[str, Field(pattern=r"^GM\d{4}$")]


class Reading(Record):
    """How one party explains what happened."""

    by: Label
    text: Label
    sources: Sources
    grade: Grade


Metric = Literal[
    "fte_change_share",
    "net_saving_per_inhabitant_eur",
    "absence_end",
    "capacity_low",
    "transition_cost_eur",
    "steerability_change",
    "turnover_mean_change",
    "absence_mean_change",
    "satisfaction_worst_change",
    "friction_share",
    "fall_back_quarter",
    "realisation_left_out",
]
Kind = Literal["used_to_make_it", "cannot_fail", "real_test"]


class Reported(Record):
    """One thing that was reported; an open end is not told.

    Attributes:
        metric: What the model gives too; none for a fact that only went into the model.
        kind: ``real_test`` when the model could have missed it; ``cannot_fail`` when it could not;
            ``used_to_make_it`` when a figure of the model was set by it. Only real tests count.
    """

    metric: Metric | None = None
    kind: Kind
    low: Number | None = None
    high: Number | None = None
    finding: FindingKeys
    note: Label


class Trial(Record):
    """The design of a case as far as we know it, in the model's levers, beside what was reported.

    Attributes:
        based_on: Key of the named option that comes closest.
        changes: Levers that were different; our own reading, so an assumption.
        mix: What went beside it, as a saving mix at size 1; likewise.
        reported: What there is to compare with.
    """

    based_on: str = "do_nothing"
    changes: dict[str, Any] = Field(default_factory=dict)
    mix: dict[str, Any] = Field(default_factory=dict)
    reported: Annotated[tuple[Reported, ...], Field(min_length=1)]


class Check(Record):
    """Something that was reported of a cut, a sector or a change, and that is no case of its own.

    Attributes:
        name: Where and when.
        municipalities: Where to run the model; none when it need not be run.
        trial: What to run it with, and what was reported.
    """

    key: str
    name: Label
    municipalities: tuple[Code, ...] = ()
    trial: Trial


class ReferenceCase(Record):
    """One organisation that tried it.

    Attributes:
        municipalities: CBS codes of the municipalities it works for; none for another kind.
        facts: Findings of the ledger, in the order in which they happened.
        readings: Explanations; none, or two and more that differ.
        differences: Why it is no blueprint for a municipality.
        trial: What to run the model with; none where it was not made for such an organisation.
    """

    key: str
    place: int
    name: str = Field(min_length=1)
    about: Label
    municipalities: tuple[Code, ...] = ()
    facts: Annotated[FindingKeys, Field(min_length=1)]
    readings: tuple[Reading, ...] = ()
    differences: tuple[Label, ...] = Field(min_length=1)
    trial: Trial | None = None


def _known_cases(written: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    return known(written, "cases", info)


CaseKeys = Annotated[tuple[str, ...], AfterValidator(_known_cases)]


@cache
def reference_cases(folder: Path = CASES) -> Mapping[str, ReferenceCase]:
    """The reference cases by key.

    Raises:
        InputError: With every fault in the files.

    >>> [len(case.readings) for case in reference_cases().values() if case.key == "hollands_kroon"]
    [3]
    """
    ledger = load_ledger()
    reader = Reader(sources=ledger.sources, findings=ledger.findings)
    found = reader.folder(ReferenceCase, folder)
    reader.finish()
    return dict(sorted(found.items(), key=lambda item: item[1].place))


@cache
def checks(path: Path = CHECKS) -> Mapping[str, Check]:
    """The other reported facts by key.

    Raises:
        InputError: With every fault in the file.
    """
    reader = Reader(findings=load_ledger().findings)
    found = reader.many(Check, path)
    reader.finish()
    return found


def cases_of(codes: Collection[str]) -> list[ReferenceCase]:
    """The reference cases of municipalities.

    >>> [case.name for case in cases_of(["GM0757"])]
    ['MijnGemeenteDichtbij']
    """
    return [case for case in reference_cases().values() if set(codes) & set(case.municipalities)]
