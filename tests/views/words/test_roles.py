"""How roles would choose."""

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
            text.startswith(f"Not ranked: {labels['do_nothing']}.")
            for text in agreement_sentences(weighing, labels)
        )


def test_the_most_wanted_is_counted(weighing, labels):
    """Some option is first for some of the roles."""
    with speaking("en"):
        words = most_wanted(weighing, labels)
    count, _, everyone, *_ = words.split()
    assert 1 <= int(count) <= int(everyone) == len(weighing.rankings.ranked)
