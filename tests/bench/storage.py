"""Storage: import, list read and one saved edit, each against plain sqlite3 doing the same to the same tables."""

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

from tests.bench.common import Ratio, in_turns
from tracker.domain.drafts import Candidate, DraftDeadline, DraftOwners, ImportDraft, Span
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.ledger import Ledger
from tracker.operations.items import EditItem
from tracker.operations.reports import ImportReport
from tracker.store.cards import CARDS

ITEMS = 10_000
_UNITS = [f"{area}{sort}" for area in ("法规", "执法", "审批", "养护", "宣传") for sort in ("科", "大队", "中心", "所")]
_CLAUSES = (
    "完善制度建设",
    "加强案卷评查",
    "推进执法公示",
    "规范裁量基准",
    "开展普法宣传",
    "落实责任清单",
    "强化队伍培训",
)


def draft(items: int = ITEMS, *, year: int = 2025) -> ImportDraft:
    """A report of so many tasks of about 120 characters, three owners each."""
    rnd = random.Random(year)
    candidates = []
    for n in range(items):
        text = "，".join(rnd.choice(_CLAUSES) for _ in range(17)) + f"，第{n}项。"
        lead, first, second = rnd.sample(_UNITS, 3)
        candidates.append(
            Candidate(
                ItemKind.PROBLEM if n % 3 == 0 else ItemKind.COMMITMENT, text[:20], text, (Span(n, n + 9),),
                deadline=DraftDeadline(DeadlineKind.DATE, date(2026, 1 + n % 12, 1 + n % 28), "", presumed=True),
                owners=DraftOwners(lead=(lead,), support=(first, second)),
            )
        )  # fmt: skip
    return ImportDraft(
        "样本.txt", "0" * 64, f"样本报告{year}，{items} 项。", f"样本报告{year}", "样本局", year, tuple(candidates)
    )


def filled(folder: Path, items: int = ITEMS) -> Ledger:
    """A ledger with so many items."""
    ledger = Ledger.create(folder, office="样本局")
    ledger.perform(ImportReport(draft(items)))
    return ledger


def measure() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        yield _import(Path(scratch))
        ledger = filled(Path(scratch) / "read")
        yield _list_read(ledger)
        yield _edit(ledger)
        ledger.close()


def _import(scratch: Path) -> Ratio:
    """Both write the same rows, journal included, into a fresh ledger in one transaction."""
    model = filled(scratch / "model")
    model.close()
    with closing(sqlite3.connect(model.file)) as connection:
        tables = ["report", "unit", "item", "excerpt", "assignment", "step", "change"]
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    report = draft()

    # Ledgers are made before the clock starts: creation is no part of an import.
    runs = 5
    ready = [Ledger.create(scratch / f"a{n}") for n in range(runs + 1)]
    bare = [Ledger.create(scratch / f"b{n}") for n in range(runs + 1)]
    mine, theirs = iter(ready), iter(bare)

    def ours() -> None:
        next(mine).perform(ImportReport(report))

    def raw() -> None:
        with closing(sqlite3.connect(next(theirs).file)) as connection:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
            for name in tables:
                marks = ",".join("?" * len(rows[name][0]))
                connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows[name])
            connection.commit()

    pair = in_turns(ours, raw, runs)
    for ledger in (*ready, *bare):
        ledger.close()
    return Ratio(f"import of {ITEMS:,} items", *pair, 2.0, "sqlite3 executemany of the same rows")


def _list_read(ledger: Ledger) -> Ratio:
    def raw() -> None:
        connection.execute(CARDS).fetchall()

    with closing(sqlite3.connect(ledger.file)) as connection:
        pair = in_turns(ledger.cards, raw)
    return Ratio(f"list of {ITEMS:,} cards", *pair, 1.5, "sqlite3 fetchall of the same statement")


def _edit(ledger: Ledger) -> Ratio:
    """One changed field with its step and change rows, committed with synchronous=FULL."""
    number = count()
    edits = 100

    def ours() -> None:
        for _ in range(edits):
            ledger.perform(EditItem(5, {"goal": f"目标{next(number)}"}))

    with closing(sqlite3.connect(ledger.file)) as connection:
        (image,) = connection.execute("SELECT after FROM change WHERE table_name = 'item' LIMIT 1").fetchone()

    def raw() -> None:
        for _ in range(edits):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE item SET goal = ? WHERE id = 6", (f"目标{next(number)}",))
            step = connection.execute(
                "INSERT INTO step (operation, words, at, actor, role, reversible) VALUES (?, '修改', '', '', 'do', 1)",
                ("EditItem",),
            ).lastrowid
            connection.execute(
                "INSERT INTO change (step_id, table_name, row_id, item_id, before, after) VALUES (?, ?, 6, 6, ?, ?)",
                (step, "item", image, image),
            )
            connection.execute("COMMIT")

    with closing(sqlite3.connect(ledger.file, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        pair = in_turns(ours, raw)
    return Ratio("one saved edit with its history", pair[0] / edits, pair[1] / edits, 6.0, "sqlite3, WAL, FULL")
