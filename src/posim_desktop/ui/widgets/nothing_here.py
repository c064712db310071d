"""An empty state: centered text that says what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView, QVBoxLayout, QWidget

from posim_desktop.ui.style import SPACE, mark


def nothing_label(words: str = "") -> QLabel:
    """Make the label of an empty place."""
    label = QLabel(words)
    label.setObjectName("nothing_label")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    mark(label, role="muted")
    return label


def nothing_over(table: QTableView, words: str) -> QLabel:
    """Put the label of an empty table over it, below the heads."""
    label = nothing_label(words)
    inside = QVBoxLayout(table)
    inside.setContentsMargins(2 * SPACE, table.horizontalHeader().sizeHint().height(), 2 * SPACE, 0)
    inside.addWidget(label)
    return label


class NothingHere(QWidget):
    """A whole empty page.

    Attributes:
        label: Its words.
    """

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.label = nothing_label(words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16 * SPACE, 4 * SPACE, 16 * SPACE, 4 * SPACE)
        rows.addStretch(1)
        rows.addWidget(self.label)
        rows.addStretch(2)
