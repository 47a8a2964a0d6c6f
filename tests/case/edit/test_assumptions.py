"""A figure of one's own on the page: what was written counts, or is told at its field."""

import pytest

from selfmgmt.case import Case
from selfmgmt.case.edit.assumptions import assumed, restored
from selfmgmt.case.edit.form_error import FormError
from selfmgmt.case.ranges import text_of_range
from selfmgmt.errors import InputError
from selfmgmt.evidence.assumption import replaceable
from selfmgmt.language import speaking

KEY = "savings_realisation"


@pytest.fixture
def case() -> Case:
    """A case in which every figure of the ledger holds."""
    return Case(name="Nijkerk", municipalities="Nijkerk")


@pytest.mark.parametrize(
    ("key", "value", "ends"),
    [
        (KEY, "50 tot 70", (0.5, 0.6, 0.7)),
        (KEY, "50-70%, middle 55", (0.5, 0.55, 0.7)),
        (KEY, "0,5", (0.5, 0.5, 0.5)),
        ("transition_years", "2 to 4", (2, 3, 4)),
        ("absence_effect", "-1% tot 2%", (-0.01, 0.005, 0.02)),
        ("steerability_effect", "-20 to -5", (-20, -12.5, -5)),
    ],
)
def test_a_range_is_written_as_on_every_form(
    case: Case, key: str, value: str, ends: tuple[float, float, float]
) -> None:
    """Shares with or without a sign; the middle halfway when it is not given."""
    own = assumed(case, key, value=value, reason="Zo ging het.").assumptions[key]
    assert (own.low, own.central, own.high) == pytest.approx(ends)
    assert own.reason == "Zo ging het."


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("cut_effect_quarters", "5 kwartalen"),
        ("cut_effect_quarters", "5 quarters"),
        ("repair_cost_if_fail", "€ 5"),
        ("teams_per_coach", "5 teams"),
    ],
)
def test_the_unit_of_a_figure_is_known_in_both_languages(
    case: Case, language: str, key: str, value: str
) -> None:
    """Whatever the language of the page, the unit that stands beside the figure may be written."""
    with speaking(language):
        assert assumed(case, key, value=value, reason="Ours").assumptions[key].central == 5


@pytest.mark.parametrize(
    ("value", "reason", "at"),
    [
        ("", "x", {"value": "this is missing"}),
        ("a lot", "x", {"value": "not a number"}),
        ("120%", "x", {"value": "120% is outside what is allowed; use 0% to 100%"}),
        ("70% to 50%", "x", {"value": "not in rising order"}),
        ("50%", " ", {"reason": "this is missing"}),
        ("a lot", "", {"value": "not a number", "reason": "this is missing"}),
        ("50%", "x" * 201, {"reason": "too long"}),
    ],
)
def test_what_is_wrong_is_told_at_each_field(
    case: Case, value: str, reason: str, at: dict[str, str]
) -> None:
    """All of it at once."""
    with speaking("en"), pytest.raises(FormError, match=next(iter(at.values()))) as caught:
        assumed(case, KEY, value=value, reason=reason)
    assert caught.value.fields.keys() == at.keys()
    for field, words in at.items():
        assert words in caught.value.fields[field]


@pytest.mark.parametrize("key", ["savings_realisatio", "fte_per_1000", "external_coach_price"])
def test_only_what_the_calculation_takes_from_the_ledger(case: Case, key: str) -> None:
    """Another figure is refused by name."""
    with pytest.raises(InputError, match=key):
        assumed(case, key, value="1", reason="x")


def test_a_figure_is_put_back(case: Case) -> None:
    """The case is then as it was; putting back what was not replaced does nothing."""
    changed = assumed(case, KEY, value="50%", reason="x")
    assert changed != case
    assert restored(changed, KEY) == case
    assert restored(case, KEY) == case


def test_what_stands_in_the_form_is_read_back(case: Case) -> None:
    """The range of the ledger, used as it is, is the same range."""
    for key, figure in replaceable().items():
        text = text_of_range(figure.estimate, figure.limits)
        own = assumed(case, key, value=text, reason="x").assumptions[key]
        assert dict(own.estimate) == pytest.approx(dict(figure.estimate)), key
