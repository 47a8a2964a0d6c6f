"""Reliability of 10,000 answers in 800 unequal teams, beside pingouin team by team, in one run.

``make bench`` runs it. Pingouin has no rwg and no ICC for teams of unequal size: there, all that
ours computes for teams is set against its alpha alone, which is in our disfavour.
"""

import time
import warnings
from statistics import median

import numpy as np

from selfmgmt.readiness import (
    alpha_by_group,
    cronbach_alpha,
    group_icc,
    intraclass_correlation,
    mcdonald_omega,
    rwg_j,
)

TEAMS, ITEMS, ROUNDS = 800, 12, 15


def seconds(run):
    """Wall time of one call."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def usual(run, rounds=ROUNDS):
    """The median time of a few calls, in milliseconds."""
    return 1000 * median(seconds(run) for _ in range(rounds))


def made_up():
    """Answers of some 10,000 people, 1 to 5, and the team of each: 6 to 19 people."""
    rng = np.random.default_rng(1)
    teams = np.repeat(np.arange(TEAMS), rng.integers(6, 20, TEAMS))
    level = 3 + rng.normal(0, 0.3, TEAMS)[teams] + rng.normal(0, 0.7, len(teams))
    felt = level[:, None] + rng.normal(0, 1, (len(teams), ITEMS))
    return np.clip(np.rint(felt), 1, 5), teams


def everything(answers, teams):
    """Alpha and agreement of every team, and how much teams differ."""
    alpha_by_group(answers, teams)
    rwg_j(answers, teams, 5)
    group_icc(answers.mean(axis=1), teams)


def pingouin_alphas(answers, teams):
    """Alpha of every team, the way pingouin offers it."""
    import pandas
    import pingouin

    frame = pandas.DataFrame(answers).groupby(teams)
    return np.array([pingouin.cronbach_alpha(part)[0] for _, part in frame])


def pingouin_iccs(table):
    """The six intraclass correlations of a balanced table, with the time to shape it left out."""
    import pandas
    import pingouin

    rows = [(target, rater, value) for (target, rater), value in np.ndenumerate(table)]
    long = pandas.DataFrame(rows, columns=["target", "rater", "value"])
    return lambda: pingouin.intraclass_corr(long, targets="target", raters="rater", ratings="value")


def main():
    """Print the figures."""
    warnings.simplefilter("ignore")  # on what pingouin's libraries will change
    answers, teams = made_up()
    peer = usual(lambda: pingouin_alphas(answers, teams), 3)
    alphas = usual(lambda: alpha_by_group(answers, teams))
    every = usual(lambda: everything(answers, teams))
    apart = np.abs(pingouin_alphas(answers, teams) - alpha_by_group(answers, teams)).max()
    print(f"{len(answers):,} answers of {ITEMS} items in {TEAMS} unequal teams")
    print(f"pingouin, alpha of each team     {peer:9.1f} ms")
    print(
        f"selfmgmt, the same               {alphas:9.2f} ms ({peer / alphas:.0f} times; goal 300)"
    )
    print(f"selfmgmt, and rwg(j), ICC(1, 2)  {every:9.2f} ms ({peer / every:.0f} times)")
    print(f"largest difference in alpha      {apart:9.0e}")
    whole = usual(lambda: cronbach_alpha(answers)), usual(lambda: mcdonald_omega(answers))
    print(f"alpha and omega of all answers   {whole[0]:9.2f} ms and {whole[1]:.2f} ms")
    table = answers[:TEAMS]
    six = usual(pingouin_iccs(table), 5)
    kinds = [f"ICC({kind},{of})" for kind in (1, 2, 3) for of in (1, "k")]
    ours = usual(lambda: [intraclass_correlation(table, kind) for kind in kinds])
    print(f"six ICCs of {TEAMS} x {ITEMS}: pingouin {six:.1f} ms, selfmgmt {ours:.2f} ms")


if __name__ == "__main__":
    main()
