"""Say which mutants no test notices, and stop with an error for each that is not accounted for.

``python -m tests.bench.mutants`` takes about half an hour; with modules (``scoring/topsis.py``) it
tries the mutants of the sample in those only.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

# The libraries read this once, when they are imported.
os.environ.update(MPLBACKEND="agg", OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")

import yaml

from tests.bench.mutants.drawing import ROOMS, ROOT, Change, Mutant, mutants_of, sample
from tests.bench.mutants.running import Verdict, tests_of, verdict, warm

SIZE = 300
GOAL = 0.9
KNOWN = Path(__file__).with_name("survivors.yaml")


def known() -> dict[Change, str]:
    """The survivors that are accounted for, each with its reason."""
    rows = yaml.safe_load(KNOWN.read_text(encoding="utf-8")) or []
    return {Change(*(row[field] for field in Change._fields)): row["reason"] for row in rows}


def tried(mutants: list[Mutant]) -> dict[Change, Verdict]:
    """What became of each mutant; each that survives or never ends is printed as it is found."""
    found: dict[Change, Verdict] = {}
    for number, mutant in enumerate(mutants, 1):
        start = time.monotonic()
        found[mutant.change] = became = verdict(tests_of(mutant.module), mutant)
        if became != "caught":
            print(f"\n{became}: {mutant.change}", flush=True)
        print(f"{number}/{len(mutants)}: {time.monotonic() - start:.1f} s", end="\r", flush=True)
    return found


def account(found: dict[Change, Verdict]) -> list[str]:
    """What is wrong: unknown survivors, entries that no longer hold, too small a part caught."""
    listed, modules = known(), {change.module for change in found}
    alive = {change for change, became in found.items() if became == "survives"}
    drawn = {change for change in listed if change in found}
    moved = {change for change in listed if not (ROOT / "selfmgmt" / change.module).exists()}
    others = {change for change in set(listed) - drawn - moved if change.module in modules}
    there = {one.change for module in {one.module for one in others} for one in mutants_of(module)}
    gone = moved | others - there  # what is there and was not drawn this time stays
    faults = [f"a survivor without a reason in {KNOWN.name}: {one}" for one in alive - drawn]
    faults += [f"caught by now, take it out of {KNOWN.name}: {one}" for one in drawn - alive]
    faults += [f"the code has changed, take it out of {KNOWN.name}: {one}" for one in gone]
    if len(alive) > (1 - GOAL) * len(found):
        faults.append(f"fewer than {GOAL:.0%} are caught")
    return sorted(faults)


def table(found: dict[Change, Verdict]) -> Iterator[str]:
    """How many are caught by room, and in all; the survivors with a reason count as survivors."""
    for name, rooms in [*((room, (room,)) for room in ROOMS), ("together", ROOMS)]:
        became = [one for change, one in found.items() if change.module.startswith(rooms)]
        caught, endless = len(became) - became.count("survives"), became.count("no end")
        if became:
            share = f"{caught / len(became):.1%}"
            yield f"{name:12}{caught:4} of {len(became):4} caught ({share}), {endless} by no end"


def main() -> None:
    """Try the sample and print what is caught by room."""
    start = time.monotonic()
    chosen = set(sys.argv[1:])
    mutants = [one for one in sample(SIZE) if not chosen or one.module in chosen]
    warm()
    tests = {test for mutant in mutants for test in tests_of(mutant.module)}
    whole = [test for test in sorted(tests, reverse=True) if not test.startswith("--")]
    if verdict(whole, limit=1200) != "survives":  # the tests before the examples
        raise SystemExit("without a mutant already some tests of these modules fail")
    found = tried(mutants)
    print(*table(found), sep="\n")
    print(f"{(time.monotonic() - start) / 60:.0f} minutes")
    if faults := account(found):
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
