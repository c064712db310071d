"""Mailing a receipt to a customer. Serves the guide's page "Mail a receipt"."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, TroubleError
from posim_desktop.domain.mails import MailSettings
from posim_desktop.domain.why import Why
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.invoice import invoice_pages
from posim_desktop.queries.sales import receipt_mails as queries
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails
from posim_desktop.queries.shop import preferences
from posim_desktop.services.mails import mail_settings
from posim_desktop.services.sales import receipt_mails
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.widgets.mail_dialog import MailDialog, MailDraft
from posim_desktop.ui.widgets.paper_writing import WRITING


class MailReceiptDialog(MailDialog):
    """Shows the mail as it goes out, with the invoice as PDF."""

    def __init__(
        self, parent: QWidget, operations: Operations, invoice: ProcessedDetails, settings: MailSettings
    ) -> None:
        """Propose the address on the customer's card.

        Raises:
            TroubleError: The database cannot be reached.
        """
        store = operations.read(preferences.load).store_name
        subject = _tr("Receipt {number} from {store}").format(number=invoice.number, store=store)
        body = _tr("Thank you. Your receipt {number} is attached.").format(number=invoice.number) + f"\n\n{store}"
        told = _tr("It comes from {sender}; the receipt is attached as PDF.").format(sender=settings.sender)
        draft = MailDraft(operations.read(queries.address, invoice.id), subject, body)
        super().__init__(parent, operations, draft, first=told)
        self._invoice = invoice
        self.setObjectName("mail_receipt")
        self.setWindowTitle(_tr("Mail Receipt {number}").format(number=invoice.number))

    @override
    def paper(self) -> Pages:
        return invoice_pages(self._invoice, self.operations.read(preferences.on_paper), WRITING)

    @override
    def verb(self) -> partial[Done]:
        return partial(receipt_mails.send_receipt, invoice_id=self._invoice.id)


def mail_receipt(window: QWidget, operations: Operations, invoice: ProcessedDetails) -> None:
    """Open the mail with a receipt, or say that this computer sends none yet."""
    settings = mail_settings.load()
    if not settings.server:
        say(window, words_of(Refusal(Why.MAIL_NOT_SET_UP)))
        return
    try:
        MailReceiptDialog(window, operations, invoice, settings).open()
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))


def _tr(words: str) -> str:
    return QCoreApplication.translate("MailReceiptDialog", words)
