"""Small widgets that know nothing of ledgers."""
