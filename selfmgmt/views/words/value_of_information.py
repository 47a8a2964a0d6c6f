"""Which figures are worth knowing, and on which the choice of a role turns."""

from collections.abc import Mapping

from selfmgmt.analysis.choice import OpenChoice
from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.turning import FigureTurn
from selfmgmt.language import gettext, small
from selfmgmt.numbers import number
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.tables import Table
from selfmgmt.views.words.quantities import quantity_in_words, quantity_title

Choices = Mapping[str, OpenChoice]
_FIGURES = 5  # that are told
_FIRST = 3
_SEEN = 0.003  # of all value; less may be chance
_CHANGES = 0.005  # of all cases; less is 0% in whole per cents
_WHOLE = 0.01  # of all value: from here on whole points are enough


def information_sentences(choices: Choices, comparison: Comparison) -> list[str]:
    """For whom knowing more could change the choice, and which own figures to fill in first."""
    if not choices:
        return []
    clear = [small(str(labels_of_all()[role])) for role, choice in choices.items() if choice.clear]
    still_open = {role: choice for role, choice in choices.items() if not choice.clear}
    lines = []
    if clear:
        lines.append(
            gettext(
                "With these weights the choice hardly depends on how the figures of the model turn "
                "out, for: {roles}. For them no figure is worth waiting for.",
                roles=", ".join(clear),
            )
        )
    lines += [_room(role, choice) for role, choice in still_open.items()]
    if still_open:
        lines.append(_fill_in(comparison))
        if not any(choice.turns for choice in still_open.values()):
            lines.append(gettext("There is no figure on which a choice turns by itself."))
    return lines


def _room(role: str, choice: OpenChoice) -> str:
    return gettext(
        "{role}: knowing everything would make the choice about {points} of 100 points better on "
        "average. No single figure is worth more than that.",
        role=str(labels_of_all()[role]),
        points=_points(choice.all_known),
    )


def _fill_in(comparison: Comparison) -> str:
    """The figures that the user could give and that could change a choice: the list of page 1."""
    moves = comparison.fill_in_first
    best = [key for key, share in moves.items() if share >= _CHANGES][:_FIRST]
    if not best:
        return gettext(
            "None of the figures that you can still fill in changes a choice by itself. They do "
            "make the ranges smaller."
        )
    return gettext(
        "Begin with what you can fill in yourself and what can change a choice: {figures}.",
        figures=", ".join(small(quantity_title(key)) for key in best),
    )


def information_table(choices: Choices) -> Table:
    """The figures most worth knowing, for whom, and how much."""
    return Table(
        caption=gettext(
            "What it is worth to know a figure before choosing (less than {least} is left out)",
            least=number(100 * _SEEN, 1),
        ),
        heads=(gettext("Figure"), gettext("Most for"), gettext("About how many points of 100")),
        words=(gettext("Most for"),),
        rows=tuple(
            (quantity_title(key), str(labels_of_all()[role]), _points(value))
            for key, (role, value) in list(_highest_value(choices).items())[:_FIGURES]
        ),
    )


def _highest_value(choices: Choices) -> dict[str, tuple[str, float]]:
    """Figure to the role that gains most by knowing it, and how much; most worth first."""
    most: dict[str, tuple[str, float]] = {}
    for role, choice in choices.items():
        for key, value in choice.worth.items():
            if value >= max(_SEEN, most.get(key, ("", 0.0))[1]):
                most[key] = (role, value)
    return dict(sorted(most.items(), key=lambda item: -item[1][1]))


def turn_table(choices: Choices, labels: Mapping[str, str]) -> Table:
    """For each role the figures on which its choice turns, those most worth knowing first."""
    return Table(
        caption=gettext("Figures on which a choice turns"),
        heads=(
            gettext("Role"),
            gettext("Figure"),
            gettext("Turns at about"),
            gettext("Best below that"),
            gettext("Best above that"),
        ),
        words=(
            gettext("Figure"),
            gettext("Turns at about"),
            gettext("Best below that"),
            gettext("Best above that"),
        ),
        rows=tuple(
            (
                str(labels_of_all()[role]),
                quantity_title(turn.figure),
                quantity_in_words(turn.figure, turn.value),
                labels[turn.below],
                labels[turn.above],
            )
            for role, choice in choices.items()
            for turn in _foremost(choice)
        ),
    )


def _foremost(choice: OpenChoice) -> list[FigureTurn]:
    return sorted(choice.turns, key=lambda turn: -choice.worth.get(turn.figure, 0))[:_FIRST]


def _points(value: float) -> str:
    """Value in points of 100, in no more digits than the draws support."""
    return number(100 * value, 0 if value >= _WHOLE else 1)
