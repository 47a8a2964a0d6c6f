"""What is allowed and yet looks odd: told when a case is checked, never refused."""

from collections.abc import Iterator

from selfmgmt.analysis.study import Study
from selfmgmt.case.baseline import organisation_of
from selfmgmt.case.design import Design
from selfmgmt.case.earlier_forms import EARLIER_FORMS
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.social_domain import why_not_here
from selfmgmt.evidence.options import named_options
from selfmgmt.field_facts import fields_of
from selfmgmt.fields import Amount
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.reference.settings import setting

_UNITS = ("managers_after", "support_after", "primary_fte_change", "hire_change", "coaches")


def notices(study: Study) -> list[str]:
    """What every reader of the results must know of the case and of the organisation.

    Args:
        study: The case with everything looked up.
    """
    found = [EARLIER_FORMS[form]() for form in study.case.earlier_forms]
    if study.organisation.is_small:
        found.append(
            gettext(
                "This organisation has fewer than {fte} FTE. Parts of posts are no people there: "
                "read every result as a direction, and look at who it would be.",
                fte=number(setting("small_organisation_fte")),
            )
        )
    return found


def remarks(study: Study) -> list[str]:
    """Everything in a case that deserves a second look, in sentences.

    Args:
        study: The case with everything looked up.
    """
    case = study.case
    options = [key for key in case.options if key != DO_NOTHING]
    found = [*_own_fte(study), *_target(study)]
    for key in options:
        found += [
            gettext("{option}: {remark}", option=case.label(key), remark=remark)
            for remark in option_remarks(study, key)
        ]
    return found


def option_remarks(study: Study, key: str) -> list[str]:
    """What deserves a second look in one option.

    Args:
        study: The case with everything looked up.
        key: The option.
    """
    design = study.case.design(key)
    return [
        *not_here(study, key),
        *_looks_like_a_share(study, key),
        *_coaches(study, design),
        *_removals(study, key, design),
    ]


def not_here(study: Study, key: str) -> list[str]:
    """Why an option has too little to work on in this organisation; empty when it fits.

    Args:
        study: The case with everything looked up.
        key: The option.
    """
    named = named_options()[str(study.case.options[key].based_on)]
    teams = study.organisation.team_count.estimate.central
    why = why_not_here(named, scope=study.case.design(key).scope, teams=teams)
    return [why] if why else []


def _own_fte(study: Study) -> Iterator[str]:
    own = study.case.organisation.fte
    if own is None:
        return
    bare = study.case.organisation.model_copy(update={"fte": None})
    public = organisation_of(bare, study.members, study.ledger).fte
    times = own.central / public.estimate.central
    if not setting("own_fte_least") <= times <= setting("own_fte_most"):
        yield gettext(
            "Your own {own} FTE is {times} times what public figures suggest ({expected}). That "
            "may be right; check whether it is the whole organisation. {source}",
            own=number(own.central),
            times=number(times, 1),
            expected=number(public.estimate.central),
            source=public.source,
        )


def _target(study: Study) -> Iterator[str]:
    target = study.case.question.saving_target
    if _is_like_a_share(target):
        yield gettext(
            "The saving target is {amount} euros a year. If you mean {share}, write it with the "
            "percent sign.",
            amount=target,
            share=percentage(target.value, 1),
        )


def _looks_like_a_share(study: Study, key: str) -> Iterator[str]:
    changes = study.case.options[key].changes()
    for lever in _UNITS:
        amount = changes.get(lever)
        if isinstance(amount, Amount) and _is_like_a_share(amount):
            yield gettext(
                "{lever} is {amount}, so {amount} of the unit and no share. If you mean {share}, "
                "write it with the percent sign.",
                lever=fields_of(Design)[lever].title,
                amount=amount,
                share=percentage(amount.value, 1),
            )


def _is_like_a_share(amount: Amount) -> bool:
    return not amount.relative and 0 < abs(amount.value) <= 1


def _coaches(study: Study, design: Design) -> Iterator[str]:
    fte = study.organisation.fte.estimate.central
    teams = design.team_count.of(study.organisation.team_count.estimate.central)
    per_coach = study.ledger.for_calculation("teams_per_coach").central
    need = max(teams, fte / setting("largest_team")) * design.scope / per_coach
    coaches = design.coaches.of(need)
    if coaches > setting("coaches_times_need") * max(need, 1):
        yield gettext(
            "{coaches} FTE of coaches for {fte} FTE of staff is much: teams that start need about "
            "{need}.",
            coaches=number(coaches, 1),
            fte=number(fte),
            need=number(need, 1),
        )


def _removals(study: Study, key: str, design: Design) -> Iterator[str]:
    """What goes by the way of working, and by way and mix together, beside what is possible."""
    words = {
        "support": gettext("staff departments"),
        "primary": gettext("the work for residents"),
        "tasks": gettext("tasks"),
        "hired": gettext("hired staff"),
    }
    by_way, by_mix = _gone_by_way(study, design), _gone_by_mix(study, key)
    for name, part in words.items():
        bound = 1.0 if name == "hired" else study.ledger.for_calculation(f"{name}_bound").central
        together = by_way[name] + by_mix[name]
        if by_way[name] > bound:
            yield gettext(
                "{share} of {part} goes. The model takes at most {bound}; what is left cannot do "
                "the work.",
                share=percentage(by_way[name]),
                part=part,
                bound=percentage(bound),
            )
        elif by_way[name] and by_mix[name] and together > bound:
            yield gettext(
                "Way of working and saving mix together take {share} of {part}. The model stops at "
                "{bound}.",
                share=percentage(together),
                part=part,
                bound=percentage(bound),
            )


def _gone_by_way(study: Study, design: Design) -> dict[str, float]:
    """The share of each group that goes by the levers of an option."""
    figures = study.organisation
    fte, hire = figures.fte.estimate.central, figures.hire_share.estimate.central
    support = fte * figures.support_share.estimate.central
    primary = fte * (1 - figures.manager_share.estimate.central) - support
    budget = fte * figures.cost_per_fte.estimate.central * hire / (1 - hire)
    return {
        "support": 1 - design.support_after.of(support) / support,
        "primary": -design.primary_fte_change.of(primary) / primary,
        "tasks": design.tasks_dropped,
        "hired": -design.hire_change.of(budget) / budget if budget else 0.0,
    }


def _gone_by_mix(study: Study, key: str) -> dict[str, float]:
    """The share of each group that goes by the mix of an option, where it is part of it."""
    option = study.case.options[key]
    plan = study.case.plan(key, max(option.described_factor, 1.0 if option.mix else 0.0))
    posts = max(plan.factor - 1, 0) if plan.mix.hired_first else plan.factor
    return {
        "support": plan.mix.support * posts,
        "primary": plan.mix.primary * posts,
        "tasks": plan.mix.tasks * plan.factor,
        "hired": plan.mix.hired * plan.factor,
    }
