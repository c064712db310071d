"""What the demo shop orders and what comes. Serves the guide's page "Try things on the demo shop"."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.orm import Customer, Item, Vendor
from posim_desktop.queries.purchasing import allocations
from posim_desktop.queries.receiving import logs as queries
from posim_desktop.services.exchange.demo_names import backorder, ids, purchase_order
from posim_desktop.services.purchasing import orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.receiving import logs
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.sales import picking
from posim_desktop.services.session import Session, Stamp


def order(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Send an order to a vendor for customers who wait."""
    order_id = orders.add_backorders(
        session,
        stamp,
        purchase_order_id=None,
        vendor_id=ids(session, Vendor)[event["vendor"]],
        backorder_ids=tuple(backorder(session, number) for number in event["orders_for"]),
    ).record_id
    shown = allocations.proposal(session.connection(), order_id)
    lines = () if shown is None else shown.items
    allocated = tuple((line.line_id, row.backorder_id, row.proposed) for line in lines for row in line.rows)
    order_posting.post(session, stamp, purchase_order_id=order_id, allocations=allocated)


def receive(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Count what came on an order, set it to customers as proposed, and write down where it lies for whom."""
    order_id = purchase_order(session, event["receives"])
    log_id = logs.start(session, stamp, purchase_order_id=order_id, counting=True).record_id
    goods = ids(session, Item)
    for row in event["came"]:
        item_id, quantity = goods[row["item"]], Decimal(row["quantity"])
        logs.count_up(session, stamp, receiving_log_id=log_id, item_id=item_id, quantity=quantity)
    shares = tuple(
        Share(item.receiving_line_id, row.backorder_id, row.proposed, NO_UNITS)
        for item in queries.set_backorders(session.connection(), log_id)
        for row in item.rows
    )
    receiving_posting.post(session, stamp, receiving_log_id=log_id, shares=shares)
    waiting = {row.customer_id: row.invoice_id for row in queries.invoices_made(session.connection(), log_id)}
    people = ids(session, Customer)
    for customer, place in event["stored_at"].items():
        picking.store_at(session, stamp, invoice_ids=(waiting[people[customer]],), place=place)
