"""The report of a session in words, tables and a picture."""

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number
from selfmgmt.scoring.roles import load_roles
from selfmgmt.teaching.answers import TABLE
from selfmgmt.teaching.ballot import BODY, fewest_people
from selfmgmt.teaching.experiments import PREFIX, load_experiments
from selfmgmt.teaching.outcome import Outcome
from selfmgmt.teaching.tally import Count
from selfmgmt.views.tables import Table

WEIGHTS = "weights"
_NEVER = "–"
TURNS = (_("before"), _("after"))


def opening_sentences(outcome: Outcome) -> list[str]:
    """Who answered what, without anybody's answers."""
    found = [gettext("No answer of a single person is in this report, and no name.")]
    for key, ballot in outcome.ballots.items():
        for turn in outcome.rounds(key):
            people = outcome.tallies[key, turn].people
            few = gettext("fewer than {floor}", floor=fewest_people())
            count = few if people is None else people
            sentence = _("“{ballot}”, round {round}: {count} people answered.")
            if ballot.by == "table":
                sentence = _("“{ballot}”, round {round}, tables that answered: {count}.")
            found.append(gettext(sentence, ballot=ballot.title, round=turn, count=count))
    return found


def change_table(outcome: Outcome, ballot: str) -> Table | None:
    """The middle half of the answers to each question, in the first and the last round."""
    visible = outcome.first_and_last(ballot)
    if not visible:
        return None
    columns = [{count.question: count for count in one.counts} for one in visible]
    title = str(outcome.ballots[ballot].title)
    return Table(
        caption=gettext("{ballot}: the middle, and between which answers half lie", ballot=title),
        heads=(gettext("Question"), *(gettext(TURNS[at]) for at in range(len(visible)))),
        rows=tuple(
            (str(question.label), *(_middle(column.get(key)) for column in columns))
            for key, question in outcome.ballots[ballot].questions.items()
            if key != BODY
        ),
    )


def _middle(count: Count | None) -> str:
    if count is None:
        return _NEVER
    low, middle, high = (number(value, 1) for value in count.quartiles)
    return f"{middle} {_between(low, high)}"


def _between(low: str, high: str) -> str:
    """A range that stays on one line."""
    return gettext("({low} to {high})", low=low, high=high).replace(" ", "\N{NO-BREAK SPACE}")


def moved_sentences(outcome: Outcome, ballot: str) -> list[str]:
    """Which question moved most between the first and the last round; this says little."""
    visible = outcome.first_and_last(ballot)
    if len(visible) < 2:
        return [gettext("There is one round to show, so nothing can be said of change.")]
    before, after = ({count.question: count for count in one.counts} for one in visible)
    moves = {
        key: after[key].quartiles[1] - before[key].quartiles[1] for key in before if key in after
    }
    moved = sorted((key for key in moves if moves[key]), key=lambda key: -abs(moves[key]))
    labels = {key: before[key].label for key in moved}
    found = [
        gettext(
            "Moved most: {question}, from {before} to {after} in the middle.",
            question=labels[key],
            before=number(before[key].quartiles[1], 1),
            after=number(after[key].quartiles[1], 1),
        )
        for key in moved[:1]
    ]
    found.append(
        gettext(
            "It need not be the same people in both rounds. That a middle moves does not say that "
            "people learned, nor why."
        )
    )
    return found


def agreement_sentences(outcome: Outcome) -> list[str]:
    """How far people agree on what counts most, in each round, and what divides them."""
    found = []
    for turn in outcome.rounds(WEIGHTS):
        measure = outcome.agreement[WEIGHTS, turn]
        if measure is None:
            found.append(gettext("Round {round}: too few whole answers to compare.", round=turn))
            continue
        found.append(
            gettext(
                "Round {round}: agreement on the order of goals is {w} (Kendall's W, 0 is none and "
                "1 is the same order).",
                round=turn,
                w=number(measure, 2),
            )
        )
        divides = [(key, gain) for key, gain in outcome.divides[WEIGHTS, turn].items() if gain > 0]
        if divides:
            key, gain = divides[0]
            found.append(
                gettext(
                    "{question} divides most: without it, agreement would be {w}.",
                    question=outcome.ballots[WEIGHTS].questions[key].label,
                    w=number(measure + gain, 2),
                )
            )
    if found:
        found.append(gettext("Ask what people know or fear that others do not."))
    return found


def body_table(outcome: Outcome) -> Table | None:
    """The weights of each body that may be shown, in the last round; none when none may."""
    (*_before, last) = outcome.first_and_last(WEIGHTS) or (None,)
    if last is None or not last.bodies:
        return None
    columns = [{count.question: count for count in one} for one in last.bodies.values()]
    return Table(
        caption=gettext("The weights by body, in the last round"),
        heads=(gettext("Question"), *(str(load_roles()[key].label) for key in last.bodies)),
        rows=tuple(
            (str(count.label), *(_middle(column.get(count.question)) for column in columns))
            for count in last.counts
        ),
    )


def body_sentences(outcome: Outcome) -> list[str]:
    """Why no body is shown, when none is."""
    if body_table(outcome) is not None:
        return []
    return [
        gettext(
            "No body is shown by itself: too few people spoke for it, or too few would be left of "
            "the others."
        )
    ]


def prediction_table(outcome: Outcome) -> Table | None:
    """What each table predicted, beside what the model says."""
    rows: list[tuple[str, ...]] = []
    for key, sheets in outcome.predictions.items():
        ballot, result = outcome.ballots[f"{PREFIX}{key}"], outcome.results[key]
        title = str(load_experiments()[key].title)
        direction, size = ballot.questions["direction"], ballot.questions["size"]
        for name, sheet in sorted(sheets.items(), key=lambda one: _table_number(one[0])):
            steps = (
                str(question.steps[sheet[part] - question.low]) if part in sheet else _NEVER
                for part, question in (("direction", direction), ("size", size))
            )
            rows.append((title, gettext("table {number}", number=_table_number(name)), *steps))
        between = _between(number(result.p10, 1), number(result.p90, 1))
        change = f"{number(result.p50, 1)} {between} {load_experiments()[key].unit_in_words()}"
        rows.append(
            (title, gettext("the model"), str(direction.steps[result.direction - 1]), change)
        )
    if not rows:
        return None
    heads = (gettext("Question"), gettext("Who"), gettext("Which way"), gettext("How far"))
    return Table(
        caption=gettext("What was predicted, and what the model says"),
        heads=heads,
        rows=tuple(rows),
        words=heads[1:],
    )


def prediction_sentences(outcome: Outcome) -> list[str]:
    """That there is nothing to show, when no table predicted."""
    return [] if outcome.predictions else [gettext("No table predicted anything.")]


def _table_number(name: str) -> int:
    found = TABLE.fullmatch(name)
    return int(found[1]) if found else 0


def note_parts(outcome: Outcome) -> list[tuple[str, list[str]]]:
    """What was written down: a heading and lines; a part without lines says so."""
    notes = outcome.notes
    parts = (
        (gettext("What surprised us"), notes.seen),
        (gettext("On what we agree"), notes.agreed),
        (gettext("On what we differ"), notes.differ),
        (gettext("Which figure would change our mind"), notes.change_mind),
    )
    nothing = gettext("Nothing was written down.")
    return [(heading, list(lines) or [nothing]) for heading, lines in parts]


def next_steps(outcome: Outcome) -> list[str]:
    """What will be done, by whom and when."""
    found = []
    for step in outcome.notes.next_steps:
        about = ", ".join(filter(None, (step.who, step.by)))
        found.append(f"{step.what} ({about})" if about else step.what)
    return found or [gettext("No next steps were written down.")]
