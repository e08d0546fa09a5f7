"""How a table looks, as a value that settings and saved views keep: its columns, its order and its groups."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.gui.items.table_columns import DRAWN, KEYS, default_width
from tracker.views.grouping import KEYS as GROUPINGS

_NARROWEST, _WIDEST = 40, 2_000  # pixels; what is beyond was written by something else


def _default() -> tuple[tuple[str, int], ...]:
    return tuple((key, default_width(key)) for key in DRAWN)


@dataclass(frozen=True, slots=True)
class TableLook:
    """``columns`` from left to right with their widths in pixels; ``sorted_by`` None is the ledger's own order."""

    columns: tuple[tuple[str, int], ...] = field(default_factory=_default)
    sorted_by: str | None = None
    descending: bool = False
    grouped_by: str | None = None

    def as_json(self) -> dict[str, object]:
        """It as JSON values."""
        return {
            "columns": [list(column) for column in self.columns],
            "sorted_by": self.sorted_by,
            "descending": self.descending,
            "grouped_by": self.grouped_by,
        }

    @classmethod
    def from_json(cls, body: object) -> "TableLook":
        """The look that ``as_json`` wrote; columns and groups that this program does not know are left out."""
        if not isinstance(body, Mapping):
            return cls()
        listed = body.get("columns")
        columns: dict[str, int] = {}
        for each in listed if isinstance(listed, list | tuple) else ():
            if isinstance(each, list | tuple) and len(each) == 2 and each[0] in KEYS:
                columns.setdefault(each[0], _width(each[0], each[1]))
        return cls(
            tuple(columns.items()) or _default(),
            next((key for key in KEYS if key == body.get("sorted_by")), None),
            body.get("descending") is True,
            next((key for key in GROUPINGS if key == body.get("grouped_by")), None),
        )


def _width(key: str, kept: object) -> int:
    good = isinstance(kept, int) and not isinstance(kept, bool) and _NARROWEST <= kept <= _WIDEST
    return kept if good and isinstance(kept, int) else default_width(key)
