"""The ledger: what was read, kept in one DuckDB file, written whole or not at all, answered in typed rows."""
