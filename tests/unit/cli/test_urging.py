"""催办 and deleting from the terminal."""

from tests.terminal import Terminal


def test_an_urging_is_recorded_and_shown(filled: Terminal) -> None:
    filled.ok("assign", "2022-问-01", "--lead", "法规科", "--person", "沈一舟")
    said = filled.ok("urge", "2022-问-01", "2022-问-02", "--words", "请于周五前报送", "--date", "2024-05-06")
    assert "催办 2022-问-01、2022-问-02" in said
    shown = filled.json("show", "2022-问-01")["details"]["urgings"]
    assert [(row["date"], row["to"], row["words"]) for row in shown] == [
        ("2024-05-06", "法规科、沈一舟", "请于周五前报送")
    ]
    assert "→ 法规科、沈一舟" in filled.ok("show", "2022-问-01")


def test_what_was_entered_by_mistake_goes_and_comes_back(filled: Terminal) -> None:
    filled.ok("new", "问题", "登记错了", "--year", "2022")
    assert "删除 2022-问-05" in filled.ok("delete", "2022-wen-5")
    assert "2022-问-05" not in filled.ok("list")
    filled.ok("undo")
    assert "2022-问-05" in filled.ok("list")
