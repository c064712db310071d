"""Posting: the moment a working invoice becomes a processed one and its B lines become backorders.

Serves the guide's page "Pay and post".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.cards import stock
from posim_desktop.domain.cards.stock import LedgerKind, Stock
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import NONE, plain
from posim_desktop.domain.sales import invoice as rules
from posim_desktop.domain.sales.invoice import InvoiceStatus, Tender, TenderKind, TransCode
from posim_desktop.orm import Backorder, Customer, Invoice, InvoiceTax, Item, StockEntry
from posim_desktop.orm import Tender as TenderRow
from posim_desktop.orm.base import insert_mappings, table_of
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.counters import take_numbers
from posim_desktop.services.sales import fill_invoices, fill_sales, set_aside
from posim_desktop.services.sales import lines as invoice_lines
from posim_desktop.services.transaction import Stamp

_MOVES = {TransCode.SALE: (LedgerKind.SALE, -1), TransCode.RETURN: (LedgerKind.RETURN, 1)}

_FINISHED = ("number", "processed_at", "employee_id", "workstation", "subtotal", "tax", "total", "bill_to")

# Built once, on plain tables: this is the hottest path of the shop.
_items = table_of(Item)
_LOCK_ITEMS = (
    sa.select(_items.c.id, _items.c.code, _items.c.on_hand, _items.c.committed, _items.c.archived)
    .where(_items.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_items.c.id)
    .with_for_update(key_share=True)  # lets another till put the same goods on its invoice meanwhile
)
_MOVE_STOCK = (
    sa.update(_items)
    .where(_items.c.id == sa.bindparam("item"))
    .values(on_hand=_items.c.on_hand + sa.bindparam("moved", type_=Item.on_hand.type))
)
_tenders = table_of(TenderRow)
_taxes = table_of(InvoiceTax)
_stock = table_of(StockEntry)
_backorders = table_of(Backorder)
_invoices = table_of(Invoice)
_customers = table_of(Customer)
_LOCK_INVOICE = sa.select(_invoices).where(_invoices.c.id == sa.bindparam("invoice")).with_for_update()
# Asked after the lock: joined to it, PostgreSQL would answer with the customer from before the wait.
_CUSTOMER = sa.select(*(_customers.c[name] for name in ("code", "name", "company", "address", "archived"))).where(
    _customers.c.id == sa.bindparam("customer")
)
_FINISH = (
    sa.update(_invoices)
    .where(_invoices.c.id == sa.bindparam("invoice"), _invoices.c.status == str(InvoiceStatus.WORKING))
    .values(
        {name: sa.bindparam(f"new_{name}", type_=_invoices.c[name].type) for name in _FINISHED}
        | {
            "status": str(InvoiceStatus.PROCESSED),
            "committed": False,
            "committed_at": None,
            "version": _invoices.c.version + 1,
        }
    )
    .returning(_invoices.c.id)
)


@dataclass(frozen=True, slots=True)
class _Goods:
    code: str
    stock: Stock
    archived: bool


def post(
    session: Session, stamp: Stamp, *, invoice_id: int, tenders: tuple[Tender, ...], expected_total: Decimal
) -> Done:
    """Post a working invoice: number it, move its stock, take its tenders, make a backorder of each B line.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        invoice_id: The working invoice.
        tenders: What was handed over; change is worked out here.
        expected_total: The amount due that the person saw, in the store's currency.

    Raises:
        RefusedError: Not postable, the total is another by now, the tenders do not settle it, or (``field`` is
            ``"stock"``) goods ran out since the line was made and nobody has said to sell them anyway, or
            (``"set_aside"``) what is left is set aside for others and the role may not sell it.
    """
    return _process(session, stamp, invoice_id, tenders, expected_total, uncommit=False)


def uncommit_and_process(
    session: Session, stamp: Stamp, *, invoice_id: int, tenders: tuple[Tender, ...], expected_total: Decimal
) -> Done:
    """Uncommit an invoice and post it in one transaction, so that no other till can take the goods in between.

    Leaving it unposted leaves it committed. Its own goods need no warning: they were set aside for it.

    Raises:
        RefusedError: As :func:`post`.
    """
    return _process(session, stamp, invoice_id, tenders, expected_total, uncommit=True)


def _process(
    session: Session,
    stamp: Stamp,
    invoice_id: int,
    tenders: tuple[Tender, ...],
    expected_total: Decimal,
    *,
    uncommit: bool,
) -> Done:
    if stamp.employee_id is None:
        raise refuse("Log in before selling.")
    invoice = session.connection().execute(_LOCK_INVOICE, {"invoice": invoice_id}).one_or_none()
    if invoice is None:
        raise refuse("This invoice does not exist.")
    lines = invoice_lines.lines_of(session, invoice_id)
    rule_lines = [invoice_lines.rule_line(line) for line in lines]
    require(
        rules.post_refusal(
            InvoiceStatus(invoice.status),
            committed=invoice.committed and not uncommit,
            lines=rule_lines,
            has_customer=invoice.customer_id is not None,
        )
    )
    customer = _customer_of(session, invoice)
    sums = rules.totals(rule_lines, tax_inclusive=invoice.tax_inclusive)
    if sums.total != expected_total:
        raise refuse(f"The total is {sums.total:,} by now, not {expected_total:,}. Check the lines again.", "tenders")
    require(rules.tender_refusal(sums.total, tenders))

    goods = _lock_goods(session, lines)
    if invoice.committed:
        goods = _give_free(session, lines, goods)
    else:
        _require_stock(session, lines, goods)
    _require_promisable(lines, goods, customer)
    filled = fill_sales.sell(session, stamp, invoice, lines)
    _take_tenders(session, invoice_id, sums.total, tenders)
    _write_taxes(session, invoice_id, sums)
    short = _move_stock(session, stamp, lines, goods)
    born = _make_backorders(session, stamp, invoice, lines)
    number = _finish(session, stamp, invoice, sums, customer)
    others = set_aside.require_permission(
        session,
        stamp,
        invoice_id,
        {item_id: goods[item_id].code for item_id in short if goods[item_id].stock.committed > 0},
    )
    append(session, stamp, [_posted(invoice_id, number, sums, born), *_oversold(invoice_id, goods, short), *others])
    return Done(
        invoice_id,
        frozenset(
            {Change(Record.INVOICE, invoice_id)}
            | {Change(Record.ITEM, item_id) for item_id in goods}
            | {Change(Record.BACKORDER, 0) for _ in born}
            | {Change(Record.BACKORDER, backorder_id) for backorder_id in filled}
            | ({Change(Record.CUSTOMER, invoice.customer_id)} if invoice.customer_id and (born or filled) else set())
        ),
    )


def _customer_of(session: Session, invoice: sa.Row[Any]) -> sa.Row[Any] | None:
    if invoice.customer_id is None:
        return None
    return session.connection().execute(_CUSTOMER, {"customer": invoice.customer_id}).one()


def _lock_goods(session: Session, lines: Sequence[sa.Row[Any]]) -> dict[int, _Goods]:
    ids = sorted({line.item_id for line in lines if line.item_id is not None})
    locked = session.execute(_LOCK_ITEMS, {"ids": ids})
    return {
        item_id: _Goods(code, Stock(on_hand, committed), archived)
        for item_id, code, on_hand, committed, archived in locked
    }


def _give_free(session: Session, lines: Sequence[sa.Row[Any]], goods: dict[int, _Goods]) -> dict[int, _Goods]:
    """Take what a committed invoice set aside off Committed; return the goods as they are for this invoice."""
    own: dict[int, Decimal] = {}
    for line in lines:
        if line.trans_code == TransCode.SALE:
            own[line.item_id] = own.get(line.item_id, NONE) + line.quantity
    fill_invoices.move_items(session, ((item_id, NONE, -quantity, NONE) for item_id, quantity in own.items()))
    return {
        item_id: replace(each, stock=replace(each.stock, committed=each.stock.committed - own.get(item_id, NONE)))
        for item_id, each in goods.items()
    }


def _require_stock(session: Session, lines: Sequence[sa.Row[Any]], goods: dict[int, _Goods]) -> None:
    """Refuse to sell more than is available unless each short line says so, when the shop wants to be warned."""
    sales: dict[int, list[sa.Row[Any]]] = {}
    for line in lines:
        if line.trans_code == TransCode.SALE and line.item_id is not None:
            sales.setdefault(line.item_id, []).append(line)
    for item_id, sold in sales.items():
        short = stock.shortages(goods[item_id].stock.available, [line.quantity for line in sold])
        unasked = any(missing > 0 and not line.sell_anyway for line, missing in zip(sold, short, strict=True))
        if unasked and preferences.load(session.connection()).warn_out_of_stock:
            available = max(NONE, goods[item_id].stock.available)
            raise refuse(f"Only {plain(available)} of {goods[item_id].code} is available by now.", "stock")


def _require_promisable(lines: Sequence[sa.Row[Any]], goods: dict[int, _Goods], customer: sa.Row[Any] | None) -> None:
    """Refuse to promise what was archived since the line was made, or to somebody who was.

    What lies on the counter may still be sold.
    """
    promised = [goods[line.item_id] for line in lines if line.trans_code == TransCode.BACKORDER]
    archived = next((item for item in promised if item.archived), None)
    if archived is not None:
        require(archived_refusal("Item", archived.code))
    if promised and customer is not None and customer.archived:
        require(archived_refusal("Customer", customer.code))


def _take_tenders(session: Session, invoice_id: int, total: Decimal, tenders: Sequence[Tender]) -> None:
    change = max(ZERO, rules.change_due(total, tenders)) if total >= 0 else ZERO
    rows = []
    for position, tender in enumerate(tenders, 1):
        back = max(ZERO, min(change, tender.amount)) if tender.kind is TenderKind.CASH else ZERO
        change -= back
        rows.append(
            {
                "invoice_id": invoice_id,
                "position": position,
                "kind": tender.kind,
                "amount": tender.amount,
                "change": back,
            }
        )
    insert_mappings(session.connection(), _tenders, rows)


def _write_taxes(session: Session, invoice_id: int, sums: rules.Totals) -> None:
    rows = [
        {
            "invoice_id": invoice_id,
            "tax_code_id": code.tax_code_id,
            "rate": code.rate,
            "taxable": code.taxable,
            "tax": code.tax,
        }
        for code in sums.taxes
    ]
    insert_mappings(session.connection(), _taxes, rows)


def _move_stock(
    session: Session, stamp: Stamp, lines: Sequence[sa.Row[Any]], goods: dict[int, _Goods]
) -> dict[int, Decimal]:
    """Write the ledger and the quantities on hand; return what is available of items that fell below zero."""
    rows = []
    moved: dict[int, Decimal] = {}
    for line in lines:
        if line.item_id is None or (move := _MOVES.get(TransCode(line.trans_code))) is None:
            continue
        kind, sign = move
        rows.append(
            {
                "item_id": line.item_id,
                "kind": kind,
                "quantity": sign * line.quantity,
                "invoice_line_id": line.id,
                "employee_id": stamp.employee_id,
                "reason": "",
                "at": stamp.at,
            }
        )
        moved[line.item_id] = moved.get(line.item_id, NONE) + sign * line.quantity
    if rows:
        insert_mappings(session.connection(), _stock, rows)
        session.connection().execute(
            _MOVE_STOCK, [{"item": item_id, "moved": moved[item_id]} for item_id in sorted(moved)]
        )
    left = {item_id: goods[item_id].stock.available + change for item_id, change in moved.items()}
    return {item_id: available for item_id, available in left.items() if available < 0 and moved[item_id] < 0}


def _make_backorders(session: Session, stamp: Stamp, invoice: sa.Row[Any], lines: Sequence[sa.Row[Any]]) -> list[int]:
    """Make the card of each B line and return the new numbers."""
    owed = [line for line in lines if line.trans_code == TransCode.BACKORDER]
    if not owed:
        return []
    first = take_numbers(session, "backorder", len(owed))
    rows = [
        {
            "number": number,
            "source_line_id": line.id,
            "customer_id": invoice.customer_id,
            "item_id": line.item_id,
            "ordered": line.quantity,
            "received": NONE,
            "canceled": NONE,
            "outstanding": line.quantity,
            "waiting": NONE,
            "filled": NONE,
            "unit_price": line.unit_price,
            "discount": line.discount,
            "tax_code_id": line.tax_code_id,
            "tax_rate": line.tax_rate,
            "created_at": stamp.at,
            "version": 1,
        }
        for number, line in enumerate(owed, first)
    ]
    insert_mappings(session.connection(), _backorders, rows)
    return [first + place for place in range(len(owed))]


def _finish(
    session: Session, stamp: Stamp, invoice: sa.Row[Any], sums: rules.Totals, customer: sa.Row[Any] | None
) -> int:
    """Number the invoice and close it for good; its parts are written, for nothing may follow."""
    printed = (customer.name, customer.company, customer.address) if customer else ()
    bill_to = "\n".join(part for part in printed if part)
    number = take_numbers(session, "invoice")
    values = (number, stamp.at, stamp.employee_id, stamp.workstation, sums.subtotal, sums.tax, sums.total, bill_to)
    new = {f"new_{name}": value for name, value in zip(_FINISHED, values, strict=True)}
    finished = session.connection().scalar(_FINISH, new | {"invoice": invoice.id})
    if finished is None:
        raise refuse("This invoice is processed and never changes again.")
    return number


def _posted(invoice_id: int, number: int, sums: rules.Totals, born: list[int]) -> Entry:
    after = {"number": number, "total": sums.total, "backorders": born}
    return Entry("post invoice", Record.INVOICE, invoice_id, after=after)


def _oversold(invoice_id: int, goods: dict[int, _Goods], short: dict[int, Decimal]) -> list[Entry]:
    return [
        Entry(
            "oversell",
            Record.ITEM,
            item_id,
            before={"available": goods[item_id].stock.available},
            after={"available": available, "invoice": invoice_id},
        )
        for item_id, available in short.items()
    ]
