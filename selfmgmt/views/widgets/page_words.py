"""Every word on the pages with a form, in the language of the reader; pages fill in ``{name}``."""

from selfmgmt.language import gettext


def baseline_words() -> dict[str, str]:
    """What stands on the page of own figures."""
    return {
        "tool": gettext("Figures of your own"),
        "intro": gettext(
            "Fill in what you know. Leave open what you do not know: then the estimate counts. "
            "You may write 312,5 or 12% or € 1,2 mln, and a range as 300 to 330."
        ),
        "expected": gettext("Without your figure: {figure}"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
        "effect": gettext("What your figures bring"),
        "effect_note": gettext(
            "The range of the net saving per year: 8 in 10 possible futures lie within it."
        ),
        "public_bar": gettext("without your figures"),
        "own_bar": gettext("with your figures"),
        "effect_alt": gettext("{option}: {public} without your figures, {own} with them."),
        "effect_alt_public": gettext("{option}: {public} without your figures."),
        "option": gettext("Option"),
        "numbers": gettext("The numbers of this chart"),
        "no_options": gettext(
            "The case has no options yet. So there is no saving to show the range of."
        ),
        "first": gettext("Look this up first"),
        "fill_in": gettext("Fill in"),
        "busy": gettext("Calculating …"),
        "who": gettext("Who is it about?"),
        "beside": gettext("Beside other municipalities, and over the years"),
        "beside_note": gettext(
            "Municipalities file these figures with the CBS themselves. A difference may come "
            "from other work or from another way of booking."
        ),
        "show_beside": gettext("Show the comparison"),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }


def choose_words() -> dict[str, str]:
    """What stands on the page of choosing."""
    return {**_weighing_words(), **_order_words(), **_judging_words(), **_everyone_words()}


def _weighing_words() -> dict[str, str]:
    return {
        "tool": gettext("Which option, for whom?"),
        "role": gettext("Who weighs?"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
        "example": gettext("These points are an example. No source supports them."),
        "own": gettext("These are points of your own."),
        "to_example": gettext("Back to the example points"),
        "weights": gettext("What counts, and how much?"),
        "weights_note": gettext(
            "Give 100 points to the step from worst to best that matters most. Give the other "
            "steps points in proportion. 0 points: it does not count."
        ),
        "field": gettext("{criterion}, points"),
        "share": gettext("counts for {share}"),
        "uncounted": gettext("does not count here"),
    }


def _order_words() -> dict[str, str]:
    return {
        "standing": gettext("The order for {role}"),
        "standing_note": gettext(
            "Dot: on average. Band: 8 in 10 possible futures. 100 is best on all that counts."
        ),
        "standing_alt": gettext(
            "{place}. {option}: {middle} ({low} to {high}), first in {chance} of the futures"
        ),
        "first_in": gettext("first in {chance}"),
        "why": gettext("Why {first} comes before {second}"),
        "why_note": gettext("To the right: a plus for {first}. To the left: a plus for {second}."),
        "numbers": gettext("The numbers of this chart"),
        "nothing": gettext(
            "There is nothing to choose between yet. Put at least two options in the case."
        ),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }


def _judging_words() -> dict[str, str]:
    return {
        "believe": gettext("What must you believe?"),
        "judgements": gettext("What you judge yourselves"),
        "judgements_note": gettext(
            "The model does not compute these. Give each option 0 to 100 points, or a range such "
            "as 50 to 70. A criterion counts as soon as every option in the order has points."
        ),
        "judged": gettext("{count} of {all} judged"),
        "points": gettext("points"),
        "own_criterion": gettext("Add a criterion of your own"),
        "own_note": gettext(
            "Name something that residents, staff or the budget get out of it, and say what you "
            "see at 0, 50 and 100 points. It stays in the case and counts like the others."
        ),
        "add": gettext("Add this criterion"),
        "own_words": gettext("Change or delete: {criterion}"),
        "keep": gettext("Keep these words"),
        "delete": gettext("Delete this criterion"),
    }


def _everyone_words() -> dict[str, str]:
    return {
        "everyone": gettext("All roles beside each other"),
        "everyone_note": gettext(
            "The place of each option; 1 is the first choice. Between brackets: in how many of "
            "the possible futures it comes first. Choose a role to see its order above."
        ),
        "example_short": gettext("(example)"),
        "who": gettext("Role"),
        "wanted": gettext("First choice"),
        "counts_here": gettext("Counts for this role"),
        "counts_there": gettext("Counts for the other"),
        "option": gettext("Option"),
        "place": gettext("Place"),
        "value": gettext("Value (range)"),
        "chance": gettext("First in"),
        "criterion": gettext("Criterion"),
        "difference": gettext("Difference"),
        "agreement": gettext("How far do the roles agree?"),
        "divides": gettext("What divides {role} from the others"),
        "picture": gettext("A picture for a document"),
        "make_picture": gettext("Make the picture"),
        "picture_note": gettext(
            "A picture of all roles, to paste into a proposal or presentation. It takes a few "
            "seconds."
        ),
        "download": gettext("Save the picture"),
    }
