"""What a person may do with special orders: write them down, post them, give them up, and try so once more."""

from functools import partial

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import rule

from posim_desktop.domain.changes import Done
from posim_desktop.orm import SpecialOrder
from posim_desktop.services.sales import special_order_posting, special_orders
from posim_desktop.services.sales.special_orders import WantedItem
from stateful.machine import codes_of_items, money, places, small, units
from stateful.sales_model import InvoiceModel, LineModel
from stateful.sales_side import SalesSide


class SpecialSide(SalesSide):
    """Special orders of goods on file, without a deposit."""

    @rule(place=places, item=codes_of_items, quantity=small, ends=st.sampled_from(["post", "post", "discard", "keep"]))
    def order_specially(self, place: int, item: str, quantity: int, ends: str) -> None:
        customer = self.customers[place % len(self.customers)]
        refused = "customer" if customer in self.model.archived_customers else None
        begun = self.do(partial(special_orders.start, customer_id=customer), refused)
        if begun is None:
            return
        card = self.model.items[item]
        wanted = (WantedItem(card.id, units(quantity)),)
        verb = partial(special_orders.add_items, special_order_id=begun.record_id, items=wanted)
        if self.do(verb, "item" if card.archived else None) is None:
            self.do(self.posting(begun.record_id), "item")  # there is nothing on it
        elif ends == "discard":
            self.do(partial(special_orders.discard, special_order_id=begun.record_id, reason="Too dear"))
            self.do(self.posting(begun.record_id), "")
        elif ends == "post":
            self.post_special_order(begun.record_id, customer, LineModel("B", item, quantity, card.price))

    def posting(self, order_id: int) -> partial[Done]:
        return partial(special_order_posting.post, special_order_id=order_id, tenders=(), expected_deposit=money(0))

    def post_special_order(self, order_id: int, customer: int, line: LineModel) -> None:
        self.do(self.posting(order_id))
        self.do(self.posting(order_id), "")
        with self.till.engine.connect() as connection:
            chosen = sa.select(SpecialOrder.invoice_id).where(SpecialOrder.id == order_id)
            invoice_id: int | None = connection.execute(chosen).scalar_one()
        assert invoice_id is not None
        invoice = InvoiceModel(customer, inclusive=self.model.inclusive, lines=[line])
        self.model.invoices[invoice_id] = invoice
        for promised in self.model.post(invoice):
            self.promise(invoice_id, invoice, promised)
