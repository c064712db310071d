"""What a person may do with special orders: write them down, take a deposit and post them, give them up."""

from decimal import Decimal
from fractions import Fraction
from functools import partial

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from posim_desktop.domain.changes import Done
from posim_desktop.domain.sales.special_orders import SpecialLine, SpecialOrderHead
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Invoice, Item, SpecialOrder
from posim_desktop.services.sales import special_order_posting, special_orders
from posim_desktop.services.sales.special_orders import WantedItem
from stateful.machine import codes_of_items, money, places, small, units
from stateful.sales_model import InvoiceModel, ItemModel, LineModel, SpecialOrderModel
from stateful.sales_side import SalesSide

deposits_asked = st.sampled_from([Fraction(25), Fraction(3333, 100), 30, Fraction(100), 1, 0, Fraction(0), 999_999])
endings = st.sampled_from(["exact", "exact", "exact", "exact", "short", "another deposit", "discard", "keep"])
goods_wanted = st.lists(st.tuples(codes_of_items | st.none(), small), min_size=1, max_size=2)
_QUESTION = "Which color?"
_PRICE = 1999


class SpecialSide(SalesSide):
    """Special orders of goods on file and of others, with a deposit and a question or without."""

    @rule(
        place=places,
        wanted=goods_wanted,
        asked=deposits_asked,
        ends=endings,
    )
    def order_specially(
        self, place: int, wanted: list[tuple[str | None, int]], asked: Fraction | int, ends: str
    ) -> None:
        customer = self.customers[place % 2]
        refused = "customer" if customer in self.model.archived_customers else None
        begun = self.do(partial(special_orders.start, customer_id=customer), refused)
        if begun is None:
            return
        order = self.model.special_orders[begun.record_id] = SpecialOrderModel(customer)
        self.ask_a_deposit(begun.record_id, order, asked)
        for item, quantity in wanted:
            if item is None:
                self.write_down(begun.record_id, order, quantity)
            else:
                self.write_down_on_file(begun.record_id, order, item, quantity)
        self.settle(begun.record_id, order, ends)

    @precondition(lambda self: self.model.special_orders)
    @rule(place=places, ends=endings)
    def settle_a_special_order(self, place: int, ends: str) -> None:
        """Post or give up what is still being written, and now and then what is not."""
        known = list(self.model.special_orders.items())
        working = [each for each in known if each[1].status == "working"]
        found = working if working and place <= 30 else known
        self.settle(*found[place % len(found)], ends)

    def ask_a_deposit(self, order_id: int, order: SpecialOrderModel, asked: Fraction | int) -> None:
        if isinstance(asked, Fraction):
            order.percent = asked
            head = SpecialOrderHead(deposit_percent=Decimal(int(asked * 100)).scaleb(-2))
        else:
            order.amount = asked
            head = SpecialOrderHead(deposit=money(asked))
        by = self.till.employee_id
        self.do(partial(special_orders.set_head, special_order_id=order_id, head=head, employee_id=by))

    def write_down_on_file(self, order_id: int, order: SpecialOrderModel, item: str, quantity: int) -> None:
        card = self.model.items[item]
        wanted = (WantedItem(card.id, units(quantity)),)
        verb = partial(special_orders.add_items, special_order_id=order_id, items=wanted)
        if self.do(verb, "item" if card.archived else None):
            order.lines.append((LineModel("B", item, quantity, card.price), ""))

    def write_down(self, order_id: int, order: SpecialOrderModel, quantity: int) -> None:
        """Write down what is not on file; something has to be asked of every other one."""
        place = sum(
            line.item.startswith("NEW") for each in self.model.special_orders.values() for line, _ in each.lines
        )
        tax_code_id, question = list(self.model.taxes)[place % 2], _QUESTION if place % 2 else ""
        new = SpecialLine(
            code=f"NEW{place}",
            description="Something odd",
            tax_code_id=tax_code_id,
            vendor_id=self.vendors[place % 2],
            quantity=units(quantity),
            unit_price=money(_PRICE),
            question=question,
        )
        self.do(partial(special_orders.add_new_item, special_order_id=order_id, line=new))
        order.lines.append((LineModel("B", f"NEW{place}", quantity, _PRICE, tax=tax_code_id), question))

    def settle(self, order_id: int, order: SpecialOrderModel, ends: str) -> None:
        is_over = "" if order.status != "working" else None
        if ends == "discard":
            verb = partial(special_orders.discard, special_order_id=order_id, reason="Too dear")
            if self.do(verb, is_over):
                order.status = "discarded"
        elif ends != "keep":
            self.post_special_order(order_id, order, ends)

    def why_not_order(self, order: SpecialOrderModel, ends: str) -> str | None:
        """Name the field at which posting a special order is refused, or None."""
        deposit, total = self.model.deposit_of(order)
        cards = [self.model.items.get(line.item) for line, _question in order.lines]
        reasons = {
            "": order.status != "working",
            "item": not order.lines,
            "deposit": ends == "another deposit" or deposit > total,
            "tenders": ends == "short" and deposit,
            "item ": any(card is not None and card.archived for card in cards),
            "customer": order.customer in self.model.archived_customers,
        }
        return next((field.strip() for field, wrong in reasons.items() if wrong), None)

    def posting(self, order_id: int, deposit: int, ends: str) -> partial[Done]:
        paid = deposit - (ends == "short")
        tenders = (Tender(TenderKind.CARD, money(paid)),) if deposit else ()
        expected = money(deposit + (ends == "another deposit"))
        return partial(
            special_order_posting.post, special_order_id=order_id, tenders=tenders, expected_deposit=expected
        )

    def post_special_order(self, order_id: int, order: SpecialOrderModel, ends: str) -> None:
        deposit, _total = self.model.deposit_of(order)
        if self.do(self.posting(order_id, deposit, ends), self.why_not_order(order, ends)) is None:
            return
        order.number = 1 + sum(each.number is not None for each in self.model.special_orders.values())
        order.status = "posted"
        for line, _question in order.lines:
            if line.item not in self.model.items:
                self.put_on_file(line)
        (invoice_id,) = self.ids(sa.select(Invoice.id).join(SpecialOrder).where(SpecialOrder.id == order_id))
        lines = [line for line, _question in order.lines]
        invoice = InvoiceModel(order.customer, inclusive=self.model.inclusive, lines=lines, deposit=deposit)
        self.model.invoices[invoice_id] = invoice
        parts = self.model.shares_of(order, deposit)
        for promised, part, (_line, question) in zip(self.model.post(invoice), parts, order.lines, strict=True):
            self.promise(invoice_id, invoice, promised)
            number = len(self.model.backorders)
            self.model.backorders[number].question = question
            if part:
                self.model.hold(order.customer, number, part)

    def put_on_file(self, line: LineModel) -> None:
        """Expect the card that posting made of a line."""
        place = int(line.item.removeprefix("NEW"))
        (item_id,) = self.ids(sa.select(Item.id).where(Item.code == line.item))
        self.model.items[line.item] = ItemModel(item_id, line.price, line.tax, 0, self.vendors[place % 2])

    @invariant()
    def the_special_orders_are_the_expected_ones(self) -> None:
        chosen = sa.select(SpecialOrder.id, SpecialOrder.status, SpecialOrder.number, SpecialOrder.customer_id)
        assert self.read(chosen) == {
            (key, each.status, each.number, each.customer) for key, each in self.model.special_orders.items()
        }
