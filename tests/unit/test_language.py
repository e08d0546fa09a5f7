"""Another language: what is shown speaks it, what is kept, signed or handed in stays Chinese."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from openpyxl import load_workbook
from tests.speaking import catalogue, english
from tests.terminal import Terminal
from tests.unit.conftest import Clock

from tracker.domain.items import Item
from tracker.domain.kinds import Role
from tracker.domain.lights import remaining
from tracker.domain.status import Move, Status, moved
from tracker.domain.typed import choice_from, deadline_from
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.bulk import Changes
from tracker.operations.notes import AddNote
from tracker.operations.reports import Imported
from tracker.sheets.export import export_progress
from tracker.sheets.forms.progress import progress_sheet
from tracker.views.columns import BY_KEY, sort_keys
from tracker.views.filter_typed import condition_from_words
from tracker.views.summary import standing, totals
from tracker.views.timeline import sentences
from tracker.words import N_, _, choose_language, chosen_language, in_chinese

WORDS = {
    "事项": "Item",
    "编号": "Code",
    "状态": "Status",
    "类别": "Kind",
    "问题": "Problem",
    "计划任务": "Commitment",
    "待分解": "To be assigned",
    "整改中": "Under way",
    "已销号": "Closed",
    "持续整改": "Continuing",
    "审核销号": "Close",
    "牵头单位": "Lead unit",
    "完成率": "Progress",
    "短标题": "Short title",
    "、": ", ",
    "，": ", ",
    "{what}：{words}": "{what}: {words}",
    "{field}：{old} → {new}": "{field}: {old} → {new}",
    "增加{what}": "Added {what}",
    "进展：{words}": "note: {words}",
    "逾期 {n} 天": "{n} days late",
    "逾期": "Overdue",
    "7 天内": "Next 7 days",
    "期限": "Deadline",
    "长期坚持": "Standing duty",
    "{day}（推定）": "{day} (presumed)",
    "{code} 现在是“{status}”，不能{move}。": "{code} is “{status}” now: {move} is not possible.",
    "合计 {n} 项：{parts}": "{n} in all: {parts}",
    "已销号 {n}": "{n} closed",
    "{words}。": "{words}.",
    "用法：": "Usage: ",
    "选项：": "Options:",
    "列出事项，可按类别、状态、单位、年度、来源、文字筛选": "List items by kind, status, unit, year, source or words",
    "没有“{text}”这个选项。": "There is no choice “{text}”.",
    "没有编号为 {code} 的事项。": "There is no item {code}.",
    "{name}不能为空。": "{name} must not be empty.",
    "“{field}”": "“{field}”",
}


@pytest.fixture
def speaking(tmp_path: Path) -> Iterator[None]:
    with english(tmp_path / "locale", WORDS):
        yield


# -- the words themselves


def test_a_word_is_put_into_the_language_and_one_without_a_translation_stays(speaking: None) -> None:
    assert chosen_language() == "en"
    assert _("状态") == "Status"
    assert _("没有译文的话") == "没有译文的话"
    assert N_("状态") == "状态", "a mark alone translates nothing"


@pytest.mark.parametrize("language", ["fr", "", "../en"])
def test_an_unknown_language_stays_chinese(tmp_path: Path, language: str) -> None:
    choose_language(language, catalogue(tmp_path / "locale", WORDS) / "none")
    assert chosen_language() == "zh_CN"
    assert _("状态") == "状态"


def test_what_is_for_the_record_is_chinese_and_afterwards_the_language_is_back(speaking: None) -> None:
    with in_chinese():
        assert _("状态") == "状态"
        with in_chinese():
            pass
        assert _("状态") == "状态"
    assert _("状态") == "Status"
    with pytest.raises(ZeroDivisionError), in_chinese():
        raise ZeroDivisionError
    assert _("状态") == "Status"


def test_a_worker_writes_chinese_while_the_window_paints_english(speaking: None) -> None:
    said: list[str] = []

    @in_chinese()
    def work() -> None:
        said.append(_("状态"))

    with in_chinese():
        other = Thread(target=lambda: said.append(_("状态")))
        other.start()
        other.join()
    worker = Thread(target=work)
    worker.start()
    worker.join()
    assert said == ["Status", "状态"]
    assert _("状态") == "Status"


# -- what is shown


def test_cells_and_headings_are_words_of_the_language(ledger: Ledger, imported: Imported, speaking: None) -> None:
    today = ledger.today()
    card = next(card for card in ledger.cards() if card.code == "2024-问-01")
    assert BY_KEY["status"].title == "Status"
    assert BY_KEY["status"].text(card, today) == "To be assigned"
    assert BY_KEY["kind"].text(card, today) == "Problem"
    assert BY_KEY["kind"].value(card, today) == "问题"
    assert remaining(Status.UNDER_WAY, today.replace(year=today.year - 1), today).endswith("days late")
    line = totals(map(standing, ledger.cards()), today).line
    assert line.startswith("4 in all: 0 closed, ")


def test_the_order_of_a_list_is_the_same_in_every_language(ledger: Ledger, imported: Imported, tmp_path: Path) -> None:
    cards, today = ledger.cards(), ledger.today()
    chinese = {key: sort_keys(column, cards, today) for key, column in BY_KEY.items()}
    with english(tmp_path / "locale", WORDS):
        assert {key: sort_keys(column, cards, today) for key, column in BY_KEY.items()} == chinese


def test_a_refusal_is_worded_in_the_language(ledger: Ledger, problem: Item, speaking: None) -> None:
    with pytest.raises(UserError) as refused:
        moved(Status.CLOSED, Move.CLOSE, code="2024-问-01")
    assert refused.value.message == "2024-问-01 is “Closed” now: Close is not possible."
    with pytest.raises(UserError) as empty:
        problem.having(title="")
    assert empty.value.message == "“Short title” must not be empty."
    with pytest.raises(UserError) as missing:
        ledger.ask.item_by_code("2024-问-99")
    assert missing.value.message == "There is no item 2024-问-99."


def test_people_type_chinese_words_and_those_of_their_language(speaking: None) -> None:
    for text in ("整改中", "under_way", "Under way", "under-way"):
        assert choice_from(Status, text) is Status.UNDER_WAY
    assert choice_from(Role, "Lead unit") is Role.LEAD
    assert deadline_from("长期坚持") is None
    assert deadline_from("Standing duty") is None
    meant = condition_from_words("状态=整改中")
    for text in ("Status=Under way", "status=under_way", "status=整改中"):
        assert condition_from_words(text) == meant
    assert condition_from_words("Deadline=Next 7 days") == condition_from_words("期限=7天内")
    with pytest.raises(UserError) as unknown:
        choice_from(Status, "soon")
    assert unknown.value.message == "There is no choice “soon”."


# -- what is kept, signed or handed in


def test_the_journal_keeps_chinese_and_history_tells_it_in_the_language(
    ledger: Ledger, problem: Item, speaking: None
) -> None:
    done = ledger.perform(AddNote(problem.id, "已开展轮训", percent=30))
    assert done.words == "登记 2024-问-01 的进展"
    (record,) = ledger.ask.history(problem.id, limit=1)
    assert record.step.words == "登记 2024-问-01 的进展"
    told = sentences(record, ledger.ask.names())
    assert "Status: To be assigned → Under way" in told
    assert "Progress: 0% → 30%" in told
    assert "Added note: 已开展轮训" in told
    assert Changes(percent=50, note="已办").words == "完成率、进展"


def test_a_sheet_is_chinese_whatever_the_window_speaks(
    ledger: Ledger, imported: Imported, clock: Clock, tmp_path: Path
) -> None:
    details = ledger.ask.details([card.id for card in ledger.cards()])
    target = tmp_path / "进度表.xlsx"

    def cells() -> list[list[object]]:
        export_progress(details, target, office=ledger.office(), as_of=ledger.today())
        return [[cell.value for row in sheet.iter_rows() for cell in row] for sheet in load_workbook(target)]

    chinese = cells()
    layout = progress_sheet(details, office=ledger.office(), as_of=ledger.today())
    with english(tmp_path / "locale", WORDS):
        assert cells() == chinese
        assert progress_sheet(details, office=ledger.office(), as_of=ledger.today()) == layout
    assert "合计 4 项：" in str(chinese[0])
    assert "整改类型" in chinese[1]


def test_the_ledger_is_signed_alike_in_every_language(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", nobody)
    with english(tmp_path / "locale", {"本机用户": "This computer"}):
        book = Ledger(ledger.folder)
        assert book.actor == "本机用户"
        book.close()


# -- the terminal


def test_the_terminal_shows_words_of_the_language_and_json_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ledger: Ledger, problem: Item
) -> None:
    monkeypatch.setenv("TRACKER_LEDGER", str(ledger.folder))
    terminal = Terminal(capsys, ledger.folder)
    before = terminal.json("list")
    with english(tmp_path / "locale", WORDS):
        heading, first, *_others, last = terminal.ok("list").splitlines()
        assert heading.split()[:3] == ["Code", "Kind", "Item"]
        assert "Commitment" in first or "Problem" in first
        assert last.startswith("4 in all: ")
        assert "There is no item 2024-问-77." in terminal.refused("show", "2024-问-77")
        assert terminal.json("list") == before
        assert terminal.ok("note", "2024-问-01", "已办").strip() == "登记 2024-问-01 的进展."
        assert "\n  Status: Under way" in terminal.ok("show", "2024-问-01")


def test_help_is_in_the_language_with_its_headings(tmp_path: Path) -> None:
    """The words of verbs are said when the command line is imported: that takes a process of its own."""
    program = """
import sys
from pathlib import Path
from tracker import words

words.choose_language("en", Path(sys.argv[1]))
from tracker.cli import main

sys.exit(main.main(["list", "--help"]))
"""
    folder = catalogue(tmp_path / "locale", WORDS)
    shown = subprocess.run(
        [sys.executable, "-c", program, folder], capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    assert shown.startswith("Usage: tracker list ")
    assert "List items by kind, status, unit, year, source or words" in shown
    assert "\nOptions:\n" in shown


def test_headings_of_help_are_chinese_in_chinese(terminal_help: str) -> None:
    assert terminal_help.startswith("用法：tracker list ")
    assert "\n选项：\n" in terminal_help
    assert "显示这份说明" in terminal_help
    assert "Options" not in terminal_help


@pytest.fixture
def terminal_help(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    return Terminal(capsys, tmp_path).ok("list", "--help")
