"""User-entered text, elided to the available width: a long name never makes a window wider than its screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from posim_desktop.ui.style import SPACE

_NARROWEST = 20 * SPACE
_ROUNDING = 2  # pixels that a text's width may be off by


class ElidedLabel(QLabel):
    """One line of plain text; what does not fit ends in dots and is whole in the tooltip."""

    @property
    def shown_text(self) -> str:
        """What of the text is on the screen."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    @override
    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._show_whole_in_tooltip()

    @property
    def is_cut(self) -> bool:
        """Whether not all of the text is on the screen."""
        return self.shown_text != self.text()

    @override
    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _NARROWEST), whole.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown_text
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        role, place = self.foregroundRole(), self.contentsRect()
        self.style().drawItemText(painter, place, self.alignment(), self.palette(), self.isEnabled(), shown, role)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_whole_in_tooltip()

    def _show_whole_in_tooltip(self) -> None:
        self.setToolTip(self.text() if self.is_cut else "")


class ElidedLink(QPushButton):
    """A link whose words are a name; what does not fit ends in dots and is whole in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, tip: str = "") -> None:
        """Show these words.

        Args:
            words: All of them, ``&`` as it stands.
            tip: What the tooltip says besides.
        """
        self._words, self._tip = words, tip
        self.setAccessibleDescription(words)
        self._fit()
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        shown = super().sizeHint()
        metrics = self.fontMetrics()
        missing = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self._shown())
        return QSize(shown.width() + missing, shown.height())

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), _NARROWEST), whole.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _shown(self) -> str:
        return self.text().replace("&&", "&")

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        around = super().sizeHint().width() - metrics.horizontalAdvance(self._shown())
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - around + _ROUNDING)
        if shown != self._shown():
            self.setText(shown.replace("&", "&&"))
        cut = self._words if shown != self._words else ""
        self.setToolTip("\n".join(part for part in (cut, self._tip) if part))
