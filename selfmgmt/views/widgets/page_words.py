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
        "why": gettext("Explanation and source"),
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
        "benchmark": gettext("Beside other municipalities, and over the years"),
        "benchmark_note": gettext(
            "Municipalities file these figures with the CBS themselves. A difference may come "
            "from other work or from another way of booking."
        ),
        "show_benchmark": gettext("Show the comparison"),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }
