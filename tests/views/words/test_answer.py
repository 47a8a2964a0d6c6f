"""The answer on page 1: what closes the gap, at what price, what is not known."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.words.answer import closes_sentence, goes_words, price_sentence


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


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_mixes_are_told_with_what_goes(mixes):
    """Each by its name; one that stops tasks says so; a way of working closes no gap here."""
    text = closes_sentence(mixes)
    assert "in 2 ways" in text
    for key in ("cut_across_the_board", "fewer_tasks"):
        option = mixes.options[key]
        assert f"{option.label} ({goes_words(option)})" in text
    assert "of the tasks" in goes_words(mixes.options["fewer_tasks"])
    assert mixes.options["vanguard_first"].label not in text
    assert text.endswith("in 50 of 100 possible futures.")


def test_options_as_written_have_no_chance_in_common(mixes):
    """Only sizes that were computed for one certainty can be told with it."""
    assert "possible futures" not in closes_sentence(
        replace(mixes, sizing=replace(mixes.sizing, size="described"))
    )


def test_a_mix_that_does_not_get_there_does_not_close_the_gap(mixes):
    """Then only the other is named, in the singular; when none does that is said."""
    short = {"fewer_tasks": replace(mixes.options["fewer_tasks"], reach=0.8)}
    text = closes_sentence(replace(mixes, options=mixes.options | short))
    assert "in 1 way " in text
    assert mixes.options["fewer_tasks"].label not in text
    both = short | {
        "cut_across_the_board": replace(mixes.options["cut_across_the_board"], reach=0.9)
    }
    assert closes_sentence(replace(mixes, options=mixes.options | both)).startswith("No saving mix")


@pytest.mark.parametrize(
    ("term", "words"), [(-40_000.0, "no other way of working pays"), (9.0, "pay for themselves")]
)
def test_whether_a_way_pays_for_itself_follows_from_its_price(mixes, term, words):
    """Less over all years: it does not pay; more: it is named."""
    text = price_sentence(_priced(mixes, net_term_eur=Quantiles(p10=term, p50=term, p90=term)))
    assert words in text
    assert "40,000 less" in text or term > 0


def test_a_gain_is_only_named_when_it_is_there_in_nine_of_ten_futures(mixes):
    """One that can go either way is no reason to want it."""
    sure = Quantiles(p10=0.01, p50=0.02, p90=0.03)
    assert (
        "satisfied" in price_sentence(_priced(mixes, satisfaction_mean=sure)).rpartition("on:")[2]
    )
    unsure = {
        key: Quantiles(p10=-1, p50=0.5, p90=1)
        for key in mixes.price_of_way["vanguard_first"].together
    }
    assert "only people can judge" in price_sentence(_priced(mixes, **unsure))


def _priced(mixes, **changed):
    """The comparison with another price of its way of working."""
    price = mixes.price_of_way["vanguard_first"]
    found = {"vanguard_first": replace(price, together=price.together | changed)}
    return replace(mixes, price_of_way=mixes.price_of_way | found)
