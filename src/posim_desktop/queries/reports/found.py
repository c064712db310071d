"""The documents behind a row of a report, as a found set of their deck. Serves the guide's page "Reports"."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import Allocation, Backorder, BackorderEvent, Invoice, InvoiceLine, InvoiceTax, Item, TenderPaid
from posim_desktop.orm.base import table_of
from posim_desktop.queries.deck import Found
from posim_desktop.queries.reports.arithmetic import whole
from posim_desktop.queries.reports.scope import Scope, local_hour, sold, within

_invoices, _lines, _items = table_of(Invoice), table_of(InvoiceLine), table_of(Item)
_tenders, _taxes, _events = table_of(TenderPaid), table_of(InvoiceTax), table_of(BackorderEvent)
_GOODS = [TransCode.SALE, TransCode.RETURN]


@dataclass(frozen=True, slots=True)
class SalesFound(Found):
    """Processed invoices that a figure is made of; a customer or an item narrows them further.

    Attributes:
        scope: The period and who sold.
        hour: Only those posted in this hour of the day.
        no_customer: Only those of nobody in particular.
        no_department: Only those with goods of no department.
        tender: Only those paid by this tender, by its name.
        tax: Only those with this tax, by the id of its code and its name.
        lowered: Only those on which something was sold for another price than its list price.
        lowered_because: And that for this reason.
        reason: Only those with goods that came back for this reason.
    """

    scope: Scope | None = None
    hour: int | None = None
    no_customer: bool = False
    no_department: bool = False
    tender: str | None = None
    tax: tuple[int, str] | None = None
    lowered: bool = False
    lowered_because: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CanceledFound(Found):
    """Backorders of which something was canceled in a period for a reason."""

    scope: Scope | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ToOrderFound(Found):
    """Backorders that wait for goods which are on no order for them, and of which nothing is asked."""


def to_order() -> list[sa.ColumnElement[bool]]:
    """List what must be true of a backorder of that set."""
    planned = (
        sa.select(sa.func.coalesce(sa.func.sum(whole(Allocation.quantity)), 0))
        .where(Allocation.backorder_id == Backorder.id)
        .correlate(table_of(Backorder))
        .scalar_subquery()
    )
    return [Backorder.outstanding > 0, Backorder.question == "", whole(Backorder.outstanding) > planned]


def canceled(found: CanceledFound) -> list[sa.ColumnElement[bool]]:
    """List what must be true of a backorder of such a set."""
    if found.scope is None:
        return []
    chosen = sa.select(BackorderEvent.backorder_id).where(
        _events.c.kind == EventKind.CANCEL, _events.c.reason == found.reason, within(found.scope, BackorderEvent.at)
    )
    return [Backorder.id.in_(chosen)]


def tests(found: SalesFound, dialect: str) -> list[sa.ColumnElement[bool]]:
    """List what must be true of an invoice of such a set, besides what is true of any found set."""
    wanted: list[sa.ColumnElement[bool]] = [] if found.scope is None else [sold(found.scope)]
    if found.scope is not None and found.hour is not None:
        wanted.append(local_hour(dialect, found.scope, Invoice.processed_at) == f"{found.hour:02d}")
    if found.no_customer:
        wanted.append(_invoices.c.customer_id.is_(None))
    if found.tender is not None:
        wanted.append(_among(sa.select(_tenders.c.invoice_id).where(_tenders.c.name == found.tender)))
    if found.tax is not None:
        code, name = found.tax
        wanted.append(_among(sa.select(_taxes.c.invoice_id).where(_taxes.c.tax_code_id == code, _taxes.c.name == name)))
    return wanted + [_among(each) for each in _of_lines(found)]


def _of_lines(found: SalesFound) -> list[sa.Select[Any]]:
    chosen = sa.select(_lines.c.invoice_id)
    of_goods = chosen.join(_items, _items.c.id == _lines.c.item_id).where(_lines.c.trans_code.in_(_GOODS))
    wanted: list[sa.Select[Any]] = []
    if found.scope is not None and found.scope.department_id is not None:
        wanted.append(of_goods.where(_items.c.department_id == found.scope.department_id))
    if found.no_department:
        wanted.append(of_goods.where(_items.c.department_id.is_(None)))
    if found.lowered:
        off = sa.or_(_lines.c.discount != 0, _lines.c.sale_discount != 0, _lines.c.unit_price != _lines.c.list_price)
        of_invoice = chosen.join(_invoices, _invoices.c.id == _lines.c.invoice_id)
        wanted.append(of_invoice.where(_lines.c.trans_code == TransCode.SALE, off, *_because(found)))
    if found.reason is not None:
        wanted.append(chosen.where(_lines.c.trans_code == TransCode.RETURN, _lines.c.return_reason == found.reason))
    return wanted


def _because(found: SalesFound) -> list[sa.ColumnElement[bool]]:
    if found.lowered_because is None:
        return []
    reason = sa.case((_lines.c.discount_reason != "", _lines.c.discount_reason), else_=_invoices.c.discount_reason)
    return [reason == found.lowered_because]


def _among(invoices: sa.Select[Any]) -> sa.ColumnElement[bool]:
    return _invoices.c.id.in_(invoices)
