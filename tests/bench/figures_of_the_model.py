"""What the model says of five towns and three cuts. ``make figures-of-the-model`` prints it.

Nothing is tuned to what comes out here: it is printed to be looked at, and to be held beside an
independent prototype.
"""

from collections.abc import Iterator

from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.analysis.frontier import frontier_of
from selfmgmt.analysis.study import study_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.case import Case
from selfmgmt.case.files import new_case
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.language import speaking

TOWNS = ("Vlieland", "Urk", "Nijkerk", "Boxtel", "Amsterdam")
CUTS = ("2%", "5%", "10%")
SEED = 1
_PRICED = ("capacity_low", "satisfaction_mean", "steerability_low", "one_off_peak_eur")
_MARKS = (0.25, 0.5, 0.75, 1.0, 1.25)  # shares of the target in the picture of a frontier


def case_of(town: str, cut: str) -> Case:
    """A new case of a town with a cut, every option in it."""
    case = new_case([town])
    written = case.question.model_dump() | {"saving_target": cut, "example": False}
    question = type(case.question).model_validate(written)
    return case.model_copy(update={"question": question})


def closes_or_says_how_far(comparison: Comparison) -> Iterator[str]:
    """For each pair its size, how far it gets, and what it does."""
    yield f"{'option':38}{'mix':15}{'m':>6}{'reach':>7}{'deep':>6}{'cap.':>7}{'sat.':>7}{'back':>6}"
    for key, option in comparison.options.items():
        if key == DO_NOTHING:
            continue
        outcomes = option.outcomes
        yield (
            f"{key:38}{option.mix:15}{option.factor:6.2f}{option.reach:7.2f}"
            f"{'deep' if option.deep else '':>6}{outcomes['capacity_low'].p50:7.1f}"
            f"{100 * outcomes['satisfaction_mean'].p50:7.1f}{option.falls_back:6.2f}"
        )


def prices(comparison: Comparison) -> Iterator[str]:
    """For each way of working its price, together and of which working this way."""
    yield "price of the way, together / of which working this way: " + ", ".join(_PRICED)
    for key, option in comparison.options.items():
        if option.way == "none":
            continue
        price = comparison.price_of_way[key]
        figures = [
            f"{_scaled(name, price.together[name].p50):+.1f} / "
            f"{_scaled(name, price.working[name].p50):+.1f}"
            for name in _PRICED
        ]
        yield f"  {key:38}" + "".join(f"{figure:>18}" for figure in figures)


def _scaled(name: str, value: float) -> float:
    """Per cent for a share, thousands of euros for money."""
    if name.endswith("_eur"):
        return value / 1_000
    return 100 * value if name.startswith("satisfaction") else value


def frontiers(comparison: Comparison) -> Iterator[str]:
    """Lowest capacity at shares of the target, for each pair; a dash where it does not get."""
    study = comparison.study
    yield "lowest capacity where so much of the target is reached: " + " ".join(
        f"{mark:7.0%}" for mark in _MARKS
    )
    for key, sized in comparison.sized.items():
        if key == DO_NOTHING:
            continue
        points = frontier_of(study, sized.pair, certainty=50, draws=500, seed=SEED).points
        shown = [
            next((point for point in points if point.reach >= mark - 1e-4), None) for mark in _MARKS
        ]
        heights = [
            f"{point.outcomes['capacity_low'].p50:7.1f}" if point else f"{'-':>7}"
            for point in shown
        ]
        yield f"  {key:54}" + " ".join(heights)


def profiles(comparison: Comparison) -> Iterator[str]:
    """First and second option of whoever ranks."""
    for role, ranked in weigh(comparison).rankings.ranked.items():
        yield f"  {role:20}" + ", ".join(ranked.ranking.order[:3])


def main() -> None:
    """Print all of it."""
    for town in TOWNS:
        for cut in CUTS:
            comparison = compare(case_of(town, cut), seed=SEED)
            target = study_of(comparison.study.case).question.saving_target.value
            print(f"\n{town}, {cut}: EUR {target:,.0f} in quarter 8")
            for part in (closes_or_says_how_far, prices, profiles):
                print(*part(comparison), sep="\n")
            if cut == "5%":
                print(*frontiers(comparison), sep="\n")


if __name__ == "__main__":
    with speaking("en"):
        main()
