"""One review as it goes on: the present value, the entry one looks at, and the earlier values to return to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tracker.domain.drafts import Candidate
from tracker.domain.kinds import ItemKind
from tracker.domain.links import LinkKind
from tracker.domain.reports import ReportKind
from tracker.domain.review import DraftReview
from tracker.domain.similar import link_kinds
from tracker.errors import UserError

_Moment = tuple[DraftReview, int]


class ReviewSession(QObject):
    """Holds a DraftReview. Since each is immutable, undo is a list of those that were."""

    changed = Signal()  # the review is another value
    moved = Signal(int)  # another entry is the current one; -1 for none
    refused = Signal(object)  # a UserError: nothing has changed

    def __init__(self, review: DraftReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        first = review.next_undecided(-1)
        self._current = first if first is not None else (0 if review.entries else -1)
        self._past: list[_Moment] = []
        self._future: list[_Moment] = []

    @property
    def review(self) -> DraftReview:
        return self._review

    @property
    def current(self) -> int:
        """The index of the entry one looks at; -1 where there is none."""
        return self._current

    @property
    def can_undo(self) -> bool:
        """Whether something was decided or corrected."""
        return bool(self._past)

    def go(self, index: int) -> None:
        """Look at entry ``index``."""
        if index != self._current and 0 <= index < len(self._review.entries):
            self._current = index
            self.moved.emit(index)

    def go_by(self, step: int) -> None:
        """Look at the next (1) or previous (-1) entry, stopping at the ends."""
        self.go(self._current + step)

    # -- deciding

    def accept(self) -> None:
        """Accept the current entry; then the next undecided one is current."""
        self._change(lambda review, index: review.accept(index), self._onward)

    def reject(self) -> None:
        self._change(lambda review, index: review.reject(index), self._onward)

    def accept_all(self) -> None:
        self._change(lambda review, _index: review.accept_all())

    # -- correcting

    def change_kind(self) -> None:
        self._change(lambda review, index: review.change_kind(index))

    def merge(self) -> None:
        """Make the current entry a part of the one before it."""
        self._change(lambda review, index: review.merge(index), lambda _review, index: index - 1)

    def split(self, offset: int) -> None:
        """Part the current entry at ``offset`` of the raw text; the first part stays current."""
        self._change(lambda review, index: review.split(index, offset))

    def add(self, kind: ItemKind, start: int, end: int) -> None:
        """Make an entry of selected raw text; it is current then."""
        place = self._review.place_for(start)
        self._change(lambda review, _index: review.add(kind, start, end), lambda _review, _index: place, any_entry=True)

    def edit(self, index: int, candidate: Candidate) -> bool:
        """Correct entry ``index``; whether that was accepted."""
        return self._change(lambda review, _index: review.edit(index, candidate))

    def choose_link(self, code: str, link: LinkKind | None) -> None:
        """Say how the current entry and a similar item of another report belong together; None for not at all."""
        self._change(lambda review, index: review.choose_link(index, code, link))

    def toggle_link(self) -> None:
        """Take the likeliest link to the likest item; take it back where it was taken."""
        entry = self._review.entries[self._current] if self._current >= 0 else None
        if entry is None or not entry.similar or entry.known_as is not None:
            return
        chosen = next((one for one in entry.similar if one.link), None)
        if chosen is not None:
            self.choose_link(chosen.item.code, None)
            return
        likest = entry.similar[0].item
        self.choose_link(likest.code, link_kinds(entry.candidate.kind, likest.kind)[0])

    def pair(self, other: int, *, answers: bool) -> None:
        """Say whether the current entry and another one answer each other."""
        self._change(lambda review, index: review.pair(index, other, answers=answers))

    def set_header(self, *, title: str, organization: str, report_year: int | None, kind: ReportKind) -> None:
        """Correct the report's own fields."""
        self._change(
            lambda review, _index: review.with_header(
                title=title, organization=organization, report_year=report_year, kind=kind
            ),
            any_entry=True,
        )

    # -- returning

    def undo(self) -> None:
        self._return(self._past, self._future)

    def redo(self) -> None:
        self._return(self._future, self._past)

    def _return(self, source: list[_Moment], target: list[_Moment]) -> None:
        if not source:
            return
        target.append((self._review, self._current))
        self._review, self._current = source.pop()
        self.changed.emit()
        self.moved.emit(self._current)

    def _change(
        self,
        act: Callable[[DraftReview, int], DraftReview],
        then: Callable[[DraftReview, int], int] = lambda _review, index: index,
        *,
        any_entry: bool = False,
    ) -> bool:
        if self._current < 0 and not any_entry:
            return False
        try:
            review = act(self._review, self._current)
        except UserError as error:
            self.refused.emit(error)
            return False
        current = then(review, self._current)
        if review != self._review:
            self._past.append((self._review, self._current))
            self._future.clear()
            self._review, self._current = review, current
            self.changed.emit()
            self.moved.emit(current)
        else:
            self.go(current)  # accepting what is accepted already still goes on
        return True

    @staticmethod
    def _onward(review: DraftReview, index: int) -> int:
        place = review.next_undecided(index)
        return index if place is None else place
