"""The words of a candidate's card, finished before anything is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.drafts import DraftDeadline, DraftOwners
from tracker.domain.gaps import is_vague
from tracker.domain.kinds import ItemKind
from tracker.domain.review import Decision, DraftReview, Entry
from tracker.domain.similar import Similar, link_kinds
from tracker.domain.wording import circled
from tracker.gui.theme import Tone
from tracker.words import _


@dataclass(frozen=True, slots=True)
class Card:
    """One card: number and title, kind; below them what is known of it, and its state. ``off`` greys all."""

    number: str
    title: str
    kind: ItemKind
    kind_words: str
    details: str
    details_tone: Tone
    state: str
    state_tone: Tone
    more: str
    off: bool

    @property
    def spoken(self) -> str:
        """All of it, for screen readers and the tooltip."""
        state = self.state or _("待核对")
        parts = (self.number, self.title, self.kind_words, self.details, self.more, state)
        return _("，").join(part for part in parts if part)


def cards(review: DraftReview) -> list[Card]:
    """The cards of all entries."""
    return [
        card(entry, number, _partner_words(partners))
        for number, (entry, partners) in enumerate(zip(review.entries, review.all_partners(), strict=True), 1)
    ]


def card(entry: Entry, number: int, partners: str = "") -> Card:
    """The card of one entry; ``partners`` says which others it belongs together with."""
    candidate = entry.candidate
    state, tone = {
        Decision.OPEN: ("", Tone.MUTED),
        Decision.ACCEPTED: (_("已采用"), Tone.GOOD),
        Decision.REJECTED: (_("不采用"), Tone.MUTED),
    }[entry.decision]
    details, details_tone, more = _details(entry, partners), Tone.MUTED, ""
    linked = next((one for one in entry.similar if one.link), None)
    if entry.known_as is not None:
        details, details_tone = _("台账中已有 {code}").format(code=entry.known_as), Tone.STANDING
        state, tone = _("不重复写入"), Tone.STANDING
    elif entry.asked is not None:
        details, details_tone, more = question(entry.asked, candidate.kind), Tone.STANDING, details
        tone = Tone.STANDING if entry.decision is Decision.OPEN else tone
    elif linked is not None:
        details, details_tone, more = link_words(linked), Tone.STANDING, details
    elif is_vague(entry):
        details_tone = Tone.WARN
        tone = Tone.WARN if entry.decision is Decision.OPEN else tone
    if entry.decision is Decision.REJECTED:
        details_tone = Tone.MUTED
    return Card(
        number=circled(number),
        title=candidate.title,
        kind=candidate.kind,
        kind_words=kind_words(candidate.kind),
        details=details,
        details_tone=details_tone,
        state=state,
        state_tone=tone,
        more=more,
        off=entry.decision is Decision.REJECTED,
    )


def kind_words(kind: ItemKind) -> str:
    """The short word for a kind, as cards and menus have it."""
    return _("问题") if kind is ItemKind.PROBLEM else _("任务")


def question(similar: Similar, kind: ItemKind) -> str:
    """What is asked of a similar item, with the likeliest way in which they belong together."""
    likely = _(link_kinds(kind, similar.item.kind)[0].word)
    words = _("与 {code} 相似 {score:.2f}：{link}？")
    return words.format(code=similar.item.code, score=similar.score, link=likely)


def link_words(similar: Similar) -> str:
    """The link that was chosen."""
    return f"{_(similar.link.word)} {similar.item.code}" if similar.link else ""


def deadline_words(deadline: DraftDeadline | None) -> str:
    """A deadline in a few words: its day, that it is presumed, or that there is none."""
    if deadline is None:
        return _("时限未写明")
    if deadline.day is None:
        return deadline.words or _("长期坚持")
    day = deadline.day.isoformat()
    return _("{day}（推定）").format(day=day) if deadline.presumed else day


def owner_words(owners: DraftOwners) -> str:
    """The units first, the lead marked; people where no unit is named."""
    lead = [_("{name}（牵头）").format(name=name) if owners.support else name for name in owners.lead]
    return _("、").join([*lead, *owners.support] or [*owners.person, *owners.leader])


def _partner_words(partners: Sequence[int]) -> str:
    numbers = _("、").join(circled(place + 1) for place in partners)
    return _("对应 {numbers}").format(numbers=numbers) if numbers else ""


def _details(entry: Entry, partners: str) -> str:
    candidate = entry.candidate
    cause = _("有原因") if candidate.cause else ""
    steps = _("措施 {number}").format(number=len(candidate.measures)) if candidate.measures else ""
    deadline, owners = deadline_words(candidate.deadline), owner_words(candidate.owners)
    if candidate.kind is ItemKind.PROBLEM:
        parts = [partners, cause, steps, deadline, owners]
    else:
        vague = _("无可衡量目标") if is_vague(entry) else ""
        parts = [deadline, vague, partners, owners, cause, steps]
    return " · ".join(part for part in parts if part)
