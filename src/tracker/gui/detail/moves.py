"""The moves that a panel offers for a status, as data: which stand as buttons, what each asks for, what it becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from tracker.domain.items import Item
from tracker.domain.status import Move, lawful_moves
from tracker.operations.items import MoveItem
from tracker.operations.operation import Operation
from tracker.operations.reviews import CloseItem, ReturnItem, SubmitItem, WithdrawClosing
from tracker.words import _


class Words(Enum):
    """Whether a move wants words written down."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class MoveForm:
    """What is asked before a move. ``build`` takes the item, the words and the reviewer."""

    move: Move
    words: Words
    build: Callable[[Item, str, str], Operation[Item]]
    reviewer: bool = False
    says: str = ""  # what the move does, where that is not plain from its name

    @property
    def asks(self) -> bool:
        """Whether a dialog is needed at all."""
        return self.reviewer or self.words is not Words.NONE


def form_of(move: Move) -> MoveForm:
    """What ``move`` asks for."""

    def plain(item: Item, words: str, reviewer: str) -> Operation[Item]:
        return MoveItem(item.id, move, words)

    match move:
        case Move.SUBMIT:
            says = _("提交后由责任人以外的人审核；审核前仍可退回。")
            return MoveForm(move, Words.OPTIONAL, lambda item, words, _who: SubmitItem(item.id, words), says=says)
        case Move.CLOSE:
            says = _("销号是正式决定，不能用“撤销”抹掉，只能写明理由撤回。")
            return MoveForm(
                move, Words.OPTIONAL, lambda item, words, who: CloseItem(item.id, who, words), reviewer=True, says=says
            )
        case Move.RETURN:
            says = _("退回后继续整改，退回次数记入台账。")
            return MoveForm(move, Words.REQUIRED, lambda item, words, _who: ReturnItem(item.id, words), says=says)
        case Move.WITHDRAW:
            says = _("撤回后恢复为整改中，原来的销号记录保留。")
            return MoveForm(move, Words.REQUIRED, lambda item, words, _who: WithdrawClosing(item.id, words), says=says)
        case Move.DROP | Move.CARRY_OVER | Move.REOPEN:
            return MoveForm(move, Words.REQUIRED, plain)
    return MoveForm(move, Words.NONE, plain)


_FIRST = (Move.CONFIRM, Move.CLOSE, Move.SUBMIT, Move.REOPEN)  # the next step of the work, the first that is lawful


def primary_move(item: Item) -> Move | None:
    """The move that stands as the coloured button."""
    lawful = lawful_moves(item.status)
    return next((move for move in _FIRST if move in lawful), None)


def other_moves(item: Item) -> tuple[Move, ...]:
    """The moves of the menu; 明确责任 follows from filling in the unit and needs no entry."""
    first = primary_move(item)
    return tuple(move for move in lawful_moves(item.status) if move not in (first, Move.ASSIGN))
