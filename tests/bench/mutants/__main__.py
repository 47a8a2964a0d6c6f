"""Say which mutants no test notices, and stop with an error for each that is not accounted for.

``python -m tests.bench.mutants`` takes about half an hour; with modules (``scoring/topsis.py``) it
tries the mutants of the sample in those only.
"""

import os
import sys
import time
from pathlib import Path

# The libraries read this once, when they are imported.
os.environ.update(MPLBACKEND="agg", OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")

import yaml

from tests.bench.mutants.drawing import ROOMS, Change, Mutant, sample
from tests.bench.mutants.running import passes, tests_of, warm

SIZE = 300
GOAL = 0.9
KNOWN = Path(__file__).with_name("survivors.yaml")


def known() -> dict[Change, str]:
    """The survivors that are accounted for, each with its reason."""
    rows = yaml.safe_load(KNOWN.read_text(encoding="utf-8")) or []
    return {Change(*(row[field] for field in Change._fields)): row["reason"] for row in rows}


def survivors(mutants: list[Mutant]) -> list[Mutant]:
    """Those that all tests pass with; each is printed as it is found."""
    found = []
    for number, mutant in enumerate(mutants, 1):
        start = time.monotonic()
        if passes(tests_of(mutant.module), mutant):
            found.append(mutant)
            print(f"\nsurvives {mutant.change}", flush=True)
        print(f"{number}/{len(mutants)}: {time.monotonic() - start:.1f} s", end="\r", flush=True)
    return found


def account(mutants: list[Mutant], found: list[Mutant]) -> list[str]:
    """What is wrong: unknown survivors, entries that no longer hold, too small a part caught."""
    listed, alive = known(), {mutant.change for mutant in found}
    tried = {mutant.module for mutant in mutants}
    gone = {change for change in listed if change.module in tried} - alive
    faults = [f"a survivor without a reason in {KNOWN.name}: {one}" for one in alive - set(listed)]
    faults += [f"caught or not drawn by now, take it out of {KNOWN.name}: {one}" for one in gone]
    if len(found) > (1 - GOAL) * len(mutants):
        faults.append(f"fewer than {GOAL:.0%} are caught")
    return sorted(faults)


def main() -> None:
    """Try the sample and print what is caught by room."""
    start = time.monotonic()
    chosen = set(sys.argv[1:])
    mutants = [one for one in sample(SIZE) if not chosen or one.module in chosen]
    warm()
    tests = {test for mutant in mutants for test in tests_of(mutant.module)}
    whole = [test for test in sorted(tests, reverse=True) if not test.startswith("--")]
    if not passes(whole, limit=1200):  # the tests before the examples
        raise SystemExit("without a mutant already some tests of these modules fail")
    found = survivors(mutants)
    for room in ROOMS:
        tried = sum(one.module.startswith(room) for one in mutants)
        alive = sum(one.module.startswith(room) for one in found)
        print(f"{room:12}{tried - alive:4} of {tried:4} caught")
    caught = len(mutants) - len(found)
    minutes = (time.monotonic() - start) / 60
    print(f"{caught} of {len(mutants)} caught ({caught / len(mutants):.1%}), {minutes:.0f} minutes")
    if faults := account(mutants, found):
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
