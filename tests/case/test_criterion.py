"""A criterion of one's own is a public goal, and works wherever a criterion does."""

from typing import Any

import pytest
from pydantic import ValidationError

from selfmgmt.case import Case
from selfmgmt.case.link import case_in_link, link_word
from selfmgmt.case.workbook import read_workbook
from selfmgmt.case.workbook_text import workbook_bytes
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.case.yaml_text import yaml_text
from selfmgmt.language import LANGUAGES, speaking

GREEN = {
    "label": "Groene gemeente",
    "description": "Hoe groen wij werken.",
    "better": "higher",
    "at_0": "Meer uitstoot dan nu.",
    "at_50": "Zoals nu.",
    "at_100": "Geen uitstoot meer.",
}
WRITTEN: dict[str, Any] = {
    "name": "Urk",
    "municipalities": "Urk",
    "options": {"mine": {}},
    "criteria": {"green": GREEN},
    "judgements": {"green": {"mine": 40, "do_nothing": {"low": 1, "central": 2, "high": 3}}},
    "weights": {"teams": {"green": 3, "net_saving": 5}},
    "voices": {
        "council": {
            "A": {"method": "order", "order": ["green", "net_saving"]},
            "C": {"method": "swing", "points": {"green": 100, "payback": 40}},
        },
        "executive": {
            "B": {
                "method": "best_worst",
                "best": "green",
                "worst": "closeness",
                "best_to_others": {"closeness": 8, "absence": 2},
                "others_to_worst": {"green": 8, "absence": 5},
            },
            "A": {
                "method": "pairs",
                "pairs": {
                    "net_saving": {"closeness": 3, "green": 2},
                    "closeness": {"green": "1,5"},
                },
            },
        },
    },
}
CASE = Case.model_validate(WRITTEN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost(language: str) -> None:
    """Own criteria and voices survive YAML, the workbook and a link, digit by digit."""
    with speaking(language):
        assert read_yaml(yaml_text(CASE).encode()).case() == CASE
        assert read_workbook(workbook_bytes(CASE)).case() == CASE
        assert case_in_link(link_word(CASE)) == CASE


def test_labels_of_the_case() -> None:
    """Own criteria stand after those of selfmgmt, and are judged."""
    assert list(CASE.criteria_labels())[-1] == "green"
    assert CASE.judged_labels()["green"] == "Groene gemeente"
    assert "net_saving" not in CASE.judged_labels()


def test_one_case_does_not_know_the_criteria_of_another() -> None:
    """Outside its own case the key is unknown."""
    with speaking("en"), pytest.raises(ValidationError, match="'green' is not known here"):
        Case.model_validate({key: WRITTEN[key] for key in WRITTEN if key != "criteria"})


@pytest.mark.parametrize(
    "label",
    [
        "Meer zelforganisatie",
        "Méér zélf-sturing!",
        "Zelfstandigheid van teams",
        "Autonomie van de teams",
        "Teamautonomie",
        "Zelfregelende teams",
        "More self organisation",
        "Self-steering",
        "Team autonomy",
        "Autonomy of teams",
        "Teal organisation",
    ],
)
def test_the_means_is_refused(label: str) -> None:
    """Self-organisation is a means, under whatever name."""
    said = {**WRITTEN, "criteria": {"green": {**GREEN, "label": label}}}
    with speaking("en"), pytest.raises(ValidationError, match="is a means, not a goal"):
        Case.model_validate(said)


@pytest.mark.parametrize("label", ["Eigen regie van inwoners", "Zelfredzaamheid", "Autonomie"])
def test_goals_that_sound_alike_are_fine(label: str) -> None:
    """Residents who manage by themselves are a goal."""
    said = {**WRITTEN, "criteria": {"green": {**GREEN, "label": label}}}
    assert Case.model_validate(said).criteria["green"].label == label
