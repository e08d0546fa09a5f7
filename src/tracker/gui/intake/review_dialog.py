"""The dialog in which a person reviews what was read from a report, beside its source."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from tracker.domain.gaps import Place
from tracker.domain.kinds import ItemKind
from tracker.domain.review import Decision, DraftReview
from tracker.errors import UserError
from tracker.gui import ask
from tracker.gui.intake import looks
from tracker.gui.intake.commands import commands
from tracker.gui.intake.notice import summary
from tracker.gui.intake.panes import Panes
from tracker.gui.intake.session import ReviewSession
from tracker.gui.theme import LIGHT, Theme
from tracker.words import _


class ReviewDialog(QDialog):
    """``confirmed`` carries the ImportDraft of what was accepted. The dialog writes nothing and stays open:
    who opened it closes it when the draft has been written."""

    confirmed = Signal(object)

    def __init__(
        self,
        review: DraftReview,
        parent: QWidget | None = None,
        *,
        theme: Theme = LIGHT,
        units: Sequence[str] = (),
        people: Sequence[str] = (),
    ) -> None:
        """``units`` and ``people`` are the names that the ledger knows, offered to who types one."""
        super().__init__(parent)
        self.setObjectName("importReview")
        self.setWindowTitle(_("核对导入"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setStyleSheet(looks.sheet(theme))
        self.resize(QSize(1440, 880).boundedTo(self.screen().availableSize()))
        self.session = ReviewSession(review, self)
        self._commands = commands()
        self._asked_to_write = False  # faults of the header are shown then, not while nobody has had time to fill it
        self.panes = Panes(review, self._commands, theme, units=units, people=people)
        self.setLayout(self.panes)
        self._wire()
        self._refresh()

    def _wire(self) -> None:
        panes, session = self.panes, self.session
        session.changed.connect(self._refresh)
        session.moved.connect(self._show_current)
        session.refused.connect(self._refuse)
        panes.header.edited.connect(lambda fields: session.set_header(**fields))
        panes.outline.chosen.connect(self._show_section)
        panes.source.pressed_at.connect(self._go_to_words)
        panes.source.asked.connect(self.run)
        panes.source.selectionChanged.connect(self._enable)
        panes.candidates.chosen.connect(self._go)
        panes.form.edited.connect(session.edit)
        panes.form.kind_asked.connect(lambda: self.run("kind"))
        panes.form.links.chosen.connect(session.choose_link)
        panes.form.partners.paired.connect(lambda other, answers: session.pair(other, answers=answers))
        panes.candidates.pointed.connect(panes.source.light)
        panes.source.pointed.connect(panes.candidates.light)
        panes.notice.chosen.connect(self._go_to_place)
        panes.cancel.clicked.connect(self.reject)
        for name, command in self._commands.items():
            if name in panes.buttons:
                panes.buttons[name].clicked.connect(lambda _checked=False, name=name: self.run(name))
            for key in command.keys:
                if not command.plain:
                    shortcut = QShortcut(QKeySequence(key), self)
                    shortcut.activated.connect(lambda name=name: self.run(name))
                    continue
                for widget in (panes.candidates, panes.source):
                    shortcut = QShortcut(QKeySequence(key), widget, context=Qt.ShortcutContext.WidgetShortcut)
                    shortcut.activated.connect(lambda name=name: self.run(name))
        order = (
            panes.candidates,
            *panes.form.links.choices,
            panes.form.kind,
            panes.buttons["kind"],
            panes.form.title,
            panes.form.text,
            panes.form.cause,
            panes.form.measures,
            panes.form.partners,
            panes.form.rectification,
            panes.form.day,
            panes.form.standing,
            panes.form.lead,
            panes.form.support,
            panes.form.person,
            panes.form.leader,
            *(panes.buttons[name] for name in ("accept", "reject", "merge", "split")),
            panes.cancel,
            panes.buttons["write"],
            panes.header.title,
            panes.header.organization,
            panes.header.report_year,
            panes.header.kind,
            *(panes.buttons[name] for name in ("undo", "accept_all", "previous", "next", "next_gap")),
            panes.notice,
            panes.outline,
            panes.source,
            panes.buttons["add_problem"],
            panes.buttons["add_task"],
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # -- doing

    def run(self, name: str) -> None:
        """Do one command by its name, after what stands in the field one is typing in was taken over."""
        if name not in ("undo", "redo"):
            if not self.panes.form.commit():
                return
            self.panes.header.commit()
        session, source = self.session, self.panes.source
        match name:
            case "accept":
                session.accept()
            case "reject":
                session.reject()
            case "merge":
                session.merge()
            case "split":
                session.split(source.caret)
            case "kind":
                session.change_kind()
            case "link":
                session.toggle_link()
            case "next_gap":
                self.panes.notice.step(1)
            case "previous_gap":
                self.panes.notice.step(-1)
            case "accept_all":
                session.accept_all()
            case "previous":
                session.go_by(-1)
            case "next":
                session.go_by(1)
            case "undo":
                session.undo()
            case "redo":
                session.redo()
            case "add_problem":
                session.add(ItemKind.PROBLEM, *(source.selected or (source.caret, source.caret)))
            case "add_task":
                session.add(ItemKind.COMMITMENT, *(source.selected or (source.caret, source.caret)))
            case "write":
                self._write()

    def _write(self) -> None:
        review = self.session.review
        self._asked_to_write = True
        self._refresh()
        if review.header_faults():
            self.panes.header.focus_fault(review)
        elif not review.count(Decision.ACCEPTED):
            self.panes.notice.say(_("还没有采用任何事项。"), "warn")
        elif left := review.count(Decision.OPEN):
            ask.whether(
                self,
                _("还有 {number} 项没有核对。").format(number=left),
                _("没有核对的不写入台账；以后再导入这份报告，可以补上。"),
                _("写入已采用的 {number} 项").format(number=review.count(Decision.ACCEPTED)),
                self._confirm,
            )
        else:
            self._confirm()

    def _confirm(self) -> None:
        self.confirmed.emit(self.session.review.accepted_draft())

    def refuse_writing(self, error: UserError) -> None:
        """Say why the accepted draft could not be written; the review goes on."""
        self.panes.notice.say(escape(str(error)), "alert")
        self.panes.candidates.setFocus()

    def reject(self) -> None:
        """Leave without writing, after a question where something was decided."""
        if not self.session.can_undo:
            super().reject()
            return
        ask.whether(
            self,
            _("放弃这次核对？"),
            _("已做的核对不会保留，台账不会改动。"),
            _("放弃核对"),
            lambda: QDialog.reject(self),
        )

    # -- going

    def _go(self, index: int) -> None:
        if self.panes.form.commit():
            self.session.go(index)
        else:
            self.panes.candidates.go(self.session.current)

    def _go_to_words(self, offset: int) -> None:
        index = self.session.review.index_at(offset)
        if index is not None:
            self._go(index)

    def _go_to_place(self, place: Place) -> None:
        if place.index is not None:
            self._go(place.index)
        elif place.offset is not None:
            self._show_section(place.offset)

    def _show_section(self, offset: int) -> None:
        self.panes.source.place_caret(offset)
        self.panes.source.show_top(offset)

    # -- showing

    def _refresh(self) -> None:
        review, panes = self.session.review, self.panes
        source = review.source
        panes.title.setText(_("核对导入：{title}").format(title=source.title or source.file_name))
        panes.summary.setText(summary(review))
        panes.header.show_review(review, faults=self._asked_to_write or _opened_with_faults(review))
        panes.outline.show_review(review)
        panes.notice.show_review(review)
        self._show_current(self.session.current)

    def _show_current(self, index: int) -> None:
        review, panes = self.session.review, self.panes
        entry = review.entries[index] if 0 <= index < len(review.entries) else None
        panes.candidates.show_review(review, index)
        panes.source.show_review(review, index)
        panes.form.show_entry(review, index)
        if entry is not None:
            panes.outline.mark(entry.start)
            panes.source.reveal(entry.start)
        self._enable()

    def _enable(self) -> None:
        review, current, buttons = self.session.review, self.session.current, self.panes.buttons
        entry = review.entries[current] if 0 <= current < len(review.entries) else None
        kind = entry.candidate.kind if entry else ItemKind.PROBLEM
        words = _("改为任务") if kind is ItemKind.PROBLEM else _("改为问题")
        buttons["kind"].setText(replace(self._commands["kind"], words=words).shown)
        accepted = review.count(Decision.ACCEPTED)
        words = _("写入台账（{number} 项）").format(number=accepted)
        buttons["write"].setText(replace(self._commands["write"], words=words).shown)
        buttons["accept"].setEnabled(entry is not None and entry.known_as is None)
        buttons["merge"].setEnabled(current > 0)
        buttons["reject"].setEnabled(entry is not None and entry.known_as is None)
        for name in ("kind", "split"):
            buttons[name].setEnabled(entry is not None)
        buttons["previous"].setEnabled(current > 0)
        buttons["next"].setEnabled(0 <= current < len(review.entries) - 1)
        buttons["accept_all"].setEnabled(review.count(Decision.OPEN) > 0)
        buttons["next_gap"].setEnabled(self.panes.notice.can_step)
        buttons["undo"].setEnabled(self.session.can_undo)
        buttons["write"].setEnabled(accepted > 0)
        for name in ("add_problem", "add_task"):
            buttons[name].setEnabled(self.panes.source.selected is not None)

    def _refuse(self, error: UserError) -> None:
        if not self.panes.form.show_refusal(error):
            self.panes.notice.say(escape(str(error)), "alert")

    # -- events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panes.candidates.setFocus()
        if 0 <= self.session.current < len(self.session.review.entries):
            self.panes.source.reveal(self.session.review.entries[self.session.current].start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field ends the typing and goes back to the list; a QDialog would press a button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.panes.candidates.setFocus()
            return
        super().keyPressEvent(event)


def _opened_with_faults(review: DraftReview) -> bool:
    """A year that could not be read is asked for at once: no code can be given without it."""
    return review.source.report_year is None and bool(review.entries)
