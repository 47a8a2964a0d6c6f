"""The figures to look up: all that the calculation uses, none hidden."""

import pytest

from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.edit.assumptions import assumed
from selfmgmt.evidence.assumption import replaceable
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.language import speaking
from selfmgmt.views.widgets.figures import figure_rows

BASE = load_ledger().parameter("support_bound")


def test_nothing_is_hidden(case: Case) -> None:
    """One row for every uncertain or known quantity of the calculation."""
    study = study_of(case)
    rows = figure_rows(study)
    assert len(rows) == len(study.inputs.origins) + 1  # the social share only sizes one option
    assert len({row["figure"] for row in rows}) == len(rows)
    for row in rows:
        assert row["middle"]
        assert row["range"]
        assert row["status"]
        assert row["source"]


def test_a_figure_has_range_unit_source_and_grade(case: Case) -> None:
    """As the ledger has them, in the notation of the reader."""
    with speaking("en"):
        rows = {row["figure"]: row for row in figure_rows(study_of(case))}
    row = rows["Part of the planned saving that is realised"]
    assert (row["middle"], row["range"], row["grade"]) == ("85%", "50% to 100%", "C")
    assert "Hilversum" in row["source"]
    assert "eight cases" in row["note"]


def test_an_own_figure_is_told_as_such(case: Case) -> None:
    """The FTE that the user filled in; what was left open says from where it comes."""
    with speaking("en"):
        rows = {row["figure"]: row for row in figure_rows(study_of(case))}
    assert rows["Staff"]["range"] == "300"
    assert rows["Staff"]["status"] == "own figure"
    assert rows["Number of teams"]["grade"] == "D"
    assert "2 of" in rows["Readiness"]["source"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_an_assessment_readiness_is_an_assumption(language: str) -> None:
    """Then its grade and note say so."""
    with speaking(language):
        rows = figure_rows(study_of(Case(name="Nijkerk", municipalities="Nijkerk")))
    (readiness,) = [row for row in rows if row["figure"] in {"Gereedheid", "Readiness"}]
    assert readiness["grade"] == "D"
    assert readiness["note"]


def test_only_a_figure_with_bounds_can_be_replaced(case: Case) -> None:
    """What the model is built on is shown, without a button to change it."""
    with speaking("en"):
        rows = figure_rows(study_of(case))
        fixed = [row for row in rows if row["figure"] == str(BASE.label)]
    assert [row.get("key") for row in fixed] == [None]
    assert {row["key"] for row in rows if "key" in row} <= replaceable().keys()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_replaced_figure_still_tells_what_it_was(case: Case, language: str) -> None:
    """What holds without the reader is the range of the ledger, whatever stands in its place."""
    with speaking(language):
        own = assumed(case, "dip_depth", value="30%", reason="Ours")
        before, after = (
            next(row for row in figure_rows(study_of(one)) if row.get("key") == "dip_depth")
            for one in (case, own)
        )
    assert after["own"]
    assert after["middle"] == "30%"
    assert after["standard"] == before["standard"]
