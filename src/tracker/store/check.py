"""Proving that a ledger is whole: the database, its links, its journal and the files beside it."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from tracker.domain.evidence import Evidence
from tracker.domain.journal import Image
from tracker.domain.reports import Report
from tracker.progress import Progress, silent
from tracker.store import tables
from tracker.store.file_store import FileStore
from tracker.store.images import ENTITIES, image_of
from tracker.store.mapping import TABLES, table
from tracker.words import _

_CHANGE = table(tables.ChangeRow)


def faults(
    connection: Connection, *, evidence: FileStore, reports: FileStore, progress: Progress = silent
) -> Iterator[str]:
    """Each fault as a Chinese sentence; none for a sound ledger."""
    for verdict in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if verdict != "ok":
            yield _("数据库损坏：{verdict}").format(verdict=verdict)
    for name, row, parent, _constraint in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield _("表 {name} 第 {row} 行指向已不存在的 {parent}。").format(name=name, row=row, parent=parent)
    yield from _journal_faults(connection)
    yield from _file_faults(connection, evidence, reports, progress)


def _journal_faults(connection: Connection) -> Iterator[str]:
    """Each row must be what the journal last said of it, and each change must start where the one before ended."""
    last: dict[tuple[str, int], Image | None] = {}
    query = select(_CHANGE.c.id, _CHANGE.c.table_name, _CHANGE.c.row_id, _CHANGE.c.before, _CHANGE.c.after)
    for key, name, row_id, before, after in connection.execute(query.order_by(_CHANGE.c.id)):
        place = (name, row_id)
        if name not in ENTITIES:
            yield _("操作记录第 {key} 条属于未知的表 {name}。").format(key=key, name=name)
            continue
        if _parsed(before) != last.get(place):
            yield _("操作记录第 {key} 条与前一条对不上（{place}）。").format(key=key, place=_place(place))
        last[place] = _parsed(after)
    for kind, kept in TABLES.items():
        for row in connection.execute(select(kept)).mappings():
            place = (kept.name, row["id"])
            if last.pop(place, None) != image_of(kind.model_validate(dict(row))):
                yield _("{place} 的内容与操作记录不符，可能被别的程序改动过。").format(place=_place(place))
    for place, image in last.items():
        if image is not None:
            yield _("{place} 不见了，操作记录里没有删除它的一步。").format(place=_place(place))


def _file_faults(connection: Connection, evidence: FileStore, reports: FileStore, progress: Progress) -> Iterator[str]:
    proof, report = TABLES[Evidence].c, TABLES[Report].c
    kept: list[tuple[FileStore, str, str]] = [
        *((evidence, sha, name) for sha, name in connection.execute(select(proof.sha256, proof.name))),
        *((reports, sha, name) for sha, name in connection.execute(select(report.file_sha256, report.file_name))),
    ]
    for done, (store, sha256, name) in enumerate(dict.fromkeys(kept)):
        progress(done, len(kept), name)
        whole = store.is_whole(sha256)
        if whole is None:
            yield _("文件不见了：{name}（校验码 {short}）。").format(name=name, short=sha256[:8])
        elif not whole:
            yield _("文件内容已被改动或损坏：{name}（校验码 {short}）。").format(name=name, short=sha256[:8])


def _parsed(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def _place(place: tuple[str, int]) -> str:
    name, row_id = place
    word = ENTITIES[name].kind_name
    return f"{_(word)} #{row_id}"
