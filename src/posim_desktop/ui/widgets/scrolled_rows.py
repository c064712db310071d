"""Rows in a panel that has only so much room: the window keeps its size and the rows scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from posim_desktop.ui.style import SPACE

_LEAST = 6 * SPACE  # one row


class ScrolledRows(QScrollArea):
    """Widgets below each other, as many as there are.

    Attributes:
        rows: Where they are put.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        outer.addLayout(self.rows)
        outer.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setMinimumHeight(_LEAST)
        self.setWidget(inside)
