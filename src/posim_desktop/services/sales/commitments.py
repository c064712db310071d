"""Committing an invoice sets its goods aside; uncommitting releases them. Serves the guide's page "Pick up".

:func:`posim_desktop.services.sales.posting.uncommit_and_process` does the last step of a pick-up in one go.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import Cell, require
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import commitment as commitment_rules
from posim_desktop.domain.sales import picking as picking_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.records import invoice_lines, invoice_rows, picked_rows, stock
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.sales import shelf
from posim_desktop.services.session import Session, Stamp


def commit(session: Session, stamp: Stamp, *, invoice_id: int) -> Done:
    """Set the goods of a working invoice's S lines aside; its lines are locked from now on.

    Raises:
        RefusedError: Not a working invoice with something to set aside, or (``Cell("quantity", item)``) not enough of
            an item is available.
    """
    invoice = invoice_rows.lock(session, invoice_id)
    lines = invoice_lines.of_invoice(session, invoice_id)
    items = stock.lock(session, (line.item_id for line in lines if line.item_id is not None))
    lines = shelf.settle(session, lines, items)
    codes = [line.trans_code for line in lines if line.stocked]
    require(commitment_rules.commit_refusal(invoice.status, committed=invoice.committed, codes=codes))
    require(picking_rules.commit_refusal(names=bool(picked_rows.of_invoice(session, invoice_id))))
    wanted = sold(lines)
    for item_id, quantity in wanted.items():
        item = items[item_id]
        require(commitment_rules.short_refusal(item.code, item.available, quantity, where=Cell("quantity", item_id)))
    stock.move(session, committed=wanted)
    invoice_rows.write(session, invoice_id, committed=True, committed_at=stamp.at)
    append(session, stamp, [AuditEntry(AuditAction.COMMIT_INVOICE, Record.INVOICE, invoice_id, after=_written(wanted))])
    return Done(invoice_id, _touched(invoice_id, wanted, lines))


def uncommit(session: Session, stamp: Stamp, *, invoice_id: int) -> Done:
    """Give the goods of a committed invoice free for editing it, or for anybody else.

    What its lines fill stays received and waiting: the backorders do not become outstanding again. A pick-up that names
    lines of it names them no longer.

    Raises:
        RefusedError: It is not committed.
    """
    invoice = invoice_rows.lock(session, invoice_id)
    require(commitment_rules.uncommit_refusal(invoice.status, committed=invoice.committed))
    lines = invoice_lines.of_invoice(session, invoice_id)
    freed = sold(lines)
    stock.lock(session, freed)
    stock.move(session, committed={item_id: -quantity for item_id, quantity in freed.items()})
    invoice_rows.write(session, invoice_id, committed=False, committed_at=None)
    named_by = picked_rows.drop_held(session, invoice_id)
    append(
        session, stamp, [AuditEntry(AuditAction.UNCOMMIT_INVOICE, Record.INVOICE, invoice_id, before=_written(freed))]
    )
    return Done(invoice_id, _touched(invoice_id, freed, lines) | {Change(Record.INVOICE, each) for each in named_by})


def sold(lines: Iterable[StoredLine]) -> dict[int, Decimal]:
    """Add up by item what the S lines of an invoice take from the shelf."""
    wanted: dict[int, Decimal] = {}
    for line in lines:
        if line.trans_code is TransCode.SALE and line.stocked and line.item_id is not None:
            wanted[line.item_id] = wanted.get(line.item_id, NO_UNITS) + line.quantity
    return wanted


def _written(quantities: Mapping[int, Decimal]) -> dict[str, object]:
    return {"items": {str(item_id): str(quantity) for item_id, quantity in quantities.items()}}


def _touched(invoice_id: int, items: Mapping[int, Decimal], lines: Iterable[StoredLine]) -> frozenset[Change]:
    return frozenset(
        {Change(Record.INVOICE, invoice_id)}
        | {Change(Record.ITEM, item_id) for item_id in items}
        | {Change(Record.BACKORDER, line.fills_backorder_id) for line in lines if line.fills_backorder_id is not None}
    )
