"""How long it takes to follow every pair, and what it takes of memory. ``make bench`` runs it."""

import resource
import time

from selfmgmt.analysis.search import DRAWS, search
from selfmgmt.analysis.study import study_of
from selfmgmt.case.files import new_case

SECONDS = 5
MEGABYTES = 500


def main():
    """Follow every pair of Nijkerk once."""
    study = study_of(new_case(["Nijkerk"]))
    start = time.perf_counter()
    found = search(study, seed=1)
    seconds = time.perf_counter() - start
    sizes = sum(len(frontier.points) for frontier in found.frontiers)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    print(
        f"{sizes:,} sizes of {len(found.frontiers)} pairs x {DRAWS} draws: "
        f"{seconds:.1f} s (goal {SECONDS})"
    )
    print(f"peak memory: {memory:.0f} MB (goal {MEGABYTES})")
    print(f"pairs that meet the goal: {len(found.fit)}")


if __name__ == "__main__":
    main()
