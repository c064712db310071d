"""What was earned: sales without tax, less what the goods cost when they were sold. Serves the guide's page "Reports".

Where prices include tax, a line's share of its tax code's tax on the invoice is taken out of it, rounded by line. Goods
cost what their history of costs said when the invoice was posted; a delivery that was taken back whole never counted.
What comes back damaged has cost what it cost.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from posim_desktop.orm import (
    CorrectionLine,
    Department,
    Invoice,
    InvoiceLine,
    InvoiceTax,
    Item,
    ItemCost,
    ReceivingLine,
)
from posim_desktop.orm.base import table_of
from posim_desktop.orm.types import Money, Quantity
from posim_desktop.queries.reports.arithmetic import half_up, in_money, whole
from posim_desktop.queries.reports.sales import IS_SALE, lines_sold
from posim_desktop.queries.reports.scope import Scope, sold

Row = tuple[Any, ...]
_WHOLE = sa.BigInteger()
_invoices, _lines, _items = table_of(Invoice), table_of(InvoiceLine), table_of(Item)
_taxes, _costs, _received = table_of(InvoiceTax), table_of(ItemCost), table_of(ReceivingLine)


def _cost_then() -> sa.ColumnElement[int]:
    """Look up what a unit of a line's item cost when its invoice was posted."""
    taken_back = (
        sa.select(sa.func.sum(CorrectionLine.quantity))
        .where(CorrectionLine.receiving_line_id == _costs.c.receiving_line_id)
        .correlate(_costs)
        .scalar_subquery()
    )
    came = sa.exists().where(
        _received.c.id == _costs.c.receiving_line_id, _received.c.quantity > sa.func.coalesce(taken_back, 0)
    )
    counts = sa.or_(_costs.c.receiving_line_id.is_(None), came.correlate(_costs))
    of_item = sa.select(_costs.c.cost).where(_costs.c.item_id == _lines.c.item_id, counts).limit(1)
    then = of_item.where(_costs.c.at <= _invoices.c.processed_at).order_by(_costs.c.id.desc())
    first = of_item.order_by(_costs.c.id)
    known = (each.correlate(_lines, _invoices).scalar_subquery() for each in (then, first))
    return whole(sa.func.coalesce(*known, _items.c.cost))


def _sums(scope: Scope) -> tuple[sa.Subquery, tuple[sa.ColumnElement[Any], ...]]:
    contained = (
        sa.select(
            *(_taxes.c.invoice_id, _taxes.c.tax_code_id),
            sa.func.sum(whole(_taxes.c.tax), type_=_WHOLE).label("tax"),
            sa.func.max(whole(_taxes.c.taxable), type_=_WHOLE).label("taxable"),
        )
        .select_from(_invoices)
        .join(_taxes, _taxes.c.invoice_id == _invoices.c.id)
        .where(sold(scope), _invoices.c.tax_inclusive)
        .group_by(_taxes.c.invoice_id, _taxes.c.tax_code_id)
        .having(sa.func.max(whole(_taxes.c.taxable)) != 0)
        .subquery()
    )
    extension = whole(_lines.c.extension)
    share = half_up(sa.type_coerce(extension * sa.func.abs(contained.c.tax), _WHOLE), contained.c.taxable)
    net = extension - sa.func.coalesce(share, 0)
    units = sa.case((IS_SALE, whole(_lines.c.quantity)), else_=-whole(_lines.c.quantity))
    # More digits than a whole number of the database has: so much is no goods of a shop, but must not stop the report.
    costing = sa.cast(sa.case((_lines.c.damaged, 0), else_=units), sa.Numeric) * _cost_then()
    figures = (
        sa.func.sum(units, type_=Quantity()).label("units"),
        sa.func.sum(net, type_=Money()).label("net"),
        sa.func.sum(costing, type_=_WHOLE).label("cost"),
    )
    return contained, figures


def _lines_with(scope: Scope, *key: sa.ColumnElement[Any]) -> sa.Select[Any]:
    contained, figures = _sums(scope)
    of_code = sa.and_(contained.c.invoice_id == _lines.c.invoice_id, contained.c.tax_code_id == _lines.c.tax_code_id)
    return lines_sold(scope, *key, *figures).outerjoin(contained, of_code)


def by_item(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Work each item out: code, description, units less what came back, sales without tax, cost."""
    chosen = _lines_with(scope, _items.c.id, _items.c.code, _items.c.description).group_by(_items.c.id)
    return [(*row[:-1], in_money(row[-1])) for row in connection.execute(chosen)]


def by_department(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Work each department out: name, units less what came back, sales without tax, cost."""
    each = _lines_with(scope, _items.c.department_id.label("key")).group_by(_items.c.department_id).subquery()
    chosen = sa.select(each.c.key, Department.name, each.c.units, each.c.net, each.c.cost).outerjoin(
        table_of(Department), Department.id == each.c.key
    )
    return [(*row[:-1], in_money(row[-1])) for row in connection.execute(chosen)]
