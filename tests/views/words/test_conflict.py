"""In one sentence why two roles want different options."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.robustness import robustness_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.language import speaking
from selfmgmt.views.words.conflict import conflict_sentences


@pytest.fixture(scope="module")
def divided(comparison):
    """Two roles: one only looks at the chance of falling back, the other only at service."""
    weights = {"council": {"falls_back": 1}, "teams": {"service_quality": 1}}
    case = comparison.study.case.model_copy(update={"weights": weights})
    mine = replace(comparison, study=replace(comparison.study, case=case))
    weighing = weigh(mine)
    return robustness_of(mine, weighing), weighing


def test_the_reader_is_told_who_wants_what_and_why(divided, labels):
    """The criterion that divides, with its weight for the one and for the other."""
    robustness, weighing = divided
    with speaking("en"):
        sentences = conflict_sentences(robustness, weighing, labels)
    wanted = weighing.rankings.agreement.wanted_by
    assert len(wanted) > 1
    assert all(any(text.startswith(labels[option]) for text in sentences) for option in wanted)
    assert any("Most of all because" in text and "choose differently" in text for text in sentences)
    assert "What divides most often is" in sentences[-1]


def test_each_two_options_are_explained_once(divided, labels):
    """By the roles that are furthest apart; ten pairs of roles are no ten explanations."""
    robustness, weighing = divided
    pairs = {
        frozenset((one.division.wanted, one.division.other_wanted))
        for one in robustness.conflicts
        if one.division
    }
    with speaking("en"):
        sentences = conflict_sentences(robustness, weighing, labels)
    assert sum("these two choose differently" in text for text in sentences) == len(pairs)


def test_agreement_is_told(divided, labels):
    """Nothing divides; and one role alone has nobody to differ from."""
    robustness, weighing = divided
    together = [replace(one, division=None) for one in robustness.conflicts]
    with speaking("en"):
        (sentences,) = conflict_sentences(
            replace(robustness, conflicts=tuple(together)), weighing, labels
        )
    assert "no two roles are divided" in sentences
    assert conflict_sentences(replace(robustness, conflicts=()), weighing, labels) == []
