"""The explorer as one would first write it: sliders, and a seaborn figure drawn anew each time."""

from dataclasses import replace

import ipywidgets as widgets
import seaborn as sns
from IPython.display import clear_output, display
from matplotlib import pyplot as plt

from selfmgmt.analysis.compare import compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.case.option import Option

SAVINGS = ("gross_saving_eur", "realised_saving_eur", "leaked_eur", "net_saving_eur")
CONDITIONS = ("work_redesign", "interdependence", "frames")


def naive_explorer(case, *, draws):
    """One slider for a lever of the first option, and twelve pictures of three options."""
    study = study_of(case)
    keys = list(case.options)[1:4]
    out = widgets.Output(_dom_classes=["naive-picture"])
    slider = widgets.IntSlider(value=60, min=0, max=200, description="managers")

    def redraw(_change=None):
        option = Option(based_on=keys[0], managers_after=f"{slider.value}%")
        changed = case.model_copy(update={"options": {**case.options, keys[0]: option}})
        beside = compare_options(replace(study, case=changed), draws=draws, seed=1)
        with out:
            clear_output(wait=True)
            figure, axes = plt.subplots(4, len(keys), figsize=(12, 10), layout="constrained")
            for column, key in enumerate(keys):
                _draw(axes[:, column], beside.options[key])
            display(figure)
            plt.close(figure)

    slider.observe(redraw, names="value")
    redraw()
    return widgets.VBox([slider, out], _dom_classes=["naive"])


def _draw(axes, result):
    """The same four pictures of one option as the explorer shows."""
    for axis, name in zip(axes, ("capacity", "cumulative_cash_eur"), strict=False):
        low, middle, high = result.paths[name]
        sns.lineplot(x=range(len(middle)), y=middle, ax=axis)
        axis.fill_between(range(len(middle)), low, high, alpha=0.3)
    bars = [result.outcomes[name].p50 for name in SAVINGS]
    sns.barplot(x=bars, y=list(SAVINGS), ax=axes[2])
    levers = [getattr(result.design, name) for name in CONDITIONS]
    sns.barplot(x=levers, y=list(CONDITIONS), ax=axes[3])
