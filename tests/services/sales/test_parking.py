"""Guide: "Parked invoices" — leaving an invoice for later, and taking it up again."""

from decimal import Decimal

import pytest
import sqlalchemy as sa

from posim_desktop.domain.sales.invoice import Tender, TenderKind
from posim_desktop.orm import AuditEvent, Invoice, InvoiceLine
from posim_desktop.services.sales import invoices, parking, tenders
from posim_desktop.services.sales.invoices import NewLine
from seeding import Till


def status(till: Till, invoice_id: int) -> str:
    with till.engine.connect() as connection:
        return str(connection.scalar(sa.select(Invoice.status).where(Invoice.id == invoice_id)))


@pytest.mark.parametrize("written", ["line", "comment", "note", "nothing", "posted", "money"])
def test_only_an_invoice_that_holds_something_is_parked(till: Till, written: str) -> None:
    one_kettle = NewLine(till.stores("kettle", on_hand="5"), Decimal(1))
    invoice_id = till.run(invoices.start).record_id
    match written:
        case "line":
            till.run(invoices.add_items, invoice_id=invoice_id, lines=(one_kettle,))
        case "comment":
            till.run(invoices.add_comment, invoice_id=invoice_id, comment="gift")
        case "note":
            till.run(invoices.set_note, invoice_id=invoice_id, note="call first")
        case "money":
            till.run(invoices.add_items, invoice_id=invoice_id, lines=(one_kettle,))
            till.run(tenders.take, invoice_id=invoice_id, tender=Tender(TenderKind.CASH, Decimal(20)))
            with till.engine.connect() as connection:
                line_id = connection.scalars(sa.select(InvoiceLine.id)).one()
            till.run(invoices.remove_line, line_id=line_id)
        case "posted":
            till.run(invoices.add_items, invoice_id=invoice_id, lines=(one_kettle,))
            till.posts(invoice_id)
    before = status(till, invoice_id)
    till.run(parking.leave, invoice_id=invoice_id)
    assert status(till, invoice_id) == ("discarded" if written == "nothing" else before)
    with till.engine.connect() as connection:
        assert not list(connection.scalars(sa.select(AuditEvent.id).where(AuditEvent.action == "discard invoice")))
