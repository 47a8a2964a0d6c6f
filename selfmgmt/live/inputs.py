"""What the model in the browser starts from: every figure out of the case and the ledger."""

from dataclasses import asdict
from typing import Any

from selfmgmt.analysis.compare import SEED
from selfmgmt.analysis.pairs import Pair
from selfmgmt.analysis.sizing import OF_REMOVALS
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.target import EXACT_EUR
from selfmgmt.case.design import Design
from selfmgmt.case.known import NONE
from selfmgmt.case.plan import Plan
from selfmgmt.case.question import Question
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.lattice import BITS, generating_vector
from selfmgmt.simulation.parameters import COORDINATES

Json = dict[str, Any]


def model_inputs(inputs: Inputs, *, seed: int = SEED) -> Json:
    """``Inputs`` of ``model/draws.js``: ranges, effects, and the lattice that makes the draws.

    Args:
        inputs: The uncertain quantities of one organisation.
        seed: Start of the random numbers.
    """
    vector = generating_vector()
    ranges, effects = inputs.ranges.items(), inputs.effects.items()
    return {
        "ranges": {key: [span.low, span.central, span.high] for key, span in ranges},
        "effects": {key: [one.bad, one.central, one.good] for key, one in effects},
        "payroll_eur": inputs.payroll_eur,
        "inhabitants": inputs.inhabitants,
        "lattice": {"bits": BITS, "numbers": {key: vector[key] for key in COORDINATES}},
        "seed": seed,
    }


def sizing_rules(study: Study) -> Json:
    """What ``Sizer`` of ``model/sizing.js`` needs beside draws, question and certainty."""
    return {
        "bounds": asdict(study.bounds),
        "today": design_levers(Design()),
        "removals": list(OF_REMOVALS),
        "exact": EXACT_EUR,
        "deepest": study.deepest_measured,
    }


def model_question(question: Question) -> Json:
    """``Question`` of ``model/outcomes.js``; the target is in euros, as a study has it."""
    return {
        "target": question.saving_target.value,
        "due": question.due_quarter,
        "horizon": question.horizon,
    }


def pair_parts(pair: Pair) -> Json:
    """``Pair`` of ``model/compare.js``."""
    return {
        "way": design_levers(pair.way),
        "mix": pair.mix.model_dump(mode="json"),
        "described": pair.described,
        "today": pair.way_key == NONE,
    }


def plan_parts(plan: Plan) -> Json:
    """``Plan`` of ``model/plan.js``."""
    mix = plan.mix.model_dump(mode="json")
    return {"way": design_levers(plan.way), "mix": mix, "factor": plan.factor}


def design_levers(design: Design) -> Json:
    """``Design`` of ``model/plan.js``."""
    return design.model_dump(mode="json")
