"""How long a whole search takes, and what it takes of memory. ``make bench`` runs it."""

import resource
import time

from selfmgmt.analysis.search import DESIGNS, DRAWS, search
from selfmgmt.analysis.study import study_of
from selfmgmt.case.files import new_case

SECONDS = 30
MEGABYTES = 1_000


def peak_megabytes():
    """Of this process and of its largest child, together."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(each).ru_maxrss for each in who) / 1_024


def main():
    """Search the lever space of Nijkerk once."""
    study = study_of(new_case(["Nijkerk"]))
    start = time.perf_counter()
    found = search(study, seed=1)
    seconds = time.perf_counter() - start
    print(f"search of {DESIGNS:,} designs x {DRAWS} draws: {seconds:.1f} s (goal {SECONDS})")
    print(f"peak memory: {peak_megabytes():.0f} MB (goal {MEGABYTES})")
    print(f"designs that meet the goal: {found.fit.sum():,}; on the front: {len(found.front):,}")


if __name__ == "__main__":
    main()
