"""记录: the history of one item, asked for only when it is looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from tracker.domain.cards import ItemDetail
from tracker.gui.detail.tab import Tab
from tracker.gui.history.history_page import HistoryPage
from tracker.gui.theme import Theme
from tracker.words import _


class HistoryTab(Tab):
    """``wanted`` carries the item whose history is to be shown on ``page``."""

    wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.page = HistoryPage(theme, titled=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def caption(self, detail: ItemDetail) -> str:
        return _("记录")

    def show_detail(self, detail: ItemDetail) -> None:
        super().show_detail(detail)
        self.wanted.emit(detail.item.id)
