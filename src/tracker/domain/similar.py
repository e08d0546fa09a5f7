"""Items of the ledger that a candidate resembles: last year's problem again (同类再现), a task carried over (结转)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from tracker.domain.drafts import Candidate
from tracker.domain.kinds import ItemKind
from tracker.domain.likeness import Gist, gist, is_common, likeness
from tracker.domain.links import LinkKind
from tracker.progress import Progress, silent

ALIKE = 0.53  # of the likeness; tried on reports of many offices: reworded matters lie above, other matters below
_MOST = 3  # of similar items for one candidate: who is shown ten chooses none
_SHORTLIST = 24  # items that share most rare pairs; the exact likeness of more is never worth its time
_OWN_KIND = 0.1  # a task carried over is likelier than a task that answers an old problem in its very words
_EVERYWHERE = 0.2  # a pair that so many items have tells nothing …
_ALWAYS = 8  # … unless it is among the rarest of a candidate: some ledgers have few matters, again and again


@dataclass(frozen=True, slots=True)
class LedgerItem:
    """What a search for similar ones needs to know of an item."""

    code: str
    kind: ItemKind
    year: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Similar:
    """An item that a candidate resembles, and what a person said to it: ``decided``, and ``link`` where they belong
    together."""

    item: LedgerItem
    score: float
    link: LinkKind | None = None
    decided: bool = False


def link_kinds(kind: ItemKind, other: ItemKind) -> tuple[LinkKind, ...]:
    """How an item can stand to one of another report, the likeliest first; none for a problem and a former task."""
    if kind is other:
        likely, rare = LinkKind.RECURS, LinkKind.CONTINUES
        return (likely, rare) if kind is ItemKind.PROBLEM else (rare, likely)
    return (LinkKind.ANSWERS,) if kind is ItemKind.COMMITMENT else ()


class SimilarItems:
    """The items of other reports, made ready for many searches; it never changes afterwards.

    Making it takes some seconds for ten thousand items, so it belongs in a worker; one search takes milliseconds.
    """

    def __init__(self, items: Sequence[LedgerItem] = (), progress: Progress = silent) -> None:
        self._items = tuple(items)
        self._sizes: list[int] = []
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        self._gists: dict[int, Gist] = {}
        for place, item in enumerate(self._items):
            if place % 100 == 0:
                progress(place, len(self._items))
            telling = [pair for pair in gist(item.title, item.text).words if not is_common(pair)]
            self._sizes.append(len(telling))
            for pair in telling:
                self._holders[pair].append(place)

    def like(self, candidate: Candidate) -> tuple[Similar, ...]:
        """The items that ``candidate`` resembles, the likest first."""
        wanted = gist(candidate.title, candidate.text)
        scored = [(likeness(wanted, self._gist(place)), self._items[place]) for place in self._shortlist(wanted)]
        found = [
            Similar(item, score) for score, item in scored if score >= ALIKE and link_kinds(candidate.kind, item.kind)
        ]
        found.sort(
            key=lambda one: (one.score + _OWN_KIND * (one.item.kind is candidate.kind), one.item.year), reverse=True
        )
        return tuple(found[:_MOST])

    def _shortlist(self, wanted: Gist) -> list[int]:
        shared: Counter[int] = Counter()
        most = max(200, int(len(self._items) * _EVERYWHERE))
        holding = sorted((self._holders[pair] for pair in wanted.words if pair in self._holders), key=len)
        for number, holders in enumerate(holding):
            if number >= _ALWAYS and len(holders) > most:
                break
            shared.update(holders)
        size = len(wanted.words)
        return nlargest(_SHORTLIST, shared, key=lambda place: shared[place] / (size + self._sizes[place]))

    def _gist(self, place: int) -> Gist:
        found = self._gists.get(place)
        if found is None:
            item = self._items[place]
            found = self._gists[place] = gist(item.title, item.text)
        return found


def chosen_again(fresh: Sequence[Similar], former: Sequence[Similar]) -> tuple[Similar, ...]:
    """``fresh`` with what a person said of the same items before."""
    said = {one.item.code: one for one in former if one.decided}
    return tuple(
        replace(one, link=said[one.item.code].link, decided=True) if one.item.code in said else one for one in fresh
    )
