"""Reverses name only what exists: quantities, effects and levers of the model."""

import pytest

from selfmgmt.case.design import Design
from selfmgmt.errors import InputError
from selfmgmt.evidence.stress import reverses
from selfmgmt.simulation.parameters import EFFECTS, PARAMETERS


def test_reverses_change_what_the_model_has():
    """A key that the model does not know would change nothing, in silence."""
    for reverse in reverses().values():
        assert set(reverse.inputs) <= {*PARAMETERS, "readiness"}
        assert set(reverse.effects) <= set(EFFECTS)
        assert set(reverse.design) <= set(Design.model_fields)


def test_every_reverse_changes_something():
    """One without an effect would comfort without reason."""
    for key, reverse in reverses().items():
        changes = (reverse.inputs, reverse.effects, reverse.design, reverse.stops_after_quarters)
        more = reverse.target_times > 1 or reverse.repair_eur_per_inhabitant > 0
        leaves = reverse.overhead_follows is not None
        assert any(changes) or more or leaves, key


def test_a_reverse_without_a_source_is_refused(tmp_path):
    """As every figure in the data."""
    path = tmp_path / "stress.yaml"
    path.write_text(
        "storm:\n  label: {nl: a, en: b}\n  text: {nl: a, en: b}\n  note: {nl: a, en: b}\n"
        "  sources: [nobody]\n  evidence: []\n  grade: A\n  status: assumption\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError, match=r"stress.yaml, storm, sources: .*nobody"):
        reverses(path)
