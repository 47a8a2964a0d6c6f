"""Plant one fault for each law of the model, and see that the law fails on it.

``python -m tests.bench.planted_faults`` works in a copy; it takes a few minutes, and stops with an
error when a fault goes unseen. A number plants one fault only, from 1.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PARTS = ("selfmgmt", "tests", "data", "pyproject.toml")
LAWS = "tests/simulation/test_laws.py"
TWIN = "tests/simulation/test_plain_model.py"


class Fault(NamedTuple):
    """A fault, where it is put, and the test that has to fail."""

    told: str
    module: str
    right: str
    wrong: str
    test: str


FAULTS = (
    Fault(
        "Control costs money from nothing on, not from today's",
        "simulation/money.py",
        "more = self.progress.design.control - draw.control_baseline",
        "more = self.progress.design.control + 0 * draw.control_baseline",
        f"{LAWS}::test_no_change_is_exactly_zero_change",
    ),
    Fault(
        "Teams save the same work however few people are in them",
        "simulation/work.py",
        "widest = np.maximum(scope, self.cut.managers_share)",
        "widest = scope",
        f"{LAWS}::test_a_very_small_scope_is_as_good_as_none",
    ),
    Fault(
        "Staff leaves for any manager that goes as if all went",
        "simulation/cut.py",
        "way = scaled(self._missed, self.managers_share * each)",
        "way = scaled(self._missed, each)",
        f"{LAWS}::test_a_very_small_removal_is_as_good_as_none",
    ),
    Fault(
        "The dose counts from no mandate at all, not from today's",
        "simulation/conditions.py",
        "gone = sum(levels) / len(levels) - draw.dose_level_today",
        "gone = sum(levels) / len(levels) - 1",
        f"{LAWS}::test_a_mandate_a_little_wider_than_todays_is_as_good_as_todays",
    ),
    Fault(
        "Weak conditions take an effect beyond the middle",
        "simulation/effects.py",
        "np.maximum(2 * condition - 1, 0)",
        "np.maximum(1 - 2 * condition, 0)",
        f"{LAWS}::test_more_of_a_condition_never_worsens_the_median_of_what_it_tilts",
    ),
    Fault(
        "An imposed cut is taken better than one thought up together",
        "simulation/conditions.py",
        "np.maximum(there - imposed, 0)",
        "np.minimum(imposed, there)",
        f"{LAWS}::test_more_involvement_never_worsens_the_median_of_what_people_feel",
    ),
    Fault(
        "Less comes of a plan that is watched closely",
        "simulation/removals.py",
        "Tilt.of(self.plan.way.control)",
        "Tilt.of(1 - self.plan.way.control)",
        f"{LAWS}::test_more_control_never_lowers_what_is_realised",
    ),
    Fault(
        "A group that reaches its bound is left alone",
        "simulation/positions.py",
        "by_mix = np.minimum(share * today, np.maximum(bound * today - by_way, 0))",
        "by_mix = share * today * (share * today <= bound * today - by_way)",
        f"{LAWS}::test_more_removed_never_lowers_gross",
    ),
    Fault(
        "All that is short is hired back, three times over",
        "simulation/work.py",
        "gap *= self.chance.draw.savings_leakage_to_hire",
        "gap *= 3",
        f"{LAWS}::test_the_median_net_saving_rises_with_the_size_of_the_mix",
    ),
    Fault(
        "Hands too many are let for hire",
        "simulation/work.py",
        "        at_least_0(gap)\n",
        "",
        f"{LAWS}::test_net_is_at_most_realised_is_at_most_gross",
    ),
    Fault(
        "A cut hurts only those who work in another way",
        "simulation/cut.py",
        "np.asarray(self._planned_times(1 / full))",
        "np.asarray(self.removals.plan.way.scope * self._planned_times(1 / full))",
        f"{LAWS}::test_half_the_positions_gone_without_another_way_of_working_hurts",
    ),
    Fault(
        "What is imposed lasts",
        "simulation/falling_back.py",
        "1 - design.imposed",
        "design.imposed",
        f"{LAWS}::test_more_coaches_control_or_involvement_never_raise_the_chance_of_falling_back",
    ),
    Fault(
        "Tasks that are dropped are asked for twice",
        "simulation/work.py",
        "return self.today * (1 - tasks)",
        "return self.today * (1 + tasks)",
        f"{LAWS}::test_dropping_tasks_never_raises_what_is_hired_back",
    ),
    Fault(
        "An organisation has functions in step with its size",
        "simulation/vulnerability.py",
        "size**draw.functions_growth",
        "size",
        f"{LAWS}::test_unlike_size_gives_unlike_vulnerability",
    ),
    Fault(
        "A greenfield dips as deep as any other place",
        "simulation/maturity.py",
        "return depth * draw.greenfield_dip_ratio if design.greenfield else depth",
        "return depth",
        f"{LAWS}::test_every_lever_moves_an_outcome",
    ),
    Fault(
        "The mix leaves hired hands alone",
        "simulation/positions.py",
        "hired=mix.hired * hired,",
        "hired=0.0 * hired,",
        f"{LAWS}::test_every_part_of_a_mix_moves_an_outcome",
    ),
    Fault(
        "A gap that is more than closed is none",
        "simulation/outcomes.py",
        '"gap_eur": lambda net, target: target - net,',
        '"gap_eur": lambda net, target: np.maximum(target - net, 0),',
        f"{TWIN}::test_net_and_gap_make_the_target_when_it_is_due",
    ),
    Fault(
        "Positions that are added are paid and not counted",
        "simulation/removals.py",
        "            employed += self.progress.share * added\n",
        "            pass\n",
        f"{TWIN}::test_posts_and_euros_close_in_every_quarter_and_draw",
    ),
    Fault(
        "Person-years are counted by the month",
        "simulation/outcomes.py",
        "more.sum(axis=0) / 4",
        "more.sum(axis=0) / 12",
        f"{TWIN}::test_every_outcome_equals_that_of_the_equations_written_plainly",
    ),
    Fault(
        "The shift of the draws does not follow from the seed",
        "simulation/lattice.py",
        "shift = np.array([mixed(*stream, number) for number in numbers])",
        "shift = np.random.default_rng().integers(2**_WORD, size=len(numbers))",
        "tests/simulation/test_simulate.py::test_the_same_seed_gives_the_same_bytes",
    ),
    Fault(
        "A report that holds all that the model can give counts as a test of it",
        "analysis/reference_runs.py",
        "return self.reported.kind == REAL_TEST",
        "return True",
        "tests/analysis/test_reference_runs.py::test_every_hit_could_have_been_a_miss",
    ),
    Fault(
        "Today's way of working is held against doing nothing",
        "analysis/price.py",
        "found[key] = free_of_charge()",
        "found[key] = _price(_row(values, 0), _row(values, 0), _row(values, index))",
        "tests/analysis/test_price.py::test_no_way_of_working_has_no_price",
    ),
    Fault(
        "A price is that of the plan in the next row",
        "analysis/price.py",
        "(_row(run.values, row[plan]) for plan in steps[key])",
        "(_row(run.values, row[plan] - 1) for plan in steps[key])",
        "tests/analysis/test_price.py::test_a_price_does_not_depend_on_what_else_is_compared",
    ),
)


def seen(fault: Fault, place: Path) -> bool:
    """Whether the law fails once the fault is planted; the copy is whole again afterwards."""
    path = place / "selfmgmt" / fault.module
    whole = path.read_text()
    if whole.count(fault.right) != 1:
        raise ValueError(f"{fault.module} does not hold this once: {fault.right}")
    path.write_text(whole.replace(fault.right, fault.wrong))
    try:
        return run([fault.test], place).returncode == 1
    finally:
        path.write_text(whole)


def run(tests: list[str], place: Path) -> subprocess.CompletedProcess[str]:
    """These tests in the copy."""
    return subprocess.run(
        [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )


def main() -> None:
    """Print each fault with whether it is seen."""
    chosen = [FAULTS[int(number) - 1] for number in sys.argv[1:]] or list(FAULTS)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, place / part)
        sound = run([fault.test for fault in chosen], place)
        if sound.returncode:
            raise SystemExit(f"without a fault:\n{sound.stdout}")
        unseen = []
        for fault in chosen:
            found = seen(fault, place)
            unseen += [] if found else [fault]
            law = fault.test.split("::")[1]
            print(f"{'seen' if found else 'NOT SEEN':9}{fault.told} ({law})", flush=True)
    if unseen:
        raise SystemExit(f"{len(unseen)} of {len(chosen)} faults go unseen")


if __name__ == "__main__":
    main()
