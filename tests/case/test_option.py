"""An option holds only what differs, and every lever of a design can differ."""

import pytest
from pydantic import TypeAdapter, ValidationError

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.case.option import Option, Options
from selfmgmt.evidence.options import named_options
from selfmgmt.field_facts import fields_of
from selfmgmt.language import speaking

options_of = TypeAdapter(Options).validate_python


def refusal_of(written: object) -> str:
    """What the one fault of these options says."""
    with speaking("en"), pytest.raises(ValidationError) as caught:
        options_of(written)
    (error,) = caught.value.errors()
    return f"{error['loc']} {error['msg']}"


def test_every_lever_of_a_design_can_be_given() -> None:
    """The levers of an option are those of a design: same order, words and limits."""
    levers = list(fields_of(Option).items())
    assert [name for name, _ in levers] == ["label", "based_on", "mix", *Design.model_fields]
    for name, facts in fields_of(Design).items():
        lever = fields_of(Option)[name]
        assert (lever.title, lever.explanation, lever.limits, lever.kind == facts.kind) == (
            facts.title, facts.explanation, facts.limits, facts.record is None,
        )  # fmt: skip
    group = fields_of(Option)["autonomy"].record
    assert group is not None
    assert list(fields_of(group)) == list(Autonomy.model_fields)


@pytest.mark.parametrize("key", named_options())
def test_every_named_option_is_a_valid_design(key: str) -> None:
    """A named option, with nothing changed, gives a whole design within law and limits."""
    option = options_of({key: None})[key]
    assert isinstance(option.design(), Design)
    assert option.changes() == {}


def test_an_option_of_ones_own_starts_from_doing_nothing() -> None:
    """A key that looks like no named option is the user's own."""
    assert options_of({"zzz": {"scope": 1}})["zzz"].design() == Design(scope=1)


def test_a_misspelt_named_option_is_not_taken_for_an_own_one() -> None:
    """What looks like a named option is refused, unless it says what it is based on."""
    assert "did you mean stepwise_programme?" in refusal_of({"stepwise_program": None})
    own = options_of({"stepwise_program": {"based_on": "do_nothing"}})
    assert own["stepwise_program"].design() == Design()


@pytest.mark.parametrize("change", [{"scope": 1}, {"autonomy": {"goals": 3}}])
def test_doing_nothing_changes_nothing(change: dict[str, object]) -> None:
    """A change of nothing would spoil every comparison."""
    assert "do_nothing changes nothing" in refusal_of({"do_nothing": change})


def test_the_same_limits_as_a_design() -> None:
    """An option cannot do what a design cannot."""
    assert "'scope'" in refusal_of({"mine": {"scope": "120%"}})
    assert "level 7 goes too far" in refusal_of({"mine": {"autonomy": {"budget": 7}}})
    assert "coachs" in refusal_of({"mine": {"coachs": 3}})


def test_options_made_in_python() -> None:
    """An option made in a notebook is based on its namesake too."""
    option = options_of({"vanguard_first": Option(scope=1)})["vanguard_first"]
    assert (option.based_on, option.design().scope) == ("vanguard_first", 1)


def test_an_empty_mandate_is_an_open_one() -> None:
    """A group without any figure is the same as no group."""
    assert options_of({"mine": {"autonomy": {"goals": None}}})["mine"].autonomy is None
