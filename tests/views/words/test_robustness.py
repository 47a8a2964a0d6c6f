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
    flip_table,
    least_robust,
    methods_words,
    robustness_sentences,
    robustness_table,
    stays_first,
)


@pytest.fixture(scope="module")
def robustness(comparison, weighing):
    """How firm the rankings of the shared comparison are."""
    return robustness_of(comparison, weighing)


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_pooled_is_never_told_without_disagreement(robustness, weighing, labels):
    """One sentence has both: what comes first together, and how far roles are apart."""
    (pooled,) = [
        text for text in robustness_sentences(robustness, weighing, labels) if "equal say" in text
    ]
    assert "agree on the order for" in pooled
    assert "choose differently in" in pooled


def test_a_ranking_ends_as_the_start_of_a_conversation(robustness, weighing, labels):
    """And the assumption behind the weights is told first."""
    sentences = robustness_sentences(robustness, weighing, labels)
    assert "our assumption" in sentences[0]
    assert "start of a conversation" in sentences[-1]


def test_every_role_has_a_row_with_its_first_choice(robustness, weighing, labels):
    """And the share of the cases is that of the first choice."""
    rows = robustness_table(robustness, weighing, labels).rows
    assert len(rows) == len(robustness.roles)
    for row, (role, ranked) in zip(rows, weighing.rankings.ranked.items(), strict=True):
        assert all(labels[key] in row[1] for key in ranked.ranking.first)
        assert row[1].startswith("a tie: ") == (len(ranked.ranking.first) > 1)
        assert row[2].startswith(f"{round(100 * stays_first(robustness, weighing, role))}%")


def with_shares(robustness, weighing, *, first, others):
    """The first role as if its first option is first in this share of the cases, and the others."""
    role = next(iter(robustness.roles))
    ranked = weighing.rankings.ranked[role]
    option = ranked.ranking.order[0]
    shares = robustness.roles[role].acceptability.copy()
    shares[:, 0] = others
    shares[robustness.options.index(option), 0] = first
    clear = np.zeros_like(ranked.ranking.rank_shares)
    clear[robustness.options.index(option), 0] = 1
    ranking = replace(
        ranked.ranking,
        rank_shares=clear,
        bands={
            key: replace(band, mean=float(key == option))
            for key, band in ranked.ranking.bands.items()
        },
    )
    rankings = replace(weighing.rankings, ranked={role: replace(ranked, ranking=ranking)})
    return (
        replace(robustness, roles={role: replace(robustness.roles[role], acceptability=shares)}),
        replace(weighing, rankings=rankings),
    )


def test_another_option_that_is_first_more_often_is_named(robustness, weighing, labels):
    """Best on average need not be first most often when weights vary as well."""
    (row,) = robustness_table(
        *with_shares(robustness, weighing, first=0.1, others=0.2), labels
    ).rows
    assert row[2].startswith("10%: nothing is clearly first; more often it is")


@pytest.mark.parametrize(
    ("share", "words"), [(0.59, "59%: nothing is clearly first"), (0.6, "60%")]
)
def test_under_three_in_five_nothing_is_clearly_first(robustness, weighing, labels, share, words):
    """Nobody is told of a first choice that stays first less often."""
    (row,) = robustness_table(
        *with_shares(robustness, weighing, first=share, others=0.1), labels
    ).rows
    assert row[2] == words


def test_a_flip_names_what_moves_where(robustness, weighing, labels):
    """Points, from what, to what, and who is level then."""
    for row, one in zip(
        flip_table(robustness, weighing, labels).rows, robustness.roles.values(), strict=True
    ):
        if one.change is None:
            assert row[2:] == ("–", "–", "–")
        else:
            assert row[4] == labels[one.change.challenger]
            assert one.change.winner != one.change.challenger


def test_a_tiny_flip_is_as_good_as_a_tie(robustness, weighing, labels):
    """Nobody can tell less than a point of a hundred from none."""
    role, one = next((key, one) for key, one in robustness.roles.items() if one.change)
    tiny = replace(one, change=replace(one.change, moved=0.004))
    (row,) = flip_table(replace(robustness, roles={role: tiny}), weighing, labels).rows
    assert row[1] == "0.4: as good as a tie"


def test_no_flip_is_told_as_such(robustness, weighing, labels):
    """A tie for first place needs none; an option that is best on all has none."""
    role, one = next(iter(robustness.roles.items()))
    none = replace(robustness, roles={role: replace(one, change=None)})
    assert flip_table(none, weighing, labels).rows[0][1] == "no weights do"
    ranked = weighing.rankings.ranked[role]
    level = {key: replace(band, mean=0.5) for key, band in ranked.ranking.bands.items()}
    tied = replace(ranked, ranking=replace(ranked.ranking, bands=level))
    rankings = replace(weighing.rankings, ranked={role: tied})
    sentences = flip_table(none, replace(weighing, rankings=rankings), labels)
    assert sentences.rows[0][1] == "none: options tie"


def test_methods_that_differ_are_named(robustness, labels):
    """With the option that they put first."""
    one, other = robustness.options[:2]
    role = next(iter(robustness.roles.values()))
    same = replace(role, first_by_method={"weighted_sum": (one,), "topsis": (one, other)})
    assert methods_words(same, labels) == "the same comes first"
    differing = replace(role, first_by_method={"weighted_sum": (one,), "topsis": (other,)})
    assert methods_words(differing, labels) == f"TOPSIS: {labels[other]}"


def test_a_dominated_option_need_not_be_weighed(robustness, weighing, labels):
    """And by which one."""
    one, other = robustness.options[:2]
    sentences = robustness_sentences(
        replace(robustness, dominated={one: (other,)}), weighing, labels
    )
    assert any(
        text.startswith(f"{labels[one]} need not be weighed: {labels[other]}") for text in sentences
    )


def test_one_option_is_no_choice():
    """Nothing is tested then, and the reader is told."""
    written = {"name": "x", "municipalities": "Nijkerk", "question": {"saving_target": "5%"}}
    written |= {"options": {"within_frames": {}}, "weights": {"council": {"capacity_low": 1}}}
    only = compare(Case.model_validate(written), draws=100)
    weighing = weigh(only)
    robustness = robustness_of(only, weighing)
    (sentences,) = robustness_sentences(robustness, weighing, {"within_frames": "x"})
    assert "only one option" in sentences
    nobody = replace(robustness, roles={}, pooled=None)
    assert "No role has a ranking" in robustness_sentences(nobody, weighing, {})[0]
    assert np.allclose(robustness.pooled, 1)


def test_the_least_firm_role_is_found(robustness, weighing):
    """Nobody's first choice stays first less often."""
    least = stays_first(robustness, weighing, least_robust(robustness, weighing))
    assert all(stays_first(robustness, weighing, role) >= least for role in robustness.roles)
