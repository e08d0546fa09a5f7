"""Evidence in words and in order: what a file proves, how large it is, and which rows of all evidence are shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.cards import ItemDetail
from tracker.domain.evidence import WHOLE, EvidenceState, Subject
from tracker.domain.evidence_cards import EvidenceCard
from tracker.domain.file_kinds import FileKind, file_kind
from tracker.domain.filters import fold
from tracker.domain.pinyin import initials
from tracker.words import _

_SHORT = 24  # characters of a measure or note in the list of what a file may prove


def size_words(size: int) -> str:
    """A file's size in bytes as people say it."""
    if size < 1024:
        return _("{n} 字节").format(n=size)
    return f"{size / 1024:.0f} KB" if size < 1 << 20 else f"{size / (1 << 20):.1f} MB"


def subjects(detail: ItemDetail) -> dict[Subject, str]:
    """What files of this item may prove, in words: the item, each measure, each note (newest first)."""
    found = {WHOLE: _("整个事项")}
    for measure in detail.measures:
        words = _("措施{n}：{text}").format(n=measure.position + 1, text=_short(measure.text))
        found[Subject(measure_id=measure.id)] = words
    for note in reversed(detail.notes):
        words = _("进展 {day}：{text}").format(day=note.noted_on.isoformat(), text=_short(note.text))
        found[Subject(note_id=note.id)] = words
    return found


def proves(card: EvidenceCard) -> str:
    """What the file proves, in words."""
    if card.measure is not None:
        return _("措施{n}：{text}").format(n=card.measure, text=_short(card.measure_text))
    if card.noted_on:
        return _("{day} 的进展").format(day=card.noted_on)
    return _("整个事项")


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """Which rows of all evidence are shown; None and "" ask for nothing. ``repeated``: files of several items only."""

    words: str = ""
    state: EvidenceState | None = None
    kind: FileKind | None = None
    repeated: bool = False


def haystack(card: EvidenceCard) -> str:
    """What a search looks through, with the initials of names and titles behind it."""
    texts = (card.name, card.code, card.title, card.added_by, card.remark, card.measure_text, card.sha256)
    return fold("\n".join(texts)) + "\n" + "\n".join(map(initials, (card.name, card.title, card.added_by)))


def repeats(cards: Iterable[EvidenceCard]) -> dict[str, int]:
    """In how many items each file stands that stands in more than one, by SHA-256."""
    counts = Counter(sha256 for sha256, _item in {(card.sha256, card.item_id) for card in cards})
    return {sha256: count for sha256, count in counts.items() if count > 1}


def chosen(
    cards: Sequence[EvidenceCard], wanted: EvidenceFilter, haystacks: Mapping[int, str], several: Mapping[str, int]
) -> list[EvidenceCard]:
    """The rows that ``wanted`` lets through, in their order; the same file's rows together where ``repeated``."""
    words = [fold(word) for word in wanted.words.split()]
    found = [
        card
        for card in cards
        if (wanted.state is None or card.state is wanted.state)
        and (wanted.kind is None or file_kind(card.name) is wanted.kind)
        and (not wanted.repeated or card.sha256 in several)
        and all(word in haystacks.get(card.id, "") for word in words)
    ]
    if wanted.repeated:
        first = {card.sha256: n for n, card in reversed(list(enumerate(found)))}
        found.sort(key=lambda card: first[card.sha256])
    return found
