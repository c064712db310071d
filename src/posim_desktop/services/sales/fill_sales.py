"""What posting does for the backorders that an invoice fills. Serves the guide's page "Pick up"."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.backorders import backorder as rules
from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.errors import refuse
from posim_desktop.services.sales import fill_invoices
from posim_desktop.services.transaction import Stamp


def sell(session: Session, stamp: Stamp, invoice: sa.Row[Any], lines: Sequence[sa.Row[Any]]) -> tuple[int, ...]:
    """Hand the goods of fill lines to the customer: waiting becomes filled (B4).

    Returns:
        The backorders that were filled.

    Raises:
        RefusedError: A line does not fit its backorder's customer or item (B7), or sells more than waits.
    """
    filling = [line for line in lines if line.fills_backorder_id is not None]
    if not filling:
        return ()
    rows = fill_invoices.lock_backorders(session, (line.fills_backorder_id for line in filling))
    signed = fill_invoices.sign(session, stamp.employee_id)
    figures = {backorder_id: fill_invoices.figures_of(row) for backorder_id, row in rows.items()}
    events = []
    for line in filling:
        row = rows[line.fills_backorder_id]
        if row.item_id != line.item_id or row.customer_id != invoice.customer_id:
            raise refuse(f"Backorder {row.number} is for another customer or other goods.", "customer")
        figures[row.id] = rules.sold(figures[row.id], line.quantity)
        sold = fill_invoices.event(stamp, EventKind.SOLD, row.id, line.quantity, signed, invoice_id=invoice.id)
        events.append(sold)
    fill_invoices.write_figures(session, figures)
    fill_invoices.write_events(session, events)
    return tuple(figures)
