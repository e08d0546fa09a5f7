"""Lights (亮灯): how a deadline stands to a day, computed when it is looked at, never stored."""

from datetime import date
from enum import StrEnum

from tracker.domain.status import Status

SOON_DAYS = 7  # 临期, the yellow light
NEAR_DAYS = 30  # the view "30 天内到期"


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
