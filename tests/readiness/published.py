"""What others published or compute: the table of Shrout and Fleiss, and pingouin as a peer."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # on what pingouin's own libraries will change
    import pingouin

pingouin.options["round"] = None

RATINGS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Shrout and Fleiss (1979), table 2: six targets, each rated by four judges."""

__all__ = ["RATINGS", "pingouin"]
