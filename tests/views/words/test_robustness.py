"""How firm rankings are, in words that hide no doubt."""

from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.analysis.robustness import robustness_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.robustness import (
    firmness_sentences,
    firmness_table,
    flip_table,
    least_firm,
    methods_words,
    stays_first,
)


@pytest.fixture(scope="module")
def firm(comparison, weighing):
    """How firm the rankings of the shared comparison are."""
    return robustness_of(comparison, weighing)


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_pooled_is_never_told_without_disagreement(firm, weighing, labels):
    """One sentence has both: what comes first together, and how far roles are apart."""
    (pooled,) = [text for text in firmness_sentences(firm, weighing, labels) if "equal say" in text]
    assert "agree on the order for" in pooled
    assert "choose differently in" in pooled


def test_a_ranking_ends_as_the_start_of_a_conversation(firm, weighing, labels):
    """And the assumption behind the weights is told first."""
    told = firmness_sentences(firm, weighing, labels)
    assert "our assumption" in told[0]
    assert "start of a conversation" in told[-1]


def test_a_plain_cut_is_cautioned(firm, weighing, labels):
    """Wherever robustness is told."""
    option = firm.options[0]
    cut = replace(weighing, plain_cuts=(option,))
    assert any("looks better than it is" in text for text in firmness_sentences(firm, cut, labels))
    none = replace(weighing, plain_cuts=())
    told = firmness_sentences(firm, none, labels)
    assert not any("looks better than it is" in text for text in told)


def test_every_role_has_a_row_with_its_first_choice(firm, weighing, labels):
    """And the share of the cases is that of the first choice."""
    rows = firmness_table(firm, weighing, labels).rows
    assert len(rows) == len(firm.roles)
    for row, (role, ranked) in zip(rows, weighing.rankings.ranked.items(), strict=True):
        assert row[1] == labels[ranked.ranking.order[0]]
        assert row[2].startswith(f"{round(100 * stays_first(firm, weighing, role))}%")


def test_another_option_that_is_first_more_often_is_named(firm, weighing, labels):
    """Best on average need not be first most often."""
    role = next(iter(firm.roles))
    first = firm.options.index(weighing.rankings.ranked[role].ranking.order[0])
    shares = firm.roles[role].acceptability.copy()
    shares[:, 0] = 0.2
    shares[first, 0] = 0.1
    turned = replace(firm, roles={role: replace(firm.roles[role], acceptability=shares)})
    (row,) = firmness_table(turned, weighing, labels).rows
    assert row[2].startswith("10%; more often it is")


def test_a_flip_names_what_moves_where(firm, weighing, labels):
    """Points, from what, to what, and who is level then."""
    for row, one in zip(flip_table(firm, weighing, labels).rows, firm.roles.values(), strict=True):
        if one.change is None:
            assert row[2:] == ("–", "–", "–")
        else:
            assert row[4] == labels[one.change.challenger]
            assert one.change.winner != one.change.challenger


def test_a_tiny_flip_is_as_good_as_a_tie(firm, weighing, labels):
    """Nobody can tell less than a point of a hundred from none."""
    role, one = next((key, one) for key, one in firm.roles.items() if one.change)
    tiny = replace(one, change=replace(one.change, moved=0.004))
    (row,) = flip_table(replace(firm, roles={role: tiny}), weighing, labels).rows
    assert row[1] == "0.4: as good as a tie"


def test_no_flip_is_told_as_such(firm, weighing, labels):
    """A tie for first place needs none; an option that is best on all has none."""
    role, one = next(iter(firm.roles.items()))
    none = replace(firm, roles={role: replace(one, change=None)})
    assert flip_table(none, weighing, labels).rows[0][1] == "no weights do"
    ranked = weighing.rankings.ranked[role]
    places = (ranked.ranking.order, ())[:1]
    tied = replace(ranked, ranking=replace(ranked.ranking, places=places))
    rankings = replace(weighing.rankings, ranked={role: tied})
    told = flip_table(none, replace(weighing, rankings=rankings), labels)
    assert told.rows[0][1] == "none: options tie"


def test_methods_that_differ_are_named(firm, labels):
    """With the option that they put first."""
    one, other = firm.options[:2]
    role = next(iter(firm.roles.values()))
    same = replace(role, first_by_method={"weighted_sum": (one,), "topsis": (one, other)})
    assert methods_words(same, labels) == "the same first choice"
    differing = replace(role, first_by_method={"weighted_sum": (one,), "topsis": (other,)})
    assert methods_words(differing, labels) == f"TOPSIS: {labels[other]}"


def test_a_dominated_option_need_not_be_weighed(firm, weighing, labels):
    """And by which one."""
    one, other = firm.options[:2]
    told = firmness_sentences(replace(firm, dominated={one: (other,)}), weighing, labels)
    assert any(
        text.startswith(f"{labels[one]} need not be weighed: {labels[other]}") for text in told
    )


def test_one_option_is_no_choice():
    """Nothing is tested then, and the reader is told."""
    written = {"name": "x", "municipalities": "Nijkerk", "question": {"saving_target": "5%"}}
    only = compare(Case.model_validate({**written, "options": {"within_frames": {}}}), draws=100)
    weighing = weigh(only)
    firm = robustness_of(only, weighing)
    (told,) = firmness_sentences(firm, weighing, {"within_frames": "x"})
    assert "only one option" in told
    nobody = replace(firm, roles={}, pooled=None)
    assert "No role has a ranking" in firmness_sentences(nobody, weighing, {})[0]
    assert np.allclose(firm.pooled, 1)


def test_the_least_firm_role_is_found(firm, weighing):
    """Nobody's first choice stays first less often."""
    least = stays_first(firm, weighing, least_firm(firm, weighing))
    assert all(stays_first(firm, weighing, role) >= least for role in firm.roles)
