"""An option is a way of working with a saving mix, and a plan is both with a size."""

import pytest

from selfmgmt.case import Case, new_case
from selfmgmt.case.design import Design
from selfmgmt.case.plan import NO_MIX, Plan, named_mix
from selfmgmt.errors import InputError
from selfmgmt.fields import Amount
from selfmgmt.language import speaking

OWN = {"managers": "10%", "support": "20%"}


def case(**fields: object) -> Case:
    """A case of Urk."""
    return Case.model_validate({"name": "Urk", "municipalities": "Urk", **fields})


def part(value: float) -> Amount:
    """A share of what is there today."""
    return Amount(value=value, relative=True)


@pytest.mark.parametrize(
    ("key", "option", "way", "mix", "factor"),
    [
        ("do_nothing", {}, "none", "none", 0),
        ("cut_across_the_board", {}, "none", "evenly", 1),
        ("hiring_first", {}, "none", "hiring_first", 1),
        ("fewer_tasks", {"label": "x"}, "none", "fewer_tasks", 1),
        ("overhead_first", {"how": "natural_leave"}, "none", "overhead_first", 1),
        ("vanguard_first", {}, "vanguard_first", "mine", 0),
        ("vanguard_first", {"mix": "fewer_tasks"}, "vanguard_first", "fewer_tasks", 0),
        ("vanguard_first", {"mix": "none"}, "vanguard_first", "none", 0),
        ("zzz", {"based_on": "vanguard_first", "scope": 1}, "vanguard_first", "mine", 0),
        ("zzz", {"scope": 1}, "zzz", "mine", 0),
        ("zzz", {}, "none", "none", 0),
        ("zzz", {"motive": "cut"}, "none", "none", 0),
        ("zzz", {"mix": "mine"}, "none", "mine", 1),
        ("zzz", {"based_on": "cut_across_the_board", "training": 5}, "zzz", "evenly", 1),
        ("cut_across_the_board", {"mix": "none", "support_after": "90%"},
         "cut_across_the_board", "none", 0),
    ],
)  # fmt: skip
def test_an_option_is_a_way_with_a_mix(
    key: str, option: dict[str, object], way: str, mix: str, factor: float
) -> None:
    """As described: a way of working alone, a saving mix once; the mix of the case fills in."""
    found = case(mix="mine", mixes={"mine": OWN}, options={key: option})
    plan = found.plan(key)
    assert (found.way_of(key), found.mix_of(key), plan.factor) == (way, mix, factor)
    assert plan.way == found.design(key)
    assert plan.mix == {"none": NO_MIX, "mine": found.mixes["mine"]}.get(mix, plan.mix)
    assert found.plan(key, 2.5) == Plan(plan.way, plan.mix, 2.5)


def test_the_mix_of_a_case_is_evenly_when_it_is_left_open() -> None:
    """The plain cut finds the rest, unless the reader says otherwise."""
    assert case(options={"vanguard_first": {}}).plan("vanguard_first").mix == named_mix("evenly")


def test_an_unknown_mix_is_named_where_it_stands() -> None:
    """Of the case and of an option; and doing nothing has none."""
    with speaking("en"):
        with pytest.raises(ValueError, match=r"(?s)mix\n.*'evenl' is not known.*mean evenly"):
            case(mix="evenl")
        with pytest.raises(ValueError, match=r"(?s)options.vanguard_first.mix\n.*'mine' is not kn"):
            case(options={"vanguard_first": {"mix": "mine"}})
        with pytest.raises(ValueError, match="do_nothing changes nothing; remove mix"):
            case(options={"do_nothing": {"mix": "evenly"}})
        with pytest.raises(InputError, match="did you mean evenly"):
            case().mix_named("evenli")


@pytest.mark.parametrize("key", ["evenly", "none"])
def test_an_own_mix_has_a_key_of_its_own(key: str) -> None:
    """What selfmgmt calls evenly is the same mix in every case."""
    with speaking("en"), pytest.raises(ValueError, match="is a mix of selfmgmt already"):
        case(mixes={key: OWN})


def test_what_people_call_a_mix() -> None:
    """A named one by its label, an own one by its key."""
    with speaking("en"):
        labels = [case().mix_label(key) for key in ("fewer_tasks", "none", "mine_too")]
    assert labels == ["Fewer tasks", "no saving mix", "mine too"]


def test_a_new_case_holds_every_way_and_every_mix() -> None:
    """Seven ways of working under evenly, four mixes under today's way, and doing nothing."""
    found = new_case(["Nijkerk"])
    pairs = [(found.way_of(key), found.mix_of(key)) for key in found.options]
    assert len(pairs) == len(set(pairs)) == 12
    assert [mix for way, mix in pairs if way == "none"] == [
        "none", "evenly", "hiring_first", "fewer_tasks", "overhead_first",
    ]  # fmt: skip
    assert {mix for way, mix in pairs if way != "none"} == {"evenly"}


def test_way_and_mix_add_up_in_words() -> None:
    """20% less by the way and 2 x 8% by the mix is 36% less; nothing goes below nothing."""
    way = Design(support_after=part(0.8), managers_after=part(0.1))
    levers = Plan(way, named_mix("evenly"), 2).levers
    assert levers.support_after == part(0.64)
    assert levers.managers_after == part(0)
    assert levers.primary_fte_change == part(-0.12)
    assert Plan(way, named_mix("evenly"), 0).levers == way


def test_with_hired_staff_first_posts_go_after_all_hired_staff_went() -> None:
    """At 1 no hired staff is left; at 1.5 half of the shares of evenly goes too."""
    once, more = (Plan(Design(), named_mix("hiring_first"), times).levers for times in (1, 1.5))
    assert (once.hire_change, once.support_after) == (part(-1), part(1))
    assert (more.hire_change, more.support_after) == (part(-1), part(0.96))


def test_an_amount_in_fte_is_not_added_up() -> None:
    """Without today's size nobody knows how many FTE 8% are."""
    way = Design(support_after=Amount(value=12))
    assert Plan(way, named_mix("evenly"), 1).levers.support_after == Amount(value=12)
