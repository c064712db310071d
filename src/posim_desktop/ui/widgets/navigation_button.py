"""A button of the navigation bar; a badge on it counts what waits there for somebody."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import SPACE, mark, tokens

_ICON = QSize(20, 20)
_HEIGHT = 5 * SPACE
_BEFORE_TEXT = 12 * SPACE  # padding and icon
_PAST_MIDDLE = 2 * SPACE  # where the badge of a narrow button begins, over the corner of its icon


class NavigationButton(QToolButton):
    """Leads to a place.

    Attributes:
        badge: What the badge says, ``""`` for none.
    """

    def __init__(self, label: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badge = ""
        self._label = label
        self._is_narrow = False
        self._is_wordless = False
        self._tip = ""
        self.setText(label)
        self.setAccessibleName(label)
        self.setIcon(icon(picture))
        self.setIconSize(_ICON)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)  # all as wide as the widest
        mark(self, navigation=True)

    def show_badge(self, badge: str, words: str) -> None:
        """Show a count and what it counts, or take the badge away."""
        self.badge = badge
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def show_current(self, *, current: bool) -> None:
        """Show whether its place is in front; it is no check box, which a screen reader would toggle and not press."""
        mark(self, current=current)

    def set_narrow(self, *, narrow: bool, low: bool = False) -> None:
        """Put the words below the icon, or beside it where there is room; into the tooltip where there is none."""
        if (narrow, narrow and low) == (self._is_narrow, self._is_wordless):
            return
        self._is_narrow, self._is_wordless = narrow, narrow and low
        style = Qt.ToolButtonStyle
        self.setText(self._label.replace(" ", "\n") if narrow else self._label)
        shown = style.ToolButtonTextUnderIcon if narrow else style.ToolButtonTextBesideIcon
        self.setToolButtonStyle(style.ToolButtonIconOnly if self._is_wordless else shown)
        self.setToolTip(self._tip)
        mark(self, narrow=narrow)

    @override
    def setToolTip(self, tip: str) -> None:
        """Say something when it is pointed at; also what it is called, where that is not written on it."""
        self._tip = tip
        said = (self._label, tip) if self._is_wordless else (tip,)
        super().setToolTip("\n".join(part for part in said if part))

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.badge or self._is_narrow:
            return hint
        heavy = QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)  # as it is while it is checked
        words = _BEFORE_TEXT + QFontMetrics(heavy).horizontalAdvance(self.text())
        return QSize(max(hint.width(), words + 4 * SPACE + self._badge_width()), hint.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.badge:
            return
        place = QRectF(0, 0, self._badge_width(), _HEIGHT)
        if self._is_narrow:
            place.moveTopLeft(QPointF(self.width() / 2 + _PAST_MIDDLE, SPACE / 2))
        else:
            place.moveCenter(QRectF(self.rect()).center())
            place.moveRight(self.width() - 2.5 * SPACE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        painter.drawRoundedRect(place, _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(QColor(tokens().on_accent))
        painter.setFont(self._badge_font())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.badge)
        painter.end()

    def _badge_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _badge_width(self) -> int:
        return max(_HEIGHT, self.fontMetrics().horizontalAdvance(self.badge) + 3 * SPACE)
