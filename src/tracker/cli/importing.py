"""Verbs that read reports: extract, import."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from tracker import paths
from tracker.cli import filters
from tracker.cli.printing import Bar, remark, say, say_json, table
from tracker.cli.session import JsonOption, LedgerOption, opened, sentence, stdin_is_terminal
from tracker.domain.drafts import DraftDeadline, DraftLink, ImportDraft
from tracker.domain.matching import known_code
from tracker.domain.review import DraftReview
from tracker.domain.similar import Similar, SimilarItems, link_kinds
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
    link: Annotated[
        bool, typer.Option("--link", help=_("提示的关联一并写入：任务对应问题，与往年事项结转或同类再现"))
    ] = False,
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
                if book is None and Ledger.is_ledger(ledger or paths.default_ledger()):
                    book = stack.enter_context(opened(ledger))
                found = _proposed(book, draft) if link or not yes else []
                if yes or _confirmed(draft, found, link=link):
                    draft = replace(draft, links=tuple(one.link for one in found))
                book = book or stack.enter_context(opened(ledger, make=True, office=draft.organization))
                _keep_and_import(book, file, draft)
            except UserError as error:
                refused += 1
                remark(_("{what}：{words}").format(what=file.name, words=error) if len(files) > 1 else str(error))
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


class _Proposal(NamedTuple):
    """A link that the words speak for; what it was told from, where it leads to another report."""

    link: DraftLink
    similar: Similar | None = None


def _proposed(book: Ledger | None, draft: ImportDraft) -> list[_Proposal]:
    """All links that the words of ``draft`` speak for, within itself and to items of other reports."""
    others = SimilarItems(book.ask.items_of_others(draft.digest)) if book else None
    known = book.ask.report_texts(draft.digest) if book else []
    review = DraftReview.of(draft, known, others).accept_all()
    told = {entry.asked.item.code: entry.asked for entry in review.entries if entry.asked}
    for index, entry in enumerate(review.entries):
        if entry.asked:
            likely = link_kinds(entry.candidate.kind, entry.asked.item.kind)[0]
            review = review.choose_link(index, entry.asked.item.code, likely)
    # a review numbers what is new alone; the draft still has those that the ledger knows already
    places = [place for place, entry in enumerate(review.entries) if entry.known_as is None]
    found = []
    for link in review.accepted_draft().links:
        ends = [places[end] if isinstance(end, int) else end for end in (link.source, link.target)]
        code = next((end for end in ends if isinstance(end, str)), "")
        found.append(_Proposal(DraftLink(ends[0], ends[1], link.kind), told.get(code)))
    return found


def _confirmed(draft: ImportDraft, found: Sequence[_Proposal], *, link: bool) -> bool:
    """Whether the proposed links are wanted too. Raises UserError where nobody can be asked or the answer is no."""
    _print_draft(draft)
    if found:
        say(_("  可以一并写入的关联："))
    for link_to, similar in found:
        alike = (
            _("（相似 {score:.2f}：{title}）").format(score=similar.score, title=similar.item.title) if similar else ""
        )
        ends = (_end_words(draft, link_to.source), _(link_to.kind.word), _end_words(draft, link_to.target))
        say(f"    {'  '.join(ends)}{alike}")
    if not stdin_is_terminal():
        hint = _("确认无误后，请加上 --yes 再运行一次；关联也要写入的，再加 --link。") if found else ""
        raise UserError(_("要写入台账，需要有人确认。"), hint or _("确认无误后，请加上 --yes 再运行一次。"))
    if not typer.confirm(_("以上内容写入台账吗？"), default=False, err=True):
        raise UserError(_("没有导入，台账未改动。"))
    return link or (bool(found) and typer.confirm(_("以上关联也写入吗？"), default=False, err=True))


def _end_words(draft: ImportDraft, end: int | str) -> str:
    """A candidate by its number in the table above, an item by its code."""
    return end if isinstance(end, str) else f"{end + 1}. {draft.candidates[end].title}"


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
    say(sentence(done.words))
    if added:
        say(_("  新增编号：{codes}").format(codes=_("、").join(added)))
    if before:
        say(_("  原已在台账：{codes}").format(codes=_("、").join(before)))


def _print_draft(draft: ImportDraft) -> None:
    say(_("《{title}》").format(title=draft.title or draft.file_name))
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
            str(number), _(candidate.kind.word), candidate.title, _deadline_words(candidate.deadline),
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
    day = deadline.day.isoformat()
    return _("{day}（推定）").format(day=day) if deadline.presumed else day
