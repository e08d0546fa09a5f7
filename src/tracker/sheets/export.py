"""The door to sheets: items in, a finished file out."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tracker.domain.cards import ItemDetail
from tracker.domain.kinds import ItemKind
from tracker.progress import Progress, silent
from tracker.sheets.forms.detail_list import detail_sheet
from tracker.sheets.forms.progress import progress_sheet
from tracker.sheets.saving import check_target, free_name, save_bytes

__all__ = ["export_progress", "free_name"]


def export_progress(
    details: Sequence[ItemDetail],
    target: Path,
    *,
    office: str,
    as_of: date,
    kind: ItemKind | None = None,
    progress: Progress = silent,
) -> Path:
    """Write the workbook of ``details`` (of ``kind`` alone where one is given): the sheet to sign, and the 明细.

    Returns ``target``. Raises UserError where it cannot be written, Cancelled where ``progress`` says so; either
    way nothing is left behind and an older file stays as it was.
    """
    check_target(target)
    # openpyxl takes 80 ms to import: only an export pays for it, not the program's start
    from tracker.sheets.excel import workbook_bytes  # noqa: PLC0415

    shown = [detail for detail in details if kind is None or detail.item.kind is kind]
    whole = 4 * max(1, len(shown))  # measuring, listing and twice as long writing

    def stage(first: int, words: str) -> Progress:
        def told(done: int, total: int, text: str = "") -> None:
            progress(min(whole, first * len(shown) + done), whole, text or words)

        return told

    progress(0, whole, "")
    layouts = (
        progress_sheet(shown, office=office, as_of=as_of, kind=kind, progress=stage(0, "")),
        detail_sheet(shown, as_of=as_of, progress=stage(1, "")),
    )
    data = workbook_bytes(layouts, author=office, progress=stage(2, ""))
    save_bytes(data, target)
    progress(whole, whole, "")
    return target
