"""The choices that a column offers for filtering, each with the number of items it would leave."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from tracker.domain import pinyin
from tracker.domain.card_fields import NOTHING, VALUES
from tracker.domain.cards import ItemCard
from tracker.domain.conditions import PERIODS, During, Period
from tracker.domain.filters import fold
from tracker.views.filter_words import choices, period_words, value_words
from tracker.views.grouping import sounding

_OWN_ORDER = ("title", "code")  # thousands, each once: by sound they would take longer than a person waits


class Choice(NamedTuple):
    """One value or period: its stable ``key``, its words, and the number of items that have it."""

    key: str
    words: str
    number: int


def values_in(field: str, cards: Sequence[ItemCard], today: date, kept: Collection[str] = ()) -> list[Choice]:
    """The values of ``cards`` in a column, and those ``kept`` that none has now: in the order of the work where
    there is one, numbers downwards, names by their sound, and nothing first."""
    values_of = VALUES[field]
    counts = Counter(value for card in cards for value in dict.fromkeys(values_of(card, today)))
    known = choices(field)
    if known:
        keys = [key for key in known if key in counts or key in kept or field == "status"]
        keys += [key for key in kept if key not in known]
    else:
        keys = list(dict.fromkeys((*counts, *kept)))
        if field == "year":
            keys.sort(reverse=True)
        elif field not in _OWN_ORDER:
            keys.sort(key=lambda key: (key != NOTHING, sounding(key)))
    return [Choice(key, value_words(field, key), counts[key]) for key in keys]


def periods_in(field: str, cards: Sequence[ItemCard], today: date) -> list[Choice]:
    """The periods that a column of days offers."""

    def count(period: Period) -> int:
        return sum(map(During(field, frozenset({period})).judge(today), cards))

    return [Choice(period.value, period_words(field, period), count(period)) for period in PERIODS[field]]


def searched(field: str, offered: Sequence[Choice], typed: str) -> list[Choice]:
    """Those of ``offered`` whose words have what is typed, in writing or, where there are not too many, in sound."""
    wanted = fold(typed).strip()
    if not wanted:
        return list(offered)
    if field in _OWN_ORDER or not pinyin.ready():
        return [choice for choice in offered if wanted in fold(choice.words)]
    return [choice for choice in offered if wanted in fold(choice.words) or pinyin.sounds_like(choice.words, wanted)]
