"""An item's short title, out of its own first words."""

import re

from tracker.domain.items import TITLE_LENGTH
from tracker.domain.numbering import without_number

_PAIRS = {"“": "”", "（": "）", "(": ")", "《": "》", "‘": "’", "【": "】"}
_ENOUGH = 8  # a first clause so long says what the item is about
_WEAK_OPENING = re.compile(r"^(?:要|将|是)(?=[\u4e00-\u9fff]{3})|^(?:下一步|下步|今后|同时|此外)[，,]")


def short_title(text: str) -> str:
    """At most 40 characters: the first sentence, or as many of its clauses as fit, never cut inside a quotation."""
    lead = _WEAK_OPENING.sub("", without_number(text.strip()))
    lead = re.split(r"[。！？\n]", lead, maxsplit=1)[0].strip(" ，。；：、:;,")
    for stop in ("；", "："):
        head = _outside(lead, stop)
        if len(lead) > TITLE_LENGTH and len(head) >= _ENOUGH:
            lead = head
    if len(lead) <= TITLE_LENGTH:
        return lead or text.strip()[:TITLE_LENGTH]
    title = ""
    for clause in re.split(r"(?<=[，,])", lead):
        joined = title + clause
        if len(joined.rstrip("，,")) > TITLE_LENGTH:
            break
        title = joined
        if len(title.rstrip("，,")) >= _ENOUGH + 6 and _balanced(title):
            break
    title = title.rstrip("，,")
    if len(title) >= 4 and _balanced(title):
        return title
    return _cut(lead)


def _outside(text: str, stop: str) -> str:
    """``text`` up to the first ``stop`` that no bracket or quotation encloses."""
    open_pairs: list[str] = []
    for index, char in enumerate(text):
        if open_pairs and char == open_pairs[-1]:
            open_pairs.pop()
        elif char in _PAIRS:
            open_pairs.append(_PAIRS[char])
        elif char == stop and not open_pairs:
            return text[:index]
    return text


def _balanced(text: str) -> bool:
    return all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS.items())


def _cut(lead: str) -> str:
    """Too long without a comma: end on a word's seam if there is one, and say that it was cut."""
    room = lead[: TITLE_LENGTH - 1]
    for seam in (r"[、）》”](?=[^、）》”]*$)", r"[的和与及等](?=[^的和与及等]*$)"):
        found = re.search(seam, room)
        if found and found.end() >= TITLE_LENGTH // 2:
            head = room[: found.end()].rstrip("、的和与及")
            if _balanced(head):
                return head + "…"
    return room + "…"
