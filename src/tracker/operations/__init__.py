"""Everything that can change a ledger: one small frozen class for each thing a person may ask."""
