"""Reports, units and people, as lists show them and as an import must know them."""

from datetime import datetime

from sqlalchemy import Connection, func, or_, select

from tracker.domain.cards import ReportCard
from tracker.domain.items import Item
from tracker.domain.kinds import ItemKind
from tracker.domain.people import Person, Unit
from tracker.domain.reports import Excerpt, Report, ReportKind
from tracker.domain.similar import LedgerItem
from tracker.store.mapping import TABLES

_REPORT, _ITEM, _EXCERPT, _UNIT, _PERSON = (TABLES[kind] for kind in (Report, Item, Excerpt, Unit, Person))


def reports(connection: Connection) -> list[ReportCard]:
    """All reports, the newest year first."""
    counts = {
        (report_id, kind): number
        for report_id, kind, number in connection.execute(
            select(_ITEM.c.report_id, _ITEM.c.kind, func.count()).group_by(_ITEM.c.report_id, _ITEM.c.kind)
        )
    }
    report = _REPORT.c
    query = select(
        report.id, report.kind, report.title, report.organization, report.report_year, report.file_name,
        report.file_sha256, report.digest, report.imported_at,
    ).order_by(report.report_year.desc(), report.id)  # fmt: skip
    return [
        ReportCard(
            key, ReportKind(kind), title, organization, year, file_name, sha256, digest, datetime.fromisoformat(at),
            counts.get((key, ItemKind.PROBLEM.value), 0), counts.get((key, ItemKind.COMMITMENT.value), 0),
        )
        for key, kind, title, organization, year, file_name, sha256, digest, at in connection.execute(query)
    ]  # fmt: skip


def report(connection: Connection, key: int) -> Report | None:
    """One report with its text."""
    row = connection.execute(select(_REPORT).where(_REPORT.c.id == key)).mappings().first()
    return None if row is None else Report.model_validate(dict(row))


def report_texts(connection: Connection, digest: str) -> list[tuple[str, str]]:
    """Code and original text of the items that came from the report with this digest."""
    query = (
        select(_ITEM.c.code, _ITEM.c.original_text)
        .join(_REPORT, _REPORT.c.id == _ITEM.c.report_id)
        .where(_REPORT.c.digest == digest)
        .order_by(_ITEM.c.id)
    )
    return [(code, text) for code, text in connection.execute(query)]


def items_of_others(connection: Connection, digest: str) -> list[LedgerItem]:
    """Every item that did not come from the report with this digest, by hand or from another one."""
    item = _ITEM.c
    query = (
        select(item.code, item.kind, item.year, item.title, item.original_text)
        .outerjoin(_REPORT, _REPORT.c.id == item.report_id)
        .where(or_(_REPORT.c.digest.is_(None), _REPORT.c.digest != digest))
        .order_by(item.id)
    )
    kinds = {kind.value: kind for kind in ItemKind}
    return [
        LedgerItem(code, kinds[kind], year, title, text) for code, kind, year, title, text in connection.execute(query)
    ]


def units(connection: Connection) -> list[Unit]:
    """All units in the office's own order; those that it has not placed yet (position 0) follow, oldest first."""
    query = select(_UNIT).order_by(_UNIT.c.position == 0, _UNIT.c.position, _UNIT.c.id)
    return [Unit.model_validate(dict(row)) for row in connection.execute(query).mappings()]


def people(connection: Connection) -> list[Person]:
    """All people, in the order they were first named."""
    return [
        Person.model_validate(dict(row))
        for row in connection.execute(select(_PERSON).order_by(_PERSON.c.id)).mappings()
    ]
