"""The demonstration ledger: three years of an invented bureau."""
