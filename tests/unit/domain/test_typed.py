"""Codes, days, names and choices, however they are typed."""

from datetime import date

import pytest

from tracker.domain.kinds import RectificationType
from tracker.domain.status import Move, Status
from tracker.domain.typed import choice_from, code_from, day_from, deadline_from, names_from, percent_from
from tracker.errors import UserError


@pytest.mark.parametrize(
    "text",
    [
        "2024-问-01",
        " 2024-问-1 ",
        "2024问1",
        "２０２４－问－０１",
        "2024-wen-01",
        "2024-WEN-1",
        "2024 问 001",
        "2024—问—01",
    ],
)
def test_a_code_is_understood(text: str) -> None:
    assert code_from(text) == "2024-问-01"


def test_both_marks_and_long_numbers() -> None:
    assert code_from("2025-ji-3") == "2025-计-03"
    assert code_from("2025-计-112") == "2025-计-112"


@pytest.mark.parametrize("text", ["", "问-01", "2024-01", "abc", "2024-问-", "12024-问-01"])
def test_what_is_no_code_comes_back(text: str) -> None:
    assert code_from(text) == text


@pytest.mark.parametrize(
    "text", ["2025-06-30", "2025.6.30", "2025/6/30", "2025年6月30日", "2025年6月30日前", "20250630",
             "２０２５－６－３０", "2025年6月底", "2025-06", "2025年6月底前", " 2025 年 6 月 30 日 "],
)  # fmt: skip
def test_a_day_is_understood(text: str) -> None:
    assert day_from(text) == date(2025, 6, 30)


def test_a_year_means_its_last_day() -> None:
    assert day_from("2025年底前") == date(2025, 12, 31)


@pytest.mark.parametrize("text", ["", "明天", "2025-13-01", "2025-02-30", "6月30日", "0000-01-01"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="看不懂日期"):
        day_from(text)


def test_standing_duties_have_no_day() -> None:
    assert deadline_from("长期坚持") is None
    assert deadline_from("2025-06-30") == date(2025, 6, 30)


def test_names_are_parted_in_every_way() -> None:
    assert names_from("法规科,办公室，执法大队、 法规科；督察科;") == ("法规科", "办公室", "执法大队", "督察科")
    assert names_from(" 、") == ()


def test_percent() -> None:
    assert (percent_from("60"), percent_from("６０％"), percent_from("150")) == (60, 60, 150)
    with pytest.raises(UserError, match="完成率"):
        percent_from("一半")


def test_choices_by_word_or_value() -> None:
    assert choice_from(Status, "整改中") is Status.UNDER_WAY
    assert choice_from(Status, "under-way") is Status.UNDER_WAY
    assert choice_from(Move, "终止") is Move.DROP
    with pytest.raises(UserError, match="立行立改（at_once）"):
        choice_from(RectificationType, "随便")
