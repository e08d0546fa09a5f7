"""A scripted hour of an officer's work at the real window, by keys and mouse alone."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import openpyxl
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.officer_book import Book
from tests.officer_desk import Desk
from tests.officer_hands import Hands
from tests.officer_papers import EARLIER, LATEST, proofs
from tracker.domain import pinyin
from tracker.domain.cards import ItemCard
from tracker.gui.export.export_dialog import ExportDialog
from tracker.gui.intake.review_dialog import ReviewDialog
from tracker.gui.items.bulk_dialog import BulkDialog
from tracker.gui.items.filter_popup import ValuesPopup
from tracker.gui.items.item_list import Group
from tracker.gui.items.table_columns import PLACES
from tracker.gui.items.view_dialogs import ViewDialog
from tracker.gui.main_window import MainWindow
from tracker.ledger import Ledger, collector_paused
from tracker.operations.notes import AddNote

# ten units, each with what is typed for it once the ledger knows it
UNITS = {
    "水政监察支队": "szjc", "河湖管理科": "hhgl", "供水保障中心": "gsbz", "规划计划科": "ghjh", "农村水利科": "ncsl",
    "安全监督科": "aqjd", "行政审批科": "xzsp", "政策法规科": "zcfg", "财务审计科": "cwsj", "水文信息中心": "swxx",
}  # fmt: skip
VIEW = "两份报告"
_FIRST = "xdzdxz"  # the initials of 修订重大行政决策程序规定, the first item of both reports in the whole list
_LOOK = 400  # milliseconds that one looks at something; then the window takes it for wanted, and remembers it


class Officer:
    """``steps`` are to be done in their order; each asserts what one would see on the screen then.

    ``files`` is a folder for what is imported, attached and exported. The ledger may have items of its own, as long
    as they are of other years' series than those of the two reports.
    """

    def __init__(self, window: MainWindow, files: Path, hands: Hands) -> None:
        self.window, self.files, self.hands = window, files, hands
        self.table = window.items.table
        self.desk, self.book = Desk(window, hands), Book(window.today)
        self._before = len(window.model.items.cards)
        self._overdue_before = self.desk.number("overdue")
        self._before_steps: list[int] = []  # what stood in the ledger before each step that may be undone, as a sum

    def steps(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """The hour, by the names of its parts."""
        return (
            ("drop two reports, read the first", self.drop_reports),
            ("review the first", self.review_first),
            ("write it, read the second", self.write_first),
            ("review the second", self.review_second),
            ("write it, go to its items", self.write_second),
            ("find an item by typing", self.find_item),
            ("assign ten items to new units", self.assign_new_units),
            ("assign five more by initials", lambda: self.assign_by_initials(5)),
            ("show the items of one report", self.show_report),
            ("assign fifteen more by initials", lambda: self.assign_by_initials(15)),
            ("search by initials", self.search),
            ("sort by a header", self.sort),
            ("filter by two reports", self.filter_reports),
            ("group by unit", self.group),
            ("save a view", self.save_view),
            ("attach twenty files to five items", self.attach),
            ("select a range, open the bulk edit", self.select_range),
            ("change its deadlines", self.change_deadlines),
            ("start three items", self.start_items),
            ("tell how far they are", self.tell_percents),
            ("undo ten steps", self.undo_ten),
            ("redo seven", self.redo_seven),
            ("read what a colleague has written", self.refresh),
            ("click a number of the dashboard", self.look_at_dashboard),
            ("export the view", self.export_view),
            ("export everything", self.export_all),
        )

    # -- importing

    def drop_reports(self) -> None:
        files = [EARLIER.write_docx(self.files), LATEST.write_text(self.files)]
        self.hands.drop(self.window, files)
        self.hands.until(lambda: self.desk.reviewed() == EARLIER.title, "the first report to be read")
        review = self.desk.opened(ReviewDialog)
        assert review.panes.candidates.model().rowCount() == len(EARLIER.problems) + len(EARLIER.tasks)

    def review_first(self) -> None:
        """The first is right, the second is none, the third is a task rather than a problem, all others are right."""
        review = self.desk.opened(ReviewDialog)
        self.hands.press("Return", "Delete", "Ctrl+T", "Ctrl+Shift+A")
        assert "19 项" in review.panes.buttons["write"].text()

    def write_first(self) -> None:
        self.hands.press("Ctrl+Return")
        self.hands.until(lambda: self.desk.reviewed() == LATEST.title, "the second report to be read")
        problems = (EARLIER.problems[0], *EARLIER.problems[3:])
        self.book.imported(EARLIER, problems, (EARLIER.problems[2], *EARLIER.tasks))
        self.book.check(self.window.model.items.cards)

    def review_second(self) -> None:
        """All are right but the last two: they are one thing, and it is not decided yet."""
        review = self.desk.opened(ReviewDialog)
        number = len(LATEST.problems) + len(LATEST.tasks)
        self.hands.press(*["Return"] * (number - 2), "Alt+Down", "Ctrl+M")
        assert review.panes.candidates.model().rowCount() == number - 1
        assert f"{number - 2} 项" in review.panes.buttons["write"].text()

    def write_second(self) -> None:
        """What was not decided is left out, after a question."""
        self.hands.press("Ctrl+Return")
        assert "还有 1 项没有核对" in self.desk.opened(QMessageBox).text()
        self.hands.press("Return")
        self.hands.until(lambda: QApplication.activeModalWidget() is None, "the list of items")
        self.book.imported(LATEST, LATEST.problems, LATEST.tasks[:-2])
        self._compare()
        assert self.window.items.title == "全部事项"
        assert self.desk.shown() == self._before + 39
        assert self.desk.at() == "2024-问-01"

    # -- assigning

    def find_item(self) -> None:
        self.hands.press("Ctrl+2")
        self.hands.until(pinyin.ready, "the readings of characters")
        self.hands.type(_FIRST)
        assert self.desk.at() == "2025-计-01"

    def assign_new_units(self) -> None:
        """Their names are entered in Chinese; the first two items get another day, by way of Tab."""
        self.desk.to_column("lead")
        for n, unit in enumerate(UNITS):
            code = self.desk.at()
            self.hands.press("F2")
            self.hands.write(unit)
            self._remember()
            self.hands.press("Tab" if n < 2 else "Return")
            self.book.assigned(code, unit)
            self._compare(code)
            if n < 2:
                self._remember()
                self.hands.press("Ctrl+A")
                self.hands.type("2025-11-30")
                self.hands.press("Return", "Left")
                self.book.due([code], date(2025, 11, 30))
                self._compare(code)

    def assign_by_initials(self, number: int) -> None:
        """The first Enter takes the name that is offered, the second one the entry."""
        self.desk.to_column("lead")
        for n in range(number):
            code, (unit, initials) = self.desk.at(), list(UNITS.items())[n % len(UNITS)]
            self.hands.press("F2")
            self.hands.type(initials)
            self._remember()
            self.hands.press("Return", "Return")
            self.book.assigned(code, unit)
            self._compare(code)

    def show_report(self) -> None:
        self.desk.go("报告")
        reports = self.window.pages.reports.list
        titles = [entry.title for entry in reports.entries.entries]
        self.hands.click_row(reports, titles.index(EARLIER.title))
        self.hands.press("Return")
        assert self.desk.shown() == 19
        assert self.window.items.bar.chips[0].text().startswith("来源文件：云岭市水务局2023年度")
        self.hands.click_row(self.table, 0)

    # -- finding

    def search(self) -> None:
        self.desk.go("全部事项")
        self.hands.press("Ctrl+F")
        self.hands.type("szjc")
        theirs = self.book.led_by("水政监察支队")
        self.hands.until(lambda: [card.code for card in self.desk.cards()] == theirs, "the items of one unit")
        self.hands.press("Down")
        assert self.table.hasFocus()
        self.hands.press("Escape")
        assert self.desk.shown() == self._before + 39

    def sort(self) -> None:
        """Upwards, downwards, and the ledger's own order again."""
        head, whole = self.table.horizontalHeader(), self.desk.cards()
        place = head.viewport().rect().center()
        place.setX(head.sectionViewportPosition(PLACES["deadline"]) + 20)
        self.hands.click(head.viewport(), place)
        up = [card.deadline_current for card in self.desk.cards()]
        assert up == sorted(up, key=lambda day: (day is None, day or date.max))
        assert up[0] != up[-1]
        self.hands.click(head.viewport(), place)
        assert [card.deadline_current for card in self.desk.cards()] == up[::-1]
        self.hands.click(head.viewport(), place)
        assert self.desk.cards() == whole

    def filter_reports(self) -> None:
        """＋ 筛选 › 来源文件 › both boxes."""
        self.hands.click(self.window.items.bar.more)
        self.desk.choose("来源文件")
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, ValuesPopup)
        titles = [choice.words for choice in popup.list.ticks.shown]
        for title in sorted((EARLIER.title, LATEST.title), key=titles.index):
            self.hands.press(*["Down"] * (titles.index(title) - popup.list.currentIndex().row()), "Space")
        self.hands.press("Return")
        assert sorted(card.code for card in self.desk.cards()) == sorted(self.book.codes)

    def group(self) -> None:
        """分组 › 责任单位."""
        self.hands.click(self.window.items.bar.group)
        self.desk.choose("责任单位")
        groups = {line.heading: line.total for line in self.window.model.items.lines if isinstance(line, Group)}
        assert groups == self.book.units()
        assert len(groups) == len(UNITS) + 1
        self.hands.rest(_LOOK)

    def save_view(self) -> None:
        self.hands.press("Ctrl+D")
        self.desk.opened(ViewDialog)
        self.hands.write(VIEW)
        self._remember()
        self.hands.press("Return")
        self.book.view_saved()
        assert self.window.items.title == VIEW
        assert [view.name for view in self.window.views.views] == [VIEW]
        assert self.desk.shown() == len(self.book.entries)

    # -- working

    def attach(self) -> None:
        """Four files each, to the first five items of the view, dropped on the panel."""
        tab, tabs = self.window.panel.evidence, self.window.panel.tabs
        place = tabs.indexOf(tab)
        self.hands.click_row(self.table, 1)  # beneath the heading of the first group
        self.hands.click(tabs.tabBar(), tabs.tabBar().tabRect(place).center())
        files = proofs(self.files / "佐证", 20)
        for n in range(5):
            self.hands.click_row(self.table, self.table.currentIndex().row())
            code = self.desk.at()
            assert tabs.tabText(place) == "佐证"
            self._remember()
            self.hands.drop(tab, files[4 * n : 4 * n + 4])
            self.hands.until(lambda: tabs.tabText(place) == "佐证 4", "four files in the panel")
            self.book.attached(code, 4)
            self._compare(code)
            assert tab.list.model().rowCount() == 4
            self.hands.press("Down")

    def select_range(self) -> None:
        """Twelve items of the whole list, which is grouped no more."""
        self.desk.go("全部事项")
        group = self.window.items.bar.group
        self.hands.click(group, group.rect().center() + QPoint(group.width() // 2 - 8, 0))  # its ✕
        assert all(isinstance(line, ItemCard) for line in self.window.model.items.lines)
        self.hands.press("Ctrl+2")
        self.hands.type(_FIRST)
        assert self.desk.at() == "2025-计-01"
        self.hands.press(*["Shift+Down"] * 11)
        assert self.window.items.bar.count.text().endswith("已选 12")
        assert [card.code for card in self.table.selected_cards()] == self.book.codes[:12]
        self.hands.press("Ctrl+B")
        assert self.desk.opened(BulkDialog).windowTitle() == "批量修改（12 项）"

    def change_deadlines(self) -> None:
        """Three of the days were fixed already, so there must be a reason."""
        dialog = self.desk.opened(BulkDialog)
        self.hands.click(dialog.form.day.line)
        self.hands.type("2025-10-31")
        self.hands.press("Return")
        assert "3 项的时限已经定下" in dialog.refusal.text()
        self.hands.click(dialog.form.reason)
        self.hands.write("汛期任务集中，统一调整")
        self._remember()
        self.hands.press("Return")
        self.hands.until(lambda: QApplication.activeModalWidget() is None, "the bulk edit")
        self.book.due(self.book.codes[:12], date(2025, 10, 31))
        self._compare()

    def start_items(self) -> None:
        """整改中, by the list that opens in the cell."""
        self.hands.press(*["Up"] * 11)
        self.desk.to_column("status")
        for _n in range(3):
            code = self.desk.at()
            self._remember()
            self.hands.press("F2", "Return")
            self.book.started(code)
            self._compare(code)

    def tell_percents(self) -> None:
        """The arrow takes five at a time."""
        self.hands.press(*["Up"] * 3)
        self.desk.to_column("percent")
        for _n in range(3):
            code = self.desk.at()
            self._remember()
            self.hands.press("F2", *["Up"] * 4, "Return")
            self.book.went_on(code, 20)
            self._compare(code)

    # -- taking back

    def undo_ten(self) -> None:
        """Each takes back the last step that stands, and nothing else."""
        for _n in range(10):
            self.hands.press("Ctrl+Z")
            self.book.undone()
            assert self._sum() == self._before_steps.pop(), "not all is as it was before"
            self._compare()
        assert [view.name for view in self.window.views.views] == [VIEW], "that was done before"

    def redo_seven(self) -> None:
        """Files, days and starts come back; how far the items are stays forgotten."""
        self.hands.press(*["Ctrl+Y"] * 7)
        for _n in range(7):
            self.book.redone()
        self._compare()
        entries = self.book.entries.values()
        assert sum(entry.evidence for entry in entries) == 20
        assert sum(entry.status == "整改中" for entry in entries) == 3
        assert sum(entry.percent for entry in entries) == 0

    def refresh(self) -> None:
        """Somebody else begins an item at the command line; F5 shows it."""
        code = self.book.codes[3]
        colleague = Ledger(self.window.ledger.folder, actor="王科员", clock=self.window.ledger.clock)
        colleague.perform(AddNote(colleague.ask.item_by_code(code).id, "已印发通知"))
        colleague.close()
        self.book.started(code)
        at = self.desk.at()
        self.hands.press("F5")
        self.hands.until(lambda: self.desk.cells(code) == self.book.entries[code].cells, "the colleague's change")
        self._compare(code)
        assert self.desk.at() == at

    # -- showing others

    def look_at_dashboard(self) -> None:
        """The number of what is overdue leads to that many items."""
        self.hands.press("Ctrl+1")
        assert self.desk.number("overdue") == self._overdue_before + self.book.overdue()
        self.hands.click(self.window.pages.dashboard.tiles.tile("overdue"))
        assert self.window.items.title == "逾期"
        assert self.desk.shown() == self._overdue_before + self.book.overdue()

    def export_view(self) -> None:
        self.desk.go(VIEW)
        target = self._export("view.xlsx")
        self.book.check_workbook(target)

    def export_all(self) -> None:
        target = self._export("all.xlsx", "Down")
        book = openpyxl.load_workbook(target, read_only=True)
        rows = book["明细"].iter_rows(max_col=1, values_only=True)
        codes = {str(row[0]) for row in rows}
        book.close()
        assert len(codes) == 1 + self._before + len(self.book.entries)
        assert codes >= set(self.book.codes)

    def _export(self, name: str, *keys: str) -> Path:
        """By the dialog's keys; ``keys`` choose another scope than the list that is shown."""
        target = self.files / name
        self.hands.press("Ctrl+S")
        dialog = self.desk.opened(ExportDialog)
        self.hands.press(*keys)
        self.hands.click(dialog.target)
        self.hands.press("Ctrl+A")
        self.hands.write(str(target))
        self.hands.press("Return")
        box = self.desk.opened(QMessageBox)
        assert box.text() == name
        self.hands.press("Escape")
        return target

    # -- reckoning

    def _remember(self) -> None:
        """Look at everything once more, before it is changed."""
        self._before_steps.append(self._sum())

    def _sum(self) -> int:
        """A sum over all that the list can show; ten thousand cards kept or collected would slow the window."""
        with collector_paused():
            return hash(tuple(self.window.ledger.cards()))

    def _compare(self, code: str = "") -> None:
        """What the window has is what the book says; the row of ``code`` shows it."""
        self.book.check(self.window.model.items.cards)
        if code:
            cells, wanted = self.desk.cells(code), self.book.entries[code].cells
            assert cells == wanted, f"{code} shows {cells}, not {wanted}"
