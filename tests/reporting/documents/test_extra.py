"""Libraries that only documents need."""

import sys

import pytest

from selfmgmt.errors import InputError
from selfmgmt.reporting.documents.extra import library
from selfmgmt.reporting.documents.formats import checked_formats


def test_a_library_that_is_there_is_given():
    """As it is."""
    assert library("json", "pdf").loads("1") == 1


def test_a_missing_library_is_reported_with_the_cure():
    """Which document, and what to install."""
    with pytest.raises(InputError, match=r"'pdf'.*no_such_library.*selfmgmt\[documents\]"):
        library("no_such_library", "pdf")


def test_all_that_is_missing_is_reported_before_anything_is_made(monkeypatch):
    """Three documents, three faults; the page and the slides need nothing more."""
    for name in ("weasyprint", "docx", "pptx"):
        monkeypatch.setitem(sys.modules, name, None)
    assert checked_formats(("html", "slides")) == ("html", "slides")
    with pytest.raises(InputError) as caught:
        checked_formats(("pptx", "slides", "docx", "pdf"))
    assert len(caught.value.faults) == 3
    assert all("[documents]" in fault for fault in caught.value.faults)
