"""The one figure that everybody at a till looks at: as large as the place allows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from posim_desktop.ui.style import AMOUNT_DUE_SIZE, SPACE, app_font, mark

_NARROWEST = 20 * SPACE


class AmountLabel(QLabel):
    """An amount in large figures; one that is too long for them is written smaller, never cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        font = app_font(AMOUNT_DUE_SIZE)
        font.setWeight(QFont.Weight.Bold)
        self._large = QFontMetrics(font)
        self.setFixedHeight(self._large.height())
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
        fits = self._large.horizontalAdvance(self.text()) <= self.contentsRect().width()
        mark(self, role="amount" if fits else "long-amount")
