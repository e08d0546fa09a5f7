"""The colours that the import review adds to the theme's, and the style sheet of its own parts."""

from dataclasses import dataclass

from tracker.domain.kinds import ItemKind
from tracker.domain.reports import ExcerptRole
from tracker.gui.theme import LIGHT, Theme


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground of a span of source text: as it lies, and ``strong`` where its candidate is the current one."""

    plain: str
    strong: str


PROBLEM = Ground("#fde3e1", "#f7b5b0")
COMMITMENT = Ground("#e1ecf9", "#afd0f5")
CAUSE = Ground("#fff3cf", "#fbdc85")
MEASURE = Ground("#e4f2df", "#b4dfa6")
REJECTED = Ground("#eff0f2", "#dadde2")  # not taken: no colour that says what it would have been


def ground(kind: ItemKind, role: ExcerptRole) -> Ground:
    """The ground of a span: causes and measures have colours of their own, statements that of their item."""
    if role is ExcerptRole.STATEMENT:
        return PROBLEM if kind is ItemKind.PROBLEM else COMMITMENT
    return CAUSE if role is ExcerptRole.CAUSE else MEASURE


def ink(kind: ItemKind, theme: Theme = LIGHT) -> str:
    """The colour of words and badges that name a kind."""
    return theme.alert if kind is ItemKind.PROBLEM else theme.accent


# Only what this dialog has and no other window does; fields, buttons and labels are dressed by resources/style.qss
_SHEET = """
#reviewHeader, #sourcePane, #formPane, #formFields, #formScroll, #formFoot, #sourceFoot { background: @window; }
#reviewHeader { border-bottom: 1px solid @line; }
#reviewFooter { background: @side; border-top: 1px solid @line; }
#sourceFoot { border-top: 1px solid @line; }
#formFoot { border-top: 1px solid @line; }
#reviewNotice { padding: 7px 20px; border-bottom: 1px solid @line; }
#reviewNotice[tone="plain"] { background: @selection; color: @accent_dark; }
#reviewNotice[tone="warn"] { background: @warn_ground; color: @warn; }
#reviewNotice[tone="alert"] { background: @alert_ground; color: @alert; }
#outlinePane, #outlinePane QTreeWidget { background: @side; }
#outlinePane QTreeWidget { border: none; outline: none; font-size: 9.5pt; }
#outlinePane QTreeWidget::item { padding: 4px 0; border: none; }
#outlinePane QTreeWidget::item:hover { background: @hover; }
#outlinePane QTreeWidget::item:selected { background: @accent_ground; color: @accent; }
#sourceView { border: none; border-radius: 0; padding: 0; }
#candidatePane, #candidateList { background: @side; border: none; outline: none; }
#formFields QPlainTextEdit { padding: 2px 4px; }
#formFields QLineEdit { padding: 4px 7px; }
#formFoot QPushButton, #formFields QPushButton { padding: 6px 6px; }
"""


def sheet(theme: Theme = LIGHT) -> str:
    """The style sheet of the review dialog."""
    return theme.fill(_SHEET)
