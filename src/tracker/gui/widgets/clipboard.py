"""Data for the clipboard, made so that the program can end while the clipboard still has it."""

from PySide6.QtCore import QMimeData, QStringListModel


def clipboard_data() -> QMimeData:
    """Empty data, to be filled and given to the clipboard.

    Qt itself makes it, by way of a model: data that Python made crash the process as it ends, if nothing was copied
    over them (PySide6 6.11.3).
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    for kind in data.formats():
        data.removeFormat(kind)
    return data
