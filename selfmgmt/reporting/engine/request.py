"""What is asked for: reports of municipalities and of case files, and how to make them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selfmgmt.case import load_case
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.reference.municipalities import find_municipality, plain
from selfmgmt.reporting.content.fingerprint import file_hash
from selfmgmt.reporting.content.group import read_group
from selfmgmt.reporting.content.parameters import check_parameters
from selfmgmt.reporting.documents.formats import checked_formats
from selfmgmt.reporting.engine.comparison import NOTEBOOK as COMPARISON
from selfmgmt.reporting.engine.report import NOTEBOOK
from selfmgmt.simulation import DRAWS

_LONGEST_NAME = 60  # letters of a name in the name of a folder


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """A report that was asked for: of a municipality or of a case file.

    Attributes:
        municipality: Code; empty for a case file.
        case_file: Path; empty for a municipality.
        folder: Name of its folder.
        name: Whom it is about.
        source: Hash of the case file.
    """

    municipality: str = ""
    case_file: str = ""
    folder: str
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSettings:
    """How all reports of one run are made.

    Attributes:
        language: ``nl`` or ``en``.
        seed: Start of the random numbers.
        draws: Number of possible futures.
        formats: Names of documents, see ``formats.py``.
        notebook: The notebook.
        theme: A municipality's own look as a style sheet, see ``theme.py``.
        group: Make no report but a comparison with this kind of group, see ``group.py``.
        others: The codes of that group, when it is a list of one's own.
    """

    language: str = "nl"
    seed: int = 1
    draws: int = DRAWS
    formats: tuple[str, ...] = ("html",)
    notebook: Path = NOTEBOOK
    theme: str = ""
    group: str = ""
    others: str = ""


def read_settings(
    *, compare_with: str = "", formats: Sequence[str] = (), **given: Any
) -> ReportSettings:
    """How to make what is asked.

    Args:
        compare_with: A kind of group or names of municipalities, when a comparison is asked for.
        formats: Names of documents.
        **given: Other fields of :class:`Settings`.

    Raises:
        InputError: With every fault.
    """
    if not compare_with:
        return ReportSettings(formats=checked_formats(formats), **given)
    group, others = read_group(compare_with)
    usual: dict[str, Any] = {"notebook": COMPARISON}
    requests = checked_formats(formats, of_page=True)
    return ReportSettings(**usual | given, formats=requests, group=group, others=others)


def read_requests(
    municipalities: Sequence[str], cases: Sequence[Path], how: ReportSettings
) -> list[ReportRequest]:
    """What was asked for, ready to be made.

    A municipality has a folder of its own, also when it shares its civil service with others and
    the report is about them together.

    Raises:
        InputError: With every fault in what was asked.
    """
    requests: list[ReportRequest] = []
    faults: list[str] = []
    sources = [*map(_of_municipality, municipalities), *map(_of_case, cases)]
    for source in sources:
        try:
            requests.append(source(how))
        except InputError as fault:
            faults += fault.faults
    faults += _duplicates(requests)
    if faults:
        raise InputError(*dict.fromkeys(faults))
    return requests


def _of_municipality(written: str) -> Callable[[ReportSettings], ReportRequest]:
    def read(how: ReportSettings) -> ReportRequest:
        _check(how, municipality=written)
        found = find_municipality(written)
        name = found.everyday_name
        return ReportRequest(
            municipality=found.code, folder=_folder(found.code, name, how), name=name
        )

    return read


def _of_case(path: Path) -> Callable[[ReportSettings], ReportRequest]:
    def read(how: ReportSettings) -> ReportRequest:
        _check(how, case_file=str(path))
        case = load_case(path)
        return ReportRequest(
            case_file=str(path.absolute()),
            folder=_folder(case.municipalities[0], case.name, how),
            name=case.name,
            source=f"{path.name} {file_hash(path)}",
        )

    return read


def _check(how: ReportSettings, *, municipality: str = "", case_file: str = "") -> None:
    check_parameters(
        {
            "municipality": municipality,
            "case_file": case_file,
            "language": how.language,
            "seed": how.seed,
            "draws": how.draws,
        }
    )


def _folder(code: str, name: str, how: ReportSettings) -> str:
    """A name that every computer takes: ``GM0267-nijkerk``, ``GM0267-nijkerk-beside-province``."""
    suffix = f"-beside-{_short(how.others or how.group)}" if how.group else ""
    return f"{code}-{_short(name)}".rstrip("-") + suffix


def _short(words: str) -> str:
    return plain(words).replace(" ", "-")[:_LONGEST_NAME]


def _duplicates(requests: Sequence[ReportRequest]) -> list[str]:
    return [
        gettext(
            "{folder} is asked for {count} times; ask for it once, or give each case its own name.",
            folder=folder,
            count=count,
        )
        for folder, count in Counter(one.folder for one in requests).items()
        if count > 1
    ]
