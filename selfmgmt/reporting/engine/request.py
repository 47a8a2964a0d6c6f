"""What is asked for: reports of municipalities and of case files, and how to make them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from selfmgmt.case import load_case
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.reference.municipalities import find_municipality, plain
from selfmgmt.reporting.content.fingerprint import file_hash
from selfmgmt.reporting.content.group_members import read_group
from selfmgmt.reporting.content.parameters import check_parameters
from selfmgmt.reporting.content.request import ReportRequest, ReportSettings
from selfmgmt.reporting.documents.formats import checked_formats
from selfmgmt.reporting.engine.comparison import NOTEBOOK as COMPARISON
from selfmgmt.reporting.engine.report import NOTEBOOK

_LONGEST_NAME = 60  # letters of a name in the name of a folder


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
    given["formats"] = checked_formats(formats, of_page=bool(compare_with))
    if not compare_with:
        return ReportSettings(**{"notebook": NOTEBOOK} | given)
    group, others = read_group(compare_with)
    return ReportSettings(**{"notebook": COMPARISON} | given, group=group, others=others)


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
            **asdict(how),
            municipality=found.code,
            folder=_folder(found.code, name, how),
            name=name,
        )

    return read


def _of_case(path: Path) -> Callable[[ReportSettings], ReportRequest]:
    def read(how: ReportSettings) -> ReportRequest:
        _check(how, case_file=str(path))
        case = load_case(path)
        return ReportRequest(
            **asdict(how),
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
