"""The committed invoices on which goods wait for the customers they were promised to.

Made by a receipt and by filling from the shelf. Serves the guide's pages "Set backorders to customers" and
"Fill backorders".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.backorders.backorder import EventKind, Figures
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import invoice as rules
from posim_desktop.domain.sales.invoice import InvoiceStatus, Origin, TransCode
from posim_desktop.orm import Backorder, BackorderEvent, Employee, Invoice, InvoiceLine, Item, TaxCode
from posim_desktop.orm.base import insert_mappings, table_of
from posim_desktop.queries.shop import preferences
from posim_desktop.services.transaction import Stamp

_items = table_of(Item)
_ITEM_COLUMNS = ("id", "code", "description", "cost", "on_hand", "committed", "on_order")
_LOCK_ITEMS = (
    sa.select(*(_items.c[name] for name in _ITEM_COLUMNS))
    .where(_items.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_items.c.id)
    .with_for_update(key_share=True)  # lets a till put the same goods on its invoice meanwhile
)
_MOVE_ITEMS = (
    sa.update(_items)
    .where(_items.c.id == sa.bindparam("item"))
    .values(
        on_hand=_items.c.on_hand + sa.bindparam("came", type_=Item.on_hand.type),
        committed=_items.c.committed + sa.bindparam("set_aside", type_=Item.committed.type),
        on_order=_items.c.on_order - sa.bindparam("arrived", type_=Item.on_order.type),
    )
)
_backorders = table_of(Backorder)
_LOCK_BACKORDERS = (
    sa.select(_backorders)
    .where(_backorders.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_backorders.c.id)
    .with_for_update()
)
_FIGURES = ("received", "canceled", "outstanding", "waiting", "filled")
_WRITE_FIGURES = (
    sa.update(_backorders)
    .where(_backorders.c.id == sa.bindparam("backorder"))
    .values(
        {name: sa.bindparam(f"new_{name}", type_=_backorders.c[name].type) for name in _FIGURES}
        | {"version": _backorders.c.version + 1}
    )
)
_events = table_of(BackorderEvent)
_invoices = table_of(Invoice)
_INSERT_INVOICES = sa.insert(_invoices).returning(_invoices.c.id, _invoices.c.customer_id)
_lines = table_of(InvoiceLine)
_RATES = sa.select(TaxCode.id, TaxCode.rate)
_EMPLOYEE = sa.select(Employee.name).where(Employee.id == sa.bindparam("employee"), ~Employee.archived)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Goods for one backorder: its row as it was locked, and how many units wait for its customer from now on."""

    backorder: sa.Row[Any]
    description: str
    quantity: Decimal


def lock_items(session: Session, ids: Iterable[int]) -> dict[int, sa.Row[Any]]:
    """Lock items in the order of their ids and read their stock."""
    wanted = {"ids": sorted(set(ids))}
    return {row.id: row for row in session.connection().execute(_LOCK_ITEMS, wanted).all()} if wanted["ids"] else {}


def move_items(session: Session, moves: Iterable[tuple[int, Decimal, Decimal, Decimal]]) -> None:
    """Change On Hand, Committed and On Order of locked items: (item, came, set aside, arrived of what was on order)."""
    rows = [
        {"item": item_id, "came": came, "set_aside": set_aside, "arrived": arrived}
        for item_id, came, set_aside, arrived in sorted(moves)
        if came or set_aside or arrived
    ]
    if rows:
        session.connection().execute(_MOVE_ITEMS, rows)


def lock_backorders(session: Session, ids: Iterable[int]) -> dict[int, sa.Row[Any]]:
    """Lock backorders in the order of their ids and read them."""
    wanted = {"ids": sorted(set(ids))}
    return (
        {row.id: row for row in session.connection().execute(_LOCK_BACKORDERS, wanted).all()} if wanted["ids"] else {}
    )


def figures_of(row: sa.Row[Any]) -> Figures:
    """Take the five figures of a locked backorder."""
    return Figures(row.ordered, row.received, row.canceled, row.filled, row.waiting)


def write_figures(session: Session, changed: Mapping[int, Figures]) -> None:
    """Write the figures of locked backorders."""
    rows = [
        {"backorder": backorder_id} | {f"new_{name}": getattr(figures, name) for name in _FIGURES}
        for backorder_id, figures in changed.items()
    ]
    if rows:
        session.connection().execute(_WRITE_FIGURES, rows)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did something to a backorder, the name as it is written that day, and why."""

    employee_id: int
    name: str
    reason: str = ""


def sign(session: Session, employee_id: int | None, reason: str = "") -> Signature:
    """Look up the name of an employee who works here.

    Raises:
        RefusedError: Names the field ``name``.
    """
    name = session.connection().scalar(_EMPLOYEE, {"employee": employee_id or 0})
    if employee_id is None or name is None:
        raise refuse("Choose an employee who works here.", "name")
    return Signature(employee_id, name, reason)


def event(
    stamp: Stamp,
    kind: EventKind,
    backorder_id: int,
    quantity: Decimal,
    signed: Signature,
    *,
    invoice_id: int | None = None,
    receiving_line_id: int | None = None,
) -> dict[str, object]:
    """Make the row of an event."""
    return {
        "backorder_id": backorder_id,
        "kind": str(kind),
        "quantity": quantity,
        "invoice_id": invoice_id,
        "receiving_line_id": receiving_line_id,
        "employee_id": signed.employee_id,
        "name": signed.name,
        "reason": signed.reason,
        "at": stamp.at,
    }


def write_events(session: Session, events: Sequence[Mapping[str, object]]) -> None:
    """Add events to their backorders."""
    insert_mappings(session.connection(), _events, events)


def make(session: Session, stamp: Stamp, origin: Origin, goods: Sequence[SetAside]) -> dict[int, int]:
    """Open one committed invoice per customer with an S line per backorder, at the backorder's price.

    Tax is due at the sale, so the line takes the rate that its tax code has today.

    Returns:
        The invoice of each customer, by customer id.

    Raises:
        RefusedError: One customer's goods come to more than an invoice can hold.
    """
    if not goods:
        return {}
    rates = {row.id: row.rate for row in session.connection().execute(_RATES)}
    inclusive = preferences.load(session.connection()).tax_inclusive
    lines: dict[int, list[dict[str, object]]] = {}
    for each in goods:
        own = lines.setdefault(each.backorder.customer_id, [])
        own.append(_line(each, rates.get(each.backorder.tax_code_id, ZERO), len(own) + 1))
    headers = [_header(stamp, origin, customer, own, inclusive=inclusive) for customer, own in lines.items()]
    made = session.connection().execute(_INSERT_INVOICES, headers)
    invoices = {row.customer_id: row.id for row in made}
    rows = [line | {"invoice_id": invoices[customer]} for customer, own in lines.items() for line in own]
    insert_mappings(session.connection(), _lines, rows)
    return invoices


def _line(goods: SetAside, rate: Decimal, position: int) -> dict[str, object]:
    row = goods.backorder
    discount = backorder_rules.discount_of_fill(figures_of(row), row.discount, row.unit_price, goods.quantity)
    return {
        "position": position,
        "trans_code": str(TransCode.SALE),
        "item_id": row.item_id,
        "description": goods.description,
        "quantity": goods.quantity,
        "unit_price": row.unit_price,
        "discount": discount,
        "discount_percent": None,
        "tax_code_id": row.tax_code_id,
        "tax_rate": rate if row.tax_code_id else ZERO,
        "extension": rules.extension(TransCode.SALE, goods.quantity, row.unit_price, discount),
        "sell_anyway": False,
        "fills_backorder_id": row.id,
    }


def _header(
    stamp: Stamp, origin: Origin, customer_id: int, lines: Sequence[Mapping[str, Any]], *, inclusive: bool
) -> dict[str, object]:
    ruled = [
        rules.Line(
            TransCode.SALE,
            line["quantity"],
            line["unit_price"],
            line["discount"],
            line["tax_code_id"],
            line["tax_rate"],
            fills_backorder=True,
        )
        for line in lines
    ]
    sums = rules.totals(ruled, tax_inclusive=inclusive)
    require(rules.total_refusal(sums))
    return {
        "number": None,
        "status": str(InvoiceStatus.WORKING),
        "committed": True,
        "committed_at": stamp.at,
        "origin": str(origin),
        "customer_id": customer_id,
        "employee_id": stamp.employee_id,
        "workstation": stamp.workstation,
        "created_at": stamp.at,
        "processed_at": None,
        "tax_inclusive": inclusive,
        "subtotal": sums.subtotal,
        "tax": sums.tax,
        "total": sums.total,
        "bill_to": "",
        "note": "",
        "version": 1,
    }
