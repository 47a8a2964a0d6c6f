"""How often each option comes first, or has each rank, when weights and futures vary."""

from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from selfmgmt.analysis.robustness import Robustness
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.charts.rows import fitted, row_axes, write_name, write_unit
from selfmgmt.views.figures import INK, PAPER, Chart, drawing
from selfmgmt.views.tables import Table

Labels = Mapping[str, str]
_TONES = ("#8fb9c9", "#f0dcc4", "#e9edf0", PAPER, "#c9dbe4", "#dcc3a3")
_ROOM = 8  # per cent of a bar that a letter with its share needs
_LINE = 0.19  # inches for a line of the key


def first_chart(robustness: Robustness, labels: Labels) -> Chart:
    """For each role, and for all together, how often each option comes first.

    Args:
        robustness: How firm the rankings are.
        labels: Option to its name.
    """
    letters = _letters(robustness.options)
    names = labels_of_all()
    shares = {str(names[key]): one.acceptability[:, 0] for key, one in robustness.roles.items()}
    if robustness.pooled is not None:
        shares[gettext("All roles, each an equal say")] = robustness.pooled[:, 0]
    title = gettext("How often each option comes first, when weights and futures vary")
    with drawing():
        figure, axes = _bars(list(shares), list(shares.values()), list(letters.values()))
        _key(figure, axes, [f"{letters[key]} = {labels[key]}" for key in robustness.options])
    return Chart(
        figure=figure,
        title=title,
        alt=_first_alt(robustness, labels),
        table=_first_table(shares, [labels[key] for key in robustness.options], title),
    )


def ranks_chart(
    acceptability: Floats, options: Sequence[str], labels: Labels, *, who: str
) -> Chart:
    """How often each option has each rank.

    Args:
        acceptability: Shape (options, ranks).
        options: Their keys, in the order of the rows.
        labels: Option to its name.
        who: For which role, in words.
    """
    ranks = [number(rank + 1) for rank in range(len(options))]
    title = gettext("{who}: how often each option has each place", who=who)
    names = [labels[key] for key in options]
    with drawing():
        figure, axes = _bars(names, list(acceptability), ranks)
        _key(figure, axes, [gettext("1 is the first place, 2 the second, and so on")])
    return Chart(
        figure=figure,
        title=title,
        alt=_ranks_alt(acceptability, names, who),
        table=Table(
            caption=title,
            heads=(
                gettext("Option"),
                *(gettext("Place {rank}", rank=rank) for rank in ranks),
            ),
            rows=tuple(
                (name, *map(percentage, row))
                for name, row in zip(names, acceptability.tolist(), strict=True)
            ),
        ),
    )


def _bars(names: Sequence[str], rows: Sequence[Floats], signs: Sequence[str]) -> tuple[Figure, Any]:
    """A bar of parts for each name, every part with its sign and share where there is room."""
    figure, axes = row_axes(max(len(names), 1))
    for row, (name, shares) in enumerate(zip(names, rows, strict=True)):
        write_name(axes, row, name)
        _bar(axes, row, 100 * shares, signs)
    axes.set_xlim(0, 100)
    axes.set_xticks(range(0, 101, 20))
    axes.grid(visible=False)
    write_unit(axes, gettext("percentage of the cases"))
    return figure, axes


def _bar(axes: Any, row: int, wide: Floats, signs: Sequence[str]) -> None:
    lefts = np.cumsum(wide) - wide
    tones = [_TONES[part % len(_TONES)] for part in range(len(wide))]
    axes.broken_barh(
        np.column_stack([lefts, wide]),
        (row - 0.21, 0.42),
        facecolors=tones,
        edgecolors=INK,
        lw=0.8,
    )
    for sign, left, share in zip(signs, lefts.tolist(), wide.tolist(), strict=True):
        if share >= _ROOM:
            words = f"{sign}: {number(share)}%" if share >= 2 * _ROOM else sign
            middle = left + share / 2
            axes.text(middle, row, words, ha="center", va="center", size=8.5, color=INK)


def _key(figure: Figure, axes: Any, lines: Sequence[str]) -> None:
    """The meaning of the signs, below the axis, with room of its own."""
    wide, high = figure.get_size_inches()
    figure.set_size_inches(wide, high + _LINE * (len(lines) + 0.5))
    words = "\n".join(fitted(line) for line in lines)
    axes.annotate(
        words, (0, 0), xycoords=axes.xaxis.label, xytext=(0, -5), textcoords="offset points",
        va="top", ha="left", color=INK, linespacing=1.35,
    )  # fmt: skip


def _letters(options: Sequence[str]) -> dict[str, str]:
    return dict(zip(options, ascii_uppercase, strict=False))


def _first_table(shares: Mapping[str, Floats], names: Sequence[str], caption: str) -> Table:
    return Table(
        caption=caption,
        heads=(gettext("Option"), *shares),
        rows=tuple(
            (name, *(percentage(float(line[row])) for line in shares.values()))
            for row, name in enumerate(names)
        ),
    )


def _first_alt(robustness: Robustness, labels: Labels) -> str:
    parts = [
        gettext(
            "{role}: {option}, in {share} of the cases",
            role=labels_of_all()[role],
            option=labels[robustness.options[int(one.acceptability[:, 0].argmax())]],
            share=percentage(float(one.acceptability[:, 0].max())),
        )
        for role, one in robustness.roles.items()
    ]
    return gettext("Which option comes first most often. {parts}.", parts="; ".join(parts))


def _ranks_alt(acceptability: Floats, names: Sequence[str], who: str) -> str:
    parts = [
        gettext("{option} in {share}", option=name, share=percentage(float(row[0])))
        for name, row in zip(names, acceptability, strict=True)
    ]
    return gettext(
        "{who}: in how many of the cases each option has the first place. {parts}.",
        who=who,
        parts="; ".join(parts),
    )
