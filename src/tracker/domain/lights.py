"""Lights (亮灯): how a deadline stands to a day, computed when it is looked at, never stored."""

from datetime import date
from enum import StrEnum

from tracker.domain.status import Status
from tracker.words import N_, _

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
        return _WORDS[self]


_WORDS = {
    DeadlineLight.NONE: "",
    DeadlineLight.NORMAL: N_("正常"),
    DeadlineLight.SOON: N_("临期"),
    DeadlineLight.OVERDUE: N_("逾期"),
}


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
        return _("逾期 {n} 天").format(n=-left)
    return _("剩 {n} 天").format(n=left) if left else _("今天到期")
