"""Importing reports: read, reviewed beside the source, then written in one step."""
