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
        document.words(_limits(field, case.name), "Quote")
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


def _limits(field: RegisterField, organisation: str) -> str:
    """What the standard allows in it, and how long the draft is."""
    with speaking("nl"):
        draft = field.draft(organisation)
    limits = []
    if field.most_title is not None:
        limits.append(gettext("A title: at most {most} characters.", most=number(field.most_title)))
    if field.links is not None and field.most is not None:
        limits.append(gettext("A link: at most {most} characters.", most=number(field.most)))
    elif field.most is not None:
        used, most = number(len(draft)), number(field.most)
        limits.append(gettext("{used} of at most {most} characters.", used=used, most=most))
    if field.most_values is not None:
        most, choices = number(field.most_values), ", ".join(field.choices)
        limits.append(gettext("At most {most} of: {choices}.", most=most, choices=choices))
    if field.required:
        limits.append(gettext("Required."))
    return " ".join(limits)
