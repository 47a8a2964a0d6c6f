"""The YAML that is written explains itself in the language of the reader."""

import pytest

from selfmgmt.case import Case, new_case
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.case.yaml_text import yaml_text
from selfmgmt.field_facts import fields_of
from selfmgmt.language import speaking

WRITTEN = {
    "name": "Urk: één # naam",
    "municipalities": "Urk",
    "organisation": {
        "fte": {"low": 300, "central": 320.5, "high": 900.125},
        "manager_share": 0.055,
        "team_count": 28,
    },
    "options": {"mine": {"managers_after": "50%", "autonomy": {"goals": 3}, "greenfield": True}},
    "notes": "first\n\n  - second\nlast",
}


def test_figures_as_the_reader_writes_them() -> None:
    """Ranges on their own lines, shares as percentages, text as it is."""
    text = yaml_text(Case.model_validate(WRITTEN))
    for lines in (
        "  fte:\n    low: 300\n    central: 320,5\n    high: 900,1250\n",
        "  manager_share: 5,5%\n",
        "  team_count: 28\n",
        "  cost_per_fte:\n",
        "    managers_after: 50%\n    autonomy:\n      goals: 3\n    greenfield: ja\n",
        "notes: |-\n  first\n\n    - second\n  last\n",
        "name: 'Urk: één # naam'\n",
    ):
        assert lines in text
    with speaking("en"):
        assert "    central: 320.5\n" in yaml_text(Case.model_validate(WRITTEN))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_is_explained(language: str) -> None:
    """Above each field stand its title and what is allowed."""
    with speaking(language):
        text = " ".join(yaml_text(new_case(["Urk"])).replace("#", " ").split())
        for part in fields_of(Case).values():
            assert part.title in text
            for facts in fields_of(part.record).values() if part.record else ():
                assert f"{facts.title}. {facts.explanation}" in text


def test_each_option_says_what_it_was_made_after() -> None:
    """The sources of a named option stand below its key; doing nothing has none to tell."""
    with speaking("en"):
        text = yaml_text(new_case(["Urk"]))
    assert text.count("# Made after: ") == 11
    nijkerk = text.split("selforganisation_because_of_cut:")[1].split("based_on")[0]
    assert "Telengy (2017)" in nijkerk


def test_no_line_is_too_long_to_read() -> None:
    """Explanations are folded."""
    assert max(map(len, yaml_text(new_case(["Urk"])).splitlines())) <= 100


@pytest.mark.parametrize(
    "label", ["a\nb: c", "x # y", "key: value", "*x", "&x", "!x", "- x", "'", '"', "{", "null", "~"]
)
def test_text_cannot_become_a_field(label: str) -> None:
    """Whatever someone calls an option, it stays the name of that option."""
    case = Case.model_validate({**WRITTEN, "options": {"mine": {"label": label}}, "notes": label})
    assert read_yaml(yaml_text(case).encode()).case() == case
