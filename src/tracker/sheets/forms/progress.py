"""The progress sheet (form A, 整改台账 / 进度表): twelve columns that a supervisor signs."""

from collections.abc import Sequence
from datetime import date

from tracker.domain.cards import ItemDetail
from tracker.domain.kinds import ItemKind
from tracker.progress import Progress, silent
from tracker.sheets.fitting import band, lines_height, mm_for, page_breaks, page_room, room, spread_band
from tracker.sheets.forms.progress_cells import DONE, MEASURES, PROBLEM, PROGRESS, SENTENCES, TEXT_LINES, RowWriter
from tracker.sheets.forms.words import chinese_date, mark
from tracker.sheets.layout import A4_LEDGER, BLANK, Align, Band, CellKind, Fonts, Layout, Paper, SheetColumn
from tracker.sheets.line_breaking import ems, evenly
from tracker.views.summary import standing, totals
from tracker.words import in_chinese

SHEET_NAME = "进度表"
_LEAST_SHARE, _EMPTY_SHARE = 8, 5  # characters: a column of sentences is never narrower, measures that nobody wrote
SIGNATURE = ("填表人：", "审核人：", "单位负责人：", "联系电话：", "填报日期：　　　　年　　月　　日")

# A wider table would be printed smaller than 9 pt where the default font is replaced
_WIDTH_SHARE = 0.9165

# the widths in characters of the body; the three columns of sentences share what is left, measures most of all
_WIDTHS: tuple[float | None, ...] = (1.5, 5, None, None, 3, 5, 3, 3, 7, None, 5, 2)
_TITLES = ("序号", "编号", "", "整改措施及完成标准", "整改类型", "责任科室（牵头/配合）", "责任人", "分管领导")


@in_chinese()
def progress_sheet(
    details: Sequence[ItemDetail],
    *,
    office: str,
    as_of: date,
    kind: ItemKind | None = None,
    paper: Paper = A4_LEDGER,
    fonts: Fonts | None = None,
    progress: Progress = silent,
) -> Layout:
    """The sheet of ``details`` in their order, at the day ``as_of``; ``kind`` only chooses the words of the title."""
    fonts = fonts or Fonts()
    columns = _columns(details, kind, as_of, paper, fonts)
    width = sum(column.mm for column in columns)
    title = band(_title(office, kind, room(width, fonts.title.size)), width, fonts.title.size, air=6)
    meta = spread_band(
        (f"填报单位（盖章）：{office or '　' * 8}", f"数据截至：{chinese_date(as_of)}", "单位：项"),
        width,
        fonts.meta.size,
        air=2,
    )
    header_height = lines_height(max(column.title.count("\n") + 1 for column in columns), fonts.header.size)
    total = totals(map(standing, details), as_of)
    totals_band = band(total.line, width, fonts.totals.size, air=4)
    signature = spread_band(SIGNATURE, width, fonts.signature.size, air=10)

    page, above = page_room(paper), title.height + meta.height
    longest_notes = _notes(width, fonts, presumed=True, shortened=True, lit=True, done=True)
    below = totals_band.height + longest_notes.height + signature.height
    writer = RowWriter(columns, as_of, fonts.body.size, office)
    rows = []
    for number, detail in enumerate(details, 1):
        # the first row shares its page with the title, the last one with the signature
        taken = header_height + (above if number == 1 else 0) + (below if number == len(details) else 0)
        rows.append(writer.row(number, detail, page - taken))
        if number % 50 == 0:
            progress(number, len(details))
    if not rows:
        rows.append(writer.empty_row())
    notes = _notes(
        width,
        fonts,
        presumed=any(detail.item.deadline_presumed for detail in details),
        shortened=writer.shortened,
        lit=bool(total.overdue or total.soon),
        done=any(measure.done for detail in details for measure in detail.measures),
    )
    return Layout(
        name=SHEET_NAME,
        columns=columns,
        rows=tuple(rows),
        header_height=header_height,
        paper=paper,
        fonts=fonts,
        title=title,
        meta=meta,
        totals=totals_band,
        notes=notes,
        signature=signature,
        breaks=page_breaks(
            [row.height for row in rows],
            page=page,
            above=above,
            header=header_height,
            below=totals_band.height + notes.height + signature.height,
        ),
    )


def _title(office: str, kind: ItemKind | None, holds: float) -> str:
    ending = {None: "问题整改和任务落实进度表", ItemKind.PROBLEM: "问题整改台账", ItemKind.COMMITMENT: "计划任务进度表"}
    words = f"法治政府建设{ending[kind]}"
    return f"{office}\n{words}" if ems(office + words) > holds else office + words


def _columns(
    details: Sequence[ItemDetail], kind: ItemKind | None, as_of: date, paper: Paper, fonts: Fonts
) -> tuple[SheetColumn, ...]:
    size = fonts.body.size
    widths = list(_WIDTHS)
    if len(details) > 999:
        widths[0] = 2
    fixed = sum(mm_for(wide, size) for wide in widths if wide)
    free = paper.usable_width * _WIDTH_SHARE - fixed - 3 * mm_for(0, size)
    shared = int(free / (mm_for(1, size) - mm_for(0, size)))
    widths[PROBLEM], widths[MEASURES], widths[PROGRESS] = _shares(details, shared)
    what = {None: "问题（任务）\n及来源", ItemKind.PROBLEM: "问题及来源", ItemKind.COMMITMENT: "任务及来源"}[kind]
    titles = (
        *_TITLES[:PROBLEM],
        what,
        *_TITLES[PROBLEM + 1 :],
        "完成时限\n（原定/现定）",
        f"进展情况\n（截至{chinese_date(as_of)}）",
        "状态\n（销号日期）",
        "佐证材料份数",
    )
    return tuple(
        SheetColumn(
            evenly(words, room(mm_for(wide or 0, size), fonts.header.size)),
            mm_for(wide or 0, size),
            Align.LEFT if place in SENTENCES else Align.CENTRE,
            CellKind.TEXT if place else CellKind.NUMBER,
        )
        for place, (words, wide) in enumerate(zip(titles, widths, strict=True))
    )


def _shares(details: Sequence[ItemDetail], shared: int) -> tuple[int, int, int]:
    """How the three columns of sentences part ``shared`` characters, so that the rows become least high."""
    sample = details[:: max(1, len(details) // 100)]  # a hundred items tell the rest
    lengths = [
        (
            len(detail.item.original_text or detail.item.title) + len(detail.report_title),
            [len(measure.text) + 2 for measure in detail.measures] + [len(detail.item.standard) + 5],
            len(detail.notes[-1].text) + 14 if detail.notes else 0,
        )
        for detail in sample
    ]

    steps_said = any(detail.measures or detail.item.standard or detail.item.goal for detail in details)
    least = [
        min(share, shared // 3) for share in (_LEAST_SHARE, _LEAST_SHARE if steps_said else _EMPTY_SHARE, _LEAST_SHARE)
    ]

    def height(shares: tuple[int, int, int]) -> tuple[int, int]:
        text, step, note = shares
        lines = sum(
            max(min(TEXT_LINES, -(-words // text)), sum(-(-one // step) for one in steps), -(-said // note))
            for words, steps, said in lengths
        )
        return lines, max(shares) - min(shares)

    ways = [
        (text, step, shared - text - step)
        for text in range(least[0], shared - least[1] - least[2] + 1)
        for step in range(least[1], shared - text - least[2] + 1)
    ]
    return min(ways, key=height)


def _notes(width: float, fonts: Fonts, *, presumed: bool, shortened: bool, lit: bool, done: bool) -> Band:
    sayings = [
        *(["“推定”指来源文件未写明时限，暂按计划年度最后一日列出，须经责任单位确认"] if presumed else []),
        *(["“逾期”“临期”（7天以内）按现定时限与数据截至日期计算"] if lit else []),
        *([f"“{DONE}”表示该项措施已完成"] if done else []),
        *(["文字较长的只列要点，全文见本工作簿“明细”表"] if shortened else []),
        f"“{BLANK}”表示暂无内容",
    ]
    words = (
        "；".join(f"{mark(number)}{saying}" for number, saying in enumerate(sayings, 1)) if sayings[1:] else sayings[0]
    )
    return band(f"注：{words}。", width, fonts.notes.size, air=2)
