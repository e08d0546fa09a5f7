"""What a step did, told in another language, though the journal keeps it in Chinese."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.speaking import english

from tracker.demo.build import build_demo
from tracker.domain import deeds
from tracker.domain.deeds import told
from tracker.ledger import Ledger
from tracker.words import in_chinese

WORDS = {
    "；": "; ",
    "，": ", ",
    "、": ", ",
    "撤销：{deed}": "Undone: {deed}",
    "登记 {code} 的进展": "Progress noted on {code}",
    "确定 {code} 的时限为{day}": "Deadline of {code} set to {day}",
    "长期坚持": "a standing duty",
    "新建{word} {code}": "New {word} {code}",
    "问题": "problem",
    "修改 {code} 的{fields}": "{code}: {fields} edited",
    "修改 {code} 的措施{n}": "{code}: measure {n} edited",
    "修改 {code} 的佐证材料“{name}”": "{code}: evidence “{name}” edited",
    "批量修改 {n} 项的{fields}": "{fields} of {n} items changed",
    "原因": "cause",
    "整改目标": "goal",
    "状态": "status",
    "{code} {word}": "{code}: {word}",
    "{code} {word} {other}": "{code} {word} {other}",
    "对应": "answers",
    "调整/终止": "dropped",
    "{code} 佐证材料“{name}”{word}": "{code}: “{name}” {word}",
    "已核验": "verified",
    "明确 {code} 的责任：{parts}": "{code} assigned: {parts}",
    "明确 {code} 的责任：{parts}（新加入名单：{names}）": "{code} assigned: {parts} (new: {names})",
    "{role}{names}": "{role} {names}",
    "{role}（无）": "no {role}",
    "牵头单位": "lead",
    "配合单位": "support",
    "催办 {codes} 等 {n} 项": "{n} items urged: {codes} …",
    "导入《{name}》：{parts}": "“{name}” imported: {parts}",
    "{n} 项问题": "{n} problems",
    "{n} 项计划任务": "{n} commitments",
    "{n} 处关联": "{n} links",
    "停用{word} {name}，{n} 项未销号事项移交 {new}": "{word} {name} retired, {n} items handed to {new}",
    "停用{word} {name}": "{word} {name} retired",
    "责任单位": "unit",
}


@pytest.fixture
def speaking(tmp_path: Path) -> Iterator[None]:
    with english(tmp_path / "locale", WORDS):
        yield


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("登记 2024-问-01 的进展", "Progress noted on 2024-问-01"),
        ("确定 2025-计-03 的时限为2025-06-30", "Deadline of 2025-计-03 set to 2025-06-30"),
        ("确定 2025-计-03 的时限为长期坚持", "Deadline of 2025-计-03 set to a standing duty"),
        ("新建问题 2024-问-09", "New problem 2024-问-09"),
        ("修改 2024-问-01 的原因、整改目标", "2024-问-01: cause, goal edited"),
        ("修改 2024-问-01 的措施2", "2024-问-01: measure 2 edited"),
        ("修改 2024-问-01 的佐证材料“方案.docx”", "2024-问-01: evidence “方案.docx” edited"),
        ("批量修改 12 项的状态、原因", "status, cause of 12 items changed"),
        ("2024-问-01 调整/终止", "2024-问-01: dropped"),
        ("2025-计-01 对应 2024-问-01", "2025-计-01 answers 2024-问-01"),
        ("2024-问-01 佐证材料“记录.txt”已核验", "2024-问-01: “记录.txt” verified"),
        (
            "明确 2024-问-01 的责任：牵头单位财务科、办公室，配合单位（无）",
            "2024-问-01 assigned: lead 财务科、办公室, no support",
        ),
        (
            "明确 2024-问-01 的责任：牵头单位法规科（新加入名单：法规科）",
            "2024-问-01 assigned: lead 法规科 (new: 法规科)",
        ),
        ("催办 2024-问-01、2024-问-02、2024-问-03 等 5 项", "5 items urged: 2024-问-01、2024-问-02、2024-问-03 …"),
        (
            "导入《年度报告》：2 项问题、3 项计划任务，1 处关联",
            "“年度报告” imported: 2 problems, 3 commitments, 1 links",
        ),
        ("停用责任单位 法规科，2 项未销号事项移交 办公室", "unit 法规科 retired, 2 items handed to 办公室"),
        ("停用责任单位 法规科", "unit 法规科 retired"),
        ("撤销：登记 2024-问-01 的进展", "Undone: Progress noted on 2024-问-01"),
        ("登记 2024-问-01 的进展；2024-问-01 调整/终止", "Progress noted on 2024-问-01; 2024-问-01: dropped"),
    ],
)
def test_a_step_is_told_in_the_language(speaking: None, kept: str, said: str) -> None:
    assert told(kept) == said
    with in_chinese():
        assert told(kept) == kept, "nothing is lost on the way"


@pytest.mark.parametrize("words", ["", "别的程序写下的话", "登记 2024-问-01 的进展 {n}"])
def test_what_is_not_known_stays_as_it_is(speaking: None, words: str) -> None:
    assert told(words) == words


def test_in_chinese_it_is_as_it_was_kept() -> None:
    assert told("登记 2024-问-01 的进展") == "登记 2024-问-01 的进展"


def test_every_step_of_the_demonstration_is_known(tmp_path: Path) -> None:
    build_demo(tmp_path / "demo")
    ledger = Ledger(tmp_path / "demo")
    kept = [record.step.words for record in ledger.ask.history(limit=10_000)]
    ledger.close()
    assert len(kept) > 100
    with english(tmp_path / "locale", {words: f"✓{words}" for words in deeds._DEEDS}):
        unknown = [words for words in kept if not all(part.startswith("✓") for part in told(words).split("；"))]
    assert not unknown
