"""Verbs of units and people: list, add, rename, edit, merge, retire, restore, import."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import as_json
from tracker.cli.printing import Bar, say, say_json, table
from tracker.cli.session import JsonOption, LedgerOption, given, opened, perform, stdin_is_terminal
from tracker.domain.names import nearest
from tracker.domain.people import Person, Unit
from tracker.domain.roster import Deed, Difference, ReadRoster, compare
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.people import SavePerson, SaveUnit
from tracker.operations.roster import (
    ImportRoster,
    MergePeople,
    MergeUnits,
    ReactivatePerson,
    ReactivateUnit,
    RetirePerson,
    RetireUnit,
)
from tracker.operations.together import Together
from tracker.views.roster import person_lines, unit_lines
from tracker.words import _

UnitArgument = Annotated[str, typer.Argument(metavar="NAME", help=_("单位名称"))]
PersonArgument = Annotated[str, typer.Argument(metavar="NAME", help=_("姓名；重名时写成 单位/姓名"))]
NewNameArgument = Annotated[str, typer.Argument(metavar="NEW", help=_("新名称"))]
LeaveOption = Annotated[bool, typer.Option("--leave", help=_("未销号的事项不移交"))]
UnitOption = Annotated[str | None, typer.Option("--unit", metavar="NAME", help=_("所在单位，没有的会加入名单"))]
DutyOption = Annotated[str | None, typer.Option("--duty", metavar="TEXT", help=_("职务"))]
PhoneOption = Annotated[str | None, typer.Option("--phone", metavar="TEXT", help=_("电话"))]


# -- units


def list_units(*, json: JsonOption = False, ledger: LedgerOption = None) -> None:
    """List the units with the items they answer for."""
    with opened(ledger) as book:
        lines = unit_lines(book.ask.units(), book.ask.people(), book.cards(), book.today())
    if json:
        say_json([as_json.unit_object(line) for line in lines])
        return
    rows = [[line.name, *map(str, line.tally), str(line.people), "" if line.active else _("停用")] for line in lines]
    titles = [_("单位"), _("未销号"), _("逾期"), _("全部事项"), _("人员"), _("状态")]
    for row in table(titles, rows, flexible=0):
        say(row)


def add_units(
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help=_("一个或几个单位名称"))],
    *,
    ledger: LedgerOption = None,
) -> None:
    """Add units, in one step."""
    with opened(ledger) as book:
        perform(book, Together([SaveUnit(Unit.entered(name=name)) for name in names]))


def rename_unit(name: UnitArgument, new: NewNameArgument, *, ledger: LedgerOption = None) -> None:
    """Rename a unit everywhere."""
    with opened(ledger) as book:
        perform(book, SaveUnit(_unit(book, name).having(name=new)))


def merge_units(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("保留的单位"))],
    others: Annotated[list[str], typer.Argument(metavar="OTHER…", help=_("并入它的单位"))],
    *,
    ledger: LedgerOption = None,
) -> None:
    """Merge units that turn out to be one."""
    with opened(ledger) as book:
        perform(book, MergeUnits(_unit(book, name).id, tuple(_unit(book, other).id for other in others)))


def retire_unit(
    name: UnitArgument,
    *,
    to: Annotated[str, typer.Option("--to", metavar="NAME", help=_("未销号的事项移交给哪个单位"))] = "",
    leave: LeaveOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Retire a unit; closed items keep its name."""
    with opened(ledger) as book:
        heir = _unit(book, to).id if to else None
        perform(book, RetireUnit(_unit(book, name).id, heir, leave=leave))


def restore_unit(name: UnitArgument, *, ledger: LedgerOption = None) -> None:
    """Offer a retired unit again."""
    with opened(ledger) as book:
        perform(book, ReactivateUnit(_unit(book, name).id))


# -- people


def list_people(*, json: JsonOption = False, ledger: LedgerOption = None) -> None:
    """List the people with the items they answer for."""
    with opened(ledger) as book:
        lines = person_lines(book.ask.units(), book.ask.people(), book.cards(), book.today())
    if json:
        say_json([as_json.person_object(line) for line in lines])
        return
    rows = [
        [line.name, line.unit, line.duty, line.phone, *map(str, line.tally), "" if line.active else _("停用")]
        for line in lines
    ]
    titles = [_("姓名"), _("单位"), _("职务"), _("电话"), _("未销号"), _("逾期"), _("全部事项"), _("状态")]
    for row in table(titles, rows, flexible=1):
        say(row)


def add_person(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("姓名"))],
    *,
    unit: UnitOption = None,
    duty: DutyOption = None,
    phone: PhoneOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Add a person."""
    with opened(ledger) as book:
        perform(book, SavePerson(Person.entered(name=name, **given(duty=duty, phone=phone)), unit))


def rename_person(name: PersonArgument, new: NewNameArgument, *, ledger: LedgerOption = None) -> None:
    """Rename a person everywhere."""
    with opened(ledger) as book:
        perform(book, SavePerson(_person(book, name).having(name=new)))


def edit_person(
    name: PersonArgument,
    *,
    unit: UnitOption = None,
    duty: DutyOption = None,
    phone: PhoneOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Change where a person works and how to reach them."""
    values = given(duty=duty, phone=phone)
    if unit is None and not values:
        raise typer.BadParameter(_("没有写要改什么。"), param_hint="--unit / --duty / --phone")
    with opened(ledger) as book:
        perform(book, SavePerson(_person(book, name).having(**values), unit))


def merge_people(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("保留的人员"))],
    others: Annotated[list[str], typer.Argument(metavar="OTHER…", help=_("并入他的人员"))],
    *,
    ledger: LedgerOption = None,
) -> None:
    """Merge people that turn out to be one."""
    with opened(ledger) as book:
        perform(book, MergePeople(_person(book, name).id, tuple(_person(book, other).id for other in others)))


def retire_person(
    name: PersonArgument,
    *,
    to: Annotated[str, typer.Option("--to", metavar="NAME", help=_("未销号的事项移交给谁"))] = "",
    leave: LeaveOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Retire a person; closed items keep the name."""
    with opened(ledger) as book:
        heir = _person(book, to).id if to else None
        perform(book, RetirePerson(_person(book, name).id, heir, leave=leave))


def restore_person(name: PersonArgument, *, ledger: LedgerOption = None) -> None:
    """Offer a retired person again."""
    with opened(ledger) as book:
        perform(book, ReactivatePerson(_person(book, name).id))


def import_roster(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("名单文件：.xlsx 或 .csv"))],
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=_("不再询问，全部写入"))] = False,
    ledger: LedgerOption = None,
) -> None:
    """Read units and people out of a workbook, show what changes, and write it as one step."""
    # openpyxl takes 80 ms to import: only this verb pays for it
    from tracker.intake.roster import read_roster  # noqa: PLC0415

    with Bar() as progress:
        read = read_roster(file, progress)
    with opened(ledger) as book:
        found = compare(read.rows, book.ask.units(), book.ask.people())
        _print_differences(read, found)
        writes = any(each.deed not in (Deed.SAME, Deed.UNCLEAR) for each in found)
        if writes and not yes:
            if not stdin_is_terminal():
                raise UserError(_("要写入台账，需要有人确认。"), _("确认无误后，请加上 --yes 再运行一次。"))
            if not typer.confirm(_("以上内容写入名单吗？"), default=False, err=True):
                raise UserError(_("没有导入，台账未改动。"))
        perform(book, ImportRoster(read.file_name, read.rows))


def _print_differences(read: ReadRoster, found: list[Difference]) -> None:
    words = {
        Deed.NEW_UNIT: _("新增单位"), Deed.BACK_UNIT: _("恢复单位"), Deed.NEW_PERSON: _("新增人员"),
        Deed.CHANGED: _("更新人员"), Deed.UNCLEAR: _("分不清是哪一个"), Deed.SAME: "",
    }  # fmt: skip
    rows = [
        [words[each.deed], *_named(each), _about(each), each.row.place]
        for each in found
        if each.deed is not Deed.SAME
    ]  # fmt: skip
    rows += [[_("读不懂"), "", "", fault.words, fault.place] for fault in read.unread]
    if rows:
        for line in table([_("操作"), _("名称"), _("单位"), _("内容"), _("位置")], rows, flexible=3):
            say(line)


def _named(found: Difference) -> tuple[str, str]:
    """Who a line is about, and the unit of a person."""
    row = found.row
    return (row.name, row.unit) if row.name else (row.unit, "")


def _about(found: Difference) -> str:
    parts = [f"{change.before or _('（空）')} → {change.after}" for change in found.changes]
    if found.deed is Deed.NEW_PERSON:
        parts += [part for part in (found.row.duty, found.row.phone) if part]
    if found.near:
        parts.append(_("与已有的“{name}”相近").format(name=found.near))
    return _("；").join(parts)


# -- who is meant


def _unit(ledger: Ledger, name: str) -> Unit:
    units = ledger.ask.units()
    for unit in units:
        if unit.name == name.strip():
            return unit
    raise _unknown(_("台账里没有责任单位“{name}”。"), name, [unit.name for unit in units])


def _person(ledger: Ledger, name: str) -> Person:
    """The person called ``name``, or ``unit/name`` where several are called so."""
    unit_name, _slash, bare = name.rpartition("/")
    units = {unit.id: unit.name for unit in ledger.ask.units()}
    people = ledger.ask.people()
    found = [person for person in people if person.name == bare.strip()]
    if unit_name:
        found = [person for person in found if units.get(person.unit_id or 0) == unit_name.strip()]
    if len(found) > 1:
        places = _("、").join(f"{units.get(person.unit_id or 0, '')}/{person.name}" for person in found)
        raise UserError(
            _("台账里有 {n} 个“{name}”。").format(n=len(found), name=bare), _("请写成 {places}。").format(places=places)
        )
    if not found:
        raise _unknown(_("台账里没有“{name}”这个人。"), name, [person.name for person in people])
    return found[0]


def _unknown(words: str, name: str, known: list[str]) -> UserError:
    near = _("、").join(nearest(name, known))
    hint = _("是不是 {names}？").format(names=near) if near else _("请用 list 查看已有的名称。")
    return UserError(words.format(name=name), hint)
