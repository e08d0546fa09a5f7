"""Importing a report: what a person accepted becomes items, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.drafts import Candidate, ImportDraft
from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind, Role
from tracker.domain.links import Link
from tracker.domain.matching import known_code
from tracker.domain.measures import Measure
from tracker.domain.people import Assignment, Person, Unit
from tracker.domain.reports import Excerpt, Report
from tracker.domain.status import Status
from tracker.errors import UserError
from tracker.operations.operation import Operation
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: new codes, and the codes of items that were there before."""

    report_id: int | None
    added: tuple[str, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport(Operation[Imported]):
    """Keep a report and make items of its ``candidates`` (those that were accepted, as they were corrected), with
    the ``links`` of the draft.

    A candidate whose words are already an item of the same report is not made again; where nothing is new,
    nothing is written. Raises UserError where the report's year is not known, or an item to link to is gone.
    """

    draft: ImportDraft

    def run(self, tx: Transaction) -> Imported:
        draft = self.draft
        if draft.report_year is None:
            raise UserError(
                _("没有从《{title}》读出报告年度，编不了号。").format(title=draft.title or draft.file_name),
                _("请填写报告年度后再导入。"),
                field="report_year",
            )
        earlier = tx.find(Report, digest=draft.digest)
        present = [(item.code, item.original_text) for report in earlier for item in tx.find(Item, report_id=report.id)]
        marks = [known_code(candidate, present) for candidate in draft.candidates]
        known = tuple(dict.fromkeys(code for code in marks if code))
        fresh = [candidate for candidate, mark in zip(draft.candidates, marks, strict=True) if mark is None]
        if not fresh and (earlier or not draft.candidates):
            return Imported(earlier[0].id if earlier else None, (), known)
        report = earlier[0] if earlier else tx.add(_report(draft, tx))
        items = _add_items(tx, draft, report, fresh)
        added = iter(item.code for item in items)
        links = _add_links(tx, draft, {item.code: item.id for item in items}, [mark or next(added) for mark in marks])
        tx.tell(f"导入《{report.title}》：{_counted(items)}{f'，{links} 处关联' if links else ''}")
        return Imported(report.id, tuple(item.code for item in items), known)


def _report(draft: ImportDraft, tx: Transaction) -> Report:
    return Report(
        kind=draft.kind, title=draft.title or draft.file_name, organization=draft.organization,
        report_year=draft.report_year, plan_year=draft.plan_year, file_name=draft.file_name,
        file_sha256=draft.file_sha256, digest=draft.digest, text=draft.text, imported_at=tx.now,
    )  # fmt: skip


def _add_items(tx: Transaction, draft: ImportDraft, report: Report, fresh: Sequence[Candidate]) -> list[Item]:
    """All rows of the new items, one statement a table: a report of ten thousand tasks must not take minutes."""
    codes = {
        kind: iter(tx.new_codes(kind, year, number))
        for kind, year in ((ItemKind.PROBLEM, report.report_year or 0), (ItemKind.COMMITMENT, report.plan_year or 0))
        if (number := sum(candidate.kind is kind for candidate in fresh))
    }
    numbers = tx.numbers(Item, len(fresh))
    items = tx.add_many(
        [
            _item(key, candidate, next(codes[candidate.kind]), report)
            for key, candidate in zip(numbers, fresh, strict=True)
        ]
    )
    pairs = list(zip(items, fresh, strict=True))
    places = iter(tx.numbers(Excerpt, sum(len(candidate.spans) for candidate in fresh)))
    tx.add_many([excerpt for item, candidate in pairs for excerpt in _excerpts(places, item, candidate, report)])
    steps = iter(tx.numbers(Measure, sum(len(candidate.measures) for candidate in fresh)))
    tx.add_many([measure for item, candidate in pairs for measure in _measures(steps, item, candidate)])
    held = [_names(candidate) for candidate in fresh]
    keys = _owner_keys(tx, held)
    rows = iter(tx.numbers(Assignment, sum(len(names) for roles in held for _role, names in roles)))
    tx.add_many([row for item, roles in zip(items, held, strict=True) for row in _assignments(rows, item, roles, keys)])
    return items


def _add_links(tx: Transaction, draft: ImportDraft, keys: dict[str, int], codes: Sequence[str]) -> int:
    """Make the links of the draft; how many are new. ``keys`` knows the new items by code, ``codes`` are those of all
    candidates in their order."""

    def key_of(end: int | str) -> int:
        code = codes[end] if isinstance(end, int) else end
        if code not in keys:
            found = tx.find(Item, code=code)
            if not found:
                raise UserError(
                    _("要关联的 {code} 已经不在台账里了。").format(code=code),
                    _("请改选“不关联”，或恢复这个事项后再导入。"),
                )
            keys[code] = found[0].id
        return keys[code]

    wanted = dict.fromkeys((key_of(link.source), key_of(link.target), link.kind) for link in draft.links)
    fresh = [
        Link.entered(from_id=here, to_id=there, kind=kind)
        for here, there, kind in wanted
        if here != there and not tx.find(Link, from_id=here, to_id=there, kind=kind.value)
    ]
    return len(tx.add_many(fresh))


def _item(key: int, candidate: Candidate, code: str, report: Report) -> Item:
    deadline = candidate.deadline
    return Item.entered(
        id=key,
        code=code,
        kind=candidate.kind,
        year=int(code[:4]),
        title=candidate.title,
        original_text=candidate.text,
        cause=candidate.cause,
        rectification=candidate.rectification,
        status=Status.NOT_STARTED if candidate.owners.lead else Status.UNASSIGNED,
        deadline_kind=deadline.kind if deadline else None,
        deadline_text=deadline.words if deadline else "",
        deadline_presumed=bool(deadline and deadline.presumed),
        deadline_original=deadline.day if deadline else None,
        deadline_current=deadline.day if deadline else None,
        report_id=report.id,
    )


def _excerpts(numbers: Iterator[int], item: Item, candidate: Candidate, report: Report) -> list[Excerpt]:
    return [
        Excerpt.entered(
            id=next(numbers), item_id=item.id, report_id=report.id, role=span.role, start=span.start,
            end=span.end, page=span.page, section=candidate.section,
        )
        for span in candidate.spans
    ]  # fmt: skip


def _measures(numbers: Iterator[int], item: Item, candidate: Candidate) -> list[Measure]:
    return [
        Measure.entered(
            id=next(numbers), item_id=item.id, position=n, text=step.text,
            deadline=step.deadline.day if step.deadline else None,
            deadline_text=step.deadline.words if step.deadline else "",
        )
        for n, step in enumerate(candidate.measures)
    ]  # fmt: skip


_Held = list[tuple[Role, tuple[str, ...]]]  # the names in each role that the report states


def _names(candidate: Candidate) -> _Held:
    owners = candidate.owners
    stated = (
        (Role.LEAD, owners.lead),
        (Role.SUPPORT, owners.support),
        (Role.PERSON, owners.person),
        (Role.LEADER, owners.leader),
    )
    return [(role, tuple(dict.fromkeys(names))) for role, names in stated if names]


def _owner_keys(tx: Transaction, held: Sequence[_Held]) -> dict[tuple[bool, str], int]:
    """The number of every unit (True) and person (False) that the candidates name; new ones are added."""
    units = {unit.name: unit.id for unit in tx.find(Unit)}
    people = {person.name: person.id for person in tx.find(Person)}
    named = dict.fromkeys((role.is_units, name) for roles in held for role, names in roles for name in names)
    new = [key for key in named if key[1] not in (units if key[0] else people)]
    units |= {unit.name: unit.id for unit in tx.add_many([Unit.entered(name=name) for of, name in new if of])}
    people |= {who.name: who.id for who in tx.add_many([Person.entered(name=name) for of, name in new if not of])}
    return {(of, name): (units if of else people)[name.strip()] for of, name in named}


def _assignments(
    numbers: Iterator[int], item: Item, roles: _Held, keys: dict[tuple[bool, str], int]
) -> Iterator[Assignment]:
    for role, names in roles:
        field, of_units = ("unit_id", True) if role.is_units else ("person_id", False)
        for n, name in enumerate(names):
            key = keys[(of_units, name)]
            yield Assignment.entered(id=next(numbers), item_id=item.id, role=role, position=n, **{field: key})


def _counted(items: Sequence[Item]) -> str:
    parts = [f"{number} 项{kind.word}" for kind in ItemKind if (number := sum(item.kind is kind for item in items))]
    return "、".join(parts) or "没有事项"
