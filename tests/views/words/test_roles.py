"""How each who weighs would choose."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.weigh import weigh
from selfmgmt.language import speaking
from selfmgmt.views.words.roles import agreement_sentences, most_wanted, reasons_table


@pytest.fixture
def examples(comparison):
    """The weighing when all is judged and nobody gave weights."""
    case = comparison.study.case.model_copy(update={"weights": {}})
    return weigh(replace(comparison, study=replace(comparison.study, case=case)))


def test_every_role_has_its_first_and_chance(weighing, labels):
    """As the ranking gives them; a tie is called one."""
    with speaking("en"):
        rows = reasons_table(weighing, labels).rows
        for row, role in zip(rows, weighing.rankings.ranked.values(), strict=True):
            assert row[0] == str(role.label)
            assert all(labels[key] in row[1] for key in role.ranking.first)
            assert row[1].startswith("a tie: ") == (len(role.ranking.first) > 1)
            assert float(row[2].rstrip("%")) >= 60


def test_example_weights_are_called_so(examples, weighing, labels):
    """Nobody may take them for the wishes of a real council."""
    with speaking("en"):
        assert "are an example" in " ".join(agreement_sentences(examples, labels))
        assert "example profiles put" in most_wanted(examples, labels)
        assert "are an example" not in " ".join(agreement_sentences(weighing, labels))


def test_without_judgements_there_is_no_order_and_it_is_told_why(unweighed, labels):
    """What waits is named; no option is put first."""
    weighing = weigh(unweighed)
    with speaking("en"):
        text = " ".join(agreement_sentences(weighing, labels))
    assert "There is no ranking for: example: balanced" in text
    assert "quality of service" in text
    assert most_wanted(weighing, labels) == ""
    assert reasons_table(weighing, labels).rows == ()


def test_doing_nothing_is_the_line_when_there_is_a_cut(weighing, labels):
    """It closes no gap, and the reader is told."""
    with speaking("en"):
        assert (
            f"Not ranked: {labels['do_nothing']}. That closes no gap; it is the line that the "
            "others are held against."
        ) in agreement_sentences(weighing, labels)


def test_money_that_does_not_count_is_told(weighing, labels):
    """At equal money, and only then."""
    described = replace(weighing, equal_money=False)
    with speaking("en"):
        assert "money does not count" in " ".join(agreement_sentences(weighing, labels))
        assert "money does not count" not in " ".join(agreement_sentences(described, labels))


def test_the_most_wanted_is_counted(weighing, labels):
    """Some option is first for some of the roles."""
    with speaking("en"):
        words = most_wanted(weighing, labels)
    count, _, everyone, *_ = words.split()
    assert 1 <= int(count) <= int(everyone) == len(weighing.rankings.ranked)


def test_a_tie_is_explained(weighing, labels):
    """When options are too close, the reader hears what a tie is."""
    key, role = next(iter(weighing.rankings.ranked.items()))
    level = {key: replace(band, mean=0.5) for key, band in role.ranking.bands.items()}
    tied = {key: replace(role, ranking=replace(role.ranking, bands=level))}
    mine = replace(weighing, rankings=replace(weighing.rankings, ranked=tied))
    with speaking("en"):
        assert "less than 1 point of 100 are a tie" in " ".join(agreement_sentences(mine, labels))
