"""The colours of the import review, mixed from the theme's, and the style sheet of its own parts."""

from dataclasses import dataclass
from functools import lru_cache

from tracker.domain.kinds import ItemKind
from tracker.domain.reports import ExcerptRole
from tracker.gui.theme import Theme, Tone
from tracker.gui.widgets.labels import small_points

_STRONG = 0.24  # of the tone's ink in the ground of the current candidate's words


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground of a span of source text: as it lies, and ``strong`` where its candidate is the current one."""

    plain: str
    strong: str


def ground(kind: ItemKind, role: ExcerptRole, theme: Theme, *, off: bool = False) -> Ground:
    """The ground of a span: causes and measures have colours of their own, statements that of their item.

    What is not taken (``off``) has no colour that says what it would have been.
    """
    return _ground(Tone.MUTED if off else _tone(kind, role), theme)


def ink(kind: ItemKind, theme: Theme) -> str:
    """The colour of words and badges that name a kind."""
    return theme.text_of(_tone(kind, ExcerptRole.STATEMENT))


def _tone(kind: ItemKind, role: ExcerptRole) -> Tone:
    if role is ExcerptRole.STATEMENT:
        return Tone.ALERT if kind is ItemKind.PROBLEM else Tone.ACCENT
    return Tone.WARN if role is ExcerptRole.CAUSE else Tone.GOOD


@lru_cache(maxsize=32)
def _ground(tone: Tone, theme: Theme) -> Ground:
    plain = theme.ground_of(tone)
    return Ground(plain, _mixed(plain, theme.text_of(tone), _STRONG))


def _mixed(ground_colour: str, ink_colour: str, share: float) -> str:
    """A colour between two, ``share`` of the way to the second."""
    parts = (
        (int(ground_colour[at : at + 2], 16), int(ink_colour[at : at + 2], 16)) for at in (1, 3, 5)
    )  # both are #rrggbb
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in parts)


# Only what this dialog has and no other window does; fields, buttons and labels are dressed by resources/style.qss
_SHEET = """
#reviewHeader, #sourcePane, #sourceHead, #sourceFoot { background: @window; }
#formPane, #formFields, #formScroll, #formFoot { background: @window; }
#reviewHeader { border-bottom: 1px solid @line; }
#reviewFooter { background: @side; border-top: 1px solid @line; }
#sourceHead { border-bottom: 1px solid @line; }
#sourceFoot { border-top: 1px solid @line; }
#formFoot { border-top: 1px solid @line; }
#reviewNotice { padding: 7px 20px; border-bottom: 1px solid @line; }
#reviewNotice[tone="plain"] { background: @selection; color: @accent_dark; }
#reviewNotice[tone="warn"] { background: @warn_ground; color: @warn; }
#reviewNotice[tone="alert"] { background: @alert_ground; color: @alert; }
#outlinePane, #outlinePane QTreeWidget { background: @side; }
#outlinePane QTreeWidget { border: none; outline: none; font-size: @small; }
#outlinePane QTreeWidget::item { padding: 4px 0; border: none; }
#outlinePane QTreeWidget::item:hover { background: @hover; }
#outlinePane QTreeWidget::item:selected { background: @accent_ground; color: @accent; }
#sourceView { border: none; border-radius: 0; padding: 0; }
#candidatePane, #candidateList { background: @side; border: none; outline: none; }
#formFields QPlainTextEdit { padding: 4px 5px; }
#formFields QLineEdit { padding: 4px 7px; }
#formFoot QPushButton, #formFields QPushButton { padding: 6px 6px; }
#linksBox { background: @standing_ground; border: 1px solid @standing_ground; border-radius: 6px; }
#linksBox QLabel { color: @standing; }
#formFields QPushButton#partners { text-align: left; padding: 5px 22px 5px 9px; }
"""


def sheet(theme: Theme) -> str:
    """The style sheet of the review dialog."""
    return theme.fill(_SHEET).replace("@small", f"{small_points()}pt")
