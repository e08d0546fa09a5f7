"""A ledger of many items with a history: owners, measures, notes, evidence and closed items, as after some years."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.bench.storage import draft
from tracker.domain.drafts import DraftMeasure
from tracker.ledger import Ledger
from tracker.operations.bulk import ForEach, Part
from tracker.operations.evidence import AddEvidence
from tracker.operations.notes import AddNote
from tracker.operations.operation import Operation
from tracker.operations.people import AssignOwners
from tracker.operations.reports import ImportReport
from tracker.operations.reviews import CloseItem, SubmitItem

_REPORTS = 10
_FILES = 60
_NAMES = [f"{family}{given}" for family in "赵钱孙李周吴郑王" for given in ("一鸣", "建国", "雅文", "思远")]
_STEPS = ("印发方案并动员部署", "对照清单逐项检查", "建立长效机制并公开结果")
_SAID = ("已完成第一批整改", "正在征求各单位意见", "资料已补充归档", "完成现场复核", "方案已经局务会审议")


def worked_ledger(folder: Path, items: int) -> None:
    """Make a ledger of so many items out of ten reports, and work on it."""
    ledger, rnd = Ledger.create(folder, office="云岭市水务局", actor="陈法规"), random.Random(11)
    for n in range(_REPORTS):
        report = draft(items // _REPORTS, year=2013 + n)
        measured = tuple(
            replace(each, measures=tuple(map(DraftMeasure, _STEPS[: rnd.randint(0, 3)]))) for each in report.candidates
        )
        ledger.perform(ImportReport(replace(report, candidates=measured, file_sha256=f"{n:064}")))
    ids = [card.id for card in ledger.cards()]
    _all(ledger, "责任人", [(key, AssignOwners(key, person=(rnd.choice(_NAMES),))) for key in _some(rnd, ids, 0.7)])
    _all(
        ledger, "进展", [(key, AddNote(key, rnd.choice(_SAID), rnd.randint(1, 20) * 5)) for key in _some(rnd, ids, 0.5)]
    )
    scratch, kept = folder.parent / "kept", []
    scratch.mkdir()
    for n in range(_FILES):
        file = scratch / f"佐证材料{n + 1:03}.docx"
        file.write_bytes(f"佐证{n}".encode() * 4_000)
        kept.append(ledger.keep_evidence(file))
    _all(ledger, "佐证", [(key, AddEvidence(key, rnd.sample(kept, rnd.randint(1, 3)))) for key in _some(rnd, ids, 0.4)])
    submitted = _some(rnd, ids, 0.1)
    _all(ledger, "状态", [(key, SubmitItem(key)) for key in submitted])
    for key in submitted[: len(submitted) // 2]:
        ledger.perform(CloseItem(key, "李副局长"))
    ledger.close()


def _some(rnd: random.Random, ids: Sequence[int], share: float) -> list[int]:
    return rnd.sample(ids, int(len(ids) * share))


def _all(ledger: Ledger, words: str, operations: Sequence[tuple[int, Operation[Any]]]) -> None:
    parts = [Part(key, (operation,)) for key, operation in operations]
    for _progress in ledger.perform_gradually(ForEach(parts, words)):
        pass
