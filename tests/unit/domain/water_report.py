"""The draft of a fictional report, for the tests of reviewing it."""

from datetime import date

from tracker.domain.drafts import (
    Candidate,
    DraftDeadline,
    DraftMeasure,
    DraftOwners,
    DraftSection,
    ImportDraft,
    Span,
)
from tracker.domain.kinds import DeadlineKind, ItemKind
from tracker.domain.reports import ExcerptRole
from tracker.domain.review import DraftReview

PROBLEM, TASK = ItemKind.PROBLEM, ItemKind.COMMITMENT
TEXT = (
    "云溪县水务局2023年度报告\n"
    "三、存在的不足\n"
    "一是河道巡查不够经常。部分乡镇一月一查，\n"
    "  发现  问题偏晚。主要原因是人手\n"
    "- 3 -\n"
    "不足。二是水费公示不够及时。\n"
    "四、2024年打算\n"
    "（一）补齐巡查队伍。6月底前完成招录。同时购置两艘巡查船。（责任单位：河湖科、人事科）\n"
    "（二）按月公示水费。\n"
)


def place(words: str, role: ExcerptRole = ExcerptRole.STATEMENT) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), role)


def between(first: str, last: str, role: ExcerptRole = ExcerptRole.STATEMENT) -> Span:
    return Span(TEXT.index(first), TEXT.index(last) + len(last), role)


PATROL = Candidate(
    PROBLEM,
    "河道巡查不够经常",
    "一是河道巡查不够经常。部分乡镇一月一查，发现问题偏晚。主要原因是人手不足。",
    (between("一是河道", "原因是人手"), place("不足。"), place("人手", ExcerptRole.CAUSE)),
    section="三、存在的不足",
    cause="人手不足",
)
FEES = Candidate(PROBLEM, "水费公示不够及时", "二是水费公示不够及时。", (place("二是水费公示不够及时。"),))
STAFF = Candidate(
    TASK,
    "补齐巡查队伍",
    "（一）补齐巡查队伍。6月底前完成招录。同时购置两艘巡查船。（责任单位：河湖科、人事科）",
    (between("（一）补齐", "人事科）"),),
    measures=(DraftMeasure("完成招录"), DraftMeasure("购置两艘巡查船")),
    deadline=DraftDeadline(DeadlineKind.DATE, date(2024, 6, 30), "6月底前"),
    owners=DraftOwners(lead=("河湖科",), support=("人事科",)),
    confidence=0.9,
)
PRESUMED = DraftDeadline(DeadlineKind.DATE, date(2024, 12, 31), presumed=True)
NOTICE = Candidate(TASK, "按月公示水费", "（二）按月公示水费。", (place("（二）按月公示水费。"),), deadline=PRESUMED)
SECTIONS = (
    DraftSection(1, "三、存在的不足", TEXT.index("三、"), TEXT.index("四、")),
    DraftSection(1, "四、2024年打算", TEXT.index("四、"), len(TEXT)),
    DraftSection(2, "（一）补齐巡查队伍", TEXT.index("（一）"), TEXT.index("（二）")),
    DraftSection(2, "（二）按月公示水费", TEXT.index("（二）"), len(TEXT)),
)
DRAFT = ImportDraft(
    "报告.txt", "0" * 64, TEXT, "2023年度报告", "云溪县水务局", 2023, (PATROL, FEES, STAFF, NOTICE), SECTIONS
)


def candidates(review: DraftReview) -> list[Candidate]:
    return [entry.candidate for entry in review.entries]
