"""The options that choose items, the same for ``list`` and ``export``."""

from dataclasses import dataclass
from typing import Annotated

import typer

from tracker.cli.session import understood
from tracker.domain.cards import ItemCard
from tracker.domain.filters import STALE_DAYS, ItemFilter, matching
from tracker.domain.kinds import ItemKind
from tracker.domain.review import YEARS
from tracker.domain.status import Status
from tracker.domain.typed import choice_from, names_from
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.views.filter_typed import condition_from_words
from tracker.views.saved import view_named, view_of
from tracker.words import _

KindOption = Annotated[str, typer.Option("--kind", metavar="KIND", help=_("问题 problem 或 计划任务 commitment"))]
StatusOption = Annotated[
    list[str] | None, typer.Option("--status", metavar="STATUS", help=_("状态，可写多个，如 整改中、申请销号"))
]
UnitOption = Annotated[
    list[str] | None, typer.Option("--unit", metavar="NAME", help=_("牵头或配合单位，可只写一部分，可写多个"))
]
OverdueOption = Annotated[bool, typer.Option("--overdue", help=_("只要逾期的"))]
SoonOption = Annotated[bool, typer.Option("--soon", help=_("只要 30 天内到期的"))]
OpenOption = Annotated[bool, typer.Option("--open", help=_("只要还没办结的"))]
YearOption = Annotated[list[str] | None, typer.Option("--year", metavar="YEAR", help=_("年度，可写多个"))]
SearchOption = Annotated[str, typer.Option("--search", metavar="WORDS", help=_("全文查找，几个词用空格分开"))]
ReportOption = Annotated[
    str, typer.Option("--report", metavar="REPORT", help=_("来源文件的序号（见 reports）或标题的一部分"))
]
WhereOption = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="COLUMN=VALUE",
        help=_("按任何一列筛选，可写多个，如 责任人=张三、进度>=50、期限=本月、销号日期=2025-01至2025-03"),
    ),
]
StaleOption = Annotated[bool, typer.Option("--stale", help=_("只要超过 30 天没有进展的"))]
ViewOption = Annotated[
    str, typer.Option("--view", metavar="NAME", help=_("在窗口里保存的视图；其他条件在它里面再筛选"))
]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The options as they were typed."""

    kind: str = ""
    status: list[str] | None = None
    unit: list[str] | None = None
    overdue: bool = False
    soon: bool = False
    open_only: bool = False
    year: list[str] | None = None
    search: str = ""
    report: str = ""
    where: list[str] | None = None
    stale: bool = False
    view: str = ""

    def cards(self, ledger: Ledger) -> list[ItemCard]:
        """The items that are meant, in the ledger's order. Raises UserError, BadParameter."""
        wanted = ItemFilter(
            kind=kind_of(self.kind, "--kind") if self.kind else None,
            statuses=frozenset(
                understood(lambda text: choice_from(Status, text), word, "--status") for word in _each(self.status)
            ),
            units=_units(ledger, _each(self.unit)),
            years=frozenset(year_of(text, "--year") for text in _each(self.year)),
            reports=_reports(ledger, self.report),
            open_only=self.open_only,
            overdue=self.overdue,
            due_soon=self.soon,
            stale_days=STALE_DAYS if self.stale else 0,
            search=self.search,
        )
        for text in self.where or ():
            wanted = wanted.having(understood(condition_from_words, text, "--where"))
        if self.view:
            wanted = view_named(map(view_of, ledger.ask.saved_views()), self.view).wanted.also(wanted)
        haystacks = ledger.ask.haystacks() if wanted.search.strip() else {}
        return matching(ledger.cards(), wanted, today=ledger.today(), haystacks=haystacks)


def kind_of(text: str, option: str) -> ItemKind:
    """问题 or 计划任务, also by their marks 问 and 计. Raises BadParameter."""
    marks = {kind.mark: kind for kind in ItemKind} | {"任务": ItemKind.COMMITMENT, "计划": ItemKind.COMMITMENT}
    return marks.get(text.strip()) or understood(lambda word: choice_from(ItemKind, word), text, option)


def year_of(text: str, option: str) -> int:
    """A year in digits. Raises BadParameter."""
    digits = text.strip().removesuffix("年")
    if not (digits.isdecimal() and int(digits) in YEARS):
        raise typer.BadParameter(_("年度要写成 2024 这样的四位数。"), param_hint=option)
    return int(digits)


def _each(values: list[str] | None) -> tuple[str, ...]:
    return tuple(name for value in values or () for name in names_from(value))


def _units(ledger: Ledger, names: tuple[str, ...]) -> frozenset[str]:
    """The units meant: a whole name, or each that has the words in its name."""
    if not names:
        return frozenset()
    known = [unit.name for unit in ledger.ask.units()]
    found: set[str] = set()
    for name in names:
        meant = [name] if name in known else [unit for unit in known if name in unit]
        if not meant:
            hint = (
                _("台账里的单位有：{units}。").format(units=_("、").join(known))
                if known
                else _("台账里还没有责任单位。")
            )
            raise UserError(_("没有名称含“{name}”的责任单位。").format(name=name), hint, field="unit")
        found.update(meant)
    return frozenset(found)


def _reports(ledger: Ledger, text: str) -> frozenset[int]:
    if not text:
        return frozenset()
    reports = ledger.ask.reports()
    found = frozenset(report.id for report in reports if text == str(report.id) or text in report.title)
    if not found:
        raise UserError(
            _("没有序号或标题是“{text}”的来源文件。").format(text=text),
            _("请用 tracker reports 查看。"),
            field="report",
        )
    return found
