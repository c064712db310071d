"""What a person may do with goods that are there for somebody: set them aside, release them, take them off again."""

from functools import partial

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from posim_desktop.orm import Customer
from posim_desktop.services.backorders import questions
from posim_desktop.services.cards import merging
from posim_desktop.services.sales import commitments, fills
from posim_desktop.services.sales.fills import Canceling, Fill
from seeding import add_customer
from stateful.machine import Machine, places, units
from stateful.sales_model import InvoiceModel


class FillingSide(Machine):
    """Committing, filling from the shelf, and fill lines that are reduced or discarded."""

    def any_invoice(self) -> bool:
        return bool(self.model.invoices)

    def an_invoice(self, place: int, *, committed: bool = False) -> tuple[int, InvoiceModel]:
        """Choose an invoice: a working one, committed or not, if there is any."""
        invoices = list(self.model.invoices.items())
        working = [each for each in invoices if each[1].status == "working" and each[1].committed is committed]
        found = working or invoices
        return found[place % len(found)]

    def fill_line(self, place: int) -> tuple[int, InvoiceModel, int]:
        """Choose a line that fills a backorder if there is any, and now and then one that fills nothing."""
        lines = [
            (key, invoice, index)
            for key, invoice in self.model.invoices.items()
            if invoice.status != "discarded"
            for index in range(len(invoice.lines))
        ]
        filling = [each for each in lines if each[1].lines[each[2]].fills]
        found = filling if filling and place <= 30 else lines
        return found[place % len(found)]

    def canceling(self, cancels: bool) -> Canceling | None:  # noqa: FBT001 - drawn
        return Canceling(self.till.employee_id, "Moved away") if cancels else None

    @rule(place=places)
    def merge_customers(self, place: int) -> None:
        """Kim or Lee turns out to be on file twice: what is open moves to the other card, which is used from now on."""
        goes = self.customers[place % 2]
        with self.till.writing() as session:
            stays = add_customer(session, f"again {goes}")
        (version,) = self.ids(sa.select(Customer.version).where(Customer.id == goes))
        self.do(partial(merging.merge, customer_id=goes, version=version, into_id=stays, into_version=1))
        self.customers[place % 2] = stays
        self.model.close_accounts()
        self.model.credit[stays] = self.model.credit.pop(goes, 0)
        for invoice in self.model.invoices.values():
            if invoice.customer == goes and invoice.status == "working":
                invoice.customer = stays
        for promise in self.model.backorders.values():
            promise.customer = stays if promise.customer == goes else promise.customer
        for want in self.model.wants.values():
            want.customer = stays if want.customer == goes else want.customer
        for order in self.model.special_orders.values():
            if order.customer == goes and order.status == "working":
                order.customer = stays

    @precondition(lambda self: self.model.backorders)
    @rule(place=places, wanted=st.lists(st.sampled_from([0, 500, 1000, 1500, 9_000_000]), min_size=1, max_size=3))
    def fill_from_the_shelf(self, place: int, wanted: list[int]) -> None:
        chosen = self.model.backorders[1 + place % len(self.model.backorders)].invoice
        numbers = [number for number, promise in self.model.backorders.items() if promise.invoice == chosen]
        asked = dict(zip(numbers, wanted, strict=False))
        verb = partial(
            fills.fill_backorders,
            invoice_id=chosen,
            fills=tuple(Fill(self.model.backorders[number].id, units(each)) for number, each in asked.items()),
        )
        refused = None if any(asked.values()) else "quantity"
        available = {code: self.model.available(code) for code in self.model.items}
        for number, quantity in asked.items():
            promise = self.model.backorders[number]
            too_many = quantity > min(self.model.outstanding(number), available[promise.item])
            if refused is None and (too_many or promise.question):
                refused = f"quantity:{promise.id}" if quantity else None
            available[promise.item] -= quantity
        result = self.do(verb, refused)
        if result is None:
            return
        lines = [self.model.fill_line(number, quantity) for number, quantity in asked.items() if quantity]
        customer = self.model.backorders[numbers[0]].customer
        self.model.invoices[result.record_id] = InvoiceModel(
            customer, committed=True, lines=lines, inclusive=self.model.inclusive
        )
        for number in asked:
            self.model.trim_backorder(number)

    @precondition(lambda self: self.model.backorders)
    @rule(place=places)
    def ask_a_customer(self, place: int) -> None:
        number = 1 + place % len(self.model.backorders)
        promise = self.model.backorders[number]
        refused = "question" if promise.question or self.model.outstanding(number) <= 0 else None
        if self.do(partial(questions.ask, backorder_id=promise.id, question="Which color?"), refused):
            self.model.ask(number, "Which color?")

    @precondition(lambda self: self.model.backorders)
    @rule(place=places)
    def take_down_an_answer(self, place: int) -> None:
        asked = [number for number, promise in self.model.backorders.items() if promise.question]
        numbers = asked or list(self.model.backorders)
        promise = self.model.backorders[numbers[place % len(numbers)]]
        refused = None if promise.question else "answer"
        if self.do(partial(questions.answer, backorder_id=promise.id, answer="Blue"), refused):
            promise.question = ""

    @precondition(lambda self: self.model.backorders)
    @rule(place=places)
    def fill_from_a_working_invoice(self, place: int) -> None:
        working = [key for key, invoice in self.model.invoices.items() if invoice.status == "working"]
        if working:
            some = Fill(self.model.backorders[1].id, units(500))
            self.do(partial(fills.fill_backorders, invoice_id=working[place % len(working)], fills=(some,)), "")

    @precondition(lambda self: any(invoice.number for invoice in self.model.invoices.values()))
    @rule(place=places, left=st.sampled_from([0, 0, 500, 1000, 2000]), cancels=st.booleans())
    def reduce_fill_line(self, place: int, left: int, *, cancels: bool) -> None:
        invoice_id, invoice, index = self.fill_line(place)
        line = invoice.lines[index]
        refused = "quantity" if not line.fills or left >= line.quantity else None
        if refused is None and left == 0 and len(invoice.lines) == 1 and invoice.handed_over:
            refused = "tenders"
        if invoice.status != "working":
            refused = ""
        verb = partial(
            fills.reduce_line,
            line_id=self.line_id(invoice_id, index),
            quantity=units(left),
            canceling=self.canceling(cancels),
        )
        if self.do(verb, refused) is None:
            return
        assert line.fills is not None
        if cancels:
            self.model.backorders[line.fills].canceled += line.quantity - left
        if left:
            invoice.lines[index] = line.shortened(left)
        else:
            del invoice.lines[index]
        if not invoice.lines:
            invoice.status, invoice.committed = "discarded", False

    @precondition(any_invoice)
    @rule(place=places, committed=st.booleans(), cancels=st.booleans())
    def put_away(self, place: int, *, committed: bool, cancels: bool) -> None:
        invoice_id, invoice = self.an_invoice(place, committed=committed)
        refused = ("tenders" if invoice.handed_over else None) if invoice.status == "working" else ""
        verb = partial(fills.discard, invoice_id=invoice_id, canceling=self.canceling(cancels))
        if self.do(verb, refused) is None:
            return
        for line in invoice.lines:
            if line.fills and cancels:
                self.model.backorders[line.fills].canceled += line.quantity
        invoice.status, invoice.committed = "discarded", False

    @precondition(any_invoice)
    @rule(place=places)
    def commit(self, place: int) -> None:
        invoice_id, invoice = self.an_invoice(place)
        refused = None
        for code, quantity in invoice.sold().items():
            if refused is None and quantity > self.model.available(code):
                refused = f"quantity:{self.model.items[code].id}"
        if not invoice.sold():
            refused = "item"
        if invoice.status != "working" or invoice.committed:
            refused = ""
        if self.do(partial(commitments.commit, invoice_id=invoice_id), refused):
            invoice.committed = True

    @precondition(any_invoice)
    @rule(place=places)
    def uncommit(self, place: int) -> None:
        invoice_id, invoice = self.an_invoice(place, committed=True)
        refused = None if invoice.committed else ""
        if self.do(partial(commitments.uncommit, invoice_id=invoice_id), refused):
            invoice.committed = False
