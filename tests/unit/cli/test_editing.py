"""Verbs that change items."""

from tests.terminal import Terminal


def test_new(terminal: Terminal) -> None:
    terminal.ok("create", "--office", "青澜市城市管理局")
    assert terminal.ok("new", "问题", "案卷不规范", "--year", "2024", "--text", "原话") == "新建问题 2024-问-01。\n"
    assert terminal.ok("new", "commitment", "办培训", "--year", "2025") == "新建计划任务 2025-计-01。\n"
    assert terminal.json("show", "2024-问-01")["original_text"] == "原话"


def test_edit_is_one_step(filled: Terminal) -> None:
    said = filled.ok(
        "edit", "2022-问-01", "--title", "裁量不统一", "--type", "立行立改", "--cause", "学习不够", "--goal", "统一",
        "--standard", "抽查全部合格", "--result", "已印发基准", "--remark", "重点", "--deadline", "2023年9月底前",
    )  # fmt: skip
    assert said.startswith("修改 2022-问-01 的短标题、")
    shown = filled.json("show", "2022-问-01")
    assert (shown["title"], shown["type"], shown["cause"]) == ("裁量不统一", "at_once", "学习不够")
    assert (shown["goal"], shown["standard"]) == ("统一", "抽查全部合格")
    assert (shown["result"], shown["remark"]) == ("已印发基准", "重点")
    assert (shown["deadline"], shown["deadline_text"]) == ("2023-09-30", "2023年9月底前")
    filled.ok("undo")
    assert filled.json("show", "2022-问-01")["deadline"] is None


def test_edit_is_all_or_nothing(filled: Terminal) -> None:
    before = filled.json("show", "2022-问-01")
    assert "短标题" in filled.refused("edit", "2022-问-01", "--deadline", "2023-09-30", "--title", "")
    assert filled.json("show", "2022-问-01") == before
    assert len(filled.json("history")) == 1


def test_a_presumed_deadline_is_confirmed(filled: Terminal) -> None:
    assert filled.json("show", "2023-计-03")["deadline_presumed"] is True
    filled.ok("edit", "2023-计-03", "--deadline", "2023.11.30")
    shown = filled.json("show", "2023-计-03")
    assert (shown["deadline_presumed"], shown["deadline"], shown["extensions"]) == (False, "2023-11-30", 0)


def test_a_fixed_deadline_moves_only_with_a_reason(filled: Terminal) -> None:
    filled.ok("edit", "2022-问-01", "--deadline", "2023-09-30")
    assert "--reason" in filled.refused("edit", "2022-问-01", "--deadline", "2023-12-31")
    assert filled.ok("edit", "2022-问-01", "--deadline", "2023-09-30") == "没有变化，台账未改动。\n"
    filled.ok("edit", "2022-问-01", "--deadline", "2023-12-31", "--reason", "资金未到位", "--approver", "何明远")
    shown = filled.json("show", "2022-问-01")
    assert (shown["deadline"], shown["deadline_original"]) == ("2023-12-31", "2023-09-30")
    (extension,) = shown["details"]["extensions"]
    assert (extension["reason"], extension["approver"]) == ("资金未到位", "何明远")
    assert "定下后不能改写" in filled.refused("edit", "2022-问-01", "--deadline", "长期坚持")


def test_a_reason_that_is_not_kept_is_said(filled: Terminal) -> None:
    answer = filled("edit", "2022-问-01", "--deadline", "长期坚持", "--reason", "因为")
    assert answer.status == 0
    assert "没有记理由" in answer.err
    assert filled.json("show", "2022-问-01")["deadline_standing"] is True


def test_assign(filled: Terminal) -> None:
    filled.ok("assign", "2022-问-01", "--lead", "法规科；督察科", "--support", "办公室,人事科", "--person", "沈一舟")
    item = filled.json("show", "2022-问-01")
    assert (item["lead"], item["support"], item["person"]) == ("法规科、督察科", "办公室、人事科", "沈一舟")
    assert item["status"] == "not_started"
    filled.ok("assign", "2022-问-01", "--support", "", "--leader", "何明远")
    item = filled.json("show", "2022-问-01")
    assert (item["lead"], item["support"], item["leader"]) == ("法规科、督察科", "", "何明远")


def test_note(filled: Terminal) -> None:
    filled.ok("note", "2022-问-01", "已开展两期培训", "--percent", "60%", "--date", "2023-05-06")
    item = filled.json("show", "2022-问-01")
    assert (item["percent"], item["status"], item["last_note"]) == (60, "under_way", "2023-05-06")
    assert "100" in filled.refused("note", "2022-问-01", "做了", "--percent", "150")
    assert "不能为空" in filled.refused("note", "2022-问-01", "  ")


def test_move(filled: Terminal) -> None:
    filled.ok("move", "2023-计-05", "启动整改")
    assert "理由" in filled.refused("move", "2023-计-05", "转下年度")
    filled.ok("move", "2023-计-05", "carry_over", "--reason", "招标流标")
    assert filled.json("show", "2023-计-05")["status_word"] == "转下年度"
    assert "恢复办理" in filled.refused("move", "2023-计-05", "start")


def test_link(filled: Terminal) -> None:
    filled.ok("link", "2023-计-02", "对应", "2022-问-02")
    (link,) = filled.json("show", "2022-问-02")["details"]["links"]
    assert link == {
        "kind": "answers", "kind_word": "对应", "outgoing": False, "code": "2023-计-02", "title": link["title"],
    }  # fmt: skip
    assert "已经有这个关联" in filled.refused("link", "2023-计-02", "answers", "2022-问-02")
    assert "不能与自己关联" in filled.refused("link", "2022-问-01", "recurs", "2022-问-01")


def test_undo_and_redo(filled: Terminal) -> None:
    filled.ok("note", "2022-问-01", "做了")
    assert filled.ok("undo") == "撤销：登记 2022-问-01 的进展。\n"
    assert filled.json("show", "2022-问-01")["details"]["notes"] == []
    assert filled.ok("redo") == "重做：登记 2022-问-01 的进展。\n"
    assert filled.refused("redo") == "没有可以重做的操作。"
