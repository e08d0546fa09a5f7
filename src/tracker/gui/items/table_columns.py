"""The columns that the table can show, in the order in which its model has them."""

from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from tracker.domain.status import Status
from tracker.gui.widgets.sizes import grown
from tracker.views.columns import BY_KEY, COLUMNS, ColumnKind
from tracker.words import _

CODE, TITLE, OWNER, DEADLINE, PERCENT, STATUS, EVIDENCE = range(7)
# these are drawn in a way of their own, and shown where nothing else is chosen
DRAWN = ("code", "title", "lead", "deadline", "percent", "status", "evidence")
KEYS: tuple[str, ...] = (*DRAWN, *(column.key for column in COLUMNS if column.key not in DRAWN))
PLACES = {key: place for place, key in enumerate(KEYS)}

_WIDTHS = {"code": 94, "title": 230, "lead": 132, "deadline": 128, "percent": 106, "status": 92, "evidence": 50}
_PER_CHARACTER, _AROUND = 7, 30  # pixels
_TITLE_AROUND, _PILL = 20, 16
_WHOLE = {"code", "deadline", "percent", "status", "evidence"}  # the others have room, or are elided


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of the table: ``key`` as in views/columns, which it is sorted by; its width in pixels at first."""

    title: str
    key: str
    width: int
    centred: bool


def default_width(key: str) -> int:
    """The width of a column that nobody has sized, at the present size of type; its title is never cut."""
    drawn = grown(_WIDTHS.get(key) or BY_KEY[key].width * _PER_CHARACTER + _AROUND)
    metrics = QFontMetrics(QApplication.font())
    words = [metrics.horizontalAdvance(_titles()[key])]
    if key == "status":  # pills are cut nowhere, whatever the language
        words += [metrics.horizontalAdvance(_(status.word)) + _PILL for status in Status]
    return max(drawn, max(words) + _TITLE_AROUND) if key in _WHOLE else drawn


def table_columns() -> tuple[TableColumn, ...]:
    """All columns, titled in the language chosen at the start."""
    titles = _titles()
    return tuple(
        TableColumn(titles[key], key, default_width(key), BY_KEY[key].kind is ColumnKind.NUMBER and key not in DRAWN)
        for key in KEYS
    )


def _titles() -> dict[str, str]:
    return {
        "code": _("编号"),
        "title": _("事项"),
        "lead": _("责任单位 / 责任人"),
        "deadline": _("期限"),
        "percent": _("进度"),
        "status": _("状态"),
        "evidence": _("佐证"),
        "kind": _("类别"),
        "rectification": _("整改类型"),
        "support": _("配合单位"),
        "person": _("责任人"),
        "leader": _("分管领导"),
        "deadline_original": _("原定时限"),
        "light": _("亮灯"),
        "remaining": _("剩余时间"),
        "measures": _("措施"),
        "measures_done": _("已完成措施"),
        "extensions": _("延期次数"),
        "returns": _("退回次数"),
        "last_note": _("最近进展"),
        "closed_on": _("销号日期"),
        "year": _("年度"),
        "report": _("来源文件"),
    }
