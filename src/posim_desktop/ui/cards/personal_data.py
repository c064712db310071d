"""Handing over what is kept about a customer, and forgetting them. Serves the guide's page on customers."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.cards.forgetting import typed_refusal
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import TroubleError
from posim_desktop.printing.personal_data import as_zip
from posim_desktop.queries.cards import kept_of_customer
from posim_desktop.queries.cards.customers import CustomerDetails
from posim_desktop.services.cards import personal_data
from posim_desktop.ui import formatting
from posim_desktop.ui.cards.personal_data_words import file_word, heading
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.sheet_saving import save_bytes


def ask_where_to_hand_over(window: QWidget, operations: Operations, customer: CustomerDetails) -> None:
    """Ask for a file, and write into it all that is kept about a customer."""
    title, kind = _tr("Hand Over Data"), _tr("ZIP Files (*.zip)")
    dialog = QFileDialog(window, title, f"{customer.fields.code}.zip", kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("zip")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: hand_over(window, operations, customer.id, Path(chosen)))
    dialog.open()


def hand_over(window: QWidget, operations: Operations, customer_id: int, file: Path) -> bool:
    """Write all that is kept about a customer into a file; False after saying why not."""
    if not isinstance(operations.run(window, partial(personal_data.hand_over, customer_id=customer_id)), Done):
        return False
    try:
        kept = operations.read(kept_of_customer.everything, customer_id)
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))
        return False
    if kept is None:
        return False
    return save_bytes(window, file, as_zip(kept, file_word=file_word, heading=heading, on_shop_clock=_on_shop_clock))


class ForgetDialog(FormDialog):
    """Asks for the ID of the customer whom somebody wants to forget: nothing brings back what goes."""

    def __init__(self, parent: QWidget, operations: Operations, customer: CustomerDetails) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._operations = operations
        self._customer = customer
        self._attempt = Attempt(one_action=True)
        self.setObjectName("forget_customer")
        self.setWindowTitle(self.tr("Forget This Customer"))
        for button, label in ((self.accept_button, self.tr("Forget")), (self.cancel_button, self.tr("Keep"))):
            button.setText(label)
            button.setAccessibleName(label)
        mark(self.accept_button, destructive=True)
        self.accept_button.setToolTip("")
        self.accept_button.setDefault(False)
        self.cancel_button.setDefault(True)
        name = customer.fields.name
        self.say_first(
            self.tr(
                "The card of {name} will say nothing any more: no name, no address, no numbers. Notes, wishes, "
                "answers, pictures, files and mails go with it. Nothing brings them back."
            ).format(name=name)
        )
        self.say_first(
            self.tr("Posted invoices, special orders and the customer's money stay on record as the law asks for them.")
        )
        self.typed_edit = TextEdit(text.CODE)
        caption = self.tr("To forget {name}, type {code}").format(name=name, code=customer.fields.code)
        self.add_input("typed", caption, self.typed_edit)
        self.put_labels_above()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        refusal = typed_refusal(self._customer.fields.code, self.typed_edit.text())
        if refusal is not None:
            self.show_refusal(refusal)
            return
        verb = partial(personal_data.forget, customer_id=self._customer.id, version=self._customer.version)
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()


def _on_shop_clock(moment: datetime) -> datetime:
    return moment.astimezone(formatting.store_format().zone).replace(tzinfo=None, microsecond=0)


def _tr(words: str) -> str:
    return QCoreApplication.translate("PersonalData", words)
