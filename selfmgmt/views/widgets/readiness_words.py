"""Every word on the page of readiness, in the language of the reader."""

from selfmgmt.language import gettext
from selfmgmt.readiness.instrument import load_instrument


def readiness_words() -> dict[str, str]:
    """The words by their place on the page; ``{name}`` in them is filled in by the page."""
    return {**_own_words(), **_survey_words(), **_found_words(), **_yardstick_words()}


def _own_words() -> dict[str, str]:
    return {
        "tool": gettext("Is the organisation ready?"),
        "own": gettext("Your own assessment"),
        "own_note": gettext(
            "Judge together, from 1 (not at all) to 5 (fully). Are you not sure, or do you differ? "
            "Write a range, such as 2 to 4. Leave open what you do not know."
        ),
        "survey_scores": gettext(
            "These scores come from a survey. If you change one, all of them count as your own "
            "assessment. You can undo that."
        ),
        "low_end": gettext("not at all"),
        "high_end": gettext("fully"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
        "standing": gettext("How do we know, and what is weakest?"),
        "effect": gettext("What does it bring to get ready first?"),
        "busy": gettext("Calculating …"),
        "numbers": gettext("The numbers of this chart"),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }


def _survey_words() -> dict[str, str]:
    return {
        "ask": gettext("Ask people: the readiness scan"),
        "ask_note": gettext(
            "The scan has {count} sentences and takes ten minutes. Nobody fills in a name. Choose "
            "how you ask:",
            count=len(load_instrument().items),
        ),
        "ready": gettext("{file} is in your downloads."),
        "read": gettext("Read the answers"),
        "read_note": gettext(
            "Choose the file of your survey tool. It is read on the computer where this page "
            "runs. Answers of people are not kept and not shown, and groups that are too small "
            "stay out of sight."
        ),
        "answers": gettext("File with answers (.csv, .xlsx or .ods)"),
        "invited": gettext("How many people were asked in all?"),
        "invited_help": gettext("A whole number. Without it the response is not known."),
        "people": gettext("If you have it: how many people each team and role has"),
        "people_help": gettext(
            "A .csv or .xlsx file with two columns: the name of a team or role, and its number "
            "of people."
        ),
        "earlier": gettext("If there was one: answers of an earlier measurement"),
        "show": gettext("Show what it says"),
        "example": gettext("Show an example with made-up answers"),
        "close": gettext("Put these results away"),
        "too_large": gettext(
            "These files are larger than 7 MB together. Use the command selfmgmt readiness."
        ),
        "no_file": gettext("Choose a file with answers first."),
        "reading": gettext("Reading …"),
    }


def _found_words() -> dict[str, str]:
    return {
        "results": gettext("What the answers say"),
        "made_up": gettext("Made-up example"),
        "made_up_note": gettext(
            "These answers are made up by a computer. They say nothing about any municipality and "
            "cannot be put in your case."
        ),
        "keep": gettext("Put these scores in the case"),
        "kept": gettext("These scores are in the case."),
        "drawing": gettext("The pictures are being drawn …"),
    }


def _yardstick_words() -> dict[str, str]:
    return {
        "team": gettext("For one team: the team yardstick"),
        "team_private": gettext(
            "What you fill in below stays in this window. It is not sent, not kept and not in the "
            "case."
        ),
        "team_lay": gettext("Lay the sheets of your team side by side"),
        "team_lay_note": gettext(
            "Write for each subject which sentence each member ticked, 1 to 4, such as 1 2 2 4. "
            "If your team kept its sheets of last time, write these below it."
        ),
        "team_fault": gettext("Use only 1, 2, 3 and 4, with a space between them."),
        "team_count": gettext("{count} × {sentence}"),
        "team_talk": gettext("Talk about this first"),
        "team_apart": gettext("{subject}: {steps} apart"),
        "team_alike": gettext("All members ticked the same sentences."),
        "team_before": gettext("{subject}, last time"),
        "team_since": gettext("Since last time"),
        "team_moved": gettext("{subject}: last time most ticked {before}, now {now}"),
        "team_same": gettext("On each subject most ticked the same sentence as last time."),
        "team_first": gettext(
            "The result goes to the team first. The team decides whether others see it. Do not "
            "compare teams with it."
        ),
    }
