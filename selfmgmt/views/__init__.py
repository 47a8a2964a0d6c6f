"""Results as charts, tables and sentences."""
