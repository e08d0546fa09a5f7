"""Places of the navigation and their counts, without a window."""

from datetime import date

from tests.unit.domain.test_filters import TODAY, card

from tracker.domain.conditions import AnyOf, Between
from tracker.domain.filters import ItemFilter, Scope
from tracker.domain.status import Status
from tracker.gui.items.places import ALL, DASHBOARD, PlaceCounts, place_groups
from tracker.views.saved import View

CARDS = [
    card(1, deadline_current=date(2025, 5, 1), person="张三"),
    card(2, status=Status.SUBMITTED, lead="", year=2025),
    card(3, added_on=date(2025, 1, 1), report_id=2),
    card(4, status=Status.CLOSED),
]
OWN = View(7, "法规科的", ItemFilter().having(AnyOf("lead", frozenset({"法规科"}))))
SEARCHING = View(8, "案卷", ItemFilter(search="案卷"))


def counted(counts: PlaceCounts) -> dict[str, int]:
    keys = ("all", "overdue", "submitted", "without_evidence", "without_owner", "stale", "view-7")
    return {key: counts.of(key) for key in keys}


def test_the_dashboard_stands_first_and_own_views_behind_the_others() -> None:
    groups = place_groups([OWN, SEARCHING])
    assert [place.key for place in groups[0].places][:2] == [DASHBOARD, ALL]
    assert [place.title for place in groups[1].places][-3:] == ["超 30 天无进展", "法规科的", "案卷"]
    keys = [place.key for group in groups for place in group.places]
    assert len(set(keys)) == len(keys)
    assert groups[0].places[0].wanted is None


def test_each_place_counts_its_items() -> None:
    counts = PlaceCounts(place_groups([OWN, SEARCHING]))
    counts.load(CARDS, TODAY)
    assert counted(counts) == {
        "all": 4, "overdue": 1, "submitted": 1, "without_evidence": 3, "without_owner": 2, "stale": 1, "view-7": 3,
    }  # fmt: skip
    assert counts.has("view-7")
    assert not counts.has("view-8")  # it would need texts
    assert not counts.has(DASHBOARD)


def test_a_change_is_counted_without_looking_at_the_others() -> None:
    counts = PlaceCounts(place_groups([OWN]))
    counts.load(CARDS, TODAY)
    counts.update([card(1, status=Status.CLOSED), card(5, lead="养护中心")], [3], TODAY)
    assert counted(counts) == {
        "all": 4, "overdue": 0, "submitted": 1, "without_evidence": 2, "without_owner": 2, "stale": 0, "view-7": 2,
    }  # fmt: skip


def test_counts_keep_to_the_scope() -> None:
    counts = PlaceCounts(place_groups([OWN]))
    counts.load(CARDS, TODAY, Scope(years=frozenset({2025})))
    assert (counts.of("all"), counts.of("submitted"), counts.of("overdue")) == (1, 1, 0)
    counts.update([card(9, year=2025), card(8, year=2024)], [], TODAY)
    assert counts.of("all") == 2
    counts.load(CARDS, TODAY, Scope(reports=frozenset({2})))
    assert counts.of("all") == 1


def test_a_view_that_was_changed_is_counted_anew() -> None:
    counts = PlaceCounts(place_groups([OWN]))
    counts.load(CARDS, TODAY)
    other = View(7, "进度", ItemFilter().having(Between("percent", 1, None)))
    counts.know(place_groups([other]), CARDS, TODAY)
    assert counts.of("view-7") == 0
    counts.update([card(1, percent=5), card(2, percent=10)], [], TODAY)
    assert (counts.of("view-7"), counts.of("all")) == (2, 4)
    counts.know(place_groups(), CARDS, TODAY)
    assert not counts.has("view-7")
    counts.know(place_groups([other]), [card(1, percent=5)], TODAY)
    assert counts.of("view-7") == 1
