"""Case files: how a case begins, and how it is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from selfmgmt.case.case import Case
from selfmgmt.case.document import Document
from selfmgmt.case.known import start_of_a_case
from selfmgmt.case.workbook import read_workbook
from selfmgmt.case.workbook_text import workbook_bytes
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.case.yaml_text import yaml_text
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.reference.municipalities import Municipality, find_municipality
from selfmgmt.reference.shared import SharedOrganisation, shared_organisation_of

_NAMED = 3  # municipalities in the name of a case; the others are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Format:
    read: Callable[[bytes], Document]
    write: Callable[[Case], bytes]
    largest: int  # bytes


def _yaml_bytes(case: Case) -> bytes:
    return yaml_text(case).encode()


_YAML = _Format(read=read_yaml, write=_yaml_bytes, largest=1_000_000)
_FORMATS = {
    ".yaml": _YAML,
    ".yml": _YAML,
    ".xlsx": _Format(read=read_workbook, write=workbook_bytes, largest=5_000_000),
}

_SHEETS_OF_OTHERS = {".ods", ".xls", ".xlsm", ".xlsb", ".numbers"}


def load_case(path: str | Path) -> Case:
    """The case in a YAML file or a workbook.

    Raises:
        InputError: With every fault in the file, each with its line or cell.
    """
    file = Path(path)
    return format_of(file).read(content_of(file)).case()


def read_case(content: bytes, name: str) -> Case:
    """The case in the content of a file that is called ``name``.

    Raises:
        InputError: With every fault in it, each with its line or cell.
    """
    file = Path(name)
    form = format_of(file)
    _refuse_large(file, len(content))
    return form.read(content).case()


def case_bytes(case: Case, name: str) -> bytes:
    """What a file called ``name`` holds when ``case`` is in it.

    Raises:
        InputError: The name is not that of a case file.
    """
    return format_of(Path(name)).write(case)


def new_case(municipalities: Sequence[str]) -> Case:
    """A case from public figures alone, ready to fill in.

    Args:
        municipalities: Names or CBS codes; of a shared organisation, one of its members will do,
            and all of its members are the organisation too.

    Raises:
        InputError: A municipality is not known.
    """
    members = _found(municipalities)
    shared = _shared_by(members)
    if shared:
        members = [find_municipality(code) for code in shared.members]
    names = gettext(" and ").join(member.everyday_name for member in members[:_NAMED])
    if len(members) > _NAMED:
        names = gettext("{names} and {count} more", names=names, count=len(members) - _NAMED)
    return Case.model_validate(
        {
            "name": (shared.name if shared else "") or names,
            "municipalities": [member.code for member in members],
            **start_of_a_case(),
        }
    )


def _shared_by(members: Sequence[Municipality]) -> SharedOrganisation | None:
    """The one organisation of these municipalities, when they are all of it or one of them."""
    shared = shared_organisation_of(members[0].code) if members else None
    if shared is None or not shared.is_one_organisation:
        return None
    codes = {member.code for member in members}
    return shared if len(codes) == 1 or codes == set(shared.members) else None


def _found(municipalities: Sequence[str]) -> list[Municipality]:
    """The municipalities, each once; every name that is unknown is told at once."""
    found: dict[str, Municipality] = {}
    faults: list[str] = []
    for written in municipalities:
        try:
            member = find_municipality(written)
            found[member.code] = member
        except InputError as fault:
            faults += fault.faults
    if faults:
        raise InputError(*faults)
    return list(found.values())


def format_of(file: Path) -> _Format:
    """How a case file is read and written.

    Raises:
        InputError: It is a folder, or its name is not that of a case file.
    """
    if file.is_dir():
        raise InputError(gettext("{file} is a folder; give a case file in it.", file=file))
    found = _FORMATS.get(file.suffix.lower())
    if found is None and file.suffix.lower() in _SHEETS_OF_OTHERS:
        raise InputError(
            gettext(
                "{file} is a workbook of another kind; open it and save it as Excel workbook "
                "(.xlsx).",
                file=file,
            )
        )
    if found is None:
        raise InputError(
            gettext(
                "{file} is not a case file; its name must end in {endings}.",
                file=file,
                endings=", ".join(_FORMATS),
            )
        )
    return found


def content_of(file: Path) -> bytes:
    """The bytes of a file that is no larger than a case can be."""
    try:
        if not file.is_file():
            raise InputError(
                gettext("{file} does not exist; make a case with: selfmgmt new.", file=file)
            )
        _refuse_large(file, file.stat().st_size)
        return file.read_bytes()
    except OSError as error:
        raise InputError(
            gettext("{file} cannot be read: {reason}.", file=file, reason=error.strerror)
        ) from None


def _refuse_large(file: Path, size: int) -> None:
    largest = format_of(file).largest
    if size > largest:
        raise InputError(
            gettext(
                "{file} is {size} MB; a case file is at most {largest} MB.",
                file=file,
                size=number(size / 1e6, 1),
                largest=number(largest / 1e6),
            )
        )
