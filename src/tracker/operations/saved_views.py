"""Saved views: keeping, renaming, ordering and dropping them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.saved_views import SavedView
from tracker.errors import UserError
from tracker.operations.operation import Operation
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SaveView(Operation[SavedView]):
    """Keep a view (number 0: behind the others) or change one. Raises UserError where another has its name."""

    view: SavedView

    def run(self, tx: Transaction) -> SavedView:
        view = self.view
        if any(other.id != view.id for other in tx.find(SavedView, name=view.name)):
            raise UserError(
                _("已经有名为“{name}”的视图。").format(name=view.name),
                _("请换一个名称，或先删除原来的。"),
                field="name",
            )
        if view.id:
            former = tx.get(SavedView, view.id)
            tx.tell(
                f"修改视图“{former.name}”" if former.name == view.name else f"视图“{former.name}”改名为“{view.name}”"
            )
            return tx.put(view)
        last = max((other.position for other in tx.find(SavedView)), default=-1)
        tx.tell(f"保存视图“{view.name}”")
        return tx.add(view.having(position=last + 1))


@dataclass(frozen=True, slots=True)
class DropView(Operation[None]):
    """Take a view out of the list; its items are untouched."""

    view_id: int

    def run(self, tx: Transaction) -> None:
        view = tx.get(SavedView, self.view_id)
        tx.drop(view)
        tx.tell(f"删除视图“{view.name}”")


@dataclass(frozen=True, slots=True)
class OrderViews(Operation[None]):
    """Put the views into the order of ``view_ids``; any that is not named follows."""

    view_ids: tuple[int, ...]

    def run(self, tx: Transaction) -> None:
        place = {key: n for n, key in enumerate(self.view_ids)}
        rows = sorted(tx.find(SavedView), key=lambda row: (place.get(row.id, len(place)), row.position))
        for n, row in enumerate(rows):
            tx.put(row.having(position=n))
        tx.tell("调整视图次序")
