import numpy as np
import pytest

from selfmgmt.errors import InputError
from selfmgmt.scoring import load_criteria, load_roles, performance_of, rank_for_roles
from selfmgmt.scoring.role_agreement import agreement_between
from selfmgmt.scoring.role_rankings import RoleRankings, rank_on, unusable
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.scoring.values import Performance, Yardstick

ROLES = (
    "council",
    "executive",
    "directorate",
    "teams",
    "staff_departments",
    "works_council",
    "residents",
)
OPTIONS = ("thrifty", "pleasant")


PROFILES = ("balanced", "residents_first", "staff_first", "grip_first", "money_first")


def performance(**judged: list[float]) -> Performance:
    """One option saves, the other pleases; service is judged only when given."""
    keys = ("net_saving", "satisfaction", "service_quality")
    return performance_of(
        {"net_saving_due_eur": [100, 0], "satisfaction_mean": [-0.06, 0.04], **judged},
        {key: load_criteria()[key] for key in keys},
        options=OPTIONS,
        against=Yardstick(target=100),
    )


def rankings(**weights: dict[str, float]) -> RoleRankings:
    """The rankings of all roles with these weights."""
    return rank_for_roles(performance(), weights)


def test_nobody_has_weights_that_it_did_not_give() -> None:
    """The seven bodies have a name only; examples are profiles, named for what they stress."""
    assert tuple(load_roles()) == ROLES
    assert set(type(load_roles()["council"]).model_fields) == {"label", "description"}
    assert tuple(labels_of_all()) == (*PROFILES, *ROLES)


def test_without_own_weights_profiles_rank() -> None:
    """Nobody filled in anything: every ranking is that of an example, and says so."""
    found = rank_for_roles(performance(service_quality=[50, 50]))
    assert tuple(found.ranked) == PROFILES
    assert all(role.example for role in found.ranked.values())


def test_no_ranking_hides_what_nobody_judged() -> None:
    """Every profile gives weight to the quality of service, so none of them ranks without it."""
    found = rank_for_roles(performance())
    assert found.ranked == {}
    assert found.unranked == dict.fromkeys(PROFILES, ("service_quality",))


def test_one_body_with_weights_takes_the_place_of_the_examples() -> None:
    """As soon as somebody gave weights nobody's examples are there any more."""
    found = rankings(council={"net_saving": 100})
    assert tuple(found.ranked) == ("council",)
    assert not found.ranked["council"].example


def test_on_computed_criteria_alone_all_can_be_placed() -> None:
    """Profiles and bodies, on some criteria; what they would also count is named."""
    found = rank_on(
        performance(service_quality=[0, 100]),
        ["net_saving", "satisfaction"],
        {"council": {"net_saving": 30, "satisfaction": 10, "service_quality": 60}},
    )
    assert tuple(found) == (*PROFILES, "council")
    ranking = found["council"].ranking
    assert ranking.weights.tolist() == [0.75, 0.25, 0]
    assert ranking.order == ("thrifty", "pleasant")
    assert found["council"].left_out == ("service_quality",)


def test_roles_that_want_different_options() -> None:
    """The executive wants to save, the works council wants content staff: W is 0."""
    found = rankings(
        executive={"net_saving": 80, "satisfaction": 20},
        works_council={"net_saving": 10, "satisfaction": 90},
    )
    two = {role: found.ranked[role].ranking for role in ("executive", "works_council")}
    assert not found.ranked["executive"].example
    agreement = agreement_between(two)
    assert agreement.kendall_w == 0
    assert agreement.wanted_by == {"thrifty": ("executive",), "pleasant": ("works_council",)}


def test_a_tie_counts_for_both() -> None:
    """Who weighs both the same wants both; without any preference agreement has no meaning."""
    even = {"net_saving": 1, "satisfaction": 1}
    found = rankings(**dict.fromkeys(ROLES, even))
    assert found.agreement.wanted_by == {"thrifty": ROLES, "pleasant": ROLES}
    assert found.agreement.kendall_w is None


def test_under_a_point_of_difference_is_no_disagreement() -> None:
    """50.4 against 49.6 of 100 points, and the reverse: nobody wants something else."""
    found = rankings(
        executive={"net_saving": 504, "satisfaction": 496},
        works_council={"net_saving": 496, "satisfaction": 504},
    )
    assert found.agreement.kendall_w is None
    assert set(found.agreement.wanted_by) == {"thrifty", "pleasant"}


def test_weight_that_cannot_be_used_falls_away_by_name() -> None:
    """What the model did not compute has no say: the rest keep their ratio."""
    council = rankings(council={"net_saving": 30, "satisfaction": 20, "payback": 5})
    assert council.ranked["council"].left_out == ("payback",)
    assert council.ranked["council"].ranking.weights == pytest.approx([0.6, 0.4])


def test_a_body_that_waits_for_judgements_is_named_not_guessed() -> None:
    """Half its points on what is not judged: no ranking, but the body and what it waits for."""
    found = rankings(residents={"service_quality": 50, "net_saving": 50})
    assert found.unranked == {"residents": ("service_quality",)}
    assert "residents" not in found.ranked


def test_a_body_without_usable_weight_is_named_too() -> None:
    """Only what was not computed has weight."""
    assert rankings(teams={"payback": 1}).unranked == {"teams": ("payback",)}


def test_empty_weights_are_no_weights() -> None:
    """A role with an empty list in the case file gave none."""
    assert set(rankings(teams={}).unranked) == set(PROFILES)


def test_one_role_has_nobody_to_agree_with() -> None:
    """Agreement needs two."""
    one = rankings(teams={"net_saving": 1}).ranked["teams"].ranking
    assert agreement_between({"teams": one}).kendall_w is None


def test_all_faults_at_once() -> None:
    """Unknown roles and criteria, points below zero and without end are named together."""
    wrong = {
        "mayor": {"net_saving": 1.0},
        "council": {"mood": 3.0, "net_saving": -2.0},
        "teams": {"net_saving": 0.0},
        "residents": {"satisfaction": np.inf},
    }
    with pytest.raises(InputError, match="mayor") as caught:
        rank_for_roles(performance(), wrong)
    assert len(caught.value.faults) == 5
    assert "mood" in caught.value.faults[1]
    assert "-2" in caught.value.faults[2]
    assert "inf" in caught.value.faults[4]


def test_weight_on_what_cannot_be_used_is_told_by_its_reason() -> None:
    """Service waits for judgement, payback was never asked for; a weight of 0 waits for nothing."""
    points = {"net_saving": 1.0, "payback": 2.0, "service_quality": 3.0, "closeness": 0.0}
    assert unusable(performance(), points) == ("payback", "service_quality")
    assert unusable(performance(), points, "not judged") == ("service_quality",)
    assert unusable(performance(service_quality=[0, 50]), points, "not judged") == ()


def test_people_of_one_body_agree_or_not() -> None:
    """Two who save and one who pleases: ranks 1, 1, 2 and 2, 2, 1 differ by 1 of at most 9."""
    save, please = {"net_saving": 1.0}, {"satisfaction": 1.0}
    people = {"A": save, "B": save, "C": please}
    mean = {"net_saving": 2 / 3, "satisfaction": 1 / 3}
    found = rank_for_roles(performance(), {"council": mean}, {"council": people})
    within = found.ranked["council"].within
    assert within.wanted_by == {"thrifty": ("A", "B"), "pleasant": ("C",)}
    assert within.kendall_w == pytest.approx(1 / 9)
