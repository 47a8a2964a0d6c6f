"""What stands on a page: the case bar, the start page, sections on demand; and JupyterLab."""
