"""The weights of a case as a pandas frame, with keys and no words.

pandas is imported when a frame is first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfmgmt.scoring.elicitation import points_of_roles, weights_of_responses

if TYPE_CHECKING:
    import pandas as pd

    from selfmgmt.case import Case

MEAN = "mean"
"""The person of the row that is the weight of the role: the mean of all its people."""


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """What counts, and how much, for each role of a case and each person of it.

    >>> from selfmgmt.case import Case
    >>> voices = {"council": {"A": {"method": "order", "order": "net_saving, closeness"}}}
    >>> case = Case(name="x", municipalities="Urk", voices=voices)
    >>> RoleWeights(case).frame().query("person == 'mean'")["weight"].tolist()
    [0.75, 0.25]
    """

    case: Case

    def frame(self) -> pd.DataFrame:
        """Every weight.

        Returns:
            One row for each role, person and criterion; columns ``role``, ``person`` (a letter,
            or ``mean``), ``criterion`` and ``weight``. The weights of a person add up to 1.
        """
        import pandas as pd

        people = weights_of_responses(self.case)
        rows = [
            (role, person, criterion, weight / sum(points.values()))
            for role, mean in points_of_roles(self.case).items()
            for person, points in {**people.get(role, {}), MEAN: mean}.items()
            for criterion, weight in points.items()
        ]
        return pd.DataFrame(rows, columns=["role", "person", "criterion", "weight"])

    def _repr_html_(self) -> str:
        """Criteria below each other, roles and their people beside each other."""
        table = self.frame().pivot_table("weight", "criterion", ["role", "person"], sort=False)
        return str(table.to_html(float_format=lambda value: f"{value:.0%}", na_rep=""))
