"""What the journal of a period says, out of the ledgers. Serves the guide's page "The journal".

A day is one of the shop's time zone, and a document belongs to that on which it was posted. Everything is read that
the ledgers know the worth of; each thing enters with both its sides, so an entry balances where the records agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from posim_desktop.domain.accounts import (
    BY_DEPARTMENT,
    USUAL,
    Account,
    department_account,
    tax_account,
    tender_account,
    usual_of_tax,
    usual_of_tender,
)
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.errors import require
from posim_desktop.domain.exchange.journal import Deed, JournalDay, JournalPosting, balance_refusal, period_refusal
from posim_desktop.domain.money import ZERO, to_cents
from posim_desktop.domain.practice import Outside, outside_refusal
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.receiving import charges
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.domain.sales.days import BY_HAND, RowKind
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.tenders import OF_CUSTOMER, TenderKind
from posim_desktop.domain.tax import without_tax
from posim_desktop.orm import (
    CorrectionLine,
    CustomerMoney,
    Department,
    DrawerDay,
    DrawerRow,
    Invoice,
    InvoiceLine,
    InvoiceTax,
    Item,
    ItemCost,
    ReceivingCorrection,
    ReceivingLine,
    ReceivingLog,
    StockCountItem,
    StockEntry,
    TaxCode,
    TenderPaid,
    TenderType,
    VendorCredit,
    VendorReturn,
    VendorReturnLine,
)
from posim_desktop.queries.shop import practice, preferences

_DAY = timedelta(days=1)
_DEEDS = {deed: place for place, deed in enumerate(Deed)}
_SINCE: sa.BindParameter[datetime] = sa.bindparam("since", type_=CustomerMoney.at.type)
_BEFORE: sa.BindParameter[datetime] = sa.bindparam("before", type_=CustomerMoney.at.type)


def _within(moment: Any) -> sa.ColumnElement[bool]:  # noqa: ANN401 - a column of moments, empty ones or not
    return sa.and_(moment >= _SINCE, moment < _BEFORE)


_POSTED = sa.and_(Invoice.status == str(InvoiceStatus.PROCESSED), _within(Invoice.processed_at))


def _sum_of(code: TransCode) -> sa.ColumnElement[Decimal]:
    extension = InvoiceLine.extension
    return sa.func.sum(sa.case((InvoiceLine.trans_code == str(code), extension), else_=ZERO), type_=extension.type)


_INVOICES = (
    sa.select(
        *(Invoice.id, Invoice.processed_at, Invoice.tax_inclusive, Invoice.total, Invoice.tax, Invoice.rounding),
        *(_sum_of(code).label(code.name) for code in (TransCode.SALE, TransCode.RETURN, TransCode.DEPOSIT)),
        sa.func.sum(sa.case((InvoiceLine.trans_code == str(TransCode.SALE), 1), else_=0)).label("sales"),
    )
    .join(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
    .where(_POSTED)
    .group_by(Invoice.id)
)
_GIVEN_BACK = (
    sa.select(
        *(InvoiceLine.invoice_id, InvoiceLine.taxes, InvoiceLine.given_before.is_(None).label("is_bare")),
        Invoice.exempt_number,
        sa.func.sum(InvoiceLine.extension, type_=InvoiceLine.extension.type).label("extension"),
    )
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .where(_POSTED, Invoice.tax_inclusive, InvoiceLine.trans_code == str(TransCode.RETURN))
    .group_by(InvoiceLine.invoice_id, InvoiceLine.taxes, InvoiceLine.given_before.is_(None), Invoice.exempt_number)
)
_GOODS = (
    sa.select(
        *(InvoiceLine.invoice_id, InvoiceLine.trans_code, Item.department_id, InvoiceLine.taxes),
        *(InvoiceLine.given_before.is_(None).label("is_bare"), Invoice.exempt_number, Invoice.tax_inclusive),
        sa.func.sum(InvoiceLine.extension, type_=InvoiceLine.extension.type).label("extension"),
    )
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .join(Item, Item.id == InvoiceLine.item_id)
    .where(_POSTED, InvoiceLine.trans_code.in_([str(TransCode.SALE), str(TransCode.RETURN)]))
    .group_by(
        *(InvoiceLine.invoice_id, InvoiceLine.trans_code, Item.department_id, InvoiceLine.taxes),
        *(InvoiceLine.given_before.is_(None), Invoice.exempt_number, Invoice.tax_inclusive),
    )
)
_TAXES = (
    sa.select(Invoice.processed_at, InvoiceTax.tax_code_id, TaxCode.code, InvoiceTax.name, InvoiceTax.tax)
    .select_from(InvoiceTax)
    .join(Invoice, Invoice.id == InvoiceTax.invoice_id)
    .join(TaxCode, TaxCode.id == InvoiceTax.tax_code_id)
    .where(_POSTED)
)
_TENDERS = (
    sa.select(Invoice.processed_at, TenderPaid.type_id, TenderPaid.kind, TenderPaid.amount, TenderPaid.change)
    .select_from(TenderPaid)
    .join(Invoice, Invoice.id == TenderPaid.invoice_id)
    .where(_POSTED, TenderPaid.kind.not_in([str(kind) for kind in OF_CUSTOMER]))
)
_TYPES = sa.select(TenderType.id, TenderType.kind, TenderType.name).order_by(
    TenderType.archived, TenderType.position, TenderType.id
)
_MONEY = (
    sa.select(
        *(CustomerMoney.at, CustomerMoney.kind, CustomerMoney.amount),
        *(CustomerMoney.customer_id, CustomerMoney.backorder_id),
    )
    .where(_within(CustomerMoney.at))
    .order_by(CustomerMoney.id)
)
_BY_HAND = sa.select(DrawerRow.at, DrawerRow.kind, DrawerRow.amount).where(
    DrawerRow.kind.in_([str(kind) for kind in BY_HAND]), _within(DrawerRow.at)
)
_OPENED = sa.select(DrawerDay.opened_at, DrawerDay.opened_with, DrawerDay.was_left).where(_within(DrawerDay.opened_at))
_CLOSED = sa.select(DrawerDay.closed_at, DrawerDay.counted, DrawerDay.expected, DrawerDay.kept).where(
    _within(DrawerDay.closed_at)
)
_CREDIT_BEFORE = (
    sa.select(
        CustomerMoney.customer_id, sa.func.sum(CustomerMoney.amount, type_=CustomerMoney.amount.type).label("held")
    )
    .where(CustomerMoney.backorder_id.is_(None), CustomerMoney.at < _SINCE)
    .group_by(CustomerMoney.customer_id)
)
_AT_COST = (LedgerKind.SALE, LedgerKind.RETURN, LedgerKind.DAMAGED, LedgerKind.ADJUSTMENT, LedgerKind.OPENING)
_moved = sa.and_(StockEntry.kind.in_([str(kind) for kind in _AT_COST]), _within(StockEntry.at))
_STOCK = (
    sa.select(StockEntry.at, StockEntry.kind, StockEntry.item_id, StockEntry.quantity, Item.cost)
    .select_from(StockEntry)
    .join(Item, Item.id == StockEntry.item_id)
    .where(_moved)
)
_COUNTED = (
    sa.select(StockEntry.at, StockEntry.quantity, StockCountItem.cost)
    .select_from(StockEntry)
    .join(StockCountItem, StockCountItem.id == StockEntry.count_item_id)
    .where(_within(StockEntry.at))
)
_COSTS = (
    sa.select(ItemCost.item_id, ItemCost.at, ItemCost.cost, ItemCost.receiving_line_id)
    .where(ItemCost.item_id.in_(sa.select(StockEntry.item_id).where(_moved)))
    .order_by(ItemCost.id)
)
_LINE = (
    *(ReceivingLine.id, ReceivingLine.quantity, ReceivingLine.free, ReceivingLine.cost, ReceivingLine.charges),
    *(ReceivingLine.pack_quantity, ReceivingLine.pack_unit, ReceivingLine.unit, ReceivingLine.pack_cost),
)
_RECEIVED = (
    sa.select(ReceivingLog.posted_at, *_LINE)
    .select_from(ReceivingLine)
    .join(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
    .where(_within(ReceivingLog.posted_at))
)
_CHARGED = (
    sa.select(
        *(ReceivingLog.posted_at, ReceivingLog.freight, ReceivingLog.other_charges),
        sa.func.coalesce(sa.func.sum(ReceivingLine.charges), ZERO, type_=ReceivingLine.charges.type).label("carried"),
    )
    .outerjoin(ReceivingLine, ReceivingLine.receiving_log_id == ReceivingLog.id)
    .where(_within(ReceivingLog.posted_at))
    .group_by(ReceivingLog.id)
)
_CORRECTED = (
    sa.select(ReceivingCorrection.at, CorrectionLine.quantity.label("taken"), *_LINE)
    .select_from(CorrectionLine)
    .join(ReceivingCorrection, ReceivingCorrection.id == CorrectionLine.correction_id)
    .join(ReceivingLine, ReceivingLine.id == CorrectionLine.receiving_line_id)
    .where(ReceivingCorrection.at < _BEFORE)
    .order_by(CorrectionLine.id)
)
_SENT_BACK = (
    sa.select(VendorReturn.posted_at, VendorReturnLine.quantity, VendorReturnLine.cost)
    .select_from(VendorReturnLine)
    .join(VendorReturn, VendorReturn.id == VendorReturnLine.vendor_return_id)
    .where(_within(VendorReturn.posted_at))
)
_CREDITS = sa.select(VendorCredit.at, VendorCredit.amount).where(_within(VendorCredit.at))
_DEPARTMENTS = sa.select(Department.id, Department.name).order_by(Department.name, Department.id)
_TENDERS_OF_SHOP = sa.select(TenderType.id, TenderType.name).order_by(TenderType.position, TenderType.id)
_CODES = sa.select(TaxCode.id, TaxCode.code, TaxCode.taxes).order_by(TaxCode.code)

_OF_DEPOSITS = {
    MoneyKind.TAKEN: Deed.DEPOSIT_TAKEN,
    MoneyKind.APPLIED: Deed.DEPOSIT_USED,
    MoneyKind.REFUNDED: Deed.DEPOSIT_REFUNDED,
    MoneyKind.MOVED: Deed.DEPOSIT_MOVED,
    MoneyKind.FORFEITED: Deed.FEE,
}
_OF_CREDIT = {
    MoneyKind.TAKEN: Deed.CREDIT_GIVEN,
    MoneyKind.CREDITED: Deed.CREDIT_GIVEN,
    MoneyKind.APPLIED: Deed.CREDIT_USED,
    MoneyKind.REFUNDED: Deed.CREDIT_REFUNDED,
    MoneyKind.MOVED: Deed.CREDIT_MOVED,
}
_AGAINST = {
    LedgerKind.SALE: (Deed.COST, Account.COST_OF_GOODS),
    LedgerKind.RETURN: (Deed.COST_RETURNED, Account.COST_OF_GOODS),
    LedgerKind.DAMAGED: (Deed.DAMAGED, Account.STOCK_CHANGES),
    LedgerKind.ADJUSTMENT: (Deed.ADJUSTED, Account.STOCK_CHANGES),
    LedgerKind.OPENING: (Deed.OPENING, Account.OPENING_STOCK),
}
"""What stands against the stock, by why a quantity on hand changed."""


class ShopAccount(NamedTuple):
    """An account that the shop may call as it likes.

    Attributes:
        of: Its key: an :class:`Account`, a department's, a tender or a tax.
        about: The department, the tender or the tax; empty for an account that every shop has.
        usual: What it is called at first.
        name: What the shop calls it.
    """

    of: str
    about: str
    usual: str
    name: str


def accounts(connection: sa.Connection) -> tuple[ShopAccount, ...]:
    """List the accounts of the shop: those that every shop has, those of its departments, its tenders and its taxes.

    A department's sales are on the shop's account of sales as long as it has none of its own.
    """
    own = {each.of: each.name for each in preferences.load(connection).accounts}
    found = [(str(each), "", USUAL[each]) for each in Account]
    found += [
        (department_account(each, row.id), row.name, own.get(each, USUAL[each]))
        for row in connection.execute(_DEPARTMENTS)
        for each in BY_DEPARTMENT
    ]
    found += [
        (tender_account(row.id), row.name, usual_of_tender(row.name)) for row in connection.execute(_TENDERS_OF_SHOP)
    ]
    found += [
        (tax_account(code.id, tax.name), _tax_of(code.code, tax.name), usual_of_tax(tax.name))
        for code in connection.execute(_CODES)
        for tax in code.taxes
    ]
    return tuple(ShopAccount(of, about, usual, own.get(of, usual)) for of, about, usual in found)


def journal(connection: sa.Connection, first: date, last: date) -> tuple[JournalDay, ...]:
    """Read the days of a period on which something moved.

    Raises:
        RefusedError: The last day is before the first, the records of a day do not agree, or the shop is for practice.
    """
    require(outside_refusal(Outside.JOURNAL, is_practice=practice.is_practice(connection)))
    require(period_refusal(first, last))
    shop = preferences.load(connection)
    book = _Book(shop, first, last)
    for part in (
        _sales,
        _taxes,
        _tenders,
        _drawers,
        _customer_money,
        _stock,
        _receiving,
        _corrections,
        _vendor_returns,
    ):
        part(connection, book)
    entries = tuple(book.days())
    for entry in entries:
        require(balance_refusal(entry))
    return entries


class _Book:
    """Adds postings up by day, deed and account."""

    def __init__(self, shop: ShopPreferences, first: date, last: date) -> None:
        self._zone = ZoneInfo(shop.time_zone)
        self._own = {each.of: each.name for each in shop.accounts}
        self._sums: dict[tuple[date, Deed, str, str], Decimal] = defaultdict(lambda: ZERO)
        # The shop's midnight, also on a day on which its clocks are changed.
        self.since = datetime.combine(first, time(), self._zone).astimezone(UTC)
        self._period = {
            "since": self.since,
            "before": datetime.combine(last + _DAY, time(), self._zone).astimezone(UTC),
        }

    def read(self, connection: sa.Connection, chosen: sa.Select[*tuple[Any, ...]]) -> Iterable[Any]:
        """Read the rows of the period."""
        return connection.execute(chosen, self._period)

    def post(self, at: datetime, deed: Deed, *sides: tuple[str, Decimal], usual: str = "", of: str = "") -> None:
        """Enter amounts on accounts, by their keys; ``usual`` is what one is called that no other shop has."""
        day = at.astimezone(self._zone).date()
        for key, amount in sides:
            name = self._own.get(key) or USUAL.get(key, usual)
            self._sums[day, deed, name, of] += amount

    @property
    def has_departments(self) -> bool:
        """Whether some department has an account of its own."""
        return any(of.startswith(tuple(f"{each} of " for each in BY_DEPARTMENT)) for of in self._own)

    def account_of(self, account: Account, department_id: int | None) -> str:
        """Return the key of a department's own account, or of the shop's where it has none."""
        own = None if department_id is None else department_account(account, department_id)
        return own if own in self._own else account

    def days(self) -> Iterator[JournalDay]:
        """Return the days in their order, each with what did not come to nothing."""
        by_day: dict[date, list[JournalPosting]] = defaultdict(list)
        for (day, deed, name, of), amount in self._sums.items():
            if amount:
                by_day[day].append(JournalPosting(deed, name, amount, of))
        for day in sorted(by_day):
            yield JournalDay(day, sorted(by_day[day], key=lambda each: (_DEEDS[each.deed], each.of, each.account)))


# ---- the till ----


def _sales(connection: sa.Connection, book: _Book) -> None:
    """Enter what was sold and given back, without tax. What D lines took stands in the customers' money."""
    given_back: dict[int, Decimal] = defaultdict(lambda: ZERO)
    for row in book.read(connection, _GIVEN_BACK):
        is_net = row.exempt_number and row.is_bare
        given_back[row.invoice_id] += row.extension if is_net else without_tax(row.extension, row.taxes)
    shares = _Shares(connection, book)
    for row in book.read(connection, _INVOICES):
        net = row.total - row.tax - row.DEPOSIT
        returned = net if not row.sales else given_back[row.id] if row.tax_inclusive else row.RETURN
        sold = shares.of(row.id, TransCode.SALE, Account.SALES, returned - net)
        back = shares.of(row.id, TransCode.RETURN, Account.RETURNS, -returned)
        book.post(row.processed_at, Deed.SOLD, *sold)
        book.post(row.processed_at, Deed.RETURNED, *back)
        book.post(row.processed_at, Deed.ROUNDING, (Account.CASH_ROUNDING, -row.rounding))


class _Shares:
    """How what an invoice sold, or took back, is shared by the departments that have accounts of their own."""

    def __init__(self, connection: sa.Connection, book: _Book) -> None:
        self._book = book
        self._worth: dict[tuple[int, str], dict[int | None, Decimal]] = defaultdict(lambda: defaultdict(lambda: ZERO))
        if not book.has_departments:
            return
        for row in book.read(connection, _GOODS):
            is_net = not row.tax_inclusive or (row.exempt_number and row.is_bare)
            net = row.extension if is_net else without_tax(row.extension, row.taxes)
            self._worth[row.invoice_id, row.trans_code][row.department_id] -= net

    def of(self, invoice_id: int, code: TransCode, account: Account, amount: Decimal) -> list[tuple[str, Decimal]]:
        """Share an amount; the cents by which the rounded parts miss it go to the largest of them."""
        worth = self._worth.get((invoice_id, str(code)))
        if not worth:
            return [(account, amount)]
        largest = max(worth, key=lambda department: abs(worth[department]))
        worth[largest] += amount - sum(worth.values(), ZERO)
        return [(self._book.account_of(account, department), part) for department, part in worth.items()]


def _taxes(connection: sa.Connection, book: _Book) -> None:
    for row in book.read(connection, _TAXES):
        side = tax_account(row.tax_code_id, row.name), -row.tax
        book.post(row.processed_at, Deed.TAX, side, usual=usual_of_tax(row.name), of=_tax_of(row.code, row.name))


def _tenders(connection: sa.Connection, book: _Book) -> None:
    """Enter what was handed over by each tender; what went back of it left the drawer, and so the cash."""
    types = {row.id: row for row in connection.execute(_TYPES)}
    cash = _cash(types.values())
    drawer = None if cash is None else cash.id
    for row in book.read(connection, _TENDERS):
        gives = row.type_id if row.kind == TenderKind.CASH or drawer is None else drawer
        for type_id, amount in ((row.type_id, row.amount), (gives, -row.change)):
            name = types[type_id].name
            side = tender_account(type_id), amount
            book.post(row.processed_at, Deed.TENDER, side, usual=usual_of_tender(name), of=name)


def _cash(types: Iterable[Any]) -> Any | None:  # noqa: ANN401 - a row of _TYPES
    """Find the shop's first cash, on whose account the drawers are."""
    return next((each for each in types if each.kind == TenderKind.CASH), None)


def _drawers(connection: sa.Connection, book: _Book) -> None:
    """Enter what moved between drawers and elsewhere without a sale, so that cash is what lies in them."""
    cash = _cash(connection.execute(_TYPES))
    if cash is None:
        return

    def post(at: datetime, deed: Deed, account: Account, amount: Decimal) -> None:
        sides = (tender_account(cash.id), amount), (account, -amount)
        book.post(at, deed, *sides, usual=usual_of_tender(cash.name))

    for row in book.read(connection, _BY_HAND):
        is_drop = row.kind == RowKind.DROP
        deed, account = (Deed.SAFE, Account.SAFE) if is_drop else (Deed.PAID_IN_OUT, Account.PAID_IN_OUT)
        post(row.at, deed, account, row.amount)
    for row in book.read(connection, _OPENED):
        post(row.opened_at, Deed.SAFE, Account.SAFE, row.opened_with - (row.was_left or ZERO))
    for row in book.read(connection, _CLOSED):
        post(row.closed_at, Deed.OVER_SHORT, Account.OVER_SHORT, row.counted - row.expected)
        post(row.closed_at, Deed.SAFE, Account.SAFE, row.kept - row.counted)


def _customer_money(connection: sa.Connection, book: _Book) -> None:
    """Enter what became of the customers' money; what of their credit is below zero they owe on account."""
    credit: dict[int, Decimal] = defaultdict(lambda: ZERO)
    credit.update({row.customer_id: row.held for row in book.read(connection, _CREDIT_BEFORE)})
    for row in book.read(connection, _MONEY):
        kind = MoneyKind(row.kind)
        if row.backorder_id is not None:
            book.post(row.at, _OF_DEPOSITS[kind], (Account.DEPOSITS, -row.amount))
            if kind is MoneyKind.FORFEITED:
                book.post(row.at, Deed.FEE, (Account.FEES, row.amount))
            continue
        before = credit[row.customer_id]
        after = credit[row.customer_id] = before + row.amount
        book.post(row.at, _OF_CREDIT[kind], (Account.STORE_CREDIT, max(before, ZERO) - max(after, ZERO)))
        book.post(row.at, Deed.ON_ACCOUNT, (Account.ON_ACCOUNT, min(before, ZERO) - min(after, ZERO)))


# ---- goods ----


class _Line(NamedTuple):
    """What a line of a delivery is worth: what the vendor asks for it, and its share of the charges."""

    quantity: Decimal
    paid: Decimal
    charges: Decimal

    @classmethod
    def of(cls, row: Any) -> "_Line":  # noqa: ANN401 - a row with the columns of _LINE
        packing = Packing(row.pack_quantity, row.pack_unit, row.unit, row.pack_cost)
        return cls(row.quantity, charges.paid(packing, row.quantity, row.free, row.cost), row.charges)

    def part(self, amount: Decimal, units: Decimal, before: Decimal) -> Decimal:
        """Return what of an amount is for so many units, after so many before; all of them are all of it."""
        return to_cents(amount * (before + units) / self.quantity) - to_cents(amount * before / self.quantity)


class _Costs:
    """What items cost, at each moment: later documents change nothing about it."""

    def __init__(self, connection: sa.Connection, book: _Book) -> None:
        gone = _taken_back_whole(connection, book)
        self._rows: Mapping[int, list[tuple[datetime, datetime | None, Decimal]]] = defaultdict(list)
        for row in book.read(connection, _COSTS):
            self._rows[row.item_id].append((row.at, gone.get(row.receiving_line_id), row.cost))

    def then(self, item_id: int, at: datetime, card: Decimal) -> Decimal:
        """Return what a unit cost; before its history begins what that begins with, without one what the card says."""
        rows = self._rows.get(item_id, [])
        for since, until, cost in reversed(rows):
            if since <= at and (until is None or at < until):
                return cost
        return rows[0][2] if rows else card


def _taken_back_whole(connection: sa.Connection, book: _Book) -> dict[int | None, datetime]:
    taken: dict[int, Decimal] = defaultdict(Decimal)
    gone: dict[int | None, datetime] = {}
    for row in book.read(connection, _CORRECTED):
        taken[row.id] += row.taken
        if taken[row.id] >= row.quantity:
            gone[row.id] = row.at
    return gone


def _stock(connection: sa.Connection, book: _Book) -> None:
    """Enter what moved at what it cost then, and what a count found at the cost that the count kept."""
    costs = _Costs(connection, book)
    for row in book.read(connection, _STOCK):
        deed, account = _AGAINST[LedgerKind(row.kind)]
        worth = to_cents(row.quantity * costs.then(row.item_id, row.at, row.cost))
        book.post(row.at, deed, (Account.STOCK, worth), (account, -worth))
    for row in book.read(connection, _COUNTED):
        worth = to_cents(row.quantity * (row.cost or ZERO))
        book.post(row.at, Deed.COUNTED, (Account.STOCK, worth), (Account.STOCK_CHANGES, -worth))


def _receiving(connection: sa.Connection, book: _Book) -> None:
    """Enter what came, and what the delivery cost besides: in the goods that carry it, or by itself."""
    for row in book.read(connection, _RECEIVED):
        paid = _Line.of(row).paid
        book.post(row.posted_at, Deed.RECEIVED, (Account.STOCK, paid), (Account.PAYABLE, -paid))
    for row in book.read(connection, _CHARGED):
        asked = row.freight + row.other_charges
        sides = (Account.STOCK, row.carried), (Account.FREIGHT, asked - row.carried), (Account.PAYABLE, -asked)
        book.post(row.posted_at, Deed.CHARGES, *sides)


def _corrections(connection: sa.Connection, book: _Book) -> None:
    """Enter what did not come after all: nothing is owed for it, but freight was paid, which no goods carry now."""
    taken: dict[int, Decimal] = defaultdict(Decimal)
    for row in book.read(connection, _CORRECTED):
        line, before = _Line.of(row), taken[row.id]
        taken[row.id] = before + row.taken
        if row.at < book.since:
            continue
        paid, carried = (line.part(amount, row.taken, before) for amount in (line.paid, line.charges))
        sides = (Account.PAYABLE, paid), (Account.FREIGHT, carried), (Account.STOCK, -paid - carried)
        book.post(row.at, Deed.CORRECTED, *sides)


def _vendor_returns(connection: sa.Connection, book: _Book) -> None:
    """Enter what went back at its cost, due from the vendor until the credit comes."""
    for row in book.read(connection, _SENT_BACK):
        worth = to_cents(row.quantity * row.cost)
        book.post(row.posted_at, Deed.SENT_BACK, (Account.DUE_FROM_VENDORS, worth), (Account.STOCK, -worth))
    for row in book.read(connection, _CREDITS):
        sides = (Account.PAYABLE, row.amount), (Account.DUE_FROM_VENDORS, -row.amount)
        book.post(row.at, Deed.VENDOR_CREDIT, *sides)


def _tax_of(code: str, tax: str) -> str:
    """Name a tax by its code; a single one is often called as the code is."""
    return code if code.casefold() == tax.casefold() else f"{code} {tax}"
