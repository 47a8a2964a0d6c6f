"""Reports: from a notebook and a case to pages."""
