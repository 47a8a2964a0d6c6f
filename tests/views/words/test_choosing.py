"""Why a role chooses what it chooses, and what divides it from another, in words."""

from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.language import speaking
from selfmgmt.scoring.criteria import load_criteria
from selfmgmt.scoring.ranking import rank_options
from selfmgmt.scoring.roles import load_roles
from selfmgmt.scoring.values import Scale
from selfmgmt.views.words.choosing import (
    caution_sentences,
    division_sentence,
    divisions,
    first_sentences,
    swing_words,
    why_sentences,
)
from tests.views.conftest import World

CRITERIA = ("net_saving", "satisfaction", "absence")
LABELS = {"a": "Plan A", "b": "Plan B"}


@pytest.mark.parametrize("role", list(load_roles()))
def test_every_role_gets_its_reasons(world: World, role: str) -> None:
    """What comes first, with its chance, and on what it wins."""
    with speaking("en"):
        told = first_sentences(world.weighing, role, world.labels)
    assert "comes first" in told[0]
    assert "%" in told[0]
    assert any("mainly on" in sentence for sentence in told)


def test_why_names_the_largest_parts_and_what_is_worse() -> None:
    """Two criteria on which it wins, one on which it loses."""
    table = [[[1.0, 0.9, 0.0], [0.0, 0.0, 0.5]]]
    ranking = rank_options(table, np.ones(3), options=("a", "b"), criteria=CRITERIA)
    with speaking("en"):
        assert why_sentences(ranking, LABELS) == [
            "It wins from Plan B mainly on net saving and satisfaction of staff.",
            "It does less well on sickness absence.",
        ]


def test_a_tie_has_no_winner() -> None:
    """Nothing wins, so nothing is explained."""
    ranking = rank_options(
        [[[0.5, 0.5, 0.5]] * 2], np.ones(3), options=("a", "b"), criteria=CRITERIA
    )
    assert why_sentences(ranking, LABELS) == []


def test_roles_that_differ_are_explained(world: World) -> None:
    """The one furthest off first; those who want the same are not named."""
    study = world.comparison.study
    weights = {
        "council": {"net_saving": 1},
        "teams": {"transition_cost": 1},
        "executive": {"net_saving": 9, "steerability": 1},
    }
    case = study.case.model_copy(update={"weights": weights})
    weighing = weigh(replace(world.comparison, study=replace(study, case=case)))
    found = divisions(weighing, "council")
    assert "executive" not in found
    with speaking("en"):
        told = division_sentence("council", "teams", found["teams"], world.labels)
    assert told.startswith("Council: ")
    assert "Teams: " in told
    assert "counts for 100% with the one and for 0% with the other" in told or (
        "counts for 0% with the one and for 100% with the other" in told
    )


def test_a_role_without_a_ranking_divides_nobody(weighing: Weighing) -> None:
    """It cannot be held against others."""
    assert divisions(weighing, "nobody") == {}


def test_what_is_not_counted_is_told(world: World) -> None:
    """Criteria that nobody judged."""
    with speaking("en"):
        told = " ".join(caution_sentences(world.weighing, "council", world.labels))
    assert "quality of service" in told


@pytest.mark.parametrize(
    ("key", "scale", "told"),
    [
        ("net_saving", Scale(worst=-200_000, best=2_300_000), "(worst) to €"),
        ("closeness", None, "0 points (worst) to 100 points (best)"),
        ("absence", Scale(worst=0.06, best=0.06), "All options are alike on this: 6.0%"),
        ("payback", None, ""),
    ],
)
def test_the_step_is_told_in_its_own_unit(key: str, scale: Scale | None, told: str) -> None:
    """Points are given for a step from worst to best, so both ends must be seen."""
    with speaking("en"):
        words = swing_words(load_criteria()[key], scale)
    assert told in words
    assert bool(words) == bool(told)
