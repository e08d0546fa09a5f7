"""Undo and redo: the images of an earlier step written back, as a new step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.deeds import told
from tracker.domain.entity import Entity
from tracker.domain.journal import Change, Image, Step, StepRole
from tracker.errors import UserError
from tracker.operations.operation import Operation
from tracker.store.images import entity_from, image_of
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ReverseStep(Operation[None]):
    """Write back what ``step`` found. Each row must still be as that step left it, or nothing is changed."""

    step: Step

    def run(self, tx: Transaction) -> None:
        if not self.step.reversible:
            raise UserError(
                _("“{words}”是正式决定，不能用撤销抹掉。").format(words=told(self.step.words)),
                _("请用“撤回销号”并写明理由。"),
                field="status",
            )
        tx.defer_keys()
        for changes in _batches(tx.changes_of(self.step.id)):
            now = tx.current(changes)
            _check_untouched(now, changes, self.step)
            _write_back(tx, now, changes)
        bare = self.step.words.removeprefix("撤销：").removeprefix("重做：")
        tx.tell(f"{'重做' if self.step.role is StepRole.UNDO else '撤销'}：{bare}")


def _batches(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """From the last one back, as many at once as can be: of one table, all of one sort, and no row twice.

    Within a table the order stays; between tables it is free, since keys are looked at in the end.
    """
    by_table: defaultdict[str, list[Change]] = defaultdict(list)
    for change in reversed(changes):
        by_table[change.table].append(change)
    for listed in by_table.values():
        batch: list[Change] = []
        rows: set[int] = set()
        for change in listed:
            if batch and (_sort(change) != _sort(batch[0]) or change.row_id in rows):
                yield batch
                batch, rows = [], set()
            batch.append(change)
            rows.add(change.row_id)
        yield batch


def _sort(change: Change) -> tuple[bool, bool]:
    return change.before is None, change.after is None


def _check_untouched(now: Mapping[int, Entity], changes: Sequence[Change], step: Step) -> None:
    for change in changes:
        found = now.get(change.row_id)
        image: Image | None = None if found is None else image_of(found)
        if image != change.after:
            raise UserError(
                _("“{words}”之后，同一处又有了别的改动，不能直接撤销。").format(words=told(step.words)),
                _("请在“记录”里查看，再手工改正。"),
            )


def _write_back(tx: Transaction, now: Mapping[int, Entity], changes: Sequence[Change]) -> None:
    """Each row of ``changes`` is as its step left it."""
    before = [entity_from(change, change.before) for change in changes if change.before is not None]
    if not before:
        tx.drop_many(list(now.values()))
    elif not now:
        tx.add_many(before)
    else:
        tx.put_many([(now[entity.id], entity) for entity in before])
