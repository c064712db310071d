"""Mailing an order to its vendor: to whom, and what the mail says. Serves the guide's page "Mail an order"."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.mails import MailSettings, filled_in
from posim_desktop.printing.pages import Pages
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails
from posim_desktop.queries.shop import preferences
from posim_desktop.services.purchasing import order_mails
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.purchasing.words import order_paper
from posim_desktop.ui.widgets.mail_dialog import MailDialog, MailDraft


class MailOrderDialog(MailDialog):
    """Shows the mail as it goes out, with the order as PDF."""

    def __init__(
        self, parent: QWidget, operations: Operations, order: PurchaseOrderDetails, settings: MailSettings
    ) -> None:
        """Fill the template in.

        Raises:
            TroubleError: The database cannot be reached.
        """
        shop = operations.read(preferences.load)
        names = {"number": str(order.number), "store": shop.store_name, "vendor": order.vendor}
        subject, body = filled_in(settings.subject, **names), filled_in(settings.body, **names)
        told = _tr("It comes from {sender}; the order is attached as PDF.").format(sender=settings.sender)
        super().__init__(parent, operations, MailDraft(order.vendor_email, subject, body), first=told)
        self._order = order
        self.setObjectName("mail_order")
        self.setWindowTitle(_tr("Mail Purchase Order {number}").format(number=order.number))

    @override
    def paper(self) -> Pages:
        lay_out = order_paper(self.operations, self._order)
        return lay_out(self.operations.read(preferences.on_paper))

    @override
    def verb(self) -> partial[Done]:
        return partial(order_mails.send_order, purchase_order_id=self._order.id)


def _tr(words: str) -> str:
    return QCoreApplication.translate("MailOrderDialog", words)
