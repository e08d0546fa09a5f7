from datetime import date
from typing import Any

import pytest

from tracker.domain import pinyin
from tracker.domain.cards import ItemCard, ItemDetail, Owner
from tracker.domain.items import Item
from tracker.domain.kinds import DeadlineKind, ItemKind, Role
from tracker.domain.status import Status
from tracker.views.columns import BY_KEY, COLUMNS, ColumnKind, card_of, columns, deadline_words, sort_keys

TODAY = date(2025, 6, 30)


def card(code: str = "2024-问-01", **changes: Any) -> ItemCard:
    item = Item(id=1, code=code, kind=ItemKind.PROBLEM, year=2024, title="记录不规范", original_text="文" * 90)
    owners = (Owner(Role.LEAD, "法规科", 1, None), Owner(Role.LEAD, "监察支队", 2, None))
    return card_of(ItemDetail(item=item.having(status=Status.UNDER_WAY), owners=owners))._replace(**changes)


def test_keys_are_unique_and_stable() -> None:
    assert [column.key for column in COLUMNS] == [
        "code",
        "kind",
        "title",
        "status",
        "rectification",
        "lead",
        "support",
        "person",
        "leader",
        "deadline",
        "deadline_original",
        "light",
        "remaining",
        "percent",
        "measures",
        "measures_done",
        "evidence",
        "extensions",
        "returns",
        "last_note",
        "closed_on",
        "year",
        "report",
    ]
    assert [column.key for column in columns(("title", "code"))] == ["title", "code"]
    with pytest.raises(KeyError):
        columns(("nonsense",))


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
def test_every_column_shows_sorts_and_types_a_full_and_an_empty_card(column: Any) -> None:
    full = card(
        deadline_kind=DeadlineKind.DATE,
        deadline_current=TODAY,
        deadline_original=TODAY,
        closed_on=TODAY,
        last_note=TODAY,
    )
    for shown in (card(), full):
        assert isinstance(column.text(shown, TODAY), str)
        value = column.value(shown, TODAY)
        types = {ColumnKind.TEXT: str, ColumnKind.DATE: date}.get(column.kind, int)
        assert value is None or isinstance(value, types)
    sorted([card(), full, card()], key=lambda shown: column.sort_key(shown, TODAY))


def test_a_card_of_a_detail() -> None:
    assert (card().lead, len(card().text), card().measures) == ("法规科、监察支队", 60, 0)


def test_deadlines_in_words() -> None:
    assert deadline_words(card(deadline_current=TODAY)) == "2025-06-30"
    assert deadline_words(card(deadline_current=TODAY, deadline_presumed=True)) == "2025-06-30（推定）"
    assert deadline_words(card(deadline_kind=DeadlineKind.STANDING)) == "长期坚持"
    assert deadline_words(card(deadline_text="适时")) == "适时"


def ordered(key: str, *cards: ItemCard) -> list[ItemCard]:
    return sorted(cards, key=lambda shown: BY_KEY[key].sort_key(shown, TODAY))


def test_codes_sort_by_number_and_what_is_missing_comes_last() -> None:
    many = [card(code) for code in ("2024-问-100", "2024-问-99", "2023-问-07")]
    assert [shown.code for shown in ordered("code", *many)] == ["2023-问-07", "2024-问-99", "2024-问-100"]
    dated, undated = card(deadline_current=TODAY), card()
    for key in ("deadline", "remaining", "light"):
        assert ordered(key, undated, dated) == [dated, undated]
    named, nameless = card(person="张三"), card(person="")
    assert ordered("person", nameless, named) == [named, nameless]


def test_words_sort_by_their_sound_whether_readings_are_loaded_or_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [card(lead=lead) for lead in ("执法大队", "", "安监科", "法规科")]
    names = ["安监科", "法规科", "执法大队", ""]
    assert [each.lead for each in ordered("lead", *cards)] == names
    for ready in (True, False):
        monkeypatch.setattr(pinyin, "ready", lambda ready=ready: ready)
        keys = sort_keys(BY_KEY["lead"], cards, TODAY)
        assert [cards[place].lead for place in sorted(range(4), key=keys.__getitem__)] == names


def test_texts_of_computed_columns() -> None:
    late = card(deadline_current=date(2025, 6, 18), percent=40, measures=5, measures_done=2)
    assert [BY_KEY[key].text(late, TODAY) for key in ("light", "remaining", "percent", "measures")] == [
        "逾期", "逾期 12 天", "40%", "2/5",
    ]  # fmt: skip
    assert BY_KEY["remaining"].value(late, TODAY) == -12
