"""The page of units and people, and its dialogs."""
