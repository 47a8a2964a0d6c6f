"""What a survey says about readiness: scores, the weakest, differences and what changed."""

from collections.abc import Iterable, Sequence

from selfmgmt.language import gettext, ngettext
from selfmgmt.numbers import number, percentage
from selfmgmt.readiness.differences import Difference
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.published import Published
from selfmgmt.readiness.survey_profile import SurveyProfile
from selfmgmt.readiness.wording import load_survey
from selfmgmt.views.tables import Table

_FINE = 2  # decimals: differences are smaller than scores
_SEEN = 0.005  # less is 0% in whole per cents


def score_table(profile: SurveyProfile) -> Table:
    """The score of each dimension with its range, and how far people differ."""
    return Table(
        caption=gettext("Readiness as people see it, from 1 (not at all) to 5 (fully)"),
        heads=(
            gettext("Subject"),
            gettext("Score"),
            gettext("Certain between"),
            gettext("Half of the people between"),
            gettext("People"),
        ),
        rows=tuple(
            (
                _label(key),
                number(found.score.central, 1),
                _span(found.score.low, found.score.high),
                _span(*found.middle_half),
                number(found.people),
            )
            for key, found in profile.dimensions.items()
        ),
    )


def score_sentences(profile: SurveyProfile) -> list[str]:
    """What is weakest and how sure that is, with what practice advises and a first step."""
    return [
        ngettext("{count} person answered.", "{count} people answered.", profile.respondents),
        gettext(
            "Certain between: draw the same number of people again and again, then 19 of 20 times "
            "the score is between these two."
        ),
        *(_weakest(profile, key) for key in profile.weakest),
        *_withheld_dimensions(profile.withheld),
    ]


def _weakest(profile: SurveyProfile, key: str) -> str:
    found = load_instrument().dimensions[key]
    return gettext(
        "{dimension} is the weakest in {share} of the draws. {meaning} Practice advises: {advice} "
        "First step: {step}",
        dimension=found.label,
        share=percentage(profile.dimensions[key].lowest_share),
        meaning=found.when_low,
        advice=found.advice,
        step=found.next_step,
    )


def _withheld_dimensions(keys: Sequence[str]) -> list[str]:
    if not keys:
        return []
    return [
        gettext(
            "Not shown, to protect people: {subjects}.",
            subjects=", ".join(map(_label, keys)),
        )
    ]


def difference_sentences(
    differences: Sequence[Difference], names: dict[str, str] | None = None
) -> list[str]:
    """The differences that are hard to put down to chance, or that there are none.

    Args:
        differences: Of roles or of teams.
        names: What groups are called; a group that is not there has its key for a name.
    """
    if not differences:
        return [gettext("There are no two groups that may be shown beside each other.")]
    clear = [each for each in differences if each.stands_out]
    lead = gettext(
        "We looked at {count} differences. With so many, some look large by chance alone, so we "
        "only name those that are still clear after a correction for that.",
        count=number(len(differences)),
    )
    if not clear:
        return [lead, gettext("No difference is clear enough to name.")]
    return [lead, *(_difference(each, names or {}) for each in clear)]


def _difference(found: Difference, names: dict[str, str]) -> str:
    values = {
        "group": names.get(found.group, found.group),
        "dimension": _label(found.dimension),
        "size": number(abs(found.difference), _FINE),
        "low": number(min(abs(found.low), abs(found.high)), _FINE),
        "high": number(max(abs(found.low), abs(found.high)), _FINE),
    }
    if found.difference > 0:
        return gettext(
            "{group} is more positive about {dimension} than the others: {size} points ({low} to "
            "{high}).",
            **values,
        )
    return gettext(
        "{group} is more critical of {dimension} than the others: {size} points ({low} to {high}).",
        **values,
    )


def withheld_sentences(published: Published) -> list[str]:
    """How much is not shown and why; never how many people are in it."""
    counts: dict[str, int] = {}
    for group in dict.fromkeys(each.group for each in published.withheld):
        reasons = [each.reason for each in published.withheld if each.group == group]
        counts[reasons[0]] = counts.get(reasons[0], 0) + 1
    return [
        ngettext(
            "{count} group is not shown, or not on every subject: {reason}.",
            "{count} groups are not shown, or not on every subject: {reason}.",
            count,
            reason=published.rules.words(reason),  # type: ignore[arg-type]
        )
        for reason, count in counts.items()
    ] + _left_out(published)


def _left_out(published: Published) -> list[str]:
    if not published.left_out:
        return []
    return [
        gettext(
            "Questions that do not count, since fewer than {least} people answered them: "
            "{questions}.",
            least=published.rules.min_respondents,
            questions=", ".join(published.left_out),
        )
    ]


def rounding_sentence() -> str:
    """How coarse the figures are, and why."""
    rounding = load_survey().rounding
    return gettext(
        "To protect people, figures are rounded: a mean of fewer than {few} people to one decimal, "
        "and numbers in small groups and of answers to multiples of {step}.",
        few=rounding.few_people,
        step=rounding.count_step,
    )


def _groups(sentence: str, groups: Iterable[str]) -> list[str]:
    named = ", ".join(groups)
    return [sentence.format(groups=named)] if named else []


def _span(low: float, high: float, digits: int = 1) -> str:
    return gettext("{low} to {high}", low=number(low, digits), high=number(high, digits))


def _label(dimension: str) -> str:
    return str(load_instrument().dimensions[dimension].label)
