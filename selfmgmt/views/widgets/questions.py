"""The questions that one person is asked, by method: points, an order, or comparisons."""

from collections.abc import Iterator
from typing import NotRequired, TypedDict

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.case.edit.weights import Draft, pair_of
from selfmgmt.language import gettext, small
from selfmgmt.language import gettext_noop as _
from selfmgmt.views.words.choosing import ScaleWords, scale_words, swing_words

_TIMES = tuple(map(str, range(1, 10)))
_MEANING = {
    "1": _("1: equally important"),
    "3": _("3: somewhat more important"),
    "5": _("5: clearly more important"),
    "7": _("7: much more important"),
    "9": _("9: extremely more important"),
}


class CriterionRow(ScaleWords):
    """A criterion that may count: its scale in words, and whether it counts for this person."""

    key: str
    label: str
    help: str
    on: bool
    counted: bool


class Choice(TypedDict):
    """What can be chosen, and in words."""

    value: str
    label: str


class Question(TypedDict):
    """One question; of kind ``points``, ``rank`` or ``choice``."""

    kind: str
    field: str
    label: str
    help: str
    value: NotRequired[str]
    choices: NotRequired[list[Choice]]


def criteria_rows(weighing: Weighing, draft: Draft) -> list[CriterionRow]:
    """Each criterion that may count, and whether it does for this person."""
    order = dict.fromkeys((*weighing.criteria, *draft.counts))
    return [
        {
            "key": key,
            "label": _name(weighing, key),
            "help": str(weighing.criteria[key].description),
            **scale_words(weighing.criteria[key]),
            "on": key in draft.counts,
            "counted": key not in weighing.not_judged,
        }
        for key in order
    ]


def questions(weighing: Weighing, draft: Draft) -> list[Question]:
    """What is asked by the method in hand, with the answers so far."""
    match draft.method:
        case "points" | "swing":
            return [_points(weighing, draft, key) for key in draft.counts]
        case "order":
            return [_ranked(weighing, key) for key in draft.counts]
        case "best_worst":
            return [*_best_worst(weighing, draft)]
    return [_pair(weighing, draft, *pair) for pair in draft.compared_pairs()]


def _points(weighing: Weighing, draft: Draft, key: str) -> Question:
    return {
        "kind": "points",
        "field": f"points.{key}",
        "label": _name(weighing, key),
        "help": _help(weighing, key),
        "value": draft.points.get(key, ""),
    }


def _ranked(weighing: Weighing, key: str) -> Question:
    return {
        "kind": "rank",
        "field": key,
        "label": _name(weighing, key),
        "help": _help(weighing, key),
    }


def _best_worst(weighing: Weighing, draft: Draft) -> Iterator[Question]:
    names = [(key, _name(weighing, key)) for key in draft.counts]
    for end, label in (
        ("best", gettext("Which matters most?")),
        ("worst", gettext("Which matters least?")),
    ):
        yield _choice(end, label, "", getattr(draft, end), names)
    if not draft.best or not draft.worst or draft.best == draft.worst:
        return
    best, worst = _name(weighing, draft.best), _name(weighing, draft.worst)
    for key in draft.compared_with_best():
        label = gettext(
            "How many times as important is {one} as {other}?",
            one=small(best),
            other=small(_name(weighing, key)),
        )
        given = draft.from_best.get(key, "")
        yield _choice(f"from_best.{key}", label, _help(weighing, key), given, _times(given))
    for key in draft.compared_with_worst():
        label = gettext(
            "How many times as important is {one} as {other}?",
            one=small(_name(weighing, key)),
            other=small(worst),
        )
        given = draft.to_worst.get(key, "")
        yield _choice(f"to_worst.{key}", label, _help(weighing, key), given, _times(given))


def _pair(weighing: Weighing, draft: Draft, one: str, other: str) -> Question:
    given = pair_of(draft, one, other)
    names = {"": _name(weighing, one), "-": _name(weighing, other)}
    label = gettext("{one} or {other}?", one=names[""], other=small(names["-"]))
    firsts = [(times, _more(names[""], times)) for times in reversed(_TIMES[1:])]
    others = [(f"-{times}", _more(names["-"], times)) for times in _TIMES[1:]]
    choices = [*firsts, ("1", gettext("equally important")), *others]
    if given and given not in dict(choices):
        sign = "-" if given.startswith("-") else ""
        choices.append((given, _more(names[sign], given.removeprefix("-"))))
    return _choice(f"pairs.{one}.{other}", label, "", given, choices)


def _more(name: str, times: str) -> str:
    return gettext("{criterion}: {times} times", criterion=name, times=times)


def _times(given: str) -> list[tuple[str, str]]:
    choices = [
        (times, gettext(_MEANING[times]) if times in _MEANING else times) for times in _TIMES
    ]
    return choices if given in ("", *_TIMES) else [*choices, (given, given)]


def _choice(
    field: str, label: str, words: str, value: str, choices: list[tuple[str, str]]
) -> Question:
    return {
        "kind": "choice",
        "field": field,
        "label": label,
        "help": words,
        "value": value,
        "choices": [{"value": key, "label": words} for key, words in choices],
    }


def _name(weighing: Weighing, key: str) -> str:
    return str(weighing.criteria[key].label)


def _help(weighing: Weighing, key: str) -> str:
    return swing_words(weighing.criteria[key])
