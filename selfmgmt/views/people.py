"""Parts of a page or report about people: roles in teams, ten pieces of advice, method cards."""

from selfmgmt.analysis.advice import advice_for
from selfmgmt.analysis.compare import Comparison, OptionComparison
from selfmgmt.case import Case
from selfmgmt.case.practice_figures import ROLES, fewest_reported
from selfmgmt.language import gettext
from selfmgmt.practice import practice_result
from selfmgmt.practice.roadmap import Roadmap
from selfmgmt.practice.role_coverage import counts, uncovered_today
from selfmgmt.practice.steps import find_method
from selfmgmt.views.charts.advice import advice_chart
from selfmgmt.views.charts.partners import partners_chart
from selfmgmt.views.parts import Part
from selfmgmt.views.words.advice import advice_cautions, advice_sentences, advice_table
from selfmgmt.views.words.partners import (
    alone_sentences,
    leaving_table,
    partner_cautions,
    partner_sentences,
    split_table,
)
from selfmgmt.views.words.role_coverage import (
    role_count_cautions,
    role_count_sentences,
    role_count_table,
)


def roles_part(case: Case) -> Part:
    """What the role tables of teams say outside the teams: numbers only, none of a small team."""
    result = practice_result(ROLES, case.practice)
    floor = fewest_reported()
    published = counts(result, floor=floor)
    return Part(
        title=gettext("What hangs on one person"),
        sentences=tuple(role_count_sentences(published, uncovered_today(result, floor=floor))),
        tables=() if published.empty else (role_count_table(published),),
        cautions=tuple(role_count_cautions()),
    )


def advice_part(comparison: OptionComparison, option: str) -> Part:
    """What ten pieces of advice from practice say of one option, as ready as things are."""
    result = comparison.options[option]
    found = advice_for(comparison.study, result.design)
    return Part(
        title=gettext("Ten pieces of advice from practice"),
        sentences=tuple(advice_sentences(found, result.label)),
        chart=advice_chart(found, result.label) if found else None,
        tables=(advice_table(found),) if found else (),
        cautions=tuple(advice_cautions()) if found else (),
    )


def partners_part(comparison: Comparison, option: str) -> Part:
    """What each municipality of a shared organisation bears, and what one leaves behind.

    Args:
        comparison: The options of the case.
        option: The option whose cost is split.
    """
    members = comparison.study.members
    title = gettext("The municipalities of a shared organisation")
    if len(members) < 2:
        return Part(title=title, sentences=alone_sentences(members))
    whole = comparison.partners()
    split = whole.xs(option, level="option")
    split.attrs = whole.attrs
    label = comparison.options[option].label
    leaving = comparison.leaving()
    return Part(
        title=title,
        sentences=tuple(partner_sentences(split, leaving, members)),
        chart=partners_chart(split, members, label),
        tables=(split_table(split, members, label), leaving_table(leaving, members)),
        cautions=tuple(partner_cautions()),
    )


def method_parts(roadmap: Roadmap) -> tuple[Part, ...]:
    """The method cards that the steps of a roadmap ask for, each with the steps that ask for it."""
    steps_by_method: dict[str, list[str]] = {}
    for one in roadmap.steps:
        if one.step.method:
            steps_by_method.setdefault(one.step.method, []).append(str(one.step.label))
    return tuple(_card(key, steps) for key, steps in steps_by_method.items())


def _card(key: str, steps: list[str]) -> Part:
    card = find_method(key)
    needed = gettext("For: {steps}.", steps="; ".join(steps))
    return Part(
        title=str(card.label),
        sentences=(needed, str(card.when), *map(str, card.how)),
        cautions=(str(card.caution),),
    )
