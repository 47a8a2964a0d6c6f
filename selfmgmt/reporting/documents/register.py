"""The draft for the algorithm register as a Word document, for a person to finish.

The texts are Dutch, which is all that the register takes; the words around them are the reader's.
"""

from html import escape

from selfmgmt.case import Case
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.numbers import number
from selfmgmt.practice.register import RegisterField, load_register
from selfmgmt.reporting.documents.extra import library
from selfmgmt.reporting.documents.office import whole_file
from selfmgmt.reporting.documents.word import WordDocument


def register_document(case: Case, _instrument: str = "") -> bytes:
    """Every field of the register: its draft, how long it may be, and what a person has to add.

    Raises:
        InputError: This computer cannot make Word documents.
    """
    library("docx", "docx")
    from lxml import html  # type: ignore[import-untyped]

    title = gettext("Draft for the algorithm register")
    document = WordDocument(title=title, language=current_language())
    document.words(case.name, "Subtitle")
    document.words(
        gettext(
            "A draft: a person reads every field, fills in what is open and publishes it. The "
            "lengths are those of the publication standard, version 1.0."
        ),
        "Quote",
    )
    for field in load_register().values():
        document.heading(html.fragment_fromstring(f"<h2>{escape(str(field.title))}</h2>"), 1)
        for line in _lines(field, case.name):
            document.words(line, "Normal")
        document.words(_length(field, case.name), "Quote")
    return whole_file(document.save)


def _lines(field: RegisterField, organisation: str) -> list[str]:
    """What stands in a field; when it is open, what a person may choose."""
    with speaking("nl"):
        draft = field.draft(organisation)
    if field.links:
        return [f"{title}: {link}" for title, link in field.links.items()]
    if draft:
        return list(draft) if isinstance(draft, list) else [draft]
    if field.choices:
        return [gettext("Still open; choose: {choices}.", choices=", ".join(field.choices))]
    return [gettext("Still open.")]


def _length(field: RegisterField, organisation: str) -> str:
    """How long it may be, and how long the draft is."""
    with speaking("nl"):
        draft = field.draft(organisation)
    most = number(field.most)
    if isinstance(draft, str):
        words = gettext("{used} of at most {most} characters.", used=number(len(draft)), most=most)
    else:
        words = gettext("At most {most} characters each.", most=most)
    return " ".join([words, *([gettext("Required.")] if field.required else [])])
