"""Asking what is paid ahead for goods that are set aside. Serves the guide's page on deposits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.edits import MoneyEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class LayawayDialog(FormDialog):
    """Takes an amount, sets the goods of the invoice aside and leads on to paying it.

    Signals:
        begun(int): The goods are set aside; this invoice is to be paid now.
    """

    begun = Signal(int)

    def __init__(self, parent: QWidget, sale: Sale) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._sale = sale
        self.setObjectName("layaway_dialog")
        self.setWindowTitle(self.tr("Layaway"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(
            self.tr(
                "The goods are set aside for the customer. What is paid now is kept as credit and pays for them when "
                "they are picked up."
            )
        )
        self.amount_edit = MoneyEdit("deposit")
        self.add_input("deposit", self.tr("Paid Now"), self.amount_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            amount = self.amount_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        begun = self._sale.begin_layaway(amount)
        if isinstance(begun, int):
            self.accept()
            self.begun.emit(begun)
        elif begun.why is not Why.NOT_STORED:
            self.show_refusal(begun)
