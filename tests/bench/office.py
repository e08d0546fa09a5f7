"""A ledger of many items with a history: owners, measures, notes, evidence and closed items, as after some years."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from tests.bench.storage import draft
from tracker.domain.drafts import DraftDeadline, DraftMeasure, ImportDraft
from tracker.domain.kinds import DeadlineKind
from tracker.ledger import Ledger
from tracker.operations.bulk import ForEach, Part
from tracker.operations.evidence import AddEvidence
from tracker.operations.notes import AddNote
from tracker.operations.operation import Gradual, Operation
from tracker.operations.people import AssignOwners
from tracker.operations.reports import ImportReport
from tracker.operations.reviews import CloseItem, SubmitItem

if TYPE_CHECKING:
    from tracker.store.transaction import Transaction

YEARS = (*range(2014, 2023), 2025)  # of the reports; the two years between are the scripted hour's own
_FILES = 60
_NAMES = [f"{family}{given}" for family in "赵钱孙李周吴郑王" for given in ("一鸣", "建国", "雅文", "思远")]
_STEPS = ("印发方案并动员部署", "对照清单逐项检查", "建立长效机制并公开结果")
_SAID = ("已完成第一批整改", "正在征求各单位意见", "资料已补充归档", "完成现场复核", "方案已经局务会审议")


def worked_ledger(folder: Path, items: int) -> None:
    """Make a ledger of so many items out of ten reports, work on all and close most of the older ones."""
    ledger, rnd = Ledger.create(folder, office="云岭市水务局", actor="陈法规"), random.Random(11)
    for year in YEARS:
        ledger.perform(ImportReport(_report(rnd, year, items // len(YEARS))))
    ids = [card.id for card in ledger.cards()]
    _each(ledger, "责任人", ((key, AssignOwners(key, person=(rnd.choice(_NAMES),))) for key in _some(rnd, ids, 0.8)))
    _each(
        ledger, "进展", ((key, AddNote(key, rnd.choice(_SAID), rnd.randint(1, 20) * 5)) for key in _some(rnd, ids, 0.6))
    )
    files = []
    for n in range(_FILES):
        file = folder / "exports" / f"佐证材料{n + 1:03}.docx"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(f"佐证{n}".encode() * 4_000)
        files.append(ledger.keep_evidence(file))
    chosen = _some(rnd, ids, 0.5)
    _each(ledger, "佐证", ((key, AddEvidence(key, rnd.sample(files, rnd.randint(1, 3)))) for key in chosen))
    old = [card.id for card in ledger.cards() if card.year < YEARS[-1]]
    _through(ledger, _CloseAll(_some(rnd, old, 0.9)))
    for key in ids[:20]:  # what was done yesterday
        ledger.perform(AddNote(key, rnd.choice(_SAID)))
    ledger.close()


def _report(rnd: random.Random, year: int, items: int) -> ImportDraft:
    """As ``draft``, but due in the year after, and in up to three steps."""
    made = draft(items, year=year)
    candidates = tuple(
        replace(
            each,
            deadline=DraftDeadline(DeadlineKind.DATE, date(year + 1, rnd.randint(3, 12), 28), "", presumed=n % 2 == 0),
            measures=tuple(map(DraftMeasure, _STEPS[: rnd.randint(0, 3)])),
        )
        for n, each in enumerate(made.candidates)
    )
    return replace(made, candidates=candidates, file_sha256=f"{year:064}")


@dataclass(frozen=True, slots=True)
class _CloseAll(Gradual[None]):
    """What nobody may ask for: many formal decisions at once, which would take a minute one by one."""

    reversible: ClassVar[bool] = False

    ids: Sequence[int]

    def gradually(self, tx: Transaction) -> Generator[tuple[int, int], None, None]:
        for n, key in enumerate(self.ids):
            SubmitItem(key).run(tx)
            CloseItem(key, "李副局长").run(tx)
            yield n, len(self.ids)
        tx.tell(f"销号 {len(self.ids)} 项")


def _some(rnd: random.Random, ids: Sequence[int], share: float) -> list[int]:
    return rnd.sample(ids, int(len(ids) * share))


def _each(ledger: Ledger, words: str, operations: Iterator[tuple[int, Operation[Any]]]) -> None:
    _through(ledger, ForEach([Part(key, (operation,)) for key, operation in operations], words))


def _through(ledger: Ledger, operation: Gradual[Any]) -> None:
    for _progress in ledger.perform_gradually(operation):
        pass
