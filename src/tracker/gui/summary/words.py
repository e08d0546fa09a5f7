"""What the dashboard says in words: the day, the sentence at its head, and why an item stands in the list."""

from datetime import date

from tracker.domain.filters import STALE_DAYS
from tracker.domain.lights import NEAR_DAYS, SOON_DAYS
from tracker.gui.theme import Tone
from tracker.views.dashboard import Dashboard, Reason, Todo
from tracker.views.trend import Trend, TrendPoint
from tracker.words import _


def day_words(day: date) -> str:
    """2025 年 5 月 20 日　星期二."""
    weekdays = (_("星期一"), _("星期二"), _("星期三"), _("星期四"), _("星期五"), _("星期六"), _("星期日"))
    return _("{year} 年 {month} 月 {day} 日　{weekday}").format(
        year=day.year, month=day.month, day=day.day, weekday=weekdays[day.weekday()]
    )


def title_words(shown: Dashboard) -> str:
    """今天要办 6 件事."""
    return _("今天要办 {n} 件事").format(n=shown.to_do) if shown.to_do else _("今天没有要办的事")


def sentence(shown: Dashboard) -> str:
    """Why there is so much to do, each item said once; or how all stands where there is nothing."""
    if not shown.reasons:
        left = shown.figures.total - shown.figures.closed
        if not left:
            return _("{n} 项全部销号。").format(n=shown.figures.total)
        return _("没有逾期、临期、待审核的，也没有长时间无进展的。")
    counts = [_("{reason} {n} 项").format(reason=_heading(reason), n=n) for reason, n in shown.reasons]
    return _("，").join(counts) + _("。")


def _heading(reason: Reason) -> str:
    return {
        Reason.OVERDUE: _("逾期"),
        Reason.DUE: _("{n} 天内到期").format(n=SOON_DAYS),
        Reason.SUBMITTED: _("等待审核"),
        Reason.RETURNED: _("退回待改"),
        Reason.WITHOUT_LEAD: _("未明确牵头单位"),
        Reason.STALE: _("超 {n} 天无进展").format(n=STALE_DAYS),
    }[reason]


def reason_words(todo: Todo) -> str:
    """Why this item stands in the list: 逾期 12 天，等待审核."""
    why = _why(todo)
    return why + _("，等待审核") if todo.submitted and todo.reason is not Reason.SUBMITTED else why


def _why(todo: Todo) -> str:
    match todo.reason:
        case Reason.OVERDUE:
            return _("逾期 {n} 天").format(n=todo.number)
        case Reason.DUE:
            return _("剩 {n} 天").format(n=todo.number) if todo.number else _("今天到期")
        case Reason.SUBMITTED:
            return _("等待审核")
        case Reason.RETURNED:
            return _("退回 {n} 次，待改").format(n=todo.number)
        case Reason.WITHOUT_LEAD:
            return _("未明确牵头单位")
        case Reason.STALE:
            return _("{n} 天无进展").format(n=todo.number)


def reason_tone(reason: Reason) -> Tone:
    """Red for what is late, amber for what waits for this office."""
    if reason is Reason.OVERDUE:
        return Tone.ALERT
    return Tone.MUTED if reason in (Reason.WITHOUT_LEAD, Reason.STALE) else Tone.WARN


# -- the burn-down


def point_day(point: TrendPoint, today: date) -> str:
    """今天, 3 月底, or the end of the year before."""
    if point.day == today:
        return _("今天")
    following = date(point.day.year + point.day.month // 12, point.day.month % 12 + 1, 1)
    if (following - point.day).days != 1:
        return point.day.isoformat()
    if (point.day.month, point.day.day) == (12, 31):
        return _("{year} 年底").format(year=point.day.year)
    return _("{month} 月底").format(month=point.day.month)


def point_words(point: TrendPoint, today: date) -> str:
    """One point of the burn-down: 3 月底：未办结 20 项，按时限应剩 18 项."""
    day = point_day(point, today)
    if point.still_open is None:
        return _("{day}：按时限应剩 {planned} 项").format(day=day, planned=point.planned)
    return _("{day}：未办结 {n} 项，按时限应剩 {planned} 项").format(day=day, n=point.still_open, planned=point.planned)


def trend_words(shown: Trend, today: date) -> str:
    """All points, for those who cannot see the line."""
    return _("；").join(point_words(point, today) for point in shown.points) + _("。")


# -- the tiles' tips


def tips() -> dict[str, str]:
    """What each number counts, by its key."""
    return {
        "overdue": _("过了现定时限还没有办结"),
        "due_in_week": _("今天起 {n} 天内到期，还没有办结").format(n=SOON_DAYS),
        "due_soon": _("今天起 {n} 天内到期，还没有办结").format(n=NEAR_DAYS),
        "submitted": _("已申请销号，等责任人以外的人审核"),
        "without_evidence": _("还没有办结，也还没有一份佐证材料"),
        "without_owner": _("还没有办结，没有写明牵头单位或责任人"),
        "stale": _("还没有办结，登记进展或列入台账都在 {n} 天以前；长期坚持的事项不算").format(n=STALE_DAYS),
        "closed": _("已销号的，占全部事项的比例"),
    }
