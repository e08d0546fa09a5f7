"""Deadlines as the report words them, and the last day they mean."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from tracker.domain.drafts import DraftDeadline
from tracker.domain.kinds import DeadlineKind
from tracker.domain.numbering import without_number
from tracker.intake.digits import plain

_CN = {char: number for number, char in enumerate("一二三四五六七八九十", start=1)} | {"十一": 11, "十二": 12}
_YEAR = r"(?:(?P<year>20\d\d)年(?:度)?|(?P<next>明年|下一?年度?|次年)|(?P<this>今年|本年度?|当年))?"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_BEFORE = r"(?:之前|以前|前|止|为止|截止)"

# Each form with whether it is said as a limit at all ("firm") or may only tell when something takes place
_FORMS: tuple[tuple[re.Pattern[str], str, bool], ...] = (
    (re.compile(rf"{_YEAR}{_MONTH}(?P<day>3[01]|[12]\d|0?[1-9])日(?:之前|以前|前|止|截止|为止)"), "day", True),
    (
        re.compile(
            r"(?P<year>20\d\d)[-./](?P<month>1[0-2]|0?[1-9])[-./](?P<day>3[01]|[12]\d|0?[1-9])(?:之前|以前|前|"
            r"止)?"
        ),
        "day",
        True,
    ),
    (re.compile(rf"{_YEAR}{_MONTH}(?P<day>3[01]|[12]\d|0?[1-9])日"), "day", False),
    (
        re.compile(
            rf"{_YEAR}{_MONTH}(?:份)?(?:底|末){_BEFORE}?|"
            rf"{_YEAR.replace('P<', 'P<b_')}{_MONTH.replace('P<', 'P<b_')}(?:份)?{_BEFORE}"
        ),
        "month",
        True,
    ),
    (re.compile(rf"{_YEAR}{_MONTH}(?:份|中旬|上旬|下旬)?"), "month", False),
    (re.compile(rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季度(?P<firm>末|底|结束前|前|内)?"), "quarter", False),
    (re.compile(rf"{_YEAR}(?P<half>上半年|下半年)(?P<firm>底|前|内|末|结束前)?"), "half", False),
    (
        re.compile(
            rf"(?P<year>20\d\d)年(?:度)?(?:底|末|年底|年末|年内|内|全年){_BEFORE}?|"
            rf"到(?:(?P<b_year>20\d\d)年)(?:底|末)?(?=[，,])"
        ),
        "year",
        True,
    ),
    (
        re.compile(
            rf"(?:(?P<next>明年|次年)|(?P<this>今年|本年|当年))?(?:年底|年末|年内|年度内|底前){_BEFORE}?|"
            rf"(?:(?P<b_next>明年|次年)|(?P<b_this>今年|本年|当年))(?:底|末){_BEFORE}?"
        ),
        "year",
        True,
    ),
)
# Before these words the date is a beginning, a habit, or history; after them it names a law, a feast or a meeting
_NOT_BEFORE = re.compile(r"(?:自|从|每年|每|各|逐|按|历年|去年|上年|于去年|截至|截止|《[^》]*)$")
_NOT_AFTER = re.compile(
    r"^(?:起|以来|开始|始|至|—|-|–|－|~|一(?:通报|调度|研判|总结|考核|汇报|督查|检查)|度?(?:获评|荣获)|"
    r"度?(?:通过|施行|实施|印发|发布|公布|修订|颁布|出台|召开|成立|批准)(?:并施行|并实施)?的|"
    r"[^，。；]{0,6}(?:宪法日|宣传日|纪念日|开放日|权益日|环境日|国家安全日|消费者|普法日|活动日|节)|"
    r"[^，。；\d]{0,8}日(?:主题|宣传|活动|系列|前后|来临)|"
    r"(?:正式)?(?:起)?(?:施行|实施|生效)|[^，。；]{0,8}(?:会议精神|讲话精神|工作会议|以来))"
)
_ENDS_AS_LIMIT = re.compile(r"[前底末内止]$")  # 7月1日前发布: a limit, whatever follows
_NAMED = re.compile(
    r"《[^》]*》|20\d\d\s*年?\s*[—\-－–~至]+\s*20\d\d\s*年?|[“\"][^”\"]{1,20}[”\"]|(?<![\d.．])\d{1,2}[·.．]\d{1,2}(?![\d.])|"
    r"[一二三四五六七八九]五[”\"]?(?:普法|规划|时期)"
)
_LIMIT_LABEL = re.compile(
    r"(?:完成|整改|办理|办结|落实)?(?:时限|期限|完成时间|完成日期|整改时间|时间节点)(?:要求)?(?:为|"
    r"是)?[：:]?\s*(?P<words>[^；;，,。）)】\]\n]{2,24})"
)
_STANDING = re.compile(
    r"长期(?:坚持|整改|推进|任务)?|持续(?:推进|整改|坚持|开展)?|常态化(?:推进|坚持|开展)?|立行立改并长期坚持"
)
# （责任单位：办公室，长期坚持） and …，长期坚持。 state a limit; 持续推进 in running text only says how
_STATED_STANDING = re.compile(
    rf"[（(](?:[^（()）]{{0,60}}[，,；;、：:\s])?(?P<words>{_STANDING.pattern})[）)]|"
    r"[，,；;](?:并)?(?P<tail>长期坚持(?:下去)?|常抓不懈|长期推进)[。；;]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Years:
    """What 年底, 明年 and 今年 mean in one report: the year its plan is for, and the year in which it was written."""

    plan: int | None
    written: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    day: date
    words: str
    firm: bool


def presumed(years: Years) -> DraftDeadline | None:
    """31 December of the plan's year, for a promise that names no day (推定)."""
    return None if years.plan is None else DraftDeadline(DeadlineKind.DATE, date(years.plan, 12, 31), presumed=True)


def find_deadline(text: str, years: Years, *, problem: bool = False) -> DraftDeadline | None:
    """The day by which ``text`` says all of it shall be done, or None. Problems tell of the past: there only a
    labelled limit or 'before' counts."""
    text = without_number(text)  # 3.10月底前: the item's number is no part of a date
    for label in _LIMIT_LABEL.finditer(text):
        words = label["words"].strip()
        stated = _latest(words, years, firm_only=False)
        if stated:
            return DraftDeadline(DeadlineKind.DATE, stated.day, words)
        if _STANDING.search(words):
            return DraftDeadline(DeadlineKind.STANDING, None, words)
        year = re.fullmatch(r"(20\d\d)年?(?:全年|度)?", plain(words))
        if year:
            return DraftDeadline(DeadlineKind.DATE, date(int(year[1]), 12, 31), words)
        if years.plan is not None and words in ("全年", "年度", "本年度", "贯穿全年"):
            return DraftDeadline(DeadlineKind.DATE, date(years.plan, 12, 31), words)
    stated = _latest(text, years, firm_only=problem)
    if stated is not None:
        return DraftDeadline(DeadlineKind.DATE, stated.day, stated.words)
    standing = None if problem else _STATED_STANDING.search(text)
    return standing and DraftDeadline(DeadlineKind.STANDING, None, standing["words"] or standing["tail"])


def _latest(text: str, years: Years, *, firm_only: bool) -> _Found | None:
    """The latest of the firm limits, else of the dates only mentioned: the whole is done when its last part is."""
    found = _all(text, years)
    firm = [one for one in found if one.firm]
    pool = firm or ([] if firm_only else found)
    return max(pool, key=lambda one: one.day, default=None)


def _all(text: str, years: Years) -> list[_Found]:
    masked = _NAMED.sub(lambda named: "＊" * len(named[0]), plain(text))
    taken = [False] * len(masked)
    found: list[_Found] = []
    for form, period, firm in _FORMS:
        for match in form.finditer(masked):
            if any(taken[match.start() : match.end()]):
                continue
            if (
                not match[0]
                or _NOT_BEFORE.search(masked[max(0, match.start() - 12) : match.start()])
                or (not _ENDS_AS_LIMIT.search(match[0]) and _NOT_AFTER.match(masked[match.end() :]))
            ):
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
                continue
            if match.start() and masked[match.start() - 1].isdigit():
                continue
            day = _day(_groups(match), period, years)
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
            if (
                day is not None
                and not (years.plan is not None and day.year < years.plan - 1)
                and not _is_past(day, years)
            ):
                found.append(
                    _Found(day, text[match.start() : match.end()].strip(), firm or bool(_groups(match).get("firm")))
                )
    return found


def _is_past(day: date, years: Years) -> bool:
    return years.plan is not None and day.year < years.plan and years.written != day.year


def _groups(match: re.Match[str]) -> dict[str, str]:
    return {name.removeprefix("b_"): value for name, value in match.groupdict().items() if value}


def _day(parts: dict[str, str], period: str, years: Years) -> date | None:
    year = _year(parts, years)
    if year is None:
        return None
    try:
        if period == "day":
            return date(year, _month(parts["month"]), int(parts["day"]))
        if period == "month":
            return _month_end(year, _month(parts["month"]))
        if period == "quarter":
            quarter = _CN.get(parts["quarter"]) or int(parts["quarter"])
            return _month_end(year, quarter * 3)
        if period == "half":
            return _month_end(year, 6 if parts["half"] == "上半年" else 12)
        return date(year, 12, 31)
    except ValueError:  # 2月30日前: a slip of the pen, for a person to settle
        return None


def _year(parts: dict[str, str], years: Years) -> int | None:
    if "year" in parts:
        return int(parts["year"])
    if "next" in parts:
        return years.plan
    if "this" in parts:
        return years.written or years.plan
    return years.plan


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _CN[text]


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
