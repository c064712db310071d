"""Small signs with a word, an icon and a color: trans codes, statuses, the found set, messages in a window."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon, paint_icon
from posim_desktop.ui.style import SPACE, mark, tokens

Status = Literal["open", "partial", "ready", "closed", "filled", "canceled", "working", "processed"]
Tone = Literal["info", "good", "attention", "bad"]

_CHIP_ROLES = {
    "S": ("text", "surface", "edge"),
    "B": ("attention", "attention_surface", "attention"),
    "R": ("violet", "violet_surface", "violet"),
    "D": ("teal", "teal_surface", "teal"),
    "C": ("muted", "grey_surface", "muted"),
}
_CHIP_SIZE = QSize(26, 22)
_CHIP_RADIUS = 4
_ICON_SIZE = 16


@dataclass(frozen=True, slots=True)
class _StatusLook:
    icon: str
    role: str


_STATUS_LOOKS: dict[Status, _StatusLook] = {
    "open": _StatusLook("clock", "info"),
    "partial": _StatusLook("package-open", "attention"),
    "ready": _StatusLook("package-check", "good"),
    "closed": _StatusLook("archive", "muted"),
    "filled": _StatusLook("circle-check", "muted"),
    "canceled": _StatusLook("ban", "muted"),
    "working": _StatusLook("pencil", "attention"),
    "processed": _StatusLook("truck", "info"),
}
_TONE_ICONS: dict[Tone, str] = {
    "info": "info",
    "good": "circle-check",
    "attention": "triangle-alert",
    "bad": "circle-x",
}


class TransCodeDelegate(QStyledItemDelegate):
    """Paints a trans code's letter as a chip in its cell; a letter it does not know is painted as text."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        letter = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        roles = _CHIP_ROLES.get(letter)
        if roles is None:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        cell.text = ""
        view = cell.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, view)
        ink, paper, line = (str(getattr(tokens(), role)) for role in roles)
        chip = QRect(QPoint(), _CHIP_SIZE)
        chip.moveCenter(option.rect.center())
        painter.drawPixmap(chip, _chip_picture(letter, (ink, paper, line), option.font.key(), view.devicePixelRatioF()))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(_CHIP_SIZE + QSize(4 * SPACE, 2 * SPACE))


class StatusPill(QLabel):
    """A status as word, icon and color."""

    def __init__(self, status: Status = "open", word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status: Status = status
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_status(status, word)

    @property
    def tone(self) -> str:
        """The name of the token whose color tells the status."""
        return _STATUS_LOOKS[self._status].role

    def show_status(self, status: Status, word: str) -> None:
        """Show a status in the words of the deck."""
        self._status = status
        self.setText(word)
        self.setAccessibleName(word)
        mark(self, status=status)
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = _STATUS_LOOKS[self._status]
        place = QRectF(2.5 * SPACE, (self.height() - _ICON_SIZE) / 2, _ICON_SIZE, _ICON_SIZE)
        painter = QPainter(self)
        paint_icon(painter, place, look.icon, str(getattr(tokens(), look.role)))
        painter.end()


class FoundChip(QFrame):
    """Says how many cards the arrows walk through, with a button to go back to all.

    Signals:
        cleared: The person wants all cards again.
    """

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", "found")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.count_label = QLabel()
        self.count_label.setObjectName("count_label")
        self.clear_button = QToolButton()
        self.clear_button.setObjectName("clear_button")
        self.clear_button.setIcon(icon("x", role="info"))
        self.clear_button.setIconSize(QSize(_ICON_SIZE, _ICON_SIZE))
        self.clear_button.setToolTip(self.tr("Back to All"))
        self.clear_button.setAccessibleName(self.tr("Back to All"))
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(3 * SPACE, 1, 1, 1)
        columns.setSpacing(SPACE)
        columns.addWidget(self.count_label)
        columns.addWidget(self.clear_button)
        self.clear_button.clicked.connect(self._on_clear_button_clicked)
        self.hide()

    def show_found(self, count: int, what: str = "") -> None:
        """Show how many were found, of a set with a name of its own or of any."""
        words = self.tr("{what}: {count}")
        self.count_label.setText(words.format(what=what or self.tr("Found"), count=formatting.count(count)))
        self.setAccessibleName(self.count_label.text())
        self.show()

    def _on_clear_button_clicked(self) -> None:
        self.hide()
        self.cleared.emit()


class Banner(QFrame):
    """A banner that stays until its condition is over; hidden when empty.

    Signals:
        action_requested: The person pressed the banner's button.
    """

    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # as high as the words need
        self.message_label = QLabel()
        self.message_label.setObjectName("message_label")
        self.message_label.setWordWrap(True)
        self.action_button = QPushButton()
        self.action_button.setObjectName("action_button")
        self._tone: Tone = "info"
        columns = QHBoxLayout(self)
        columns.setContentsMargins(10 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        columns.setSpacing(2 * SPACE)
        columns.addWidget(self.message_label, 1)
        columns.addWidget(self.action_button)
        self.action_button.clicked.connect(self.action_requested)
        self.hide()

    def show_message(self, tone: Tone, message: str, action: str = "") -> None:
        """Say something.

        Args:
            tone: How it is meant; gives icon and color.
            message: One or two sentences.
            action: Label of the button, ``""`` for none.
        """
        self._tone = tone
        self.message_label.setText(message)
        self.setAccessibleName(message)
        self.action_button.setText(action.replace("&", "&&"))
        self.action_button.setVisible(bool(action))
        mark(self, banner=tone)
        self.show()

    def clear_message(self) -> None:
        """Say nothing any more."""
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = 5 * SPACE
        place = QRectF(3 * SPACE, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, place, _TONE_ICONS[self._tone], str(getattr(tokens(), self._tone)))
        painter.end()


@lru_cache(maxsize=64)
def _chip_picture(letter: str, colors: tuple[str, str, str], font: str, ratio: float) -> QPixmap:
    """Paint a chip once; a till paints as many of them for each scan as lines are in sight."""
    ink, paper, line = colors
    picture = QPixmap(_CHIP_SIZE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    chip = QRectF(0, 0, _CHIP_SIZE.width(), _CHIP_SIZE.height())
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1))
    painter.setBrush(QColor(paper))
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), _CHIP_RADIUS, _CHIP_RADIUS)
    bold = QFont()
    bold.fromString(font)
    bold.setWeight(QFont.Weight.Bold)
    painter.setFont(bold)
    painter.setPen(QColor(ink))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return picture
