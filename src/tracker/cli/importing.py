"""Verbs that read reports: extract, import."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import filters
from tracker.cli.printing import Bar, remark, say, say_json, table
from tracker.cli.session import JsonOption, LedgerOption, opened, stdin_is_terminal
from tracker.domain.drafts import DraftDeadline, ImportDraft
from tracker.domain.matching import known_code
from tracker.domain.review import DraftReview
from tracker.errors import UserError
from tracker.ledger import Ledger
from tracker.operations.reports import ImportReport
from tracker.words import _

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help=_("报告文件：.txt、.docx 或 .pdf"))]


def extract(file: FileArgument, *, json: JsonOption = False) -> None:
    """Read a report and show what was found; no ledger is touched."""
    draft = _read(file)
    if json:
        from tracker.intake.report_json import draft_to_json  # noqa: PLC0415 - readers only where a report is read

        say_json(draft_to_json(draft))
        return
    _print_draft(draft)


def import_reports(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=_("一份或几份报告"))],
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=_("不再询问，全部接受"))] = False,
    report_year: Annotated[
        str, typer.Option("--report-year", metavar="YEAR", help=_("报告年度，读不出或读错时填写"))
    ] = "",
    organization: Annotated[
        str, typer.Option("--organization", metavar="NAME", help=_("报告单位，读不出或读错时填写"))
    ] = "",
    ledger: LedgerOption = None,
) -> None:
    """Read reports into the ledger, each as a step of its own; one that is refused does not stop the others."""
    year = filters.year_of(report_year, "--report-year") if report_year else None
    refused = 0
    with ExitStack() as stack:
        book: Ledger | None = None
        for file in files:
            try:
                draft = _corrected(_read(file), year, organization)
                _check_importable(draft)
                if not yes:
                    _confirm(draft)
                book = book or stack.enter_context(opened(ledger, make=True, office=draft.organization))
                _keep_and_import(book, file, draft)
            except UserError as error:
                refused += 1
                remark(f"{file.name}：{error}" if len(files) > 1 else str(error))
    if refused:
        raise typer.Exit(1)


def _read(file: Path) -> ImportDraft:
    from tracker.intake.read_report import read_report  # noqa: PLC0415 - readers only where a report is read

    with Bar() as progress:
        return read_report(file, progress)


def _corrected(draft: ImportDraft, year: int | None, organization: str) -> ImportDraft:
    """``draft`` with what the person knows better, and its deadlines moved as the window's review moves them."""
    if year is None and not organization:
        return draft
    review = DraftReview.of(draft).with_header(
        title=draft.title,
        organization=organization or draft.organization,
        report_year=draft.report_year if year is None else year,
        kind=draft.kind,
    )
    return replace(review.source, candidates=tuple(entry.candidate for entry in review.entries))


def _check_importable(draft: ImportDraft) -> None:
    if draft.report_year is None:
        raise UserError(
            _("没有从《{title}》读出报告年度，编不了号。").format(title=draft.title or draft.file_name),
            _("请加上 --report-year，例如 --report-year 2024。"),
            field="report_year",
        )
    if not draft.candidates:
        raise UserError(
            _("没有从《{title}》读出问题或计划任务。").format(title=draft.title or draft.file_name),
            _("请用 tracker extract 查看读出的内容，或用 tracker new 手工录入。"),
        )


def _confirm(draft: ImportDraft) -> None:
    _print_draft(draft)
    if not stdin_is_terminal():
        raise UserError(_("要写入台账，需要有人确认。"), _("确认无误后，请加上 --yes 再运行一次。"))
    if not typer.confirm(_("以上内容写入台账吗？"), default=False, err=True):
        raise UserError(_("没有导入，台账未改动。"))


def _keep_and_import(ledger: Ledger, file: Path, draft: ImportDraft) -> None:
    known = ledger.ask.report_texts(draft.digest)
    seen = any(report.digest == draft.digest for report in ledger.ask.reports())
    if seen and all(known_code(candidate, known) for candidate in draft.candidates):
        say(_("《{title}》已经导入过，没有新的内容，台账未改动。").format(title=draft.title or draft.file_name))
        return
    with Bar() as progress:
        kept = ledger.keep_report(file, progress)
    if kept.sha256 != draft.file_sha256:
        raise UserError(_("{file} 在读取时被改动了，没有导入。").format(file=file), _("请等文件保存完成后重试。"))
    done = ledger.perform(ImportReport(draft))
    added, before = done.value.added, done.value.known
    say(_("{words}。").format(words=done.words))
    if added:
        say(_("  新增编号：{codes}").format(codes="、".join(added)))
    if before:
        say(_("  原已在台账：{codes}").format(codes="、".join(before)))


def _print_draft(draft: ImportDraft) -> None:
    say(f"《{draft.title or draft.file_name}》")
    say(
        _("  单位：{office}  报告年度：{year}  问题 {problems} 项，计划任务 {commitments} 项").format(
            office=draft.organization or _("未读出"),
            year=draft.report_year or _("未读出"),
            problems=sum(candidate.kind.value == "problem" for candidate in draft.candidates),
            commitments=sum(candidate.kind.value == "commitment" for candidate in draft.candidates),
        )
    )
    rows = [
        [
            str(number), candidate.kind.word, candidate.title, _deadline_words(candidate.deadline),
            "、".join(candidate.owners.lead), str(len(candidate.measures) or ""),
        ]
        for number, candidate in enumerate(draft.candidates, start=1)
    ]  # fmt: skip
    if rows:
        for line in table([_("序号"), _("类别"), _("事项"), _("完成时限"), _("牵头"), _("措施")], rows, flexible=2):
            say(line)


def _deadline_words(deadline: DraftDeadline | None) -> str:
    if deadline is None:
        return ""
    if deadline.day is None:
        return deadline.words or _("长期坚持")
    return f"{deadline.day.isoformat()}{_('（推定）') if deadline.presumed else ''}"
