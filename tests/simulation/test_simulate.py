"""Many designs and draws at once."""

from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest
import yaml

from selfmgmt.fields import Estimate
from selfmgmt.simulation import chance, simulate
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.transition import transition
from tests.golden.refresh import TRANSITION
from tests.simulation.world import golden_run


def test_the_same_seed_gives_the_same_bytes(designs, inputs, question):
    """Twice the same call, the same figures, with no draws kept; another seed, others."""
    runs = []
    for seed in (7, 7, 8):
        for kept in (chance._sample, chance._uniform, chance._drawn, chance.joined):
            kept.cache_clear()
        runs.append(
            simulate(
                [designs["stepwise_programme"]], inputs, question=question, draws=3000, seed=seed
            ).values["capacity_low"]
        )
    assert runs[0].tobytes() == runs[1].tobytes()
    assert runs[0].tobytes() != runs[2].tobytes()


def test_blocks_that_are_joined_have_the_bytes_of_each_by_itself(
    monkeypatch, designs, inputs, question
):
    """However many cores there are to share them."""
    module = import_module("selfmgmt.simulation.simulate")
    found = []
    for cores in (1, 4):
        monkeypatch.setattr(module, "cpu_count", lambda cores=cores: cores)
        plans = [designs["stepwise_programme"], designs["within_frames"]]
        found.append(simulate(plans, inputs, question=question, draws=2 * BLOCK + 50, seed=4))
    for key, values in found[0].values.items():
        np.testing.assert_array_equal(values, found[1].values[key], err_msg=key)
    np.testing.assert_array_equal(found[0].weakest_condition, found[1].weakest_condition)


def test_other_options_do_not_touch_an_option(designs, inputs, question):
    """Common random numbers: an option gives the same alone and in company."""
    alone = simulate([designs["within_frames"]], inputs, question=question, draws=500, seed=1)
    among = simulate(list(designs.values()), inputs, question=question, draws=500, seed=1)
    row = list(designs).index("within_frames")
    for key, values in alone.values.items():
        np.testing.assert_array_equal(values[0], among.values[key][row])


def test_blocks_are_put_in_their_place(designs, inputs, question):
    """The second block of draws stands after the first."""
    design = designs["vanguard_first"]
    run = simulate(
        [design], inputs, question=question, draws=BLOCK + 100, seed=5, path_draws=BLOCK + 60
    )
    second = transition(design, block_sample(inputs, size=100, seed=5, block=1), question.horizon)
    np.testing.assert_array_equal(run.values["capacity_end"][0, BLOCK:], second.work.capacity[-1])
    np.testing.assert_array_equal(run.paths["capacity"][0, :, BLOCK:], second.work.capacity[:, :60])


def test_redrawing_nothing_changes_nothing_and_redrawing_moves_only_what_hangs_on_it(
    designs, inputs, question
):
    """Drawing friction anew moves one-off cost and leaves capacity alone."""
    common = {"question": question, "draws": 400, "seed": 1}
    design = [designs["stepwise_programme"]]
    first = simulate(design, inputs, **common)
    again = simulate(design, inputs, **common, resampled=["displaced_staff_friction"])
    np.testing.assert_array_equal(first.values["capacity_low"], again.values["capacity_low"])
    cost = "transition_cost_eur"
    assert (first.values[cost] != again.values[cost]).any()


SURE = Estimate(low=1, central=1, high=1)


def test_the_chance_of_falling_back_is_redrawn_with_its_rate(designs, inputs, question):
    """Otherwise what hangs on it would never all be known."""
    common = {"question": question, "draws": 2000, "seed": 1, "wanted": ("falls_back",)}
    known = replace(inputs, ranges={**inputs.ranges, "falls_back_rate": SURE})
    first, again = (
        simulate([designs["within_frames"]], known, **common, resampled=resampled).values[
            "falls_back"
        ]
        for resampled in ((), ("falls_back_rate",))
    )
    assert (first != again).any()


def test_a_longer_run_begins_with_the_draws_of_one_block(designs, inputs, question):
    """What is known of one block need not be computed again for it."""
    design = [designs["vanguard_first"]]
    block = simulate(design, inputs, question=question, draws=BLOCK, seed=3)
    longer = simulate(design, inputs, question=question, draws=BLOCK + 5, seed=3)
    for key, values in block.values.items():
        np.testing.assert_array_equal(values, longer.values[key][:, :BLOCK])


def test_what_is_not_wanted_changes_nothing_of_what_is(designs, inputs, question):
    """One outcome by itself has the same bytes as among all."""
    common = {"question": question, "draws": 300, "seed": 1}
    every = simulate(list(designs.values()), inputs, **common).values
    for key, values in every.items():
        alone = simulate(list(designs.values()), inputs, **common, wanted=(key,)).values
        assert list(alone) == [key]
        np.testing.assert_array_equal(alone[key], values)


def test_the_buffer_of_numpy_is_left_as_it_was(designs, inputs, question):
    """The small one is for the model alone."""
    before = np.getbufsize()
    simulate([designs["vanguard_first"]], inputs, question=question, draws=10, seed=1)
    assert np.getbufsize() == before


def test_golden_run():
    """A fixed run gives the figures on file, to what another processor may round otherwise."""
    golden, run = yaml.safe_load(TRANSITION.read_text()), golden_run()
    assert list(run) == list(golden)
    for option, outcomes in golden.items():
        assert list(run[option]) == list(outcomes)
        for outcome, figures in outcomes.items():
            assert run[option][outcome] == [
                figure if figure == "never" else pytest.approx(figure, rel=2e-3, abs=1e-9)
                for figure in figures
            ], f"{option}, {outcome}"


def test_what_is_drawn_anew_has_nothing_to_do_with_what_was(inputs):
    """A twin that is the first draws moved along would hide most of what a figure drives."""
    first = block_sample(inputs, size=2048, seed=1).by_key()
    again = block_sample(inputs, size=2048, seed=1, resampled=inputs.uncertain).by_key()
    apart = [
        np.mean((first[key] - again[key]) ** 2) / (first[key].var() + again[key].var())
        for key in inputs.uncertain
        if key in first and first[key].var() > 0
    ]
    assert len(apart) > 20
    assert min(apart) > 0.9
