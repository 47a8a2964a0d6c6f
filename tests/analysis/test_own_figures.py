"""Own figures: they narrow what is not known, and what to look up first follows the choice."""

import numpy as np
import pytest

from selfmgmt.analysis.choice_moves import choice_moves
from selfmgmt.analysis.compare import compare
from selfmgmt.analysis.width import keeps_wide, known_shares
from selfmgmt.case.files import new_case
from selfmgmt.case.organisation import OwnFigures

OWN = {
    "fte": "390",
    "cost_per_fte": "85000",
    "manager_share": "6%",
    "support_share": "27%",
    "team_count": "40",
    "absence": "6%",
    "turnover": "8%",
    "hire_share": "18%",
}


@pytest.fixture(scope="module")
def public():
    """Nijkerk as public figures have it, every option as described."""
    return compare(new_case(["Nijkerk"]), size="described", draws=1024, seed=1)


@pytest.fixture(scope="module")
def own():
    """The same with eight figures of its own."""
    case = new_case(["Nijkerk"])
    update = {"organisation": OwnFigures.model_validate(OWN)}
    return compare(case.model_copy(update=update), size="described", draws=1024, seed=1)


def test_eight_own_figures_narrow_the_net_saving(public, own):
    """As a share of staff cost, over all options; the rest is what no organisation can know."""
    narrower = []
    for key in own.options:
        wide, narrow = (
            (found.options[key].outcomes["net_saving_eur"].p90
             - found.options[key].outcomes["net_saving_eur"].p10)
            / (found.study.inputs.ranges["fte"].central
               * found.study.inputs.ranges["cost_per_fte"].central)
            for found in (public, own)
        )  # fmt: skip
        if wide:
            narrower.append(1 - narrow / wide)
    assert np.mean(narrower) > 0.02


def test_what_is_known_is_asked_no_more(public, own):
    """Eight figures are open, then none."""
    assert set(public.fill_in_first) >= set(OWN) - {"fte"}
    assert own.fill_in_first.keys() & set(OWN) == set()


def test_the_list_is_in_the_order_of_what_can_change_the_choice(public):
    """Counted again from its definition for the first and the last."""
    shares = list(public.fill_in_first.values())
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share <= 1 for share in shares)


def test_what_keeps_the_saving_wide_is_no_figure_of_the_organisation(own):
    """With eight figures known, how much is realised and hired back does; together under 1."""
    shares = keeps_wide(own)
    first, second, *_ = shares
    assert {first, second} <= {"savings_realisation", "savings_leakage_to_hire"}
    assert shares.keys().isdisjoint(OWN)
    assert list(shares.values()) == sorted(shares.values(), reverse=True)
    assert 0.3 < sum(shares.values()) < 1.2  # first effects: what works together counts for none


def test_known_shares_are_those_of_a_world_counted_by_hand():
    """Four times the variance of the other: four fifths; one half each where they are alike."""
    one, other = np.meshgrid(np.arange(40.0), np.arange(40.0))
    values = np.array([2 * one + other, one + other, other]).reshape(3, -1)
    assert known_shares(values, one.ravel()) == pytest.approx([0.8, 0.5, 0], abs=0.01)
    mixed = (one - one.mean()) * (other - other.mean())
    assert known_shares(mixed.reshape(1, -1), one.ravel()) == pytest.approx([0], abs=0.01)


def test_chance_alone_takes_nothing_away():
    """Ten draws in a part: by chance alone the means of the parts differ too."""
    rng = np.random.default_rng(1)
    found = known_shares(rng.normal(size=(200, 200)), rng.random(200))
    assert found.mean() < 0.03


def test_a_figure_that_moves_all_options_alike_changes_no_choice():
    """However far they move."""
    first = {"capacity_low": np.array([[100.0] * 4, [95, 94, 93, 92], [90, 91, 92, 93]])}
    lower = {"capacity_low": first["capacity_low"] - 30}
    assert choice_moves(first, lower) == 0
    other = {"capacity_low": first["capacity_low"] + np.array([[0], [0], [4]])}
    assert choice_moves(first, other) == 0.5


def test_amounts_do_not_count():
    """At equal money they are alike, so chance would decide."""
    first = {"gap_eur": np.array([[0.0], [1], [2]]), "absence_end": np.array([[0.1], [0.2], [0.3]])}
    again = {"gap_eur": np.array([[0.0], [2], [1]]), "absence_end": np.array([[0.1], [0.2], [0.3]])}
    assert choice_moves(first, again) == 0
