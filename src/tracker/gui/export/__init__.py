"""Sending items out as files."""
