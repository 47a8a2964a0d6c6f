"""What drives the spread."""

from types import SimpleNamespace

import numpy as np
import pytest

from selfmgmt.analysis.drivers import SPREADING, effects_of_groups, keys_by_group, total_effect


def test_total_effect_of_the_ishigami_function():
    """The published total indices with a = 7, b = 0.1: .5576, .4424, .2437."""
    rng = np.random.default_rng(3)
    first = rng.uniform(-np.pi, np.pi, (3, 400_000))
    twin = rng.uniform(-np.pi, np.pi, (3, 400_000))

    def ishigami(x):
        return (np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0]))[np.newaxis]

    effects = []
    for place in range(3):
        resampled = first.copy()
        resampled[place] = twin[place]
        effects.append(total_effect(ishigami(first), ishigami(resampled))[0])
    assert effects == pytest.approx([0.557589, 0.442411, 0.243684], abs=0.006)


def test_nothing_varies_is_not_a_number_rather_than_zero():
    """Where there is no spread there is no share of it."""
    assert np.isnan(total_effect(np.full((1, 10), 3.0), np.full((1, 10), 3.0)))[0]


def test_effects_of_groups_are_counted_in_a_world_of_two_options_and_four_draws():
    """The one option varies by 5; readiness moves it by 2 in every draw, assumptions by 4 in one.

    Half of the mean square step is 2 and 2 of 5. The other option varies by its evidence alone,
    which is drawn in the opposite order: half of (36 + 4 + 4 + 36) / 4 is 10 of 5, noise beyond 1.
    """
    first = np.array([[1.0, 3, 5, 7], [1, 3, 5, 7]])
    again = {
        ("readiness",): np.array([[3.0, 5, 3, 5], [1, 3, 5, 7]]),
        ("savings_leakage_to_hire", "savings_realisation"): np.array(
            [[1.0, 3, 9, 7], [1, 3, 5, 7]]
        ),
        ("absence_effect",): np.array([[1.0, 3, 5, 7], [7, 5, 3, 1]]),
    }
    asked = []

    def redraw(keys):
        asked.append(tuple(keys))
        return dict.fromkeys(SPREADING, again[tuple(keys)])

    uncertain = SimpleNamespace(uncertain=[key for keys in again for key in keys])
    groups = {
        "readiness": ("readiness", "known"),
        "assumption": ("savings_realisation", "savings_leakage_to_hire"),
        "evidence": ("absence_effect",),
        "organisation": ("fte",),
    }
    found = effects_of_groups(uncertain, dict.fromkeys(SPREADING, first), redraw, groups)
    expected = {
        "readiness": [0.4, 0],
        "assumption": [0.4, 0],
        "evidence": [0, 1],
        "organisation": [0, 0],
    }
    assert list(found) == list(groups)
    for group, effects in found.items():
        assert set(effects) == set(SPREADING)
        for outcome, effect in effects.items():
            assert effect.tolist() == pytest.approx(expected[group]), (group, outcome)
    assert asked == list(again)  # what is known is not drawn anew, and without anything no run


def test_a_key_is_in_the_group_of_where_it_comes_from():
    """What the user gave, public figures and defaults are all of the organisation."""
    origins = {
        "fte": "own", "cost_per_fte": "public", "absence": "default", "readiness": "readiness",
        "savings_realisation": "assumption", "absence_effect": "evidence",
    }  # fmt: skip
    assert keys_by_group(SimpleNamespace(origins=origins)) == {
        "assumption": ("savings_realisation",),
        "evidence": ("absence_effect",),
        "organisation": ("fte", "cost_per_fte", "absence"),
        "readiness": ("readiness",),
    }
