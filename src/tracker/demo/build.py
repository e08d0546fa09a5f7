"""Builds the demonstration ledger by doing what its story tells, through the same doors as a person."""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from tracker import paths
from tracker.demo.story import EVENTS, OFFICE, Event
from tracker.domain.evidence import EvidenceState
from tracker.domain.filters import ItemFilter
from tracker.domain.kinds import RectificationType
from tracker.domain.links import LinkKind
from tracker.domain.measures import Measure
from tracker.domain.saved_views import SavedView
from tracker.domain.status import Move
from tracker.domain.typed import names_from
from tracker.errors import UserError
from tracker.intake.read_report import read_report
from tracker.ledger import Ledger
from tracker.operations.deadlines import ExtendDeadline, SetDeadline
from tracker.operations.evidence import AddEvidence, VerifyEvidence
from tracker.operations.items import EditItem, MoveItem
from tracker.operations.links import AddLink
from tracker.operations.measures import AddMeasure, EditMeasure
from tracker.operations.notes import AddNote
from tracker.operations.people import AssignOwners
from tracker.operations.reports import ImportReport
from tracker.operations.reviews import CloseItem, ReturnItem, SubmitItem
from tracker.operations.saved_views import SaveView
from tracker.operations.urgings import UrgeItems
from tracker.progress import Progress, silent
from tracker.views.saved import body_of
from tracker.words import _

# Tells a demonstration from an office's own ledger; only what has it is ever replaced
MARK = "演示台账.txt"  # the same in every language, or one language would not know what the other made
_ABOUT = "这是 tracker demo 做的演示台账，单位、人员和事项全是虚构的，可以放心试用。"  # in every language, as all of it


def ready_demo(folder: Path, *, fresh: bool = False, progress: Progress = silent) -> None:
    """Make sure that ``folder`` holds a demonstration ledger; ``fresh`` makes it anew.

    Raises UserError where something else lies there.
    """
    if (folder / MARK).is_file() and Ledger.is_ledger(folder) and not fresh:
        return
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(
            _("{folder} 里已有别的内容，不是演示台账，没有改动。").format(folder=folder),
            _("请用 --ledger 另选一个空文件夹放演示台账。"),
        )
    beside = folder.with_name(f"{folder.name}.{os.getpid()}.new")
    try:
        build_demo(beside, progress)
        if folder.exists():
            shutil.rmtree(folder)
        beside.replace(folder)
    except OSError as error:
        raise UserError(
            _("不能在 {folder} 做演示台账：{reason}。").format(folder=folder, reason=error.strerror or error),
            _("请关闭正在使用它的窗口，或用 --ledger 另选一个文件夹。"),
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def build_demo(folder: Path, progress: Progress = silent) -> None:
    """Make the ledger in ``folder``, which must be empty, and let the story happen in it."""
    now = datetime.now().astimezone()
    teller = _Teller(folder, now)
    try:
        for done, event in enumerate(EVENTS):
            progress(done, len(EVENTS), event.code)
            teller.tell(event)
    finally:
        teller.ledger.close()
    (folder / MARK).write_text(_ABOUT + "\n", encoding="utf-8")


class _Teller:
    """Lets one event after another happen; the ledger's clock stands where the story is."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self._now = now
        self._at = datetime.min.replace(tzinfo=now.tzinfo)
        self._set_clock(EVENTS[0].day)
        self.ledger = Ledger.create(folder, office=OFFICE, clock=lambda: self._at)
        self._acts: dict[str, Callable[[str, dict[str, Any]], None]] = {
            "import": self._import,
            "assign": self._assign,
            "deadline": self._deadline,
            "extend": self._extend,
            "edit": self._edit,
            "note": self._note,
            "measure": self._measure,
            "tick": self._tick,
            "evidence": self._evidence,
            "verify": self._verify,
            "link": self._link,
            "move": self._move,
            "submit": self._submit,
            "return": self._return,
            "close": self._close,
            "close_all": self._submit_and_close,
            "urge": self._urge,
            "view": self._view,
        }

    def tell(self, event: Event) -> None:
        self._set_clock(event.day)
        self.ledger.actor = event.actor
        self._acts[event.act](event.code, event.values)

    def _set_clock(self, day: str | int) -> None:
        """To the morning of ``day``, or some minutes on; never backwards and never beyond the present."""
        morning = datetime.combine(self._day(day, sign=-1), time(9, 0)).astimezone()
        self._at = min(max(morning, self._at + timedelta(minutes=7)), self._now)

    def _day(self, day: str | int, *, sign: int = 1) -> date:
        return date.fromisoformat(day) if isinstance(day, str) else self._now.date() + timedelta(days=sign * day)

    def _id(self, code: str) -> int:
        return self.ledger.ask.item_by_code(code).id

    def _import(self, file: str, values: dict[str, Any]) -> None:
        report = paths.resources() / "samples" / file
        draft = read_report(report, silent)
        self.ledger.keep_report(report)
        self.ledger.perform(ImportReport(draft))

    def _assign(self, code: str, values: dict[str, Any]) -> None:
        self.ledger.perform(AssignOwners(self._id(code), **{role: names_from(text) for role, text in values.items()}))

    def _deadline(self, code: str, values: dict[str, Any]) -> None:
        day = None if values["deadline"] is None else self._day(values["deadline"])
        self.ledger.perform(SetDeadline(self._id(code), day, values.get("text", "")))

    def _extend(self, code: str, values: dict[str, Any]) -> None:
        to_date = self._day(values["to"])
        self.ledger.perform(ExtendDeadline(self._id(code), to_date, values["reason"], values["approver"]))

    def _edit(self, code: str, values: dict[str, Any]) -> None:
        kind = {"rectification": RectificationType(values["rectification"])} if "rectification" in values else {}
        self.ledger.perform(EditItem(self._id(code), {**values, **kind}))

    def _note(self, code: str, values: dict[str, Any]) -> None:
        self.ledger.perform(AddNote(self._id(code), values["text"], values.get("percent")))

    def _measure(self, code: str, values: dict[str, Any]) -> None:
        day = self._day(values["deadline"]) if "deadline" in values else None
        self.ledger.perform(AddMeasure(Measure(item_id=self._id(code), text=values["text"], deadline=day)))

    def _tick(self, code: str, values: dict[str, Any]) -> None:
        detail = self.ledger.ask.details([self._id(code)])[0]
        self.ledger.perform(EditMeasure(detail.measures[values["number"] - 1].id, {"done": True}))

    def _evidence(self, code: str, values: dict[str, Any]) -> None:
        """Under the names an office would give; the samples themselves have plain ones, which every system takes."""
        with tempfile.TemporaryDirectory() as folder:
            copies = [
                Path(shutil.copyfile(paths.resources() / "samples" / "evidence" / plain, Path(folder) / name))
                for plain, name in values.items()
            ]
            files = [self.ledger.keep_evidence(copy) for copy in copies]
        self.ledger.perform(AddEvidence(self._id(code), files))

    def _verify(self, code: str, values: dict[str, Any]) -> None:
        detail = self.ledger.ask.details([self._id(code)])[0]
        proof = detail.evidence[values["number"] - 1]
        self.ledger.perform(VerifyEvidence(proof.id, EvidenceState(values["state"])))

    def _link(self, code: str, values: dict[str, Any]) -> None:
        self.ledger.perform(AddLink(self._id(code), self._id(values["other"]), LinkKind(values["kind"])))

    def _move(self, code: str, values: dict[str, Any]) -> None:
        self.ledger.perform(MoveItem(self._id(code), Move(values["move"]), values.get("reason", "")))

    def _submit(self, code: str, values: dict[str, Any]) -> None:
        self.ledger.perform(SubmitItem(self._id(code)))

    def _return(self, code: str, values: dict[str, Any]) -> None:
        self.ledger.perform(ReturnItem(self._id(code), values["reason"], values["reviewer"]))

    def _close(self, code: str, values: dict[str, Any]) -> None:
        self.ledger.perform(CloseItem(self._id(code), values["reviewer"], values.get("words", "")))

    def _urge(self, code: str, values: dict[str, Any]) -> None:
        self.ledger.perform(UrgeItems((self._id(code),), words=values["words"]))

    def _view(self, name: str, values: dict[str, Any]) -> None:
        wanted = ItemFilter(units=frozenset({values["unit"]}), open_only=True)
        self.ledger.perform(SaveView(SavedView(name=name, body=body_of(wanted, {}))))

    def _submit_and_close(self, code: str, values: dict[str, Any]) -> None:
        self._submit(code, values)
        self._close(code, values)
