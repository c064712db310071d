"""Freight and Charges: what a delivery cost besides its goods. Serves the guide's page "Receive"."""

from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.receiving.charges import Spread
from posim_desktop.queries.receiving.logs import ReceivingDetails
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.edits import MoneyEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class ChargesDialog(FormDialog):
    """Asks for freight and other charges, and over which lines they are spread."""

    def __init__(self, parent: QWidget, operations: Operations, log: ReceivingDetails) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self.setObjectName("charges_dialog")
        self.setWindowTitle(self.tr("Freight and Charges"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._operations = operations
        self._log = log
        self._attempt = Attempt(one_action=True)
        self.body.addWidget(ApprovalNotice(operations, Permission.SEE_COSTS, self))
        self.say_first(
            self.tr("What is spread becomes part of what each unit costs, to the cent. It is worked out at posting.")
        )
        self.freight_edit, self.other_edit = MoneyEdit("freight"), MoneyEdit("other_charges")
        self.freight_edit.set_value(log.freight)
        self.other_edit.set_value(log.other_charges)
        self.spread_edit = DropDown()
        for spread, words in (
            (Spread.COST, self.tr("by cost")),
            (Spread.QUANTITY, self.tr("by quantity")),
            (Spread.NONE, self.tr("not at all: costs stay as they are")),
        ):
            self.spread_edit.addItem(words, userData=spread)
        self.spread_edit.setCurrentIndex(self.spread_edit.findData(log.spread))
        self.add_input("freight", self.tr("Freight"), self.freight_edit)
        self.add_input("other_charges", self.tr("Other Charges"), self.other_edit)
        self.add_input("spread", self.tr("Spread over the Lines"), self.spread_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            freight, other = self.freight_edit.value(), self.other_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        verb = partial(
            receiving.set_charges,
            receiving_log_id=self._log.id,
            freight=freight,
            other_charges=other,
            spread=Spread(self.spread_edit.currentData()),
        )
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
