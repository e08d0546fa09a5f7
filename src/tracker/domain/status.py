"""Statuses (状态) and their lawful moves, as data."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.errors import UserError
from tracker.words import N_, _


class Status(StrEnum):
    """Where an item stands; 逾期 is no status but a light beside it."""

    __hash__ = str.__hash__  # an Enum's own runs in Python on 3.11, and a start counts thousands

    UNCONFIRMED = "unconfirmed"
    UNASSIGNED = "unassigned"
    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    SUBMITTED = "submitted"
    CLOSED = "closed"
    CONTINUING = "continuing"
    DROPPED = "dropped"
    CARRIED_OVER = "carried_over"

    @property
    def word(self) -> str:
        return _WORDS[self]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self not in (Status.CLOSED, Status.DROPPED, Status.CARRIED_OVER)

    @property
    def printed(self) -> str:
        """The word on official sheets, where inspectors expect their own four classes."""
        return _PRINTED.get(self, self.word)


_WORDS = {
    Status.UNCONFIRMED: N_("待确认"),
    Status.UNASSIGNED: N_("待分解"),
    Status.NOT_STARTED: N_("未启动"),
    Status.UNDER_WAY: N_("整改中"),
    Status.SUBMITTED: N_("申请销号"),
    Status.CLOSED: N_("已销号"),
    Status.CONTINUING: N_("持续整改"),
    Status.DROPPED: N_("调整/终止"),
    Status.CARRIED_OVER: N_("转下年度"),
}
_PRINTED = {
    Status.UNCONFIRMED: "尚未整改",
    Status.UNASSIGNED: "尚未整改",
    Status.NOT_STARTED: "尚未整改",
    Status.UNDER_WAY: "正在整改",
    Status.SUBMITTED: "正在整改（待销号）",
    Status.CLOSED: "已完成（销号）",
    Status.DROPPED: "已调整",
}


class Move(StrEnum):
    """What a person may ask of an item's status."""

    CONFIRM = "confirm"
    ASSIGN = "assign"
    START = "start"
    SUBMIT = "submit"
    CLOSE = "close"
    RETURN = "return"
    WITHDRAW = "withdraw"
    KEEP_ON = "keep_on"
    DROP = "drop"
    CARRY_OVER = "carry_over"
    REOPEN = "reopen"

    @property
    def word(self) -> str:
        return _RULES[self].word


@dataclass(frozen=True, slots=True)
class MoveRule:
    """A lawful move: its word, whence, whither, and whether a reason must be written down."""

    word: str
    sources: frozenset[Status]
    target: Status
    needs_reason: bool = False


_BEFORE_START = frozenset({Status.UNCONFIRMED, Status.UNASSIGNED, Status.NOT_STARTED})
_WORKING = frozenset({*_BEFORE_START, Status.UNDER_WAY, Status.CONTINUING})
_RULES: dict[Move, MoveRule] = {
    Move.CONFIRM: MoveRule(N_("确认事项"), frozenset({Status.UNCONFIRMED}), Status.UNASSIGNED),
    Move.ASSIGN: MoveRule(N_("明确责任"), frozenset({Status.UNCONFIRMED, Status.UNASSIGNED}), Status.NOT_STARTED),
    Move.START: MoveRule(N_("启动整改"), _BEFORE_START, Status.UNDER_WAY),
    Move.SUBMIT: MoveRule(N_("申请销号"), _WORKING, Status.SUBMITTED),
    Move.CLOSE: MoveRule(N_("审核销号"), frozenset({Status.SUBMITTED}), Status.CLOSED),
    Move.RETURN: MoveRule(N_("退回"), frozenset({Status.SUBMITTED}), Status.UNDER_WAY, needs_reason=True),
    Move.WITHDRAW: MoveRule(N_("撤回销号"), frozenset({Status.CLOSED}), Status.UNDER_WAY, needs_reason=True),
    Move.KEEP_ON: MoveRule(N_("转为持续整改"), frozenset({*_BEFORE_START, Status.UNDER_WAY}), Status.CONTINUING),
    Move.DROP: MoveRule(N_("调整/终止"), frozenset({*_WORKING, Status.SUBMITTED}), Status.DROPPED, needs_reason=True),
    Move.CARRY_OVER: MoveRule(
        N_("转下年度"), frozenset({*_WORKING, Status.SUBMITTED}), Status.CARRIED_OVER, needs_reason=True
    ),
    Move.REOPEN: MoveRule(
        N_("恢复办理"), frozenset({Status.DROPPED, Status.CARRIED_OVER}), Status.UNDER_WAY, needs_reason=True
    ),
}


def rule(move: Move) -> MoveRule:
    return _RULES[move]


def lawful_moves(status: Status) -> tuple[Move, ...]:
    """The moves that an item in ``status`` allows, in the order menus show them."""
    return tuple(move for move, row in _RULES.items() if status in row.sources)


def moved(status: Status, move: Move, *, code: str, reason: str = "") -> Status:
    """The status after ``move``. Raises UserError naming ``code`` where the move is not lawful or gives no reason."""
    row = _RULES[move]
    if status not in row.sources:
        allowed = _("、").join(_(m.word) for m in lawful_moves(status)) or _("无")
        raise UserError(
            _("{code} 现在是“{status}”，不能{move}。").format(code=code, status=_(status.word), move=_(row.word)),
            _("现在可以办理的：{moves}。").format(moves=allowed),
            field="status",
        )
    if row.needs_reason and not reason.strip():
        raise UserError(
            _("{move} {code} 要写明理由。").format(move=_(row.word), code=code), _("请填写理由后再办。"), field="reason"
        )
    return row.target
