"""How each role would choose, why, and how far roles agree."""

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.criteria import label_of
from selfmgmt.scoring.ranking import Ranking, why
from selfmgmt.scoring.roles import RoleRanking
from selfmgmt.views.prose import small
from selfmgmt.views.tables import Table
from selfmgmt.views.words.voices import voices_sentences

_REASONS = 2
_SAME = 0.005  # of the futures: less is not seen in whole per cents


def agreement_sentences(weighing: Weighing, labels: dict[str, str]) -> list[str]:
    """How far roles agree, what is not ranked, and whose weights are only an example.

    Args:
        weighing: The ranking of each role.
        labels: Option to its name.
    """
    sentences = (
        _agreement(weighing),
        most_wanted(weighing, labels),
        *_voices(weighing, labels),
        _on_average(weighing),
        _set_aside(weighing, labels),
        _examples(weighing),
        _left_out(weighing),
    )
    return [sentence for sentence in sentences if sentence]


def most_wanted(weighing: Weighing, labels: dict[str, str]) -> str:
    """The option that most roles put first; empty when nobody ranks anything."""
    wanted = weighing.rankings.agreement.wanted_by
    if not wanted:
        return ""
    option, roles = max(wanted.items(), key=lambda item: len(item[1]))
    first = gettext(
        "{count} of {all} roles put {option} first.",
        option=labels[option],
        count=len(roles),
        all=len(weighing.rankings.ranked),
    )
    if option not in weighing.plain_cuts:
        return first
    caution = gettext(
        "It looks better than it is: what such a cut does to satisfaction, quality and leavers is "
        "not in the model."
    )
    return f"{first} {caution}"


def reasons_table(weighing: Weighing, labels: dict[str, str]) -> Table:
    """The first choice of each role, how sure it is, and on what it beats the second."""
    return Table(
        caption=gettext("The first choice of each role, and why"),
        heads=(
            gettext("Role"),
            gettext("First choice"),
            gettext("In how many futures"),
            gettext("Does better than the second on"),
        ),
        rows=tuple(_reasons_row(role, labels) for role in weighing.rankings.ranked.values()),
        words=(gettext("First choice"), gettext("Does better than the second on")),
    )


def _reasons_row(role: RoleRanking, labels: dict[str, str]) -> tuple[str, ...]:
    first = role.ranking.places[0]
    return (
        str(role.label),
        gettext(" and ").join(labels[key] for key in first),
        percentage(max(role.ranking.chance_first[key] for key in first)),
        ", ".join(_reasons(role.ranking)) or gettext("no difference"),
    )


def _reasons(ranking: Ranking) -> list[str]:
    if len(ranking.options) < 2:
        return []
    parts = why(ranking).contributions.items()
    helps = [key for key, part in parts if part > 0][:_REASONS]
    return [small(label_of(key)) for key in helps]


def _agreement(weighing: Weighing) -> str:
    concordance = weighing.rankings.agreement.kendall_w
    if concordance is None:
        return ""
    return gettext(
        "How far the roles agree on the order: {agreement} of 100. With 100 all have the same "
        "order, with 0 there is no agreement at all.",
        agreement=number(100 * concordance),
    )


def _voices(weighing: Weighing, labels: dict[str, str]) -> list[str]:
    """How far the people within each role agree."""
    return [
        sentence
        for role in weighing.rankings.ranked
        for sentence in voices_sentences(weighing, role, labels)
    ]


def _on_average(weighing: Weighing) -> str:
    """Why the first choice of a role is not the option that is first most often, if so."""
    roles = [str(role.label) for role in weighing.rankings.ranked.values() if _often_another(role)]
    if not roles:
        return ""
    return gettext(
        "The first choice of a role is the option that is best on average over all futures. With "
        "these roles another option is first more often, but not best on average: {roles}.",
        roles=", ".join(roles),
    )


def _often_another(role: RoleRanking) -> bool:
    chances = role.ranking.chance_first
    return max(chances.values()) > max(chances[key] for key in role.ranking.places[0]) + _SAME


def _set_aside(weighing: Weighing, labels: dict[str, str]) -> str:
    if not weighing.set_aside:
        return ""
    return gettext(
        "Not ranked: {options}. That does not answer the question of the cut.",
        options=", ".join(labels[key] for key in weighing.set_aside),
    )


def _examples(weighing: Weighing) -> str:
    if not any(role.example for role in weighing.rankings.ranked.values()):
        return ""
    return gettext(
        "The weights of roles that gave none are an example. No source supports them. "
        "Let each role give its own weights before you use this ranking."
    )


def _left_out(weighing: Weighing) -> str:
    ranked = weighing.rankings.ranked.values()
    missing = dict.fromkeys(key for role in ranked for key in role.left_out)
    if not missing:
        return ""
    return gettext(
        "Not counted, because nobody has judged the options on them yet: {criteria}.",
        criteria=", ".join(small(label_of(key)) for key in missing),
    )
