import pytest

from selfmgmt.errors import InputError
from selfmgmt.scoring import load_criteria, load_roles, performance_of, rank_for_roles
from selfmgmt.scoring.roles import RoleRankings, agreement_between
from selfmgmt.scoring.values import Performance

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


def performance() -> Performance:
    """One option saves, the other pleases; service is not judged yet."""
    keys = ("net_saving", "satisfaction", "service_quality")
    return performance_of(
        {"net_saving_eur": [100, 0], "satisfaction_end": [0, 5]},
        {key: load_criteria()[key] for key in keys},
        options=OPTIONS,
    )


def rankings(**weights: dict[str, float]) -> RoleRankings:
    """The rankings of all roles with these weights."""
    return rank_for_roles(performance(), weights)


def test_seven_roles_with_example_weights() -> None:
    """Each role has examples, on criteria that exist, marked as our assumption."""
    roles = load_roles()
    assert tuple(roles) == ROLES
    for role in roles.values():
        assert (role.grade, role.status) == ("D", "assumption")
        assert "vul zelf in" in role.source.nl
        assert set(role.weights) <= set(load_criteria())
        assert all(0 <= points <= 100 for points in role.weights.values())
        assert max(role.weights.values()) == 100


def test_without_own_weights_examples_are_marked() -> None:
    """Nobody filled in anything: every ranking is an example, and says so."""
    found = rankings()
    assert tuple(found.ranked) == ROLES
    assert all(role.example for role in found.ranked.values())
    assert all(role.left_out[0] == "service_quality" for role in found.ranked.values())


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


def test_weight_that_cannot_be_used_falls_away_by_name() -> None:
    """Half the points on what is not judged: the rest keep their ratio."""
    council = rankings(
        council={"service_quality": 50, "net_saving": 30, "satisfaction": 20, "payback": 5}
    ).ranked["council"]
    assert council.left_out == ("service_quality", "payback")
    assert council.ranking.weights == pytest.approx([0.6, 0.4])


def test_a_role_without_usable_weight_is_named_not_guessed() -> None:
    """Only what is not judged has weight: no ranking, but the role and what it waits for."""
    found = rankings(residents={"service_quality": 100})
    assert found.unranked == {"residents": ("service_quality",)}
    assert "residents" not in found.ranked


def test_empty_weights_are_no_weights() -> None:
    """A role with an empty list in the case file gets the example."""
    assert rankings(teams={}).ranked["teams"].example


def test_one_role_has_nobody_to_agree_with() -> None:
    """Agreement needs two."""
    one = rankings().ranked["teams"].ranking
    assert agreement_between({"teams": one}).kendall_w is None


def test_all_faults_at_once() -> None:
    """Unknown roles and criteria, and points below zero, are named together."""
    wrong = {
        "mayor": {"net_saving": 1.0},
        "council": {"mood": 3.0, "net_saving": -2.0},
        "teams": {"net_saving": 0.0},
    }
    with pytest.raises(InputError, match="mayor") as caught:
        rank_for_roles(performance(), wrong)
    assert len(caught.value.faults) == 4
    assert "mood" in caught.value.faults[1]
    assert "-2" in caught.value.faults[2]
