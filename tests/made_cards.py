"""Cards without a ledger: one with what a test names, or many at random."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tracker.domain.cards import ItemCard
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.domain.status import Status

_PLAIN = ItemCard(
    id=1, code="2024-问-01", kind=ItemKind.PROBLEM, year=2024, title="记录不规范", text="", status=Status.UNDER_WAY,
    percent=0, rectification=None, deadline_kind=None, deadline_original=None, deadline_current=None,
    deadline_presumed=False, deadline_text="", lead="法规科", support="", person="", leader="", measures=0,
    measures_done=0, evidence=1, extensions=0, return_count=0, last_note=None, closed_on=None, report_id=None,
    report_title="", added_on=None, urgings=0, last_urged=None,
)  # fmt: skip


def card(status: Status = Status.UNDER_WAY, due: date | None = None, **changes: Any) -> ItemCard:
    """A card with these values; ``due`` is its original and its current deadline."""
    kind = DeadlineKind.DATE if due else None
    dated = {"deadline_original": due, "deadline_current": due, "deadline_kind": kind}
    return _PLAIN._replace(**{"status": status, **dated, **changes})


def many(number: int, today: date, *, units: int = 25, seed: int = 3) -> list[ItemCard]:
    """So many cards of all sorts; some led by two units, some by none."""
    rnd = Random(seed)

    def day(least: int, most: int) -> date:
        return today + timedelta(days=rnd.randint(least, most))

    cards = []
    for n in range(1, number + 1):
        status = rnd.choice(list(Status))
        leads = "、".join(f"第{rnd.randrange(units)}科" for _ in range(rnd.choice((0, 1, 1, 1, 2))))
        made = card(status, rnd.choice((None, day(-90, 90), day(-3, 40))), id=n, code=f"2024-问-{n}", lead=leads)
        standing = made.deadline_current is None and rnd.random() < 0.3
        cards.append(
            made._replace(
                kind=rnd.choice(list(ItemKind)), year=today.year - rnd.randrange(3), person=rnd.choice(("", "王某")),
                deadline_kind=DeadlineKind.STANDING if standing else made.deadline_kind, evidence=rnd.randrange(3),
                return_count=rnd.choice((0, 0, 2)), last_note=rnd.choice((None, day(-90, 0))),
                added_on=rnd.choice((None, day(-400, 0))),
                closed_on=day(-300, 0) if status is Status.CLOSED else None,
                extensions=rnd.choice((0, 1)), report_title=rnd.choice(("", "2024 年度报告")),
            )
        )  # fmt: skip
    return cards
