"""Conditions as people type them: 责任单位=执法支队、法规科, 进度>=50, 期限=30 天内, 销号日期=2025-01至2025-03."""

import re
import unicodedata
from datetime import date

from tracker.domain.card_fields import DAYS, FIELDS, NOTHING, NUMBERS
from tracker.domain.conditions import OPEN_STATUSES, PERIODS, AnyOf, Between, Condition, During
from tracker.domain.typed import day_from, names_from
from tracker.errors import UserError
from tracker.views.filter_words import COLUMN_WORDS, choices, field_title, value_words
from tracker.words import _, in_chinese

_CONDITION = re.compile(
    r"\s*(?P<field>[^=＝<＜>＞≥≤]+?)\s*(?P<sign>[>＞][=＝]|[<＜][=＝]|[=＝≥≤])\s*(?P<text>.*?)\s*", re.S
)
_SIGNS = {"≥": ">=", "≤": "<="}
_ONE = ("title", "report")  # their words may have the signs that part names
_RANGE = re.compile(r"(?P<low>-?\d*)\s*(?:至|到|~|\.\.)\s*(?P<high>-?\d*)")
_DAYS = re.compile(r"([^至到~]*?)\s*(至|到|~|\.\.)\s*(.*)")
_MONTH, _YEAR = re.compile(r"\d{4}[-./年]\d{1,2}月?"), re.compile(r"\d{4}年?")
_EMPTY = {"", "空", "(空)", "（空）", "无", "未明确"}


def condition_from_words(text: str) -> Condition:
    """The condition that ``text`` means: a column by its name, a sign, and what it is to be. Raises UserError."""
    match = _CONDITION.fullmatch(text)
    if match is None:
        raise UserError(
            _("看不懂筛选条件“{text}”。").format(text=text), _("请写成 列=值，例如 状态=整改中、进度>=50、期限=逾期。")
        )
    field, sign, wanted = _field(match["field"]), _folded(match["sign"]), match["text"]
    sign = _SIGNS.get(sign, sign)
    if field in NUMBERS:
        return _between(field, sign, _folded(wanted))
    if field in DAYS:
        return _during(field, sign, _folded(wanted))
    if sign != "=":
        raise UserError(_("“{column}”只能用 = 。").format(column=field_title(field)), _("几个值用 、 隔开。"))
    return AnyOf(field, _values(field, wanted))


def _field(name: str) -> str:
    same = {
        "完成时限": "deadline",
        "现定时限": "deadline",
        "佐证": "evidence",
        "措施": "measures",
        "剩余时间": "remaining",
    }
    titles = {COLUMN_WORDS[field]: field for field in FIELDS} | {field: field for field in FIELDS} | same
    titles |= {field_title(field).casefold(): field for field in FIELDS}
    if name.casefold() not in titles:
        raise UserError(
            _("没有“{name}”这一列。").format(name=name),
            _("可以筛选的列：{columns}。").format(columns=_("、").join(map(field_title, FIELDS))),
        )
    return titles[name.casefold()]


def _values(field: str, text: str) -> frozenset[str]:
    if field == "status" and text in ("未销号", "未办结", _("未销号"), _("未办结")):
        return OPEN_STATUSES
    known = choices(field)
    meant: set[str] = set()
    for name in (text,) if field in _ONE else names_from(text) or ("",):
        bare = NOTHING if name in _EMPTY or name == _("（空）") else name
        found = (
            [value for value in known if bare == value or bare.casefold() in _spellings(field, value)]
            if known
            else [bare]
        )
        if not found:
            raise UserError(
                _("“{column}”没有“{name}”这个值。").format(column=field_title(field), name=name),
                _("可以选：{values}。").format(values=_("、").join(value_words(field, value) for value in known)),
            )
        meant.update(found)
    return frozenset(meant)


def _spellings(field: str, value: str) -> tuple[str, ...]:
    """The words of a value, Chinese and as they are shown: 调整/终止 is found by either."""
    with in_chinese():
        words = value_words(field, value)
    return (words, *words.split("/"), value_words(field, value).casefold())


def _between(field: str, sign: str, text: str) -> Between:
    bare = text.replace("%", "").replace("天", "").strip()
    if re.fullmatch(r"-?\d+", bare):
        number = int(bare)
        return Between(field, None if sign == "<=" else number, None if sign == ">=" else number)
    match = _RANGE.fullmatch(bare)
    if sign != "=" or match is None or not (match["low"] or match["high"]):
        raise UserError(
            _("看不懂“{column}”的范围“{text}”。").format(column=field_title(field), text=text),
            _("请写成 50、>=50、<=80 或 50至80。"),
        )
    return Between(field, *(int(match[end]) if match[end] not in ("", "-") else None for end in ("low", "high")))


def _during(field: str, sign: str, text: str) -> During:
    periods = PERIODS[field]
    words = {word.replace(" ", "").casefold(): each for each in periods for word in (each.word, _(each.word))}
    names = ["未定" if name in _EMPTY else name.replace(" ", "").casefold() for name in names_from(text) or ("",)]
    if sign == "=" and all(name in words for name in names):
        return During(field, frozenset(words[name] for name in names))
    first, _to, last = (text, "", text) if (match := _DAYS.fullmatch(text)) is None else match.groups()
    try:
        return During(
            field,
            first=_days(first)[0] if first.strip() and sign != "<=" else None,
            last=_days(last)[1] if last.strip() and sign != ">=" else None,
        )
    except UserError as error:
        raise UserError(
            _("看不懂“{column}”的日期“{text}”。").format(column=field_title(field), text=text),
            _("请写成 2025-06-30、2025-01-01至2025-06-30，或 {periods}。").format(
                periods=_("、").join(_(each.word) for each in periods)
            ),
        ) from error


def _days(text: str) -> tuple[date, date]:
    """The first and the last day that ``text`` means: of a month or a year, too. Raises UserError."""
    if _YEAR.fullmatch(text.strip()):
        year = int(text.strip()[:4])
        return day_from(f"{year}-01-01"), day_from(f"{year}-12-31")
    last = day_from(text)
    return (last.replace(day=1) if _MONTH.fullmatch(text.strip()) else last), last


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
