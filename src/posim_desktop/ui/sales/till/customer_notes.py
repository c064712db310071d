"""What the shop noted about the customer on a working invoice. Serves the guide's page on customers."""

from PySide6.QtWidgets import QWidget

from posim_desktop.ui.widgets.chips import Banner

_MOST_SHOWN = 160  # characters; two lines of a narrow till


class CustomerNotes(Banner):
    """Shows the notes of the customer's card as long as the invoice is for that customer; asks nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("customer_notes")

    def show_notes(self, notes: str) -> None:
        """Show notes in one or two lines, all of them in the tip; nothing when there are none."""
        words = " ".join(notes.split())
        if not words:
            self.clear_message()
            return
        shown = words if len(words) <= _MOST_SHOWN else words[:_MOST_SHOWN].rstrip() + "…"
        self.show_message("info", shown)
        self.setToolTip(notes if shown != words else "")
