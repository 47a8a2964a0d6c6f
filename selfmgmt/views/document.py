"""A comparison as a JSON document: what ``compare --json`` prints and ``results.json`` holds."""

from collections.abc import Mapping
from dataclasses import astuple
from math import isfinite
from typing import Any

import numpy as np

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.plausibility import notices
from selfmgmt.analysis.price import Price
from selfmgmt.analysis.study import Study
from selfmgmt.uncertainty import Quantiles

SCHEMA = "selfmgmt/compare/1"


def comparison_document(comparison: Comparison, changed: Mapping[str, str]) -> dict[str, Any]:
    """The comparison in plain lists, texts and numbers.

    Shares are fractions, money is in whole euros, capacity an index with 100 at the start; what
    does not happen within the horizon, or cannot be measured, is ``None``.

    Args:
        comparison: The comparison.
        changed: Option to a paragraph on what only that option changes.
    """
    study = comparison.study
    document = {
        "schema": SCHEMA,
        "case": study.case.name,
        "municipalities": [{"code": m.code, "name": m.name} for m in study.members],
        "seed": comparison.seed,
        "draws": comparison.draws,
        "horizon_quarters": study.case.question.horizon,
        "due_quarter": study.case.question.due_quarter,
        "size": comparison.size,
        "certainty": comparison.sizing.certainty,
        "local": list(comparison.local),
        "saving_target_eur": range_of("saving_target_eur", comparison.saving_target),
        "notices": notices(study),
        **_inputs(study),
        "options": {
            key: {
                **_option(result),
                "m_80": comparison.surer.get(key),
                "price_of_way": _price(comparison.price_of_way.get(key)),
                "changed": changed[key],
            }
            for key, result in comparison.options.items()
        },
        "better": {
            outcome: _square(tuple(comparison.options), chances)
            for outcome, chances in comparison.better.items()
        },
        "assumption_share": comparison.assumption_share,
        "drivers": comparison.drivers,
        "fill_in_first": comparison.fill_in_first,
    }
    result: dict[str, Any] = plain(document)
    return result


def _inputs(study: Study) -> dict[str, Any]:
    """What the comparison starts from: figures of the organisation, and how ready it is."""
    return {
        "organisation": {
            key: {**figure.estimate.model_dump(), "origin": figure.origin, "source": figure.source}
            for key, figure in study.organisation.all_figures().items()
        },
        "readiness": {
            **study.profile.rho.model_dump(),
            "weakest": list(study.profile.weakest),
            "open": list(study.profile.unfilled),
        },
    }


def _option(result: OptionResult) -> dict[str, Any]:
    return {
        "label": result.label,
        "way": result.way,
        "mix": result.mix,
        "m": result.factor,
        "reach": result.reach,
        "deeper_than_measured": result.deep,
        **{name: range_of(name, band) for name, band in result.outcomes.items()},
        "falls_back": result.falls_back,
        "target_met_probability": result.target_met_probability,
        "weakest_condition": result.weakest_condition,
        "weakest_condition_share": result.weakest_share,
        "paths": {
            name: dict(zip(("p10", "p50", "p90"), _rounded(name, path), strict=True))
            for name, path in result.paths.items()
        },
    }


def _price(price: Price | None) -> dict[str, Any] | None:
    """What a way of working changes at the same money: per step and outcome a range."""
    if price is None:
        return None
    steps = {"removals": price.removals, "working": price.working, "together": price.together}
    return {
        step: {name: range_of(name, band) for name, band in outcomes.items()}
        for step, outcomes in steps.items()
    }


def range_of(name: str, band: Quantiles) -> dict[str, float]:
    """The range of one outcome: whole euros when it is money."""
    return dict(zip(("p10", "p50", "p90"), _rounded(name, astuple(band)), strict=True))


def _rounded(name: str, figures: Any) -> list[Any]:
    """Figures of one outcome as lists: whole euros when it is money."""
    array = np.asarray(figures)
    rounded: list[Any] = (np.round(array).astype(int) if name.endswith("_eur") else array).tolist()
    return rounded


def _square(names: tuple[str, ...], chances: Any) -> dict[str, dict[str, float]]:
    """A square table by the names of its rows and columns."""
    return {
        row: dict(zip(names, line.tolist(), strict=True))
        for row, line in zip(names, chances, strict=True)
    }


def plain(value: Any) -> Any:
    """The value as JSON knows it: six digits, and nothing for what is no number."""
    if isinstance(value, float):  # first, for there are thousands
        return float(f"{value:.6g}") + 0.0 if isfinite(value) else None
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    return value
