"""The JSON Schema of a case in YAML: editors check and complete with it while one types."""

import json
from collections.abc import Mapping
from typing import Any

from selfmgmt.case.case import Case
from selfmgmt.case.criterion import OwnCriterion
from selfmgmt.case.document import SCHEMA
from selfmgmt.case.form import standard_words
from selfmgmt.case.known import criteria, judged_criteria, roles
from selfmgmt.case.mix import Mix
from selfmgmt.case.option import Option
from selfmgmt.case.response import Response
from selfmgmt.case.response_fields import POINTS, TIMES
from selfmgmt.evidence.assumption import OwnAssumption, replaceable
from selfmgmt.field_facts import FieldFacts, fields_of
from selfmgmt.fields import Estimate, Limits, Record
from selfmgmt.language import Label, speaking
from selfmgmt.practice.known import known_instruments
from selfmgmt.resources import DATA
from selfmgmt.values import KEY, NO, YES

CASE_SCHEMA = DATA / "case.schema.json"

Schema = dict[str, Any]

_SHAPES: dict[str, Schema] = {
    "bool": {"enum": [True, False, *YES, *NO, None]},
    "str": {"type": ["string", "null"]},
    "tuple": {"type": ["array", "string"], "items": {"type": "string"}},
    "dict": {},
}


def schema_text() -> str:
    """The schema as it is published in ``data/case.schema.json``."""
    return json.dumps(case_schema(), indent=2, ensure_ascii=False) + "\n"


def case_schema() -> Schema:
    """JSON Schema (draft 2020-12) of a case, worded in English."""
    with speaking("en"):
        case, shared = _record(Case), _shared()
        tables = {
            "mixes": _by_key(_record(Mix)),
            "options": _options(),
            "criteria": _criteria(),
            "judgements": _judgements(),
            "weights": _weights(),
            "voices": _responses(),
            "assumptions": _assumptions(),
            "practice": _practice(),
        }
    for name, shape in tables.items():
        case["properties"][name] |= shape
    case["properties"] = {"schema": {"const": SCHEMA}, **case["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case of selfmgmt",
        **case,
        "$defs": shared,
        "type": "object",
        "required": [
            "schema",
            *(name for name, facts in fields_of(Case).items() if facts.required),
        ],
    }


def _shared() -> Schema:
    """What stands in many places, written once."""
    return {
        "estimates": {"type": ["object", "null"], "additionalProperties": _estimate(None)},
        "weights": _by_criterion(_number(None)),
        "points": _by_criterion(_number(POINTS)),
        "times": _by_criterion(_number(TIMES)),
        "pairs": _by_criterion(_ref("times")),
        "voices": {
            "type": ["object", "null"],
            "propertyNames": {"pattern": "^[A-Z]$"},
            "additionalProperties": {**_response(), "required": ["method"]},
        },
        "answer": {"type": ["string", "number", "boolean", "null"]},
        "reason": _field(fields_of(OwnAssumption)["reason"]),
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _record(record: type[Record]) -> Schema:
    return _mapping({name: _field(facts) for name, facts in fields_of(record).items()})


def _mapping(properties: Schema) -> Schema:
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _field(facts: FieldFacts) -> Schema:
    return {"title": facts.title, "description": facts.explanation, **_shape(facts)}


def _shape(facts: FieldFacts) -> Schema:
    if facts.record:
        return _record(facts.record)
    if facts.choices:
        return {"enum": [*facts.choices, None]}
    if facts.kind == "estimate":
        return _estimate(facts.limits)
    return _number(facts.limits) if facts.limits else _SHAPES[facts.kind]


def _number(limits: Limits | None) -> Schema:
    """A number, or a number as text; what is too large or small as text is found on reading."""
    bounds = {"minimum": limits.low, "maximum": limits.high} if limits else {}
    return {"type": ["number", "string", "null"], **bounds}


def _estimate(limits: Limits | None) -> Schema:
    values = {name: _number(limits) for name in fields_of(Estimate)}
    one, range_ = _number(limits), {**_mapping(values), "required": list(values)}
    return {"anyOf": [one, range_]}


def _options() -> Schema:
    return _by_key(_record(Option))


def _criteria() -> Schema:
    required = [name for name, facts in fields_of(OwnCriterion).items() if facts.required]
    return _by_key({**_record(OwnCriterion), "required": required})


def _by_key(value: Schema, **names: Any) -> Schema:
    """A mapping of keys that the user makes up."""
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": f"^{KEY.pattern}$", **names},
        "additionalProperties": value,
    }


def _judgements() -> Schema:
    points = _ref("estimates")
    computed = [key for key in criteria() if key not in judged_criteria()]
    labels = _labelled(judged_criteria(), points)
    return {**_by_key(points, **{"not": {"enum": computed}}), "properties": labels}


def _weights() -> Schema:
    return _mapping(_labelled(roles(), _ref("weights")))


def _responses() -> Schema:
    return _mapping(_labelled(roles(), _ref("voices")))


def _response() -> Schema:
    """The fields of a voice; which criteria stand in them depends on the rest of the case."""
    name = {"type": ["string", "null"], "pattern": f"^{KEY.pattern}$"}
    shapes = {
        "points": _ref("points"),
        "order": _SHAPES["tuple"],
        "best": name,
        "worst": name,
        "best_to_others": _ref("times"),
        "others_to_worst": _ref("times"),
        "pairs": _ref("pairs"),
    }
    fields = fields_of(Response)
    return _mapping(
        {
            name: {"title": facts.title, "description": facts.explanation, **shapes[name]}
            if name in shapes
            else _field(facts)
            for name, facts in fields.items()
        }
    )


def _assumptions() -> Schema:
    """A range and its reason per figure that may be replaced."""
    return _mapping(
        {
            key: {
                "title": str(found.label),
                "description": standard_words(found),
                **_mapping(
                    {name: _number(found.limits) for name in fields_of(Estimate)}
                    | {"reason": _ref("reason")}
                ),
                "required": ["central", "reason"],
            }
            for key, found in replaceable().items()
        }
    )


def _practice() -> Schema:
    """Instrument, body (those of earlier under a date), row and column; cells are read later."""
    cells = {"type": ["object", "null"], "additionalProperties": _ref("answer")}
    rows = {"type": ["object", "null"], "additionalProperties": cells}
    bodies: Schema = {"type": ["object", "null"], "additionalProperties": rows}
    bodies = {**bodies, "patternProperties": {r"^\d{4}-\d{2}-\d{2}$": bodies}}
    return _mapping(_labelled({key: one.title for key, one in known_instruments().items()}, bodies))


def _by_criterion(value: Schema) -> Schema:
    """A value per criterion: those of selfmgmt with their names, and one's own."""
    return {**_by_key(value), "properties": _labelled(criteria(), value)}


def _labelled(labels: Mapping[str, Label], value: Schema) -> Schema:
    return {key: {"title": str(label), **value} for key, label in labels.items()}
