"""What parked pick-ups come to, with the lines of other invoices that they name. Serves the page "Parked invoices"."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import GivenBack, TransCode
from posim_desktop.orm import Invoice, InvoiceLine, PickedLine
from posim_desktop.orm.base import chunks, table_of

_invoices, _lines, _picked = table_of(Invoice), table_of(InvoiceLine), table_of(PickedLine)
_among: sa.BindParameter[int] = sa.bindparam("invoices", expanding=True)
_HEADERS = sa.select(_invoices.c.id, _invoices.c.tax_inclusive, _invoices.c.exempt_number).where(
    _invoices.c.id.in_(_among)
)
_COLUMNS = (
    *(_lines.c.trans_code, _lines.c.quantity, _lines.c.unit_price, _lines.c.discount, _lines.c.tax_code_id),
    *(_lines.c.taxes, _lines.c.fills_backorder_id, _lines.c.sale_discount, _lines.c.extension, _lines.c.given_before),
)
_OWN = sa.select(_lines.c.invoice_id.label("on"), *_COLUMNS).where(_lines.c.invoice_id.in_(_among))
_NAMED = (
    sa.select(_picked.c.invoice_id.label("on"), *_COLUMNS)
    .join(_picked, sa.and_(_picked.c.line_id == _lines.c.id, _picked.c.held_id == _lines.c.invoice_id))
    .where(_picked.c.invoice_id.in_(_among))
)
_ALL = sa.union_all(_OWN, _NAMED)


def totals(connection: sa.Connection, invoice_ids: Collection[int]) -> dict[int, Decimal]:
    """Add working invoices up as they will be charged, their own lines and those that they name of others.

    Returns:
        The total of each, in the store's currency.
    """
    sums: dict[int, Decimal] = {}
    for chunk in chunks(sorted(invoice_ids)):
        headers = connection.execute(_HEADERS, {"invoices": chunk}).all()
        lines: dict[int, list[invoice_rules.Line]] = {row.id: [] for row in headers}
        for row in connection.execute(_ALL, {"invoices": chunk}):
            lines[row.on].append(_line(row))
        for row in headers:
            added_up = invoice_rules.totals(
                lines[row.id], tax_inclusive=row.tax_inclusive, exempt=bool(row.exempt_number)
            )
            sums[row.id] = added_up.total
    return sums


def _line(row: Any) -> invoice_rules.Line:  # noqa: ANN401 - a row of the query above
    back = None if row.given_before is None else GivenBack(-row.extension, row.given_before)
    ruled = (row.quantity, row.unit_price, row.discount, row.tax_code_id, row.taxes)
    fills = row.fills_backorder_id is not None
    return invoice_rules.Line(TransCode(row.trans_code), *ruled, fills, row.sale_discount, back=back)
