import pytest

from tracker.sheets.fitting import MAX_ROW_HEIGHT, lines_height, mm_for, most_lines, page_breaks, page_room, room
from tracker.sheets.layout import A3_LEDGER, A4_LEDGER


@pytest.mark.parametrize("characters", [1.5, 2, 5, 10, 28])
def test_a_column_made_for_so_many_characters_holds_them_and_no_more(characters: float) -> None:
    held = room(mm_for(characters, 9), 9)
    assert characters <= held < characters + 0.5


def test_heights_follow_the_lines_up_to_the_limit_of_excel() -> None:
    assert lines_height(1, 9) < lines_height(2, 9) < lines_height(30, 9) <= MAX_ROW_HEIGHT == lines_height(60, 9)
    assert lines_height(10, 9) >= 10 * 9 * 1.45 * 1.02
    most = most_lines(300, 9)
    assert lines_height(most, 9) <= 300 < lines_height(most + 1, 9)


def test_pages_are_filled_without_splitting_rows() -> None:
    assert page_breaks([40, 40, 40, 40], page=100, above=10, header=10, below=5) == (2,)
    assert page_breaks([], page=100, above=10, header=10, below=5) == ()


def test_the_signature_takes_the_last_row_with_it() -> None:
    heights = [40, 40]
    assert page_breaks(heights, page=100, above=0, header=10, below=5) == ()
    assert page_breaks(heights, page=100, above=0, header=10, below=30) == (1,)


def test_papers() -> None:
    assert A4_LEDGER.usable_width == 267
    assert A4_LEDGER.landscape
    assert page_room(A4_LEDGER) < A4_LEDGER.usable_height / 25.4 * 72
    assert A3_LEDGER.usable_width == 390
