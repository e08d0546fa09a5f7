"""Data on the clipboard outlive the program without a crash; a process of its own shows it."""

import os
import subprocess
import sys

_COPIES = """
from PySide6.QtGui import QGuiApplication
from tracker.gui.widgets.clipboard import clipboard_data
program = QGuiApplication([])
data = clipboard_data()
assert data.formats() == []
data.setText("甲\\t乙")
data.setHtml("<b>甲</b>")
program.clipboard().setMimeData(data)
assert program.clipboard().text() == "甲\\t乙"
assert "甲" in program.clipboard().mimeData().html()
"""


def test_a_process_ends_well_with_data_on_the_clipboard() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", _COPIES], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
