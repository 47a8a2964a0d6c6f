"""From content and an executed notebook to pages."""
