"""Asking for a few words: a comment line, an invoice's note. Serves the guide's page "Sell"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.domain.errors import Refusal
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import AnswerButtons
from posim_desktop.ui.widgets.edits import place_refusal, with_hint

_WIDTH = 120 * SPACE


class WordsDialog(QDialog):
    """One text to type; whoever opened it closes it once the words were taken.

    Signals:
        written(str): OK was pressed with these words.
    """

    written = Signal(str)

    def __init__(self, title: str, words: str, parent: QWidget, *, several_lines: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("words_dialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.words_field: QLineEdit | QPlainTextEdit = QPlainTextEdit(words) if several_lines else QLineEdit(words)
        self.words_field.setObjectName("words_field")
        self.words_field.setAccessibleName(title)
        if isinstance(self.words_field, QPlainTextEdit):
            self.words_field.setTabChangesFocus(True)
        caption = QLabel(title)
        caption.setBuddy(self.words_field)
        mark(caption, role="label")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        rows.setSpacing(2 * SPACE)
        rows.addWidget(caption)
        rows.addWidget(with_hint(self.words_field))
        rows.addLayout(self._build_buttons())
        if isinstance(self.words_field, QLineEdit):
            self.words_field.returnPressed.connect(self.accept_button.click)
        self.accept_button.clicked.connect(lambda: self.written.emit(self.words()))
        self.cancel_button.clicked.connect(self.reject)
        self.words_field.setFocus()

    def _build_buttons(self) -> AnswerButtons:
        buttons = AnswerButtons(self.tr("OK"), self.tr("Cancel"))
        self.accept_button, self.cancel_button = buttons.accept_button, buttons.cancel_button
        return buttons

    def words(self) -> str:
        """Return what is typed."""
        return self.words_field.text() if isinstance(self.words_field, QLineEdit) else self.words_field.toPlainText()

    def answer(self, refusal: Refusal | None) -> None:
        """Close once the words were taken, or say at the field why not and keep them."""
        if refusal is None:
            self.accept()
        else:
            place_refusal(self.words_field, refusal)
