"""The ten pieces of advice (K1) on an option of a case."""

from selfmgmt.analysis.roadmap import known_conditions, plain_levers
from selfmgmt.analysis.study import Study
from selfmgmt.case.design import Design
from selfmgmt.practice.advice import AdviceFinding, advice_on


def advice_for(study: Study, design: Design) -> tuple[AdviceFinding, ...]:
    """What the ten pieces say of a design, as ready as the organisation is; what is broken first.

    Args:
        study: The case with everything looked up.
        design: A way of working; without anybody in it there is nothing to advise on.
    """
    if not design.scope:
        return ()
    return advice_on(plain_levers(study, design), known_conditions(study))
