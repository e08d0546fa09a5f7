"""Real ledgers for tests, with a clock that stands still until it is set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tracker.domain.drafts import Candidate, DraftDeadline, DraftMeasure, DraftOwners, ImportDraft, Span
from tracker.domain.items import Item
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.ledger import Ledger
from tracker.operations.reports import Imported, ImportReport


@dataclass
class Clock:
    """The time a test says it is."""

    time: datetime = datetime(2025, 5, 20, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def set(self, day: date) -> None:
        self.time = datetime(day.year, day.month, day.day, 3, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Iterator[Ledger]:
    """An empty ledger of a fictional office, in a folder with a Chinese name and a blank."""
    made = Ledger.create(tmp_path / "台账 甲", office="云岭市水务局", actor="陈法规", clock=clock)
    yield made
    made.close()


def candidate(number: int, kind: ItemKind = ItemKind.PROBLEM, **values: Any) -> Candidate:
    """A candidate with words of its own, so that no two are taken for one."""
    text = f"{'一二三四五六七八九十'[number % 10]}是第{number}件事情还需要改进。"
    return Candidate(kind, f"第{number}件事情", text, (Span(number * 20, number * 20 + len(text)),), **values)


def draft(
    *candidates: Candidate, year: int | None = 2024, text: str = "云岭市水务局年度报告全文", sha256: str = "a" * 64
) -> ImportDraft:
    return ImportDraft("报告.txt", sha256, text, "云岭市水务局2024年度报告", "云岭市水务局", year, candidates)


def sample(sha256: str = "a" * 64) -> ImportDraft:
    """Two problems and two tasks; the first task has owners, steps and a presumed deadline."""
    presumed = DraftDeadline(DeadlineKind.DATE, date(2025, 12, 31), presumed=True)
    return draft(
        candidate(1, cause="人手不足"),
        candidate(2),
        candidate(
            3,
            ItemKind.COMMITMENT,
            deadline=presumed,
            owners=DraftOwners(("法规科",), ("执法大队", "办公室"), ("王小河",), ("李副局长",)),
            measures=(DraftMeasure("印发清单"), DraftMeasure("组织培训")),
        ),
        candidate(4, ItemKind.COMMITMENT, deadline=presumed),
        sha256=sha256,
    )


@pytest.fixture
def imported(ledger: Ledger, tmp_path: Path) -> Imported:
    """The sample report in the ledger, its file kept."""
    file = tmp_path / "报告.txt"
    file.write_text("云岭市水务局年度报告全文", encoding="utf-8")
    return ledger.perform(ImportReport(sample(ledger.keep_report(file).sha256))).value


@pytest.fixture
def problem(ledger: Ledger, imported: Imported) -> Item:
    return ledger.ask.item_by_code("2024-问-01")


@pytest.fixture
def task(ledger: Ledger, imported: Imported) -> Item:
    return ledger.ask.item_by_code("2025-计-01")
