"""What residents may notice."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.bands import Band
from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.residents import dip_sentences, residents_in_short


@pytest.fixture(scope="module")
def with_plain_cut() -> Comparison:
    """A plain cut beside two new ways of working."""
    options = ("cut_across_the_board", "fewer_managers_only", "stepwise_programme")
    return compare(
        Case.model_validate(
            {"name": "Nijkerk", "municipalities": "Nijkerk", "options": dict.fromkeys(options)}
        ),
        draws=200,
        seed=1,
    )


def lowest(comparison: Comparison, **middles: float) -> Comparison:
    """The comparison as if the lowest points of options had these middles."""
    options = dict(comparison.options)
    for key, middle in middles.items():
        band = Band(p10=middle - 3, p50=middle, p90=middle + 2)
        outcomes = options[key].outcomes | {"capacity_low": band}
        options[key] = replace(options[key], outcomes=outcomes)
    return replace(comparison, options=options)


@pytest.mark.parametrize("say", [dip_sentences, residents_in_short])
def test_a_plain_cut_is_no_dip(say, with_plain_cut):
    """However little it takes at first, it takes it for good and never counts as the mildest."""
    label = with_plain_cut.options["cut_across_the_board"].label
    changed = lowest(with_plain_cut, cut_across_the_board=99)
    with speaking("en"):
        *dips, last = say(changed)
    assert label not in " ".join(dips)
    assert label in last
    assert "stays lower for good" in last


def test_the_mildest_is_named_when_it_stands_out(with_plain_cut):
    """With its own range."""
    changed = lowest(with_plain_cut, fewer_managers_only=88, stepwise_programme=95)
    with speaking("en"):
        words = " ".join(dip_sentences(changed))
    label = changed.options["stepwise_programme"].label
    assert f"smallest with {label}: 92 to 97." in words


@pytest.mark.parametrize("say", [dip_sentences, residents_in_short])
def test_what_hardly_differs_is_named_together(say, with_plain_cut):
    """Less than a point apart: no option is crowned, and the range spans both."""
    changed = lowest(with_plain_cut, fewer_managers_only=94.6, stepwise_programme=95.4)
    with speaking("en"):
        words = " ".join(say(changed))
    names = [changed.options[key].label for key in ("fewer_managers_only", "stepwise_programme")]
    assert " and ".join(names) in words
    assert "92" in words
    assert "97" in words
