"""The tables of a case: judgements, weights and responses, each row and cell under its key."""

from typing import Annotated, Any

from pydantic import AfterValidator, ValidationInfo

from selfmgmt.case.known import known_judged_criteria, roles
from selfmgmt.case.response import Response
from selfmgmt.case.response_fields import Letter, OpenCells, PointsByCriterion
from selfmgmt.fields import Estimate, Limits, OneOf
from selfmgmt.language import gettext_noop as _
from selfmgmt.values import unknown, validation_error


def _own_option(key: str, info: ValidationInfo) -> str:
    """``key`` if it is an option of this case; any will do when those are themselves at fault."""
    options = info.data.get("options")
    if options is not None and key not in options:
        raise validation_error(unknown(key, options))
    return key


def _filled(rows: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {key: cells for key, cells in rows.items() if cells}


JudgedCriterion = Annotated[str, OneOf(known_judged_criteria)]
Role = Annotated[str, OneOf(roles)]
OptionKey = Annotated[str, AfterValidator(_own_option)]
JUDGED = Limits(0, 100, _("points"))
Judgement = Annotated[Estimate, JUDGED]
FilledRows = AfterValidator(_filled)
Judgements = Annotated[
    dict[JudgedCriterion, Annotated[dict[OptionKey, Judgement], OpenCells]], OpenCells, FilledRows
]
Weights = Annotated[dict[Role, PointsByCriterion], OpenCells, FilledRows]
ResponsesByRole = Annotated[
    dict[Role, Annotated[dict[Letter, Response], OpenCells]], OpenCells, FilledRows
]
