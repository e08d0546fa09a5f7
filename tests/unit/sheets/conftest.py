"""Fictional items in every state, for sheets."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tracker.domain.cards import ItemDetail, Owner
from tracker.domain.evidence import Evidence
from tracker.domain.items import Item, format_code
from tracker.domain.kinds import DeadlineKind, ItemKind, RectificationType, Role
from tracker.domain.measures import Measure
from tracker.domain.notes import ProgressNote
from tracker.domain.status import Status

AS_OF = date(2025, 6, 30)
OFFICE = "云岭市水务局"
TEXT = (
    "部分执法单位对行政执法“三项制度”落实不够到位，2024年抽查的60件案卷中有11件记录缺项；"
    "按照《云岭市行政规范性文件管理办法》（云政办〔2023〕15号）的要求，应于2025年3月31日前完成整改。"
)
MEASURE = "修订执法全过程记录清单，明确记录环节、载体和保存期限，并在2025年9月底前组织2次案卷评查"

Make = Callable[..., ItemDetail]


@pytest.fixture
def make() -> Make:
    """Makes one item; ``status`` and the like are fields of the item, the rest parts of the detail."""

    def made(number: int = 1, *, kind: ItemKind = ItemKind.PROBLEM, measures: int = 3, **changes: Any) -> ItemDetail:
        parts: dict[str, Any] = {
            name: changes.pop(name) for name in ("owners", "notes", "evidence", "extensions") if name in changes
        }
        steps = changes.pop("steps", None)
        item = Item(
            id=number,
            code=format_code(kind, 2024, number),
            kind=kind,
            year=2024,
            title="执法全过程记录不规范",
            original_text=TEXT,
            rectification=RectificationType.AT_ONCE,
            status=Status.UNDER_WAY,
            percent=40,
            deadline_kind=DeadlineKind.DATE,
            deadline_original=date(2025, 12, 31),
            deadline_current=date(2025, 12, 31),
        ).having(**changes)
        known: dict[str, Any] = {
            "item": item,
            "owners": (
                Owner(Role.LEAD, "政策法规科", 1, None),
                Owner(Role.SUPPORT, "水政监察支队", 2, None),
                Owner(Role.PERSON, "张建国", None, 1),
                Owner(Role.LEADER, "周明", None, 2),
            ),
            "measures": steps
            or tuple(Measure(id=n, item_id=number, position=n, text=MEASURE, done=n == 0) for n in range(measures)),
            "notes": (
                ProgressNote(id=1, item_id=number, text="印发通知", percent=20, noted_on=date(2025, 3, 5)),
                ProgressNote(id=2, item_id=number, text="完成第一批32卷评查", percent=40, noted_on=date(2025, 6, 20)),
            ),
            "evidence": (
                Evidence(
                    id=1,
                    item_id=number,
                    sha256="a" * 64,
                    name="通报.pdf",
                    size=9,
                    added_at=datetime(2025, 6, 1, tzinfo=UTC),
                ),
            ),
            "report_title": f"{OFFICE}2024年度法治政府建设年度报告",
        }
        known.update(parts)
        return ItemDetail(**known)

    return made
