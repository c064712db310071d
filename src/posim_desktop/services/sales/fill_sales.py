"""What posting does for the backorders that an invoice fills. Serves the guide's page "Pick up"."""

from collections.abc import Sequence

from posim_desktop.domain.backorders import backorder as backorder_rules
from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.why import Why
from posim_desktop.services.records import backorder_rows, signatures
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.session import Session, Stamp


def sell(session: Session, stamp: Stamp, invoice: StoredInvoice, lines: Sequence[StoredLine]) -> tuple[int, ...]:
    """Hand the goods of fill lines to the customer: waiting becomes filled (B4).

    Returns:
        The backorders that were filled.

    Raises:
        RefusedError: A line does not fit its backorder's customer or item (B7), or sells more than waits.
    """
    filling = {line.id: line.fills_backorder_id for line in lines if line.fills_backorder_id is not None}
    if not filling:
        return ()
    rows = backorder_rows.lock(session, filling.values())
    signed = signatures.sign(session, stamp.employee_id)
    figures = {backorder_id: row.figures for backorder_id, row in rows.items()}
    events = []
    for line in lines:
        if line.id not in filling:
            continue
        row = rows[filling[line.id]]
        if row.item_id != line.item_id or row.customer_id != invoice.customer_id:
            raise refuse(Why.BACKORDER_OF_ANOTHER_CUSTOMER, Field("customer"), number=row.number)
        figures[row.id] = backorder_rules.hand_over(figures[row.id], line.quantity)
        sold = backorder_rows.event(stamp, EventKind.SOLD, row.id, line.quantity, signed, invoice_id=invoice.id)
        events.append(sold)
    backorder_rows.write(session, figures, events)
    return tuple(figures)
