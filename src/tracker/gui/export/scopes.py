"""Which items an export may take, offered in this order."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.cards import ItemCard
from tracker.domain.kinds import ItemKind
from tracker.words import _


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice of items to export."""

    title: str
    item_ids: tuple[int, ...]
    kind: ItemKind | None = None


def scopes(
    title: str, shown: Sequence[ItemCard], selected: Sequence[ItemCard], cards: Sequence[ItemCard]
) -> tuple[Scope, ...]:
    """The list that is shown under ``title``, what is selected in it where that is several, all, and each kind."""
    chosen = (Scope(_("所选事项"), _ids(selected)),) if len(selected) > 1 else ()
    return (
        Scope(_("当前列表：{place}").format(place=title), _ids(shown)),
        *chosen,
        Scope(_("全部事项"), _ids(cards)),
        Scope(_("全部问题"), _ids(cards, ItemKind.PROBLEM), ItemKind.PROBLEM),
        Scope(_("全部计划任务"), _ids(cards, ItemKind.COMMITMENT), ItemKind.COMMITMENT),
    )


def _ids(cards: Sequence[ItemCard], kind: ItemKind | None = None) -> tuple[int, ...]:
    return tuple(card.id for card in cards if kind is None or card.kind is kind)
