"""Alembic's folder: one small revision per change of the tables."""

HEAD = "0002"  # the newest revision; kept here so that opening a ledger need not load Alembic (a test compares)
