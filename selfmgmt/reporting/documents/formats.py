"""The documents that can be made of one report, by the name that ``--format`` knows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.reporting.documents import docx, pdf, powerpoint, slides
from selfmgmt.reporting.pages import page_one
from selfmgmt.reporting.pages.rendered import RenderedReport
from selfmgmt.whole_files import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of document.

    Attributes:
        file: Its name in the folder of a report.
        write: Writes it.
        check: Raises InputError when this computer cannot make it.
        libraries: What it is made with, by the names under which they are installed; a new
            version may make another document.
        of_page: Whether it needs the page alone, and so can be made of a comparison too.
    """

    file: str
    write: Callable[[RenderedReport], None]
    check: Callable[[], None] = lambda: None
    libraries: tuple[str, ...] = ()
    of_page: bool = False


def _write_html(report: RenderedReport) -> None:
    write_whole(report.folder / FORMATS["html"].file, report.live_page)


FORMATS: dict[str, Format] = {
    "html": Format(file="report.html", write=_write_html, of_page=True),
    "page": Format(file=page_one.FILE, write=page_one.write_page),
    "pdf": Format(
        file=pdf.FILE,
        write=pdf.write_pdf,
        check=pdf.needs_pdf,
        libraries=("weasyprint", "pydyf"),
        of_page=True,
    ),
    "docx": Format(
        file=docx.FILE,
        write=docx.write_docx,
        check=docx.needs_docx,
        libraries=("python-docx", "lxml"),
    ),
    "slides": Format(file=slides.FILE, write=slides.write_slides),
    "pptx": Format(
        file=powerpoint.FILE,
        write=powerpoint.write_pptx,
        check=powerpoint.needs_pptx,
        libraries=("python-pptx", "lxml"),
    ),
}


def libraries_of(formats: Iterable[str]) -> tuple[str, ...]:
    """What documents of these formats are made with, each once."""
    return tuple(dict.fromkeys(name for one in formats for name in FORMATS[one].libraries))


def files_of(formats: Iterable[str]) -> tuple[str, ...]:
    """The files that documents of these formats are; page 1 is a PDF too when both are asked for.

    >>> files_of(("html", "page", "pdf"))
    ('report.html', 'page.html', 'report.pdf', 'page.pdf')
    """
    names = tuple(formats)
    both = (pdf.PAGE_FILE,) if {"page", "pdf"} <= set(names) else ()
    return (*(FORMATS[name].file for name in names), *both)


def checked_formats(names: Sequence[str], *, of_page: bool = False) -> tuple[str, ...]:
    """The names that were asked for, each once; the page always comes first.

    Args:
        names: Those of formats.
        of_page: Whether only formats will do that need the page alone.

    Raises:
        InputError: With every name that is no format, or of which a library is missing.
    """
    known = [name for name, one in FORMATS.items() if one.of_page or not of_page]
    faults = [
        gettext("format is {given}; use {choices}.", given=repr(name), choices=", ".join(known))
        for name in names
        if name not in known
    ]
    for name in set(known) & set(names):
        faults += _missing(FORMATS[name])
    if faults:
        raise InputError(*faults)
    return tuple(dict.fromkeys(("html", *names)))


def _missing(one: Format) -> Sequence[str]:
    try:
        one.check()
    except InputError as fault:
        return fault.faults
    return ()
