"""The numbers of the dashboard: which there are, how they look, and what a click on each shows."""

from tracker.domain.conditions import AnyOf, During, Period
from tracker.domain.filters import STALE_DAYS, ItemFilter
from tracker.domain.lights import NEAR_DAYS, SOON_DAYS
from tracker.domain.status import Status
from tracker.gui.summary.tiles import Number
from tracker.gui.summary.words import tips
from tracker.gui.theme import Tone
from tracker.views.dashboard import Figures
from tracker.words import _

# what a click shows where the navigation has no place for it; the other numbers have the keys of their places
FILTERS: dict[str, ItemFilter] = {
    "due_in_week": ItemFilter(conditions=(During("deadline", frozenset({Period.NEXT_7})),)),
    "closed": ItemFilter(conditions=(AnyOf("status", frozenset({Status.CLOSED.value})),)),
}


def labels() -> dict[str, str]:
    """The words of each number, by its key, from left to right."""
    return {
        "overdue": _("逾期"),
        "due_in_week": _("{n} 天内到期").format(n=SOON_DAYS),
        "due_soon": _("{n} 天内到期").format(n=NEAR_DAYS),
        "submitted": _("待审核"),
        "without_evidence": _("缺佐证材料"),
        "stale": _("超 {n} 天无进展").format(n=STALE_DAYS),
        "without_owner": _("未明确责任人"),
        "closed": _("已销号"),
    }


def numbers(figures: Figures) -> list[Number]:
    """The tiles from left to right."""
    counts = {
        "overdue": (figures.overdue, Tone.ALERT),
        "due_in_week": (figures.due_in_week, Tone.WARN),
        "due_soon": (figures.due_in_month, Tone.PLAIN),
        "submitted": (figures.submitted, Tone.ACCENT),
        "without_evidence": (figures.without_evidence, Tone.PLAIN),
        "stale": (figures.stale, Tone.PLAIN),
        "without_owner": (figures.without_owner, Tone.PLAIN),
    }
    words, told = labels(), tips()
    found = [Number(key, words[key], f"{n:,}", n > 0, tone, told[key]) for key, (n, tone) in counts.items()]
    share = f"{figures.closed / figures.total:.0%}" if figures.total else "—"
    label = _("已销号 {closed}/{total}").format(closed=figures.closed, total=figures.total)
    found.append(Number("closed", label, share, figures.closed > 0, Tone.GOOD, told["closed"]))
    return found
