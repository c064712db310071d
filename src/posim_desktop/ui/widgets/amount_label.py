"""The one figure that everybody at a till looks at: as large as the place allows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from posim_desktop.ui.style import AMOUNT_DUE_SIZE, SPACE, app_font, mark

_NARROWEST = 20 * SPACE
_SIZES = {"amount": AMOUNT_DUE_SIZE, "long-amount": 24, "longest-amount": 20}
"""How large the figures of each role are, in pixels, as in the style sheet; the largest first."""


class AmountLabel(QLabel):
    """An amount in large figures; one that is too long for them is written smaller, never cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._metrics = {role: _bold(size) for role, size in _SIZES.items()}
        self.setFixedHeight(self._metrics["amount"].height())
        mark(self, role="amount")

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        text, room = self.text(), self.contentsRect().width()
        fitting = (role for role, figures in self._metrics.items() if figures.horizontalAdvance(text) <= room)
        mark(self, role=next(fitting, "longest-amount"))


def _bold(size: int) -> QFontMetrics:
    font = app_font(size)
    font.setWeight(QFont.Weight.Bold)
    return QFontMetrics(font)
