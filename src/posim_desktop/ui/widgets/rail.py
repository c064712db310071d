"""The rail beside a deck on a wide screen: the neighbors of the card in front. Serves the page "Find a card"."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.elided import ElidedLabel

MANY = 7
FROM_WINDOW_WIDTH = 400 * SPACE
WIDTH = 70 * SPACE


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A card on the rail.

    Attributes:
        name: Whose it is.
        facts: What it is about and what is next; a fact that is not known is empty.
    """

    id: int
    name: str
    facts: Sequence[str]

    @property
    def detail(self) -> str:
        """The facts in one line."""
        return " · ".join(fact for fact in self.facts if fact)


class Rail(QWidget):
    """Up to seven cards in the deck's order; a click opens one.

    Signals:
        opened(int): A card was clicked.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Neighbors"))
        self.setFixedWidth(WIDTH)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        self.cards = [_RailCard() for _ in range(MANY)]
        for card in self.cards:
            rows.addWidget(card)
            card.hide()  # until it has a neighbor to show
            card.clicked.connect(lambda _checked=False, card=card: self.opened.emit(card.record_id))
        rows.addStretch(1)

    def show_neighbors(self, neighbors: Sequence[Neighbor], current_id: int | None) -> None:
        """Show these cards, the one in front among them."""
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(neighbors))
            if place < len(neighbors):
                card.show_neighbor(neighbors[place], current=neighbors[place].id == current_id)


class _RailCard(QPushButton):
    """One neighbor; the arrows lead there by keyboard, so that Tab passes it by."""

    def __init__(self) -> None:
        super().__init__()
        self.record_id = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name_label, self.detail_label = ElidedLabel(), ElidedLabel()
        mark(self.name_label, role="value")
        mark(self.detail_label, role="muted")
        mark(self, rail=True, current=False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        rows.setSpacing(0)
        for label in (self.name_label, self.detail_label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            rows.addWidget(label)

    def show_neighbor(self, neighbor: Neighbor, *, current: bool) -> None:
        self.record_id = neighbor.id
        self.name_label.setText(neighbor.name)
        self.detail_label.setText(neighbor.detail)
        words = f"{neighbor.name}: {neighbor.detail}"
        self.setAccessibleName(words)
        self.setToolTip(words if self.name_label.is_cut or self.detail_label.is_cut else "")
        mark(self, current=current)
