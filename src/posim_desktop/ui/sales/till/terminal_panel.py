"""The card terminal in Pay: it is being asked, or nobody knows what came of it. Serves "Card terminals"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.sales.card_requests import RequestState
from posim_desktop.printing.sales.invoice import tender_name
from posim_desktop.queries.sales.card_requests import OpenRequest
from posim_desktop.ui import formatting
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import TextEdit, clear_refusals, place_refusal, with_hint


class TerminalPanel(QWidget):
    """Stands where the buttons of Pay stand as long as a request is open.

    Signals:
        cancel_requested: Ask the terminal to stop.
        ask_again_requested: Ask it what came of the request.
        settled(bool, str): Somebody read on it whether the money was taken, and the reference.
    """

    cancel_requested = Signal()
    ask_again_requested = Signal()
    settled = Signal(bool, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words_label = QLabel()
        self.words_label.setObjectName("terminal_label")
        self.words_label.setWordWrap(True)
        mark(self.words_label, role="value")
        self.cancel_button = _button(self.tr("Cancel at the Terminal"), "cancel_terminal_button")
        self.again_button = _button(self.tr("Ask Again"), "ask_again_button")
        self.taken_button = _button(self.tr("It Took It"), "taken_button")
        self.not_taken_button = _button(self.tr("It Did Not"), "not_taken_button")
        self.reference_field = TextEdit(text.SHORT)
        self.reference_field.setObjectName("terminal_reference_field")
        self.reference_field.setAccessibleName(self.tr("Reference on the Terminal"))
        self.reference_field.setPlaceholderText(self.reference_field.accessibleName())
        self._lay_out()
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.again_button.clicked.connect(self.ask_again_requested)
        self.taken_button.clicked.connect(lambda: self._settle(taken=True))
        self.not_taken_button.clicked.connect(lambda: self._settle(taken=False))

    def _lay_out(self) -> None:
        self.unknown = QWidget()
        inner = QVBoxLayout(self.unknown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE)
        inner.addWidget(self.again_button)
        inner.addWidget(with_hint(self.reference_field))
        inner.addWidget(self.taken_button)
        inner.addWidget(self.not_taken_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addWidget(self.words_label)
        rows.addWidget(self.cancel_button)
        rows.addWidget(self.unknown)
        rows.addStretch(1)

    def show_request(self, request: OpenRequest, *, is_asking: bool) -> None:
        """Show a request.

        Args:
            request: The request.
            is_asking: Whether this program is waiting for its answer.
        """
        asked = {
            "amount": formatting.amount(request.amount),
            "tender": tender_name(request.kind, request.name),
            "time": formatting.date_time(request.asked_at),
            "workstation": request.workstation,
        }
        if is_asking:
            words = self.tr("The card terminal is asked for {amount} by {tender}.")
        elif request.state is RequestState.ASKED:
            words = self.tr("{workstation}, {time}: the card terminal was asked for {amount}. No answer was stored.")
        else:
            words = self.tr("The card terminal did not say whether it took {amount}.")
        self.words_label.setText(words.format(**asked))
        self.cancel_button.setVisible(is_asking)
        self.unknown.setVisible(not is_asking)
        clear_refusals([self.reference_field])

    def refuse(self, refusal: Refusal) -> None:
        """Say why the reference is not taken."""
        place_refusal(self.reference_field, refusal)

    def go(self) -> None:
        """Put the keyboard on what comes next."""
        button = self.again_button if self.unknown.isVisibleTo(self) else self.cancel_button
        button.setFocus()

    def _settle(self, *, taken: bool) -> None:
        clear_refusals([self.reference_field])
        self.settled.emit(taken, self.reference_field.value() if taken else "")


def _button(words: str, name: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAccessibleName(words)
    mark(button, note=True)
    return button
