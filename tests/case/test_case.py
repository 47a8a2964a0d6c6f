"""A case holds together: its options, judgements and weights speak of the same things."""

import pytest
from pydantic import ValidationError

from selfmgmt.case import Case
from selfmgmt.case.design import Design
from selfmgmt.errors import InputError
from selfmgmt.language import speaking

SMALL = {"name": "Urk", "municipalities": "Urk"}


def case_with(**parts: object) -> Case:
    """A small case with some parts filled in."""
    return Case.model_validate({**SMALL, **parts})


def refusal_of(**parts: object) -> tuple[tuple[object, ...], str]:
    """Where the one fault of a case is, and what it says."""
    with speaking("en"), pytest.raises(ValidationError) as caught:
        case_with(**parts)
    (error,) = caught.value.errors()
    return tuple(step for step in error["loc"] if step != "[key]"), error["msg"]


def test_municipalities_become_codes() -> None:
    """Names and codes, in one text or a list, mean the same; twins count once."""
    case = case_with(municipalities="gm0267, Nijkerk, 's Gravenhage")
    assert case.municipalities == ("GM0267", "GM0518")
    assert case_with(municipalities=["Nijkerk"]).municipalities == ("GM0267",)


def test_an_unknown_municipality_suggests_the_nearest() -> None:
    """A slip in a name is told, with what was probably meant."""
    place, words = refusal_of(municipalities=["Nijkrk"])
    assert place == ("municipalities", 0)
    assert "Nijkerk" in words


def test_doing_nothing_is_always_first() -> None:
    """Every case can compare with today, also when the user left it out."""
    assert list(case_with().options) == ["do_nothing"]
    assert list(case_with(options={"mine": {}, "do_nothing": {}}).options) == ["do_nothing", "mine"]
    assert case_with().design("do_nothing") == Design()


def test_a_design_is_the_named_option_with_what_differs() -> None:
    """Levers that are not given stay as in the option it is based on, mandate by domain too."""
    options = {
        "stepwise_programme": None,
        "mine": {
            "based_on": "stepwise_programme",
            "frames": "90%",
            "autonomy": {"goals": 2},
        },
    }
    case = case_with(options=options)
    base, mine = case.design("stepwise_programme"), case.design("mine")
    assert base.autonomy.goals > 2
    assert mine.frames == 0.9
    assert mine.autonomy == base.autonomy.model_copy(update={"goals": 2})
    assert mine.coaches == base.coaches


def test_labels_of_options() -> None:
    """A named option has its own name, an own option that of the user or its key."""
    case = case_with(
        options={"do_nothing": {"label": "Now"}, "vanguard_first": {}, "my_plan": {"scope": 1}}
    )
    with speaking("en"):
        assert case.label("do_nothing") == "Now"
        assert case.label("vanguard_first") == "Vanguard first"
        assert case.label("my_plan") == "my plan"


def test_asking_for_another_option_suggests_the_nearest() -> None:
    """A misspelt option stops the work."""
    case = case_with(options={"vanguard_first": {}})
    with pytest.raises(InputError, match="vanguard_first"):
        case.design("vangard_first")
    with pytest.raises(InputError, match="vanguard_first"):
        case.label("vangard_first")


@pytest.mark.parametrize(
    ("parts", "place", "words"),
    [
        ({"judgements": {"closenes": {"do_nothing": 1}}}, ("closenes",), "mean closeness?"),
        ({"judgements": {"net_saving": {"do_nothing": 1}}}, ("net_saving",), "service_quality"),
        ({"judgements": {"closeness": {"mine": 1}}}, ("closeness", "mine"), "do_nothing"),
        ({"judgements": {"closeness": {"do_nothing": 101}}}, ("closeness", "do_nothing"), "100"),
        ({"weights": {"councl": {"closeness": 1}}}, ("councl",), "mean council?"),
        ({"weights": {"council": {"closenes": 1}}}, ("council", "closenes"), "mean closeness?"),
        ({"weights": {"council": {"closeness": -1}}}, ("council", "closeness"), "-1"),
    ],
)
def test_judgements_and_weights_speak_of_what_is_there(
    parts: dict[str, object], place: tuple[str, ...], words: str
) -> None:
    """Criteria, roles and options are known ones, and points are within their limits."""
    (name,) = parts
    found, message = refusal_of(**parts)
    assert found == (name, *place)
    assert words in message


def test_open_judgements_and_weights_are_left_out() -> None:
    """A row without any figure is the same as no row."""
    case = case_with(judgements={"closeness": {"do_nothing": None}}, weights={"council": None})
    assert case == case_with()


def test_a_role_that_gives_only_zeroes_is_refused() -> None:
    """Zeroes weigh nothing, so there is nothing to rank by."""
    place, words = refusal_of(weights={"council": {"net_saving": 0, "absence": 0}})
    assert place == ("weights", "council")
    assert "all points are 0" in words


def test_another_target_is_no_longer_the_example() -> None:
    """A target of one's own counts as such, also when the case still says that it is an example."""
    assert case_with(question={"saving_target": "5%", "example": "ja"}).question.example
    assert not case_with(question={"saving_target": "€ 1,2 mln", "example": "ja"}).question.example
