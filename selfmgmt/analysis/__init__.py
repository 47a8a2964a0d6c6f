"""What the outcomes mean: options compared, what drives them, what would change the choice."""

from selfmgmt.analysis.regret import regret
from selfmgmt.analysis.sensitivity import shapley_effects, sobol_indices

__all__ = ["regret", "shapley_effects", "sobol_indices"]
