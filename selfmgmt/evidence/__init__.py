"""The evidence ledger: every parameter with range, unit, source and grade."""
