"""The 明细 sheet: every field of every item, with real dates and numbers, to filter and to reckon with."""

from collections.abc import Callable, Sequence
from datetime import date

from tracker.domain.cards import ItemCard, ItemDetail
from tracker.domain.notes import note_line
from tracker.progress import Progress, silent
from tracker.sheets.fitting import lines_height, mm_for, room
from tracker.sheets.forms.words import mark
from tracker.sheets.layout import A3_LEDGER, Align, CellKind, Fonts, Layout, Row, SheetColumn, Value
from tracker.sheets.line_breaking import fitted
from tracker.views.columns import BY_KEY, Column, ColumnKind, card_of
from tracker.words import in_chinese

SHEET_NAME = "明细"
FROZEN_COLUMNS = 1  # the code stays in sight

Getter = Callable[[ItemDetail, ItemCard, date], Value]


@in_chinese()
def detail_sheet(
    details: Sequence[ItemDetail], *, as_of: date, fonts: Fonts | None = None, progress: Progress = silent
) -> Layout:
    """All that is known of ``details``. Texts are whole and unbroken: this sheet is read, sorted and filtered."""
    fonts = fonts or Fonts()
    size = fonts.body.size
    getters = [get for _, get in _FIELDS]
    columns = tuple(_measured(column, fonts) for column, _ in _FIELDS)
    texts = [(place, room(column.mm, size)) for place, column in enumerate(columns) if column.align is Align.LEFT]
    rows = []
    for number, detail in enumerate(details, 1):
        card = card_of(detail)
        cells = tuple(get(detail, card, as_of) for get in getters)
        lines = max(_line_count(cells[place], holds) for place, holds in texts)
        rows.append(Row(cells, lines_height(lines, size)))
        if number % 50 == 0:
            progress(number, len(details))
    return Layout(
        name=SHEET_NAME,
        columns=columns,
        rows=tuple(rows),
        header_height=lines_height(max(column.title.count("\n") + 1 for column in columns), fonts.header.size),
        paper=A3_LEDGER,
        fonts=fonts,
        frozen_columns=FROZEN_COLUMNS,
        filters=True,
        fits_width=False,
    )


def _line_count(text: Value, holds: float) -> int:
    """The lines that a viewer needs for an unbroken text; every character is taken for a wide one."""
    if not isinstance(text, str) or not text:
        return 1
    per_line = max(1, int(holds - 0.5))  # a viewer may keep a mark back, so the last place is not counted upon
    if "\n" not in text:
        return -(-len(text) // per_line)
    return sum(-(-len(paragraph) // per_line) or 1 for paragraph in text.split("\n"))


def _measured(column: SheetColumn, fonts: Fonts) -> SheetColumn:
    return SheetColumn(fitted(column.title, room(column.mm, fonts.header.size)), column.mm, column.align, column.kind)


def _from_view(key: str, title: str | None = None, width: float | None = None) -> tuple[SheetColumn, Getter]:
    """A column of the window's table, typed."""
    view: Column = BY_KEY[key]
    kind = CellKind(view.kind.value)

    def get(_: ItemDetail, card: ItemCard, as_of: date) -> Value:
        value = view.value(card, as_of)
        return value / 100 if view.kind is ColumnKind.PERCENT and isinstance(value, int) else value

    narrow = kind is not CellKind.TEXT or view.width <= 12
    mm = mm_for(width or max(3.5, view.width / 2), Fonts().body.size)
    return SheetColumn(title or view.word, mm, Align.CENTRE if narrow else Align.LEFT, kind), get


def _own(
    title: str, width: float, get: Callable[[ItemDetail], Value], *, kind: CellKind = CellKind.TEXT
) -> tuple[SheetColumn, Getter]:
    align = Align.LEFT if kind is CellKind.TEXT and width > 6 else Align.CENTRE
    return SheetColumn(title, mm_for(width, Fonts().body.size), align, kind), lambda detail, card, as_of: get(detail)


def _measures(detail: ItemDetail) -> str:
    return "\n".join(
        f"{mark(number)}{measure.text}"
        + (f"（时限 {measure.deadline.isoformat()}）" if measure.deadline else "")
        + (f"（已完成{f' {measure.done_on.isoformat()}' if measure.done_on else ''}）" if measure.done else "")
        + (f"（未完成原因：{measure.unfinished_reason}）" if measure.unfinished_reason else "")
        for number, measure in enumerate(detail.measures, 1)
    )


def _notes(detail: ItemDetail) -> str:
    return "\n".join(note_line(note) for note in reversed(detail.notes))


def _extensions(detail: ItemDetail) -> str:
    return "\n".join(
        f"{step.from_date.isoformat()} 延至 {step.to_date.isoformat()}：{step.reason}"
        + (f"（{step.approver}批准）" if step.approver else "")
        for step in detail.extensions
    )


_FIELDS: tuple[tuple[SheetColumn, Getter], ...] = (
    _from_view("code", width=6),
    _from_view("kind"),
    _from_view("year"),
    _from_view("title", width=18),
    _own("原文", 30, lambda d: d.item.original_text),
    _own("原因", 20, lambda d: d.item.cause),
    _own("整改目标", 16, lambda d: d.item.goal),
    _own("完成标准", 16, lambda d: d.item.standard),
    _own("整改措施", 30, _measures),
    _from_view("rectification"),
    _from_view("lead"),
    _from_view("support"),
    _from_view("person"),
    _from_view("leader"),
    _from_view("deadline_original"),
    _from_view("deadline", "现定时限", 6),
    _own("时限是否推定", 4, lambda d: "推定" if d.item.deadline_presumed else "否"),
    _own("时限原文", 8, lambda d: d.item.deadline_text),
    _from_view("light"),
    _from_view("remaining", "剩余天数", 4),
    _from_view("status", width=5),
    _from_view("percent"),
    _from_view("measures", "措施项数"),
    _from_view("measures_done", width=4),
    _from_view("last_note", width=6),
    _own("历次进展（新在前）", 36, _notes),
    _from_view("evidence", "佐证份数"),
    _own("佐证材料名称", 20, lambda d: "\n".join(file.name for file in d.evidence)),
    _from_view("extensions"),
    _own("延期记录", 20, _extensions),
    _from_view("returns"),
    _from_view("closed_on", width=6),
    _own("整改结果", 20, lambda d: d.item.result),
    _own("备注", 12, lambda d: d.item.remark),
    _from_view("report"),
)
