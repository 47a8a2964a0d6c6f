"""The page of a report as PDF, tagged so that it can be read aloud."""

import logging
from typing import TYPE_CHECKING

from selfmgmt.language import speaking
from selfmgmt.reporting.documents.extra import library
from selfmgmt.reporting.pages.html import TEMPLATES
from selfmgmt.reporting.pages.page_one import page_of
from selfmgmt.whole_files import replacing

if TYPE_CHECKING:
    from selfmgmt.reporting.pages.rendered import RenderedReport

FILE, PAGE_FILE = "report.pdf", "page.pdf"
PAPER = TEMPLATES / "report" / "paper.css"


def needs_pdf() -> None:
    """Raise InputError when this computer cannot make PDF."""
    library("weasyprint", "pdf")


def write_pdf(report: "RenderedReport") -> None:
    """Write the PDF of a report."""
    with replacing(report.folder / FILE) as unfinished:
        unfinished.write_bytes(pdf_of(report.page))
    if "page" in report.formats:
        with speaking(report.language):
            page = page_of(report.content, theme=report.theme)
        with replacing(report.folder / PAGE_FILE) as unfinished:
            unfinished.write_bytes(pdf_of(page))


def pdf_of(page: str) -> bytes:
    """The page as PDF, with tags, language, title and bookmarks.

    Asks nothing of the network; the same page gives the same bytes on the same computer.
    """
    weasyprint = library("weasyprint", "pdf")
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # what only browsers know is no fault
    style = f"<style>\n{PAPER.read_text(encoding='utf-8')}</style>\n</head>"
    inside = weasyprint.urls.URLFetcher(allowed_protocols=["data"])  # pictures are in the page
    html = weasyprint.HTML(string=page.replace("</head>", style, 1), url_fetcher=inside)
    document: bytes = html.write_pdf(pdf_tags=True)
    return document
