"""All that the live page starts from: a case, the figures of the model, words in two languages."""

from collections.abc import Iterable, Mapping
from typing import Any

from selfmgmt.analysis.compare import SEED
from selfmgmt.analysis.frontier import OVERSHOOT
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case
from selfmgmt.case.ambiguous import FAR, SMALLEST_SAVING
from selfmgmt.case.design import Design
from selfmgmt.case.known import NONE
from selfmgmt.case.link import case_fields
from selfmgmt.case.option import MOST_OPTIONS, Option
from selfmgmt.case.social_domain import social_share
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.evidence.options import NamedOption, named_options
from selfmgmt.language import LANGUAGES, current_language, speaking
from selfmgmt.live.figures import (
    figure_facts,
    figure_words,
    overhead_facts,
    own_assumptions,
    without_own,
)
from selfmgmt.live.further import (
    further_questions,
    further_sentences,
    questions_elsewhere,
    shock_inputs,
    shock_words,
    turning_inputs,
)
from selfmgmt.live.inputs import Json, design_levers, model_inputs, sizing_rules
from selfmgmt.live.passed_on import passed_on
from selfmgmt.live.words import allowed_words, page_sentences
from selfmgmt.read_numbers import MULTIPLIERS, UNITS
from selfmgmt.simulation import DRAWS
from selfmgmt.simulation.conditions import CONDITIONS
from selfmgmt.views.widgets.explorer_page import page_of
from selfmgmt.views.widgets.explorer_state import first_view
from selfmgmt.views.widgets.levers import MANDATE, QUESTION, Lever, levers
from selfmgmt.views.words.sizing import PRICED


def page_payload(case: Case, *, file: str = "", seed: int = SEED) -> Json:
    """What ``mountPage`` of ``page/main.js`` takes; its first language is that of the reader.

    The page is passed on, so it holds no sheet of a person, see ``passed_on.py``.

    Args:
        case: Where the page starts.
        file: Name of the file for who downloads the case; the codes of its municipalities when
            left out.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """
    study, current = study_of(without_own(case)), current_language()
    wholes, rho = study.organisation.wholes(), study.profile.rho
    staff_cost = study.staff_cost_eur
    return {
        "name": case.name,
        "file": file or "-".join(member.code for member in study.members),
        "language": current,
        "model": {
            "inputs": model_inputs(study.inputs, seed=seed),
            "rules": {**sizing_rules(study), "overshoot": OVERSHOOT},
            "draws": DRAWS,
            "priced": list(PRICED),
            "staff_cost": staff_cost,
            "teams": _values(study.organisation.team_count.estimate),
            "turning": turning_inputs(),
            "shocks": shock_inputs(study),
        },
        "readiness": {"low": rho.low, "central": rho.central, "high": rho.high},
        "wholes": {**wholes, f"{QUESTION}saving_target": staff_cost},
        "figures": figure_facts(),
        "overhead": overhead_facts(study),
        "known": _known(study),
        "board": _view_state(case),
        "levers": {path: _lever(lever) for path, lever in levers().items()},
        "numbers": {"multipliers": MULTIPLIERS, "units": UNITS},
        "asked_back": {"far": FAR, "smallest_saving": SMALLEST_SAVING},
        "conditions": list(CONDITIONS[:-1]),
        "priced": list(PRICED),
        "document": case_fields(passed_on(case)),
        "yes_no": [["yes", ""], ["no", ""]],
        "languages": {
            language: _in_language(language, study, is_current=language == current)
            for language in LANGUAGES
        },
    }


def _values(span: Any) -> list[float]:
    return [span.low, span.central, span.high]


def _known(study: Study) -> Json:
    case = study.case
    share = social_share(case.organisation.social_share, study.members).estimate.central
    mixes = (*named_mixes(), *case.mixes, NONE)
    return {
        "options": {key: _named(one, share) for key, one in named_options().items()},
        "mixes": {key: case.mix_named(key).model_dump(mode="json") for key in mixes},
        "mix": case.mix,
        "today": design_levers(Design()),
        "most_options": MOST_OPTIONS,
    }


def _named(option: NamedOption, share: float) -> Json:
    social = option.social_scope
    return {
        "mix": option.mix,
        "is_way": option.is_way,
        "levers": _given(option.changes),
        "social": social and {"scope": share, "managers_less": social.managers_less},
    }


def _view_state(case: Case) -> Json:
    view = first_view(case)
    return {
        "options": {key: _option(option) for key, option in case.options.items()},
        "looks": {key: _option(option) for key, option in view.previews.items()},
        "shown": list(view.slots),
        "place": view.slot,
        "charts": list(view.charts),
        "question": case.question.model_dump(mode="json"),
        "assumptions": own_assumptions(case),
    }


def _option(option: Option) -> Json:
    return {
        "label": option.label,
        "based_on": option.based_on,
        "mix": option.mix,
        "changes": _given(option.changes()),
    }


def _given(changes: Mapping[str, Any]) -> Json:
    """The levers that were given, as numbers; of the mandate the domains that were."""
    levels = design_levers(Design.model_validate(changes))
    found = {name: levels[name] for name in changes}
    if "autonomy" in changes:
        found["autonomy"] = _only(levels["autonomy"], changes["autonomy"])
    return found


def _only(record: Mapping[str, Any], names: Iterable[str]) -> Json:
    return {name: record[name] for name in names}


def _lever(lever: Lever) -> Json:
    """``LeverFacts`` of ``page/levers.js``."""
    facts, limits = lever.facts, lever.facts.limits
    kinds = {"amount": "amount", "choice": "choice", "bool": "yes_no"}
    is_level = lever.path.startswith(MANDATE)
    low, high = lever.bounds
    return {
        "kind": "level" if is_level else kinds.get(facts.kind, "number"),
        "share": bool(limits and limits.is_share),
        "whole": facts.kind == "int",
        "low": low if is_level or not limits else limits.low,
        "high": high if is_level or not limits else limits.high,
        "share_low": limits.share_low if limits else 0,
        "share_high": limits.share_high if limits else 0,
        "unit": limits.unit.partition(" ")[0] if limits else "",
        "ends": [low, high],
    }


def _in_language(language: str, study: Study, *, is_current: bool) -> Json:
    case = study.case
    with speaking(language):
        translated = study if is_current else study_of(case)  # its sentences are in the language
        named = {key: str(one.label) for key, one in named_options().items()}
        page = page_of(case)
        words = {**page["words"], "questions_elsewhere": questions_elsewhere()}
        return {
            "page": {**page, "words": words, "questions": further_questions()},
            "options": named,
            "mixes": {key: case.mix_label(key) for key in (*named_mixes(), *case.mixes, NONE)},
            "sentences": {**page_sentences(whole=passed_on(case) == case), **further_sentences()},
            "shocks": shock_words(study),
            "allowed": allowed_words(),
            "figures": figure_words(translated),
        }
