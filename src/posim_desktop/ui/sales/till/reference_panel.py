"""Asks what finds a payment again: the number of a check, what the card terminal printed. Serves "Pay and post"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain import text
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.printing.sales.invoice import tender_name
from posim_desktop.ui import formatting
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import TextEdit, clear_refusals, place_refusal, with_hint
from posim_desktop.ui.widgets.scanner import TAKES_SCANS


class ReferencePanel(QWidget):
    """Stands where the buttons of Pay stand while a reference is asked.

    Signals:
        answered(str): The reference.
        left: Not this tender after all.
    """

    answered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reference_field = TextEdit(text.SHORT)
        self.reference_field.setObjectName("reference_field")
        self.reference_field.setAccessibleName(self.tr("Reference"))
        self.reference_field.setProperty(TAKES_SCANS, True)  # a voucher has a barcode
        mark(self.reference_field, till=True)
        self.caption = QLabel()
        self.caption.setObjectName("reference_caption")
        self.caption.setBuddy(self.reference_field)
        self.caption.setWordWrap(True)
        mark(self.caption, role="label")
        self.take_button = QPushButton(self.tr("Take"))
        self.take_button.setObjectName("take_button")
        self.take_button.setAccessibleName(self.take_button.text())
        mark(self.take_button, tender=True, primary=True)
        self.leave_button = QPushButton(self.tr("Another Tender"))
        self.leave_button.setObjectName("another_tender_button")
        self.leave_button.setAccessibleName(self.leave_button.text())
        mark(self.leave_button, link=True)
        self._lay_out()
        self.reference_field.returnPressed.connect(self._on_answered)
        self.take_button.clicked.connect(self._on_answered)
        self.leave_button.clicked.connect(self.left)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addWidget(self.caption)
        rows.addWidget(with_hint(self.reference_field))
        rows.addWidget(self.take_button)
        rows.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)

    def ask(self, tender: Tender) -> None:
        """Ask for the reference of what is about to be taken."""
        words = self.tr("{amount} by {tender}. Its refere&nce:")
        name = tender_name(tender.kind, tender.does.name).replace("&", "&&")
        self.caption.setText(words.format(amount=formatting.amount(tender.amount), tender=name))
        clear_refusals([self.reference_field])
        self.reference_field.clear()

    def refuse(self, refusal: Refusal) -> None:
        """Say why this reference is not taken."""
        place_refusal(self.reference_field, refusal)

    def _on_answered(self) -> None:
        clear_refusals([self.reference_field])
        self.answered.emit(self.reference_field.value())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
