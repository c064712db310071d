"""A customer to whom everything happened that a shop keeps, for tests of handing over and forgetting."""

from decimal import Decimal

import sqlalchemy as sa

from ordering_seed import owes
from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.sales.special_orders import SpecialLine, SpecialOrderHead
from posim_desktop.orm import Backorder, SpecialOrderAnswer
from posim_desktop.orm import SpecialOrderLine as LineRow
from posim_desktop.services.backorders import backorders, wants
from posim_desktop.services.cards import customers, merging
from posim_desktop.services.sales import attachments, invoices, receipt_mails, special_order_posting, special_orders
from seeding import Till, inserted, stored

D = Decimal
PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
LEE = CustomerFields(
    *("HARPER", "Lee Harper", "Harbour Ltd", "555-0142", "555-0199", "lee@harbour.example"),
    *("7 Quay Lane", "Rings twice", "EX-4711"),
)
SECRETS = (
    *("harper", "harbour", "555-0142", "5550142", "555-0199", "lee@", "quay lane", "rings twice", "ex-4711"),
    *("after six", "po 77", "gift for ann", "wants it blue", "teapot of ann", "forgets his umbrella", "bench 9"),
    *("engraved", "plan of the house", "your receipt"),
)
"""What only ever was about Lee, folded."""


def dealt_with(till: Till) -> tuple[int, int]:
    """Let everything happen to Lee that a shop keeps, to the end; return the card and one that was merged into it."""
    for code in ("kettle", "mug"):
        till.stores(code, on_hand="9")
    lee = till.run(customers.add, fields=LEE).record_id
    twin = till.run(customers.add, fields=CustomerFields("TWIN", "L. Harper", notes="Forgets his umbrella")).record_id
    till.posts(sold := till.rings_up(("kettle", "1"), customer_id=twin))
    till.run(merging.merge, customer_id=twin, version=1, into_id=lee, into_version=1)
    till.posts(till.rings_up(("mug", "1"), customer_id=lee))
    _mails(till, sold, "lee@harbour.example")
    thrown_away = till.rings_up(("mug", "1"), customer_id=lee)
    till.run(invoices.set_note, invoice_id=thrown_away, note="Gift for Ann")
    till.run(invoices.set_reference, invoice_id=thrown_away, customer_order="PO 77", job_tag="Bench 9")
    till.run(invoices.discard, invoice_id=thrown_away)
    kettle = till.items["kettle"]
    till.run(wants.add, customer_id=lee, item_id=kettle, quantity=D(1), note="Wants it blue")
    till.run(wants.add, customer_id=lee, item_id=None, description="Teapot of Ann", quantity=D(1))
    waited = owes(till, "mug", "1", lee)
    till.run(attachments.attach, name="Plan of the house.pdf", content=PDF, backorder_id=waited)
    order = till.run(special_orders.start, customer_id=lee).record_id
    coat = SpecialLine(description="Coat", quantity=D(1), unit_price=D(9))
    till.run(special_orders.add_new_item, special_order_id=order, line=coat)
    head = SpecialOrderHead(reach="After six, 555-0142", customer_order="PO 77", note="Gift for Ann")
    till.run(special_orders.set_head, special_order_id=order, head=head, employee_id=till.employee_id)
    line = stored(till.engine, LineRow).id
    till.run(attachments.attach, name="Engraved.pdf", content=PDF, special_order_line_id=line)
    with till.writing() as session:
        inserted(session, SpecialOrderAnswer, line_id=line, position=1, question="Text?", answer="Engraved for Ann")
    till.run(special_order_posting.post, special_order_id=order, tenders=(), expected_deposit=D("0.00"))
    for backorder in _backorders(till):
        cancels(till, backorder)
    return lee, twin


def cancels(till: Till, backorder_id: int) -> None:
    till.run(backorders.cancel, backorder_id=backorder_id, quantity=D(1), employee_id=till.employee_id, reason="No")


def _backorders(till: Till) -> list[int]:
    with till.engine.connect() as connection:
        return list(connection.scalars(sa.select(Backorder.id).order_by(Backorder.id)))


def keeps_a_file_and_a_mail(till: Till) -> None:
    """Keep a file beside a backorder of Kim, and a mail with the receipt."""
    kim = till.run(customers.add, fields=CustomerFields("KIM", "Kim")).record_id
    waits = owes(till, "kettle", "1", kim)
    till.run(attachments.attach, name="Kettle.pdf", content=PDF, backorder_id=waits)
    till.posts(sold := till.rings_up(("kettle", "1"), customer_id=kim))
    _mails(till, sold, "kim@home.example")


def _mails(till: Till, invoice_id: int, recipient: str) -> None:
    till.run(
        receipt_mails.send_receipt,
        invoice_id=invoice_id,
        recipient=recipient,
        subject="Your receipt",
        body="",
        file_name="Invoice.pdf",
        content=PDF,
    )
