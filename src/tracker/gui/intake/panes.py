"""The frame of the review dialog: its bars and the four panes, put together but not yet wired."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from tracker.domain.kinds import ItemKind
from tracker.domain.reports import ExcerptRole
from tracker.domain.review import DraftReview
from tracker.gui.intake import looks
from tracker.gui.intake.candidate_form import CandidateForm
from tracker.gui.intake.candidate_list import CandidateList
from tracker.gui.intake.commands import Command
from tracker.gui.intake.header_form import HeaderForm
from tracker.gui.intake.notice import Notice
from tracker.gui.intake.outline import Outline
from tracker.gui.intake.source_view import SourceView
from tracker.gui.theme import Theme
from tracker.gui.widgets.labels import ElidedLabel, muted
from tracker.words import _

_WIDTHS = [226, 494, 350, 370]  # outline, source, candidates, details; at 1440
_NARROW = 1150  # below this the outline would only hold beginnings of headings


class _Body(QSplitter):
    """The four panes. Where the window is narrow the outline folds away; its handle at the edge brings it back."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setHandleWidth(1)
        self._narrow = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow is not self._narrow:
            self._narrow = narrow
            self.setSizes([0 if narrow else _WIDTHS[0], *self.sizes()[1:]])


class Panes(QVBoxLayout):
    """All widgets of the dialog by name."""

    def __init__(
        self,
        review: DraftReview,
        commands: dict[str, Command],
        theme: Theme,
        *,
        units: Sequence[str] = (),
        people: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self.buttons = {name: _button(command) for name, command in commands.items()}
        self.buttons["accept"].setProperty("kind", "primary")
        self.buttons["write"].setProperty("kind", "primary")
        self.cancel = QPushButton(f"{_('取消')}  Esc")
        self.cancel.setAutoDefault(False)
        self.title = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        self.title.setProperty("kind", "heading")
        self.summary = ElidedLabel(mode=Qt.TextElideMode.ElideRight)
        self.summary.setProperty("kind", "muted")
        self.notice = Notice(theme)
        self.header = HeaderForm()
        self.outline = Outline(theme)
        self.source = SourceView(review.source.text, theme)
        self.source.menu_commands = tuple(commands[name] for name in ("add_problem", "add_task", "split"))
        self.candidates = CandidateList(theme)
        self.form = CandidateForm(self.buttons["kind"], units=units, people=people)
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
        for name in ("undo", "accept_all", "previous", "next", "next_gap"):
            top.addWidget(self.buttons[name])
        head = _pane("reviewHeader")
        column = QVBoxLayout(head)
        column.setContentsMargins(20, 12, 20, 11)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.header)
        return head

    def _body(self) -> QWidget:
        body = _Body(Qt.Orientation.Horizontal)
        panes = (
            (_titled("outlinePane", _("原文结构"), self.outline), 90, 1),
            (self._source_pane(), 290, 4),
            (_titled("candidatePane", _("候选事项"), self.candidates, sides=12), 220, 3),
            (self._form_pane(), 0, 0),  # as wide as its fields and buttons need
        )
        for place, (pane, least, stretch) in enumerate(panes):
            if least:
                pane.setMinimumWidth(least)
            body.addWidget(pane)
            body.setStretchFactor(place, stretch)
            body.setCollapsible(place, place == 0)
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
        head = _pane("sourceHead")
        top = QHBoxLayout(head)
        top.setContentsMargins(14, 8, 14, 7)
        top.addWidget(_legend(self._theme))
        top.addStretch()
        pane = _pane("sourcePane")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
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
    button.setToolTip(_("{tip}（{keys}）").format(tip=command.tip, keys=command.all_keys))
    button.setAccessibleName(command.words)
    return button


def _legend(theme: Theme) -> QLabel:
    """What the colours of the source mean."""
    problem, task = ItemKind.PROBLEM, ItemKind.COMMITMENT
    colours = (
        (_("问题"), looks.ground(problem, ExcerptRole.STATEMENT, theme)),
        (_("任务"), looks.ground(task, ExcerptRole.STATEMENT, theme)),
        (_("原因"), looks.ground(problem, ExcerptRole.CAUSE, theme)),
        (_("措施"), looks.ground(problem, ExcerptRole.MEASURE, theme)),
        (_("不采用"), looks.ground(problem, ExcerptRole.STATEMENT, theme, off=True)),
    )
    square = '<span style="background:{colour}">&nbsp;&nbsp;&nbsp;</span>&nbsp;{words}'
    label = muted("&nbsp;&nbsp; ".join(square.format(colour=one.strong, words=words) for words, one in colours))
    label.setAccessibleName(_("颜色说明"))
    label.setToolTip(_("下划线是读出的时限和责任单位；指着候选事项，原文里对应的话会变深"))
    return label


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
