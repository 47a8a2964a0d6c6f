"""Why a role chooses what it chooses, and what divides it from another, in words."""

from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.language import speaking
from selfmgmt.scoring.criteria import load_criteria
from selfmgmt.scoring.ranking import rank_options
from selfmgmt.scoring.roles import load_roles
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
    """What comes first or is a tie, with its chance, and what speaks for it."""
    with speaking("en"):
        text = first_sentences(world.weighing, role, world.labels)
    alone = len(world.weighing.rankings.ranked[role].ranking.first) == 1
    assert ("comes first" in text[0]) == alone
    assert text[0].startswith("A tie: ") != alone
    assert "%" in text[0]
    assert any("for it speaks" in sentence for sentence in text)


def test_why_names_the_largest_parts_both_ways() -> None:
    """Two criteria that speak for the first, one that speaks against it."""
    table = [[[1.0, 0.9, 0.0], [0.0, 0.0, 0.5]]]
    ranking = rank_options(table, np.ones(3), options=("a", "b"), criteria=CRITERIA)
    with speaking("en"):
        assert why_sentences(ranking, LABELS) == [
            "Plan A beside Plan B: for it speaks net saving and satisfaction of staff.",
            "Against it speaks sickness absence.",
        ]


def test_what_is_alike_has_no_reasons() -> None:
    """Nothing speaks for the one or the other."""
    ranking = rank_options(
        [[[0.5, 0.5, 0.5]] * 2], np.ones(3), options=("a", "b"), criteria=CRITERIA
    )
    assert why_sentences(ranking, LABELS) == []


def test_who_has_no_ranking_is_told_why(unweighed: Comparison, labels: dict[str, str]) -> None:
    """No weights of its own, or weight on what nobody judged yet, or only on what is not known."""
    weights = {"teams": {"closeness": 1}, "residents": {"payback": 1, "net_saving": 1}}
    case = unweighed.study.case.model_copy(update={"weights": weights})
    weighing = weigh(replace(unweighed, study=replace(unweighed.study, case=case)))
    with speaking("en"):
        text = {role: first_sentences(weighing, role, labels)[0] for role in load_roles()}
    assert "has not given weights" in text["council"]
    assert "nobody has judged the options on close to residents" in text["teams"]


def test_roles_that_differ_are_explained(world: World) -> None:
    """The one furthest off first; those who want the same are not named."""
    study = world.comparison.study
    weights = {
        "council": {"falls_back": 1},
        "teams": {"service_quality": 1},
        "executive": {"falls_back": 99, "steerability": 1},
    }
    case = study.case.model_copy(update={"weights": weights})
    weighing = weigh(replace(world.comparison, study=replace(study, case=case)))
    found = divisions(weighing, "council")
    assert "executive" not in found
    with speaking("en"):
        text = division_sentence("council", "teams", found["teams"], world.labels)
    assert text.startswith("Council sets ")
    assert "teams does the reverse" in text
    assert "counts for 100% with the one and for 0% with the other" in text or (
        "counts for 0% with the one and for 100% with the other" in text
    )


def test_a_role_without_a_ranking_divides_nobody(weighing: Weighing) -> None:
    """It cannot be held against others."""
    assert divisions(weighing, "nobody") == {}


def test_what_is_not_known_is_told(world: World) -> None:
    """A criterion with weight that the model did not compute."""
    study = world.comparison.study
    case = study.case.model_copy(update={"weights": {"council": {"absence": 1, "capacity_low": 1}}})
    weighing = weigh(replace(world.comparison, study=replace(study, case=case)))
    ranked = weighing.rankings.ranked
    ranked["council"] = replace(ranked["council"], left_out=("absence",))
    with speaking("en"):
        text = " ".join(caution_sentences(weighing, "council", world.labels))
    assert "not known here: sickness absence" in text


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("net_saving", "From 0% (worst) to 100% (best)."),
        ("transition_cost", "From 2.0 times (worst) to 0.0 times (best)."),
        ("closeness", "From 0 points (worst) to 100 points (best)."),
        (
            "satisfaction",
            "From −6.0 percentage points (worst) to +4.0 percentage points (best), beside doing "
            "nothing.",
        ),
        ("steerability", "From −30.0 (worst) to +10.0 (best), beside doing nothing."),
        ("capacity_low", "From 85.0 (worst) to 100.0 (best)."),
    ],
)
def test_the_step_is_told_in_its_own_unit(key: str, text: str) -> None:
    """Points are given for a step from worst to best, so both ends must be seen."""
    with speaking("en"):
        assert swing_words(load_criteria()[key]) == text
