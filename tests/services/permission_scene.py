"""Where a way to do a guarded verb is tried: the shop, who tries it, and what a case is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from ordering_seed import orders, stocks
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.changes import Done
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.orm import Invoice, InvoiceLine, Item, ShopRole
from posim_desktop.orm.base import Base, table_of
from posim_desktop.services.sales import deposits, invoices
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.services.session import Session, Stamp
from receiving_seed import Shop, open_shop
from seeding import CASH, OPENING_DAY, Till, add_tax_code, inserted

D = Decimal
ONE = D(1)
NOTHING = "nothing"
LATER = OPENING_DAY + timedelta(days=1)


@dataclass(frozen=True)
class Ids:
    """What a case begins with in the shop that all share."""

    owner: int
    vendor: int
    lee: int
    kim: int
    items: Mapping[str, int]
    lamp_backorder: int
    order: int
    sent: int
    log: int
    sale: int
    fill_invoice: int
    tax_code: int
    held: int


@dataclass
class Scene:
    """One try of a case: who tries it, in a transaction that is taken back."""

    connection: sa.Connection
    ids: Ids
    who: int

    def stamp(self, employee_id: int) -> Stamp:
        """Say by whom something is done."""
        return Stamp(LATER, employee_id, "till 1")

    def owner(self, verb: Callable[..., Done], **content: Any) -> int:  # noqa: ANN401 - what each verb is given
        """Let the Owner prepare something; return the record."""
        return verb(Session(self.connection), self.stamp(self.ids.owner), **content).record_id

    def find(self, entity: type[Base], *where: sa.ColumnElement[bool]) -> int:
        """Find the first row that fits."""
        table = table_of(entity)
        found: int = self.connection.scalars(sa.select(table.c.id).where(*where).order_by(table.c.id)).first() or 0
        return found

    def put(self, entity: type[Base], **values: object) -> int:
        """Insert a row."""
        return inserted(Session(self.connection), entity, **values)

    def flags_all(self, serials: Serials) -> None:
        """Let all items be asked for their serial numbers."""
        self.connection.execute(sa.update(table_of(Item)).values(serials=str(serials)))

    def line(self, invoice_id: int) -> int:
        """Find the first line of an invoice."""
        return self.find(InvoiceLine, InvoiceLine.invoice_id == invoice_id)

    def rings_up(
        self, code: str, quantity: str, trans_code: TransCode = TransCode.SALE, *, anyway: bool = False
    ) -> int:
        """Let the Owner put goods on a new invoice."""
        line = NewLine(self.ids.items[code], D(quantity), trans_code, sell_anyway=anyway)
        return self.owner(invoices.add_items, invoice_id=None, lines=(line,))

    def posting_of(self, invoice_id: int) -> dict[str, Any]:
        """Say how an invoice is posted at its total."""
        total = self.connection.execute(sa.select(Invoice.total).where(Invoice.id == invoice_id)).scalar_one()
        return {"invoice_id": invoice_id, "tenders": (Tender(CASH, total),), "expected_total": total}


Content = Callable[[Scene], Mapping[str, Any]]


@dataclass(frozen=True)
class Case:
    """A way to do a verb, and what it needs.

    Attributes:
        name: The verb, and what is special about this way.
        verb: The verb.
        needs: What it needs.
        content: Makes what the verb is given; may let the Owner prepare something first.
        prepares: Whether it does, so that it cannot be tried twice in the shop that all share.
    """

    name: str
    verb: Callable[..., Done]
    needs: tuple[Permit, ...]
    content: Content
    prepares: bool = True


def open_case_shop(till: Till) -> Ids:
    """Let everything happen that the cases begin with, and hire nobody yet."""
    shop = open_shop(till)
    for code, on_hand in (("kettle", "50"), ("lamp", "0"), ("cup", "9"), ("bulb", "4")):
        stocks(till, code, vendor_id=shop.vendor_id, on_hand=on_hand, max_stock="60")
    with till.writing() as session:
        limits = dict.fromkeys(("most_discount", "price_floor", "most_paid_out"))
        role = {"code": NOTHING, "name": "Nothing", "permissions": frozenset(), "archived": False, "version": 1}
        role["search_text"] = "nothing"
        inserted(session, ShopRole, **role, **limits)
    with till.writing() as session:
        tax_code = add_tax_code(session)
    fill_invoice = shop.fill_invoice("bulb", "3", shop.kim)[1]  # 3 of 7 are set aside
    lamp_backorder = shop.owes("lamp", "3", shop.lee)
    sent = shop.orders(("lamp", "5"), allocations=(("lamp", lamp_backorder, "2"),))
    return Ids(
        owner=till.employee_id,
        vendor=shop.vendor_id,
        lee=shop.lee,
        kim=shop.kim,
        items=dict(till.items),
        lamp_backorder=lamp_backorder,
        order=orders(till, shop.vendor_id, ("lamp", "4"), ("cup", "1")),
        sent=sent,
        log=shop.unloads(sent, {"lamp": "2"}),
        sale=till.rings_up(("kettle", "4"), customer_id=shop.lee),
        fill_invoice=fill_invoice,
        tax_code=tax_code,
        held=_holds_money(till, shop),
    )


def _holds_money(till: Till, shop: Shop) -> int:
    """Take a deposit for a backorder of a cup, and 50.00 that Lee keeps as credit."""
    held = shop.owes("cup", "1", shop.lee)
    for backorder_id, amount in ((held, "10.00"), (None, "50.00")):
        invoice = till.rings_up(customer_id=shop.lee)
        till.run(deposits.add, invoice_id=invoice, amount=D(amount), backorder_id=backorder_id)
        till.posts(invoice)
    return held


def case(
    verb: Callable[..., Done], needs: tuple[Permission | Permit, ...], content: Content, says: str = "", **how: bool
) -> Case:
    name = f"{verb.__module__.removeprefix('posim_desktop.services.')}.{verb.__name__}"
    permits = tuple(need if isinstance(need, Permit) else Permit(need) for need in needs)
    return Case(f"{name}: {says}" if says else name, verb, permits, content, **how)


def given(**content: Any) -> Content:  # noqa: ANN401 - what each verb is given
    return lambda _scene: content
