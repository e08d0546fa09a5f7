"""Deadlines (完成时限): the one that never changes, and the extensions that move the other."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from tracker.domain.entity import Entity
from tracker.domain.items import Item
from tracker.domain.kinds import STANDING_WORDS, DeadlineKind
from tracker.errors import UserError
from tracker.words import N_, _


class Extension(Entity):
    """One 延期: the deadline moved from one day to another, and who agreed why."""

    kind_name: ClassVar[str] = N_("延期")

    item_id: int
    from_date: date
    to_date: date
    reason: str = Field(min_length=1)
    approver: str = ""
    asked_on: date
    late: bool = False  # asked for after the old deadline had passed


def with_deadline(item: Item, deadline: date | None, *, text: str = "") -> Item:
    """``item`` with a first deadline, or with a presumed one confirmed or corrected; None makes it a standing duty.

    Raises UserError where a person has already fixed a day: that is moved by an extension, so that 原定 stays.
    """
    if item.deadline_original is not None and not item.deadline_presumed:
        if item.deadline_original == item.deadline_current == deadline:
            return item
        raise UserError(
            _("{code} 的原定时限是 {day}，定下后不能改写。").format(
                code=item.code, day=item.deadline_original.isoformat()
            ),
            _("要推迟或提前，请办理延期并写明理由。"),
            field="deadline_current",
        )
    return item.having(
        deadline_kind=DeadlineKind.STANDING if deadline is None else DeadlineKind.DATE,
        deadline_original=deadline,
        deadline_current=deadline,
        deadline_presumed=False,
        deadline_text=text or item.deadline_text or (STANDING_WORDS if deadline is None else ""),
    )


def extended(item: Item, to_date: date, *, reason: str) -> Item:
    """``item`` with its current deadline moved. Raises UserError where there is none to move or no reason is given."""
    if item.deadline_current is None:
        raise UserError(
            _("{code} 还没有完成时限，不能延期。").format(code=item.code),
            _("请先填写完成时限。"),
            field="deadline_current",
        )
    if not reason.strip():
        raise UserError(_("{code} 延期要写明理由。").format(code=item.code), _("请填写延期理由。"), field="reason")
    if to_date == item.deadline_current:
        raise UserError(
            _("{code} 的现定时限已经是 {day}。").format(code=item.code, day=to_date.isoformat()),
            _("请填写新的时限。"),
            field="to_date",
        )
    return item.having(deadline_current=to_date, deadline_presumed=False, deadline_kind=DeadlineKind.DATE)
