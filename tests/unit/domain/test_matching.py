"""What counts as known already."""

import pytest
from tests.unit.conftest import candidate

from tracker.domain.matching import known_code

KNOWN = [("2024-问-01", "一是第1件事情，还需要改进。"), ("2024-问-02", "")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("一是第1件事情还需要改进", "2024-问-01"),  # punctuation does not count
        ("一 是第1件\n事情，还需要改进。", "2024-问-01"),  # nor do line wraps
        ("第1件事情", "2024-问-01"),  # somebody has merged it with others
        ("一是第1件事情，还需要改进。二是另外一件。", "2024-问-01"),  # somebody has split it
        ("二是另外一件。", None),
    ],
)
def test_the_same_words_are_known_whatever_their_layout(text: str, code: str | None) -> None:
    other = candidate(1)
    worded = type(other)(other.kind, other.title, text, other.spans)
    assert known_code(worded, KNOWN) == code


def test_nothing_is_known_to_an_empty_ledger() -> None:
    assert known_code(candidate(1), []) is None
