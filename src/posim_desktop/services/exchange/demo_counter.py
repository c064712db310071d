"""What happens at the counter of the demo shop. Serves the guide's page "Try things on the demo shop"."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.sales.customer_money import share
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Customer, Invoice, InvoiceLine, Item, PurchaseOrder, PurchaseOrderLine
from posim_desktop.queries.sales import customer_pickup
from posim_desktop.queries.sales import invoices as queries
from posim_desktop.services.exchange.demo_customers import want_of
from posim_desktop.services.exchange.demo_names import ids
from posim_desktop.services.sales import awaited_orders, deposits, invoices, layaways, picking, posting, returns, wants
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.services.sales.returns import GoodsBack
from posim_desktop.services.session import Session, Stamp


def ring_up(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Ring goods up; without a tender the invoice is parked, or set aside in layaway."""
    invoice_id = _working_invoice(session, stamp, event)
    if "note" in event:
        invoices.set_note(session, stamp, invoice_id=invoice_id, note=event["note"])
    _wait_for_orders(session, stamp, invoice_id, event)
    _pay_ahead(session, stamp, invoice_id, event)
    if "layaway" in event:
        amount = Decimal(event["layaway"])
        paid_on = layaways.begin(session, stamp, invoice_id=invoice_id, amount=amount).record_id
        picking.store_at(session, stamp, invoice_ids=(invoice_id,), place=event["stored_at"])
        _post(session, stamp, paid_on, event["tender"])
    elif "tender" in event:
        _post(session, stamp, invoice_id, event["tender"])


def sell_wish(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Sell or promise what a customer wishes for."""
    want_id, code = want_of(session, event["grants_wish_of"]), TransCode(event["trans_code"])
    invoice_id = wants.put_on_invoice(session, stamp, want_id=want_id, trans_code=code).record_id
    _post(session, stamp, invoice_id, event["tender"])


def pick_up(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Hand out all that waits for a customer on one invoice, and use what is on deposit for it."""
    shown = customer_pickup.of_customer(session.connection(), ids(session, Customer)[event["picks_up"]])
    ready = () if shown is None else shown.ready
    invoice_id = picking.pick(session, stamp, line_ids=tuple(line.line_id for line in ready)).record_id
    taken: dict[int | None, Decimal] = {}
    for line in ready:
        taken[line.backorder_id] = taken.get(line.backorder_id, Decimal(0)) + line.quantity
    used = [
        Tender(
            TenderKind.DEPOSIT,
            share(held.balance, held.units, taken[held.backorder_id]),
            backorder_id=held.backorder_id,
        )
        for held in (() if shown is None else shown.money)
        if held.backorder_id in taken
    ]
    _post(session, stamp, invoice_id, event["tender"], *used)


def take_back(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Take goods back that were sold last to a customer, by their receipt."""
    sold = (
        sa.select(InvoiceLine.id, InvoiceLine.invoice_id)
        .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
        .join(Customer, Customer.id == Invoice.customer_id)
        .join(Item, Item.id == InvoiceLine.item_id)
        .where(Customer.code == event["customer"], Item.code == event["takes_back"])
        .where(Invoice.status == str(InvoiceStatus.PROCESSED), InvoiceLine.trans_code == str(TransCode.SALE))
    )
    line = session.connection().execute(sold.order_by(InvoiceLine.id.desc()).limit(1)).one()
    goods = GoodsBack(line.id, Decimal(event["quantity"]), event["reason"], damaged=event.get("damaged", False))
    invoice_id = returns.take_back(session, stamp, sale_id=line.invoice_id, goods=(goods,)).record_id
    _post(session, stamp, invoice_id, event["tender"])


def _post(session: Session, stamp: Stamp, invoice_id: int, by: str, *used: Tender) -> None:
    """Post an invoice, whose total is paid by one tender but for what money of the customer pays."""
    shown = queries.working(session.connection(), invoice_id)
    total = Decimal(0) if shown is None else shown.total
    rest = total - sum((tender.amount for tender in used), Decimal(0))
    tenders = (*used, Tender(TenderKind(by), rest))
    posting.post(session, stamp, invoice_id=invoice_id, tenders=tenders, expected_total=total)


def _working_invoice(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> int:
    goods = ids(session, Item)
    lines = tuple(
        NewLine(
            *(goods[line["item"]], Decimal(line["quantity"]), TransCode(line["trans_code"])),
            return_reason=line.get("reason", ""),
        )
        for line in event["lines"]
    )
    customer = ids(session, Customer)[event["customer"]] if "customer" in event else None
    invoice_id = invoices.start(session, stamp, customer_id=customer).record_id
    invoices.add_items(session, stamp, invoice_id=invoice_id, lines=lines)
    return invoice_id


def _wait_for_orders(session: Session, stamp: Stamp, invoice_id: int, event: Mapping[str, Any]) -> None:
    """Let B lines wait for goods that are on their way."""
    for place, line in enumerate(event["lines"], 1):
        if "waits_for" not in line:
            continue
        chosen = (
            sa.select(InvoiceLine.id, PurchaseOrderLine.id)
            .join(PurchaseOrderLine, PurchaseOrderLine.item_id == InvoiceLine.item_id)
            .join(PurchaseOrder, PurchaseOrder.id == PurchaseOrderLine.purchase_order_id)
            .where(InvoiceLine.invoice_id == invoice_id, InvoiceLine.position == place)
            .where(PurchaseOrder.number == line["waits_for"])
        )
        line_id, order_line_id = session.connection().execute(chosen).one()
        awaited_orders.wait_for(session, stamp, line_id=line_id, order_line_id=order_line_id)


def _pay_ahead(session: Session, stamp: Stamp, invoice_id: int, event: Mapping[str, Any]) -> None:
    """Take a deposit for the first B line of an invoice, and what its customer leaves as credit."""
    promised = sa.select(InvoiceLine.id).where(
        InvoiceLine.invoice_id == invoice_id, InvoiceLine.trans_code == TransCode.BACKORDER
    )
    if "deposit" in event:
        line_id = session.connection().scalars(promised.order_by(InvoiceLine.position)).first()
        deposits.add(session, stamp, invoice_id=invoice_id, amount=Decimal(event["deposit"]), line_id=line_id)
    if "credit" in event:
        deposits.add(session, stamp, invoice_id=invoice_id, amount=Decimal(event["credit"]))
