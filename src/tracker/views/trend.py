"""The burn-down of a year: how many items were open at each month's end, beside how many their deadlines allow."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.cards import ItemCard
from tracker.domain.status import Status

LEAST_ITEMS, LEAST_DAYS = 2, 31  # below these a line says nothing that words do not say better
_AWAY = frozenset({Status.DROPPED, Status.CARRIED_OVER})  # no card tells the day they left, so no line counts them


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """How many items are open at the end of ``day``, None for a day to come; and how many if all kept to deadlines."""

    day: date
    still_open: int | None
    planned: int


@dataclass(frozen=True, slots=True)
class Trend:
    """A year: the day before it where items were open by then, each month's end, and today within it."""

    year: int
    points: tuple[TrendPoint, ...]

    @property
    def so_far(self) -> tuple[TrendPoint, ...]:
        """The points that are no future; never empty."""
        return tuple(point for point in self.points if point.still_open is not None)

    @property
    def most(self) -> int:
        """The greatest number on either line."""
        return max(max(point.still_open or 0, point.planned) for point in self.points)


def trend(cards: Iterable[ItemCard], today: date) -> Trend | None:
    """The burn-down of the last year up to ``today`` in which any of ``cards`` was open; None where they are too few
    or too young."""
    lives = [_life(card) for card in cards if card.status not in _AWAY]
    if len(lives) < LEAST_ITEMS:
        return None
    began, ended, due = (sorted(days) for days in zip(*lives, strict=True))
    if began[0] > today - timedelta(days=LEAST_DAYS):
        return None
    year = min(today.year, ended[-1].year)
    ends = [date(year, month + 1, 1) - timedelta(days=1) for month in range(1, 12)]
    days = {date(year - 1, 12, 31), *ends, date(year, 12, 31), *([today] if today.year == year else [])}

    def point(day: date) -> TrendPoint:
        known = bisect_right(began, day)
        still_open = known - bisect_right(ended, day) if day <= today else None
        return TrendPoint(day, still_open, known - bisect_right(due, day))

    return Trend(year, tuple(point(day) for day in sorted(days) if day >= began[0]))


def _life(card: ItemCard) -> tuple[date, date, date]:
    """The days on which an item came, was closed, and was to be closed; date.max for never."""
    began = card.added_on or date(card.year, 1, 1)
    ended = (card.closed_on or began) if card.status is Status.CLOSED else date.max
    began = min(began, ended)  # taken over when it was closed already: it was open before the ledger knew it
    return began, ended, max(began, card.deadline_current or date.max)
