"""Charts, by subject; each function turns a result into a :class:`selfmgmt.views.figures.Chart`."""
