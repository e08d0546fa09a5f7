"""Verbs of evidence: evidence add, evidence list, evidence verify, evidence get."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import as_json
from tracker.cli.printing import Bar, say, say_json, table
from tracker.cli.session import CodeArgument, JsonOption, LedgerOption, item, opened, perform
from tracker.cli.showing import size_words
from tracker.domain.evidence import WHOLE, Evidence, EvidenceState, Subject
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.evidence import AddEvidence, VerifyEvidence
from tracker.operations.items import check_open
from tracker.words import _

NumberArgument = Annotated[int, typer.Argument(metavar="N", help=_("第几份材料，见 evidence list"))]


def add(
    code: CodeArgument,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=_("一份或几份文件"))],
    *,
    measure: Annotated[int | None, typer.Option("--measure", metavar="N", help=_("证明第几条措施"))] = None,
    note: Annotated[int | None, typer.Option("--note", metavar="N", help=_("证明第几条进展，由旧到新数"))] = None,
    ledger: LedgerOption = None,
) -> None:
    """Copy files in as evidence: all or none."""
    with opened(ledger) as book:
        meant = item(book, code)
        check_open(meant)
        subject = _subject(book, meant.id, measure, note)
        for missing in (file for file in files if not file.is_file()):
            book.keep_evidence(missing)  # refuses it in its own words before another file is copied
        with Bar() as progress:
            kept = [book.keep_evidence(file, progress) for file in files]
        perform(book, AddEvidence(meant.id, kept, subject))


def list_evidence(
    code: Annotated[str, typer.Argument(metavar="[CODE]", help=_("事项编号；不写就是整个台账"))] = "",
    *,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """List the evidence of one item, or of all."""
    with opened(ledger) as book:
        ids = [item(book, code).id] if code else [card.id for card in book.cards() if card.evidence]
        rows = [
            row for detail in book.ask.details(ids) for row in as_json.evidence_objects(detail, book.evidence.place)
        ]
    if json:
        say_json(rows)
        return
    cells = [
        [
            row["code"], str(row["number"]), row["name"], size_words(row["size"]), _(EvidenceState(row["state"]).word),
            row["added_at"][:10], row["remark"],
        ]
        for row in rows
    ]  # fmt: skip
    titles = [_("编号"), "", _("文件名"), _("大小"), _("核验"), _("收入日期"), _("备注")]
    for line in table(titles, cells, flexible=2):
        say(line)


def verify(
    code: CodeArgument,
    number: NumberArgument,
    *,
    sent_back: Annotated[bool, typer.Option("--return", help=_("退回这份材料，不予认可"))] = False,
    remark: Annotated[str, typer.Option("--remark", metavar="TEXT", help=_("备注"))] = "",
    ledger: LedgerOption = None,
) -> None:
    """Say that a file was looked at."""
    state = EvidenceState.RETURNED if sent_back else EvidenceState.VERIFIED
    with opened(ledger) as book:
        perform(book, VerifyEvidence(_proof(book, code, number).id, state, remark))


def get(
    code: CodeArgument,
    number: NumberArgument,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=_("取到哪里：文件名或文件夹"))],
    ledger: LedgerOption = None,
) -> None:
    """Copy a kept file out."""
    with opened(ledger) as book:
        proof = _proof(book, code, number)
        target = out / proof.name if out.is_dir() else out
        if target.exists():
            raise UserError(_("{file} 已经存在，没有覆盖。").format(file=target), _("请换一个名称。"))
        say(str(book.evidence.hand_out(proof.sha256, target)))


def _proof(ledger: Ledger, code: str, number: int) -> Evidence:
    meant = item(ledger, code)
    detail = ledger.ask.detail(meant.id)
    proofs = detail.evidence if detail else ()
    if not 1 <= number <= len(proofs):
        raise UserError(
            _("{code} 没有第 {number} 份佐证材料。").format(code=meant.code, number=number),
            _("它有 {count} 份，请用 evidence list 查看。").format(count=len(proofs)),
        )
    return proofs[number - 1]


def _subject(ledger: Ledger, item_id: int, measure: int | None, note: int | None) -> Subject:
    """What the files prove. Raises UserError where the item has no such measure or note."""
    if measure is None and note is None:
        return WHOLE
    detail = ledger.ask.detail(item_id)
    measures, notes = (detail.measures, detail.notes) if detail else ((), ())
    if measure is not None and not 1 <= measure <= len(measures):
        raise UserError(_("没有第 {number} 条措施。").format(number=measure), _("请用 measure list 查看。"))
    if note is not None and not 1 <= note <= len(notes):
        raise UserError(_("没有第 {number} 条进展。").format(number=note), _("请用 show 查看。"))
    return Subject(None if measure is None else measures[measure - 1].id, None if note is None else notes[note - 1].id)
