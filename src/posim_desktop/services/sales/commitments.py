"""Committing an invoice sets its goods aside; uncommitting gives them free. Serves the guide's page "Pick up".

:func:`posim_desktop.services.sales.posting.uncommit_and_process` does the last step of a pick-up in one go.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.changes import Change, Done, Record
from posim_desktop.domain.errors import Cell, refuse, require
from posim_desktop.domain.quantity import NONE
from posim_desktop.domain.sales import commitment as rules
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.orm import Invoice, InvoiceLine
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.sales import fill_invoices
from posim_desktop.services.transaction import Stamp


def commit(session: Session, stamp: Stamp, *, invoice_id: int) -> Done:
    """Set the goods of a working invoice's S lines aside; its lines are locked from now on.

    Raises:
        RefusedError: Not a working invoice with something to set aside, or (``"quantity:<item>"``) not enough of an
            item is available.
    """
    invoice = lock(session, invoice_id)
    lines = _lines(session, invoice_id)
    codes = [TransCode(line.trans_code) for line in lines]
    require(rules.commit_refusal(InvoiceStatus(invoice.status), committed=invoice.committed, codes=codes))
    wanted = sold(lines)
    items = fill_invoices.lock_items(session, wanted)
    for item_id, quantity in wanted.items():
        item = items[item_id]
        require(
            rules.short_refusal(item.code, item.on_hand - item.committed, quantity, where=Cell("quantity", item_id))
        )
    fill_invoices.move_items(session, ((item_id, NONE, quantity, NONE) for item_id, quantity in wanted.items()))
    write(session, invoice_id, {"committed": True, "committed_at": stamp.at})
    append(session, stamp, [Entry("commit invoice", Record.INVOICE, invoice_id, after=_written(wanted))])
    return Done(invoice_id, _touched(invoice_id, wanted, lines))


def uncommit(session: Session, stamp: Stamp, *, invoice_id: int) -> Done:
    """Give the goods of a committed invoice free for editing it, or for anybody else.

    What its lines fill stays received and waiting: the backorders do not become outstanding again.

    Raises:
        RefusedError: It is not committed.
    """
    invoice = lock(session, invoice_id)
    require(rules.uncommit_refusal(InvoiceStatus(invoice.status), committed=invoice.committed))
    lines = _lines(session, invoice_id)
    freed = sold(lines)
    fill_invoices.lock_items(session, freed)
    fill_invoices.move_items(session, ((item_id, NONE, -quantity, NONE) for item_id, quantity in freed.items()))
    write(session, invoice_id, {"committed": False, "committed_at": None})
    append(session, stamp, [Entry("uncommit invoice", Record.INVOICE, invoice_id, before=_written(freed))])
    return Done(invoice_id, _touched(invoice_id, freed, lines))


def lock(session: Session, invoice_id: int) -> Invoice:
    """Lock an invoice, committed or not, and read it afresh.

    Raises:
        RefusedError: There is no such invoice.
    """
    chosen = sa.select(Invoice).where(Invoice.id == invoice_id).with_for_update()
    invoice = session.scalar(chosen.execution_options(populate_existing=True))
    if invoice is None:
        raise refuse("This invoice does not exist.")
    return invoice


def sold(lines: list[Any]) -> dict[int, Decimal]:
    """Add up by item what the S lines of an invoice sell."""
    wanted: dict[int, Decimal] = {}
    for line in lines:
        if line.trans_code == TransCode.SALE:
            wanted[line.item_id] = wanted.get(line.item_id, NONE) + line.quantity
    return wanted


def write(session: Session, invoice_id: int, values: Mapping[str, object]) -> None:
    """Write fields of a locked invoice."""
    session.execute(
        sa.update(Invoice)
        .where(Invoice.id == invoice_id)
        .values(version=Invoice.version + 1, **values)
        .execution_options(synchronize_session=False)
    )


def _lines(session: Session, invoice_id: int) -> list[Any]:
    chosen = sa.select(
        InvoiceLine.trans_code, InvoiceLine.item_id, InvoiceLine.quantity, InvoiceLine.fills_backorder_id
    ).where(InvoiceLine.invoice_id == invoice_id)
    return list(session.execute(chosen))


def _written(quantities: Mapping[int, Decimal]) -> dict[str, object]:
    return {"items": {str(item_id): str(quantity) for item_id, quantity in quantities.items()}}


def _touched(invoice_id: int, items: Mapping[int, Decimal], lines: list[Any]) -> frozenset[Change]:
    return frozenset(
        {Change(Record.INVOICE, invoice_id)}
        | {Change(Record.ITEM, item_id) for item_id in items}
        | {Change(Record.BACKORDER, line.fills_backorder_id) for line in lines if line.fills_backorder_id is not None}
    )
