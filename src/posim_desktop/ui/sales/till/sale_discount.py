"""Asking for the discount on the whole sale. Serves the guide's page "Sell"."""

from PySide6.QtWidgets import QLineEdit, QWidget

from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.why import Why
from posim_desktop.ui import formatting
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sales.till.invoice_lines import read_discount
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.signature import box_of_reasons


class SaleDiscountDialog(FormDialog):
    """Takes an amount or a percentage for the whole sale, and why it is given."""

    def __init__(self, parent: QWidget, sale: Sale) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._sale = sale
        self.setObjectName("sale_discount")
        self.setWindowTitle(self.tr("Discount on the Sale"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.say_first(
            self.tr(
                "Enter an amount, or a percentage like 10%. It comes off what is sold now, besides the lines’ own "
                "discounts; backorders and returns have no part in it. Leave it empty for no discount."
            )
        )
        self.discount_edit = QLineEdit()
        self.add_input("discount", self.tr("Discount"), self.discount_edit)
        self.reason_edit = box_of_reasons((), self.tr("Why this sale is cheaper"))
        self.add_input("discount_reason", self.tr("Reason"), self.reason_edit)
        details = sale.details
        if details is not None:
            self.discount_edit.setText(_to_edit(details.discount))
            self.discount_edit.selectAll()
            self.reason_edit.setEditText(details.discount_reason)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def suggest_reasons(self) -> None:
        """Offer the reasons that were given before; none when the database cannot be read."""
        try:
            reasons = self._sale.discount_reasons()
        except TroubleError as trouble:
            self._sale.trouble(words_of_trouble(trouble))
            return
        typed = self.reason_edit.currentText()
        self.reason_edit.addItems(list(reasons))
        self.reason_edit.setCurrentIndex(-1)
        self.reason_edit.setEditText(typed)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            discount = read_discount(self.discount_edit.text().strip())
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        refusal = self._sale.give_discount(discount, self.reason_edit.currentText().strip())
        if refusal is None:
            self.accept()
        elif refusal.why is not Why.NOT_STORED:
            self.show_refusal(refusal)


def _to_edit(discount: SaleDiscount) -> str:
    if discount.percent is not None:
        return f"{formatting.quantity(discount.percent)}%"
    return formatting.money_to_edit(discount.amount) if discount.amount else ""
