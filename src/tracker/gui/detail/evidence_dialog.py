"""The dialog that changes what is said of a file: its name, a remark, what it proves."""

from collections.abc import Mapping
from pathlib import PurePath

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from tracker.domain.evidence import WHOLE, Evidence, Subject
from tracker.gui.operation_dialog import OperationDialog
from tracker.operations.evidence import EditEvidence
from tracker.operations.operation import Operation
from tracker.words import _


class EvidenceDialog(OperationDialog):
    """``subjects`` are what a file of the item may prove, in words."""

    def __init__(self, parent: QWidget, proof: Evidence, subjects: Mapping[Subject, str]) -> None:
        words = _("只改台账里的叫法，文件内容不变。")
        super().__init__(parent, title=_("修改佐证材料"), words=words, button=_("保存"))
        self._proof, self._subjects = proof, list(subjects)
        self.file = QLineEdit(proof.name)
        self.name(_("文件名"), self.file)
        self.subject = QComboBox()
        self.subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.subject.addItems(list(subjects.values()))
        now = Subject(proof.measure_id, proof.note_id)
        self.subject.setCurrentIndex(self._subjects.index(now if now in subjects else WHOLE))
        self.name(_("证明内容"), self.subject)
        self.remark = QLineEdit(proof.remark)
        self.remark.setPlaceholderText(_("如：第 3 页是签到表"))
        self.name(_("备注"), self.remark)
        self.file.setFocus()
        self.file.setSelection(0, len(PurePath(proof.name).stem))  # as file managers do: the ending stays

    def operation(self) -> Operation[object]:
        return EditEvidence(
            self._proof.id,
            name=self.file.text().strip(),
            remark=self.remark.text().strip(),
            subject=self._subjects[self.subject.currentIndex()],
        )
