"""How cards, totals and history are put into words and columns; the same for window, terminal and sheets."""
