"""What a person types, understood: codes, days, names and choices, however the office writes them."""

import calendar
import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tracker.domain.items import format_code
from tracker.domain.kinds import ItemKind
from tracker.errors import UserError
from tracker.words import _

E = TypeVar("E", bound=StrEnum)

_DASH = r"[\s\-—–‐_/.]*"
_CODE = re.compile(rf"(\d{{4}}){_DASH}(问题?|计划?|任务|wen|ji|w|j){_DASH}0*(\d{{1,6}})")
_MARKS = {"问": ItemKind.PROBLEM, "w": ItemKind.PROBLEM, "计": ItemKind.COMMITMENT, "j": ItemKind.COMMITMENT}
_DAYS = (
    re.compile(r"(?P<year>\d{4})[-./年](?P<month>\d{1,2})[-./月](?P<day>\d{1,2})[日号]?前?"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<year>\d{4})[-./年](?P<month>\d{1,2})月?(?:底|末)?前?"),
    re.compile(r"(?P<year>\d{4})年?(?:年?底|年?末)前?"),
)
_STANDING = {"长期坚持", "长期", "持续", "常态化", "持续推进"}
_SEPARATORS = re.compile(r"[,，、;；\n]+")


def code_from(text: str) -> str:
    """The code that ``text`` means: full width, blanks, wen/ji for 问/计 and missing zeros are understood.

    What is no code at all comes back as it is, for the message that says so.
    """
    match = _CODE.fullmatch(unicodedata.normalize("NFKC", text).strip().lower())
    if match is None:
        return text.strip()
    year, mark, number = match.groups()
    return format_code(_MARKS.get(mark[0], ItemKind.COMMITMENT), int(year), int(number))


def day_from(text: str) -> date:
    """The day that ``text`` means; a month or a year means its last day. Raises UserError."""
    folded = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    for pattern in _DAYS:
        if match := pattern.fullmatch(folded):
            given = {name: int(number) for name, number in match.groupdict().items()}
            year, month = given["year"], given.get("month", 12)
            try:
                return date(year, month, given["day"] if "day" in given else calendar.monthrange(year, month)[1])
            except ValueError:
                break
    raise UserError(
        _("看不懂日期“{text}”。").format(text=text), _("请写成 2025-06-30 或 2025年6月30日。"), field="deadline"
    )


def deadline_from(text: str) -> date | None:
    """The day of a deadline; None for a standing duty (长期坚持). Raises UserError."""
    return None if text.strip() in (*_STANDING, _("长期坚持")) else day_from(text)


def names_from(text: str) -> tuple[str, ...]:
    """Names parted by commas, 、 or semicolons, each once, in their order."""
    return tuple(dict.fromkeys(name.strip() for name in _SEPARATORS.split(text) if name.strip()))


def percent_from(text: str) -> int:
    """The number in 60, 60% or ６０％. Raises UserError where there is none."""
    folded = unicodedata.normalize("NFKC", text).strip().removesuffix("%").strip()
    if not re.fullmatch(r"\d{1,9}", folded):
        raise UserError(_("看不懂完成率“{text}”。").format(text=text), _("请填 0 到 100 的整数。"), field="percent")
    return int(folded)


def choice_from(kind: type[E], text: str) -> E:
    """The member of ``kind`` whose Chinese word, shown word or English value is ``text``.

    Raises UserError naming them all.
    """
    folded = unicodedata.normalize("NFKC", text).strip().lower().replace("-", "_").replace(" ", "_")
    words = {member: str(getattr(member, "word", member.value)) for member in kind}
    for member, word in words.items():
        shown = _(word).lower().replace("-", "_").replace(" ", "_")
        if folded in (member.value, word, *word.split("/"), shown):
            return member
    options = _("、").join(
        _("{word}（{key}）").format(word=_(word), key=member.value) for member, word in words.items()
    )
    raise UserError(_("没有“{text}”这个选项。").format(text=text), _("可以选：{options}。").format(options=options))
