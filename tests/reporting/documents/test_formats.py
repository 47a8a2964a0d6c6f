"""The documents of a report, by name."""

import pytest

from selfmgmt.case import new_case
from selfmgmt.errors import InputError
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.documents.formats import FORMATS, checked_formats
from selfmgmt.reporting.pages.rendered import RenderedReport


def test_the_page_always_comes_and_each_comes_once():
    """Whatever is asked for."""
    assert checked_formats(()) == checked_formats(("html", "html")) == ("html",)


def test_an_unknown_format_is_refused():
    """With those that there are."""
    with pytest.raises(InputError, match=r"'odt'.*html"):
        checked_formats(("odt",))


def test_the_page_is_written_as_it_is(tmp_path):
    """In the folder of the report."""
    content = Content(case=new_case(["Nijkerk"]), language="nl", seed=1, draws=100)
    made = RenderedReport(
        folder=tmp_path, content=content, notebook=None, page="<p>é</p>", results={}
    )
    FORMATS["html"].write(made)
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "<p>é</p>"
