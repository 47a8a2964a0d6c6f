"""The documents that can be made of one report, by the name that ``--format`` knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.reporting.documents import docx, pdf, powerpoint, slides
from selfmgmt.reporting.files import write_whole
from selfmgmt.reporting.made import Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of document.

    Attributes:
        file: Its name in the folder of a report.
        write: Writes it.
        check: Raises InputError when this computer cannot make it.
    """

    file: str
    write: Callable[[Made], None]
    check: Callable[[], None] = lambda: None


def _write_html(made: Made) -> None:
    write_whole(made.folder / FORMATS["html"].file, made.page)


FORMATS: dict[str, Format] = {
    "html": Format(file="report.html", write=_write_html),
    "pdf": Format(file=pdf.FILE, write=pdf.write_pdf, check=pdf.needs_pdf),
    "docx": Format(file=docx.FILE, write=docx.write_docx, check=docx.needs_docx),
    "slides": Format(file=slides.FILE, write=slides.write_slides),
    "pptx": Format(file=powerpoint.FILE, write=powerpoint.write_pptx, check=powerpoint.needs_pptx),
}


def checked_formats(asked: Sequence[str]) -> tuple[str, ...]:
    """The names that were asked for, each once; the page always comes first.

    Raises:
        InputError: With every name that is no format, or of which a library is missing.
    """
    faults = [
        gettext("format is {given}; use {choices}.", given=repr(name), choices=", ".join(FORMATS))
        for name in asked
        if name not in FORMATS
    ]
    for name in FORMATS.keys() & set(asked):
        faults += _missing(FORMATS[name])
    if faults:
        raise InputError(*faults)
    return tuple(dict.fromkeys(("html", *asked)))


def _missing(one: Format) -> Sequence[str]:
    try:
        one.check()
    except InputError as fault:
        return fault.faults
    return ()
