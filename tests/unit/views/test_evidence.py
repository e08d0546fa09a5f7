"""Rows of all evidence: what they say, which are shown."""

from datetime import UTC, datetime
from typing import Any

from tracker.domain.evidence import EvidenceState
from tracker.domain.evidence_cards import EvidenceCard
from tracker.domain.file_kinds import FileKind
from tracker.views.evidence import EvidenceFilter, chosen, haystack, proves, repeats, size_words


def card(key: int, name: str, **values: Any) -> EvidenceCard:
    known = {
        "sha256": f"{key:064x}", "size": 2048, "item_id": key, "code": f"2024-问-0{key}", "title": "河道巡查记录不完整",
        "state": EvidenceState.UNVERIFIED, "added_at": datetime(2025, 5, key, tzinfo=UTC), "added_by": "王小河",
        "remark": "",
    }  # fmt: skip
    return EvidenceCard(id=key, name=name, **{**known, **values})


CARDS = [
    card(1, "轮训签到表.pdf"),
    card(2, "巡查照片.jpg", state=EvidenceState.VERIFIED, title="执法大队培训不足"),
    card(3, "轮训签到表（副本）.pdf", sha256=f"{1:064x}"),
    card(4, "方案.docx", added_by="赵强", remark="第三稿"),
]


def shown(**wanted: Any) -> list[int]:
    found = chosen(CARDS, EvidenceFilter(**wanted), {one.id: haystack(one) for one in CARDS}, repeats(CARDS))
    return [one.id for one in found]


def test_words_state_and_type_narrow_the_rows() -> None:
    assert shown() == [1, 2, 3, 4]
    assert shown(words="签到表") == [1, 3]
    assert shown(words="签到表 副本") == [3]
    assert shown(words="第三稿") == [4]
    assert shown(state=EvidenceState.VERIFIED) == [2]
    assert shown(kind=FileKind.PDF) == [1, 3]
    assert shown(kind=FileKind.PDF, words="2024-问-03") == [3]


def test_initials_find_names_titles_and_people() -> None:
    assert shown(words="qdb") == [1, 3]
    assert shown(words="zfdd") == [2]
    assert shown(words="ZQ") == [4]


def test_the_same_file_of_several_items_stands_together() -> None:
    assert repeats(CARDS) == {f"{1:064x}": 2}
    assert shown(repeated=True) == [1, 3]
    twice_of_one = [card(1, "甲.pdf"), card(1, "乙.pdf")]
    assert repeats(twice_of_one) == {}, "one item may well have a file twice"


def test_what_a_file_proves_and_how_large_it_is() -> None:
    assert proves(CARDS[0]) == "整个事项"
    assert proves(card(5, "甲.pdf", measure=2, measure_text="组织轮训")) == "措施2：组织轮训"
    assert proves(card(6, "乙.pdf", noted_on="2025-05-06")) == "2025-05-06 的进展"
    assert [size_words(size) for size in (0, 1023, 2048, 5 << 20)] == ["0 字节", "1023 字节", "2 KB", "5.0 MB"]
