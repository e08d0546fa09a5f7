"""How a chapter looks: Markdown as Qt reads it has no colours, margins or key caps of its own."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QApplication

from tracker.gui.theme import Theme

_HEADINGS = {1: (6.0, 0, 12), 2: (3.0, 24, 8), 3: (1.0, 16, 6)}  # points more, pixels above and below
_LINE_HEIGHT = 128  # per cent; in a table lines stand alone
_PROPORTIONAL = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
_MARGIN = 28
_CELL_PADDING = 5
_INDENT = 24
_WIDTHS = (6, 34)  # a column counts as at least and at most so many characters


def dress(document: QTextDocument, theme: Theme, points: float) -> None:
    """Give the blocks, tables and pieces of ``document`` their looks, for a text of ``points``."""
    document.setDocumentMargin(_MARGIN)
    document.setIndentWidth(_INDENT)
    whole = QTextCursor(document)
    whole.beginEditBlock()  # laid out once, at its end
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    for table in tables:
        _dress_table(table, theme)
    block = document.begin()
    while block.isValid():
        _dress_block(block, theme, points)
        block = block.next()
    for table in tables:
        for column in range(table.columns()):  # Qt leaves the first cell of a heading thin
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.DemiBold)
            cursor = table.cellAt(0, column).firstCursorPosition()
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(bold)
    whole.endEditBlock()


def fit_pictures(document: QTextDocument, theme: Theme, width: float, ratio: float = 1.0) -> None:
    """Let no picture be wider than ``width`` pixels, each in a frame; ``ratio`` is the screen's dots for one pixel.

    They are scaled here: Qt's own painting of scaled pictures in a text leaves words unreadable.
    """
    room = max(round(width - 2 * _MARGIN), 100)
    block = document.begin()
    while block.isValid():
        for start, length, form in pieces(block):
            if not form.isImageFormat():
                continue
            picture = QTextImageFormat(form.toImageFormat())
            whole = str(picture.property(_WHOLE) or picture.name())
            shown = _scaled(QImage(QUrl(whole).toLocalFile()), theme, room, ratio)
            picture.setProperty(_WHOLE, whole)
            # a scheme of its own: Qt takes file names, with whatever behind them, for the files themselves
            picture.setName(f"scaled:{whole.rpartition('/')[2]}")
            picture.setWidth(shown.width() / ratio)
            picture.setHeight(shown.height() / ratio)
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(picture.name()), shown)
            _cursor(document, start, length).setCharFormat(picture)
        block = block.next()


_WHOLE = QTextFormat.Property.UserProperty.value + 1  # the picture's own name, beside that of the scaled one


def _scaled(picture: QImage, theme: Theme, room: int, ratio: float) -> QImage:
    """``picture`` in its own size or as wide as there is room, with a frame."""
    across = round(min(picture.width(), room) * ratio)
    made = picture.convertToFormat(QImage.Format.Format_RGB32)
    made = made.scaledToWidth(across, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(made)
    painter.setPen(QColor(theme.border))
    painter.drawRect(0, 0, made.width() - 1, made.height() - 1)
    painter.end()
    return made


def pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """The pieces of one format in ``block``: start, length, format."""
    found = []
    pieces_of = block.begin()
    while not pieces_of.atEnd():
        fragment = pieces_of.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        pieces_of += 1
    return found


def _cursor(document: QTextDocument, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _dress_block(block: QTextBlock, theme: Theme, points: float) -> None:
    form = block.blockFormat()
    cursor = QTextCursor(block)
    level = form.headingLevel()
    in_table = cursor.currentTable() is not None
    listed = block.textList() is not None
    with_picture = any(piece.isImageFormat() for _start, _length, piece in pieces(block))
    if level:
        more, above, below = _HEADINGS[min(level, 3)]
        form.setTopMargin(above)
        form.setBottomMargin(below)
        char = QTextCharFormat()
        char.setFontPointSize(points + more)
        char.setFontWeight(QFont.Weight.DemiBold)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(char)
    elif in_table:
        form.setTopMargin(0)
        form.setBottomMargin(0)
    else:
        form.setTopMargin(2 if listed else 5)
        form.setBottomMargin(2 if listed else 5)
    if not with_picture and not in_table:
        form.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
    if form.intProperty(QTextFormat.Property.BlockQuoteLevel.value):
        form.setBackground(QColor(theme.accent_ground))
        form.setLeftMargin(0)
        form.setRightMargin(0)
        form.setTextIndent(0)
    QTextCursor(block).setBlockFormat(form)
    for start, length, piece in pieces(block):
        if look := _look(piece, theme, points):
            _cursor(block.document(), start, length).mergeCharFormat(look)


def _look(piece: QTextCharFormat, theme: Theme, points: float) -> QTextCharFormat | None:
    look = QTextCharFormat()
    if piece.fontFixedPitch():  # a key, or a word that is typed
        look.setFontFixedPitch(False)
        look.setFontFamilies(QApplication.font().families())
        look.setFontPointSize(points)
        look.setBackground(QColor(theme.muted_ground))
    elif piece.isAnchor():
        look.setForeground(QColor(theme.accent))
        look.setFontUnderline(False)
    elif piece.fontItalic():  # what stands beneath a picture; Chinese has no italics
        look.setFontItalic(False)
        look.setFontPointSize(points - 1)
        look.setForeground(QColor(theme.muted))
    else:
        return None
    return look


def _dress_table(table: QTextTable, theme: Theme) -> None:
    form = table.format()
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(QColor(theme.line)))
    form.setCellPadding(_CELL_PADDING)
    form.setCellSpacing(0)
    form.setTopMargin(6)
    form.setBottomMargin(10)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    least, most = _WIDTHS
    longest = [
        max(len(table.cellAt(row, column).firstCursorPosition().block().text()) for row in range(table.rows()))
        for column in range(table.columns())
    ]
    shares = [min(max(length, least), most) for length in longest]
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * share / sum(shares)) for share in shares]
    )
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        look = cell.format()
        look.setBackground(QColor(theme.side))
        cell.setFormat(look)
