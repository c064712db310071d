"""A shop beside a model of what should come of everything that is done in it; the sides say what may be done."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from decimal import Decimal
from functools import partial
from uuid import UUID, uuid4

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from typing_extensions import override

from ordering_seed import add_vendor
from places import place
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.tax import Tax
from posim_desktop.orm import (
    Allocation,
    Backorder,
    Invoice,
    InvoiceLine,
    Item,
    PurchaseOrder,
    PurchaseOrderLine,
    ReceivingLine,
    ReceivingLog,
)
from posim_desktop.orm.base import Base
from posim_desktop.queries.journal import journal
from posim_desktop.queries.verify import verify
from posim_desktop.services.database import snapshot
from posim_desktop.services.records import vendor_term_rows
from seeding import Till, add_customer, add_employee, add_tax_code, open_till, prefer
from stateful.sales_model import InvoiceModel, ItemModel
from stateful.shop_model import ShopModel

OpenShop = Callable[[], AbstractContextManager[str]]

small = st.sampled_from([1000, 2000, 500, 1001])
codes_of_items = st.sampled_from(["kettle", "cloth", "stamp"])
codes_at_the_counter = st.sampled_from(["kettle", "cloth", "stamp", "wrap"])
places = st.integers(0, 40)


def units(thousandths: int) -> Decimal:
    return Decimal(thousandths).scaleb(-3)


def money(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


class Machine(RuleBasedStateMachine):
    """A till, a model of what it should have done, and how the two are compared after every step."""

    def __init__(self, open_shop: OpenShop) -> None:
        super().__init__()
        self.resources = ExitStack()
        self.till: Till = open_till(self.resources.enter_context(open_shop()))
        self.model = ShopModel()
        self.customers: list[int] = []
        self.vendors: list[int] = []
        self.cashier = 0
        self.last: tuple[partial[Done], UUID, Done] | None = None
        self.is_checked = False

    @override
    def teardown(self) -> None:
        try:
            if self.till.engine.dialect.name != "sqlite":
                self.every_rule_holds()
            self.every_day_of_the_journal_balances()
        finally:
            self.till.engine.dispose()
            self.resources.close()

    def stocks_up(self) -> None:
        """Put customers, vendors, items and a cashier on file."""
        with self.till.writing() as session:
            self.customers = [add_customer(session, code) for code in ("kim", "lee")]
            self.vendors = [add_vendor(session, code) for code in ("acme", "globe")]
            high = add_tax_code(session, "high", "8.25")
            low = add_tax_code(session, "low", "0.0625", Tax("more", Decimal("9.975"), compound=True))
            self.cashier = add_employee(session, "ann", role=Role.CASHIER)
        acme, globe = self.vendors
        self.model.taxes = {high: ((82_500, False),), low: ((625, False), (99_750, True))}
        for code, price, tax_code_id, on_hand, vendor, levels in (
            ("kettle", 2400, high, 3000, acme, (5000, 0, 1000)),
            ("cloth", 333, low, 2500, acme, (4000, 1000, 1500)),
            ("stamp", 1, None, 0, globe, (0, 0, 2000)),
        ):
            item_id = self.till.stores(
                code, price=str(money(price)), on_hand=str(units(on_hand)), tax_code_id=tax_code_id
            )
            self.model.items[code] = ItemModel(item_id, price, tax_code_id, on_hand, vendor, *levels)
            names = ("max_stock", "min_stock", "pack_quantity")
            card = dict(zip(names, map(units, levels), strict=True)) | {"preferred_vendor_id": vendor}
            with self.till.writing() as session:
                session.connection().execute(sa.update(Item).where(Item.id == item_id).values(card))
                terms = VendorTerms(vendor, pack_quantity=units(levels[-1]))
                vendor_term_rows.insert(session, {item_id: (terms,)})

        with self.till.writing() as session:
            prefer(session, return_customer_above=0)
        self.model.items["wrap"] = ItemModel(self.till.stores("wrap", price="3.50", stocked=False), 350, None, 0)

    # What a person chooses is drawn as a place in whatever there is at the time.

    def working(self, place: int) -> tuple[int, InvoiceModel]:
        open_ones = [(key, invoice) for key, invoice in self.model.invoices.items() if invoice.status == "working"]
        return open_ones[place % len(open_ones)]

    def any_working(self) -> bool:
        return any(invoice.status == "working" for invoice in self.model.invoices.values())

    def line_id(self, invoice_id: int, index: int) -> int:
        chosen = sa.select(InvoiceLine.id).where(InvoiceLine.invoice_id == invoice_id).order_by(InvoiceLine.position)
        return self.ids(chosen)[index]

    def ids(self, chosen: sa.Select[int]) -> list[int]:
        with self.till.engine.connect() as connection:
            return list(connection.scalars(chosen))

    def do(self, verb: partial[Done], refused_at: str | None = None, *, by: int | None = None) -> Done | None:
        """Do a verb that the model says is done, or refused at a field (``""``: the whole) without a trace."""
        key = uuid4()
        before = self.everything() if refused_at is not None else None
        employee_id = self.till.employee_id if by is None else by
        try:
            result = self.till.transactor.run(verb, key=key, employee_id=employee_id, workstation="till 1")
        except RefusedError as error:
            assert refused_at is not None, f"{verb.func.__name__} was refused: {error.refusal}"  # noqa: PT017
            assert place(error.refusal) == refused_at, error.refusal  # noqa: PT017
            assert self.everything() == before, f"{verb.func.__name__} was refused and left something behind"
            return None
        assert refused_at is None, f"{verb.func.__name__} was done, not refused at “{refused_at}”"
        self.is_checked = False
        self.last = (verb, key, result)
        return result

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        """Read every row of every table."""
        with self.till.engine.connect() as connection:
            return {
                table.name: [tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))]
                for table in Base.metadata.sorted_tables
            }

    @precondition(lambda self: self.last is not None)
    @rule()
    def press_again(self) -> None:
        assert self.last is not None
        verb, key, result = self.last
        self.is_checked = False
        assert self.till.do(verb, key) == result

    @invariant()
    def every_rule_holds_and_the_figures_are_the_expected_ones(self) -> None:
        if self.is_checked:  # a refused step left every row as it was: the same rows hold the same rules
            return
        if self.till.engine.dialect.name == "sqlite":
            self.every_rule_holds()
        self.the_stock_is_the_expected_one()
        self.the_invoices_are_the_expected_ones()
        self.the_backorders_are_the_expected_ones()
        self.the_orders_are_the_expected_ones()
        self.the_receiving_logs_are_the_expected_ones()
        self.is_checked = True

    def every_rule_holds(self) -> None:
        """Ask every rule: after each step on SQLite, and at the end of a sequence on PostgreSQL, which takes longer."""
        with snapshot(self.till.engine) as connection:
            assert verify(connection) == ()

    def every_day_of_the_journal_balances(self) -> None:
        """Read the journal, which refuses a day that does not."""
        with snapshot(self.till.engine) as connection:
            journal(connection, date(2026, 1, 1), date(2027, 12, 31))

    def the_stock_is_the_expected_one(self) -> None:
        figures = sa.select(Item.code, Item.on_hand, Item.committed, Item.on_order)
        model = self.model
        assert self.read(figures) == {
            (code, units(item.on_hand), units(model.committed(code)), units(model.on_order(code)))
            for code, item in model.items.items()
        }

    def the_invoices_are_the_expected_ones(self) -> None:
        invoices = self.model.invoices
        assert self.read(
            sa.select(Invoice.id, Invoice.status, Invoice.committed, Invoice.number, Invoice.total, Invoice.rounding)
        ) == {
            (key, each.status, each.committed, each.number, money(self.model.total(each)), money(each.rounding))
            for key, each in invoices.items()
        }

    def the_backorders_are_the_expected_ones(self) -> None:
        columns = (
            "number",
            "customer_id",
            "question",
            "ordered",
            "received",
            "canceled",
            "outstanding",
            "waiting",
            "filled",
        )
        model = self.model
        assert self.read(sa.select(*(getattr(Backorder, name) for name in columns))) == {
            (
                number,
                each.customer,
                each.question,
                *map(
                    units,
                    (
                        each.ordered,
                        model.received(number),
                        each.canceled,
                        model.outstanding(number),
                        model.waiting(number),
                        model.filled(number),
                    ),
                ),
            )
            for number, each in model.backorders.items()
        }

    def the_orders_are_the_expected_ones(self) -> None:
        orders = self.model.orders
        assert self.read(sa.select(PurchaseOrder.id, PurchaseOrder.status, PurchaseOrder.number)) == {
            (key, order.status, order.number) for key, order in orders.items()
        }
        names = ("quantity", "changed", "received", "closed_short", "still_open")
        figures = (getattr(PurchaseOrderLine, name) for name in names)
        assert self.read(sa.select(PurchaseOrderLine.purchase_order_id, PurchaseOrderLine.item_id, *figures)) == {
            (key, self.model.items[code].id, *(units(getattr(line, name)) for name in names))
            for key, order in orders.items()
            for code, line in order.lines.items()
        }
        plans = sa.select(
            PurchaseOrderLine.purchase_order_id, PurchaseOrderLine.item_id, Backorder.number, Allocation.quantity
        )
        plans = plans.join(Allocation, Allocation.purchase_order_line_id == PurchaseOrderLine.id)
        assert self.read(plans.join(Backorder, Backorder.id == Allocation.backorder_id)) == {
            (each.order, self.model.items[each.item].id, each.backorder, units(each.quantity))
            for each in self.model.allocations
        }

    def the_receiving_logs_are_the_expected_ones(self) -> None:
        logs = self.model.logs
        assert self.read(sa.select(ReceivingLog.id, ReceivingLog.status, ReceivingLog.number)) == {
            (key, log.status, log.number) for key, log in logs.items()
        }
        lines = (ReceivingLine.receiving_log_id, ReceivingLine.item_id, ReceivingLine.quantity)
        assert self.read(sa.select(*lines)) == {
            (key, self.model.items[line.item].id, units(line.quantity))
            for key, log in logs.items()
            for line in log.lines
        }

    def read(self, chosen: sa.Select[*tuple[object, ...]]) -> set[tuple[object, ...]]:
        with self.till.engine.connect() as connection:
            return {tuple(row) for row in connection.execute(chosen)}
