"""What can be done on the page of weighing: another person, other criteria, an answer."""

from dataclasses import replace

from selfmgmt.case import Case
from selfmgmt.case.edit.criteria import with_criterion, without_criterion
from selfmgmt.case.edit.judgements import with_judgement
from selfmgmt.case.edit.weights import Draft
from selfmgmt.case.known import roles
from selfmgmt.case.response import METHODS
from selfmgmt.views.widgets.respondent import (
    Respondent,
    known_criteria,
    letters_of,
    next_respondent,
    respondent_of,
    without_answers,
)
from selfmgmt.views.widgets.tool import Request, cannot_do


def changed_person(view: Respondent, request: Request) -> Respondent | None:
    """The page with somebody else, when that is asked."""
    match request:
        case {"do": "hold", "role": str(role)} if role in roles():
            return respondent_of(replace(view, selected=role), "")
        case {"do": "person", "letter": str(letter)} if letter in letters_of(view):
            return respondent_of(view, letter)
        case {"do": "add"}:
            return next_respondent(view)
        case {"do": "drop"}:
            return without_answers(view)
    return None


def changed_criteria(view: Respondent, request: Request) -> Respondent | None:
    """The page with another criterion of one's own or another judgement, when that is asked."""
    match request:
        case {"do": "criterion", "key": str(key), "given": dict(given)}:
            return _on_case(view, with_criterion(view.case, key, given))
        case {"do": "no_criterion", "key": str(key)}:
            return _on_case(view, without_criterion(view.case, key))
        case {"do": "set", "field": str(name), "value": str(value)} if name.startswith(
            "judgements."
        ):
            return _judged(view, name.split("."), value)
    return None


def answered(view: Respondent, request: Request) -> Draft:
    """The answers of the person after what is asked; an ``InputError`` when it is nothing."""
    draft, known = view.draft, known_criteria(view.case)
    match request:
        case {"do": "method", "method": str(method)} if method in METHODS:
            return replace(draft, method=method, given=method != "order")
        case {"do": "count", "field": str(field)} if field in known:
            return draft.counting(field, known)
        case {"do": "keep"}:
            return replace(draft, given=True)
        case {"do": "move", "criterion": str(key), "by": 1 | -1 as by} if key in draft.counts:
            return draft.moved(key, by)
        case {"do": "set", "field": str(field), "value": str(value)}:
            return draft.answered(field.split("."), value)
    raise cannot_do(request)


def _on_case(view: Respondent, case: Case) -> Respondent:
    """The same person with other criteria to weigh; what was answered stays."""
    before, known = known_criteria(view.case), known_criteria(case)
    kept = tuple(key for key in view.draft.counts if key in known)
    new = tuple(key for key in known if key not in before)
    return replace(view, case=case, draft=replace(view.draft, counts=(*kept, *new)))


def _judged(view: Respondent, field: list[str], written: str) -> Respondent:
    match field:
        case ["judgements", criterion, option] if (
            criterion in view.case.judged_labels() and option in view.case.options
        ):
            return replace(view, case=with_judgement(view.case, criterion, option, written))
    raise cannot_do({"field": ".".join(field)})
