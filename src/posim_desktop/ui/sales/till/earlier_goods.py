"""What was promised, set aside or sold before, from the till: its slip or receipt scanned, or its customer chosen.

Serves the guide's pages "Pick up" and "Returns".
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.why import Why
from posim_desktop.queries.deck import Found
from posim_desktop.queries.sales import customer_pickup, pickup, processed_invoices
from posim_desktop.queries.sales import returns as return_queries
from posim_desktop.ui import sounds
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.sales.till.commitment import Commitment
from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.widgets.question import Question


class EarlierGoods(QObject):
    """Finds what goods of an earlier invoice are about, and leads there.

    Signals:
        taken_up(int): Go on with this invoice.
        stayed: Go on with the invoice in hand, which changed or was asked for.
        picked: The sale in hand has what waited, or why not was said.
        link(Record, int): Show this record.
    """

    taken_up = Signal(int)
    stayed = Signal()
    picked = Signal()
    link = Signal(object, int)

    def __init__(
        self,
        operations: Operations,
        navigator: Navigator,
        sale: Sale,
        frame: TillFrame,
        commitment: Commitment,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._operations = operations
        self._navigator = navigator
        self._sale = sale
        self._frame = frame
        self._commitment = commitment
        self._window = window

    def open_scanned(self, invoice_id: int) -> None:
        """Take up the invoice of a pick-up slip, or show all that waits for its customer if there is more.

        Of a receipt, which was posted, goods come back, or it is shown.
        """
        try:
            invoice_id = self._operations.read(customer_pickup.moved_to, invoice_id) or invoice_id
            posted = self._operations.read(processed_invoices.processed, invoice_id)
            others = self._operations.read(customer_pickup.customer_of_several, invoice_id)
        except TroubleError as trouble:
            say(self._window, words_of_trouble(trouble))
            return
        if others is not None and invoice_id != self._sale.invoice_id:
            self._navigator.open_found(Place.PICK_UP, Found(customer_id=others))
            sounds.play(Sound.GOOD)
            return
        if posted is not None:
            if not self._offers_return(invoice_id):
                self.link.emit(Record.INVOICE, invoice_id)
            sounds.play(Sound.GOOD)
            return
        self.ask_to_open(invoice_id)
        if QApplication.activeModalWidget() is None:
            sounds.play(Sound.GOOD if self._sale.invoice_id == invoice_id else Sound.REFUSED)

    def _offers_return(self, sale_id: int) -> bool:
        """Open Return Items of a receipt; False where nothing can come back, or goods of it wait to be picked up."""
        from posim_desktop.ui.sales.return_items import open_return_items  # noqa: PLC0415 - when first opened

        found = self._operations.read(return_queries.returnable, sale_id)
        if found is None or not found.has_any_left or found.backorders or self._frame.is_paying:
            return False
        here = self._sale.invoice_id if self._sale.lines and not self._commitment.is_committed else None
        open_return_items(self._window, self._operations, sale_id, self._on_returned, invoice_id=here)
        return True

    def _on_returned(self, invoice_id: int) -> None:
        """Go on with the invoice that takes goods back."""
        if invoice_id == self._sale.invoice_id:
            self._sale.reload()
            self.stayed.emit()
        else:
            self.taken_up.emit(invoice_id)

    def ask_to_open(self, invoice_id: int) -> None:
        """Take up an invoice that waits; a sale in hand is parked for it, if the person wants that."""
        if invoice_id == self._sale.invoice_id:
            self.stayed.emit()
        elif self._sale.lines and not self._commitment.is_committed:
            words = self.tr("A sale is in hand. Park it and open the invoice that waits for pick-up?")
            park, go_on = self.tr("Park and Open"), self.tr("Go On Selling")
            asking = Question(self._window, self.tr("Pick-up"), words, act=park, give_up=go_on)
            asking.accepted.connect(lambda: self.taken_up.emit(invoice_id))
            asking.open()
        else:
            self.taken_up.emit(invoice_id)

    def pick_up(self, customer_id: int) -> None:
        """Take up what waits for a customer on other invoices: into the sale in hand, or by itself."""
        try:
            on_hold = self._operations.read(pickup.on_hold)
        except TroubleError as trouble:
            say(self._window, words_of_trouble(trouble))
            return
        here = self._sale.invoice_id
        if self._sale.lines and not self._commitment.is_committed:
            self._pick_into_sale(customer_id)
            return
        held = [row for row in on_hold if row.customer_id == customer_id and row.invoice_id != here]
        if len(held) == 1:
            self.ask_to_open(held[0].invoice_id)
        elif held:
            self._navigator.open_found(Place.PICK_UP, Found(customer_id=customer_id))
        else:  # the invoice was uncommitted, and its goods are anybody's until it is posted
            self.show_backorders(customer_id)

    def _pick_into_sale(self, customer_id: int) -> None:
        """Put all that waits for the customer of the sale in hand on it; what is not wanted is taken off again."""
        try:
            waiting = self._operations.read(customer_pickup.of_customer, customer_id)
        except TroubleError as trouble:
            say(self._window, words_of_trouble(trouble))
            return
        named = {line.id for line in self._sale.lines if line.is_picked}
        ready = () if waiting is None else waiting.ready
        free = tuple(line.line_id for line in ready if line.refusal is None and line.line_id not in named)
        if not free:
            self._navigator.open_found(Place.PICK_UP, Found(customer_id=customer_id))
            return
        refusal = self._sale.pick(free)
        if refusal is not None and refusal.why is not Why.NOT_STORED:
            say(self._window, words_of(refusal))
        self.picked.emit()

    def show_backorders(self, customer_id: int) -> None:
        """Show the backorders of the customer of the sale in hand."""
        customer = self._sale.details.customer if self._sale.details else None
        label = self.tr("{name}’s backorders").format(name=customer.name) if customer else ""
        self._navigator.open_found(Place.BACKORDERS, Found(customer_id=customer_id, label=label))
