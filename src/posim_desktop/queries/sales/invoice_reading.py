"""What working and processed invoices are both read with. Serves the guide's pages on selling."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import (
    Backorder,
    Customer,
    Employee,
    Invoice,
    InvoiceLine,
    Item,
    PickedLine,
    TaxCode,
)


@dataclass(frozen=True, slots=True)
class TaxLine:
    """What one tax comes to on an invoice; ``rate`` in percent."""

    name: str
    rate: Decimal
    taxable: Decimal
    tax: Decimal


_columns = Invoice.__table__.c
HEADER: sa.Select[Any] = (
    sa.select(*_columns, Employee.name.label("employee"), Customer.name.label("customer"))
    .join(Employee, Employee.id == _columns.employee_id)
    .outerjoin(Customer, Customer.id == _columns.customer_id)
    .where(_columns.id == sa.bindparam("invoice"))
)
_held = Backorder.__table__.alias("held_for")
_DEPOSITED = (
    sa.select(_held.c.number)
    .where(
        sa.or_(_held.c.id == InvoiceLine.deposit_backorder_id, _held.c.source_line_id == InvoiceLine.deposit_line_id)
    )
    .scalar_subquery()
)
_ALL_LINES = (
    sa.select(
        InvoiceLine.id,
        InvoiceLine.trans_code,
        InvoiceLine.item_id,
        sa.func.coalesce(Item.code, "").label("item"),
        InvoiceLine.description,
        InvoiceLine.quantity,
        InvoiceLine.unit_price,
        InvoiceLine.discount,
        InvoiceLine.discount_percent,
        InvoiceLine.discount_reason,
        InvoiceLine.tax_code_id,
        sa.func.coalesce(TaxCode.code, "").label("tax_code"),
        InvoiceLine.taxes,
        InvoiceLine.extension,
        InvoiceLine.sell_anyway,
        InvoiceLine.stocked,
        InvoiceLine.fills_backorder_id,
        InvoiceLine.sale_discount,
        InvoiceLine.returns_line_id,
        InvoiceLine.given_before,
        InvoiceLine.return_reason,
        InvoiceLine.damaged,
        InvoiceLine.unit,
        InvoiceLine.one_piece,
        InvoiceLine.lot,
        Item.on_sale_on,
        Item.on_hand,
        Item.committed,
        sa.func.coalesce(Item.serials, str(Serials.NONE)).label("item_serials"),
        InvoiceLine.serials_asked,
        Backorder.id.label("backorder_id"),
        Backorder.number.label("backorder_number"),
        InvoiceLine.deposit_line_id,
        InvoiceLine.deposit_backorder_id,
        sa.case((InvoiceLine.trans_code == TransCode.DEPOSIT, _DEPOSITED)).label("deposit_number"),
    )
    .outerjoin(Item, Item.id == InvoiceLine.item_id)
    .outerjoin(TaxCode, TaxCode.id == InvoiceLine.tax_code_id)
    .outerjoin(Backorder, Backorder.source_line_id == InvoiceLine.id)
)
LINES = _ALL_LINES.where(InvoiceLine.invoice_id == sa.bindparam("invoice")).order_by(InvoiceLine.position)
_holder = sa.alias(Invoice.__table__, "holder")
PICKED_LINES = (
    _ALL_LINES.join(PickedLine, PickedLine.line_id == InvoiceLine.id)
    .where(PickedLine.invoice_id == sa.bindparam("invoice"), InvoiceLine.invoice_id == PickedLine.held_id)
    .order_by(PickedLine.held_id, InvoiceLine.position)
    .join(_holder, _holder.c.id == PickedLine.held_id)
    .add_columns(PickedLine.held_id, _holder.c.storage_place)
)
"""The lines of committed invoices that a working one names."""


def is_net(header: sa.Row[Any]) -> bool:
    """Return whether an invoice's prices include a tax that is not paid."""
    return bool(header.tax_inclusive and header.exempt_number)


def off_sale_of(row: sa.RowMapping, *, net: bool) -> Decimal:
    """Return what the discount on the sale takes off a line, as its extended amount is written."""
    share, extension = Decimal(row["sale_discount"]), Decimal(row["extension"])
    if not (net and share):
        return share
    ruled = ("quantity", "unit_price", "discount", "tax_code_id", "taxes")
    line = invoice_rules.Line(TransCode(row["trans_code"]), *(row[name] for name in ruled))
    return invoice_rules.extended(line, net=True) - extension
