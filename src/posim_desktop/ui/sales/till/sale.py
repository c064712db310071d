"""The working invoice in the till's hands: which one it is, what it holds, and every verb on it.

Serves the guide's pages "Sell" and "Parked invoices". Whatever is done here is in the database before the screen shows
it, so a crash loses nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.cards.serials import one_form
from posim_desktop.domain.changes import Changes, Done, Record
from posim_desktop.domain.errors import Field, Refusal, RefusedError, TroubleError
from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.people.permissions import missing
from posim_desktop.domain.permits import Permit
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import tenders as tender_rules
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.line_needs import stock_needs
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.queries import serials as serial_queries
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.sales import customer_money, till
from posim_desktop.queries.sales import invoices as invoice_queries
from posim_desktop.queries.sales.customer_money import NOTHING_HELD, Held
from posim_desktop.queries.sales.till import OutOfStock
from posim_desktop.queries.sales.working_rows import InHand, WorkingDetails, WorkingLine
from posim_desktop.queries.shop import preferences
from posim_desktop.services.sales import invoices, parking, removed_lines
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.services.sales.removed_lines import RemovedLine
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt, Outcome, Refused, Trouble
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.receipt_printing import print_wish

if TYPE_CHECKING:
    from posim_desktop.domain.preferences import ShopPreferences
    from posim_desktop.queries.purchasing.orders import OnOrderRow
    from posim_desktop.services.sales.fills import Canceling
    from posim_desktop.ui.database_thread import Job


@dataclass(frozen=True, slots=True)
class DepositFor:
    """What a deposit is for: a backorder, a B line of the invoice, or neither, which is credit."""

    backorder_id: int | None = None
    line_id: int | None = None


class Sale(QObject):
    """One working invoice, or none yet.

    Signals:
        changed: It holds something else, or is another one.
        ended_elsewhere(str): Another workstation posted or discarded it; the words to say so.
        posted_after_all(int): The answer to its posting was lost, and now the news came that it was posted.
    """

    changed = Signal()
    ended_elsewhere = Signal(str)
    posted_after_all = Signal(int)

    def __init__(self, operations: Operations, window: QWidget) -> None:
        super().__init__(window)
        self._operations = operations
        self._window = window
        self._attempt = Attempt()
        self._perhaps_posted: int | None = None
        self.invoice_id: int | None = None
        self.details: WorkingDetails | None = None
        operations.bus.changed.connect(self._on_bus_changed)

    @property
    def lines(self) -> tuple[WorkingLine, ...]:
        """Its lines."""
        return self.details.lines if self.details else ()

    @property
    def fills_backorders(self) -> bool:
        """Whether some of its goods were set aside for backorders."""
        return any(line.fills_backorder_id is not None and not line.is_picked for line in self.lines)

    @property
    def goods_set_aside(self) -> dict[int, Decimal]:
        """How much of each backorder is set aside on it."""
        goods: dict[int, Decimal] = {}
        for line in self.lines:
            if line.fills_backorder_id is not None:
                goods[line.fills_backorder_id] = goods.get(line.fills_backorder_id, NO_UNITS) + line.quantity
        return goods

    @property
    def has_customer(self) -> bool:
        """Whether it is for somebody."""
        return self.details is not None and self.details.customer is not None

    def standing_refusal(self) -> Refusal | None:
        """Return why money that was handed over keeps it from being discarded, or None."""
        handed_over = self.details.tenders if self.details else ()
        return tender_rules.discard_refusal([tender.for_rules() for tender in handed_over])

    def line(self, line_id: int) -> WorkingLine | None:
        """Return one of its lines."""
        return next((line for line in self.lines if line.id == line_id), None)

    def open(self, invoice_id: int | None, taken_from: str | None = None) -> Refusal | None:
        """Take up an invoice, or none; return why it cannot be worked on, or None.

        Args:
            invoice_id: The invoice.
            taken_from: The workstation that has it in hand, if the person wants it all the same.
        """
        details = None
        if invoice_id is not None:
            match self._operations.outcome(partial(parking.take_up, invoice_id=invoice_id, taken_from=taken_from)):
                case Refused(refusal):
                    return refusal
                case Trouble(message):
                    return self.trouble(message)
            try:
                details = self._operations.read(invoice_queries.working, invoice_id)
            except TroubleError as trouble:
                return self.trouble(words_of_trouble(trouble))
        if invoice_id != self.invoice_id:
            self.leave()
        self.invoice_id, self.details = invoice_id, details
        self.changed.emit()
        return None

    def in_hand_elsewhere(self, invoice_id: int) -> InHand | None:
        """Tell where else an invoice is in hand, or None."""
        try:
            found = self._operations.read(invoice_queries.in_hand, invoice_id)
        except TroubleError:
            return None  # opening it says so
        return None if found is None or found.workstation == self._operations.workstation else found

    def leave(self) -> None:
        """Park what is in hand while the window stays open; an invoice with neither a line nor a note is discarded."""
        if self.invoice_id is None or self.details is None:
            return  # it was posted or discarded, or its posting is not known to have happened
        left, self.invoice_id, self.details = self.invoice_id, None, None
        self._operations.begin(partial(parking.leave, invoice_id=left), Attempt(), self._on_left)

    def _on_left(self, job: "Job[Done]") -> None:
        try:
            self._operations.bus.publish(job.answer().changes)
        except (RefusedError, TroubleError):
            return  # it stays as it was, and the next one who recalls it is told

    def reload(self) -> None:
        """Read it again."""
        if self.invoice_id is None:
            return
        try:
            details = self._operations.read(invoice_queries.working, self.invoice_id)
        except TroubleError:
            return  # the status bar says so; what is on the screen stays
        if details is None or details.status is not InvoiceStatus.WORKING:
            ended, self.invoice_id, self.details = self.invoice_id, None, None
            if self._perhaps_posted == ended and details is not None and details.number:
                self._perhaps_posted = None
                self.posted_after_all.emit(ended)
                return
            self.changed.emit()
            self.ended_elsewhere.emit(
                self.tr("This invoice was posted on another workstation.")
                if details is not None and details.status is InvoiceStatus.PROCESSED
                else self.tr("This invoice was discarded on another workstation.")
            )
            return
        if details.open_workstation not in {None, self._operations.workstation}:
            self.invoice_id, self.details = None, None
            self.changed.emit()
            words = self.tr("This invoice was recalled at {workstation}.")
            self.ended_elsewhere.emit(words.format(workstation=details.open_workstation))
            return
        self.details = details
        self.changed.emit()

    # ---- verbs: each returns why it was refused, or None; trouble is said in a box and comes back as NOT_STORED ----

    def add_items(self, *lines: NewLine, attempt: Attempt | None = None) -> Refusal | None:
        """Put goods on it; a scan has an attempt of its own."""
        return self._do(partial(invoices.add_items, invoice_id=self.invoice_id, lines=lines), attempt)

    def add_deposit(self, amount: Decimal, what_for: DepositFor, *, knowingly: bool) -> Refusal | None:
        """Take a deposit, or below zero pay it back; begins no invoice, for it needs a customer."""
        from posim_desktop.services.sales import deposits  # noqa: PLC0415 - a start does not wait for it

        if self.invoice_id is None:
            return Refusal(Why.DEPOSIT_NEEDS_CUSTOMER, Field("customer"))
        verb = partial(deposits.add, invoice_id=self.invoice_id, amount=amount, knowingly=knowingly)
        return self._do(partial(verb, line_id=what_for.line_id, backorder_id=what_for.backorder_id))

    def begin_layaway(self, amount: Decimal) -> int | Refusal:
        """Set its goods aside and return the invoice on which the customer pays ahead, or why that cannot be done."""
        from posim_desktop.services.sales import layaways  # noqa: PLC0415 - a start does not wait for it

        if self.invoice_id is None:
            return Refusal(Why.NOTHING_TO_SET_ASIDE)
        verb = partial(layaways.begin, invoice_id=self.invoice_id, amount=amount)
        match self._operations.approvable(self._window, verb, self._attempt):
            case Done(record_id):
                return record_id
            case Refused(refusal):
                return refusal
            case Trouble(message):
                return self.trouble(message)

    def held(self) -> Held:
        """Read what is held for its customer.

        Raises:
            TroubleError: The database cannot be reached.
        """
        customer = self.details.customer if self.details is not None else None
        return NOTHING_HELD if customer is None else self._operations.read(customer_money.held_for, customer.id)

    def add_comment(self, comment: str) -> Refusal | None:
        """Put a comment line on it."""
        return self._do(partial(invoices.add_comment, invoice_id=self.invoice_id, comment=comment))

    def change_line(self, line_id: int, edit: LineEdit) -> Refusal | None:
        """Change fields of a line."""
        return self._do(partial(invoices.change_line, line_id=line_id, edit=edit))

    def split_line(self, line_id: int, sell: Decimal) -> Refusal | None:
        """Sell part of a line and back-order the rest."""
        return self._do(partial(invoices.split_line, line_id=line_id, sell=sell))

    def remove_line(self, line_id: int) -> Refusal | None:
        """Take a line off."""
        return self._do(partial(invoices.remove_line, line_id=line_id))

    def note_wish(self, item_id: int, quantity: Decimal) -> Refusal | None:
        """Put goods that its customer wishes for on the Want List."""
        from posim_desktop.services.backorders import wants  # noqa: PLC0415 - a start does not wait for it

        if self.details is None or self.details.customer is None:
            return Refusal(Why.BACKORDER_NEEDS_CUSTOMER)
        verb = partial(wants.add, customer_id=self.details.customer.id, item_id=item_id, quantity=quantity)
        match self._operations.outcome(verb):
            case Refused(refusal):
                return refusal
            case Trouble(message):
                return self.trouble(message)
            case Done():
                return None

    def pick(self, line_ids: tuple[int, ...]) -> Refusal | None:
        """Pick up, with this sale, what is set aside for its customer on other invoices."""
        from posim_desktop.services.sales import picking  # noqa: PLC0415 - a start does not wait for it

        return self._do(partial(picking.pick, line_ids=line_ids, invoice_id=self.invoice_id))

    def leave_waiting(self, line_id: int) -> Refusal | None:
        """Let what is set aside on another invoice wait there."""
        from posim_desktop.services.sales import picking  # noqa: PLC0415 - a start does not wait for it

        if self.invoice_id is None:
            return Refusal(Why.INVOICE_NO_LONGER_OPEN)
        return self._do(partial(picking.put_back, invoice_id=self.invoice_id, line_ids=(line_id,)))

    def put_back(self, line: WorkingLine) -> Refusal | None:
        """Put a line that was just taken off back."""
        if self.invoice_id is None:
            return Refusal(Why.INVOICE_NO_LONGER_OPEN)
        if line.trans_code is TransCode.DEPOSIT:
            what_for = DepositFor(line.deposit_backorder_id, line.deposit_line_id)
            return self.add_deposit(line.extension, what_for, knowingly=True)
        removed = RemovedLine(
            line.trans_code,
            line.item_id,
            line.description,
            line.quantity,
            line.unit_price,
            line.discount,
            line.discount_percent,
            line.sell_anyway,
            line.discount_reason,
            line.serials,
            line.return_reason,
            line.damaged,
            line.returns_line_id,
            one_piece=line.one_piece,
        )
        refusal = self._do(partial(removed_lines.put_back, invoice_id=self.invoice_id, line=removed))
        if refusal is None and self.lines and self.lines[-1].tax_code_id != line.tax_code_id:
            return self.change_tax_code(self.lines[-1].id, line.tax_code_id)
        return refusal

    def change_tax_code(self, line_id: int, tax_code_id: int | None) -> Refusal | None:
        """Sell a line under another tax code."""
        from posim_desktop.services.sales import line_taxes  # noqa: PLC0415 - a start does not wait for it

        return self._do(partial(line_taxes.change, line_id=line_id, tax_code_id=tax_code_id))

    def wait_for(self, line_id: int, order_line_id: int | None) -> Refusal | None:
        """Let a B line wait for the goods of an order, or for none."""
        from posim_desktop.services.sales import awaited_orders  # noqa: PLC0415 - a start does not wait for it

        return self._do(partial(awaited_orders.wait_for, line_id=line_id, order_line_id=order_line_id))

    def orders_under_way(self, item_id: int) -> "Sequence[OnOrderRow]":
        """List the orders with goods of an item that nobody waits for.

        Raises:
            TroubleError: The database cannot be reached.
        """
        from posim_desktop.queries.purchasing import orders  # noqa: PLC0415 - a start does not wait for it

        return self._operations.read(orders.under_way, item_id)

    def tax_codes(self, line: WorkingLine) -> Sequence[Choice]:
        """List the tax codes that a line can be sold under.

        Raises:
            TroubleError: The database cannot be reached.
        """
        from posim_desktop.queries.cards import tax_codes  # noqa: PLC0415 - a start does not wait for it

        return self._operations.read(tax_codes.choices, line.tax_code_id)

    def enter_serials(self, line_id: int, serials: tuple[str, ...], vouched: tuple[str, ...]) -> Refusal | None:
        """Write the serial numbers of a line's units."""
        from posim_desktop.services.sales import serials as numbers  # noqa: PLC0415 - a start does not wait for it

        return self._do(partial(numbers.enter, line_id=line_id, serials=serials, vouched=vouched))

    def set_customer(self, customer_id: int | None) -> Refusal | None:
        """Make it for a customer, or for nobody in particular."""
        return self._do(partial(invoices.set_customer, invoice_id=self.invoice_id, customer_id=customer_id))

    def set_note(self, note: str) -> Refusal | None:
        """Write its note; begins an invoice when there is none yet."""
        if self.invoice_id is None:
            refusal = self._do(partial(invoices.start))
            if refusal is not None or self.invoice_id is None:
                return refusal
        return self._do(partial(invoices.set_note, invoice_id=self.invoice_id, note=note))

    def set_reference(self, customer_order: str, job_tag: str) -> Refusal | None:
        """Write the customer's own order number and job; begins an invoice when there is none yet."""
        if self.invoice_id is None:
            refusal = self._do(partial(invoices.start))
            if refusal is not None or self.invoice_id is None:
                return refusal
        verb = partial(invoices.set_reference, invoice_id=self.invoice_id)
        return self._do(partial(verb, customer_order=customer_order, job_tag=job_tag))

    def give_discount(self, discount: SaleDiscount, reason: str) -> Refusal | None:
        """Take an amount or a percentage off the whole sale; with neither, it has no discount."""
        from posim_desktop.services.sales import sale_discounts  # noqa: PLC0415 - a start does not wait for it

        invoice_id = self.invoice_id
        if invoice_id is None:
            return Refusal(Why.NOTHING_TO_POST)
        return self._do(partial(sale_discounts.give, invoice_id=invoice_id, discount=discount, reason=reason))

    def tell_exemption(self, exemption: Exemption) -> Refusal | None:
        """Let tax be paid or not, whatever the customer's card says; begins an invoice when there is none yet."""
        from posim_desktop.services.sales import exemptions  # noqa: PLC0415 - a start does not wait for it

        if self.invoice_id is None:
            refusal = self._do(partial(invoices.start))
            if refusal is not None or self.invoice_id is None:
                return refusal
        return self._do(partial(exemptions.tell, invoice_id=self.invoice_id, exemption=exemption))

    def discard(self) -> Refusal | None:
        """Discard it."""
        return self._end(lambda invoice: partial(invoices.discard, invoice_id=invoice))

    def discard_fill(self, canceling: "Canceling | None", attempt: Attempt) -> Refusal | None:
        """Discard an invoice that fills backorders; they are owed again, or canceled."""
        from posim_desktop.services.sales import fills  # noqa: PLC0415 - a start does not wait for it

        return self._end(lambda invoice: partial(fills.discard, invoice_id=invoice, canceling=canceling), attempt)

    def reduce_fill(
        self, line: WorkingLine, left: Decimal, canceling: "Canceling | None", attempt: Attempt
    ) -> Refusal | None:
        """Leave less on a line that fills a backorder, or take it off; its last line takes the invoice with it."""
        from posim_desktop.services.sales import fills  # noqa: PLC0415 - a start does not wait for it

        verb = partial(fills.reduce_line, line_id=line.id, quantity=left, canceling=canceling)
        return self._do(verb, attempt) if left > 0 or len(self.lines) > 1 else self._end(lambda _: verb, attempt)

    def allow_pay_out(self) -> Refusal | None:
        """See, before any money is given, that what the shop pays here may go out."""
        details = self.details
        if details is None or details.total >= 0:
            return None
        if self.has_customer and details.total - details.deposits < 0:
            return None  # it may be kept as credit, and whatever is paid out is asked about then
        from posim_desktop.services.sales import posting  # noqa: PLC0415 - a start does not wait for it

        return self._do(partial(posting.allow_pay_out, invoice_id=details.id))

    def take_tender(self, tender: Tender) -> Refusal | None:
        """Write down what is handed over."""
        from posim_desktop.services.sales import tenders  # noqa: PLC0415 - a start does not wait for it

        return self._hand_over(lambda invoice: partial(tenders.take, invoice_id=invoice, tender=tender))

    def give_back_tender(self, tender_id: int) -> Refusal | None:
        """Give back what was handed over."""
        from posim_desktop.services.sales import tenders  # noqa: PLC0415 - a start does not wait for it

        return self._hand_over(lambda invoice: partial(tenders.give_back, invoice_id=invoice, tender_id=tender_id))

    def _hand_over(self, verb_for: Callable[[int], partial[Done]]) -> Refusal | None:
        """Take money or give it back; when that fails, show what the database has stored."""
        if self.invoice_id is None:
            return Refusal(Why.NOTHING_TO_POST, Field("item"))
        refusal = self._do(verb_for(self.invoice_id))
        if refusal is not None:
            self.reload()
        return refusal

    def post(self) -> Outcome:
        """Post it with what was handed over; after trouble it is not known whether it was posted."""
        from posim_desktop.services.sales import posting  # noqa: PLC0415 - a start does not wait for it

        if self.details is None or self.invoice_id is None:
            return Refused(Refusal(Why.NOTHING_TO_POST, Field("item")))
        process = posting.uncommit_and_process if self.details.committed else posting.post
        seen = tuple(tender.for_rules() for tender in self.details.tenders)
        verb = partial(
            process,
            invoice_id=self.invoice_id,
            tenders=seen,
            expected_total=self.details.total,
            standing=len(seen),
            wish=print_wish(),
        )
        posted_id, self.invoice_id = self.invoice_id, None  # so that its own posting is no news from elsewhere
        outcome = self._operations.approvable(self._window, verb, self._attempt)
        match outcome:
            case Done():
                self.details = None
            case Refused():
                self.invoice_id = posted_id
                self.reload()
            case Trouble():
                self.invoice_id = self._perhaps_posted = posted_id
        return outcome

    def do(self, verb: partial[Done]) -> Refusal | None:
        """Run another verb on it."""
        return self._do(verb)

    def shop(self) -> "ShopPreferences":
        """Read what the shop decided.

        Raises:
            TroubleError: The database cannot be reached.
        """
        return self._operations.read(preferences.load)

    # ---- stock ----

    def warning(self, item_id: int, wanted: Decimal, line_id: int | None = None) -> OutOfStock | None:
        """Tell what there is of an item when a line wants more than there is and the shop wants to be warned.

        Raises:
            TroubleError: The database cannot be reached.
        """
        if not self._operations.read(preferences.load).warn_out_of_stock:
            return None
        return self._operations.read(till.warning, item_id, self.invoice_id, wanted, line_id)

    def serials_in_stock(self, line: WorkingLine) -> tuple[str, ...]:
        """List the serial numbers in stock that a line's units may have; those on this invoice are left out.

        Raises:
            TroubleError: The database cannot be reached.
        """
        if line.item_id is None:
            return ()
        taken = {one_form(serial) for each in self.lines if each.item_id == line.item_id for serial in each.serials}
        known = self._operations.read(serial_queries.in_stock, line.item_id)
        return tuple(serial for serial in known if one_form(serial) not in taken)

    def lacking(self, warning: OutOfStock) -> tuple[Permit, ...]:
        """Tell what whoever works here needs an approval of to sell anyway."""
        own = self._operations.logged_in
        return () if own is None else missing(own.rights, stock_needs(warning.wanted, warning.for_line))

    def discount_reasons(self) -> Sequence[str]:
        """List the reasons of discounts that were given before.

        Raises:
            TroubleError: The database cannot be reached.
        """
        return self._operations.read(invoice_queries.discount_reasons)

    def _end(self, verb_for: Callable[[int], partial[Done]], attempt: Attempt | None = None) -> Refusal | None:
        """Run a verb that ends it; that it is gone is no news from elsewhere."""
        if self.invoice_id is None:
            return None
        ended, self.invoice_id, self.details = self.invoice_id, None, None
        refusal = self._do(verb_for(ended), attempt, keep=False)
        if refusal is not None:
            self.open(ended)
        return refusal

    def _do(self, verb: partial[Done], attempt: Attempt | None = None, *, keep: bool = True) -> Refusal | None:
        match self._operations.approvable(self._window, verb, attempt or self._attempt):
            case Refused(refusal):
                return refusal
            case Trouble(message):
                return self.trouble(message)
            case Done() as done if keep and self.invoice_id is None:
                self.invoice_id = done.record_id
                self.reload()
            case Done() if not keep:
                self.changed.emit()
        return None

    def trouble(self, message: str) -> Refusal:
        """Say in a box what the machine could not do, and return it for keeping what was typed."""
        say(self._window, message)
        return Refusal(Why.NOT_STORED)

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.invoice_id is None or self.details is None:
            return
        shown = {(Record.INVOICE, self.invoice_id)} | {(Record.ITEM, line.item_id) for line in self.lines}
        shown |= {(Record.INVOICE, line.held_on) for line in self.lines if line.is_picked}
        if self.details.customer is not None:
            shown.add((Record.CUSTOMER, self.details.customer.id))
        expected = {Record.BACKORDER, Record.PURCHASE_ORDER}
        if any((change.record, change.id) in shown or change.record in expected for change in changes):
            self.reload()
