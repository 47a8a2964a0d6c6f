"""Every word on the page of weights, in the language of the reader; it fills in ``{name}``."""

from selfmgmt.language import gettext


def elicit_words() -> dict[str, str]:
    """What stands on the page of weights."""
    return {**_asking_words(), **_outcome_words()}


def _asking_words() -> dict[str, str]:
    return {
        "tool": gettext("How you come to weights"),
        "role": gettext("Who weighs?"),
        "person": gettext("Which person?"),
        "person_note": gettext(
            "Each person has a letter and no name. The weights of the role are the mean of all."
        ),
        "person_of": gettext("Person {letter}"),
        "add": gettext("Add a person"),
        "drop": gettext("Delete the answers of person {letter}"),
        "method": gettext("How?"),
        "criteria": gettext("What counts"),
        "criteria_note": gettext(
            "Take away what does not count for you. The fewer criteria, the fewer questions."
        ),
        "unjudged": gettext("(not judged yet)"),
        "questions": gettext("Your answers"),
        "field": gettext("{criterion}, points"),
        "up": gettext("{criterion}: more important"),
        "down": gettext("{criterion}: less important"),
        "up_short": gettext("Up"),
        "down_short": gettext("Down"),
        "keep": gettext("This is my order"),
        "choose": gettext("Choose"),
        "to_go": gettext("{count} answers to go."),
        "one_to_go": gettext("One answer to go."),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }


def _outcome_words() -> dict[str, str]:
    return {
        "result": gettext("The weights that follow, for person {letter}"),
        "stale": gettext("These are the weights of the last answers that were complete."),
        "waiting": gettext("The weights stand here as soon as all answers are there."),
        "criterion": gettext("Criterion"),
        "weight": gettext("Weight"),
        "uncounted": gettext("does not count here"),
        "order": gettext("The order that follows"),
        "order_none": gettext(
            "This person gives weight only to what nobody has judged yet. So there is no order."
        ),
        "place": gettext("Place"),
        "option": gettext("Option"),
        "value": gettext("Value, of 100"),
        "chance": gettext("First in"),
        "group": gettext("All people of {role}"),
        "group_order": gettext("The order by the mean of their weights"),
        "numbers": gettext("The numbers of this chart"),
    }


def method_words() -> list[dict[str, str]]:
    """Each method, and what it asks."""
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
