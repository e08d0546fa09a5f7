"""Conditions on one column of a list: some of its values, a range of its numbers, or some of its days."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from tracker.domain.card_fields import DAYS, NUMBERS, VALUES
from tracker.domain.cards import ItemCard
from tracker.domain.kinds import DeadlineKind
from tracker.domain.lights import NEAR_DAYS, SOON_DAYS
from tracker.domain.status import Status
from tracker.words import N_

Judge = Callable[[ItemCard], bool]

OPEN_STATUSES = frozenset(status.value for status in Status if status.is_open)


class Period(StrEnum):
    """Days that are told by today, so that a saved view is as true next month."""

    OVERDUE = "overdue"
    NEXT_7 = "next_7"
    NEXT_30 = "next_30"
    PAST_7 = "past_7"
    PAST_30 = "past_30"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    STANDING = "standing"
    UNSET = "unset"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    Period.OVERDUE: N_("逾期"),
    Period.NEXT_7: N_("7 天内"),
    Period.NEXT_30: N_("30 天内"),
    Period.PAST_7: N_("近 7 天"),
    Period.PAST_30: N_("近 30 天"),
    Period.MONTH: N_("本月"),
    Period.QUARTER: N_("本季度"),
    Period.YEAR: N_("本年"),
    Period.STANDING: N_("长期"),
    Period.UNSET: N_("未定"),
}
_CALENDAR = (Period.MONTH, Period.QUARTER, Period.YEAR)
_PAST = (Period.PAST_7, Period.PAST_30, *_CALENDAR, Period.UNSET)
PERIODS: dict[str, tuple[Period, ...]] = {
    "deadline": (Period.OVERDUE, Period.NEXT_7, Period.NEXT_30, *_CALENDAR, Period.STANDING, Period.UNSET),
    "deadline_original": (*_CALENDAR, Period.UNSET),
    "last_note": _PAST,
    "closed_on": _PAST,
}
_STILL_OPEN = {Period.OVERDUE, Period.NEXT_7, Period.NEXT_30}  # what is done is neither late nor near


def span(period: Period, today: date) -> tuple[date, date] | None:
    """The first and the last day of ``period``; None where it means no days."""
    month = today.replace(day=1)
    quarter = month.replace(month=(today.month - 1) // 3 * 3 + 1)
    match period:
        case Period.OVERDUE:
            return date.min, today - timedelta(days=1)
        case Period.NEXT_7:
            return today, today + timedelta(days=SOON_DAYS)
        case Period.NEXT_30:
            return today, today + timedelta(days=NEAR_DAYS)
        case Period.PAST_7:
            return today - timedelta(days=7), today
        case Period.PAST_30:
            return today - timedelta(days=30), today
        case Period.MONTH:
            return month, _month_after(month, 1) - timedelta(days=1)
        case Period.QUARTER:
            return quarter, _month_after(quarter, 3) - timedelta(days=1)
        case Period.YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
    return None


def _month_after(first: date, months: int) -> date:
    place = first.month - 1 + months
    return date(first.year + place // 12, place % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the card's values is among ``values``; "" stands for a card that has none."""

    field: str
    values: frozenset[str]

    def judge(self, today: date) -> Judge:
        """Whether a card meets it."""
        wanted, values_of = self.values, VALUES[self.field]
        return lambda card: not wanted.isdisjoint(values_of(card, today))

    def as_json(self) -> dict[str, object]:
        """It as JSON values."""
        return {"field": self.field, "any_of": sorted(self.values)}


@dataclass(frozen=True, slots=True)
class Between:
    """The card's number is ``low`` at least and ``high`` at most; None is no limit. No number meets no limit."""

    field: str
    low: int | None = None
    high: int | None = None

    def judge(self, today: date) -> Judge:
        """Whether a card meets it."""
        number_of = NUMBERS[self.field]
        low = float("-inf") if self.low is None else self.low
        high = float("inf") if self.high is None else self.high

        def keeps(card: ItemCard) -> bool:
            number = number_of(card, today)
            return number is not None and low <= number <= high

        return keeps

    def as_json(self) -> dict[str, object]:
        """It as JSON values."""
        return {"field": self.field, "low": self.low, "high": self.high}


@dataclass(frozen=True, slots=True)
class During:
    """The card's day lies in one of ``periods``, or from ``first`` to ``last``; None is no limit."""

    field: str
    periods: frozenset[Period] = frozenset()
    first: date | None = None
    last: date | None = None

    def judge(self, today: date) -> Judge:
        """Whether a card meets it."""
        day_of = DAYS[self.field]
        spans = [(bounds, period in _STILL_OPEN) for period in self.periods if (bounds := span(period, today))]
        if self.first is not None or self.last is not None:
            spans.append(((self.first or date.min, self.last or date.max), False))
        standing, unset = Period.STANDING in self.periods, Period.UNSET in self.periods
        is_deadline = self.field == "deadline"

        def keeps(card: ItemCard) -> bool:
            day = day_of(card)
            if day is None:
                stands = is_deadline and card.deadline_kind is DeadlineKind.STANDING
                return standing if stands else unset
            return any(first <= day <= last and (not live or card.status.is_open) for (first, last), live in spans)

        return keeps

    def as_json(self) -> dict[str, object]:
        """It as JSON values."""
        first, last = self.first and self.first.isoformat(), self.last and self.last.isoformat()
        return {"field": self.field, "periods": sorted(self.periods), "first": first, "last": last}


Condition: TypeAlias = AnyOf | Between | During


def condition_from(body: object) -> Condition | None:
    """The condition that ``as_json`` wrote; None where this program does not know such a one."""
    if not isinstance(body, Mapping):
        return None
    field = body.get("field")
    if field in VALUES:
        values = body.get("any_of")
        return AnyOf(field, frozenset(map(str, values))) if isinstance(values, list) and values else None
    if field in NUMBERS:
        low, high = _whole(body.get("low")), _whole(body.get("high"))
        return None if low is None and high is None else Between(field, low, high)
    if field in DAYS:
        periods, known = body.get("periods"), {period.value: period for period in PERIODS[field]}
        meant = frozenset(known[str(each)] for each in _listed(periods) if str(each) in known)
        first, last = _day(body.get("first")), _day(body.get("last"))
        return During(field, meant, first, last) if meant or first or last else None
    return None


def _listed(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else ()


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
