"""A ledger, a window and a report of a fictional bureau for the tests of the import review."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tracker.domain.drafts import ImportDraft
from tracker.gui.appearance import dress
from tracker.gui.intake.importing import Importing
from tracker.gui.intake.review_dialog import ReviewDialog
from tracker.gui.perform import Performer
from tracker.gui.tasks import Tasks
from tracker.intake.read_report import read_report
from tracker.ledger import Ledger
from tracker.operations.reports import Imported

REPORT = """云溪县水务局2023年度法治政府建设情况报告

　　2023年，云溪县水务局认真落实法治政府建设各项要求，现将有关情况报告如下。

一、主要举措和成效

（一）健全制度体系。全年修订制度六项，解决历史遗留问题三个。

（二）规范行政执法。开展案卷评查两次。

二、存在的问题

　　一是河道巡查不够经常。部分乡镇每月只查一次，发现问题偏晚。主要原因是巡查人手不足，装备老旧。

　　二是水费公示不够及时。个别供水站公示栏长期没有更新。

三、2024年工作安排

（一）补齐巡查队伍。2024年6月底前完成招录，配齐巡查船。（责任单位：河湖科、人事科）

（二）规范水费公示。每月更新公示栏内容。

（三）加强法治培训。全年组织专题培训两期，提高执法人员能力。

云溪县水务局
2024年1月20日
"""


# The year before: one problem and one task come again in REPORT, the others do not
EARLIER = """云溪县水务局2022年度法治政府建设情况报告

一、主要举措和成效

（一）健全制度体系。全年修订制度四项。

二、存在的问题

　　一是河道巡查还不经常。部分乡镇每月只查一次，发现问题偏晚，装备老旧。

　　二是办公用房紧张。信访接待没有固定场所。

三、2023年工作安排

（一）加强法治培训。全年组织专题培训三期，提高执法人员能力。

（二）修缮泵站。年底前修缮泵站三座。

云溪县水务局
2023年1月18日
"""


def typed_into(widget: QWidget, words: str) -> None:
    """Type as an input method does: QTest has no keys for Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


@dataclass
class Desk:
    """All that an import needs, and what came of it."""

    ledger: Ledger
    importing: Importing
    window: QWidget
    qtbot: QtBot
    results: list[Imported] = field(default_factory=list)

    def opened(self) -> ReviewDialog:
        """The review dialog, once the reading has ended and it is shown."""
        self.qtbot.waitUntil(lambda: self.importing.dialog is not None and self.importing.dialog.isVisible())
        dialog = self.importing.dialog
        assert dialog is not None
        return dialog

    def box(self) -> QMessageBox:
        """The question or message that is shown."""

        def found() -> list[QMessageBox]:
            return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def kept_files(self) -> list[Path]:
        return [path for path in (self.ledger.folder / "reports").rglob("*") if path.is_file()]


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    if not qapp.styleSheet():
        dress(qapp)
    return qapp


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger.create(tmp_path / "台账", actor="周澄", clock=lambda: datetime(2024, 3, 4, 9, 30, tzinfo=UTC))
    yield made
    made.close()


@pytest.fixture
def desk(dressed: QApplication, qtbot: QtBot, ledger: Ledger) -> Iterator[Desk]:
    window = QWidget()
    qtbot.addWidget(window)
    tasks = Tasks(window)
    importing = Importing(ledger, tasks, Performer(ledger, window), window)
    made = Desk(ledger, importing, window, qtbot)
    importing.imported.connect(made.results.append)
    window.show()
    yield made
    tasks.shutdown()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "水务局2023.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


@pytest.fixture
def earlier_report(tmp_path: Path) -> Path:
    file = tmp_path / "水务局2022.txt"
    file.write_text(EARLIER, encoding="utf-8")
    return file


@pytest.fixture
def draft(report: Path) -> ImportDraft:
    return read_report(report)


@pytest.fixture
def open_review(dressed: QApplication, qtbot: QtBot) -> Callable[[ReviewDialog], ReviewDialog]:
    """Shows a dialog and waits until it can be typed into."""

    def show(dialog: ReviewDialog) -> ReviewDialog:
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        return dialog

    return show
