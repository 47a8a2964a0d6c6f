"""Plans: every option of a case at the size at which it is compared."""

from dataclasses import dataclass

from selfmgmt.analysis.bounds import shares_gone
from selfmgmt.analysis.pairs import Pair, pairs_of
from selfmgmt.analysis.sizing import CERTAINTIES, Sizer
from selfmgmt.analysis.study import Study
from selfmgmt.case.known import DO_NOTHING, NONE
from selfmgmt.case.plan import Plan
from selfmgmt.case.question import Question
from selfmgmt.errors import InputError
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.language import gettext
from selfmgmt.values import unknown

EQUAL_MONEY, DESCRIBED = "equal_money", "described"
SIZES = (EQUAL_MONEY, DESCRIBED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizing:
    """How the options of a comparison are sized.

    Attributes:
        size: ``equal_money``: every option finds what is asked for; ``described``: every option
            as it was written down.
        mix: The saving mix beside ways of working.
        certainty: In how many of 100 futures the money is found, 50 or 80.
    """

    size: str
    mix: str
    certainty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SizedOption:
    """An option at its size.

    Attributes:
        pair: Its way of working and its mix.
        plan: What is simulated.
        none: The same money without a way of working, under the same mix; ``plan`` itself for an
            option that has none. Likewise ``removals``, with only the removals of the way.
        reach: The share of the target that it gets to; not a number without a target.
        gone: Group to the share of today's that the mix takes away, groups that lose nothing left
            out.
    """

    pair: Pair
    plan: Plan
    none: Plan
    removals: Plan
    reach: float
    gone: dict[str, float]


def sizing_of(
    study: Study,
    *,
    size: str | None = None,
    mix: str | None = None,
    certainty: int | str | None = None,
) -> Sizing:
    """How to size the options of a case: as asked, else as the case says.

    Args:
        study: The case with everything looked up.
        size: One of :data:`SIZES`; a hyphen will do for the underscore.
        mix: Key of a saving mix for every way of working.
        certainty: 50 or 80, with or without a sign for per cent.

    Raises:
        InputError: With every value that is not allowed.
    """
    case, question = study.case, study.question
    size = size.replace("-", "_") if size else _size_of(question)
    mix, mixes = mix or case.mix, (*named_mixes(), *case.mixes, NONE)
    requested = str(certainty or question.certainty).strip().removesuffix("%").rstrip()
    faults = []
    if size not in SIZES:
        faults.append(gettext("size: {fault}", fault=unknown(size, SIZES)))
    if size == EQUAL_MONEY and question.saving_target.value <= 0:
        faults.append(
            gettext(
                "size: equal_money needs a saving target; give one under question, or use "
                "described."
            )
        )
    if mix not in mixes:
        faults.append(gettext("mix: {fault}", fault=unknown(mix, mixes)))
    if requested not in map(str, CERTAINTIES):
        faults.append(
            gettext(
                "certainty is {given}; use {allowed}.",
                given=certainty,
                allowed=gettext(" or ").join(map(str, CERTAINTIES)),
            )
        )
    if faults:
        raise InputError(*faults)
    return Sizing(size=size, mix=mix, certainty=int(requested))


def _size_of(question: Question) -> str:
    return EQUAL_MONEY if question.at_equal_money else DESCRIBED


def sized_options(study: Study, sizing: Sizing, *, draws: int, seed: int) -> dict[str, SizedOption]:
    """Every option of a case at its size; what one of them is does not depend on the others.

    Args:
        study: The case with everything looked up.
        sizing: How to size them.
        draws: Number of draws, the ones that are shown.
        seed: Start of the random numbers.
    """
    sizer = sizer_of(study, sizing.certainty, draws=draws, seed=seed)
    case = study.case.model_copy(update={"mix": sizing.mix})
    return {
        key: _nothing(sizer, pair)
        if key == DO_NOTHING
        else _sized_option(sizer, pair, equal=sizing.size == EQUAL_MONEY)
        for key, pair in pairs_of(case).items()
    }


def sizes_of(
    study: Study, sizing: Sizing, *, draws: int, seed: int
) -> dict[str, tuple[float, float]]:
    """Option to the factor and the reach that it has at equal money, "do nothing" left out.

    What ``sized_options`` finds, in a third of its time: nothing is sized to lay beside an option.
    """
    sizer = sizer_of(study, sizing.certainty, draws=draws, seed=seed)
    case = study.case.model_copy(update={"mix": sizing.mix})
    found = {
        key: sizer.way_at_equal_money(pair)
        for key, pair in pairs_of(case).items()
        if key != DO_NOTHING
    }
    return {key: (one.plan.factor, _reach(sizer, one.net_eur)) for key, one in found.items()}


def plans_of(
    study: Study, sizing: Sizing | None = None, *, draws: int, seed: int
) -> dict[str, Plan]:
    """Option to its plan; at equal money when ``sizing`` is left out and there is a target."""
    sized = sized_options(study, sizing or sizing_of(study), draws=draws, seed=seed)
    return {key: option.plan for key, option in sized.items()}


def sizer_of(study: Study, certainty: int, *, draws: int, seed: int) -> Sizer:
    """What finds sizes for a case.

    Args:
        study: The case with everything looked up.
        certainty: In how many of 100 futures the money is found.
        draws: Number of draws.
        seed: Start of the random numbers.
    """
    return Sizer(
        inputs=study.inputs,
        question=study.question,
        bounds=study.bounds,
        certainty=certainty,
        draws=draws,
        seed=seed,
    )


def _nothing(sizer: Sizer, pair: Pair) -> SizedOption:
    plan = pair.at(0.0)
    return SizedOption(
        pair=pair, plan=plan, none=plan, removals=plan, reach=_reach(sizer, 0.0), gone={}
    )


def _sized_option(sizer: Sizer, pair: Pair, *, equal: bool) -> SizedOption:
    found = sizer.equal_money(pair) if equal else sizer.as_described(pair)
    plan, today = found.way.plan, pair.way_key == NONE
    return SizedOption(
        pair=pair,
        plan=plan,
        none=plan if today else found.none.plan,
        removals=plan if today else found.removals.plan,
        reach=_reach(sizer, found.way.net_eur),
        gone=shares_gone(plan, sizer.bounds),
    )


def _reach(sizer: Sizer, net_eur: float) -> float:
    return net_eur / sizer.target_eur if sizer.target_eur else float("nan")
