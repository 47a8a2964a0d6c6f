"""What council and works council hear of a roadmap: its dates, and when it halts."""

from selfmgmt.analysis.roadmap import OptionRoadmap
from selfmgmt.language import gettext, small
from selfmgmt.numbers import long_date
from selfmgmt.practice.roadmap import START


def council_dates(found: OptionRoadmap) -> tuple[str, ...]:
    """The days that matter to the council, in the order of the roadmap."""
    roadmap = found.roadmap
    advice, decision, start = map(roadmap.find, ("works_council", "decision", START))
    council = [one for one in roadmap.steps if one.step.moment == "council"]
    days = [
        *(
            (one.begin, gettext("Council: {what}", what=small(str(one.step.label))))
            for one in council
        ),
        *([(advice.begin, gettext("Works council asked"))] if advice else []),
        *(
            [(decision.begin, gettext("The executive decides, after that advice"))]
            if decision
            else []
        ),
        *([(start.begin, gettext("The first group starts"))] if start else []),
    ]
    return tuple(
        gettext("{day}: {what}", day=long_date(day), what=what)
        for day, what in sorted(days, key=lambda pair: pair[0])
    )


def halt_sentence(found: OptionRoadmap) -> str:
    """On which figures the change halts."""
    rules = [small(str(line.rule.label)) for line in found.stops if line.lines]
    return gettext(
        "Halt and repair when one of these passes its line: {rules}.", rules="; ".join(rules)
    )


def draft_sentence(found: OptionRoadmap) -> str:
    """What the dates rest on, and that a person has to finish them."""
    return gettext(
        "The dates are those of the roadmap to “{option}”: a draft, for a person to check and "
        "finish.",
        option=found.label,
    )
