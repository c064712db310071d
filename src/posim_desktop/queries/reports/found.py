"""The invoices behind a row of a report, as a found set of their deck. Serves the guide's page "Reports"."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import Customer, Invoice, InvoiceLine, InvoiceTax, Item, TenderPaid
from posim_desktop.orm.base import table_of
from posim_desktop.queries.deck import Found
from posim_desktop.queries.reports.asked import Scope, local_hour, sold

_invoices, _lines, _items = table_of(Invoice), table_of(InvoiceLine), table_of(Item)
_tenders, _taxes, _customers = table_of(TenderPaid), table_of(InvoiceTax), table_of(Customer)
_GOODS = [TransCode.SALE, TransCode.RETURN]


@dataclass(frozen=True, slots=True)
class SalesFound(Found):
    """Processed invoices that a figure is made of; a customer or an item narrows them further.

    Attributes:
        asked: The period and who sold.
        hour: Only those posted in this hour of the day.
        no_customer: Only those of nobody in particular.
        no_department: Only those with goods of no department.
        tender: Only those paid by this tender, by its name.
        tax: Only those with this tax, by the id of its code and its name.
        lowered: Only those on which something was sold for less than its list price.
        reason: Only those with goods that came back for this reason.
    """

    asked: Scope | None = None
    hour: int | None = None
    no_customer: bool = False
    no_department: bool = False
    tender: str | None = None
    tax: tuple[int, str] | None = None
    lowered: bool = False
    reason: str | None = None


def tests(found: SalesFound, dialect: str) -> list[sa.ColumnElement[bool]]:
    """List what must be true of an invoice of such a set, besides what is true of any found set."""
    asked = found.asked
    wanted: list[sa.ColumnElement[bool]] = [] if asked is None else [sold(asked)]
    if asked is not None and found.hour is not None:
        wanted.append(local_hour(dialect, asked, Invoice.processed_at) == f"{found.hour:02d}")
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
    if found.asked is not None and found.asked.department_id is not None:
        wanted.append(of_goods.where(_items.c.department_id == found.asked.department_id))
    if found.no_department:
        wanted.append(of_goods.where(_items.c.department_id.is_(None)))
    if found.lowered:
        off = sa.or_(_lines.c.discount != 0, _lines.c.sale_discount != 0, _lines.c.unit_price != _lines.c.list_price)
        wanted.append(chosen.where(_lines.c.trans_code == TransCode.SALE, off))
    if found.reason is not None:
        wanted.append(chosen.where(_lines.c.trans_code == TransCode.RETURN, _lines.c.return_reason == found.reason))
    return wanted


def _among(invoices: sa.Select[Any]) -> sa.ColumnElement[bool]:
    return _invoices.c.id.in_(invoices)
