"""Which items a list, a view or a sheet shows: one value, the same for the window and the command line."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from tracker.domain.card_fields import FIELDS
from tracker.domain.cards import ItemCard
from tracker.domain.conditions import OPEN_STATUSES, AnyOf, Condition, During, Judge, Period, condition_from
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.domain.lights import NEAR_DAYS
from tracker.domain.status import Status

STALE_DAYS = 30  # the view "超 30 天无进展"
_NONE = frozenset({0})  # no report and no year has the number 0, so this keeps nothing


@dataclass(frozen=True, slots=True)
class Scope:
    """What part of the ledger is looked at: the year and the reports chosen above the navigation.

    No years are all years; None for the reports is all items, also those that came from none. ``work_year`` is the
    year of work: its own plan, the problems of the report of the year before, and what is still open of earlier ones.
    """

    years: frozenset[int] = frozenset()
    reports: frozenset[int] | None = None
    work_year: int | None = None


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """All conditions must hold; an empty one holds for every item.

    ``conditions`` are on columns of the list, at most one on each, in the order of FIELDS.
    ``search`` is words parted by blanks, each found somewhere in the item's folded text.
    """

    kind: ItemKind | None = None
    statuses: frozenset[Status] = frozenset()
    units: frozenset[str] = frozenset()  # as lead or support
    years: frozenset[int] = frozenset()
    reports: frozenset[int] = frozenset()
    open_only: bool = False
    overdue: bool = False
    due_soon: bool = False  # within NEAR_DAYS from today
    without_evidence: bool = False
    without_owner: bool = False  # nobody leads
    without_person: bool = False  # nobody leads, or nobody is named as responsible
    waiting_review: bool = False
    work_year: int | None = None  # see Scope
    stale_days: int = 0  # neither made nor told of for more days than these
    conditions: tuple[Condition, ...] = ()
    search: str = ""

    # -- conditions on columns

    def condition(self, field: str) -> Condition | None:
        """The condition on one column."""
        return next((each for each in self.conditions if each.field == field), None)

    def having(self, condition: Condition) -> "ItemFilter":
        """This filter with ``condition`` in place of any on the same column."""
        others = (each for each in self.conditions if each.field != condition.field)
        return replace(self, conditions=tuple(sorted((*others, condition), key=_place)))

    def without(self, field: str) -> "ItemFilter":
        """This filter without a condition on one column."""
        return replace(self, conditions=tuple(each for each in self.conditions if each.field != field))

    def within(self, scope: Scope) -> "ItemFilter":
        """This filter within a part of the ledger."""
        years = _common(self.years, scope.years) if scope.years else self.years
        reports = self.reports if scope.reports is None else _common(self.reports, scope.reports)
        return replace(self, years=years, reports=reports, work_year=scope.work_year or self.work_year)

    def also(self, other: "ItemFilter") -> "ItemFilter":
        """Both filters at once; where both say something of one column, ``other`` does."""
        both = replace(
            self,
            kind=other.kind or self.kind,
            statuses=other.statuses or self.statuses,
            units=other.units or self.units,
            years=other.years or self.years,
            reports=other.reports or self.reports,
            open_only=self.open_only or other.open_only,
            overdue=self.overdue or other.overdue,
            due_soon=self.due_soon or other.due_soon,
            without_evidence=self.without_evidence or other.without_evidence,
            without_owner=self.without_owner or other.without_owner,
            without_person=self.without_person or other.without_person,
            waiting_review=self.waiting_review or other.waiting_review,
            work_year=other.work_year or self.work_year,
            stale_days=other.stale_days or self.stale_days,
            search=f"{self.search} {other.search}".strip(),
        )
        for condition in other.conditions:
            both = both.having(condition)
        return both

    def in_columns(self) -> "ItemFilter":
        """The same filter with all that it says of columns as conditions on them, so that each can be changed there.

        What meets a condition on its column already stays as it is: both must hold.
        """
        made = self

        def spell(condition: Condition, rest: ItemFilter) -> ItemFilter:
            return made if made.condition(condition.field) else rest.having(condition)

        if made.kind:
            made = spell(AnyOf("kind", frozenset({made.kind.value})), replace(made, kind=None))
        if made.statuses:
            values = frozenset(status.value for status in made.statuses)
            made = spell(AnyOf("status", values), replace(made, statuses=frozenset()))
        if made.units:
            made = spell(AnyOf("unit", made.units), replace(made, units=frozenset()))
        if made.years:
            made = spell(AnyOf("year", frozenset(map(str, made.years))), replace(made, years=frozenset()))
        if made.open_only:
            made = spell(AnyOf("status", OPEN_STATUSES), replace(made, open_only=False))
        if made.overdue:
            made = spell(During("deadline", frozenset({Period.OVERDUE})), replace(made, overdue=False))
        if made.due_soon:
            made = spell(During("deadline", frozenset({Period.NEXT_30})), replace(made, due_soon=False))
        return made

    # -- judging

    def keeps(self, card: ItemCard, today: date) -> bool:
        """Whether ``card`` meets every condition but the search, which needs its haystack."""
        return all(judge(card) for judge in judges(self, today))

    # -- kept in a saved view

    def as_json(self) -> dict[str, object]:
        """It as JSON values; what is not asked for is left out."""
        body: dict[str, object] = {"kind": self.kind.value} if self.kind else {}
        for name in _SETS:
            if values := getattr(self, name):
                body[name] = sorted(values)
        for name in (*_FLAGS, "work_year", "stale_days", "search"):
            if value := getattr(self, name):
                body[name] = value
        if self.conditions:
            body["conditions"] = [condition.as_json() for condition in self.conditions]
        return body

    @classmethod
    def from_json(cls, body: object) -> "ItemFilter":
        """The filter that ``as_json`` wrote; what this program does not know of it is left out."""
        if not isinstance(body, Mapping):
            return cls()
        year, days = body.get("work_year"), body.get("stale_days")
        found = cls(
            kind=next((kind for kind in ItemKind if kind == body.get("kind")), None),
            statuses=frozenset(status for status in Status if status in _listed(body.get("statuses"))),
            units=frozenset(unit for unit in _listed(body.get("units")) if isinstance(unit, str)),
            years=frozenset(year for year in _listed(body.get("years")) if isinstance(year, int)),
            reports=frozenset(report for report in _listed(body.get("reports")) if isinstance(report, int)),
            open_only=body.get("open_only") is True,
            overdue=body.get("overdue") is True,
            due_soon=body.get("due_soon") is True,
            without_evidence=body.get("without_evidence") is True,
            without_owner=body.get("without_owner") is True,
            without_person=body.get("without_person") is True,
            waiting_review=body.get("waiting_review") is True,
            work_year=year if isinstance(year, int) else None,
            stale_days=days if isinstance(days, int) else 0,
            search=str(body.get("search") or ""),
        )
        for each in _listed(body.get("conditions")):
            if condition := condition_from(each):
                found = found.having(condition)
        return found


_SETS = ("statuses", "units", "years", "reports")
_FLAGS = (
    "open_only", "overdue", "due_soon", "without_evidence", "without_owner", "without_person", "waiting_review",
)  # fmt: skip


def _place(condition: Condition) -> int:
    return FIELDS.index(condition.field)


def _common(mine: frozenset[int], scope: frozenset[int]) -> frozenset[int]:
    return ((mine & scope) if mine else scope) or _NONE


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


@lru_cache(maxsize=256)
def judges(wanted: ItemFilter, today: date) -> tuple[Judge, ...]:
    """The conditions of ``wanted`` but its search, each as a plain function: what is not asked for costs nothing."""
    # computed once: these are asked of all items of a ledger, and comparing days is what costs least
    yesterday, near = today - timedelta(days=1), today + timedelta(days=NEAR_DAYS)
    since = today - timedelta(days=wanted.stale_days)
    rules: tuple[tuple[object, Judge], ...] = (
        (wanted.kind, lambda card: card.kind is wanted.kind),
        (wanted.statuses, lambda card: card.status in wanted.statuses),
        (wanted.years, lambda card: card.year in wanted.years),
        (wanted.reports, lambda card: card.report_id in wanted.reports),
        (wanted.units, lambda card: not wanted.units.isdisjoint(f"{card.lead}、{card.support}".split("、"))),
        (wanted.open_only, lambda card: card.status.is_open),
        (wanted.overdue, lambda card: _is_due_within(card, date.min, yesterday)),
        (wanted.due_soon, lambda card: _is_due_within(card, today, near)),
        (wanted.without_evidence, lambda card: not card.evidence and card.status.is_open),
        (wanted.without_owner, lambda card: not card.lead and card.status.is_open),
        (wanted.without_person, lambda card: not (card.lead and card.person) and card.status.is_open),
        (wanted.waiting_review, lambda card: card.status is Status.SUBMITTED),
        (wanted.work_year, lambda card: is_work_of(card, wanted.work_year or 0)),
        (wanted.stale_days, lambda card: _is_silent_since(card, since)),
    )
    return (
        *(judge for asked, judge in rules if asked),
        *(condition.judge(today) for condition in wanted.conditions),
    )


def _is_due_within(card: ItemCard, first: date, last: date) -> bool:
    """Whether somebody still has to do it, by a day from ``first`` to ``last``."""
    day = card.deadline_current
    return day is not None and first <= day <= last and card.status.is_open


def is_work_of(card: ItemCard, year: int) -> bool:
    """Whether an item is work of ``year``: planned for it, found by the report of the year before, or left over."""
    own = card.year if card.kind is ItemKind.COMMITMENT else card.year + 1
    return own == year or (own < year and card.status.is_open)


def is_stale(card: ItemCard, today: date, days: int) -> bool:
    """Whether an open item was neither made nor told of in the last ``days`` days.

    Standing duties (长期坚持, 持续整改) are left out: they are told of each quarter, and would fill the list for ever.
    """
    return _is_silent_since(card, today - timedelta(days=days))


def _is_silent_since(card: ItemCard, since: date) -> bool:
    told, made = card.last_note, card.added_on
    if (told is not None and told >= since) or (made is not None and made >= since):
        return False
    return (
        card.status.is_open and card.status is not Status.CONTINUING and card.deadline_kind is not DeadlineKind.STANDING
    )


def fold(text: str) -> str:
    """Text as searches see it: full and half width alike, no case."""
    return unicodedata.normalize("NFKC", text).casefold()


def matching(
    cards: Sequence[ItemCard], wanted: ItemFilter, *, today: date, haystacks: Mapping[int, str]
) -> list[ItemCard]:
    """The cards that ``wanted`` keeps, in their order. ``haystacks`` gives each item's folded text by id;
    it is read only when there is something to search for."""
    found = list(cards)
    for judge in judges(wanted, today):
        found = [card for card in found if judge(card)]
    for word in fold(wanted.search).split():
        found = [card for card in found if word in haystacks.get(card.id, "")]
    return found
