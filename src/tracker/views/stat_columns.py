"""The columns of the statistics, listed once for the table, its chart and the clipboard."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tracker.views.statistics import Grouping, Tally
from tracker.words import _

Figure = int | float | None


class FigureKind(StrEnum):
    """How a figure is written."""

    COUNT = "count"
    SHARE = "share"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class StatColumn:
    """One column: its heading, what it means, and its figure in a row, seen beside the whole."""

    key: str
    title: str
    tip: str
    kind: FigureKind
    figure: Callable[[Tally, Tally], Figure]

    def text(self, row: Tally, whole: Tally) -> str:
        """The figure as it is shown: 12, 58.3%, 14.0; a dash where there is nothing to divide by."""
        figure = self.figure(row, whole)
        if figure is None:
            return "—"
        return {FigureKind.COUNT: "{}", FigureKind.SHARE: "{:.1%}", FigureKind.DAYS: "{:.1f}"}[self.kind].format(figure)


def group_word(grouping: Grouping) -> str:
    """The heading of the first column."""
    return {
        Grouping.UNIT: _("牵头单位"),
        Grouping.STATUS: _("状态"),
        Grouping.YEAR: _("年度"),
        Grouping.REPORT: _("来源文件"),
        Grouping.KIND: _("类别"),
        Grouping.TYPE: _("整改类型"),
        Grouping.MONTH: _("销号月份"),
    }[grouping]


def stat_columns(grouping: Grouping) -> tuple[StatColumn, ...]:
    """What is told of each row of ``grouping``."""
    if grouping is Grouping.STATUS:
        return (_total(), _share(), *_kinds(), _overdue(), _soon(), _returned())
    if grouping is Grouping.MONTH:
        return (_closed_then(), *_kinds(), *_in_time(), _punctuality(), _returned())
    return (_total(), *_stages(), _overdue(), _soon(), _rate(), _punctuality(), _extension())


def _count(key: str, title: str, tip: str, count: Callable[[Tally], int]) -> StatColumn:
    return StatColumn(key, title, tip, FigureKind.COUNT, lambda row, _whole: count(row))


def _total() -> StatColumn:
    return _count("total", _("总数"), _("全部事项；几个单位共同牵头的，只算在第一个单位"), lambda row: row.totals.total)


def _stages() -> tuple[StatColumn, ...]:
    return (
        _count("closed", _("已销号"), _("审核销号的"), lambda row: row.totals.closed),
        _count("under_way", _("整改中"), _("已启动的，含申请销号待审核的"), lambda row: row.totals.under_way),
        _count("continuing", _("持续"), _("长期坚持、持续整改的"), lambda row: row.totals.continuing),
        _count("not_started", _("未启动"), _("待确认、待分解和未启动的"), lambda row: row.totals.not_started),
        _count(
            "away",
            _("调整/转出"),
            _("调整/终止和转下年度的；从已销号到这一列相加等于总数"),
            lambda row: row.totals.dropped + row.totals.carried_over,
        ),
    )


def _overdue() -> StatColumn:
    return _count("overdue", _("逾期"), _("没有办结、已过现定时限的"), lambda row: row.totals.overdue)


def _soon() -> StatColumn:
    return _count("soon", _("临期"), _("没有办结、7 天内到期的"), lambda row: row.totals.soon)


def _share() -> StatColumn:
    def figure(row: Tally, whole: Tally) -> Figure:
        return row.totals.total / whole.totals.total if whole.totals.total else None

    return StatColumn("share", _("占比"), _("占全部事项的比例"), FigureKind.SHARE, figure)


def _rate() -> StatColumn:
    tip = _("已销号的 ÷ 总数")
    return StatColumn("rate", _("销号率"), tip, FigureKind.SHARE, lambda row, _whole: row.closing_rate)


def _punctuality() -> StatColumn:
    tip = _("在现定时限内销号的 ÷ 有时限的已销号事项")
    return StatColumn("punctuality", _("按期率"), tip, FigureKind.SHARE, lambda row, _whole: row.punctuality)


def _extension() -> StatColumn:
    tip = _("延过期的事项，现定时限比原定时限平均晚多少天")
    return StatColumn("extension", _("平均延期（天）"), tip, FigureKind.DAYS, lambda row, _whole: row.mean_extension)


def _kinds() -> tuple[StatColumn, ...]:
    return (
        _count("problems", _("问题"), _("其中问题整改事项"), lambda row: row.problems),
        _count("commitments", _("计划任务"), _("其中计划任务"), lambda row: row.commitments),
    )


def _closed_then() -> StatColumn:
    return _count("closed", _("销号数"), _("这个月审核销号的"), lambda row: row.totals.total)


def _in_time() -> tuple[StatColumn, ...]:
    return (
        _count("on_time", _("按期"), _("在现定时限内销号的"), lambda row: row.on_time),
        _count("late", _("超期"), _("过了现定时限才销号的"), lambda row: row.late),
    )


def _returned() -> StatColumn:
    return _count("returned", _("退回次数"), _("销号审核时退回的次数"), lambda row: row.returned)
