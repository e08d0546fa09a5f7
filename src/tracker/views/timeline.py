"""History as sentences: what a step changed, field by field, old → new."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tracker.domain.evidence import EvidenceState
from tracker.domain.field_words import field_word
from tracker.domain.journal import REFERENCES, Change, Image, Record
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType, Role
from tracker.domain.links import LinkKind
from tracker.domain.reports import ReportKind
from tracker.domain.status import Move, Status
from tracker.words import _

Names = Mapping[tuple[str, int], str]  # ("unit", 3) → 执法大队; what Questions.names gives

LONGEST = 60  # characters of a value on one line
_AROUND = 10  # characters before a difference that two long texts are shown from

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
# Told in other words below, or saying nothing to a person
_SILENT = {"id", "item_id", "position", "sha256", "size", "added_at", "measure_id", "note_id", "body", "digest"}
_DEADLINE = {"deadline_kind", "deadline_original", "deadline_current", "deadline_presumed"}
# The field that says most of a new row of each table
_HEADLINES = {
    "item": "title",
    "report": "title",
    "measure": "text",
    "note": "text",
    "evidence": "name",
    "unit": "name",
    "person": "name",
    "saved_view": "name",
}
_DEEDS = {"review", "extension", "urging"}  # said by themselves: 申请销号; 增加申请销号 is said by nobody


def sentences(record: Record, names: Names, *, longest: int = LONGEST) -> list[str]:
    """One line for each thing that the step changed, in the order it did so; values are cut to ``longest``
    characters, 0 for none."""
    return list(dict.fromkeys(lines(record.changes, names, longest=longest)))


def lines(changes: Iterable[Change], names: Names, *, longest: int = LONGEST) -> Iterator[str]:
    """As ``sentences``, one after another: of an import of a thousand rows only the first few are shown."""
    teller = _Teller(names, longest)
    for change in changes:
        yield from teller.told(change)


def undoable(records: Sequence[Record]) -> set[int]:
    """The steps of ``records`` (newest first) whose rows are still as they left them, as far as these records tell.

    What they do not tell is refused when it is asked for.
    """
    latest: dict[tuple[str, int], Image | None] = {}
    found: set[int] = set()
    for record in records:
        for change in reversed(record.changes):
            latest.setdefault((change.table, change.row_id), change.after)
        last: dict[tuple[str, int], Image | None] = {
            (change.table, change.row_id): change.after for change in record.changes
        }
        if all(latest[place] == after for place, after in last.items()):
            found.add(record.step.id)
    return found


class _Teller:
    """Tells of changes with these names."""

    def __init__(self, names: Names, longest: int) -> None:
        self._names, self._longest = names, longest

    def told(self, change: Change) -> list[str]:
        if change.table == "excerpt":
            return []
        if change.before is not None and change.after is not None:
            return self._edited(change.table, change.before, change.after)
        image = change.after or change.before or {}
        whole = self._whole(change.table, image)
        if change.after is None:
            return [_("去掉{what}").format(what=whole)]
        return [whole if change.table in _DEEDS else _("增加{what}").format(what=whole)]

    # -- a row that was changed

    def _edited(self, table: str, before: Image, after: Image) -> list[str]:
        subject = self._subject(table, before, after)
        special = {"item": self._deadline, "measure": _done, "evidence": _proves, "saved_view": _view}.get(table)
        told = special(before, after) if special else []
        silent = _SILENT | (_DEADLINE if table == "item" else set())
        if table == "measure" and before["done"] != after["done"]:
            silent = silent | {"done", "done_on"}
        for name in after:
            if name in silent or before.get(name) == after[name]:
                continue
            old, new = self._pair(table, name, before, after)
            told.append(_("{field}：{old} → {new}").format(field=self._field(table, name, after), old=old, new=new))
        return [subject + line for line in told]

    def _field(self, table: str, name: str, image: Image) -> str:
        """The office's word for the field; of an assignment, the role that somebody else took over."""
        if table == "assignment" and name in ("unit_id", "person_id"):
            return self._value(table, "role", image)
        word = field_word(table, name)
        return _(word)

    def _pair(self, table: str, name: str, before: Image, after: Image) -> tuple[str, str]:
        old, new = before.get(name), after[name]
        if self._longest and isinstance(old, str) and isinstance(new, str):
            start = _common(old, new)
            if start > _AROUND and max(len(old), len(new)) > self._longest:
                # two long texts that begin alike would be cut before they differ
                at = start - _AROUND
                return self._short(f"…{old[at:]}"), self._short(f"…{new[at:]}")
        return self._value(table, name, before), self._value(table, name, after)

    def _subject(self, table: str, before: Image, after: Image) -> str:
        """Which row a changed field belongs to, where that is not plain."""
        if table == "measure":
            text = _("措施{n}“{text}” ").format(n=int(after["position"]) + 1, text=_brief(after["text"]))
            return text if before["text"] == after["text"] else _("措施{n} ").format(n=int(after["position"]) + 1)
        if table in ("evidence", "saved_view", "unit", "person") and before["name"] == after["name"]:
            return _("“{name}” ").format(name=_brief(after["name"]))
        return ""

    def _deadline(self, before: Image, after: Image) -> list[str]:
        """The four fields of a deadline as the one thing they say."""
        changed = {name for name in _DEADLINE if before.get(name) != after.get(name)}
        if not changed:
            return []
        old, new = _deadline_words(before), _deadline_words(after)
        if "deadline_current" not in changed and old == new:
            return []
        if "deadline_original" in changed or "deadline_kind" in changed or "deadline_current" not in changed:
            return [_("完成时限：{old} → {new}").format(old=old, new=new)]
        return [_("现定时限：{old} → {new}").format(old=old, new=new)]

    # -- a row that came or went

    def _whole(self, table: str, image: Image) -> str:
        if table in _HEADLINES:
            words = {
                "item": _("事项：{words}"),
                "report": _("来源文件：{words}"),
                "measure": _("整改措施：{words}"),
                "note": _("进展：{words}"),
                "evidence": _("佐证材料：{words}"),
                "unit": _("责任单位：{words}"),
                "person": _("人员：{words}"),
                "saved_view": _("视图：{words}"),
            }
            return words[table].format(words=self._short(image[_HEADLINES[table]]))
        if table == "assignment":
            who = "unit_id" if image.get("unit_id") else "person_id"
            role, name = self._value(table, "role", image), self._value(table, who, image)
            return _("{what}：{words}").format(what=role, words=name)
        if table == "extension":
            said = _("延期：{old} → {new}，{reason}").format(
                old=image["from_date"], new=image["to_date"], reason=self._short(image["reason"])
            )
            return said + (_("（{who}批准）").format(who=image["approver"]) if image.get("approver") else "")
        if table == "review":
            deed = self._value(table, "move", image)
            done = _("{deed}（{who}）").format(deed=deed, who=image["person"]) if image["person"] else deed
            return self._with_words(done, image["words"])
        if table == "urging":
            said = _("催办 {whom}").format(whom=image["to_whom"] or _("责任单位"))
            return self._with_words(said, image["words"])
        if table == "link":
            here, kind, there = (self._value(table, name, image) for name in ("from_id", "kind", "to_id"))
            return _("关联：{here} {kind} {there}").format(here=here, kind=kind, there=there)
        return _("一条记录")

    def _with_words(self, deed: str, words: str) -> str:
        return _("{what}：{words}").format(what=deed, words=self._short(words)) if words else deed

    # -- values

    def _value(self, table: str, name: str, image: Image) -> str:
        value = image.get(name)
        if value is None or value == "":
            return _("（空）")
        if isinstance(value, bool):
            return _("是") if value else _("否")
        if (table, name) in _ENUMERATIONS:
            member = _ENUMERATIONS[(table, name)](value)
            return _(member.word)
        if name in REFERENCES:
            return self._names.get((REFERENCES[name], value)) or _("（已删除）")
        return f"{value}%" if name == "percent" else self._short(value)

    def _short(self, value: object) -> str:
        text = " ".join(str(value).split())
        return text if not self._longest or len(text) <= self._longest else f"{text[: self._longest - 1]}…"


def _done(before: Image, after: Image) -> list[str]:
    told = []
    if before["done"] != after["done"]:
        on = after["done_on"]
        done = _("完成（{day}）").format(day=on) if on else _("完成")
        told.append(done if after["done"] else _("改回未完成"))
    if before["position"] != after["position"]:
        told.append(_("从第 {old} 位移到第 {new} 位").format(old=before["position"] + 1, new=after["position"] + 1))
    return told


def _proves(before: Image, after: Image) -> list[str]:
    old, new = _subject_words(before), _subject_words(after)
    moved = (before.get("measure_id"), before.get("note_id")) != (after.get("measure_id"), after.get("note_id"))
    return [_("对应：{old} → {new}").format(old=old, new=new)] if moved else []


def _subject_words(image: Image) -> str:
    if image.get("measure_id"):
        return _("一项措施")
    return _("一条进展") if image.get("note_id") else _("整个事项")


def _view(before: Image, after: Image) -> list[str]:
    return [_("筛选或外观有改动")] if before["body"] != after["body"] else []


def _deadline_words(image: Image) -> str:
    if image.get("deadline_kind") == DeadlineKind.STANDING.value:
        return _("长期坚持")
    day = image.get("deadline_current")
    if not day:
        return _("（空）")
    return _("{day}（推定）").format(day=day) if image.get("deadline_presumed") else str(day)


def _common(old: str, new: str) -> int:
    """How many characters both begin with."""
    count = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        count += 1
    return count


def _brief(text: str) -> str:
    return text if len(text) <= 16 else f"{text[:15]}…"
