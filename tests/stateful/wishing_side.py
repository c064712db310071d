"""What a person may do for customers who wait for what is not promised yet: a wish, or goods of an order under way."""

from dataclasses import replace
from functools import partial

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import Backorder, Want
from posim_desktop.services.backorders import wants
from posim_desktop.services.sales import awaited_orders
from posim_desktop.services.sales import wants as granting
from stateful.machine import codes_at_the_counter, places, small, units
from stateful.ordering_side import OrderingSide
from stateful.sales_model import InvoiceModel, LineModel, WantModel
from stateful.sales_side import SalesSide


class WishingSide(OrderingSide, SalesSide):
    """The Want List, and B lines that wait for an order."""

    @rule(
        place=places,
        item=codes_at_the_counter,
        quantity=small,
        deed=st.sampled_from(["wish", "words", "promise", "promise", "promise and post", "sell", "drop"]),
    )
    def keep_the_want_list(self, place: int, item: str, quantity: int, deed: str) -> None:
        is_new = deed in {"wish", "words"} or not self.model.wants or (place < 10 and deed != "drop")
        if is_new:
            self.wish(self.customers[place % 2], None if deed == "words" else item, quantity)
        if deed == "drop" and not is_new:
            self.drop(place)
        elif deed in {"promise", "promise and post", "sell"} and self.model.wants:
            self.grant(place, "S" if deed == "sell" else "B", posts=deed == "promise and post")

    def wish(self, customer: int, item: str | None, quantity: int) -> None:
        card = None if item is None else self.model.items[item]
        refused = "item" if card is not None and card.archived else None
        refused = "customer" if customer in self.model.archived_customers else refused
        verb = partial(
            wants.add,
            customer_id=customer,
            item_id=None if card is None else card.id,
            quantity=units(quantity),
            description="Something blue" if card is None else "",
        )
        made = self.do(verb, refused)
        if made is not None:
            with self.till.engine.connect() as connection:
                since = connection.scalars(sa.select(Want.wanted_at).where(Want.id == made.record_id)).one()
            self.model.wants[made.record_id] = WantModel(customer, item, quantity, since)

    def a_want(self, place: int) -> tuple[int, WantModel]:
        """Choose a wish, of which nothing came if there is any, and now and then any."""
        known = list(self.model.wants.items())
        found = [each for each in known if self.model.came_of(each[0]) == "open"] if place <= 30 else known
        found = [each for each in found if each[1].item] if place <= 20 else found
        return (found or known)[place % len(found or known)]

    def drop(self, place: int) -> None:
        want_id, want = self.a_want(place)
        if self.do(partial(wants.drop, want_id=want_id), None if self.model.came_of(want_id) == "open" else ""):
            want.dropped = True

    def grant(self, place: int, code: str, *, posts: bool) -> None:
        """Make an invoice line of a wish."""
        want_id, want = self.a_want(place)
        verb = partial(granting.put_on_invoice, want_id=want_id, trans_code=TransCode(code))
        made = self.do(verb, self.why_not_grant(want_id, want, code))
        if made is None or want.item is None:
            return
        price = self.model.items[want.item].price
        line = LineModel(code, want.item, want.quantity, price, want=want_id)
        invoice = InvoiceModel(want.customer, inclusive=self.model.inclusive, lines=[line])
        self.model.invoices[made.record_id] = invoice
        if posts:
            self.post_this(made.record_id, invoice, "exact")

    def why_not_grant(self, want_id: int, want: WantModel, code: str) -> str | None:
        """Name the field at which no line is made of a wish, or None."""
        if self.model.came_of(want_id) != "open":
            return ""
        if want.item is None:
            return "item"
        if want.customer in self.model.archived_customers:
            return "customer"
        if self.model.items[want.item].archived:
            return "item"
        return "trans_code" if (code, want.item) == ("B", "wrap") else None

    @precondition(lambda self: self.any_line() and self.any_order())
    @rule(place=places, which=places, waits=st.sampled_from([True, True, True, False]), posts=st.booleans())
    def wait_for_an_order(self, place: int, which: int, *, waits: bool, posts: bool) -> None:
        """Let a B line, and now and then any line, wait for an order's goods, or for none any more."""
        invoice_id, invoice, index = self.line_that_promises(place)
        line = invoice.lines[index]
        refused = None if line.code == "B" else "order"
        awaits = None
        ordered = None
        if waits:
            order_id, code = self.goods_ordered(which, line.item)
            ordered = self.order_line_id(order_id, code)
            free = self.model.free(order_id, code)
            awaits = order_id, min(free, line.quantity)
            if self.model.orders[order_id].status != "processed" or code != line.item or free <= 0:
                refused = "order"
        if invoice.committed:
            refused = ""
        line_id = self.line_id(invoice_id, index)
        if self.do(partial(awaited_orders.wait_for, line_id=line_id, order_line_id=ordered), refused):
            invoice.lines[index] = replace(line, awaits=awaits)
            if posts:
                self.post_this(invoice_id, invoice, "exact")

    def line_that_promises(self, place: int) -> tuple[int, InvoiceModel, int]:
        found = [
            (key, invoice, index)
            for key, invoice in self.model.invoices.items()
            if invoice.status == "working" and not invoice.committed
            for index, line in enumerate(invoice.lines)
            if line.code == "B"
        ]
        sent = [
            (key, code)
            for key, order in self.model.orders.items()
            if order.status == "processed"
            for code in order.lines
        ]
        free = {code for key, code in sent if self.model.free(key, code) > 0}
        served = [each for each in found if each[1].lines[each[2]].item in free]
        chosen = served or found
        return chosen[place % len(chosen)] if chosen and place <= 30 else self.line(place)

    def goods_ordered(self, place: int, item: str) -> tuple[int, str]:
        """Choose goods of an order, of this item if any is ordered, and sent if any was."""
        known = [(key, code) for key, order in self.model.orders.items() for code in order.lines]
        same = [each for each in known if each[1] == item]
        sent = [each for each in same if self.model.orders[each[0]].status == "processed"]
        free = [each for each in sent if self.model.free(*each) > 0]
        found = (free or sent if place <= 30 else same) or same or known
        return found[place % len(found)]

    @invariant()
    def the_wishes_are_the_expected_ones(self) -> None:
        wishes = sa.select(Want.id, Want.customer_id, Want.dropped_at.is_not(None))
        assert self.read(wishes) == {(key, want.customer, want.dropped) for key, want in self.model.wants.items()}
        granted = sa.select(Backorder.number, Backorder.wanted_at).where(Backorder.wanted_at.is_not(None))
        assert self.read(granted) == {
            (number, self.model.wants[each.want].since)
            for number, each in self.model.backorders.items()
            if each.want is not None
        }
