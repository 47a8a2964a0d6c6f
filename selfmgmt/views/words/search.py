"""What a search found, in sentences and tables."""

import math

from selfmgmt.analysis.bands import Band
from selfmgmt.analysis.lever_space import lever_value
from selfmgmt.analysis.search import TOLD, Rule, Search
from selfmgmt.case.design import Design
from selfmgmt.fields import fields_of
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number, percentage
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.prose import small
from selfmgmt.views.tables import Table
from selfmgmt.views.words.design import changes_of, value_in_words

FIRM = 0.7  # in which share of the random parts a lever must come back to be told
_REQUIREMENTS = {
    "target": _("reach the saving in time"),
    "capacity": _("keep capacity for residents"),
    "satisfaction": _("keep satisfaction"),
    "all": _("do all of this"),
}


def search_sentences(found: Search) -> list[str]:
    """How much was looked at, and how much of it is fit."""
    tried = number(len(found.points))
    goal = found.goal
    lines = [
        gettext(
            "{tried} designs were tried, each in {draws} possible futures.",
            tried=tried,
            draws=number(found.draws),
        ),
        gettext(
            "Asked for: at least {certainty} chance to reach the saving in time, capacity at its "
            "lowest no less than {floor} (today is 100), and satisfaction at most {drop} lower.",
            certainty=percentage(goal.certainty),
            floor=number(goal.capacity_floor),
            drop=percentage(goal.satisfaction_drop),
        ),
    ]
    lines += [
        gettext("{share} of the designs {requirement}.", share=_part(met.mean()), requirement=words)
        for met, words in (
            *((found.meets[key], gettext(_REQUIREMENTS[key])) for key in found.meets),
            (found.fit, gettext(_REQUIREMENTS["all"])),
        )
    ]
    if not found.fit.any():
        lines.append(
            gettext(
                "So no design that was tried does all you ask. Below are the designs that come "
                "nearest. Ask for less, or give the change more time."
            )
        )
    return lines


def _part(share: float) -> str:
    """A share that is above none but rounds to none is told as such."""
    return gettext("Less than 1%") if 0 < share < 0.005 else percentage(share)


def rule_sentences(found: Search) -> list[str]:
    """What designs that meet a requirement, or miss it, have in common."""
    return [line for name, rule in found.rules.items() for line in _rule(found, name, rule)]


def _rule(found: Search, name: str, rule: Rule) -> list[str]:
    features = _features(found, rule)
    if not features:
        return []
    words = {
        "requirement": gettext(_REQUIREMENTS[name]),
        "features": gettext(" and ").join(features),
    }
    first = (
        gettext("Designs that {requirement} often have in common: {features}.", **words)
        if rule.meets
        else gettext("Designs that do not {requirement} often have in common: {features}.", **words)
    )
    second = gettext(
        "Of the designs like that it holds for {density}; they are {coverage} of all for which it "
        "holds.",
        density=percentage(rule.box.density),
        coverage=percentage(rule.box.coverage),
    )
    return [f"{first} {second}"]


def _features(found: Search, rule: Rule) -> list[str]:
    """The levers that a rule restricts and that came back in most parts of the designs."""
    facts = fields_of(Design)
    features = []
    for (lever, span), low, high, support in zip(
        found.space.spans.items(), rule.box.low, rule.box.high, rule.box.support, strict=True
    ):
        ends = [end for end in (low, high) if math.isfinite(end)]
        if not ends or support < FIRM:
            continue
        low_words, high_words = (
            value_in_words(facts[lever], lever_value(lever, span, float(end)))
            if math.isfinite(end)
            else ""
            for end in (low, high)
        )
        features.append(_between(small(facts[lever].title), low_words, high_words))
    return features


def _between(lever: str, low: str, high: str) -> str:
    if low and high:
        if low == high:
            return gettext("{lever}: {value}", lever=lever, value=low)
        return gettext("{lever}: {low} to {high}", lever=lever, low=low, high=high)
    if low:
        return gettext("{lever}: at least {low}", lever=lever, low=low)
    return gettext("{lever}: at most {high}", lever=lever, high=high)


def closest_table(found: Search) -> Table:
    """The designs that are closest to today, or to the goal when none meets it."""
    caption = (
        gettext("Designs that meet the goal and change least")
        if found.fit.any()
        else gettext("Designs that come nearest to the goal")
    )
    changes = gettext("What changes")
    return Table(
        caption=caption,
        heads=(
            gettext("Design"),
            changes,
            gettext("Chance to reach the target"),
            *(OUTCOMES[key].title for key in TOLD),
        ),
        words=(changes,),
        rows=tuple(
            (
                gettext("Design {number}", number=place),
                "; ".join(changes_of(found.design(int(row)))) or gettext("Nothing changes."),
                percentage(found.certainty[row]),
                *(OUTCOMES[key].range(_band(found, key, int(row))) for key in TOLD),
            )
            for place, row in enumerate(found.closest, start=1)
        ),
    )


def _band(found: Search, key: str, row: int) -> Band:
    low, middle, high = found.ranges[key][:, row].tolist()
    return Band(p10=low, p50=middle, p90=high)


def search_caution() -> str:
    """What a search cannot do."""
    return gettext(
        "A search only knows what is in the model. It does not know your people, your history or "
        "what was promised. Take a design as a question to think about, not as advice."
    )


def plain_cut_caution(found: Search) -> str:
    """The warning for designs in the table that cut without a new way of working, if any."""
    cuts = [
        number(place)
        for place, row in enumerate(found.closest, start=1)
        if found.design(int(row)).scope == 0 and found.ranges["net_saving_eur"][1, row] > 0
    ]
    if not cuts:
        return ""
    return gettext(
        "Design {numbers}: cuts without a new way of working. That looks better than it is: what "
        "such a cut does to satisfaction, quality and leavers is not in the model.",
        numbers=", ".join(cuts),
    )
