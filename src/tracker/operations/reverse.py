"""Undo and redo: the images of an earlier step written back, as a new step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.deeds import told
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
        for change in reversed(tx.changes_of(self.step.id)):
            _check_untouched(tx, change, self.step)
            _write_back(tx, change)
        bare = self.step.words.removeprefix("撤销：").removeprefix("重做：")
        tx.tell(f"{'重做' if self.step.role is StepRole.UNDO else '撤销'}：{bare}")


def _check_untouched(tx: Transaction, change: Change, step: Step) -> None:
    now = tx.current(change)
    image: Image | None = None if now is None else image_of(now)
    if image != change.after:
        raise UserError(
            _("“{words}”之后，同一处又有了别的改动，不能直接撤销。").format(words=told(step.words)),
            _("请在“记录”里查看，再手工改正。"),
        )


def _write_back(tx: Transaction, change: Change) -> None:
    now = tx.current(change)
    if change.before is None:
        if now is not None:
            tx.drop(now)
    elif now is None:
        tx.add(entity_from(change, change.before))
    else:
        tx.put(entity_from(change, change.before))
