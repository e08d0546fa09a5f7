"""The package for support: versions and the log, and nothing that tells of people or of the ledger's content."""

import errno
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker import __version__, logs, paths, settings, support
from tracker.errors import Cancelled, UserError

FACTS = (("程序", "0.1.0"), ("SQLite", "3.45"))
SECRET = "云岭市水务局执法大队"


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    yield
    logs.stop()


def part(name: str, ledger: Path | None = None) -> str:
    return next(each.text for each in support.parts(FACTS, ledger) if each.name == name)


def test_versions_name_what_the_program_stands_on() -> None:
    found = dict(support.versions("6.11.0"))
    assert found["程序"] == __version__
    assert found["Qt"] == "6.11.0"
    assert found["SQLAlchemy"].startswith("2.")
    assert all(found.values())
    assert "Qt" not in dict(support.versions())  # a terminal has none
    assert f"程序: {__version__}\n" in support.plain(support.versions())


def test_settings_go_without_names_and_places(tmp_path: Path) -> None:
    settings.save(
        settings.Settings(
            person="陈法规", last_ledger=str(tmp_path / SECRET), recent_ledgers=(str(tmp_path / SECRET),), theme="dark"
        )
    )
    text = part("settings.json")
    assert json.loads(text)["theme"] == "dark"
    assert SECRET not in text
    assert "陈法规" not in text
    assert not {"person", "last_ledger", "recent_ledgers", "seen", "window", "export_folder"} & set(json.loads(text))


def test_the_log_goes_without_names_and_places(tmp_path: Path) -> None:
    folder = tmp_path / SECRET
    settings.save(settings.Settings(person="陈法规", recent_ledgers=(str(folder),)))
    logs.start()
    logs.log.error("no such file: %r", str(folder / "ledger.db"))
    logs.log.error("written by 陈法规 under %s", Path.home() / "文档")
    logs.log.error("open elsewhere %s", tmp_path / "另一个台账" / "evidence")
    text = part("tracker.log", tmp_path / "另一个台账")
    assert "<ledger>/ledger.db" in text
    assert "<ledger>/evidence" in text
    for hidden in (SECRET, "陈法规", "另一个台账", str(Path.home() / "文档")):
        assert hidden not in text


def test_windows_places_are_hidden_however_they_are_spelt() -> None:
    hide = support.hider([("D:\\法治\\台账", "<ledger>")], ["陈法规"])
    assert hide(r"D:\法治\台账\ledger.db") == r"<ledger>\ledger.db"
    assert hide(repr("D:\\法治\\台账\\ledger.db")) == r"'<ledger>\\ledger.db'"
    assert hide("file:///d:/法治/台账/ledger.db") == "file:///<ledger>/ledger.db"


def test_values_that_were_written_are_taken_out() -> None:
    """Faults of the database and of validation repeat them: they are what stands in the ledger."""
    hide = support.hider([], [])
    fault = (
        "sqlalchemy.exc.IntegrityError: UNIQUE constraint failed\n[SQL: INSERT INTO item (title) VALUES (?)]\n"
        f"[parameters: ('{SECRET}',\n '第二行]')]\n(Background on this error at: https://sqlalche.me/e/20/gkpj)\n"
        "2025-05-20 11:00:00,000 1 ERROR tracker: next\n"
        f"title\n  Value error [type=value_error, input_value='{SECRET}', input_type=str]"
    )
    shown = hide(fault)
    assert SECRET not in shown
    assert "第二行" not in shown
    assert "INSERT INTO item" in shown
    assert "ERROR tracker: next" in shown
    assert "type=value_error" in shown


def test_older_logs_go_too_and_a_long_one_from_its_end(home: Path) -> None:
    (home / "tracker.log.1").write_text("昨天的\n", encoding="utf-8")
    paths.log_file().write_text("最早的\n" + "x" * 3_000_000 + "\n最后的", encoding="utf-8")
    parts = support.parts(FACTS)
    assert [each.name for each in parts] == ["versions.txt", "settings.json", "tracker.log", "tracker.log.1"]
    assert parts[2].size <= 2 * logs.MOST_BYTES
    assert parts[2].text.endswith("最后的")
    assert "最早的" not in parts[2].text
    assert parts[3].text == "昨天的\n"
    assert parts[0].text == "程序: 0.1.0\nSQLite: 3.45\n"
    assert all(each.words for each in parts)


def test_what_is_shown_is_what_is_packed(tmp_path: Path) -> None:
    logs.start()
    logs.log.warning("一条警告")
    parts = support.parts(FACTS)
    target = support.pack(parts, tmp_path / "日志.zip")
    with zipfile.ZipFile(target) as package:
        assert package.testzip() is None
        assert {name: package.read(name).decode("utf-8") for name in package.namelist()} == {
            each.name: each.text for each in parts
        }
    assert sorted(each.name for each in tmp_path.iterdir()) == ["日志.zip"]


def test_a_target_that_cannot_be_written_is_told_and_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "日志.zip"
    target.write_bytes(b"old")
    parts = support.parts(FACTS)
    with pytest.raises(UserError, match=r"“日志.zip”没有写成：文件夹不存在"):
        support.pack(parts, tmp_path / "没有" / "日志.zip")

    def full(self: zipfile.ZipFile, name: str, data: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(UserError, match="磁盘已满"):
        support.pack(parts, target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_cancelled_packing_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int, text: str = "") -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        support.pack(support.parts(FACTS), tmp_path / "日志.zip", stop)
    assert list(tmp_path.iterdir()) == []
