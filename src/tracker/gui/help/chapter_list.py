"""The list of chapters: all of them, or those in which the searched words stand, with how often."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from tracker.gui.help.chapters import Chapter
from tracker.words import _

_ROOT = QModelIndex()


class ChapterList(QAbstractListModel):
    """Rows are chapters; ``search`` narrows them."""

    def __init__(self, chapters: Sequence[Chapter]) -> None:
        super().__init__()
        self._all = list(chapters)
        self._hits: dict[str, int] = {}
        self.shown = list(chapters)

    def search(self, typed: str) -> None:
        """Show the chapters that have all words of ``typed``; all chapters where nothing is typed."""
        self.beginResetModel()
        self._hits = {chapter.key: chapter.hits(typed) for chapter in self._all} if typed.split() else {}
        self.shown = [chapter for chapter in self._all if not self._hits or self._hits[chapter.key]]
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row of a chapter; −1 where it is not shown."""
        return next((row for row, chapter in enumerate(self.shown) if chapter.key == key), -1)

    def chapter(self, key: str) -> Chapter | None:
        """A chapter by its key, whether it is shown or not."""
        return next((chapter for chapter in self._all if chapter.key == key), None)

    @property
    def total(self) -> int:
        """How many places were found in all chapters."""
        return sum(self._hits.values())

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        chapter = self.shown[index.row()]
        hits = self._hits.get(chapter.key)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{chapter.title}　{hits}" if hits else chapter.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return _("{title}：找到 {n} 处").format(title=chapter.title, n=hits) if hits else chapter.title
        return None
