"""Deadlines (完成时限): extensions, lights, and how many days are left."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from tracker.domain.entity import Entity
from tracker.domain.items import DeadlineKind, Item
from tracker.domain.status import Status
from tracker.errors import UserError

SOON_DAYS = 7  # 临期, the yellow light
NEAR_DAYS = 30  # the view "30 天内到期"


class Extension(Entity):
    """One 延期: the deadline moved from one day to another, and who agreed why."""

    kind_name: ClassVar[str] = "延期"

    item_id: int
    from_date: date
    to_date: date
    reason: str = Field(min_length=1)
    approver: str = ""
    asked_on: date
    late: bool = False  # asked for after the old deadline had passed


class DeadlineLight(StrEnum):
    """亮灯: computed from today, never stored."""

    NONE = "none"
    NORMAL = "normal"
    SOON = "soon"
    OVERDUE = "overdue"

    @property
    def word(self) -> str:
        return {"none": "", "normal": "正常", "soon": "临期", "overdue": "逾期"}[self.value]


def light(status: Status, deadline: date | None, today: date) -> DeadlineLight:
    """The light of an item; one that needs no more work has none."""
    if deadline is None or not status.is_open:
        return DeadlineLight.NONE
    left = (deadline - today).days
    if left < 0:
        return DeadlineLight.OVERDUE
    return DeadlineLight.SOON if left <= SOON_DAYS else DeadlineLight.NORMAL


def remaining(status: Status, deadline: date | None, today: date) -> str:
    """剩 n 天 / 今天到期 / 逾期 n 天; empty where no day counts."""
    if deadline is None or not status.is_open:
        return ""
    left = (deadline - today).days
    if left < 0:
        return f"逾期 {-left} 天"
    return f"剩 {left} 天" if left else "今天到期"


def with_deadline(item: Item, deadline: date | None, *, text: str = "") -> Item:
    """``item`` with a first deadline, or with a presumed one confirmed or corrected; None makes it a standing duty.

    Raises UserError where a person has already fixed a day: that is moved by an extension, so that 原定 stays.
    """
    if item.deadline_original is not None and not item.deadline_presumed:
        if item.deadline_original == item.deadline_current == deadline:
            return item
        raise UserError(
            f"{item.code} 的原定时限是 {item.deadline_original.isoformat()}，定下后不能改写。",
            "要推迟或提前，请办理延期并写明理由。",
            field="deadline_current",
        )
    return item.having(
        deadline_kind=DeadlineKind.STANDING if deadline is None else DeadlineKind.DATE,
        deadline_original=deadline,
        deadline_current=deadline,
        deadline_presumed=False,
        deadline_text=text or item.deadline_text or ("长期坚持" if deadline is None else ""),
    )


def extended(item: Item, to_date: date, *, reason: str) -> Item:
    """``item`` with its current deadline moved. Raises UserError where there is none to move or no reason is given."""
    if item.deadline_current is None:
        raise UserError(f"{item.code} 还没有完成时限，不能延期。", "请先填写完成时限。", field="deadline_current")
    if not reason.strip():
        raise UserError(f"{item.code} 延期要写明理由。", "请填写延期理由。", field="reason")
    if to_date == item.deadline_current:
        raise UserError(f"{item.code} 的现定时限已经是 {to_date.isoformat()}。", "请填写新的时限。", field="to_date")
    return item.having(deadline_current=to_date, deadline_presumed=False, deadline_kind=DeadlineKind.DATE)
