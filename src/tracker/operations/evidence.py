"""Evidence: files already kept by the store become proof of an item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from tracker.domain.evidence import WHOLE, Evidence, EvidenceState, StoredFile, Subject
from tracker.domain.items import Item
from tracker.errors import UserError
from tracker.operations.items import check_open
from tracker.operations.operation import Operation
from tracker.words import _

if TYPE_CHECKING:  # SQLAlchemy is loaded by the first operation that runs, not by the first window
    from tracker.store.transaction import Transaction

_FORBIDDEN = frozenset('\\/:*?"<>|')


@dataclass(frozen=True, slots=True)
class AddEvidence(Operation[list[Evidence]]):
    """Link stored files to an item; one that already proves the same of it under the same name is not added again."""

    item_id: int
    files: Sequence[StoredFile]
    subject: Subject = WHOLE

    def run(self, tx: Transaction) -> list[Evidence]:
        item = tx.get(Item, self.item_id)
        check_open(item)
        present = {
            (proof.sha256, proof.name)
            for proof in tx.find(Evidence, item_id=item.id)
            if Subject(proof.measure_id, proof.note_id) == self.subject
        }
        fresh = {(file.sha256, file.name): file for file in self.files if (file.sha256, file.name) not in present}
        tx.tell(f"{item.code} 增加佐证材料 {len(fresh)} 份")
        return tx.add_many(
            [
                Evidence.entered(
                    item_id=item.id, measure_id=self.subject.measure_id, note_id=self.subject.note_id,
                    sha256=file.sha256, name=file.name, size=file.size, added_at=tx.now, added_by=tx.actor,
                )
                for file in fresh.values()
            ]
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class VerifyEvidence(Operation[Evidence]):
    """Say that a file was looked at: verified, or returned with a remark."""

    evidence_id: int
    state: EvidenceState
    remark: str = ""

    def run(self, tx: Transaction) -> Evidence:
        proof = tx.get(Evidence, self.evidence_id)
        item = tx.get(Item, proof.item_id)
        check_open(item)
        tx.tell(f"{item.code} 佐证材料“{proof.name}”{self.state.word}")
        return tx.put(proof.having(state=self.state, remark=self.remark or proof.remark))


@dataclass(frozen=True, slots=True)
class DropEvidence(Operation[None]):
    """Take a file from an item; the store keeps the file itself, so that undo can bring it back."""

    evidence_id: int

    def run(self, tx: Transaction) -> None:
        proof = tx.get(Evidence, self.evidence_id)
        item = tx.get(Item, proof.item_id)
        check_open(item)
        tx.drop(proof)
        tx.tell(f"{item.code} 移除佐证材料“{proof.name}”")


@dataclass(frozen=True, slots=True)
class EditEvidence(Operation[Evidence]):
    """Give a file another name to be shown by, a remark, or another subject; what is None stays.

    A name without its ending gets the old one back: without it no program would open the file.
    """

    evidence_id: int
    name: str | None = None
    remark: str | None = None
    subject: Subject | None = None

    def run(self, tx: Transaction) -> Evidence:
        proof = tx.get(Evidence, self.evidence_id)
        item = tx.get(Item, proof.item_id)
        check_open(item)
        subject = self.subject or Subject(proof.measure_id, proof.note_id)
        edited = proof.having(
            name=proof.name if self.name is None else _file_name(self.name, proof.name),
            remark=proof.remark if self.remark is None else self.remark,
            measure_id=subject.measure_id,
            note_id=subject.note_id,
        )
        tx.tell(f"修改 {item.code} 的佐证材料“{proof.name}”")
        return tx.put(edited)


def _file_name(typed: str, old: str) -> str:
    name = typed.strip()
    if not name:
        raise UserError(_("文件名不能为空。"), _("请填写后再保存。"), field="name")
    if found := [char for char in name if char in _FORBIDDEN or ord(char) < 32]:
        raise UserError(
            _("文件名里不能有 {character}。").format(character=found[0]),
            _("另存到电脑上时，Windows 不允许这样的名字，请改掉。"),
            field="name",
        )
    ending = PurePath(old).suffix
    return name if PurePath(name).suffix.lower() == ending.lower() else f"{name}{ending}"
