"""How the parts of a bar look and what they are called."""

from tracker.gui.summary.bars import Bar, Segment
from tracker.views.parts import Part, parts
from tracker.views.summary import Totals
from tracker.words import _

COLOURS = {
    Part.CLOSED: "good",
    Part.UNDER_WAY: "accent",
    Part.NOT_STARTED: "faint",
    Part.OVERDUE: "alert",
    Part.AWAY: "border",
}


def part_words() -> dict[Part, str]:
    """The words of each part."""
    return {
        Part.CLOSED: _("已销号"),
        Part.UNDER_WAY: _("整改中"),
        Part.NOT_STARTED: _("未启动"),
        Part.OVERDUE: _("逾期"),
        Part.AWAY: _("调整/转出"),
    }


def bar_of(key: str, label: str, totals: Totals, *, gathered: bool = False) -> Bar:
    """The bar of ``totals``, with how many of them are closed as its note."""
    words = part_words()
    segments = tuple(Segment(part.value, count, words[part], COLOURS[part]) for part, count in parts(totals).items())
    return Bar(key, label, segments, f"{totals.closed}/{totals.total}", gathered)


def legend_entries() -> list[tuple[str, str]]:
    """Words and colours of the parts that most bars have."""
    words = part_words()
    return [(words[part], COLOURS[part]) for part in Part if part is not Part.AWAY]
