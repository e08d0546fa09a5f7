"""The cells of one item on the progress sheet, cut to what one page can show."""

from collections.abc import Sequence
from datetime import date

from tracker.domain.cards import ItemDetail
from tracker.domain.kinds import DeadlineKind, Role
from tracker.domain.lights import DeadlineLight, light, remaining
from tracker.domain.status import Status
from tracker.sheets.fitting import lines_height, most_lines, room
from tracker.sheets.forms.words import chinese_date, mark, names
from tracker.sheets.layout import BLANK, Row, SheetColumn
from tracker.sheets.line_breaking import evenly, lines_of

# the columns of sentences among the twelve
PROBLEM, MEASURES, PROGRESS = SENTENCES = 2, 3, 9
DONE = "√"
MORE = "（后略，全文详见明细表）"
# A longer original text gives way to the item's title, and older notes are left out, unless the other cells of the
# row are as high anyway: two or three items shall stand on a page
TEXT_LINES, _NOTE_LINES = 16, 8


class RowWriter:
    """Writes one item after another into cells of known room; remembers whether any text had to be shortened."""

    def __init__(self, columns: Sequence[SheetColumn], as_of: date, size: float, office: str) -> None:
        self._columns = columns
        self._rooms = [room(column.mm, size) for column in columns]
        self._as_of = as_of
        self._size = size
        self._office = office
        self._most = 1
        self.shortened = False

    def row(self, number: int, detail: ItemDetail, max_height: float) -> Row:
        """The row of ``detail``, at most ``max_height`` points high."""
        item = detail.item
        self._most = most_lines(max_height, self._size)
        measures = self._measures(detail)
        problem = self._problem(detail, max(measures.count("\n") + 1, TEXT_LINES))
        free = max(measures.count("\n") + 1, problem.count("\n") + 1, _NOTE_LINES)
        cells = [
            item.code,
            problem,
            measures,
            item.rectification.word if item.rectification else "",
            _owners(detail),
            names(detail.names(Role.PERSON)),
            names(detail.names(Role.LEADER)),
            _deadline(detail),
            self._progress(detail, free),
            _status(detail, self._as_of),
            f"{len(detail.evidence)}份" if detail.evidence else "",
        ]
        return self._finished(number, cells)

    def empty_row(self) -> Row:
        """The row that says that there is nothing to say."""
        cells = [""] * (len(self._columns) - 1)
        cells[PROBLEM - 1] = "（无此类事项）"
        return self._finished(BLANK, cells)

    def _finished(self, number: int | str, cells: list[str]) -> Row:
        for index, words in enumerate(cells):
            place = index + 1
            if not words:
                cells[index] = BLANK
            elif place not in SENTENCES:
                cells[index] = self._cut(evenly(words, self._rooms[place]).split("\n"), self._rooms[place])
        lines = max(words.count("\n") for words in cells) + 1
        return Row((number, *cells), lines_height(lines, self._size))

    def _cut(self, lines: list[str], holds: float) -> str:
        """``lines`` as they are, or as many as a row may have with a word on where the rest stands."""
        if len(lines) <= self._most:
            return "\n".join(lines)
        self.shortened = True
        end = lines_of(MORE, holds)
        return "\n".join([*lines[: self._most - len(end)], *end])

    def _problem(self, detail: ItemDetail, free_lines: int) -> str:
        item, holds = detail.item, self._rooms[PROBLEM]
        source = lines_of(f"（来源：{self._source(detail)}）", holds) if detail.report_title else []
        lines = lines_of(item.original_text or item.title, holds)
        if len(lines) + len(source) > min(free_lines, self._most):
            self.shortened = True
            lines = lines_of(f"{item.title}（原文详见明细表）", holds)
        return self._cut([*lines, *source], holds)

    def _source(self, detail: ItemDetail) -> str:
        return detail.report_title.removeprefix(self._office) or detail.report_title  # the office stands in the title

    def _measures(self, detail: ItemDetail) -> str:
        holds, steps = self._rooms[MEASURES], []
        for number, measure in enumerate(detail.measures, 1):
            done = DONE if measure.done else ""
            if measure.deadline and not measure.done:
                year = f"{measure.deadline.year}年" if measure.deadline.year != self._as_of.year else ""
                done = f"（{year}{measure.deadline.month}月{measure.deadline.day}日前）"
            steps.append(lines_of(f"{mark(number)}{measure.text}{done}", holds))
        standard = detail.item.standard or detail.item.goal
        end = lines_of(f"完成标准：{standard}", holds) if standard else []
        count = sum(map(len, steps)) + len(end)
        if count <= self._most:
            return "\n".join(line for lines in (*steps, end) for line in lines)
        self.shortened = True
        kept: list[str] = []
        for number, lines in enumerate(steps):
            rest = lines_of(f"（其余{len(steps) - number}项措施{'和完成标准' if end else ''}详见明细表）", holds)
            if len(kept) + len(lines) + len(rest) > self._most:
                return self._cut([*kept, *rest] if kept else lines, holds)
            kept.extend(lines)
        return self._cut([*kept, *end], holds)

    def _progress(self, detail: ItemDetail, free_lines: int) -> str:
        item, holds = detail.item, self._rooms[PROGRESS]
        notes = [note for note in reversed(detail.notes) if note.noted_on <= self._as_of]
        lines: list[str] = []
        if item.result and item.status is Status.CLOSED:
            lines.extend(lines_of(f"整改结果：{item.result}", holds))
        for number, note in enumerate(notes):
            said = "" if note.percent is None else f"（{note.percent}%）"
            if number == 0 and note.percent != item.percent and item.status.is_open and item.percent:
                said += f"（目前{item.percent}%）"
            more = lines_of(f"{chinese_date(note.noted_on)}：{note.text}{said}", holds)
            if number and len(lines) + len(more) > min(free_lines, self._most):
                earlier = lines_of(f"（此前{len(notes) - number}次进展见明细表）", holds)
                lines.extend(earlier if len(lines) + len(earlier) <= min(free_lines, self._most) else [])
                break
            lines.extend(more)
        if not lines and item.percent:
            lines = [f"已完成{item.percent}%"]
        return self._cut(lines, holds)


def _owners(detail: ItemDetail) -> str:
    lead, support = detail.names(Role.LEAD), detail.names(Role.SUPPORT)
    return names([*(["牵头：", *lead] if lead else []), *(["配合：", *support] if support else [])])


def _deadline(detail: ItemDetail) -> str:
    item = detail.item
    original, current = item.deadline_original, item.deadline_current
    if current is None:
        return "长期坚持" if item.deadline_kind is DeadlineKind.STANDING else item.deadline_text
    if original is not None and original != current:
        return f"原定\n{chinese_date(original)}\n现定\n{chinese_date(current)}"
    return chinese_date(current) + ("\n（推定）" if item.deadline_presumed else "")


def _status(detail: ItemDetail, as_of: date) -> str:
    item = detail.item
    lines = [item.status.printed]
    if item.status is Status.CLOSED and item.closed_on:
        lines.append(item.closed_on.isoformat())  # a Chinese date would take two characters from each sentence column
    lit = light(item.status, item.deadline_current, as_of)
    if lit is DeadlineLight.OVERDUE:
        lines.append(f"【{remaining(item.status, item.deadline_current, as_of).replace(' ', '')}】")
    elif lit is DeadlineLight.SOON:
        lines.append("【临期】")
    return "\n".join(lines)
