"""Posting a receiving log: to whom the goods are set, and the invoices that were made. Serves "Receive"."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, TroubleError
from posim_desktop.queries.backorders import left_out, wants
from posim_desktop.queries.receiving import logs as log_queries
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.receiving.set_backorders import SetBackordersDialog, has_backorders_to_set
from posim_desktop.ui.receiving.wants_arrived import WantsArrivedDialog
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sales.invoices_made import InvoicesMadeDialog
from posim_desktop.ui.widgets.left_out import with_left_out

Write = Callable[[partial[Done], Callable[[Refusal], bool]], bool]


class Posting(QObject):
    """Posts the log of a card, asking first to whom its goods are set when customers wait for them.

    Attributes:
        is_at_work: Whether a log is being posted here, so that its posting is no news from elsewhere.

    Signals:
        answered: Set Backorders to Customers was closed, with the log posted or not, or what was listed afterwards.
        link(Record, int): The person wants to see an invoice that was made.
    """

    answered = Signal()
    link = Signal(object, int)

    def __init__(
        self, operations: Operations, write: Write, show_refusal: Callable[[Refusal], bool], card: QWidget
    ) -> None:
        """Post for a card.

        Args:
            operations: Runs queries.
            write: Runs a verb and shows the log again; False when nothing was written.
            show_refusal: Shows a refusal at its line; False when it is about none.
            card: The card.
        """
        super().__init__(card)
        self._operations = operations
        self._write = write
        self._show_refusal = show_refusal
        self._card = card
        self.is_at_work = False

    def post(self, receiving_log_id: int) -> None:
        """Post at once, or open Set Backorders to Customers, whose OK posts."""
        self.is_at_work = True
        try:
            if has_backorders_to_set(self._operations, receiving_log_id):
                self._ask_whom_it_is_for(receiving_log_id)
                return
        except TroubleError as trouble:
            say(self._card, words_of_trouble(trouble))
        else:
            self._post_at_once(receiving_log_id)
        self.is_at_work = False

    def _ask_whom_it_is_for(self, receiving_log_id: int) -> None:
        dialog = SetBackordersDialog(self._card, self._operations, receiving_log_id=receiving_log_id)
        dialog.posted.connect(self._show_invoices)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _post_at_once(self, receiving_log_id: int) -> None:
        verb = partial(receiving_posting.post, receiving_log_id=receiving_log_id)
        if self._write(verb, self._show_refusal):
            self._say_left_out(receiving_log_id)

    def _say_left_out(self, receiving_log_id: int) -> None:
        """Say who has to answer first, where nobody else waits and so nobody was asked whom the goods are for."""
        try:
            count = self._operations.read(left_out.on_log, receiving_log_id)
        except TroubleError:
            count = 0  # they are under Needs Information, too
        if not count:
            self._show_invoices(receiving_log_id)
            return
        box = say(self._card, with_left_out(self.tr("The receiving log is posted."), count))
        box.finished.connect(lambda: self._show_invoices(receiving_log_id))

    def _show_invoices(self, receiving_log_id: int) -> None:
        try:
            if not self._operations.read(log_queries.invoices_made, receiving_log_id):
                self._offer_to_who_wished(receiving_log_id)
                return
            dialog = InvoicesMadeDialog(self._card, self._operations, receiving_log_id=receiving_log_id)
        except TroubleError as trouble:
            say(self._card, self.tr("The receiving log is posted. {trouble}").format(trouble=words_of_trouble(trouble)))
            return
        dialog.link.connect(self.link)
        dialog.rejected.connect(partial(self._offer_to_who_wished, receiving_log_id))
        dialog.finished.connect(self._card.activateWindow)
        dialog.finished.connect(self.answered)  # a place may have been written down
        dialog.open()

    def _offer_to_who_wished(self, receiving_log_id: int) -> None:
        """List the wishes for what came and is still free; silently none, for they are on the Want List, too."""
        try:
            wished = self._operations.read(wants.arrived, receiving_log_id)
        except TroubleError:
            return
        if wished:
            dialog = WantsArrivedDialog(self._card, wished)
            dialog.link.connect(self.link)
            dialog.finished.connect(self._card.activateWindow)
            dialog.open()

    def _on_dialog_finished(self) -> None:
        self._card.activateWindow()
        self.answered.emit()
        self.is_at_work = False
