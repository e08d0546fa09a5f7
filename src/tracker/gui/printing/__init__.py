"""Sheets on paper: painted by Qt out of the same layouts that the workbooks are written from."""
