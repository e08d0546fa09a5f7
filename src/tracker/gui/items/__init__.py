"""The table of items and what stands around it."""
