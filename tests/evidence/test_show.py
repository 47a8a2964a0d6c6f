import json

from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.evidence.records import CALCULATION_THEMES
from selfmgmt.evidence.show import (
    STATUS_WORDS,
    THEME_WORDS,
    finding_rows,
    ledger_rows,
    ledger_text,
)
from selfmgmt.language import speaking


def test_every_figure_is_a_row_for_other_programs() -> None:
    """Rows survive JSON, with numbers as numbers and shares as fractions."""
    ledger = load_ledger()
    rows = {row["key"]: row for row in json.loads(json.dumps(ledger_rows(ledger)))}
    assert set(rows) == set(ledger.keys())
    assert rows["absence_base"]["central"] == 0.065
    assert rows["absence_base"]["review_date"] == "2026-11-21"
    assert all(row["sources"] for row in rows.values())


def test_rows_speak_the_language_of_the_reader() -> None:
    """Labels follow the language; keys and numbers do not."""
    dutch = ledger_rows(load_ledger())[0]
    with speaking("en"):
        english = ledger_rows(load_ledger())[0]
    assert dutch["label"] == "Formatie per 1.000 inwoners"
    assert english["label"] == "Staff per 1,000 inhabitants"
    assert dutch["key"] == english["key"]


def test_findings_are_rows_too() -> None:
    """Each finding with its grade and sources."""
    rows = json.loads(json.dumps(finding_rows(load_ledger())))
    assert {row["key"] for row in rows} == set(load_ledger().findings)
    assert all(row["text"] and row["sources"] for row in rows)


def test_the_text_has_a_line_for_every_figure() -> None:
    """Under the name of its theme, with its range as the reader writes numbers."""
    ledger = load_ledger()
    with speaking("en"):
        lines = ledger_text(ledger).splitlines()
        for parameter in ledger.parameters.values():
            line = next(line for line in lines if line.startswith(str(parameter.label)))
            assert parameter.unit.write(parameter.central) in line
            assert f"  {parameter.grade}  " in line
    assert "The transition" in lines


def test_every_status_and_theme_has_words() -> None:
    """Nothing is shown as a bare key."""
    parameters = load_ledger().parameters.values()
    assert {parameter.status for parameter in parameters} <= set(STATUS_WORDS)
    assert set(THEME_WORDS) == {*CALCULATION_THEMES, "unverified"}
