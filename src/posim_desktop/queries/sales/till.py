"""What a till looks up while somebody waits: goods, customers, and what there is to sell.

Serves the guide's pages "Sell" and "The out-of-stock warning".
"""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.cards import stock
from posim_desktop.domain.cards.barcodes import forms, spellings
from posim_desktop.domain.cards.gs1 import read_elements
from posim_desktop.domain.cards.stock import Stock
from posim_desktop.domain.errors import RefusedError, refuse
from posim_desktop.domain.label_formats import read_label
from posim_desktop.domain.quantity import NO_UNITS, ONE
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.line_needs import OnHand
from posim_desktop.domain.sales.scan_codes import readings
from posim_desktop.domain.scanned import PLAIN, CodeReading
from posim_desktop.domain.text import SHORT
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, Barcode, Customer, Invoice, InvoiceLine, Item, ItemVendor
from posim_desktop.orm.types import Quantity
from posim_desktop.queries import merged_customers, search, serials
from posim_desktop.queries.shop import preferences

MOST_MATCHES = 50
_LONGEST_ENTRY = 60
_NAMED = 5


@dataclass(frozen=True, slots=True)
class ItemMatch:
    """Goods that fit what was scanned or typed; price in the store's currency, stock in units.

    Attributes:
        units: How many of them the code stands for: more than one for a pack.
        reading: What else the code says.
    """

    id: int
    code: str
    description: str
    price: Decimal
    on_hand: Decimal
    committed: Decimal
    stocked: bool
    units: Decimal = ONE
    reading: CodeReading = PLAIN

    @property
    def available(self) -> Decimal:
        """What anybody may have."""
        return Stock(self.on_hand, self.committed).available


@dataclass(frozen=True, slots=True)
class CustomerMatch:
    """A customer that fits what was typed."""

    id: int
    code: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class WaitingCustomer:
    """A customer who waits for goods, or for whom goods are set aside; ``quantity`` in units."""

    customer: str
    quantity: Decimal
    since: datetime


@dataclass(frozen=True, slots=True)
class OutOfStock:
    """What the out-of-stock warning says about an item; quantities in units.

    Attributes:
        wanted: What the line is to sell.
        others: Units that this invoice's other lines sell.
        left: What they leave of Available, at least 0.
        expected: On order from vendors.
        backordered: Outstanding for customers already.
        waiting: The first of those who wait, longest first.
        set_aside: For whom goods on hand are committed.
    """

    item_id: int
    item: str
    description: str
    on_hand: Decimal
    committed: Decimal
    expected: Decimal
    wanted: Decimal
    others: Decimal
    left: Decimal
    backordered: Decimal
    waiting: tuple[WaitingCustomer, ...]
    set_aside: tuple[WaitingCustomer, ...]

    @property
    def available(self) -> Decimal:
        """On hand less what is set aside."""
        return Stock(self.on_hand, self.committed).available

    @property
    def for_line(self) -> OnHand:
        """What there is for this line, below zero where the other lines sell more than there is."""
        return OnHand(self.on_hand - self.others, self.available - self.others)

    @property
    def shortage(self) -> Decimal:
        """Units that cannot be sold from stock."""
        return stock.shortage(Stock(self.left), self.wanted)

    @property
    def can_split(self) -> bool:
        """Whether part can be sold now and the rest back-ordered."""
        return stock.can_split(Stock(self.left), self.wanted)


_MATCH = (Item.id, Item.code, Item.description, Item.price, Item.on_hand, Item.committed, Item.stocked)
_WRITTEN_SO = sa.or_(
    Barcode.form.in_(sa.bindparam("forms", expanding=True)), Barcode.barcode == sa.bindparam("barcode")
)
_EXACT = sa.select(
    *_MATCH,
    sa.func.coalesce(
        sa.select(sa.func.min(Barcode.quantity)).where(Barcode.item_id == Item.id, _WRITTEN_SO).scalar_subquery(),
        sa.literal(ONE, Quantity()),
    ),
).where(
    sa.or_(
        Item.code.in_(sa.bindparam("codes", expanding=True)),
        Item.id.in_(sa.select(Barcode.item_id).where(_WRITTEN_SO)),
    )
)
_STOCK = sa.select(Item.id, Item.code, Item.description, Item.on_hand, Item.committed, Item.on_order).where(
    Item.id == sa.bindparam("item"), Item.stocked
)
_OTHER_SALES = sa.select(sa.func.sum(InvoiceLine.quantity)).where(
    InvoiceLine.invoice_id == sa.bindparam("invoice"),
    InvoiceLine.item_id == sa.bindparam("item"),
    InvoiceLine.trans_code == TransCode.SALE,
    InvoiceLine.id != sa.bindparam("line"),
)
_WAITING = (
    sa.select(Customer.name, Backorder.outstanding, Backorder.created_at)
    .join(Customer, Customer.id == Backorder.customer_id)
    .where(Backorder.item_id == sa.bindparam("item"), Backorder.outstanding > 0)
    .order_by(Backorder.number)
    .limit(_NAMED)
)
_BACKORDERED = sa.select(sa.func.sum(Backorder.outstanding)).where(
    Backorder.item_id == sa.bindparam("item"), Backorder.outstanding > 0
)
_SET_ASIDE = (
    sa.select(sa.func.coalesce(Customer.name, ""), InvoiceLine.quantity, Invoice.created_at)
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .outerjoin(Customer, Customer.id == Invoice.customer_id)
    .where(
        InvoiceLine.item_id == sa.bindparam("item"),
        InvoiceLine.trans_code == TransCode.SALE,
        Invoice.status == InvoiceStatus.WORKING,
        Invoice.committed,
    )
    .order_by(Invoice.id)
    .limit(_NAMED)
)


def find_items(connection: sa.Connection, typed: str, limit: int = MOST_MATCHES) -> tuple[ItemMatch, ...]:
    """Find goods by a code, or by parts of what their card says.

    A code in full is the only match, whatever else it is a part of.
    """
    code = folding.readable(typed).strip()
    if not code or len(code) > _LONGEST_ENTRY:
        return ()
    exact = find_scanned(connection, typed)
    return exact or find_by_words(connection, code, limit)


def find_scanned(connection: sa.Connection, scanned: str) -> tuple[ItemMatch, ...]:
    """Find goods by a code in full, or by the article in a code that says more of them.

    Raises:
        RefusedError: It is a code that says more, and is broken, or its article is not on file.
    """
    exact = find_by_code(connection, scanned)
    if exact:
        return exact
    elements = read_elements(scanned)
    if elements is not None:
        found = find_by_code(connection, elements.gtin)
        if not found:
            raise refuse(Why.GS1_NO_ITEM, number=elements.gtin)
        return tuple(replace(item, reading=elements.reading) for item in found)
    label = read_label(preferences.load(connection).label_formats, scanned)
    if label is None:
        return ()
    for code in label.codes:
        found = find_by_code(connection, code)
        if found:
            return tuple(replace(item, reading=label.reading) for item in found)
    raise refuse(Why.LABEL_OF_NO_ITEM, article=label.article)


def find_by_code(connection: sa.Connection, scanned: str) -> tuple[ItemMatch, ...]:
    """Find the goods whose whole barcode or item id was scanned, however it is written, archived or not.

    Several goods may have it where the shop scans its vendors' numbers, and where older cards share a number.
    """
    for code in readings(folding.readable(scanned)):
        likely = forms(code)
        codes = dict.fromkeys((code.upper(), *(spelled for form in likely for spelled in spellings(form))))
        exact = tuple(connection.execute(_EXACT, {"codes": list(codes), "forms": list(likely), "barcode": code}))
        if not exact and len(code) <= SHORT and preferences.load(connection).scan_vendor_numbers:
            exact = tuple(connection.execute(_of_vendor_number(connection.dialect.name, code)))
        if exact:
            return tuple(ItemMatch(*row) for row in exact)
    return ()


def find_by_serial(connection: sa.Connection, scanned: str) -> tuple[ItemMatch, ...]:
    """Find the goods that a unit with this serial number belongs to, in stock or sold."""
    code = folding.readable(scanned).strip()
    ids = serials.items_with(connection, code) if code and len(code) <= SHORT else ()
    if not ids:
        return ()
    found = sa.select(*_MATCH).where(Item.id.in_(ids)).order_by(Item.description, Item.id)
    return tuple(ItemMatch(*row) for row in connection.execute(found))


def find_by_words(connection: sa.Connection, typed: str, limit: int = MOST_MATCHES) -> tuple[ItemMatch, ...]:
    """Find goods by parts of what their card says, by description."""
    words = folding.words(typed)
    if not words:
        return ()
    dialect = connection.dialect.name
    found = sa.select(*_MATCH).where(~Item.archived).order_by(Item.description, Item.id).limit(limit)
    for word in words:
        found = found.where(Item.id.in_(search.ids_with(dialect, Item.search_text, word)))
    return tuple(ItemMatch(*row) for row in connection.execute(found))


def _of_vendor_number(dialect: str, code: str) -> sa.Select[int, str, str, Decimal, Decimal, Decimal, bool]:
    """Select the goods that a vendor calls by this number, found by the index of what cards say."""
    found = sa.select(*_MATCH).where(
        ~Item.archived,
        sa.or_(
            _is_number(Item.vendor_item_number, code),
            sa.exists().where(ItemVendor.item_id == Item.id, _is_number(ItemVendor.vendor_item_number, code)),
        ),
    )
    for word in folding.words(code):
        found = found.where(Item.id.in_(search.ids_with(dialect, Item.search_text, word)))
    return found.order_by(Item.description, Item.id).limit(MOST_MATCHES)


def _is_number(column: sa.ColumnElement[str], code: str) -> sa.ColumnElement[bool]:
    return sa.or_(column == code, sa.func.lower(column) == code.lower())


def item_of_code(connection: sa.Connection, code: str) -> ItemMatch | None:
    """Find the goods that a code in full names, archived or not; None when there are none, or several."""
    try:
        exact = find_scanned(connection, code)
    except RefusedError:
        return None
    return exact[0] if len(exact) == 1 else None


def find_customers(connection: sa.Connection, typed: str, limit: int = MOST_MATCHES) -> tuple[CustomerMatch, ...]:
    """Find customers by name, company, phone or id, by name."""
    words = folding.words(typed)
    if not words:
        return ()
    found = (
        sa.select(Customer.id, Customer.code, Customer.name, Customer.phone)
        .where(~Customer.archived)
        .order_by(Customer.name, Customer.id)
        .limit(limit)
    )
    for word in words:
        found = found.where(Customer.id.in_(merged_customers.used_cards_with(connection.dialect.name, word)))
    return tuple(CustomerMatch(*row) for row in connection.execute(found))


def warning(
    connection: sa.Connection, item_id: int, invoice_id: int | None, wanted: Decimal, line_id: int | None = None
) -> OutOfStock | None:
    """Tell what there is of an item when a line wants to sell more than there is, else None.

    Args:
        connection: The database.
        item_id: The goods.
        invoice_id: The working invoice, whose other lines are served first; None when there is none yet.
        wanted: Units that the line is to sell.
        line_id: The line when it is on the invoice already.
    """
    chosen = {"item": item_id}
    found = connection.execute(_STOCK, chosen).one_or_none()
    if found is None:
        return None
    others = connection.scalar(_OTHER_SALES, chosen | {"invoice": invoice_id or 0, "line": line_id or 0}) or NO_UNITS
    left = max(NO_UNITS, Stock(found.on_hand, found.committed).available - others)
    if wanted <= left:
        return None
    return OutOfStock(
        item_id=found.id,
        item=found.code,
        description=found.description,
        on_hand=found.on_hand,
        committed=found.committed,
        expected=found.on_order,
        wanted=wanted,
        others=others,
        left=left,
        backordered=connection.scalar(_BACKORDERED, chosen) or NO_UNITS,
        waiting=tuple(WaitingCustomer(*row) for row in connection.execute(_WAITING, chosen)),
        set_aside=tuple(WaitingCustomer(*row) for row in connection.execute(_SET_ASIDE, chosen)),
    )
