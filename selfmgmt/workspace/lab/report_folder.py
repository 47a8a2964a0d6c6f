"""The folder in which a page and the program that makes its report talk: the files in it."""

from typing import Literal

PROGRESS, PAGE, FAULT, CASE = "progress.json", "report.html", "fault.txt", "case.yaml"
WORD = "report.docx"
Document = Literal["report", "page"]
"""The whole report, or page 1 as a piece of a page."""
