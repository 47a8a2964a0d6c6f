"""Every word on the page of weighing, in the language of the reader; it fills in ``{name}``."""

from selfmgmt.language import gettext


def weigh_words() -> dict[str, str]:
    """What stands on the page of weighing."""
    return {
        **_step_words(),
        **_counting_words(),
        **_judging_words(),
        **_asking_words(),
        **_order_words(),
        **_everyone_words(),
    }


def _step_words() -> dict[str, str]:
    return {
        "tool": gettext("Which option, for whom?"),
        "role": gettext("Who weighs?"),
        "person": gettext("Which person?"),
        "person_note": gettext(
            "Each person has a letter and no name. The weights of the role are the mean of all."
        ),
        "person_of": gettext("Person {letter}"),
        "add": gettext("Add a person"),
        "drop": gettext("Delete the answers of person {letter}"),
        "steps": gettext("Steps"),
        "step_count": gettext("What counts"),
        "step_ask": gettext("How much"),
        "step_follow": gettext("What follows"),
        "to_ask": gettext("Next: how much it counts"),
        "to_follow": gettext("Next: what follows"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
        "numbers": gettext("The numbers of this chart"),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }


def _counting_words() -> dict[str, str]:
    return {
        "criteria": gettext("What counts for you?"),
        "criteria_note": gettext(
            "Take away what does not count for you. Each line runs from the worst to the best that "
            "we allow for; the weights are about that whole step."
        ),
        "unjudged": gettext("(not judged yet)"),
        "scale": gettext("worst {worst}, best {best}; {unit}"),
    }


def _judging_words() -> dict[str, str]:
    return {
        "judgements_short": gettext("What you judge yourselves ({ready} of {all} ready)"),
        "judgements_note": gettext(
            "The model does not compute these. Give each option 0 to 100 points, or a range such "
            "as 50 to 70. A criterion counts as soon as every option in the order has points."
        ),
        "judged": gettext("{count} of {all} judged"),
        "own_criterion": gettext("Add a criterion of your own"),
        "own_note": gettext(
            "Name something that residents, staff or the budget get out of it, and say what you "
            "see at 0, 50 and 100 points. It stays in the case and counts like the others."
        ),
        "add_criterion": gettext("Add this criterion"),
        "own_words": gettext("Change or delete: {criterion}"),
        "keep_words": gettext("Keep these words"),
        "delete": gettext("Delete this criterion"),
    }


def _asking_words() -> dict[str, str]:
    return {
        "questions": gettext("How much does each step count for you?"),
        "other_way": gettext("Answer in another way"),
        "method": gettext("How?"),
        "field": gettext("{criterion}, points"),
        "points": gettext("points"),
        "share": gettext("counts for {share}"),
        "up": gettext("{criterion}: more important"),
        "down": gettext("{criterion}: less important"),
        "up_short": gettext("Up"),
        "down_short": gettext("Down"),
        "keep": gettext("This is my order"),
        "choose": gettext("Choose"),
        "to_go": gettext("{count} answers to go."),
        "one_to_go": gettext("One answer to go."),
        "no_points": gettext("Nothing has points yet. Start with the step that matters most."),
        "no_order": gettext("This order is nobody's yet. Move what must move, then confirm it."),
        "stale": gettext("These are the weights of the last answers that were complete."),
        "result": gettext("The weights that follow, for person {letter}"),
        "criterion": gettext("Criterion"),
        "weight": gettext("Weight"),
        "uncounted": gettext("does not count here"),
    }


def _order_words() -> dict[str, str]:
    return {
        "standing": gettext("The order: {role}"),
        "standing_note": gettext(
            "Dot: on average. Band: 8 in 10 possible futures. 100 is best on all that counts."
        ),
        "standing_alt": gettext(
            "{place}. {option}: {middle} ({low} to {high}), first in {chance} of the futures"
        ),
        "first_in": gettext("first in {chance}"),
        "why": gettext("Why {first} comes before {second}"),
        "why_note": gettext("To the right: a plus for {first}. To the left: a plus for {second}."),
        "nothing": gettext(
            "There is nothing to choose between yet. Put at least two options in the case."
        ),
        "believe": gettext("What must you believe?"),
        "respondents": gettext("Where people differ: {role}"),
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
        "rank": gettext("Place"),
        "value": gettext("Value (range)"),
        "chance": gettext("First in"),
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


def method_words() -> list[dict[str, str]]:
    """Each method, and what it asks; the first is that of a new person."""
    return [
        {
            "key": "swing",
            "label": gettext("Points for the step from worst to best (swing)"),
            "help": gettext(
                "Imagine that everything is at its worst. Which step to the best would you take "
                "first? Give it 100 points. Give the other steps points in proportion."
            ),
        },
        {
            "key": "order",
            "label": gettext("Only an order"),
            "help": gettext(
                "Put the step that matters most on top. The weights are then the middle of all "
                "weights in that order."
            ),
        },
        {
            "key": "best_worst",
            "label": gettext("Most and least important against the rest (best-worst)"),
            "help": gettext(
                "Choose what matters most and what matters least. Then say how many times as "
                "important, from 1 (equal) to 9 (extremely more)."
            ),
        },
        {
            "key": "pairs",
            "label": gettext("All in pairs (AHP)"),
            "help": gettext(
                "Of each two, say which matters more and how many times. With many criteria this "
                "is a lot of questions, so take away what does not count first."
            ),
        },
        {
            "key": "points",
            "label": gettext("Points directly"),
            "help": gettext("Give each criterion points. Only the proportions count."),
        },
    ]
