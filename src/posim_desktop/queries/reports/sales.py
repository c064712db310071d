"""What was sold: by day, hour, employee, customer, department and item. Serves the guide's page "Reports".

Sales are what the lines came to after all discounts, as they are priced: with the tax in it where prices include it.
Each row is what it leads to, then its cells.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.orm import Customer, Department, Employee, Invoice, InvoiceLine, Item
from posim_desktop.orm.base import Column, table_of
from posim_desktop.orm.types import Money, Quantity
from posim_desktop.queries.reports.scope import Scope, local_day, local_hour, sold

Row = tuple[Any, ...]

_invoices, _lines, _items = table_of(Invoice), table_of(InvoiceLine), table_of(Item)
IS_SALE = _lines.c.trans_code == TransCode.SALE
IS_RETURN = _lines.c.trans_code == TransCode.RETURN
IS_GOODS = _lines.c.trans_code.in_([TransCode.SALE, TransCode.RETURN])
FILLS = sa.and_(IS_SALE, _lines.c.fills_backorder_id.is_not(None))


def money_where(test: sa.ColumnElement[bool]) -> sa.ColumnElement[Any]:
    """Add up what the lines come to for which something is true."""
    return sa.func.sum(sa.case((test, _lines.c.extension), else_=0), type_=Money())


def _each_invoice(scope: Scope, key: Column[Any]) -> sa.Subquery:
    """Add up each invoice that sold or took back goods, and tell by what it is added up further.

    Grouped by its bare id, SQLite would walk through all invoices in that order to find those of a day.
    """
    return (
        sa.select(
            sa.func.max(key, type_=key.type).label("key"),
            sa.func.max(_invoices.c.tax).label("tax"),
            money_where(IS_SALE).label("sales"),
            money_where(IS_RETURN).label("returns"),
            money_where(FILLS).label("fills"),
            sa.func.max(sa.case((_invoices.c.tax_inclusive, 0), else_=_invoices.c.tax)).label("added"),
        )
        .join(_lines, _lines.c.invoice_id == _invoices.c.id)
        .where(sold(scope), IS_GOODS)
        .group_by(_invoices.c.id + 0)
        .subquery()
    )


def _by_invoice(
    connection: sa.Connection,
    each: sa.Subquery,
    key: sa.ColumnElement[Any],
    *names: sa.ColumnElement[Any],
    of: sa.Table | None = None,
) -> Sequence[Row]:
    """Add invoices up by a key; its names are read from a table of which it is the id."""
    sums = (
        sa.select(
            key.label("key"),
            sa.func.count().label("invoices"),
            *(sa.func.sum(each.c[name], type_=Money()).label(name) for name in ("sales", "returns", "fills", "tax")),
            sa.func.sum(each.c.sales + each.c.returns + each.c.added, type_=Money()).label("total"),
        )
        .select_from(each)
        .group_by(sa.literal_column("1"))
        .subquery()
    )
    net = sa.type_coerce(sums.c.sales + sums.c.returns, Money())
    chosen = sa.select(
        *(sums.c.key, *(names or (sums.c.key,)), sums.c.invoices, sums.c.sales, sums.c.returns, net),
        *(sums.c.fills, sums.c.tax, sums.c.total),
    )
    if of is not None:
        chosen = chosen.outerjoin(of, of.c.id == sums.c.key)
    return [tuple(row) for row in connection.execute(chosen)]


def by_day(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up each day on which something was sold: day, invoices, sales, returns, net, of backorders, tax, total."""
    each = _each_invoice(scope, _invoices.c.processed_at)
    rows = _by_invoice(connection, each, local_day(connection.dialect.name, scope, each.c.key))
    return [(day, day, *row[2:]) for row in rows for day in (date.fromisoformat(row[0]),)]


def by_hour(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up the hours of the day: hour, and as by day."""
    each = _each_invoice(scope, _invoices.c.processed_at)
    rows = _by_invoice(connection, each, local_hour(connection.dialect.name, scope, each.c.key))
    return [(hour, hour, *row[2:]) for row in rows for hour in (int(row[0]),)]


def by_employee(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up what each employee posted: name, and as by day."""
    each = _each_invoice(scope, _invoices.c.employee_id)
    return _by_invoice(connection, each, each.c.key, Employee.name, of=table_of(Employee))


def by_customer(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up what each customer bought, under the card that is used now: name, and as by day.

    What was sold to nobody in particular has no name.
    """
    each = _each_invoice(scope, _invoices.c.customer_id)
    card = sa.select(sa.func.coalesce(Customer.merged_into, Customer.id)).where(Customer.id == each.c.key)
    used = card.correlate(each).scalar_subquery()
    return _by_invoice(connection, each, used, Customer.name, of=table_of(Customer))


def _line_sums() -> tuple[sa.ColumnElement[Any], ...]:
    units = sa.func.sum(sa.case((IS_SALE, _lines.c.quantity), else_=0), type_=Quantity())
    back = sa.func.sum(sa.case((IS_RETURN, _lines.c.quantity), else_=0), type_=Quantity())
    net = sa.func.sum(_lines.c.extension, type_=Money())
    return units, back, money_where(IS_SALE), money_where(IS_RETURN), net, money_where(FILLS)


def lines_sold(scope: Scope, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Select figures of the lines that sold goods or took them back in the period."""
    chosen = (
        sa.select(*columns)
        .select_from(_invoices)
        .join(_lines, _lines.c.invoice_id == _invoices.c.id)
        .join(_items, _items.c.id == _lines.c.item_id)
        .where(sold(scope), IS_GOODS)
    )
    if scope.department_id is not None:
        chosen = chosen.where(_items.c.department_id == scope.department_id)
    if scope.vendor_id is not None:
        chosen = chosen.where(_items.c.preferred_vendor_id == scope.vendor_id)
    return chosen


def by_item(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up each item: code, description, units sold, units returned, sales, returns, net, of backorders."""
    chosen = lines_sold(scope, _items.c.id, _items.c.code, _items.c.description, *_line_sums()).group_by(_items.c.id)
    return [tuple(row) for row in connection.execute(chosen)]


def by_department(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up each department, and last what belongs to none: name, and as by item."""
    sums = lines_sold(scope, _items.c.department_id.label("key"), *_line_sums()).group_by(_items.c.department_id)
    each = sums.subquery()
    chosen = sa.select(each.c.key, Department.name, *list(each.c)[1:]).outerjoin(
        table_of(Department), Department.id == each.c.key
    )
    return [tuple(row) for row in connection.execute(chosen)]
