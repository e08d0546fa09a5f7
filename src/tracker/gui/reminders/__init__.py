"""Reminding: the quiet line above the page, 催办, and the sign in the desktop's tray."""
