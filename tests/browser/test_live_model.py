"""The model of the live page gives what Python gives, on every outcome in every draw."""

import asyncio
from contextlib import contextmanager
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.case.plan import Plan
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.outcomes import OUTCOMES
from tests.browser.twin import InChromium, InDeno, furthest_apart, in_python
from tests.simulation.plans import plans
from tests.simulation.world import named_plans, usual_inputs

CLOSE = 1e-9  # of the figure, or of the payroll for euros
PAYROLL = 300 * 90_000
INPUTS = usual_inputs()
COUNTED = usual_inputs(vulnerability_today={"low": 0.01, "central": 0.1, "high": 0.5})
SIZE, SEED = 32, 3
QUESTIONS = (
    {"target": 1_234_567.0, "due": 8, "horizon": 16},
    {"target": 0.0, "due": 1, "horizon": 4},
    {"target": 1_000.0, "due": 33, "horizon": 40},
)


@pytest.fixture(scope="module", params=["chromium", "deno"])
def twin(request):
    """The model where it runs, with draws of the usual organisation; all tests here share it."""
    with {"chromium": in_a_page, "deno": in_a_process}[request.param](request) as found:
        found.draws(INPUTS, SIZE, SEED)
        yield found


@contextmanager
def in_a_page(request):
    """The model in the browser."""
    browser = request.getfixturevalue("browser")
    asyncio._set_running_loop(browser._loop)
    context = browser.new_context()
    yield InChromium(context.new_page())
    context.close()
    asyncio._set_running_loop(None)


@contextmanager
def in_a_process(_request):
    """The model in deno."""
    found = InDeno()
    yield found
    found.close()


def assert_as_python(twin, plan, question, inputs=INPUTS):
    """Every outcome, every path, and the weakest conditions are those of Python."""
    found = twin.simulate(plan, **question)
    values, paths, weakest = in_python(plan, inputs, SIZE, seed=SEED, **question)
    assert list(found["values"]) == list(OUTCOMES)
    whole = {key: PAYROLL if key.endswith("_eur") else 1.0 for key in (*values, *paths)}
    for key, ours in values.items():
        apart = furthest_apart(ours, found["values"][key], whole=whole[key])
        assert apart < CLOSE, key
    assert set(found["paths"]) == set(paths)
    for key, path in paths.items():
        assert furthest_apart(path, found["paths"][key], whole=whole[key]) < CLOSE, key
    assert found["weakest"] == weakest
    assert found["net"] == pytest.approx(found["values"]["net_saving_due_eur"], rel=1e-12)


def test_the_draws_are_the_same_bits(twin):
    """What comes off the lattice; quantities that were drawn with it are equal to rounding."""
    for size, seed in ((5, 2**40 + 7), (2048, 1)):
        found = twin.draws(INPUTS, size, seed)
        chance = block_sample(INPUTS, size=size, seed=seed)
        for key, uniform in chance.uniform.items():
            assert found["luck"][key] == uniform.tolist(), key
        for key in INPUTS.ranges:
            np.testing.assert_allclose(
                found["of"][key], getattr(chance.draw, key), rtol=1e-14, err_msg=key
            )
        windows = chance.windows
        assert found["windows"] == {
            "turnover": windows.turnover, "cut": windows.cut, "fade": windows.fade,
        }  # fmt: skip
    twin.draws(INPUTS, SIZE, SEED)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_named_options_at_several_sizes(twin, question):
    """Each named option, at no, some and much of its mix."""
    for plan, factor in product(named_plans().values(), (0.0, 0.7, 5.0)):
        assert_as_python(twin, Plan(plan.way, plan.mix, factor), question)


def test_a_chance_that_the_organisation_counted_itself(twin):
    """Then vulnerability does not follow from the size."""
    twin.draws(COUNTED, SIZE, SEED)
    for plan in named_plans().values():
        assert_as_python(twin, plan, QUESTIONS[0], COUNTED)
    twin.draws(INPUTS, SIZE, SEED)


@settings(deadline=None, max_examples=60)
@given(plan=plans, question=st.sampled_from(QUESTIONS))
def test_any_plan(twin, plan, question):
    """Whatever the levers."""
    assert_as_python(twin, plan, question)


@pytest.mark.slow
@settings(deadline=None, max_examples=1_000)
@given(plan=plans, question=st.sampled_from(QUESTIONS))
def test_any_of_a_thousand_plans(twin, plan, question):
    """The same, for longer."""
    assert_as_python(twin, plan, question)
