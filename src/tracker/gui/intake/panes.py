"""The frame of the review dialog: its bars and the four panes, put together but not yet wired."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from tracker.domain.review import DraftReview
from tracker.gui.intake.candidate_form import CandidateForm
from tracker.gui.intake.candidate_list import CandidateList
from tracker.gui.intake.commands import Command
from tracker.gui.intake.header_form import HeaderForm
from tracker.gui.intake.outline import Outline
from tracker.gui.intake.source_view import SourceView
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import ElidedLabel, muted
from tracker.words import _

_WIDTHS = [226, 494, 350, 370]  # outline, source, candidates, details; at 1440


class Panes(QVBoxLayout):
    """All widgets of the dialog by name."""

    def __init__(self, review: DraftReview, commands: dict[str, Command], theme: Theme) -> None:
        super().__init__()
        self.buttons = {name: _button(command) for name, command in commands.items()}
        self.buttons["accept"].setProperty("kind", "primary")
        self.buttons["write"].setProperty("kind", "primary")
        self.cancel = QPushButton(f"{_('取消')}  Esc")
        self.cancel.setAutoDefault(False)
        self.title = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        self.title.setProperty("kind", "heading")
        self.summary = muted()
        self.notice = QLabel()
        self.notice.setObjectName("reviewNotice")
        self.notice.setWordWrap(True)
        self.notice.setTextFormat(Qt.TextFormat.RichText)
        self.header = HeaderForm()
        self.outline = Outline(theme)
        self.source = SourceView(review.source.text, theme)
        self.source.menu_commands = tuple(commands[name] for name in ("add_problem", "add_task", "split"))
        self.candidates = CandidateList(theme)
        self.form = CandidateForm(self.buttons["kind"])
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addWidget(self._head())
        self.addWidget(self.notice)
        self.addWidget(self._body(), 1)
        self.addWidget(self._foot())

    def _head(self) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addLayout(words, 1)
        top.addSpacing(12)
        for name in ("undo", "accept_all", "previous", "next"):
            top.addWidget(self.buttons[name])
        head = _pane("reviewHeader")
        column = QVBoxLayout(head)
        column.setContentsMargins(20, 12, 20, 11)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.header)
        return head

    def _body(self) -> QWidget:
        body = QSplitter(Qt.Orientation.Horizontal)
        body.setChildrenCollapsible(False)
        body.setHandleWidth(1)
        panes = (
            (_titled("outlinePane", _("原文结构"), self.outline), 172, 1),
            (self._source_pane(), 330, 4),
            (_titled("candidatePane", _("候选事项"), self.candidates, sides=12), 235, 3),
            (self._form_pane(), 350, 0),
        )
        for place, (pane, least, stretch) in enumerate(panes):
            pane.setMinimumWidth(least)
            body.addWidget(pane)
            body.setStretchFactor(place, stretch)
        body.setSizes(_WIDTHS)
        return body

    def _source_pane(self) -> QWidget:
        foot = _pane("sourceFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(6)
        hint = ElidedLabel(_("选中一段话可补充事项"), Qt.TextElideMode.ElideRight)
        hint.setProperty("kind", "muted")
        row.addWidget(hint, 1)
        row.addWidget(self.buttons["add_problem"])
        row.addWidget(self.buttons["add_task"])
        pane = _pane("sourcePane")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.source, 1)
        column.addWidget(foot)
        return pane

    def _form_pane(self) -> QWidget:
        foot = _pane("formFoot")
        grid = QGridLayout(foot)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setSpacing(6)
        grid.addWidget(self.buttons["accept"], 0, 0, 1, 3)
        grid.addWidget(self.buttons["reject"], 0, 3, 1, 3)
        grid.addWidget(self.buttons["merge"], 1, 0, 1, 3)
        grid.addWidget(self.buttons["split"], 1, 3, 1, 3)
        pane = _pane("formPane")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form, 1)
        column.addWidget(foot)
        return pane

    def _foot(self) -> QWidget:
        foot = _pane("reviewFooter")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(8)
        row.addWidget(muted(_("确认之前不写入台账；导入是一步，可整体撤销。")), 1)
        row.addWidget(self.cancel)
        row.addWidget(self.buttons["write"])
        return foot


def _button(command: Command) -> QPushButton:
    button = QPushButton(command.shown)
    button.setAutoDefault(False)  # Enter accepts the candidate, whatever was pressed before
    keys = " / ".join(command.keys)
    button.setToolTip(f"{command.tip}（{keys}）")
    button.setAccessibleName(command.words)
    return button


def _pane(name: str) -> QWidget:
    pane = QWidget()
    pane.setObjectName(name)
    pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return pane


def _titled(name: str, words: str, widget: QWidget, *, sides: int = 10) -> QWidget:
    pane = _pane(name)
    column = QVBoxLayout(pane)
    column.setContentsMargins(sides, 10, sides, 0)
    column.setSpacing(6)
    column.addWidget(muted(words))
    column.addWidget(widget, 1)
    return pane
