"""Everything that can be asked of a ledger but its cards; each question is one short read transaction."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from tracker.domain.cards import ItemDetail, ReportCard
from tracker.domain.evidence_cards import EvidenceCard
from tracker.domain.items import Item
from tracker.domain.journal import Record, Step
from tracker.domain.people import Person, Unit
from tracker.domain.reports import Report
from tracker.domain.saved_views import SavedView
from tracker.domain.similar import LedgerItem
from tracker.errors import UserError
from tracker.store import evidence_queries, item_queries, journal_queries, report_queries, saved_view_queries
from tracker.words import _


class Questions:
    """The reading half of a ledger. Every answer is a value of the domain; none holds on to the database."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading

    def haystacks(self, ids: Collection[int] | None = None) -> dict[int, str]:
        """The folded text of each item that a search looks through, by id."""
        with self._reading() as connection:
            return item_queries.haystacks(connection, ids)

    def details(self, ids: Collection[int]) -> list[ItemDetail]:
        """Everything about the items of ``ids``, in that order; ids that are gone are left out."""
        with self._reading() as connection:
            return item_queries.details(connection, ids)

    def detail(self, item_id: int) -> ItemDetail | None:
        """Everything about one item but its history; None where it is gone."""
        found = self.details([item_id])
        return found[0] if found else None

    def item_by_code(self, code: str) -> Item:
        """The item with this code. Raises UserError that names codes which exist."""
        with self._reading() as connection:
            found = item_queries.item_by_code(connection, code)
            if found is not None:
                return found
            near = item_queries.similar_codes(connection, code[:4]) or item_queries.similar_codes(connection, "")
        hint = (
            _("台账里有：{codes} 等。").format(codes=_("、").join(near))
            if near
            else _("台账里还没有事项，请先导入报告。")
        )
        raise UserError(_("没有编号为 {code} 的事项。").format(code=code), hint, field="code")

    def all_evidence(self) -> list[EvidenceCard]:
        """Each file of each item, the latest first."""
        with self._reading() as connection:
            return evidence_queries.all_evidence(connection)

    def reports(self) -> list[ReportCard]:
        """All reports without their texts, the newest year first."""
        with self._reading() as connection:
            return report_queries.reports(connection)

    def report(self, report_id: int) -> Report | None:
        """One report with its text."""
        with self._reading() as connection:
            return report_queries.report(connection, report_id)

    def report_texts(self, digest: str) -> list[tuple[str, str]]:
        """Code and original text of each item that came from the report with this digest."""
        with self._reading() as connection:
            return report_queries.report_texts(connection, digest)

    def items_of_others(self, digest: str) -> list[LedgerItem]:
        """Every item that did not come from the report with this digest, for finding similar ones."""
        with self._reading() as connection:
            return report_queries.items_of_others(connection, digest)

    def units(self) -> list[Unit]:
        """All units in the office's own order."""
        with self._reading() as connection:
            return report_queries.units(connection)

    def people(self) -> list[Person]:
        """All people, in the order they were first named."""
        with self._reading() as connection:
            return report_queries.people(connection)

    def saved_views(self) -> list[SavedView]:
        """The office's own views, in its order."""
        with self._reading() as connection:
            return saved_view_queries.saved_views(connection)

    def names(self, records: Sequence[Record] | None = None) -> dict[tuple[str, int], str]:
        """What the journal's numbers stand for: ("unit", 3), ("person", 5), ("item", 7: its code).

        All of them, or those that are needed to tell of ``records``.
        """
        with self._reading() as connection:
            return journal_queries.names(connection, records)

    def history(self, item_id: int | None = None, *, limit: int = 200, most: int | None = None) -> list[Record]:
        """The latest steps, newest first, with their changes, of each the first ``most`` where given; those of one
        item only, where given."""
        with self._reading() as connection:
            return journal_queries.history(connection, item_id=item_id, limit=limit, most=most)

    def to_undo(self) -> Step | None:
        """The step that undo would take back."""
        with self._reading() as connection:
            return journal_queries.last_to_undo(connection)

    def to_redo(self) -> Step | None:
        """The undo step that redo would take back."""
        with self._reading() as connection:
            return journal_queries.last_to_redo(connection)
