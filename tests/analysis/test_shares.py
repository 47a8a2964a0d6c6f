"""Shares of groups: laws that hold for any model, and the model's own."""

import numpy as np
import pytest

from selfmgmt.analysis.drivers import keys_by_group
from selfmgmt.analysis.plans import plans_of
from selfmgmt.analysis.shares import _sets, _shares, group_shares, groups_by_grade
from selfmgmt.analysis.study import study_of
from selfmgmt.case.files import new_case


@pytest.fixture(scope="module")
def study():
    """Nijkerk with its example question."""
    return study_of(new_case(["Nijkerk"]))


def plan_of(study, option):
    """An option at equal money."""
    return plans_of(study, draws=256, seed=1)[option]


def shares_of(function, names="abc", draws=60_000):
    """The shares of single inputs of a function of uniform numbers on 0..1."""
    rng = np.random.default_rng(1)
    here, there = rng.random((2, len(names), draws))
    first = function(*here)
    moved = []
    for some in _sets(names):
        mixed = [there[place] if name in some else here[place] for place, name in enumerate(names)]
        moved.append((first - function(*mixed)) ** 2 / 2)
    return {share.group: share for share in _shares(names, np.array(moved), first, rng)}


def test_ishigami_by_its_sets():
    """The indices known in closed form, from one run for each set of inputs."""
    turn = 2 * np.pi
    found = shares_of(
        lambda a, b, c: (
            np.sin(turn * (a - 0.5))
            + 7 * np.sin(turn * (b - 0.5)) ** 2
            + 0.1 * (turn * (c - 0.5)) ** 4 * np.sin(turn * (a - 0.5))
        )
    )
    exact = {
        "first": (0.313905, 0.442411, 0),
        "total": (0.557589, 0.442411, 0.243684),
        "shapley": (0.435747, 0.442411, 0.121842),
    }
    for kind, values in exact.items():
        estimates = [getattr(found[name], kind).central for name in "abc"]
        assert estimates == pytest.approx(values, abs=0.02), kind


def test_shapley_lies_between_first_and_total_in_a_product():
    """Where inputs strengthen each other, and the shares add up to one."""
    found = shares_of(lambda a, b, c: a * b + c, draws=50_000)
    for share in found.values():
        assert share.first.central <= share.shapley.central + 0.02
        assert share.shapley.central <= share.total.central + 0.02
        assert share.shapley.low <= share.shapley.central <= share.shapley.high
    assert sum(share.shapley.central for share in found.values()) == pytest.approx(1)


def test_groups_hold_every_uncertain_quantity_once(study):
    """Nothing uncertain is left out, nothing counted twice."""
    keys = [key for some in groups_by_grade(study).values() for key in some]
    assert sorted(keys) == sorted(study.inputs.uncertain)


def test_the_model_s_shares_add_up_to_one(study):
    """Of the saving of one option, by grade."""
    groups = groups_by_grade(study)
    found = group_shares(
        study,
        plan_of(study, "within_frames"),
        outcome="net_saving_eur",
        groups=groups,
        draws=512,
        seed=1,
    )
    assert {share.group for share in found} == set(groups)
    assert sum(share.shapley.central for share in found) == pytest.approx(1)
    assert found == sorted(found, key=lambda share: -share.shapley.central)


def test_where_nothing_varies_there_are_no_shares(study):
    """Doing nothing saves nothing, whatever the figures are."""
    groups = {name: keys for name, keys in keys_by_group(study.inputs).items() if keys}
    none = group_shares(
        study,
        plan_of(study, "do_nothing"),
        outcome="net_saving_eur",
        groups=groups,
        draws=64,
        seed=1,
    )
    assert none == []
