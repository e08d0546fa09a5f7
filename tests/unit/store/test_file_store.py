"""Files kept by their content."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from tracker.errors import Cancelled, UserError
from tracker.store.file_store import FileStore


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "evidence")


def test_a_file_is_kept_once_and_handed_out_under_its_name(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "签到表（第一期）.txt"
    source.write_bytes(b"x" * 3_000_000)
    kept = store.take(source)
    assert kept.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert (kept.name, kept.size) == (source.name, 3_000_000)
    assert store.take(source) == kept
    assert len([path for path in store.folder.rglob("*") if path.is_file()]) == 1
    assert source.exists()
    out = store.hand_out(kept.sha256, tmp_path / "交出" / kept.name)
    assert out.read_bytes() == source.read_bytes()


def test_progress_is_told_and_cancelling_leaves_nothing(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "大文件.bin"
    source.write_bytes(bytes(5 << 20))
    seen: list[tuple[int, int]] = []
    store.take(source, lambda done, total, text="": seen.append((done, total)))
    assert seen[-1] == (5 << 20, 5 << 20)

    other = tmp_path / "另一个.bin"
    other.write_bytes(b"y" * (5 << 20))

    def stop(done: int, total: int, text: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        store.take(other, stop)
    assert len([path for path in store.folder.rglob("*") if path.is_file()]) == 1


def test_what_cannot_be_read_is_named(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到文件"):
        store.take(tmp_path / "没有.txt")
    with pytest.raises(UserError, match="是文件夹"):
        store.take(tmp_path)
    with pytest.raises(UserError, match="不见了"):
        store.hand_out("0" * 64, tmp_path / "x.txt")


def test_missing_and_altered_files_are_told_apart(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("原样", encoding="utf-8")
    kept = store.take(source)
    assert store.is_whole(kept.sha256) is True
    store.place(kept.sha256).write_text("改过", encoding="utf-8")
    assert store.is_whole(kept.sha256) is False
    store.place(kept.sha256).unlink()
    assert store.is_whole(kept.sha256) is None


def test_only_old_leftovers_are_swept(store: FileStore) -> None:
    store.folder.mkdir(parents=True)
    old, fresh = store.folder / "old.new", store.folder / "fresh.new"
    old.touch()
    fresh.touch()
    two_days_ago = time.time() - 2 * 24 * 3600
    os.utime(old, (two_days_ago, two_days_ago))
    store.sweep()
    assert [path.name for path in store.folder.iterdir()] == ["fresh.new"]
