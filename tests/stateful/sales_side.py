"""Everything a person may do on the sales side, in any order, beside a model of what should come of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from uuid import UUID, uuid4

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.invoice import Tender, TenderKind, TransCode
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.orm import Backorder, Customer, Invoice, InvoiceLine, Item
from posim_desktop.queries.verify import verify
from posim_desktop.services import backorders, invoices, items, posting, preferences
from posim_desktop.services.database import snapshot
from posim_desktop.services.invoices import LineEdit, NewLine
from seeding import Till, add_customer, add_tax_code, open_till
from stateful.shop_model import BackorderModel, InvoiceModel, ItemModel, LineModel, ShopModel, half_up

OpenShop = Callable[[], AbstractContextManager[str]]

quantities = st.sampled_from([1000, 2000, 1, 1500, 333, 9_000_000])
small = st.sampled_from([1000, 2000, 500, 1001])
prices = st.sampled_from([0, 1, 333, 2400, 1999])
codes = st.sampled_from(["S", "S", "B", "R"])
codes_of_items = st.sampled_from(["kettle", "cloth", "stamp"])
places = st.integers(0, 40)


def units(thousandths: int) -> Decimal:
    return Decimal(thousandths).scaleb(-3)


def money(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


class SalesSide(RuleBasedStateMachine):
    """A till, a model of what it should have done, and everything a person may do."""

    def __init__(self, open_shop: OpenShop) -> None:
        super().__init__()
        self.resources = ExitStack()
        self.till: Till = open_till(self.resources.enter_context(open_shop()))
        self.model = ShopModel()
        self.customers: list[int] = []
        self.last: tuple[partial[Done], UUID, Done] | None = None

    @override
    def teardown(self) -> None:
        self.till.engine.dispose()
        self.resources.close()

    @initialize()
    def opens(self) -> None:
        with self.till.writing() as session:
            self.customers = [add_customer(session, code) for code in ("kim", "lee")]
            high, low = add_tax_code(session, "high", "8.25"), add_tax_code(session, "low", "0.0625")
        for code, price, tax_code_id, rate, on_hand in (
            ("kettle", 2400, high, 82_500, 3000),
            ("cloth", 333, low, 625, 2500),
            ("stamp", 1, None, 0, 0),
        ):
            item_id = self.till.stores(
                code, price=str(money(price)), on_hand=str(units(on_hand)), tax_code_id=tax_code_id
            )
            self.model.items[code] = ItemModel(item_id, price, tax_code_id, rate, on_hand)
        # A day that has begun: something sold and promised, something parked.
        self.ring_up(0, [("kettle", 1000, "S", False), ("kettle", 2000, "B", False), ("cloth", 1500, "R", False)])
        self.post_for(0, "exact")
        self.ring_up(1, [("cloth", 500, "S", False), ("kettle", 1000, "S", True), ("stamp", 1000, "B", False)])

    # What a person chooses is drawn as a place in whatever there is at the time.

    def working(self, place: int) -> tuple[int, InvoiceModel]:
        open_ones = [(key, invoice) for key, invoice in self.model.invoices.items() if invoice.status == "working"]
        return open_ones[place % len(open_ones)]

    def any_working(self) -> bool:
        return any(invoice.status == "working" for invoice in self.model.invoices.values())

    def any_line(self) -> bool:
        return any(invoice.status == "working" and invoice.lines for invoice in self.model.invoices.values())

    def line(self, place: int) -> tuple[int, InvoiceModel, int]:
        found = [
            (key, invoice, index)
            for key, invoice in self.model.invoices.items()
            if invoice.status == "working"
            for index in range(len(invoice.lines))
        ]
        return found[place % len(found)]

    def line_id(self, invoice_id: int, index: int) -> int:
        chosen = sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice_id).order_by(InvoiceLine.position)
        with self.till.engine.connect() as connection:
            return connection.scalars(chosen).all()[index]

    def do(self, verb: partial[Done], refused_at: str | None = None) -> Done | None:
        """Do a verb that the model says is done, or refused at a field."""
        key = uuid4()
        try:
            result = self.till.do(verb, key)
        except RefusedError as error:
            assert refused_at is not None, f"{verb.func.__name__} was refused: {error.refusal}"  # noqa: PT017
            assert error.refusal.field == refused_at, error.refusal  # noqa: PT017
            return None
        assert refused_at is None, f"{verb.func.__name__} was done, not refused at {refused_at}"
        self.last = (verb, key, result)
        return result

    @rule(place=places, customer=st.none() | places, deed=st.sampled_from(["start", "customer", "comment", "discard"]))
    def desk(self, place: int, customer: int | None, deed: str) -> None:
        if deed == "start" or not self.any_working():
            self.start(customer)
        elif deed == "customer":
            self.set_customer(place, customer)
        elif deed == "comment":
            self.add_comment(place)
        else:
            self.discard(place)

    def start(self, place: int | None) -> None:
        customer = None if place is None else self.customers[place % 2]
        refused = "customer" if customer in self.model.archived_customers else None
        result = self.do(partial(invoices.start, customer_id=customer), refused)
        if result is not None:
            self.model.invoices[result.record_id] = InvoiceModel(customer)

    @precondition(any_working)
    @rule(
        place=places,
        item=codes_of_items,
        quantity=small,
        code=codes,
        anyway=st.booleans(),
    )
    def add_item(self, place: int, item: str, quantity: int, code: str, *, anyway: bool) -> None:
        invoice_id, invoice = self.working(place)
        card = self.model.items[item]
        new = NewLine(card.id, units(quantity), TransCode(code), anyway)
        verb = partial(invoices.add_items, invoice_id=invoice_id, lines=(new,))
        if self.do(verb, "item" if card.archived else None) is not None:
            self.model.add(invoice, LineModel(code, item, quantity, card.price, sell_anyway=anyway))

    @rule(
        customer=places,
        wanted=st.lists(
            st.tuples(codes_of_items, small, codes, st.booleans()),
            min_size=1,
            max_size=4,
        ),
    )
    def ring_up(self, customer: int, wanted: list[tuple[str, int, str, bool]]) -> None:
        chosen = self.customers[customer % 2]
        if chosen in self.model.archived_customers or any(self.model.items[item].archived for item, *_ in wanted):
            return
        result = self.do(partial(invoices.start, customer_id=chosen))
        assert result is not None
        invoice = self.model.invoices[result.record_id] = InvoiceModel(chosen)
        new = [
            NewLine(self.model.items[item].id, units(quantity), TransCode(code), anyway)
            for item, quantity, code, anyway in wanted
        ]
        self.do(partial(invoices.add_items, invoice_id=result.record_id, lines=tuple(new)))
        for item, quantity, code, anyway in wanted:
            price = self.model.items[item].price
            self.model.add(invoice, LineModel(code, item, quantity, price, sell_anyway=anyway))

    @precondition(any_working)
    @rule(place=places)
    def post_for_the_exact_total(self, place: int) -> None:
        self.post_for(place, "exact")

    def add_comment(self, place: int) -> None:
        invoice_id, invoice = self.working(place)
        self.do(partial(invoices.add_comment, invoice_id=invoice_id, comment="Call first"))
        invoice.lines.append(LineModel("C"))

    @precondition(any_line)
    @rule(
        place=places,
        quantity=st.none() | quantities,
        price=st.none() | prices,
        code=st.none() | codes,
        anyway=st.none() | st.booleans(),
    )
    def change_line(
        self, place: int, quantity: int | None, price: int | None, code: str | None, *, anyway: bool | None
    ) -> None:
        invoice_id, invoice, index = self.line(place)
        old = invoice.lines[index]
        edit = LineEdit(
            quantity=None if quantity is None else units(quantity),
            unit_price=None if price is None else money(price),
            trans_code=None if code is None else TransCode(code),
            sell_anyway=anyway,
        )
        new = replace(
            old,
            quantity=old.quantity if quantity is None else quantity,
            price=old.price if price is None else price,
            code=old.code if code is None else code,
        ).with_percent()
        warned_of_less = new.quantity > old.quantity or new.code != old.code
        kept = False if warned_of_less else old.sell_anyway
        new = replace(new, sell_anyway=kept if anyway is None else anyway)
        refused = "discount" if new.discount > new.gross else None
        if old.code == "C":
            refused = "trans_code" if code is not None else "description"
            refused = None if edit == LineEdit() else refused
            new = old
        if self.do(partial(invoices.change_line, line_id=self.line_id(invoice_id, index), edit=edit), refused):
            invoice.lines[index] = new

    @precondition(any_line)
    @rule(
        place=places,
        cents=st.sampled_from([0, 1, 100, 333, 2400]),
        percent=st.none() | st.sampled_from([0, 125_000, 1_000_000]),
    )
    def discount(self, place: int, cents: int, percent: int | None) -> None:
        invoice_id, invoice, index = self.line(place)
        old = invoice.lines[index]
        if percent is None:
            edit, new = LineEdit(discount=money(cents)), replace(old, discount=cents, percent=None)
        else:
            edit = LineEdit(discount_percent=Decimal(percent).scaleb(-4))
            new = replace(old, percent=percent).with_percent()
        refused = "discount" if new.discount > new.gross else None
        if old.code == "C":
            refused = "description"
        if self.do(partial(invoices.change_line, line_id=self.line_id(invoice_id, index), edit=edit), refused):
            invoice.lines[index] = new

    @precondition(any_line)
    @rule(place=places, sell=st.sampled_from([500, 1, 999, 1000]))
    def split(self, place: int, sell: int) -> None:
        invoice_id, invoice, index = self.line(place)
        old = invoice.lines[index]
        refused = None if old.code == "S" and sell < old.quantity else "quantity"
        verb = partial(invoices.split_line, line_id=self.line_id(invoice_id, index), sell=units(sell))
        if self.do(verb, refused) is None:
            return
        sold = replace(old, quantity=sell)
        owed = replace(old, code="B", quantity=old.quantity - sell, sell_anyway=False)
        share = min(half_up(Fraction(old.discount * sell, old.quantity)), sold.gross)
        invoice.lines[index] = replace(sold, discount=share)
        invoice.lines.append(replace(owed, discount=min(old.discount - share, owed.gross)))

    @precondition(any_line)
    @rule(place=places)
    def remove_line(self, place: int) -> None:
        invoice_id, invoice, index = self.line(place)
        self.do(partial(invoices.remove_line, line_id=self.line_id(invoice_id, index)))
        del invoice.lines[index]

    def set_customer(self, place: int, customer: int | None) -> None:
        invoice_id, invoice = self.working(place)
        chosen = None if customer is None else self.customers[customer % 2]
        refused = "customer" if chosen in self.model.archived_customers else None
        if self.do(partial(invoices.set_customer, invoice_id=invoice_id, customer_id=chosen), refused):
            invoice.customer = chosen

    def discard(self, place: int) -> None:
        invoice_id, invoice = self.working(place)
        self.do(partial(invoices.discard, invoice_id=invoice_id))
        invoice.status = "discarded"

    @precondition(any_working)
    @rule(place=places, paid=st.sampled_from(["two", "over", "short", "card over"]))
    def post(self, place: int, paid: str) -> None:
        self.post_for(place, paid)

    def post_for(self, place: int, paid: str) -> None:
        invoice_id, invoice = self.working(place)
        total = self.model.total(invoice)
        tenders, settles = _tenders(total, paid)
        refused = self.model.why_not_post(invoice)
        promises = any(line.code == "B" for line in invoice.lines)
        if not settles and any(line.code != "C" for line in invoice.lines) and not (promises and not invoice.customer):
            refused = "tenders"  # looked at before the stock is
        verb = partial(posting.post, invoice_id=invoice_id, tenders=tenders, expected_total=money(total))
        if self.do(verb, refused or None) is None:
            return
        for line in self.model.post(invoice):
            number = len(self.model.backorders) + 1
            assert invoice.customer is not None
            with self.till.engine.connect() as connection:
                backorder_id = connection.execute(
                    sa.select(Backorder.id).where(Backorder.number == number)
                ).scalar_one()
            self.model.backorders[number] = BackorderModel(backorder_id, line.item, invoice.customer, line.quantity)

    @rule(place=places)
    def post_again(self, place: int) -> None:
        posted = [key for key, invoice in self.model.invoices.items() if invoice.status != "working"]
        if posted:
            verb = partial(posting.post, invoice_id=posted[place % len(posted)], tenders=(), expected_total=money(0))
            self.do(verb, "")

    @precondition(lambda self: self.model.backorders)
    @rule(place=places, quantities=st.lists(st.sampled_from([1, 500, 1000, 9_000_000]), min_size=1, max_size=3))
    def cancel(self, place: int, quantities: list[int]) -> None:
        promises = list(self.model.backorders.values())
        promise = promises[place % len(promises)]
        for quantity in quantities:
            refused = "quantity" if quantity > promise.ordered - promise.canceled else None
            verb = partial(
                backorders.cancel,
                backorder_id=promise.id,
                quantity=units(quantity),
                employee_id=self.till.employee_id,
                reason="Wants fewer",
            )
            if self.do(verb, refused):
                promise.canceled += quantity

    # One rule for what happens in the office, so that the till is not crowded out.

    @rule(place=places, deed=st.sampled_from(["item", "customer", "adjust", "adjust", "prefer"]), item=codes_of_items)
    def office(self, place: int, deed: str, item: str) -> None:
        match deed:
            case "item":
                self.archive_or_bring_back_an_item(item)
            case "customer":
                self.archive_or_bring_back_a_customer(place)
            case "adjust":
                self.adjust(item, (1000, 2500, -500, -3000)[place % 4])
            case _:
                self.prefer(warns=place % 2 == 0)

    def archive_or_bring_back_an_item(self, item: str) -> None:
        card = self.model.items[item]
        with self.till.engine.connect() as connection:
            version = connection.execute(sa.select(Item.version).where(Item.id == card.id)).scalar_one()
        self.do(partial(items.bring_back if card.archived else items.archive, item_id=card.id, version=version))
        card.archived = not card.archived

    def archive_or_bring_back_a_customer(self, place: int) -> None:
        customer = self.customers[place % 2]
        with self.till.writing() as session:
            session.execute(
                sa.update(Customer).where(Customer.id == customer).values(archived=sa.not_(Customer.archived))
            )
        self.model.archived_customers ^= {customer}

    def adjust(self, item: str, by: int) -> None:
        card = self.model.items[item]
        refused = "by" if by < 0 and card.on_hand + by < 0 else None
        if self.do(partial(items.adjust_stock, item_id=card.id, reason="Counted", by=units(by)), refused):
            card.on_hand += by

    def prefer(self, *, warns: bool) -> None:
        self.do(partial(preferences.change, preferences=ShopPreferences(warn_out_of_stock=warns)))
        self.model.warns = warns

    @precondition(lambda self: self.last is not None)
    @rule()
    def press_again(self) -> None:
        assert self.last is not None
        verb, key, result = self.last
        assert self.till.do(verb, key) == result

    @invariant()
    def every_rule_holds(self) -> None:
        with snapshot(self.till.engine) as connection:
            assert verify(connection) == ()

    @invariant()
    def the_figures_are_the_expected_ones(self) -> None:
        with self.till.engine.connect() as connection:
            stock = {code: on_hand for code, on_hand in connection.execute(sa.select(Item.code, Item.on_hand))}  # noqa: C416 - of rows
            documents = connection.execute(sa.select(Invoice.id, Invoice.status, Invoice.number, Invoice.total)).all()
            promises = connection.execute(
                sa.select(
                    Backorder.number,
                    Backorder.ordered,
                    Backorder.canceled,
                    Backorder.outstanding,
                    Backorder.customer_id,
                )
            ).all()
        model = self.model
        assert stock == {code: units(item.on_hand) for code, item in model.items.items()}
        assert {tuple(row) for row in documents} == {
            (key, invoice.status, invoice.number, money(model.total(invoice)))
            for key, invoice in model.invoices.items()
        }
        assert {tuple(row) for row in promises} == {
            (number, units(it.ordered), units(it.canceled), units(it.ordered - it.canceled), it.customer)
            for number, it in model.backorders.items()
        }


def _tenders(total: int, paid: str) -> tuple[tuple[Tender, ...], bool]:
    """Make the payments for a total, and say whether they settle it."""
    card, cash = TenderKind.CARD, TenderKind.CASH
    match paid:
        case "two" if abs(total) > 1:
            half = total // 2
            return (Tender(card, money(half)), Tender(cash, money(total - half))), True
        case "over" if total > 0:
            return (Tender(cash, money(total + 500)),), True
        case "short" if total != 0:
            return (Tender(cash, money(total - 1 if total > 0 else total + 1)),), False
        case "card over" if total > 0:
            return (Tender(card, money(total + 1)),), False
        case _:
            return (Tender(card, money(total)),), True
