"""How roles would choose."""

from dataclasses import replace

import numpy as np

from selfmgmt.language import speaking
from selfmgmt.views.words.roles import agreement_sentences, most_wanted, reasons_table


def test_every_role_has_its_first_choice_and_chance(weighing, labels):
    """As the ranking gives them."""
    for row, role in zip(
        reasons_table(weighing, labels).rows, weighing.rankings.ranked.values(), strict=True
    ):
        assert row[0] == str(role.label)
        assert row[1] == labels[role.ranking.order[0]]


def test_example_weights_are_called_so(weighing, labels):
    """Nobody may take them for the wishes of a real council."""
    with speaking("en"):
        words = " ".join(agreement_sentences(weighing, labels))
    assert "are an example" in words
    assert "Not counted" in words


def test_doing_nothing_is_not_ranked_when_there_is_a_cut(weighing, labels):
    """It does not answer the question, and the reader is told."""
    with speaking("en"):
        assert any(
            text == f"Not ranked: {labels['do_nothing']}. "
            "That does not answer the question of the cut."
            for text in agreement_sentences(weighing, labels)
        )


def test_the_most_wanted_is_counted(weighing, labels):
    """Some option is first for some of the roles."""
    with speaking("en"):
        words = most_wanted(weighing, labels)
    count, _, everyone, *_ = words.split()
    assert 1 <= int(count) <= int(everyone) == len(weighing.rankings.ranked)


def with_chances(weighing, *, turned):
    """The weighing as if each first choice were first most often, or, when turned, least often."""
    ranked = {}
    for key, role in weighing.rankings.ranked.items():
        ranking = role.ranking
        shares = np.full(ranking.rank_shares.shape, 0.2)
        shares[ranking.options.index(ranking.order[0]), 0] = 0.1 if turned else 0.6
        ranked[key] = replace(role, ranking=replace(ranking, rank_shares=shares))
    return replace(weighing, rankings=replace(weighing.rankings, ranked=ranked))


def test_a_first_choice_that_is_not_first_most_often_is_explained(weighing, labels):
    """Best on average need not be best most often; the roles are named, and only then."""
    explained = "best on average over all futures"
    with speaking("en"):
        roles = ", ".join(str(role.label) for role in weighing.rankings.ranked.values())
        turned = agreement_sentences(with_chances(weighing, turned=True), labels)
        plain = agreement_sentences(with_chances(weighing, turned=False), labels)
    assert any(explained in text and roles in text for text in turned)
    assert not any(explained in text for text in plain)


def test_a_plain_cut_in_first_place_is_told_with_its_caution(weighing, labels):
    """What the model does not count against it is said in the same breath."""
    wanted = weighing.rankings.agreement.wanted_by
    first = max(wanted, key=lambda option: len(wanted[option]))
    with speaking("en"):
        plain = most_wanted(replace(weighing, plain_cuts=(first,)), labels)
        other = most_wanted(replace(weighing, plain_cuts=()), labels)
    assert "looks better than it is" in plain
    assert "looks better" not in other
