"""An instrument of practice on paper: one page of HTML that prints well on A4."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from selfmgmt import readiness
from selfmgmt.case import Case
from selfmgmt.language import current_language, gettext
from selfmgmt.practice import Answers, Instrument, find_instrument
from selfmgmt.practice.answers import with_fixed
from selfmgmt.practice.cells import answer_text
from selfmgmt.practice.instrument import Column
from selfmgmt.practice.moments import tables_now
from selfmgmt.views.words.practice import body_label, column_label, row_label

_STYLE = Path(readiness.__file__).with_name("paper.css")
_BOX = "☐"
_EMPTY_ROWS = 5
_WIDE_FROM = 5  # columns; a sheet with as many is turned


def practice_form(case: Case, key: str) -> bytes:
    """The form of an instrument, a page for each body, with what was filled in already.

    Raises:
        InputError: There is no such instrument.
    """
    instrument = find_instrument(key)
    given = tables_now(case.practice.get(key, {}))
    bodies = dict.fromkeys([*instrument.bodies, *given]) or {"": None}
    pages = [
        "".join(_page(instrument, body, with_fixed(instrument, given.get(body, {}))))
        for body in bodies
    ]
    style = _STYLE.read_text(encoding="utf-8") + _layout(instrument)
    return (
        f'<!doctype html>\n<html lang="{current_language()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{_text(instrument.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"{''.join(pages)}</body>\n</html>\n"
    ).encode()


def _layout(instrument: Instrument) -> str:
    turned = "@page { size: A4 landscape; }\nbody { max-width: 270mm; }\n"
    wide = len(instrument.columns) >= _WIDE_FROM or instrument.own_columns
    return (turned if wide else "") + (
        "table { break-inside: auto; } tr { break-inside: avoid; height: 9mm; }\n"
        "td { overflow-wrap: anywhere; hyphens: auto; }\n"
        "th.group { background: none; padding-top: 3mm; }\n"
        "thead th:first-child { width: 34%; } thead th { width: auto; }\n"
    )


def _page(instrument: Instrument, body: str, answers: Answers) -> Iterator[str]:
    """The sheet of one body; levels that each person gives become boxes to tick."""
    new = "" if body in list(instrument.bodies)[:1] else ' class="new-page"'
    name = _text(body_label(instrument, body))
    yield f"<section{new}>\n<h1>{_text(instrument.title)}</h1>\n"
    yield f"<p>{_text(instrument.purpose)}</p>\n"
    yield f"<p><strong>{name}</strong>. {_text(instrument.who)}</p>\n"
    levels = "".join(f"<li>{_text(level)}</li>\n" for level in instrument.levels)
    yield f"<ol>\n{levels}</ol>\n" if levels else ""
    yield from _table(instrument, body, name, answers)
    cautions = "".join(f"<li>{_text(words)}</li>\n" for words in instrument.cautions)
    yield f"<ul>\n{cautions}</ul>\n</section>\n" if cautions else "</section>\n"


def _table(instrument: Instrument, body: str, name: str, answers: Answers) -> Iterator[str]:
    columns = {key: column for key, column in instrument.columns.items() if column.asks(body)}
    own = instrument.own_columns
    boxes = len(instrument.levels) if own and own.asks(body) and own.kind == "level" else 0
    heads = [_head(instrument, key, column) for key, column in columns.items()]
    heads = [_text(instrument.row_name), *heads, *map(str, range(1, boxes + 1))]
    yield f"<table>\n<caption>{name}</caption>\n<thead>\n<tr>"
    yield "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield "</tr>\n</thead>\n<tbody>\n"
    group = ""
    for row, cells in answers.items():
        if (here := _group(instrument, row)) != group:
            group = here
            yield f'<tr><th scope="rowgroup" class="group" colspan="{len(heads)}">{_text(group)}'
            yield "</th></tr>\n"
        filled = [answer_text(instrument, key, cells.get(key)) for key in columns]
        yield f'<tr><th scope="row">{_row(instrument, row)}</th>'
        yield "".join(f"<td>{_text(words)}</td>" for words in filled)
        yield f'<td class="box">{_BOX}</td>' * boxes + "</tr>\n"
    empty = '<tr><th scope="row"></th>' + "<td></td>" * (len(columns) + boxes) + "</tr>\n"
    yield empty * min(instrument.own_rows, _EMPTY_ROWS)
    yield "</tbody>\n</table>\n"


def _head(instrument: Instrument, key: str, column: Column) -> str:
    """What a column is called, and what may be filled in below it."""
    limits = instrument.limits(column)
    differs = any(row.choices for row in instrument.rows.values())
    choices = "" if differs else " / ".join(map(str, column.choices.values()))
    yes_no = gettext("yes or no") if column.kind == "yes_no" else ""
    allowed = limits.words() if limits and column.kind != "level" else choices or yes_no
    small = f"<br><small>{_text(allowed)}</small>" if allowed else ""
    return f"{_text(column_label(instrument, key))}{small}"


def _group(instrument: Instrument, row: str) -> str:
    """Under which heading a row stands; none for one that was added."""
    facts = instrument.rows.get(row)
    return str(facts.group) if facts and facts.group else ""


def _row(instrument: Instrument, row: str) -> str:
    """What a row is called, with the law beside it, and the choices that fit it alone."""
    facts = instrument.rows.get(row)
    columns = instrument.columns if facts and facts.choices else ()
    choices = dict.fromkeys(
        str(words) for column in columns for words in instrument.choices(row, column).values()
    )
    own = f"<br><small>{_text(' / '.join(choices))}</small>" if choices else ""
    articles = dict.fromkeys(lock.article for lock in instrument.locks if lock.row == row)
    law = f" <small>({_text('; '.join(articles))})</small>" if articles else ""
    return f"{_text(row_label(instrument, row))}{law}{own}"


def _text(words: object) -> str:
    return escape(str(words))
