"""Mailing an order to its vendor: to whom, and what the mail says. Serves the guide's page "Mail an order"."""

from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.purchasing.mails import MailSettings, filled_in
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails
from posim_desktop.queries.shop import preferences
from posim_desktop.services.purchasing import mails
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.purchasing.words import order_paper
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import LinesEdit

_WIDTH = 620
_BODY_LINES = 8


class MailOrderDialog(FormDialog):
    """Shows the mail as it goes out, with the order as PDF; OK puts it among the outgoing mail."""

    def __init__(
        self, parent: QWidget, operations: Operations, order: PurchaseOrderDetails, settings: MailSettings
    ) -> None:
        """Fill the template in.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.setObjectName("mail_order")
        self.setWindowTitle(self.tr("Mail Purchase Order {number}").format(number=order.number))
        self._operations, self._order, self._attempt = operations, order, Attempt(one_action=True)
        for button, label in ((self.accept_button, self.tr("Send")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        shop = operations.read(preferences.load)
        names = {"number": str(order.number), "store": shop.store_name, "vendor": order.vendor}
        self.recipient_edit, self.subject_edit = TextEdit(text.EMAIL), TextEdit(text.DESCRIPTION)
        self.body_edit = LinesEdit(_BODY_LINES)
        self.say_first(self.tr("It comes from {sender}; the order is attached as PDF.").format(sender=settings.sender))
        self.add_input("recipient", self.tr("To"), self.recipient_edit)
        self.add_input("subject", self.tr("Subject"), self.subject_edit)
        self.add_input("body", self.tr("Text"), self.body_edit)
        self.recipient_edit.set_value(order.vendor_email)
        self.subject_edit.set_value(filled_in(settings.subject, **names)[: text.DESCRIPTION])
        self.body_edit.set_value(filled_in(settings.body, **names))
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.finished.connect(parent.activateWindow)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            paper = order_paper(self._operations, self._order)
            pages = paper(self._operations.read(preferences.on_paper))
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        verb = partial(
            mails.send_order,
            purchase_order_id=self._order.id,
            recipient=self.recipient_edit.value(),
            subject=self.subject_edit.value(),
            body=self.body_edit.value(),
            file_name=f"{pages.title}.pdf",
            content=pages.pdf(),
        )
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
