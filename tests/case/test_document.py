"""Faults are told by the place in the file, whatever kind of file it is."""

import pytest

from selfmgmt.case.document import SCHEMA, Document
from selfmgmt.errors import InputError
from selfmgmt.language import speaking

VALUES = {"schema": SCHEMA, "name": "Urk", "municipalities": "Urk"}


def faults_of(document: Document) -> tuple[str, ...]:
    """The faults in a document."""
    with speaking("en"), pytest.raises(InputError) as caught:
        document.case()
    return caught.value.faults


def test_a_document_without_faults_is_a_case() -> None:
    """What is right comes through."""
    assert Document(VALUES, {}).case().municipalities == ("GM0184",)


def test_a_fault_has_the_nearest_place() -> None:
    """A missing part is told at the place of the whole it belongs to."""
    values = {**VALUES, "organisation": {"fte": {"low": 1, "high": 2}}}
    places = {("organisation",): "line 4", ("organisation", "fte"): "line 5"}
    (fault,) = faults_of(Document(values, places))
    assert fault == "line 5, organisation.fte.central: this is missing; fill it in."


def test_a_fault_of_the_file_is_told_once() -> None:
    """What the file already said about a place is not said again in other words."""
    values = {"schema": SCHEMA, "municipalities": "Urk", "organisation": {"fte": {"low": "x"}}}
    known = {("name",): "this is a formula.", ("organisation", "fte", "high"): "this is an error."}
    assert faults_of(Document(values, {}, known)) == (
        "name: this is a formula.",
        "organisation.fte.high: this is an error.",
        "organisation.fte.low: 'x' is not a number; write for example 3,5 or 1.234,5 or 12% or "
        "€ 1,2 mln.",
        "organisation.fte.central: this is missing; fill it in.",
    )


@pytest.mark.parametrize(("schema", "words"), [(None, "missing"), ("selfmgmt/case/3", "case/2")])
def test_another_version_is_refused(schema: str | None, words: str) -> None:
    """A file of a later version is not read as if it were of this one."""
    values = {key: value for key, value in VALUES.items() if key != "schema"}
    (fault,) = faults_of(Document(values | ({"schema": schema} if schema else {}), {}))
    assert fault.startswith("schema: ")
    assert words in fault
