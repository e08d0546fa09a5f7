"""Measures, evidence and 销号."""

from pathlib import Path

from tests.terminal import SAMPLES, Terminal

PHOTO = SAMPLES / "evidence" / "station.png"
NOTICE = SAMPLES / "evidence" / "notice.txt"


def test_measures(filled: Terminal) -> None:
    filled.ok("assign", "2022-问-01", "--lead", "法规科", "--person", "沈一舟")
    filled.ok(
        "measure",
        "add",
        "2022-问-01",
        "印发基准",
        "--deadline",
        "2023年6月底前",
        "--unit",
        "法规科",
        "--person",
        "沈一舟",
    )
    filled.ok("measure", "add", "2022-问-01", "组织培训")
    filled.ok("measure", "done", "2022-问-01", "1")
    first, second = filled.json("measure", "list", "2022-问-01")
    assert (first["number"], first["done"], first["deadline"]) == (1, True, "2023-06-30")
    assert (first["unit"], first["person"]) == ("法规科", "沈一舟")
    assert (second["text"], second["done"], second["done_on"]) == ("组织培训", False, None)
    assert "✓" in filled.ok("measure", "list", "2022-问-01")
    filled.ok("measure", "done", "2022-问-01", "1", "--not")
    assert filled.json("measure", "list", "2022-问-01")[0]["done"] is False
    assert "第 1、2 条" in filled.refused("measure", "done", "2022-问-01", "3")
    assert "tracker assign" in filled.refused("measure", "add", "2022-问-01", "做", "--unit", "财务科")


def test_evidence(filled: Terminal, tmp_path: Path) -> None:
    assert filled.ok("evidence", "add", "2023-计-01", PHOTO, NOTICE, "--measure", "2").endswith("佐证材料 2 份。\n")
    photo, notice = filled.json("evidence", "list", "2023-计-01")
    assert (photo["number"], photo["name"], photo["measure"], photo["state"]) == (1, "station.png", 2, "unverified")
    assert Path(notice["path"]).read_bytes() == NOTICE.read_bytes()
    assert filled.ok("evidence", "add", "2023-计-01", PHOTO, "--measure", "2") == "没有变化，台账未改动。\n"
    filled.ok("evidence", "verify", "2023-计-01", "1", "--remark", "看过原件")
    filled.ok("evidence", "verify", "2023-计-01", "2", "--return")
    assert [row["state_word"] for row in filled.json("evidence", "list")] == ["已核验", "已退回"]
    assert "看过原件" in filled.ok("evidence", "list")
    filled.ok("evidence", "get", "2023-计-01", "1", "--out", tmp_path)
    assert (tmp_path / "station.png").read_bytes() == PHOTO.read_bytes()
    assert "没有覆盖" in filled.refused("evidence", "get", "2023-计-01", "1", "--out", tmp_path)
    assert "它有 2 份" in filled.refused("evidence", "verify", "2023-计-01", "3")
    assert "measure list" in filled.refused("evidence", "add", "2023-计-01", PHOTO, "--measure", "9")


def test_evidence_is_taken_whole_or_not_at_all(filled: Terminal, tmp_path: Path) -> None:
    assert "找不到文件" in filled.refused("evidence", "add", "2022-问-01", PHOTO, tmp_path / "没有.pdf")
    assert filled.json("evidence", "list", "2022-问-01") == []
    assert "是文件夹" in filled.refused("evidence", "add", "2022-问-01", tmp_path)
    assert not list((filled.ledger / "evidence").iterdir())


def test_closing(filled: Terminal) -> None:
    filled.ok("assign", "2022-问-01", "--lead", "法规科", "--person", "沈一舟")
    assert "不能审核销号" in filled.refused("close", "2022-问-01", "--reviewer", "温如松")
    filled.ok("submit", "2022-问-01")
    filled.ok("return", "2022-问-01", "--reason", "材料不全", "--reviewer", "温如松")
    assert filled.json("show", "2022-问-01")["returns"] == 1
    filled.ok("submit", "2022-问-01", "--words", "已补齐")
    assert "不能审核自己负责的事项" in filled.refused("close", "2022-问-01", "--reviewer", "沈一舟")
    filled.ok("close", "2022-问-01", "--reviewer", "温如松", "--words", "同意")
    item = filled.json("show", "2022-问-01")
    assert (item["status"], item["percent"]) == ("closed", 100)
    assert [review["move"] for review in item["details"]["reviews"]] == ["submit", "return", "submit", "close"]
    assert "撤回销号" in filled.refused("undo")
    assert "已销号，不能再改" in filled.refused("note", "2022-问-01", "再做")
    assert "已销号" in filled.refused("evidence", "add", "2022-问-01", PHOTO)
    filled.ok("withdraw", "2022-问-01", "--reason", "复查发现反弹")
    assert filled.json("show", "2022-问-01")["status"] == "under_way"
