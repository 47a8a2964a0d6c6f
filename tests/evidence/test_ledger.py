import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from selfmgmt.errors import InputError
from selfmgmt.evidence.cases import reference_cases
from selfmgmt.evidence.ledger import EVIDENCE, Ledger, load_ledger
from selfmgmt.evidence.options import named_options
from selfmgmt.evidence.records import CALCULATION_THEMES
from selfmgmt.evidence.warnings import load_warnings
from selfmgmt.language import Label, speaking
from selfmgmt.simulation.parameters import EFFECTS, PARAMETERS

LEDGER = load_ledger()
RECORDS: dict[str, BaseModel] = {
    f"{kind}, {key}": record
    for kind, records in {
        "figure": LEDGER.parameters,
        "finding": LEDGER.findings,
        "warning": load_warnings(),
        "option": named_options(),
        "case": reference_cases(),
    }.items()
    for key, record in records.items()
}
LONGEST_SENTENCE = 25  # words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The ledger's files, to break one thing in."""
    return Path(shutil.copytree(EVIDENCE, tmp_path / "evidence"))


def change(folder: Path, theme: str, key: str, changes: dict[str, Any]) -> None:
    """Write ``changes`` into one record; None takes a field away."""
    path = folder / f"{theme}.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = content.get(key, {}) | changes
    content[key] = {name: value for name, value in fields.items() if value is not None}
    path.write_text(yaml.safe_dump(content), encoding="utf-8")


def labels_in(record: object) -> Iterator[Label]:
    """Every label in a record, however deep."""
    if isinstance(record, Label):
        yield record
    elif isinstance(record, BaseModel):
        for _name, value in record:
            yield from labels_in(value)
    elif isinstance(record, tuple):
        for item in record:
            yield from labels_in(item)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"lowest": 1}, "money.yaml, hire_premium, lowest: 'lowest' is not known"),
        ({"sources": None}, "money.yaml, hire_premium, sources: Field required"),
        ({"sources": []}, "money.yaml, hire_premium, sources: .*at least 1"),
        ({"sources": ["car_uvo"]}, "money.yaml, hire_premium, sources: .*did you mean car_uwo"),
        ({"evidence": ["G99"]}, "money.yaml, hire_premium, evidence: 'G99' is not known"),
        ({"unit": "time"}, "money.yaml, hire_premium, unit: .*did you mean times"),
        ({"low": 1.3}, "hire_premium: low 1.3, central 1.2, high 1.5 are not in rising order"),
        ({"high": 1.1}, "hire_premium: low 1.0, central 1.2, high 1.1 are not in rising order"),
        ({"central": "many"}, "money.yaml, hire_premium, central: 'many'"),
        ({"central": float("nan")}, "money.yaml, hire_premium, central: nan"),
        ({"grade": "A"}, "grade is A and status assumption; use grade D"),
        ({"grade": "E"}, "money.yaml, hire_premium, grade: "),
        ({"status": "guess"}, "money.yaml, hire_premium, status: "),
        ({"status": "unverified"}, "hire_premium: status is unverified; such a figure never"),
        ({"review_date": "soon"}, "money.yaml, hire_premium, review_date: "),
        ({"review_date": None}, "money.yaml, hire_premium, review_date: Field required"),
        ({"label": {"nl": "Opslag"}}, "money.yaml, hire_premium, label, en: Field required"),
        ({"note": {"nl": "", "en": "a"}}, "money.yaml, hire_premium, note, nl: "),
    ],
)
def test_each_rule_of_the_reader_is_kept(folder: Path, changes: dict[str, Any], said: str) -> None:
    """A figure that breaks a rule is refused by file, key and field."""
    change(folder, "money", "hire_premium", changes)
    with speaking("en"), pytest.raises(InputError, match=said):
        load_ledger(folder)


def test_a_key_belongs_to_one_theme(folder: Path) -> None:
    """A figure that stands in two files is refused."""
    fields = yaml.safe_load((folder / "money.yaml").read_text(encoding="utf-8"))["hire_premium"]
    change(folder, "people", "hire_premium", fields)
    with speaking("en"), pytest.raises(InputError, match=r"is in money\.yaml too"):
        load_ledger(folder)


def test_faults_in_several_files_are_told_together(folder: Path) -> None:
    """One run tells all there is to mend."""
    change(folder, "money", "hire_premium", {"low": 9})
    change(folder, "people", "absence_effect", {"sources": ["nobody"]})
    change(folder, "sources", "awb_mandaat", {"year": None})
    with pytest.raises(InputError) as refused:
        load_ledger(folder)
    for part in ("hire_premium", "absence_effect", "sources.yaml, awb_mandaat, year"):
        assert any(part in fault for fault in refused.value.faults)


def test_an_unverified_figure_reaches_no_calculation() -> None:
    """It can be shown; asked for in a calculation it is refused."""
    unverified = sorted(set(LEDGER.keys()) - set(LEDGER.calculation_keys()))
    assert unverified
    for key in unverified:
        assert LEDGER.parameter(key).status == "unverified"
        with pytest.raises(InputError, match=f"{key} .*unverified"):
            LEDGER.for_calculation(key)


def test_what_the_model_needs_is_there_and_verified() -> None:
    """Every figure of the model is in a theme for calculations."""
    for key in PARAMETERS + EFFECTS:
        assert LEDGER.for_calculation(key).theme in CALCULATION_THEMES
    for key in EFFECTS:
        assert LEDGER.parameter(key).better in ("higher", "lower")


def test_an_unknown_figure_suggests_the_nearest() -> None:
    """A misspelt key is refused with the key that was meant."""
    with pytest.raises(InputError, match="dip_depth"):
        LEDGER.parameter("dip_dept")


def test_an_assumption_says_that_it_is_ours() -> None:
    """It names us as a source, and its note says so in both languages or tells which part is."""
    for parameter in LEDGER.parameters.values():
        if parameter.status == "assumption":
            assert "own_assumption" in parameter.sources, parameter.key
        else:
            assert parameter.sources != ("own_assumption",) or parameter.status == "unverified"


def test_staff_departments_are_overhead_without_managers() -> None:
    """The derived share is what it says."""
    overhead, managers = LEDGER.parameter("overhead_share"), LEDGER.parameter("manager_share")
    staff = LEDGER.parameter("support_share")
    for end in ("low", "central", "high"):
        derived = getattr(overhead, end) - managers.central
        assert getattr(staff, end) == pytest.approx(derived)


def test_every_source_is_used_and_every_finding_cited_is_there() -> None:
    """No source stands there for nothing."""
    named = {key for record in RECORDS.values() for key in getattr(record, "sources", ())}
    readings = {
        key
        for case in reference_cases().values()
        for reading in case.readings
        for key in reading.sources
    }
    assert named | readings == set(LEDGER.sources)


def slips_of(words: str) -> Iterator[str]:
    """What is untidy about some words, or too long."""
    if words != words.strip() or "  " in words:
        yield "has stray spaces"
    for sentence in re.split(r"(?<=[.:;!?])\s+", words):
        if len(sentence.split()) > LONGEST_SENTENCE:
            yield f"has a long sentence: {sentence}"


def test_both_languages_differ_and_are_plain() -> None:
    """Dutch is Dutch, English is English, in short sentences without stray spaces."""
    slips = []
    for name, record in RECORDS.items():
        for label in labels_in(record):
            slips += [(name, slip) for words in (label.nl, label.en) for slip in slips_of(words)]
            if len(label.nl.split()) > 4 and label.nl == label.en:
                slips.append((name, f"is the same in both languages: {label.nl}"))
    assert slips == []


def test_the_ledger_is_read_once(folder: Path) -> None:
    """A second call gives the same ledger."""
    assert isinstance(load_ledger(folder), Ledger)
    assert load_ledger(folder) is load_ledger(folder)


def test_the_frame_has_every_figure_as_it_stands_in_the_ledger() -> None:
    """One row for each, in keys and numbers; a notebook shows it."""
    frame = LEDGER.frame()
    assert list(frame.index) == list(LEDGER.keys())
    row, found = frame.loc["turnover_effect"], LEDGER.parameter("turnover_effect")
    assert (row["low"], row["central"], row["high"]) == (found.low, found.central, found.high)
    assert (row["better"], row["grade"]) == (found.better, found.grade)
    assert row["sources"].split(", ") == list(found.sources)
    assert "turnover_effect" in LEDGER._repr_html_()
