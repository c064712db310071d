"""Manual Backorder Cancel. Serves the guide's page "Cancel part of a backorder"."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from posim_desktop.domain.changes import Change, Changes, Done, Record
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why
from posim_desktop.queries.backorders import backorders as backorder_queries
from posim_desktop.queries.backorders.backorders import BackorderDetails
from posim_desktop.services.sales import cancellations
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.edits import QuantityEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.freed_money import freed_money
from posim_desktop.ui.widgets.receipt_printing import print_wish
from posim_desktop.ui.widgets.signature import name_box, reason_box

_WIDTH = 560


class ManualBackorderCancelDialog(FormDialog):
    """Asks how many units are no longer wanted, who says so and why.

    What was typed stays through every refusal. When somebody else changes the backorder meanwhile, the figures above
    the fields are read again and the dialog says so.

    Signals:
        written(int): It is canceled; the record of the verb.
    """

    written = Signal(int)
    verb: Callable[..., Done] = staticmethod(cancellations.cancel)

    def __init__(self, parent: QWidget, operations: Operations, details: BackorderDetails) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.operations = operations
        self._details = details
        self._attempt = Attempt(one_action=True)
        self.setObjectName("manual_backorder_cancel")
        self.setWindowTitle(self.tr("Manual Backorder Cancel"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build()
        self._show_figures()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.operations.bus.changed.connect(self._on_bus_changed)
        self.quantity_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        whose = self.tr("Backorder {number}: {item} {description}, for {customer}").format(
            number=self._details.number,
            item=self._details.item,
            description=self._details.description,
            customer=self._details.customer,
        )
        self.body.addWidget(ApprovalNotice(self.operations, Permission.CANCEL_BACKORDER, self))
        self.say_first(whose)
        self.figures_label = QLabel()
        self.figures_label.setObjectName("figures_label")
        mark(self.figures_label, role="value")
        self.news_label = QLabel(self.tr("Somebody just changed this backorder. These are the current figures."))
        self.news_label.setObjectName("news_label")
        self.news_label.setWordWrap(True)
        mark(self.news_label, role="attention")
        self.news_label.hide()
        self.body.addWidget(self.figures_label)
        self.body.addWidget(self.news_label)
        self.quantity_edit = QuantityEdit("quantity")
        self.name_edit = name_box(self.operations)
        self.reason_edit = reason_box(self.operations)
        self.add_input("quantity", self.tr("Qty"), self.quantity_edit)
        self.add_input("name", self.tr("Name"), self.name_edit)
        self.add_input("reason", self.tr("Reason"), self.reason_edit)
        self.freed_money = freed_money(self.operations, [self._details.id])
        if self.freed_money is not None:
            self.inputs |= self.freed_money.inputs
            self.form.addRow(self.freed_money)
            self.quantity_edit.textChanged.connect(self._show_freed)
            self.freed_money.resized.connect(self.grow)
            self._show_freed()

    def _show_figures(self) -> None:
        figures = self._details.figures
        said = self.tr("Outstanding: {outstanding} of {ordered} ordered")
        self.figures_label.setText(
            said.format(
                outstanding=formatting.quantity(figures.outstanding), ordered=formatting.quantity(figures.ordered)
            )
        )
        self.quantity_edit.setPlaceholderText(
            self.tr("up to {outstanding}").format(outstanding=formatting.quantity(self._most()))
        )

    def _most(self) -> Decimal:
        """Say how many units can be canceled here."""
        return self._details.figures.outstanding

    def _show_freed(self) -> None:
        """Show what becomes of the deposit on so many units."""
        if self.freed_money is None:
            return
        try:
            quantity = self.quantity_edit.value()
        except RefusedError:
            quantity = NO_UNITS
        within = min(quantity, self._most())
        self.freed_money.cancel({self._details.id: within})

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            quantity = self.quantity_edit.value()
            money = dict(self.freed_money.money()) if self.freed_money is not None else {}
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        employee_id = self.name_edit.currentData()
        if employee_id is None:
            self.show_refusal(Refusal(Why.NO_CANCELING_EMPLOYEE, Field("name")))
            return
        verb = partial(
            self.verb,
            backorder_id=self._details.id,
            quantity=quantity,
            employee_id=employee_id,
            reason=self.reason_edit.currentText(),
            disposition=money.get(self._details.id),
            refund_by=None if self.freed_money is None else self.freed_money.tender(),
            wish=print_wish(),
        )
        done = self.operations.run(self, verb, self._attempt, self._on_refusal)
        if isinstance(done, Done):
            self.accept()
            self.written.emit(done.record_id)

    def _on_refusal(self, refusal: Refusal) -> bool:
        self._reload()
        return self.show_refusal(refusal)

    def _reload(self) -> None:
        fresh = self.operations.read(backorder_queries.details, self._details.id)
        if fresh is not None and fresh.version != self._details.version:
            self._details = fresh
            self._show_figures()
            self.news_label.show()

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.isVisible() and Change(Record.BACKORDER, self._details.id) in changes:
            self._reload()
