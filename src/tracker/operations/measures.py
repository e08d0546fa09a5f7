"""Measures: adding, editing, ticking, ordering and taking out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.domain.evidence import Evidence
from tracker.domain.items import Item
from tracker.domain.measures import Measure
from tracker.operations.items import check_open, started
from tracker.operations.operation import Operation

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AddMeasure(Operation[Measure]):
    """A further step at the end of the list; its number, item and place are given here."""

    measure: Measure

    def run(self, tx: Transaction) -> Measure:
        item = tx.get(Item, self.measure.item_id)
        check_open(item)
        last = max((row.position for row in tx.find(Measure, item_id=item.id)), default=-1)
        tx.tell(f"{item.code} 增加整改措施")
        return tx.add(self.measure.having(position=last + 1))


@dataclass(frozen=True, slots=True)
class EditMeasure(Operation[Measure]):
    """Change a measure; ticking ``done`` dates it today, and shows that the item has begun."""

    measure_id: int
    values: Mapping[str, Any]

    def run(self, tx: Transaction) -> Measure:
        measure = tx.get(Measure, self.measure_id)
        item = tx.get(Item, measure.item_id)
        check_open(item)
        values = dict(self.values)
        if "done" in values and "done_on" not in values:
            values["done_on"] = tx.today if values["done"] else None
        edited = measure.having(**values)
        if edited.done and not measure.done:
            tx.put(started(item))
            tx.tell(f"{item.code} 完成措施{measure.position + 1}")
        else:
            tx.tell(f"修改 {item.code} 的措施{measure.position + 1}")
        return tx.put(edited)


@dataclass(frozen=True, slots=True)
class DropMeasure(Operation[None]):
    """Take a measure out; evidence that named it stays with the item."""

    measure_id: int

    def run(self, tx: Transaction) -> None:
        measure = tx.get(Measure, self.measure_id)
        item = tx.get(Item, measure.item_id)
        check_open(item)
        for proof in tx.find(Evidence, measure_id=measure.id):
            tx.put(proof.having(measure_id=None))
        tx.drop(measure)
        tx.tell(f"{item.code} 删除措施{measure.position + 1}")


@dataclass(frozen=True, slots=True)
class OrderMeasures(Operation[None]):
    """Put an item's measures into the order of ``measure_ids``; any that is not named follows."""

    item_id: int
    measure_ids: tuple[int, ...]

    def run(self, tx: Transaction) -> None:
        item = tx.get(Item, self.item_id)
        check_open(item)
        place = {key: n for n, key in enumerate(self.measure_ids)}
        rows = sorted(tx.find(Measure, item_id=item.id), key=lambda row: (place.get(row.id, len(place)), row.position))
        for n, row in enumerate(rows):
            tx.put(row.having(position=n))
        tx.tell(f"调整 {item.code} 的措施次序")
