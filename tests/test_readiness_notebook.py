"""The page of readiness runs as a whole: with made-up answers, and without any survey."""

import json
from typing import Any

import pytest

from selfmgmt.errors import SelfmgmtError
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.reporting.engine.execute import execute
from selfmgmt.resources import NOTEBOOKS

PAGE = NOTEBOOKS / "20_readiness.ipynb"


def run(**parameters: Any) -> tuple[Any, dict[str, Any]]:
    """The executed notebook, and what the tool on it shows."""
    executed = execute(PAGE, {"draws": 200, **parameters})
    models = executed.metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"]
    states = [model["state"]["state"] for model in models.values() if "state" in model["state"]]
    (shown,) = [state for state in states if "by_survey" in state]
    return executed, shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_is_told_as_made_up(language: str) -> None:
    """Its results are there and marked; the case has nothing of it."""
    _, shown = run(language=language, example=True)
    assert shown["survey"]["made_up"]
    assert len(shown["survey"]["parts"]) == 7
    assert not shown["by_survey"]
    assert all(field["own"] is None for field in shown["fields"].values())


def test_without_a_survey_it_says_what_is_missing() -> None:
    """Nothing is measured, every subject is open, and there is no result of anyone."""
    executed, shown = run(language="en")
    assert shown["survey"] is None
    assert shown["known"] == []
    assert "nobody has filled in the readiness scan yet" in " ".join(shown["weakest"])
    assert len(shown["fields"]) == len(load_instrument().dimensions)
    assert "image/png" not in json.dumps(executed)


def test_a_file_that_is_not_there_is_told() -> None:
    """With its name, at the step that reads it."""
    with pytest.raises(SelfmgmtError, match=r"nowhere\.csv"):
        run(answers_file="nowhere.csv")
