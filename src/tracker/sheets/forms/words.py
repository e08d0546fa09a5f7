"""How official forms write days, numbers and names; always Chinese."""

from collections.abc import Iterable
from datetime import date


def chinese_date(day: date) -> str:
    """2025年6月30日: Arabic figures, the full year, no leading zeros (GB/T 9704)."""
    return f"{day.year}年{day.month}月{day.day}日"


def mark(number: int) -> str:
    """①, ② … ⑳, then (21): 仿宋 has no circled figures beyond twenty."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else f"({number})"


def names(people: Iterable[str]) -> str:
    """Names of one role, one on each line."""
    return "\n".join(people)
