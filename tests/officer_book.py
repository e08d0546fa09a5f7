"""The officer's own book: what each item should be by now, reckoned from what was done, never read from the program."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl

from tests.officer_papers import OFFICE, Paper
from tracker.domain.cards import ItemCard

_ASSIGNED, _STARTED = "未启动", "整改中"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as it should stand; ``status`` as the screen words it."""

    code: str
    title: str
    deadline: date | None
    lead: str = ""
    status: str = "待分解"
    percent: int = 0
    evidence: int = 0

    @property
    def cells(self) -> list[str]:
        """What its row in the table shows."""
        day, files = self.deadline.isoformat() if self.deadline else "未定", str(self.evidence or "—")
        return [self.code, self.title, self.lead or "未明确", day, f"{self.percent}%", self.status, files]

    @staticmethod
    def of(card: ItemCard) -> "Entry":
        """What the program has made of it."""
        return Entry(
            card.code, card.title, card.deadline_current, card.lead, card.status.word, card.percent, card.evidence
        )


class Book:
    """``entries`` by code, in the order of the whole list: the newest year first, in each year problems first."""

    def __init__(self, today: date) -> None:
        self._today = today
        self.entries: dict[str, Entry] = {}
        self._pages: list[dict[str, Entry]] = []  # as it was before each step
        self._torn: list[dict[str, Entry]] = []  # as it was before each undo

    @property
    def codes(self) -> list[str]:
        return list(self.entries)

    # -- what was done

    def imported(self, paper: Paper, problems: Iterable[tuple[str, str]], tasks: Iterable[tuple[str, str]]) -> None:
        """A report's items were written: problems of its year, tasks of the year after, due at its end."""
        self._turn()
        for n, (title, _words) in enumerate(problems, 1):
            self._enter(Entry(f"{paper.year}-问-{n:02}", title, None))
        for n, (title, _words) in enumerate(tasks, 1):
            self._enter(Entry(f"{paper.year + 1}-计-{n:02}", title, date(paper.year + 1, 12, 31)))
        order = sorted(self.entries, key=lambda code: (-int(code[:4]), code[5] != "问", code))
        self.entries = {code: self.entries[code] for code in order}

    def assigned(self, code: str, unit: str) -> None:
        self._turn()
        self._enter(replace(self.entries[code], lead=unit, status=_ASSIGNED))

    def due(self, codes: Iterable[str], day: date) -> None:
        """One step, however many items."""
        self._turn()
        for code in codes:
            self._enter(replace(self.entries[code], deadline=day))

    def attached(self, code: str, files: int) -> None:
        self._turn()
        self._enter(replace(self.entries[code], evidence=self.entries[code].evidence + files))

    def started(self, code: str) -> None:
        self._turn()
        self._enter(replace(self.entries[code], status=_STARTED))

    def went_on(self, code: str, percent: int) -> None:
        self._turn()
        self._enter(replace(self.entries[code], percent=percent))

    def view_saved(self) -> None:
        self._turn()

    def undone(self) -> None:
        self._torn.append(self.entries)
        self.entries = self._pages.pop()

    def redone(self) -> None:
        self._pages.append(self.entries)
        self.entries = self._torn.pop()

    def _turn(self) -> None:
        self._pages.append(dict(self.entries))
        self._torn.clear()

    def _enter(self, entry: Entry) -> None:
        self.entries[entry.code] = entry

    # -- what it says

    def led_by(self, unit: str) -> list[str]:
        """The codes of one unit's items."""
        return [code for code, entry in self.entries.items() if entry.lead == unit]

    def units(self) -> dict[str, int]:
        """How many items each unit has, and how many have none."""
        return dict(Counter(entry.lead or "未明确" for entry in self.entries.values()))

    def overdue(self) -> int:
        """How many are past their day; nothing is closed yet."""
        return sum(entry.deadline is not None and entry.deadline < self._today for entry in self.entries.values())

    def totals_line(self) -> str:
        """The line that the official sheet prints beneath."""
        number, started = len(self.entries), sum(entry.status == _STARTED for entry in self.entries.values())
        today, week = self._today, self._today + timedelta(days=7)
        soon = sum(entry.deadline is not None and today <= entry.deadline <= week for entry in self.entries.values())
        return (
            f"合计 {number} 项：已销号 0，整改中 {started}，持续 0，未启动 {number - started}，"
            f"逾期 {self.overdue()}，临期 {soon}，销号率 0.0%（0/{number}）"
        )

    # -- comparing

    def check(self, cards: Sequence[ItemCard]) -> None:
        """The program's own items are as this book has them, each one."""
        found = {card.code: Entry.of(card) for card in cards if card.code in self.entries}
        assert found == self.entries

    def check_workbook(self, file: Path) -> None:
        """The exported sheets name the same items, in figures and in words."""
        book = openpyxl.load_workbook(file)
        form, detail = book["进度表"], book["明细"]
        words = [str(cell) for row in form.iter_rows(values_only=True) for cell in row if cell is not None]
        assert any(OFFICE in each for each in words)
        assert self.totals_line() in [each.replace("\n", "") for each in words]
        heads, *rows = detail.iter_rows(values_only=True)
        places = {str(head).replace("\n", ""): place for place, head in enumerate(heads)}
        found = {}
        for row in rows:
            day = row[places["现定时限"]]
            found[str(row[places["编号"]])] = Entry(
                str(row[places["编号"]]),
                str(row[places["事项"]]),
                day.date() if isinstance(day, datetime) else None,
                str(row[places["牵头单位"]] or ""),
                str(row[places["状态"]]),
                round(100 * float(str(row[places["进度"]] or 0))),
                int(str(row[places["佐证份数"]] or 0)),
            )
        assert found == self.entries
        assert len(rows) == len(self.entries)
        book.close()
