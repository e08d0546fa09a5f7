"""Values and rules of the office; no clock, no files, no SQL, no Qt."""
