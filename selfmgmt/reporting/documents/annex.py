"""What was filled in on an instrument of practice as a Word document: a draft for a person."""

from html import escape

from selfmgmt.case import Case
from selfmgmt.language import current_language, gettext
from selfmgmt.practice import find_instrument
from selfmgmt.reporting.documents.extra import library
from selfmgmt.reporting.documents.office import whole_file
from selfmgmt.reporting.documents.word import WordDocument
from selfmgmt.views.practice import reported_bodies, result_of
from selfmgmt.views.practice_annex import annex_table
from selfmgmt.views.practice_tables import practice_table
from selfmgmt.views.tables import Table
from selfmgmt.views.words.practice import finding_sentences, law_sentences

_DECIDES = "who_decides"


def practice_annex(case: Case, key: str) -> bytes:
    """The document of one instrument: what stands out, the table, and what to mind.

    Of who decides what it is a draft of the annex to a mandate decree.

    Raises:
        InputError: There is no such instrument, or this computer cannot make Word documents.
    """
    library("docx", "docx")
    instrument = find_instrument(key)
    result = result_of(case, key)
    is_annex = instrument.rule == _DECIDES
    title = gettext("Draft annex to the mandate decree") if is_annex else str(instrument.title)
    table = annex_table if is_annex else practice_table
    document = WordDocument(title=title, language=current_language())
    document.words(case.name, "Subtitle")
    document.words(_draft(is_annex), "Quote")
    for body in reported_bodies(instrument, result, case):
        _table(document, table(instrument, result, body))
    add_list(document, gettext("What stands out"), finding_sentences(instrument, result))
    add_list(document, gettext("What the law fixes"), law_sentences(instrument))
    add_list(document, gettext("Mind this"), [str(words) for words in instrument.cautions])
    add_list(document, gettext("Made after"), list(instrument.sources))
    return whole_file(document.save)


def _draft(is_annex: bool) -> str:
    if not is_annex:
        return gettext("A draft: a person finishes it and decides on it.")
    return gettext(
        "A draft: a lawyer checks it, and the executive, or who else has the power, adopts it. A "
        "mandate is given per power, with its legal basis; this table helps to draw that up."
    )


def _table(document: WordDocument, table: Table) -> None:
    from lxml import html  # type: ignore[import-untyped]

    kinds = ["", *("words" if head in table.words else "figure" for head in table.heads[1:])]
    lines = [
        "".join(_cell(words, kind) for words, kind in zip(line, kinds, strict=True))
        for line in (table.heads, *table.rows)
    ]
    rows = [html.fragment_fromstring(f"<tr>{cells}</tr>") for cells in lines]
    document.caption(gettext("Table"), table.caption)
    document.table(rows, table.caption)


def _cell(words: str, kind: str) -> str:
    return f'<td class="{kind}">{escape(words)}</td>' if kind else f"<td>{escape(words)}</td>"


def add_list(document: WordDocument, title: str, sentences: list[str]) -> None:
    """A heading and a list under it; nothing without a sentence."""
    from lxml import html

    if sentences:
        document.heading(html.fragment_fromstring(f"<h2>{escape(title)}</h2>"), 1)
        items = [html.fragment_fromstring(f"<li>{escape(words)}</li>") for words in sentences]
        document.list_items(items, "List Bullet")
