"""What a person is reminded of at the start and once a day: overdue, due soon, waiting for review."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.cards import ItemCard
from tracker.domain.lights import SOON_DAYS
from tracker.domain.status import Status
from tracker.words import _


@dataclass(frozen=True, slots=True)
class Reminder:
    """The ids of the items that want attention, each list in the order of its deadlines."""

    overdue: tuple[int, ...] = ()
    soon: tuple[int, ...] = ()  # within the days of the yellow light
    waiting: tuple[int, ...] = ()  # for review

    @property
    def is_empty(self) -> bool:
        """Whether nothing needs doing."""
        return not (self.overdue or self.soon or self.waiting)

    @property
    def sentence(self) -> str:
        """One line for a notice; empty where nothing needs doing."""
        parts = (
            (self.overdue, _("逾期 {n} 项")),
            (self.soon, _("7 天内到期 {n} 项")),
            (self.waiting, _("待审核 {n} 项")),
        )
        return _("，").join(words.format(n=len(ids)) for ids, words in parts if ids)


def reminder(cards: Iterable[ItemCard], today: date) -> Reminder:
    """What ``cards`` remind of at ``today``."""
    overdue: list[tuple[date, int]] = []
    soon: list[tuple[date, int]] = []
    waiting: list[int] = []
    last = today + timedelta(days=SOON_DAYS)  # most deadlines lie behind it, and comparing days is what costs least
    for card in cards:
        status, day = card.status, card.deadline_current
        if status is Status.SUBMITTED:
            waiting.append(card.id)
        if day is not None and day <= last and status.is_open:
            (overdue if day < today else soon).append((day, card.id))
    return Reminder(
        tuple(key for _day, key in sorted(overdue)), tuple(key for _day, key in sorted(soon)), tuple(waiting)
    )
