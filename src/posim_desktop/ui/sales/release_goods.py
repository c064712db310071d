"""Goods that waited for a customer are not handed over: owed again, or no longer wanted. Serves "Pick up"."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QRadioButton, QWidget

from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.services.sales.fills import Canceling
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.freed_money import freed_money
from posim_desktop.ui.widgets.receipt_printing import print_wish
from posim_desktop.ui.widgets.signature import name_box, reason_box

Release = Callable[[Canceling | None, Attempt], Refusal | None]
_WIDTH = 600


class ReleaseGoodsDialog(FormDialog):
    """Asks whether the customer is owed the goods again or no longer wants them; then who says so and why."""

    def __init__(
        self,
        parent: QWidget,
        operations: Operations,
        *,
        title: str,
        what: str,
        accept: str,
        goods: Mapping[int, Decimal],
        release: Release,
    ) -> None:
        """Make the dialog.

        Args:
            parent: The till.
            operations: Runs queries.
            title: Its title.
            what: The goods, and what becomes of them on the invoice.
            accept: What the primary button says.
            goods: How much of which backorder is set aside no longer.
            release: Does it under the operation key it is given; returns why not, or None.
        """
        super().__init__(parent, title, accept=accept, cancel="", width=_WIDTH)
        self._release = release
        self._attempt = Attempt(one_action=True)
        self.setObjectName("release_goods")
        self.cancel_button.setText(self.tr("Keep"))
        self.cancel_button.setAccessibleName(self.tr("Keep"))
        self.say_first(what)
        self.owed_radio = QRadioButton(self.tr("The customer is &owed the goods again"))
        self.canceled_radio = QRadioButton(self.tr("The customer &no longer wants them"))
        for name, radio in (("owed_radio", self.owed_radio), ("canceled_radio", self.canceled_radio)):
            radio.setObjectName(name)
            radio.setAccessibleName(radio.text().replace("&", ""))
            self.body.addWidget(radio, 0, Qt.AlignmentFlag.AlignLeft)
        self.owed_radio.setChecked(True)
        self.name_edit, self.reason_edit = name_box(operations), reason_box(operations)
        self.add_input("name", self.tr("Name"), self.name_edit)
        self.add_input("reason", self.tr("Reason"), self.reason_edit)
        self.freed_money = freed_money(operations, goods.keys())
        if self.freed_money is not None:
            self.inputs |= self.freed_money.inputs
            self.form.addRow(self.freed_money)
            self.freed_money.resized.connect(self.grow)
            self.freed_money.cancel(goods)
        self.first_focus = self.owed_radio
        self._on_canceled_radio_toggled(wanted=False)
        self.canceled_radio.toggled.connect(lambda wanted: self._on_canceled_radio_toggled(wanted=wanted))
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_canceled_radio_toggled(self, *, wanted: bool) -> None:
        self.clear_refusals()
        why_not = "" if wanted else self.tr("Name and reason are needed only for what is no longer wanted.")
        for widget in (self.name_edit, self.reason_edit):
            widget.setEnabled(wanted)
            widget.setToolTip(why_not)
        if self.freed_money is not None:
            self.freed_money.setVisible(wanted)
            QTimer.singleShot(0, self.grow)

    def _canceling(self, employee_id: int) -> Canceling:
        reason = self.reason_edit.currentText()
        if self.freed_money is None:
            return Canceling(employee_id, reason)
        money = self.freed_money.money()
        return Canceling(employee_id, reason, money, self.freed_money.tender(), print_wish())

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        canceling = None
        if self.canceled_radio.isChecked():
            employee_id = self.name_edit.currentData()
            if employee_id is None:
                self.show_refusal(Refusal(Why.NO_CANCELING_EMPLOYEE, Field("name")))
                return
            try:
                canceling = self._canceling(employee_id)
            except RefusedError as refused:
                self.show_refusal(refused.refusal)
                return
        refusal = self._release(canceling, self._attempt)
        if refusal is None:
            self.accept()
        else:
            self.show_refusal(refusal)
