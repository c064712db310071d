"""The special orders of the demo shop. Serves the guide's page "Try things on the demo shop"."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from posim_desktop.domain.sales.special_orders import SpecialLine, SpecialOrderHead
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.orm import Customer, Department, Vendor
from posim_desktop.queries.sales import special_orders as queries
from posim_desktop.queries.shop import preferences
from posim_desktop.services.exchange.demo_names import ids
from posim_desktop.services.sales import special_order_posting, special_orders
from posim_desktop.services.session import Session, Stamp


def order(session: Session, stamp: Stamp, event: Mapping[str, Any]) -> None:
    """Write a special order down, and post it or give it up."""
    customer_id = ids(session, Customer)[event["customer"]]
    order_id = special_orders.start(session, stamp, customer_id=customer_id).record_id
    percent = None if "deposit" in event else Decimal(event.get("deposit_percent", "0"))
    amount = Decimal(event.get("deposit", "0"))
    head = SpecialOrderHead(reach=event.get("reach", ""), deposit_percent=percent, deposit=amount)
    taker = stamp.employee_id or 0
    special_orders.set_head(session, stamp, special_order_id=order_id, head=head, employee_id=taker)
    for row in event["lines"]:
        special_orders.add_new_item(session, stamp, special_order_id=order_id, line=_line(session, row))
    if event["special"] == "posted":
        _post(session, stamp, order_id, event)
    elif event["special"] == "discarded":
        special_orders.discard(session, stamp, special_order_id=order_id, reason=event["reason"])


def _line(session: Session, row: Mapping[str, Any]) -> SpecialLine:
    ceiling = row.get("not_above")
    return SpecialLine(
        description=row["description"],
        department_id=ids(session, Department)[row["department"]],
        tax_code_id=preferences.load(session.connection()).default_tax_code_id,
        vendor_id=ids(session, Vendor)[row["vendor"]],
        quantity=Decimal(row["quantity"]),
        unit_price=Decimal(row["price"]),
        price_ceiling=None if ceiling is None else Decimal(ceiling),
        will_also_take=row.get("also", ""),
        question=row.get("question", ""),
    )


def _post(session: Session, stamp: Stamp, order_id: int, event: Mapping[str, Any]) -> None:
    shown = queries.details(session.connection(), order_id)
    deposit = Decimal(0) if shown is None else shown.deposit
    tenders = (Tender(TenderKind(event["tender"]), deposit),) if deposit else ()
    special_order_posting.post(session, stamp, special_order_id=order_id, tenders=tenders, expected_deposit=deposit)
