"""What a person may do with the customers' money: take it, use it, move it, pay it back."""

from fractions import Fraction
from functools import partial

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from posim_desktop.domain.sales.customer_money import Disposition
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Backorder, CustomerMoney, Invoice
from posim_desktop.services.sales import cancellations, credit, deposits, invoices, posting
from stateful.machine import Machine, money, places, units
from stateful.sales_model import InvoiceModel, half_up
from stateful.sales_side import SalesSide

cents_of_deposits = st.sampled_from([1, 250, 999, 2400, 9000])


class MoneySide(SalesSide):
    """Deposits and credit; what is left when a backorder closes becomes credit by itself."""

    def owner_of(self, number: int) -> int:
        return self.model.backorders[number].customer

    def left_of(self, number: int) -> int:
        """What of a backorder is outstanding or waiting."""
        return self.model.outstanding(number) + self.model.waiting(number)

    @rule(place=places, cents=cents_of_deposits, for_goods=st.booleans())
    def pay_ahead(self, place: int, cents: int, *, for_goods: bool) -> None:
        """Take a deposit for a backorder, or credit, with an invoice of its own."""
        number = 1 + place % len(self.model.backorders) if for_goods and self.model.backorders else None
        customer = self.customers[place % 2] if number is None else self.owner_of(number)
        if customer in self.model.archived_customers:
            return
        started = self.do(partial(invoices.start, customer_id=customer))
        assert started is not None
        invoice = self.model.invoices[started.record_id] = InvoiceModel(customer, inclusive=self.model.inclusive)
        backorder = None if number is None else self.model.backorders[number].id
        refused = None if number is None or self.left_of(number) else "deposit"
        taking = partial(deposits.add, invoice_id=started.record_id, amount=money(cents), knowingly=True)
        if self.do(partial(taking, backorder_id=backorder), refused) is None:
            return
        invoice.deposit = cents
        paid = (Tender(TenderKind.CARD, money(cents)),)
        self.do(partial(posting.post, invoice_id=started.record_id, tenders=paid, expected_total=money(cents)))
        self.model.post(invoice)
        self.model.hold(customer, number, cents)

    @precondition(lambda self: self.model.backorders)
    @rule(place=places, cents=cents_of_deposits)
    def put_credit_on_a_backorder(self, place: int, cents: int) -> None:
        number = 1 + place % len(self.model.backorders)
        customer = self.owner_of(number)
        fits = self.left_of(number) and cents <= self.model.credit.get(customer, 0)
        verb = partial(credit.put_on, backorder_id=self.model.backorders[number].id, amount=money(cents))
        if self.do(verb, None if fits else "deposit"):
            self.model.hold(customer, None, -cents)
            self.model.hold(customer, number, cents)

    @rule(place=places, cents=cents_of_deposits)
    def pay_credit_back(self, place: int, cents: int) -> None:
        customer = self.customers[place % 2]
        by = Tender(TenderKind.CARD, money(0))
        verb = partial(credit.pay_back, customer_id=customer, amount=money(cents), refund_by=by)
        if self.do(verb, None if cents <= self.model.credit.get(customer, 0) else "refund"):
            self.is_paid_back(customer, cents)
            self.model.hold(customer, None, -cents)

    @precondition(lambda self: any(self.model.held.values()))
    @rule(
        place=places,
        quantity=st.sampled_from([1, 500, 1000, 2000]),
        goes=st.sampled_from(["fee", "refund", "credit", "half", "too much"]),
    )
    def cancel_and_settle(self, place: int, quantity: int, goes: str) -> None:
        """Cancel units for which a deposit was paid, and say where the money goes."""
        numbers = [number for number, cents in self.model.held.items() if cents]
        number = numbers[place % len(numbers)]
        promise, left, held = self.model.backorders[number], self.left_of(number), self.model.held[number]
        freed = held if quantity >= left else half_up(Fraction(held * quantity, left))
        cents = {"half": freed // 2, "too much": freed + 1}.get(goes, freed)
        wish = "refund" if goes in {"half", "too much"} else goes
        refused = "credit" if quantity >= left and cents != freed else None
        refused = "refund" if cents > freed else refused
        refused = "quantity" if quantity > self.model.outstanding(number) else refused
        verb = partial(
            cancellations.cancel,
            backorder_id=promise.id,
            quantity=units(quantity),
            employee_id=self.till.employee_id,
            reason="Wants fewer",
            disposition=Disposition(**{wish: money(cents)}),
            refund_by=Tender(TenderKind.CARD, money(0)),
        )
        if self.do(verb, refused) is None:
            return
        promise.canceled += quantity
        self.model.trim_backorder(number)
        self.model.hold(promise.customer, number, -cents)
        if wish == "credit":
            self.model.hold(promise.customer, None, cents)
        if wish == "refund" and cents:
            self.is_paid_back(promise.customer, cents)

    def is_paid_back(self, customer: int, cents: int) -> None:
        """Expect the invoice with which money was paid back."""
        (made,) = self.ids(sa.select(sa.func.max(Invoice.id)))
        invoice = InvoiceModel(customer, inclusive=self.model.inclusive, deposit=-cents)
        self.model.invoices[made] = invoice
        self.model.post(invoice)

    @precondition(Machine.any_working)
    @rule(place=places)
    def pick_up_with_the_deposit(self, place: int) -> None:
        """Use the share of a deposit for what an invoice hands over, if nothing else keeps it from being posted."""
        invoice_id, invoice = self.working(place)
        total = self.model.total(invoice)
        filled = next((line.fills for line in invoice.lines if line.fills and self.model.held.get(line.fills)), None)
        if filled is None or total <= 0 or invoice.handed_over:
            return
        if self.model.why_not_post(invoice, settles=True, pick_up=True, cashier=False) is not None:
            return
        part = sum(line.quantity for line in invoice.lines if line.fills == filled)
        held, left = self.model.held[filled], self.left_of(filled)
        used = min(total, held if part >= left else half_up(Fraction(held * part, left)))
        if not used:
            return
        own = Tender(TenderKind.DEPOSIT, money(used), backorder_id=self.model.backorders[filled].id)
        rest = (Tender(TenderKind.CARD, money(total - used)),) if total > used else ()
        verb = posting.uncommit_and_process if invoice.committed else posting.post
        self.do(partial(verb, invoice_id=invoice_id, tenders=(own, *rest), expected_total=money(total)))
        self.model.held[filled] -= used
        for line in self.model.post(invoice):
            self.promise(invoice_id, invoice, line)

    @invariant()
    def the_money_is_the_expected_one(self) -> None:
        self.model.close_accounts()
        summed = sa.type_coerce(sa.func.sum(CustomerMoney.amount), CustomerMoney.amount.type)
        of_backorders = sa.select(Backorder.number, summed).join(Backorder, Backorder.id == CustomerMoney.backorder_id)
        assert {row for row in self.read(of_backorders.group_by(Backorder.number)) if row[1]} == {
            (number, money(cents)) for number, cents in self.model.held.items() if cents
        }
        of_customers = sa.select(CustomerMoney.customer_id, summed).where(CustomerMoney.backorder_id.is_(None))
        assert {row for row in self.read(of_customers.group_by(CustomerMoney.customer_id)) if row[1]} == {
            (customer, money(cents)) for customer, cents in self.model.credit.items() if cents
        }
