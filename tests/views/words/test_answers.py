"""The two questions in a few sentences, kept apart."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.bands import Band
from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.answers import gap_sentences, way_sentences


@pytest.fixture(scope="module")
def mixes():
    """Two saving mixes and one way of working, at equal money."""
    case = Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "question": {"saving_target": "3%"},
            "options": dict.fromkeys(("cut_across_the_board", "fewer_tasks", "vanguard_first")),
        }
    )
    return compare(case, draws=200, seed=1)


def test_mixes_are_told_with_what_goes_and_what_residents_notice(mixes):
    """Each by its name; the one that costs residents least stops tasks, and that is said."""
    with speaking("en"):
        gone, noticed = gap_sentences(mixes)
    for key in ("cut_across_the_board", "fewer_tasks"):
        assert mixes.options[key].label in gone
    assert mixes.options["vanguard_first"].label not in gone
    assert f"With {mixes.options['fewer_tasks'].label}" in noticed
    assert "of the tasks stops" in noticed


def test_a_mix_that_does_not_get_there_does_not_close_the_gap(mixes):
    """Then only the other is named."""
    short = replace(mixes.options["fewer_tasks"], reach=0.8)
    with speaking("en"):
        (gone,) = gap_sentences(replace(mixes, options=mixes.options | {"fewer_tasks": short}))
    assert short.label not in gone


@pytest.mark.parametrize(("term", "words"), [(-40_000.0, "pays for itself"), (9.0, "1 of 1")])
def test_whether_a_way_pays_for_itself_follows_from_its_price(mixes, term, words):
    """Less over all years: it does not pay; more: it is named."""
    price = mixes.price_of_way["vanguard_first"]
    together = price.together | {"net_term_eur": Band(p10=term, p50=term, p90=term)}
    priced = {"vanguard_first": replace(price, together=together)}
    with speaking("en"):
        told = way_sentences(replace(mixes, price_of_way=mixes.price_of_way | priced))
    assert words in told[0]
    assert "for other reasons" in told[1]
