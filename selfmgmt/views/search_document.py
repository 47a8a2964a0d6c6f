"""What a search found as a JSON document: what ``search --json`` prints."""

from typing import Any

import numpy as np

from selfmgmt.analysis.search import TOLD, Rule, Search
from selfmgmt.analysis.study import Study
from selfmgmt.views.document import plain
from selfmgmt.views.words.design import changes_sentence

SCHEMA = "selfmgmt/search/1"
_FRONT = 50  # designs of the front that are told; the count tells how many there are


def search_document(study: Study, found: Search) -> dict[str, Any]:
    """The search in plain lists, texts and numbers; shares are fractions, money whole euros."""
    document: dict[str, Any] = plain(
        {
            "schema": SCHEMA,
            "case": study.case.name,
            "seed": found.seed,
            "draws": found.draws,
            "designs": len(found.points),
            "goal": found.goal.model_dump(),
            "meets": {name: float(met.mean()) for name, met in found.meets.items()},
            "fit": int(found.fit.sum()),
            "closest": [_design(found, int(row)) for row in found.closest],
            "front_count": len(found.front),
            "front": [_design(found, int(row)) for row in found.front[:_FRONT]],
            "rules": {name: _rule(found, rule) for name, rule in found.rules.items()},
        }
    )
    return document


def _design(found: Search, row: int) -> dict[str, Any]:
    design = found.design(row)
    return {
        "changed": changes_sentence(design),
        "levers": design.model_dump(mode="json", include=set(found.space.levers)),
        "fit": bool(found.fit[row]),
        "target_met_probability": float(found.certainty[row]),
        **{key: _ends(key, found.ranges[key][:, row]) for key in TOLD},
    }


def _ends(key: str, ends: Any) -> dict[str, Any]:
    figures = np.round(ends).astype(int) if key.endswith("_eur") else ends
    return dict(zip(("p10", "p50", "p90"), figures.tolist(), strict=True))


def _rule(found: Search, rule: Rule) -> dict[str, Any]:
    box = rule.box
    return {
        "meets": rule.meets,
        "density": box.density,
        "coverage": box.coverage,
        "levers": {
            lever: {"low": float(low), "high": float(high), "support": float(support)}
            for lever, low, high, support, told in zip(
                found.space.levers, box.low, box.high, box.support, box.restricted, strict=True
            )
            if told
        },
    }
