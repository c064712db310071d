"""The bare command offers both clients. Serves the guide's page "Find your way around"."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import SPACE, mark

_CHOICE_HEIGHT = 64
_PICTURE = QSize(28, 28)


class Chooser(QWidget):
    """Two buttons, one for each client.

    Signals:
        chosen(str): ``"sales"`` or ``"inventory"``.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chooser")
        self.setWindowTitle("posim-desktop")
        self.setMinimumWidth(380)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 6 * SPACE)
        rows.setSpacing(3 * SPACE)
        heading = QLabel(self.tr("What do you want to open?"))
        mark(heading, role="title")
        rows.addWidget(heading)
        self.sales_button = self._choice(rows, self.tr("Sales Client"), "shopping-cart", "sales")
        self.inventory_button = self._choice(rows, self.tr("Inventory Client"), "package", "inventory")

    def _choice(self, rows: QVBoxLayout, label: str, picture: str, name: str) -> QPushButton:
        button = QPushButton(icon(picture), label)
        button.setObjectName(f"{name}_button")
        button.setAccessibleName(label)
        button.setIconSize(_PICTURE)
        button.setMinimumHeight(_CHOICE_HEIGHT)
        button.setAutoDefault(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.chosen.emit(name))
        rows.addWidget(button)
        return button
