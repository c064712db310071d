"""Buttons side by side; those that a narrow window has no room for are in a menu at the end of the others."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from posim_desktop.ui.style import SPACE

_GAP = 2 * SPACE


class FoldingButtons(QWidget):
    """Buttons at the left and buttons at the right, the last of them the one that matters most.

    What does not fit goes into the menu: first of those at the left, from their end, then of those at the right, from
    their beginning; the last one always stays. A folded button keeps its mnemonic and whether it can be pressed.

    Attributes:
        more_button: Opens the menu; hidden while everything fits.
    """

    def __init__(
        self, left: Sequence[QAbstractButton], right: Sequence[QAbstractButton] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._left, self._right = tuple(left), tuple(right)
        self._policies = {button: button.focusPolicy() for button in self._buttons}
        for button in self._left:
            button.setParent(self)
        self.more_button = QPushButton(self.tr("More"), self)
        self.more_button.setObjectName("more_button")
        self.more_button.setAccessibleName(self.more_button.text())
        self.more_button.setAutoDefault(False)
        self.more_button.hide()
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more_button.setMenu(self._menu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for button in self._right:
            button.setParent(self)

    @property
    def _buttons(self) -> tuple[QAbstractButton, ...]:
        return (*self._left, *self._right)

    def folded(self) -> tuple[QAbstractButton, ...]:
        """Return the buttons that are in the menu now."""
        return tuple(button for button in self._buttons if button.property("folded") and not button.isHidden())

    @override
    def sizeHint(self) -> QSize:
        shown = [button for button in self._buttons if not button.isHidden()]
        return QSize(_width(shown), max((button.sizeHint().height() for button in shown), default=0))

    @override
    def minimumSizeHint(self) -> QSize:
        shown = [button for button in self._buttons if not button.isHidden()]
        if len(shown) <= 1:
            return self.sizeHint()
        least = [self.more_button, *shown[-1:]] if self._right else [self.more_button]
        return QSize(min(_width(least), _width(shown)), self.sizeHint().height())

    def _arrange(self) -> None:
        left = [button for button in self._left if not button.isHidden()]
        right = [button for button in self._right if not button.isHidden()]
        more: list[QAbstractButton] = []
        while _width([*left, *more, *right]) > self.width() and (left or len(right) > 1):
            more = [self.more_button]
            if left:
                left.pop()
            else:
                right.pop(0)
        self.more_button.setVisible(bool(more))
        self._place(0, [*left, *more])
        self._place(self.width() - _width(right), right)
        for button in self._buttons:
            self._fold(button, away=button not in left and button not in right)

    def _place(self, start: int, buttons: Sequence[QAbstractButton]) -> None:
        for button in buttons:
            size = button.sizeHint()
            button.setGeometry(start, (self.height() - size.height()) // 2, size.width(), size.height())
            start += size.width() + _GAP

    def _fold(self, button: QAbstractButton, *, away: bool) -> None:
        """Put a button out of sight or back; hiding it would take its mnemonic away."""
        if away:
            button.move(0, 2 * self.height() + button.height())
        button.setProperty("folded", away)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus if away else self._policies[button])

    def _fill_menu(self) -> None:
        self._menu.clear()
        for button in self.folded():
            action = self._menu.addAction(button.icon(), button.text())
            action.setEnabled(button.isEnabled())
            action.setToolTip(button.toolTip())
            action.triggered.connect(button.click)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _width(buttons: Sequence[QAbstractButton]) -> int:
    return sum(button.sizeHint().width() for button in buttons) + _GAP * max(0, len(buttons) - 1)
