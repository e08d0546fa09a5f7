"""Filters as people read and write them: 状态：未销号, 责任单位：执法支队, 期限：30 天内."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from tracker.domain.card_fields import NOTHING
from tracker.domain.conditions import OPEN_STATUSES, PERIODS, AnyOf, Between, Condition, During, Period
from tracker.domain.filters import ItemFilter
from tracker.domain.kinds import ItemKind, RectificationType
from tracker.domain.lights import NEAR_DAYS, DeadlineLight
from tracker.domain.status import Status
from tracker.views.grouping import sounding
from tracker.words import N_, _

_FEW = 2  # so many values are named; more are counted
_LONGEST = 14  # characters of one value
_CHOICES: dict[str, type[ItemKind] | type[Status] | type[RectificationType] | type[DeadlineLight]] = {
    "kind": ItemKind,
    "status": Status,
    "rectification": RectificationType,
    "light": DeadlineLight,
}

# What can be typed in any language
COLUMN_WORDS = {
    "code": N_("编号"),
    "kind": N_("类别"),
    "title": N_("事项"),
    "status": N_("状态"),
    "rectification": N_("整改类型"),
    "unit": N_("责任单位"),
    "lead": N_("牵头单位"),
    "support": N_("配合单位"),
    "person": N_("责任人"),
    "leader": N_("分管领导"),
    "deadline": N_("期限"),
    "deadline_original": N_("原定时限"),
    "light": N_("亮灯"),
    "remaining": N_("剩余天数"),
    "percent": N_("进度"),
    "measures": N_("措施数"),
    "measures_done": N_("已完成措施"),
    "evidence": N_("佐证份数"),
    "extensions": N_("延期次数"),
    "returns": N_("退回次数"),
    "last_note": N_("最近进展"),
    "closed_on": N_("销号日期"),
    "year": N_("年度"),
    "report": N_("来源文件"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a filter asks for: its words, the column it is on ("" for none), and the filter without it."""

    words: str
    field: str
    rest: ItemFilter


def field_title(field: str) -> str:
    """What a column is called where a list is filtered by it."""
    word = COLUMN_WORDS[field]
    return _(word)


def choices(field: str) -> tuple[str, ...]:
    """The values that a column can have at all, in the order of the work; empty for one that holds free words."""
    kind = _CHOICES.get(field)
    if kind is None:
        return ()
    found = tuple(str(member) for member in kind)
    return (*found, NOTHING) if field == "rectification" else found


def value_words(field: str, value: str) -> str:
    """One value of a column as people read it."""
    if value == NOTHING:
        return _("（空）")
    for member in _CHOICES.get(field, ()):
        if member == value:
            return _(member.word) if member.word else _("（不亮灯）")  # the light of an item that is done
    return value


def period_words(field: str, period: Period) -> str:
    """A period as people read it: a deadline is 未定, other days are （空）."""
    return _(period.word) if period is not Period.UNSET or field == "deadline" else _("（空）")


def condition_words(condition: Condition) -> str:
    """What a condition asks for, without the name of its column."""
    match condition:
        case AnyOf(field=field, values=values):
            return _("未销号") if field == "status" and values == OPEN_STATUSES else _named(field, values)
        case Between(field=field, low=low, high=high):
            return _range(_number(field, low), _number(field, high))
        case During(field=field, periods=periods, first=first, last=last):
            said = [period_words(field, period) for period in PERIODS[field] if period in periods]
            if first or last:
                said.append(_from_to(_day(first), _day(last)))
            return _("、").join(said)


def _named(field: str, values: Iterable[str]) -> str:
    order = choices(field)
    kept = sorted(values, key=lambda value: (order.index(value) if value in order else len(order), sounding(value)))
    words = [value_words(field, value) for value in kept]
    shown = _("、").join(f"{word[: _LONGEST - 1]}…" if len(word) > _LONGEST else word for word in words[:_FEW])
    return shown if len(words) <= _FEW else _("{names} 等 {n} 个").format(names=shown, n=len(words))


def _number(field: str, value: int | None) -> str:
    if value is None:
        return ""
    return f"{value}%" if field == "percent" else str(value)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _range(low: str, high: str) -> str:
    if low == high:
        return low
    if not low:
        return _("不超过 {high}").format(high=high)
    return _("{low} 至 {high}").format(low=low, high=high) if high else _("{low} 起").format(low=low)


def _from_to(first: str, last: str) -> str:
    if first and last:
        return first if first == last else _("{low} 至 {high}").format(low=first, high=last)
    return _("{low} 起").format(low=first) if first else _("{high} 及以前").format(high=last)


def filter_parts(wanted: ItemFilter, reports: Mapping[int, str] = MappingProxyType({})) -> tuple[Part, ...]:
    """All that a filter asks for, each thing by itself, in the order in which chips show it.

    ``reports`` gives the titles of the reports that it names by their numbers.
    """
    found: list[Part] = []
    if wanted.kind:
        found.append(Part(_(wanted.kind.word), "", replace(wanted, kind=None)))
    if wanted.statuses:
        words = field_words("status", _named("status", wanted.statuses))
        found.append(Part(words, "", replace(wanted, statuses=frozenset())))
    if wanted.units:
        words = field_words("unit", _named("unit", wanted.units))
        found.append(Part(words, "", replace(wanted, units=frozenset())))
    if wanted.years:
        words = field_words("year", _named("year", map(str, wanted.years)))
        found.append(Part(words, "", replace(wanted, years=frozenset())))
    if wanted.reports:
        words = field_words("report", _named("report", (reports.get(key, f"#{key}") for key in wanted.reports)))
        found.append(Part(words, "", replace(wanted, reports=frozenset())))
    flags = (
        (wanted.work_year, _("{year} 年的工作").format(year=wanted.work_year), replace(wanted, work_year=None)),
        (wanted.open_only, _("未办结"), replace(wanted, open_only=False)),
        (wanted.overdue, _("逾期"), replace(wanted, overdue=False)),
        (wanted.due_soon, _("{n} 天内到期").format(n=NEAR_DAYS), replace(wanted, due_soon=False)),
        (wanted.without_evidence, _("缺佐证材料"), replace(wanted, without_evidence=False)),
        (wanted.without_owner, _("未明确责任单位"), replace(wanted, without_owner=False)),
        (wanted.without_person, _("未明确责任人"), replace(wanted, without_person=False)),
        (wanted.waiting_review, _("待审核"), replace(wanted, waiting_review=False)),
        (wanted.stale_days, _("超 {n} 天无进展").format(n=wanted.stale_days), replace(wanted, stale_days=0)),
    )
    found += (Part(words, "", rest) for asked, words, rest in flags if asked)
    found += (
        Part(field_words(each.field, condition_words(each)), each.field, wanted.without(each.field))
        for each in wanted.conditions
    )
    if wanted.search:
        found.append(Part(_("搜索：{words}").format(words=wanted.search), "", replace(wanted, search="")))
    return tuple(found)


def field_words(field: str, words: str) -> str:
    """状态：整改中."""
    return _("{column}：{words}").format(column=field_title(field), words=words)


def filter_words(wanted: ItemFilter) -> str:
    """A whole filter as one phrase; 全部事项 for one that asks for nothing."""
    return _("；").join(part.words for part in filter_parts(wanted)) or _("全部事项")
