"""Who decides what as the table of an annex to a mandate decree: one line per decision."""

from collections.abc import Mapping

from selfmgmt.language import gettext
from selfmgmt.practice import Instrument, PracticeResult
from selfmgmt.practice.cells import Answer
from selfmgmt.practice.who_decides import deciders
from selfmgmt.views.tables import Table
from selfmgmt.views.words.practice import body_label, column_label, row_label

_NOBODY = "–"


def annex_table(instrument: Instrument, result: PracticeResult, body: str) -> Table:
    """Of each decision who decides, who is heard before, who is told, and the article.

    Args:
        instrument: That of who decides what.
        result: Its result.
        body: The body whose table it is: that of what was agreed, or a draft of one body.
    """
    rows: dict[str, dict[str, Answer]] = {}
    for line in result.records:
        if line["body"] == body:
            rows.setdefault(line["row"], {})[line["column"]] = line["answer"]
    heads = (
        str(instrument.row_name),
        gettext("Decides"),
        gettext("Is heard before"),
        gettext("Is told"),
        gettext("Law"),
    )
    return Table(
        caption=f"{instrument.title} {body_label(instrument, body)}",
        heads=heads,
        rows=tuple(_line(instrument, row, cells) for row, cells in rows.items()),
        words=heads[1:],
    )


def _line(instrument: Instrument, row: str, cells: Mapping[str, Answer]) -> tuple[str, ...]:
    who = deciders(instrument, cells)
    rest = {key: level for key, level in cells.items() if key not in who}
    consulted = [key for key, level in rest.items() if _is_consulted(level)]
    informed = [key for key in rest if key not in consulted]
    together = int(instrument.settings["together"])
    only_together = bool(who) and all(cells[key] == together for key in who)
    decides = _names(instrument, who)
    articles = dict.fromkeys(lock.article for lock in instrument.locks if lock.row == row)
    return (
        row_label(instrument, row),
        gettext("{names}, together", names=decides) if only_together else decides,
        _names(instrument, consulted),
        _names(instrument, informed),
        "; ".join(articles) or _NOBODY,
    )


def _is_consulted(level: Answer) -> bool:
    """Whether somebody at this level is consulted or has to agree."""
    return isinstance(level, int | float) and level >= 3


def _names(instrument: Instrument, keys: tuple[str, ...] | list[str]) -> str:
    return ", ".join(column_label(instrument, key) for key in keys) or _NOBODY
