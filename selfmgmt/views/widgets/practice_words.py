"""What stands on the page of an instrument of practice, in the language of the reader."""

from selfmgmt.language import gettext


def practice_words() -> dict[str, str]:
    """The words of the page; it fills in ``{name}``."""
    return {**_sheet(), **_model(), **_again(), **_files()}


def _sheet() -> dict[str, str]:
    return {
        "tool": gettext("Fill in together, and apart"),
        "instruments": gettext("What is it about?"),
        "bodies": gettext("Who fills this in?"),
        "only_here": gettext(
            "The table holds only what this body filled in. Below it you see where you differ."
        ),
        "cell": gettext("{row}, {column}"),
        "yes": gettext("yes"),
        "no": gettext("no"),
        "levels": gettext("What the levels mean"),
        "law": gettext("Fixed by law"),
        "fixed": gettext("{value}, fixed by law"),
        "differs": gettext("the bodies differ"),
        "found": gettext("What stands out"),
        "nothing": gettext("Nothing stands out yet. Fill in some rows first."),
        "more": gettext("{count} more"),
        "picture": gettext("Picture"),
        "show_picture": gettext("Show the picture"),
        "no_picture": gettext("There is nothing to draw yet for this body."),
        "numbers": gettext("The numbers of this chart"),
        "add": gettext("Add"),
        "first_row": gettext("Nothing stands here yet; begin with the field below."),
        "first_body": gettext("Begin with a name here; then the sheet opens."),
        "cautions": gettext("Mind this"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }


def _model() -> dict[str, str]:
    return {
        "model": gettext("What it means for the model"),
        "model_note": gettext(
            "These figures follow from what was filled in. They count for an option only when you "
            "use them there. You can undo that."
        ),
        "check": gettext("Check against the design of"),
        "no_option": gettext("no option"),
        "cover_note": gettext(
            "The model takes this for the whole organisation. Use it only when these teams are a "
            "fair sample of the work."
        ),
        "use_cover": gettext("Put this chance into my case"),
        "use": gettext("Use these figures in {option}"),
    }


def _again() -> dict[str, str]:
    return {
        "take_over": gettext("Take over what all filled in alike ({count})"),
        "again": gettext("Fill in again"),
        "again_note": gettext(
            "The answers of now are kept under the date of today. After that you see what changed."
        ),
        "earlier": gettext("Kept: the answers of {dates}."),
    }


def _files() -> dict[str, str]:
    return {
        "save": gettext("Take along"),
        "form.html": gettext("Form on paper"),
        ".xlsx": gettext("Table for Excel"),
        ".csv": gettext("Table as CSV"),
        "annex.docx": gettext("Annex for Word"),
        "calendar.ics": gettext("Roadmap for your calendar"),
        "steps.xlsx": gettext("Roadmap as a workbook"),
        "register.json": gettext("Draft for the algorithm register, as JSON"),
        "register.docx": gettext("Draft for the algorithm register"),
        "ready": gettext("{file} is ready."),
    }
