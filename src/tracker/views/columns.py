"""The columns in which items are shown, listed once for the window's table, the command line and the 明细 sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.domain import pinyin
from tracker.domain.cards import ItemCard, ItemDetail
from tracker.domain.kinds import STANDING_WORDS, DeadlineKind, Role
from tracker.domain.lights import light, remaining
from tracker.domain.status import Status
from tracker.words import N_, _

Value = str | int | date | None
_LAST = "\U0010ffff"  # in order after all words; sort keys are plain texts, since tuples take twice as long to compare
_NEVER = 10**9  # the same among days
CARD_TEXT_LENGTH = 60  # characters of the original text that a card carries


class ColumnKind(StrEnum):
    """What the values of a column are: it decides alignment, typed cells and number formats."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERCENT = "percent"  # values run from 0 to 100


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` is stable English, ``width`` a hint in characters (a Chinese one is 2).

    ``text`` is what a cell shows, ``value`` the typed value behind it, ``sort_key`` what it is ordered by, the same
    in every language; values that are missing come last. ``by_sound`` columns are ordered as a dictionary is.
    """

    key: str
    word: str  # the heading, Chinese in every language
    width: int
    kind: ColumnKind
    text: Callable[[ItemCard, date], str]
    value: Callable[[ItemCard, date], Value]
    sort_key: Callable[[ItemCard, date], Any]
    by_sound: bool = False

    @property
    def title(self) -> str:
        """The heading as it is shown."""
        return _(self.word)


def sort_keys(column: Column, cards: Sequence[ItemCard], today: date) -> list[Any]:
    """What each of ``cards`` is ordered by. While the readings of characters are being loaded, sounds are guessed."""
    if column.by_sound and not pinyin.ready():
        last = pinyin.rough_key(_LAST)
        return [pinyin.rough_key(str(text)) if (text := column.value(card, today)) else last for card in cards]
    return [column.sort_key(card, today) for card in cards]


def _undated(card: ItemCard) -> str:
    """What orders deadlines without a day, behind all days."""
    return STANDING_WORDS if card.deadline_kind is DeadlineKind.STANDING else card.deadline_text


def deadline_words(card: ItemCard) -> str:
    """The current deadline in a list: 2025-12-31, 2025-12-31（推定）, 长期坚持, or nothing."""
    if card.deadline_current is not None:
        day = card.deadline_current.isoformat()
        return _("{day}（推定）").format(day=day) if card.deadline_presumed else day
    return _("长期坚持") if card.deadline_kind is DeadlineKind.STANDING else card.deadline_text


def card_of(detail: ItemDetail) -> ItemCard:
    """The card that a list shows of ``detail``."""
    item = detail.item

    def names(role: Role) -> str:
        return "、".join(detail.names(role))

    return ItemCard(
        id=item.id,
        code=item.code,
        kind=item.kind,
        year=item.year,
        title=item.title,
        text=item.original_text[:CARD_TEXT_LENGTH],
        status=item.status,
        percent=item.percent,
        rectification=item.rectification,
        deadline_kind=item.deadline_kind,
        deadline_original=item.deadline_original,
        deadline_current=item.deadline_current,
        deadline_presumed=item.deadline_presumed,
        deadline_text=item.deadline_text,
        lead=names(Role.LEAD),
        support=names(Role.SUPPORT),
        person=names(Role.PERSON),
        leader=names(Role.LEADER),
        measures=len(detail.measures),
        measures_done=sum(measure.done for measure in detail.measures),
        evidence=len(detail.evidence),
        extensions=len(detail.extensions),
        return_count=item.return_count,
        last_note=max((note.noted_on for note in detail.notes), default=None),
        closed_on=item.closed_on,
        report_id=item.report_id,
        report_title=detail.report_title,
        added_on=detail.added_on,
        urgings=len(detail.urgings),
        last_urged=max((urging.urged_on for urging in detail.urgings), default=None),
    )


def _text(
    key: str, word: str, width: int, get: Callable[[ItemCard], str], *, shown: Callable[[str], str] | None = None
) -> Column:
    """``shown`` is ``_`` where the texts are words of the domain; they are ordered as in Chinese all the same."""

    def order(card: ItemCard, today: date) -> str:
        return pinyin.sort_key(text) if (text := get(card)) else _LAST

    def value(card: ItemCard, today: date) -> str:
        return get(card)

    text = value if shown is None else lambda card, today: shown(get(card))
    return Column(key, word, width, ColumnKind.TEXT, text, value, order, by_sound=True)


def _number(
    key: str,
    word: str,
    width: int,
    get: Callable[[ItemCard], int],
    *,
    kind: ColumnKind = ColumnKind.NUMBER,
    text: Callable[[ItemCard], str] | None = None,
) -> Column:
    show = text or (lambda card: str(get(card)))
    return Column(
        key,
        word,
        width,
        kind,
        lambda card, today: show(card),
        lambda card, today: get(card),
        lambda card, today: get(card),
    )


def _date(
    key: str,
    word: str,
    width: int,
    get: Callable[[ItemCard], date | None],
    text: Callable[[ItemCard], str] | None = None,
    *,
    undated: Callable[[ItemCard], str] = lambda _card: "",
) -> Column:
    def iso(card: ItemCard) -> str:
        day = get(card)
        return day.isoformat() if day else ""

    show = text or iso
    return Column(
        key,
        word,
        width,
        ColumnKind.DATE,
        lambda card, today: show(card),
        lambda card, today: get(card),
        lambda card, today: ((day := get(card)) and day.isoformat()) or _LAST + undated(card),
    )


def _code_order(card: ItemCard, today: date) -> str:
    series, _dash, number = card.code.rpartition("-")
    return f"{series}-{number:0>6}"  # 2024-问-100 comes after 2024-问-99


def _days_left(card: ItemCard, today: date) -> int | None:
    if card.deadline_current is None or not card.status.is_open:
        return None
    return (card.deadline_current - today).days


def _days_order(card: ItemCard, today: date) -> int:
    left = _days_left(card, today)
    return _NEVER if left is None else left


def _light(card: ItemCard, today: date) -> str:
    return light(card.status, card.deadline_current, today).word


def _light_text(card: ItemCard, today: date) -> str:
    return _(light(card.status, card.deadline_current, today).word)


def _status_text(card: ItemCard, today: date) -> str:
    return _(card.status.word)


_STATUS_PLACE = {status: place for place, status in enumerate(Status)}


def _status_order(card: ItemCard, today: date) -> int:
    return _STATUS_PLACE[card.status]  # as the work goes, not as the words are spelt


COLUMNS: tuple[Column, ...] = (
    Column("code", N_("编号"), 12, ColumnKind.TEXT, lambda c, _: c.code, lambda c, _: c.code, _code_order),
    _text("kind", N_("类别"), 8, lambda c: c.kind.word, shown=_),
    _text("title", N_("事项"), 44, lambda c: c.title),
    Column("status", N_("状态"), 10, ColumnKind.TEXT, _status_text, lambda c, _: c.status.word, _status_order),
    _text("rectification", N_("整改类型"), 12, lambda c: c.rectification.word if c.rectification else "", shown=_),
    _text("lead", N_("牵头单位"), 18, lambda c: c.lead),
    _text("support", N_("配合单位"), 18, lambda c: c.support),
    _text("person", N_("责任人"), 10, lambda c: c.person),
    _text("leader", N_("分管领导"), 10, lambda c: c.leader),
    _date("deadline", N_("完成时限"), 18, lambda c: c.deadline_current, deadline_words, undated=_undated),
    _date("deadline_original", N_("原定时限"), 12, lambda c: c.deadline_original),
    Column("light", N_("亮灯"), 6, ColumnKind.TEXT, _light_text, _light, _days_order),
    Column(
        "remaining",
        N_("剩余时间"),
        12,
        ColumnKind.NUMBER,
        lambda c, today: remaining(c.status, c.deadline_current, today),
        _days_left,
        _days_order,
    ),
    _number("percent", N_("进度"), 6, lambda c: c.percent, kind=ColumnKind.PERCENT, text=lambda c: f"{c.percent}%"),
    _number("measures", N_("措施"), 6, lambda c: c.measures, text=lambda c: f"{c.measures_done}/{c.measures}"),
    _number("measures_done", N_("已完成措施"), 10, lambda c: c.measures_done),
    _number("evidence", N_("佐证"), 6, lambda c: c.evidence),
    _number("extensions", N_("延期次数"), 8, lambda c: c.extensions),
    _number("returns", N_("退回次数"), 8, lambda c: c.return_count),
    _date("last_note", N_("最近进展"), 12, lambda c: c.last_note),
    _date("closed_on", N_("销号日期"), 12, lambda c: c.closed_on),
    _number("year", N_("年度"), 6, lambda c: c.year),
    _text("report", N_("来源文件"), 30, lambda c: c.report_title),
)
BY_KEY: dict[str, Column] = {column.key: column for column in COLUMNS}


def columns(keys: Sequence[str]) -> tuple[Column, ...]:
    """The columns named by ``keys``, in that order. Raises KeyError for one that there is not."""
    return tuple(BY_KEY[key] for key in keys)
