"""What there is to do at one day: the figures of the dashboard, its list and its units, out of cards alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from heapq import nsmallest
from typing import NamedTuple

from tracker.domain.cards import ItemCard
from tracker.domain.filters import STALE_DAYS
from tracker.domain.kinds import DeadlineKind
from tracker.domain.lights import NEAR_DAYS, SOON_DAYS
from tracker.domain.status import Status
from tracker.views.summary import NO_UNIT, Standing, Totals, UnitTotals, added, standing, totals_by_unit
from tracker.views.trend import Trend, trend

MOST_UNITS = 8
MOST_TODOS = 100  # whoever has more does not work from a list like this


class Reason(IntEnum):
    """Why an item wants something today, the most urgent first."""

    OVERDUE = 1
    DUE = 2  # within SOON_DAYS
    SUBMITTED = 3
    RETURNED = 4
    WITHOUT_LEAD = 5
    STALE = 6


class Todo(NamedTuple):
    """An item that wants something today, with its most urgent reason.

    ``number`` is the days it is late, has left or is silent, or the times it was returned; 0 where nothing counts.
    ``submitted`` tells of one that waits for review, for whatever reason it stands in the list.
    """

    reason: Reason
    number: int
    item_id: int
    code: str
    title: str
    unit: str
    submitted: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """How many items meet each condition; they overlap, but for ``closed``, which is of ``total``."""

    total: int = 0
    closed: int = 0
    overdue: int = 0
    due_in_week: int = 0
    due_in_month: int = 0
    submitted: int = 0
    without_evidence: int = 0
    stale: int = 0
    without_owner: int = 0  # nobody leads, or nobody is named


@dataclass(frozen=True, slots=True)
class Units:
    """The busiest lead units, all others added up, and the items that nobody leads."""

    busiest: tuple[UnitTotals, ...] = ()
    others: Totals = field(default_factory=Totals)
    others_number: int = 0
    nobody: Totals = field(default_factory=Totals)


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything that the dashboard shows of cards; equal values look alike."""

    today: date
    figures: Figures
    todos: tuple[Todo, ...]  # the most urgent, at most MOST_TODOS
    reasons: tuple[tuple[Reason, int], ...]  # how many items each reason puts on the list, each item once
    units: Units
    trend: Trend | None

    @property
    def to_do(self) -> int:
        """How many items want something today."""
        return sum(number for _reason, number in self.reasons)


def dashboard(cards: Sequence[ItemCard], today: date) -> Dashboard:
    """What ``cards`` say at ``today``."""
    figures, todos, reasons = _looked_through(cards, today)
    units = _units(map(standing, cards), today)
    return Dashboard(today, figures, todos, reasons, units, trend(cards, today))


def _looked_through(
    cards: Sequence[ItemCard], today: date
) -> tuple[Figures, tuple[Todo, ...], tuple[tuple[Reason, int], ...]]:
    """In one pass that compares days and makes nothing: a start waits for it with all of a ledger's cards."""
    in_week, in_month = today + timedelta(days=SOON_DAYS), today + timedelta(days=NEAR_DAYS)
    heard = today - timedelta(days=STALE_DAYS)
    closed = overdue = week = month = submitted = without_evidence = stale = without_owner = 0
    urgent: list[tuple[int, date, int]] = []  # reason, the day since or until which, place among the cards
    for place, card in enumerate(cards):
        status, deadline = card.status, card.deadline_current
        if not status.is_open:
            closed += status is Status.CLOSED
            continue
        reason = 0
        if deadline is not None and deadline <= in_month:
            if deadline < today:
                overdue += 1
                reason = Reason.OVERDUE
            else:
                month += 1
                if deadline <= in_week:
                    week += 1
                    reason = Reason.DUE
        if status is Status.SUBMITTED:
            submitted += 1
            reason = reason or Reason.SUBMITTED
        elif card.return_count and status is Status.UNDER_WAY:
            reason = reason or Reason.RETURNED
        if not card.lead:
            without_owner += 1
            reason = reason or Reason.WITHOUT_LEAD
        elif not card.person:
            without_owner += 1
        if not card.evidence:
            without_evidence += 1
        last = last_heard(card)
        if last < heard:
            stale += 1
            reason = reason or Reason.STALE
        if reason:
            urgent.append((reason, deadline if deadline is not None and reason <= Reason.DUE else last, place))
    figures = Figures(
        len(cards), closed, overdue, week, month, submitted, without_evidence, stale, without_owner
    )  # fmt: skip
    first = nsmallest(MOST_TODOS, urgent)
    todos = tuple(_todo(cards[place], Reason(reason), today) for reason, _day, place in first)
    counts = Counter(reason for reason, _day, _place in urgent)
    return figures, todos, tuple((reason, counts[reason]) for reason in Reason if counts[reason])


def _todo(card: ItemCard, reason: Reason, today: date) -> Todo:
    number = 0
    if reason in (Reason.OVERDUE, Reason.DUE) and card.deadline_current is not None:
        number = abs((card.deadline_current - today).days)
    elif reason is Reason.RETURNED:
        number = card.return_count
    elif reason is Reason.STALE:
        number = (today - last_heard(card)).days
    unit = card.lead.partition("、")[0]
    return Todo(reason, number, card.id, card.code, card.title, unit, card.status is Status.SUBMITTED)


def last_heard(card: ItemCard) -> date:
    """The day on which an item was last told of, or made; date.max for standing duties, which ``filters.is_stale``
    leaves out."""
    if card.deadline_kind is DeadlineKind.STANDING or card.status is Status.CONTINUING:
        return date.max
    noted, made = card.last_note, card.added_on
    if noted is None or (made is not None and made > noted):
        return made or date.min
    return noted


def _units(standings: Iterable[Standing], today: date) -> Units:
    """With one unit more than MOST_UNITS that one is shown: a line for the others would take as much room."""
    rows = totals_by_unit(standings, today)
    named = [row for row in rows if row.unit != NO_UNIT]
    busiest = named if len(named) <= MOST_UNITS + 1 else named[:MOST_UNITS]
    rest = named[len(busiest) :]
    others = added(row.totals for row in rest)
    nobody = next((row.totals for row in rows if row.unit == NO_UNIT), Totals())
    return Units(tuple(busiest), others, len(rest), nobody)
