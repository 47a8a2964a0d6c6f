"""Options of the user's own: given a name, copied from another, taken away."""

from selfmgmt.case import Case
from selfmgmt.case.known import option_labels
from selfmgmt.case.option import MOST_OPTIONS, Option
from selfmgmt.errors import InputError
from selfmgmt.language import gettext

_STEM = 30  # letters of the key of an option that its copies begin with
_SHORT = 150  # letters of its name


def renamed(case: Case, key: str, option: Option) -> Case:
    """The case in which ``option``, that has a new name, stands under ``key``.

    Raises:
        InputError: Another option has that name.
    """
    changed = with_option(case, key, option)
    name = changed.label(key)
    if _folded(name) in map(_folded, _other_names(case, key)):
        fault = gettext(
            "Name: there is another option called {name}. Think of another name.", name=name
        )
        raise InputError(fault)
    return changed


def copied(case: Case, key: str) -> tuple[Case, str]:
    """The case with a copy of one option, and the key of the copy."""
    new = free_key(case, key[:_STEM])
    name = free_name(case, case.label(key)[:_SHORT], first=2)
    return with_option(case, new, case.options[key].model_copy(update={"label": name})), new


def free_key(case: Case, stem: str) -> str:
    """A key that no option has, of the case or named: ``stem`` with a number."""
    taken = [*case.options, *option_labels()]
    return next(key for at in range(2, len(taken) + 3) if (key := f"{stem}_{at}") not in taken)


def free_name(case: Case, name: str, *, first: int = 1) -> str:
    """A name that no option has: ``name``, with a number from ``first`` on when there are more."""
    taken = set(map(_folded, _other_names(case, "")))
    names = (gettext("{option} ({number})", option=name, number=at) for at in range(2, 999))
    return next(one for one in [name, *names][first - 1 :] if _folded(one) not in taken)


def removed(case: Case, key: str) -> Case:
    """The case without one option, and without what people judged of it."""
    options = {name: option for name, option in case.options.items() if name != key}
    judgements = {
        criterion: kept
        for criterion, judged in case.judgements.items()
        if (kept := {name: points for name, points in judged.items() if name != key})
    }
    return case.model_copy(update={"options": options, "judgements": judgements})


def with_option(case: Case, key: str, option: Option) -> Case:
    """The case with ``option`` under ``key``.

    Raises:
        InputError: There is no room for one more.
    """
    if key not in case.options and len(case.options) >= MOST_OPTIONS:
        raise InputError(
            gettext("There are {most} options; take one away first.", most=MOST_OPTIONS)
        )
    return case.model_copy(update={"options": {**case.options, key: option}})


def _other_names(case: Case, key: str) -> list[str]:
    """The names of all options but one: those of the case, and the named ones outside it."""
    named = [str(label) for name, label in option_labels().items() if name not in case.options]
    return [case.label(name) for name in case.options if name != key] + named


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
