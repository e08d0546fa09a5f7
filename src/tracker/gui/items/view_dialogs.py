"""The dialogs that name a saved view."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tracker.errors import UserError
from tracker.gui.operation_dialog import OperationDialog
from tracker.operations.operation import Operation
from tracker.operations.saved_views import SaveView
from tracker.words import _

if TYPE_CHECKING:
    from tracker.domain.saved_views import SavedView

_LONGEST = 30


class ViewDialog(OperationDialog):
    """Asks for the name of ``view``; where another has it already, that one can be replaced.

    ``says`` tells what the view will show. A view that is renamed (``view.id`` not 0) replaces no other.
    """

    def __init__(
        self, parent: QWidget, view: "SavedView", others: Sequence["SavedView"], *, says: str, suggestion: str
    ) -> None:
        self._verb = _("改名") if view.id else _("保存")
        title = _("视图改名") if view.id else _("存为视图")
        words = "" if view.id else _("记住现在的筛选、排序、分组和列，排在左边“视图”里，右边的数字随台账更新。")
        super().__init__(parent, title=title, words=words, button=self._verb)
        self._view, self._others = view, others
        if says:
            shown = QLabel(says)
            shown.setWordWrap(True)
            self.name(_("这个视图显示"), shown)
        self.line = QLineEdit(suggestion)
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(_("如 执法支队未销号"))
        self.name(_("名称（必填，不超过 {n} 字）").format(n=_LONGEST), self.line)
        self.line.textChanged.connect(self._look_for_twin)
        self.line.selectAll()
        self.line.setFocus()
        self._replacing = 0  # the view that a person has been told of, and may now replace

    def _twin(self) -> "SavedView | None":
        name = self.line.text().strip()
        return next((each for each in self._others if each.name == name and each.id != self._view.id), None)

    def _look_for_twin(self) -> None:
        twin = self._twin()
        if twin is None or twin.id != self._replacing:
            self._replacing = 0
            self.ok.setText(self._verb)
            self.refusal.hide()

    def operation(self) -> Operation[object]:
        from tracker.domain.saved_views import SavedView  # noqa: PLC0415 - pydantic: the first paint needs no dialog

        name = self.line.text().strip()
        if not name:
            raise UserError(_("视图要有名称。"), _("请填写一个好认的名称。"), field="name")
        twin = self._twin()
        if twin is None:
            return SaveView(SavedView.entered(**{**dict(self._view), "name": name}))
        if self._view.id:
            raise UserError(_("已经有名为“{name}”的视图。").format(name=name), _("请换一个名称。"), field="name")
        if self._replacing != twin.id:
            self._replacing = twin.id
            self.ok.setText(_("替换原来的"))
            raise UserError(
                _("已经有名为“{name}”的视图。").format(name=name),
                _("可以换一个名称，或再按一次用现在的内容替换它（可以撤销）。"),
                field="name",
            )
        return SaveView(twin.having(body=self._view.body))
