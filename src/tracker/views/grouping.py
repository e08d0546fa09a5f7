"""How a list of items is parted into groups: by whom, by status, by deadline …, each with headings in their order."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tracker.domain import pinyin
from tracker.domain.cards import ItemCard
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType
from tracker.domain.lights import NEAR_DAYS, SOON_DAYS
from tracker.domain.status import Status
from tracker.words import _

Key = Hashable
KEYS = ("lead", "status", "report", "deadline", "month", "year", "kind", "person", "leader", "rectification")
_DONE, _STANDING, _OPEN = (9999, 3), (9999, 1), (9999, 2)  # in the place of year and month, behind all of them


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way of parting a list. ``of`` gives the group of a card, ``heading`` its words, ``place`` its order.

    ``place`` gets all cards of the group too: reports stand by the years of their items.
    """

    key: str
    title: str
    of: Callable[[ItemCard, date], Key]
    heading: Callable[[Any], str]
    place: Callable[[Any, Sequence[ItemCard]], Any]


def groupings() -> Mapping[str, Grouping]:
    """All ways, by their keys, in the order menus show them; in the language chosen at the start."""
    nobody = _("未明确")
    made = (
        Grouping("lead", _("责任单位"), lambda card, _day: first_name(card.lead), _or(nobody), _by_sound),
        Grouping("status", _("状态"), lambda card, _day: card.status, _word_of, _listed(Status)),
        Grouping("report", _("来源文件"), _report, lambda key: key[1] or _("手工登记"), _by_report),
        Grouping("deadline", _("期限远近"), _nearness, lambda key: _near_words()[key], lambda key, _cards: key),
        Grouping("month", _("到期月份"), _month, _month_words, lambda key, _cards: key),
        Grouping("year", _("年度"), lambda card, _day: card.year, _year_words, lambda key, _cards: -key),
        Grouping("kind", _("类别"), lambda card, _day: card.kind, _word_of, _listed(ItemKind)),
        Grouping("person", _("责任人"), lambda card, _day: first_name(card.person), _or(nobody), _by_sound),
        Grouping("leader", _("分管领导"), lambda card, _day: first_name(card.leader), _or(nobody), _by_sound),
        Grouping("rectification", _("整改类型"), lambda card, _day: card.rectification, _type_words, _by_type),
    )
    return {grouping.key: grouping for grouping in made}


def first_name(names: str) -> str:
    """The first of names joined with 、: who stands first answers before the others."""
    return names.partition("、")[0]


def _or(nothing: str) -> Callable[[str], str]:
    return lambda name: name or nothing


def sounding(text: str) -> Any:
    """What ``text`` is ordered by: its sound, or what stands in for it while the readings are being loaded."""
    return pinyin.sort_key(text) if pinyin.ready() else pinyin.rough_key(text)


def _by_sound(name: str, _cards: Sequence[ItemCard]) -> tuple[bool, Any]:
    return not name, sounding(name)


def _listed(kind: type[Status] | type[ItemKind]) -> Callable[[Any, Sequence[ItemCard]], int]:
    places = {member: place for place, member in enumerate(kind)}
    return lambda member, _cards: places[member]


def _report(card: ItemCard, _day: date) -> tuple[int, str]:
    return card.report_id or 0, card.report_title


def _by_report(key: tuple[int, str], cards: Sequence[ItemCard]) -> tuple[bool, int, Any]:
    number, title = key
    return not number, -max(card.year for card in cards), sounding(title)


def _word_of(member: Status | ItemKind) -> str:
    return _(member.word)


def _year_words(year: int) -> str:
    return _("{year} 年度").format(year=year)


def _type_words(kind: RectificationType | None) -> str:
    return _(kind.word) if kind else _("未定")


def _by_type(kind: RectificationType | None, _cards: Sequence[ItemCard]) -> tuple[bool, str]:
    return kind is None, kind.value if kind else ""


# -- by deadline


def _nearness(card: ItemCard, today: date) -> int:
    """The place in ``_near_words``. What is done is no longer near or far."""
    if not card.status.is_open:
        return 7
    day = card.deadline_current
    if day is None:
        return 5 if card.deadline_kind is DeadlineKind.STANDING else 6
    if day < today:
        return 0
    if day <= today + timedelta(days=SOON_DAYS):
        return 1
    if day <= today + timedelta(days=NEAR_DAYS):
        return 2
    return 3 if day.year == today.year else 4


def _near_words() -> tuple[str, ...]:
    return (
        _("逾期"),
        _("{n} 天内到期").format(n=SOON_DAYS),
        _("{n} 天内到期").format(n=NEAR_DAYS),
        _("今年内到期"),
        _("明年及以后"),
        _("长期坚持"),
        _("未定时限"),
        _("已办结"),
    )


def _month(card: ItemCard, _day: date) -> tuple[int, int]:
    if not card.status.is_open:
        return _DONE
    day = card.deadline_current
    if day is None:
        return _STANDING if card.deadline_kind is DeadlineKind.STANDING else _OPEN
    return day.year, day.month


def _month_words(key: tuple[int, int]) -> str:
    special = {_DONE: _("已办结"), _STANDING: _("长期坚持"), _OPEN: _("未定时限")}
    return special.get(key) or _("{year} 年 {month} 月").format(year=key[0], month=key[1])
