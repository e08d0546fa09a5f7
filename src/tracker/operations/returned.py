"""What a returned sheet changes, as one step: each item's changes stand or are refused by themselves."""

from collections.abc import Sequence

from tracker.domain.cards import ItemCard
from tracker.domain.kinds import Role
from tracker.domain.returned import Entry, RowDifference
from tracker.operations.bulk import Changes, ForEach

_WORDS = {Entry.PERCENT: "完成率", Entry.NOTE: "进展", Entry.REMARK: "备注"}


def writing(file_name: str, chosen: Sequence[tuple[RowDifference, ItemCard]]) -> ForEach:
    """The operation that writes the lines of ``file_name`` that a person has chosen, each with its item's card."""
    entries = {change.entry for difference, _card in chosen for change in difference.changes}
    words = "、".join(_WORDS.get(entry) or Role(entry.value).word for entry in Entry if entry in entries)
    parts = [changes_of(difference).part_of(card) for difference, card in chosen]
    return ForEach(parts, f"{words}（收回的《{file_name}》）")


def changes_of(difference: RowDifference) -> Changes:
    """What one line changes of its item."""
    owners: dict[Role, tuple[str, ...]] = {}
    percent: int | None = None
    words = {Entry.NOTE: "", Entry.REMARK: ""}
    for change in difference.changes:
        role, value = change.entry.role, change.value
        if role is not None and isinstance(value, tuple):
            owners[role] = value
        elif isinstance(value, int):
            percent = value
        elif isinstance(value, str):
            words[change.entry] = value
    return Changes(owners=owners, percent=percent, note=words[Entry.NOTE], remark=words[Entry.REMARK])
