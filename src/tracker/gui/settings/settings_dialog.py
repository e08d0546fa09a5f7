"""The dialog of a person's own choices: name, language, look, reminders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from tracker.gui.appearance import SIZES
from tracker.gui.widgets.buttons import button, row_of
from tracker.gui.widgets.labels import heading, muted
from tracker.settings import Settings
from tracker.words import LANGUAGES, _


class SettingsDialog(QDialog):
    """``chosen`` carries the Settings as they shall be; what the dialog does not show is kept."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, now: Settings, *, signed: str, tray_available: bool) -> None:
        super().__init__(parent)
        self._now = now
        self.setWindowTitle(_("设置"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self.person = QLineEdit(now.person)
        self.person.setPlaceholderText(signed)
        self.person.setMaxLength(40)
        self.person.setToolTip(_("几个人轮流用一台电脑时，换人要改，操作记录才写得对"))
        self.language = _choice(list(LANGUAGES.items()), now.language)
        self.theme = _choice([("system", _("跟随系统")), ("light", _("浅色")), ("dark", _("深色"))], now.theme)
        self.size_of_words = _choice(list(zip(SIZES, _size_words(), strict=True)), now.font_points)
        self.remind = QCheckBox(_("打开台账时，在页面上方提醒逾期、临期和待审核"))
        self.remind.setChecked(now.remind)
        self.tray = QCheckBox(_("在系统托盘显示图标，每天提醒一次"))
        self.tray.setChecked(now.tray and tray_available)
        self.tray.setEnabled(tray_available)
        self.tray.setToolTip("" if tray_available else _("这个桌面没有系统托盘"))
        self.notice_at = QTimeEdit(_time(now.notice_at))
        self.notice_at.setDisplayFormat("HH:mm")
        self.notice_at.setEnabled(self.tray.isChecked())
        self.notice_at.setAccessibleName(_("每天提醒的时间"))
        self.tray.toggled.connect(self.notice_at.setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(heading(_("设置")))
        column.addWidget(muted(_("这些选择只属于本机和本人，不写进台账。"), wrap=True))
        column.addSpacing(4)
        for words, widget in (
            (_("我的姓名（每一步操作记录的署名）"), self.person),
            (_("界面语言"), self.language),
            (_("颜色"), self.theme),
            (_("字号"), self.size_of_words),
        ):
            name = QLabel(words)
            name.setProperty("kind", "name")
            name.setBuddy(widget)
            widget.setAccessibleName(words)
            column.addWidget(name)
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self.remind)
        column.addLayout(row_of(self.tray, self.notice_at, None))
        column.addSpacing(10)
        self.ok = button(_("保存"), self._save, kind="primary")
        self.ok.setDefault(True)
        column.addLayout(row_of(None, button(_("取消"), self.reject, kind=""), self.ok))

    def _save(self) -> None:
        self.chosen.emit(
            replace(
                self._now,
                person=self.person.text().strip(),
                language=str(self.language.currentData()),
                theme=str(self.theme.currentData()),
                font_points=float(self.size_of_words.currentData()),
                remind=self.remind.isChecked(),
                tray=self.tray.isChecked(),
                notice_at=self.notice_at.time().toString("HH:mm"),
            )
        )
        self.accept()


def _choice(choices: Sequence[tuple[object, str]], now: object) -> QComboBox:
    combo = QComboBox()
    for value, words in choices:
        combo.addItem(words, value)
    values = [value for value, _words in choices]
    combo.setCurrentIndex(values.index(now) if now in values else 0)
    return combo


def _size_words() -> tuple[str, ...]:
    return _("较小"), _("标准"), _("较大"), _("最大")


def _time(text: str) -> QTime:
    try:
        hour = time.fromisoformat(text)
    except ValueError:
        hour = time(9)
    return QTime(hour.hour, hour.minute)
