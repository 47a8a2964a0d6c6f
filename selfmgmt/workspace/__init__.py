"""Where people work: the notebooks in JupyterLab, or as pages."""
