"""Pixels that grow with the size of type that is chosen; at the usual size and below they are as drawn."""

from PySide6.QtWidgets import QApplication

USUAL_POINTS = 10.5  # 五号, what the office reads all day


def grown(pixels: int) -> int:
    """``pixels`` of the drawings, at the present size of type."""
    return round(pixels * max(1.0, QApplication.font().pointSizeF() / USUAL_POINTS))
