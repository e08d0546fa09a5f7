"""A real window on a real ledger, dressed as at the start."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tracker.domain.drafts import Candidate, DraftDeadline, DraftMeasure, DraftOwners, ImportDraft, Span
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.domain.reports import ExcerptRole
from tracker.gui import appearance
from tracker.gui.main_window import MainWindow
from tracker.ledger import Ledger
from tracker.operations.deadlines import SetDeadline
from tracker.operations.people import AssignOwners
from tracker.operations.reports import ImportReport

W = TypeVar("W", bound=QWidget)
NOW = datetime(2025, 5, 20, 3, 0, tzinfo=UTC)
TODAY = date(2025, 5, 20)
OFFICE = "云岭市水务局"

_STATEMENT = "一是执法人员法治素养有待提高。主要原因是培训不够系统。"
TEXT = (
    "云岭市水务局二〇二四年度法治政府建设情况报告\r\n𠮷祥街道附注\r\n" + "工作进展顺利。\r\n" * 60 + _STATEMENT + "\r\n"
)


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """The program's own font, colours and style sheet."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    appearance.dress(qapp)


def draft(sha256: str) -> ImportDraft:
    """Two problems and two tasks of one report; the first problem has its words in it."""
    start = TEXT.index(_STATEMENT)
    cause = TEXT.index("培训不够系统")
    presumed = DraftDeadline(DeadlineKind.DATE, date(2025, 12, 31), presumed=True)
    problem, task = ItemKind.PROBLEM, ItemKind.COMMITMENT
    first = Candidate(
        problem,
        "执法人员法治素养有待提高",
        "执法人员法治素养有待提高。",
        (Span(start, start + 15), Span(cause, cause + 6, ExcerptRole.CAUSE)),
        "三、存在问题",
        "培训不够系统",
        measures=(DraftMeasure("印发计划"), DraftMeasure("组织轮训"), DraftMeasure("检查案卷")),
    )
    return ImportDraft(
        "报告.txt",
        sha256,
        TEXT,
        "云岭市水务局2024年度法治政府建设情况报告",
        OFFICE,
        2024,
        (
            first,
            Candidate(problem, "河道巡查记录不完整", "河道巡查记录不完整，个别月份缺失。", (Span(0, 5),)),
            Candidate(
                task,
                "开展全员轮训",
                "开展全员轮训，提高执法水平。",
                (Span(5, 9),),
                deadline=presumed,
                owners=DraftOwners(("政策法规科",), (), ("王小河",), ("李副局长",)),
            ),
            Candidate(task, "修订水政执法规程", "修订水政执法规程。", (Span(9, 12),), deadline=presumed),
        ),
    )


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled ledger that each test gets a copy of: making one takes a third of a second."""
    place = tmp_path_factory.mktemp("template")
    ledger = Ledger.create(place / "台账", office=OFFICE, actor="陈法规", clock=lambda: NOW)
    file = place / "报告.txt"
    file.write_text(TEXT, encoding="utf-8", newline="")
    ledger.perform(ImportReport(draft(ledger.keep_report(file).sha256)))
    first = ledger.ask.item_by_code("2024-问-01")
    ledger.perform(AssignOwners(first.id, lead=("执法大队",), person=("赵强",)))
    ledger.perform(SetDeadline(first.id, TODAY - timedelta(days=5)))
    ledger.close()
    return place / "台账"


@pytest.fixture
def ledger(template: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The filled ledger."""
    folder = tmp_path / "台账"
    shutil.copytree(template, folder)
    made = Ledger(folder, actor="陈法规", clock=lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def window(ledger: Ledger, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the filled ledger, shown and settled, with the first problem chosen."""
    made = shown(MainWindow(ledger), qtbot)
    made.navigation.go("all")
    go(made, "2024-问-01")
    yield made
    made.close()


def shown(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """``window`` after its first paint, when all that follows it is there; the first page is the dashboard."""
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.settled)
    return window


def go(window: MainWindow, code: str) -> int:
    """Choose an item; its id."""
    item = window.ledger.ask.item_by_code(code)
    assert window.items.go_to(item.id)
    return item.id


def opened(window: QWidget, kind: type[W]) -> W:
    """The visible dialog of ``kind`` over ``window``."""
    found = [each for each in window.findChildren(kind) if each.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key; QtBot's own helpers are untyped."""
    QTest.keyClick(widget, key, modifier)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click with the left button, in the middle where no place is given."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or widget.rect().center())


def type_words(editor: QWidget, words: str) -> None:
    """Enter Chinese words as an input method does; QTest has no keys for them."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


def dropping(files: list[Path]) -> QDropEvent:
    """The event of dropping ``files`` from the desktop."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    made = QDropEvent(QPointF(5, 5), action, data, button, Qt.KeyboardModifier.NoModifier)
    made.test_data = data  # type: ignore[attr-defined]  # the event does not keep it alive
    return made
