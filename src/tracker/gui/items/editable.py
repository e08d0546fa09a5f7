"""Which cells of the table can be edited in place; free of what editing itself needs."""

from tracker.domain.cards import ItemCard
from tracker.domain.status import Move, Status, lawful_moves

NAMES = frozenset({"lead", "support", "person", "leader"})
_EDITABLE = frozenset({*NAMES, "deadline", "percent"})


def is_editable(card: ItemCard, key: str) -> bool:
    """Whether the cell of ``card`` in the column ``key`` takes an entry: what was signed is not rewritten."""
    if key == "status":
        return bool(offered_moves(card.status))
    return key in _EDITABLE and card.status is not Status.CLOSED


def offered_moves(status: Status) -> tuple[Move, ...]:
    """The moves to choose from; 明确责任 follows from filling in the unit."""
    return tuple(move for move in lawful_moves(status) if move is not Move.ASSIGN)


def needs_extension(card: ItemCard) -> bool:
    """Whether the deadline was fixed by a person, so that only an extension moves it."""
    return card.deadline_original is not None and not card.deadline_presumed
