"""History as sentences: what a step changed, field by field, old → new."""

from collections.abc import Mapping
from typing import Any

from tracker.domain.evidence import EvidenceState
from tracker.domain.field_words import field_word
from tracker.domain.journal import Change, Image, Record
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType, Role
from tracker.domain.links import LinkKind
from tracker.domain.reports import ReportKind
from tracker.domain.status import Move, Status

Names = Mapping[tuple[str, int], str]  # ("unit", 3) → 执法大队; what Questions.names gives

_ENUMERATIONS: dict[tuple[str, str], Any] = {
    ("item", "status"): Status,
    ("item", "kind"): ItemKind,
    ("item", "rectification"): RectificationType,
    ("assignment", "role"): Role,
    ("evidence", "state"): EvidenceState,
    ("review", "move"): Move,
    ("link", "kind"): LinkKind,
    ("report", "kind"): ReportKind,
}
_STANDING = {DeadlineKind.DATE.value: "日期", DeadlineKind.STANDING.value: "长期坚持"}
_REFERENCES = {"unit_id": "unit", "person_id": "person", "report_id": "report", "from_id": "item", "to_id": "item"}
_SILENT = {"id", "item_id", "position", "sha256", "size", "added_at", "measure_id", "note_id"}
# What a new row of each table is shown by: (table, words before, field that says most)
_HEADLINES = {
    "item": ("事项", "title"),
    "report": ("来源文件", "title"),
    "measure": ("整改措施", "text"),
    "note": ("进展", "text"),
    "evidence": ("佐证材料", "name"),
    "unit": ("责任单位", "name"),
    "person": ("人员", "name"),
}
_DEEDS = {"review", "extension"}
_LONGEST = 60  # characters of a value on one line


def sentences(record: Record, names: Names) -> list[str]:
    """One line for each thing that the step changed, in the order it did so."""
    lines = [line for change in record.changes for line in _told(change, names)]
    return list(dict.fromkeys(lines))


def _told(change: Change, names: Names) -> list[str]:
    if change.table == "excerpt":
        return []
    if change.before is not None and change.after is not None:
        return [
            f"{_subject(change)}{field_word(change.table, name)}："
            f"{_value(change.table, name, change.before, names)} → {_value(change.table, name, change.after, names)}"
            for name in change.after
            if change.before.get(name) != change.after[name] and name not in _SILENT
        ]
    image = change.after or change.before or {}
    whole = _whole(change.table, image, names)
    if change.after is None:
        return [f"去掉{whole}"]
    return [whole if change.table in _DEEDS else f"增加{whole}"]  # 申请销号 is said by itself, 增加申请销号 by nobody


def _subject(change: Change) -> str:
    """Which row a changed field belongs to, where that is not plain."""
    if change.table == "measure" and change.after:
        return f"措施{int(change.after['position']) + 1} "
    if change.table == "evidence" and change.after:
        return f"“{_short(change.after['name'])}” "
    return ""


def _whole(table: str, image: Image, names: Names) -> str:
    if table in _HEADLINES:
        word, field = _HEADLINES[table]
        return f"{word}：{_short(image[field])}"
    if table == "assignment":
        role = _value(table, "role", image, names)
        who = "unit_id" if image.get("unit_id") else "person_id"
        return f"{role}：{_value(table, who, image, names)}"
    if table == "extension":
        return f"延期：{image['from_date']} → {image['to_date']}，{_short(image['reason'])}"
    if table == "review":
        by = f"（{image['person']}）" if image["person"] else ""
        words = f"：{_short(image['words'])}" if image["words"] else ""
        return f"{_value(table, 'move', image, names)}{by}{words}"
    if table == "link":
        here, kind, there = (_value(table, name, image, names) for name in ("from_id", "kind", "to_id"))
        return f"关联：{here} {kind} {there}"
    return table


def _value(table: str, name: str, image: Image, names: Names) -> str:
    value = image.get(name)
    if value is None or value == "":
        return "（空）"
    if isinstance(value, bool):
        return "是" if value else "否"
    if (table, name) in _ENUMERATIONS:
        return str(_ENUMERATIONS[(table, name)](value).word)
    if name == "deadline_kind":
        return _STANDING[value]
    if name in _REFERENCES:
        return names.get((_REFERENCES[name], value), f"#{value}")
    return f"{value}%" if name == "percent" else _short(value)


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
