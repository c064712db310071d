"""Works the Backorders deck and Manual Backorder Cancel."""

import re

from PySide6.QtWidgets import QDialog

from posim_desktop.tour import hands
from posim_desktop.ui.backorders.card import BackorderCard
from workflows.drivers.decks import DeckDriver


class BackorderCardDriver:
    """What a Backorder card shows."""

    def __init__(self, card: BackorderCard) -> None:
        self.card = card

    def canceled_rows(self) -> list[tuple[str, ...]]:
        """Read the Canceled table, which is not there while it has no rows."""
        if not hands.is_there(self.card, "Canceled"):
            return []
        return hands.rows(hands.table(self.card, "Canceled"), "Qty", "Name", "Reason")

    def happened(self) -> str:
        """Read the time line."""
        return self.card.tables.time_line.accessibleName()

    @property
    def status(self) -> str:
        """The word of the status pill."""
        return self.card.status_pill.text()

    @property
    def ordered(self) -> str:
        """The strip's figure."""
        return self._figure("Ordered")

    @property
    def outstanding(self) -> str:
        """The strip's figure."""
        return self._figure("Outstanding")

    @property
    def canceled(self) -> str:
        """The strip's figure."""
        return self._figure("Canceled")

    def _figure(self, name: str) -> str:
        found = re.search(rf"{name} (\S+)", self.card.strip.accessibleName())
        assert found is not None
        return found.group(1)


class BackordersDriver(DeckDriver):
    """The Backorders deck."""

    @property
    def card(self) -> BackorderCardDriver:
        """The card in front."""
        card = self.deck.card
        assert isinstance(card, BackorderCard)
        return BackorderCardDriver(card)

    def ask(self, question: str) -> None:
        """Press Ask and enter what the customer has to be asked; it must work."""
        self.press("Ask")
        dialog = hands.dialog("Ask the Customer")
        hands.fill(dialog, "Question", question)
        hands.press(dialog, "OK")
        hands.settle()

    def start_cancel(self, *, quantity: str, name: str = "", reason: str = "") -> QDialog:
        """Press Cancel and fill in Manual Backorder Cancel; an empty name leaves the proposed one."""
        self.press("Cancel")
        dialog = hands.dialog("Manual Backorder Cancel")
        hands.fill(dialog, "Qty", quantity)
        if name:
            hands.fill(dialog, "Name", name)
        hands.fill(dialog, "Reason", reason)
        return dialog

    def cancel(self, *, quantity: str, name: str = "", reason: str = "") -> None:
        """Cancel some units with OK; it must work."""
        dialog = self.start_cancel(quantity=quantity, name=name, reason=reason)
        hands.press(dialog, "OK")
        self.client.activateWindow()
        hands.settle()
