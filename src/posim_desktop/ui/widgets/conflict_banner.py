"""Says that somebody else changed the card that is being edited, and asks whose content is to stay."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from posim_desktop.queries.feed import ChangedBy
from posim_desktop.ui.widgets.chips import Banner


class ConflictBanner(Banner):
    """The question, with a button for each answer; the banner's own button takes theirs.

    Signals:
        kept: What was typed here is to stay.
    """

    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_banner")
        self.keep_button = QPushButton(self.tr("Keep Mine"))
        self.keep_button.setObjectName("keep_button")
        self.keep_button.setAccessibleName(self.keep_button.text())
        self.keep_button.clicked.connect(self.kept)
        columns = self.layout()
        if columns is not None:
            columns.addWidget(self.keep_button)

    def ask(self, who: ChangedBy | None) -> None:
        """Say who changed the card, and where."""
        name = who.name if who is not None and who.name else self.tr("Somebody")
        place = who.workstation if who is not None else self.tr("another workstation")
        message = self.tr("{name} changed this card at {place} while you were editing it.")
        self.show_message("attention", message.format(name=name, place=place), self.tr("Use Theirs"))
