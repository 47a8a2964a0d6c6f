"""What is allowed and yet looks odd is told, and nothing else is."""

import pytest

from selfmgmt.analysis.plausibility import not_here, notices, option_remarks, remarks
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case, new_case
from selfmgmt.language import speaking

FTE = {"fte": 393, "team_count": 40, "support_share": "25%", "manager_share": "5%"}


def study(name: str = "Nijkerk", **fields: object) -> Study:
    """A case of one municipality with everything looked up."""
    return study_of(Case.model_validate({"name": name, "municipalities": name, **fields}))


def told(found: Study) -> list[str]:
    """The remarks in English."""
    with speaking("en"):
        return remarks(found)


@pytest.mark.parametrize("name", ["Nijkerk", "Amsterdam", "Boxtel"])
def test_a_new_case_looks_as_it_should(name: str) -> None:
    """What selfmgmt starts with deserves no second look."""
    assert told(study_of(new_case([name]))) == []


def test_parts_of_posts_are_no_people_in_a_small_organisation() -> None:
    """Vlieland has some 70 FTE, and its social domain is smaller than two teams."""
    vlieland = study_of(new_case(["Vlieland"]))
    with speaking("en"):
        (notice,) = notices(vlieland)
        (remark,) = remarks(vlieland)
        (why,) = not_here(vlieland, "social_domain_first")
    assert "fewer than 75 FTE" in notice
    assert remark == f"Social domain first (RadarAdvies): {why}"
    assert "smaller than two teams" in why
    assert notices(study("Nijkerk")) == []


def test_a_case_of_the_first_edition_says_so() -> None:
    """As long as it is not saved as one of today."""
    case = Case(name="Urk", municipalities="Urk").read_from("first_edition")
    with speaking("en"):
        (notice,) = notices(study_of(case))
    assert notice.startswith("This case was made with the first edition")


@pytest.mark.parametrize(("times", "odd"), [(0.66, 1), (0.68, 0), (1.49, 0), (1.51, 1)])
def test_own_fte_far_from_the_estimate(times: float, odd: int) -> None:
    """More than 1.5 or less than 0.67 times what the payroll suggests."""
    estimate = study().organisation.fte.estimate.central
    found = told(study(organisation={"fte": round(times * estimate, 1)}))
    assert bool(found) == odd
    assert all("times what public figures suggest" in one for one in found)


@pytest.mark.parametrize(
    ("levers", "words"),
    [
        ({"coaches": 200, "scope": 1}, "200.0 FTE of coaches for 393 FTE of staff is much"),
        ({"coaches": 3}, "3.0 FTE of coaches for 393 FTE"),
        ({"support_after": "20%"}, "80% of staff departments goes. The model takes at most 70%"),
        ({"support_after": 10}, "90% of staff departments goes"),
        ({"primary_fte_change": "-50%"}, "50% of the work for residents goes"),
        ({"primary_fte_change": -140}, "51% of the work for residents goes"),
        ({"hire_change": -90_000_000}, "of hired staff goes. The model takes at most 100%"),
        ({"managers_after": "0,8"}, "Managers afterwards is 0.8, so 0.8 of the unit and no share"),
        ({"support_after": "0,9"}, "If you mean 90.0%, write it with the percent sign"),
        ({"primary_fte_change": "-0,05"}, "Change in the primary process is -0.05"),
    ],
)  # fmt: skip
def test_an_option_that_deserves_a_second_look(levers: dict[str, object], words: str) -> None:
    """Coaches beyond need, more gone than can be done without, and shares written as amounts."""
    found = study(organisation=FTE, options={"mine": {"label": "Mine", **levers}})
    assert any(one.startswith("Mine: ") and words in one for one in told(found))


@pytest.mark.parametrize(
    "levers",
    [
        {"coaches": "100%", "scope": 1},
        {"support_after": "31%"},
        {"primary_fte_change": "-29%"},
        {"managers_after": 0},
        {"managers_after": "80%"},
        {"tasks_dropped": "30%"},
        {"mix": "none"},
        {"based_on": "social_domain_first"},
    ],
)
def test_an_option_that_does_not(levers: dict[str, object]) -> None:
    """As far as the bounds and not beyond, and nothing left is nothing left."""
    found = study(organisation=FTE, options={"mine": levers})
    assert option_remarks(found, "mine") == []


def test_two_removals_of_one_plan_that_pass_a_bound_together() -> None:
    """65% of staff departments by the way and 8% by the mix; each of them alone is within 70%."""
    way = {"support_after": "35%"}
    both = study(options={"mine": {**way, "based_on": "cut_across_the_board"}})
    assert "together take 73% of staff departments. The model stops at 70%" in told(both)[0]
    assert told(study(options={"mine": way})) == []
    assert "together take 73%" in told(study(options={"mine": {**way, "mix": "evenly"}}))[0]


def test_hiring_first_takes_posts_only_beyond_all_hired_staff() -> None:
    """Once, nothing but hired staff goes."""
    way = {"support_after": "35%", "mix": "hiring_first"}
    assert told(study(options={"mine": way})) == []


def test_a_target_that_looks_like_a_share() -> None:
    """0,05 euros a year is hardly what was meant."""
    (found,) = told(study(question={"saving_target": "0,05"}))
    assert "If you mean 5.0%" in found
