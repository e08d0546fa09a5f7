"""Imports a report of 40 tasks and edits an item of it, again and again, until it is killed."""

import hashlib
import sys
from itertools import count
from pathlib import Path

from tracker.domain.drafts import Candidate, DraftMeasure, DraftOwners, ImportDraft, Span
from tracker.domain.kinds import ItemKind
from tracker.ledger import Ledger
from tracker.operations.items import EditItem
from tracker.operations.reports import ImportReport

folder, turn = Path(sys.argv[1]), sys.argv[2]
ledger = Ledger(folder)
ledger.ask.reports()  # loads what the first operation would load, so that the kills come while there is work
sys.stdout.write("!")
sys.stdout.flush()
for number in count():
    text = f"第{turn}轮第{number}份报告"
    candidates = tuple(
        Candidate(
            ItemKind.COMMITMENT, f"{text}第{n}项", f"{text}第{n}项任务，要抓紧落实。", (Span(n, n + 5),),
            owners=DraftOwners(("法规科",), ("办公室",)), measures=(DraftMeasure("先做一步"), DraftMeasure("再做一步")),
        )
        for n in range(40)
    )  # fmt: skip
    file = folder.parent / f"{turn}.txt"
    file.write_text(text, encoding="utf-8")
    kept = ledger.keep_report(file)
    assert kept.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    imported = ledger.perform(ImportReport(ImportDraft(file.name, kept.sha256, text, text, "水务局", 2024, candidates)))
    item = ledger.ask.item_by_code(imported.value.added[0])
    ledger.perform(EditItem(item.id, {"goal": text}))
