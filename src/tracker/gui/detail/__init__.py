"""The panel that shows and edits one item."""
